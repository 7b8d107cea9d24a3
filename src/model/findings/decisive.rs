//! What the decision hangs on: paybacks, posts that stay or go, the price of speed.

use super::Finding;
use crate::model::cost::break_even::{self, PriceOfSpeed};
use crate::model::cost::ledger::Line;
use crate::model::evaluation::{Evaluation, cheapest, monthly_costs};
use crate::model::scenario::{Scenario, TeamKind};
use crate::model::units::Money;

/// BE4, on both bases: months until the set-up of the best is earned back against the next.
pub(super) fn paybacks(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let comparison = &evaluation.comparison;
    let Some((best, next)) = comparison.best().zip(comparison.next()) else {
        return Vec::new();
    };
    let (winner, other) = (&evaluation.strategies[best], &evaluation.strategies[next]);
    if winner.set_up.get() <= 0.0 {
        return Vec::new();
    }
    let set_up = winner.set_up.get();
    let on_run = other.month.total() - winner.month.total();
    let touch = (other.touch.total() - winner.touch.total()).get() * scenario.tasks_per_month();
    let on_touch = touch - winner.month.line(Line::Fixed).get();
    vec![Finding::PaysBack {
        strategy: best,
        against: next,
        set_up: winner.set_up,
        months_on_run: break_even::payback_months(set_up, on_run.get()),
        months_on_touch: break_even::payback_months(set_up, on_touch),
    }]
}

/// Teams whose posts would turn the answer if they stayed instead of going, or the reverse.
pub(super) fn other_posts(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let Some(best) = evaluation.comparison.best() else {
        return Vec::new();
    };
    let switchable = |team: usize| {
        let team = &scenario.teams[team];
        team.kind != TeamKind::Front && !team.flexible && team.staff.get() > 0.0
    };
    (0..scenario.teams.len())
        .filter(|&team| switchable(team))
        .filter_map(|team| with_other_posts(scenario, team, best))
        .collect()
}

fn with_other_posts(scenario: &Scenario, team: usize, best: usize) -> Option<Finding> {
    let mut other = scenario.clone();
    let released = other.teams[team].posts_released;
    other.teams[team].posts_released = !released;
    let costs = monthly_costs(&other);
    let winner = cheapest(&costs)?;
    let cost = costs[winner]?;
    let posts = scenario.teams[team].staff;
    let pay = scenario.teams[team].rate * (posts.get() * scenario.calendar.hours_per_month());
    (winner != best).then(|| Finding::IfPosts {
        team,
        posts,
        released,
        pay: Money(pay.get()),
        winner,
        by: Money(costs[best].unwrap_or(cost) - cost),
    })
}

/// BE2 on the touch basis: what an hour of delay must cost for the front office alone to be worth
/// it against the back office.
pub(super) fn price_of_speed(evaluation: &Evaluation) -> Option<PriceOfSpeed> {
    let sides = ["front_office", "back_office"].map(|key| {
        let evaluated = evaluation.of(key)?;
        let hours = evaluated.turnaround.as_ref()?.mean.hours();
        Some((evaluated.touch.total().get(), hours.get()))
    });
    let [Some(front), Some(back)] = sides else {
        return None;
    };
    Some(break_even::price_of_speed(front, back))
}
