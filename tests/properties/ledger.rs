//! The ledger: lines add up, nothing is charged twice, posts cost what posts cost.

use super::cases;
use super::drawn::{grown, sober, wild};
use counterbalance::model::cost::ledger::{Ledger, Line, LineGroup, Valuation};
use counterbalance::model::evaluation::{TeamState, evaluate};
use counterbalance::model::scenario::Scenario;
use proptest::prelude::*;

#[track_caller]
fn same(one: f64, other: f64, scale: f64) {
    assert!(
        (one - other).abs() <= 1e-9 * scale.abs(),
        "{one} is not {other}"
    );
}

fn adds_up(ledger: &Ledger) {
    let total = ledger.total().get();
    let entries: f64 = ledger.entries.iter().map(|entry| entry.amount.get()).sum();
    let lines: f64 = Line::ALL.iter().map(|line| ledger.line(*line).get()).sum();
    let groups = LineGroup::ALL
        .iter()
        .map(|group| ledger.group(*group).get());
    same(entries, total, total);
    same(lines, total, total);
    same(groups.sum(), total, total);
    for entry in &ledger.entries {
        assert!(
            entry.amount.get() > 0.0 && entry.hours.get() >= 0.0,
            "{entry:?}"
        );
        let priced = entry.valuation == Valuation::Price;
        assert_eq!(entry.hours.get() == 0.0, priced, "{entry:?}");
        assert!(priced || entry.team.is_some(), "{entry:?}");
    }
}

/// An hour is a wage or a lost fee, never both.
fn valued_once(ledger: &Ledger, teams: usize) {
    for team in 0..teams {
        let has = |valuation| {
            let mut entries = ledger.entries.iter();
            entries.any(|entry| entry.team == Some(team) && entry.valuation == valuation)
        };
        assert!(
            !(has(Valuation::Pay) && has(Valuation::LostFee)),
            "team {team}: {ledger:?}"
        );
    }
}

/// What is paid for posts is their hours at their rate, however busy they are.
fn posts_are_paid(scenario: &Scenario) {
    for strategy in &evaluate(scenario).strategies {
        for evaluated in &strategy.teams {
            let team = &scenario.teams[evaluated.team];
            let used = matches!(
                evaluated.state,
                TeamState::Steady { .. } | TeamState::AtOnce
            );
            if !used || team.flexible || !team.posts_released {
                continue;
            }
            let month = scenario.calendar.hours_per_month();
            let pay = team.staff.get() * month * team.rate.get();
            let entries = strategy.month.entries.iter();
            let paid = entries
                .filter(|entry| entry.team == Some(evaluated.team))
                .filter(|entry| entry.valuation == Valuation::Pay)
                .map(|entry| entry.amount.get())
                .sum();
            same(paid, pay, pay);
        }
    }
}

/// No more hours are charged to a team than its work takes, unless they are idle or away.
fn hours_are_charged_once(scenario: &Scenario) {
    for strategy in &evaluate(scenario).strategies {
        for team in &strategy.teams {
            let standing = [Line::Idle, Line::Absence];
            let entries = strategy.month.entries.iter();
            let charged: f64 = entries
                .filter(|entry| entry.team == Some(team.team) && !standing.contains(&entry.line))
                .map(|entry| entry.hours.get())
                .sum();
            let worked = team.hours_per_month.get();
            assert!(
                charged <= worked * (1.0 + 1e-9),
                "{charged} h of {worked} h: {team:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn lines_add_up(scenario in prop_oneof![wild().boxed(), grown().boxed()]) {
        for strategy in evaluate(&scenario).strategies {
            for ledger in [&strategy.month, &strategy.touch] {
                adds_up(ledger);
                valued_once(ledger, scenario.teams.len());
            }
        }
        hours_are_charged_once(&scenario);
    }

    #[test]
    fn posts_cost_what_posts_cost(scenario in prop_oneof![sober().boxed(), wild().boxed()]) {
        posts_are_paid(&scenario);
    }

    #[test]
    fn touch_costs_of_the_tasks_make_that_of_the_average_task(scenario in grown()) {
        for strategy in evaluate(&scenario).strategies {
            let total: f64 = scenario.tasks.iter().zip(&strategy.touch_by_task)
                .map(|(task, cost)| task.rate.get() * cost.get())
                .sum();
            let average = strategy.touch.total().get() * scenario.arrivals_per_hour();
            same(total, average, average);
        }
    }
}
