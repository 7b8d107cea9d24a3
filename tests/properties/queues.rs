//! More people never make anybody wait longer; more work never makes anybody wait less.

use super::cases;
use super::drawn::{enlarged, sober};
use counterbalance::model::evaluation::{
    Accuracy, Status, StrategyEvaluation, TeamState, evaluate,
};
use counterbalance::model::scenario::Scenario;
use counterbalance::model::units::{People, PerHour};
use proptest::prelude::*;

const ROUNDING: f64 = 1e-9;

fn wait(strategy: &StrategyEvaluation, team: usize) -> Option<f64> {
    match strategy.teams[team].state {
        TeamState::Steady { wait, .. } => Some(wait.get()),
        TeamState::Unused => Some(0.0),
        _ => None,
    }
}

#[track_caller]
fn no_more(after: f64, before: f64, what: &str) {
    assert!(
        after <= before * (1.0 + ROUNDING),
        "{what}: {before} became {after}"
    );
}

fn one_more(scenario: &Scenario, team: usize) {
    let mut larger = scenario.clone();
    larger.teams[team].staff = People(scenario.teams[team].staff.get() + 1.0);
    let (few, many) = (evaluate(scenario), evaluate(&larger));
    for (before, after) in few.strategies.iter().zip(&many.strategies) {
        let case = format!("{} with one more in team {team}", before.key);
        if let Some(wait_before) = wait(before, team) {
            let wait_after = wait(after, team).expect("more people keep up all the more");
            no_more(wait_after, wait_before, &case);
        }
        if before.status.runs() {
            assert!(after.status.runs(), "{case}: {:?}", after.status);
        }
        let Some((time, sooner)) = before.turnaround.as_ref().zip(after.turnaround.as_ref()) else {
            continue;
        };
        no_more(sooner.mean.get(), time.mean.get(), &format!("{case}: mean"));
        if time.accuracy == Accuracy::Exact {
            no_more(sooner.p90.get(), time.p90.get(), &format!("{case}: p90"));
        }
    }
}

fn busier(scenario: &Scenario, factor: f64) {
    let bought = scenario.teams.iter().any(|team| team.flexible);
    if bought && scenario.tasks.iter().any(|task| task.chasing.costs()) {
        // A large crowd of bought hours is quicker, so that fewer chase, and others have less to do.
        return;
    }
    let mut more = scenario.clone();
    for task in &mut more.tasks {
        task.rate = PerHour(task.rate.get() * factor);
    }
    let (calm, busy) = (evaluate(scenario), evaluate(&more));
    for (before, after) in calm.strategies.iter().zip(&busy.strategies) {
        for team in 0..scenario.teams.len() {
            // Hours that are bought grow with the work, and a large crowd waits less.
            if scenario.teams[team].flexible {
                continue;
            }
            let chases = scenario.tasks.iter().any(|task| task.chasing.costs());
            if after.status == Status::Spiral || chases && !after.status.runs() {
                // What is told then is how it would be without those who chase.
                continue;
            }
            let Some(wait_after) = wait(after, team) else {
                continue;
            };
            let wait_before = wait(before, team).expect("less work is done all the more");
            no_more(
                wait_before,
                wait_after,
                &format!("{} at {factor}", before.key),
            );
        }
    }
}

/// As many as it is said to take are enough, and one fewer is not.
fn cure_is_exact(scenario: &Scenario) {
    for strategy in &evaluate(scenario).strategies {
        if strategy.key == "ring_fenced" {
            // Who is missing there is missing among those set apart, not on the roster.
            continue;
        }
        for (team, evaluated) in strategy.teams.iter().enumerate() {
            let needed = match evaluated.state {
                TeamState::Overload { staff_needed, .. }
                | TeamState::NobodyOnDuty { staff_needed } => staff_needed.get(),
                _ => continue,
            };
            let keeps_up = |staff: f64| {
                let mut other = scenario.clone();
                other.teams[team].staff = People(staff);
                let evaluation = evaluate(&other);
                let state = evaluation.of(strategy.key).unwrap().teams[team].state;
                matches!(
                    state,
                    TeamState::Steady { .. } | TeamState::Shared | TeamState::AtOnce
                )
            };
            assert!(
                keeps_up(needed),
                "{}: {needed} do not keep up",
                strategy.key
            );
            if scenario.teams[team].queues {
                assert!(
                    !keeps_up(needed - 1.0),
                    "{}: {} keep up",
                    strategy.key,
                    needed - 1.0
                );
            }
        }
    }
}

/// The same where nobody hurries: who hurries less with more hands may take longer, which is what
/// that row is for.
fn unhurried(scenario: &Scenario) -> Scenario {
    let mut calm = scenario.clone();
    calm.teams.iter_mut().for_each(|team| team.pressure = 0.0);
    calm
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_more_person_never_waits_longer(scenario in sober()) {
        for team in 0..scenario.teams.len() {
            one_more(&unhurried(&scenario), team);
        }
    }

    #[test]
    fn more_arrivals_never_wait_less(scenario in sober(), factor in 1.0..1.5f64) {
        busier(&unhurried(&scenario), factor);
    }

    #[test]
    fn more_of_two_tasks_never_wait_less(scenario in sober(), other in sober(), factor in 1.0..1.5f64) {
        let mut two = enlarged(scenario, 1, 0);
        let key = two.tasks[1].key.clone();
        two.tasks[1] = other.tasks[0].clone();
        two.tasks[1].key = key;
        busier(&unhurried(&two), factor);
    }

    #[test]
    fn the_cure_of_an_overload_cures_it(scenario in sober()) {
        cure_is_exact(&unhurried(&scenario));
    }
}
