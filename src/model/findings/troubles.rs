//! What is in trouble: overload, empty teams, fragile teams, endless work, crowded-out clients.

use super::Finding;
use crate::model::cost::quality::MOSTLY_REPEATED;
use crate::model::evaluation::{
    Basis, Evaluation, Status, TeamState, evaluate_strategy, most_visits,
};
use crate::model::scenario::{Scenario, TeamKind};
use crate::model::strategy;
use crate::model::units::People;

/// Overload, empty teams, fragile teams, endless work; what threatens the best way goes first.
pub(super) fn troubles(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let mut found = Vec::new();
    let best = evaluation.comparison.best();
    // The people of a plan kind by kind were chosen for it: that the others fall behind with them is
    // no trouble, and the table says it.
    let planned = best.is_some_and(|best| evaluation.strategies[best].key == strategy::ALLOTTED);
    let others = (0..evaluation.strategies.len()).filter(|place| Some(*place) != best && !planned);
    for strategy in best.into_iter().chain(others) {
        match evaluation.strategies[strategy].status {
            Status::Overload {
                team,
                growth_per_week,
                staff_needed,
            } => found.push(Finding::Overload {
                strategy,
                team,
                growth_per_week,
                staff: scenario.teams[team].staff,
                staff_needed: People(staff_needed),
            }),
            Status::NobodyOnDuty { team, staff_needed } => found.push(Finding::NobodyOnDuty {
                strategy,
                team,
                staff_needed: People(staff_needed),
            }),
            Status::NeverEnds => found.push(Finding::NeverEnds { strategy }),
            Status::Steady => {
                found.extend(fragile(scenario, evaluation, strategy));
            }
            Status::Spiral => found.push(Finding::Spiral { strategy }),
            Status::NothingToDo | Status::Impossible => {}
        }
    }
    found
}

/// Live contacts that go unanswered, desks without room, clients beyond the team, endless repetition.
pub(super) fn seldom(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let mut found = Vec::new();
    for (strategy, evaluated) in evaluation.strategies.iter().enumerate() {
        if evaluated.status.runs() {
            found.extend(unanswered(evaluation, strategy));
            found.extend(crowded(evaluation, strategy));
        }
    }
    found.extend(crowded_out(scenario));
    found.extend(mostly_repeated(scenario));
    found
}

/// Above this share of customers who give up a team keeps up only because they do.
const MANY_GIVE_UP: f64 = 0.2;

fn unanswered(evaluation: &Evaluation, strategy: usize) -> Vec<Finding> {
    let evaluated = &evaluation.strategies[strategy];
    let kinds = evaluated.answered().filter_map(|(_, line, answered)| {
        let (in_time, gave_up) = (answered.in_time?, answered.gave_up?);
        let many = gave_up.get() > MANY_GIVE_UP && answered.basis != Basis::Bound;
        (answered.misses() || many).then_some(Finding::Unanswered {
            strategy,
            task: line.task,
            in_time,
            gave_up,
        })
    });
    kinds.collect()
}

/// Teams in which a little more work that can wait would wait without end.
fn crowded(evaluation: &Evaluation, strategy: usize) -> Vec<Finding> {
    let teams = evaluation.strategies[strategy].teams.iter();
    let crowded = teams.filter_map(|team| {
        let taken = team.taken.filter(|taken| taken.get() > FRAGILE)?;
        Some(Finding::Crowded {
            strategy,
            team: team.team,
            taken,
        })
    });
    crowded.collect()
}

/// Above this occupancy a little more work changes the wait a lot.
pub const FRAGILE: f64 = 0.92;
const A_LITTLE_MORE: f64 = 1.05;

fn fragile(scenario: &Scenario, evaluation: &Evaluation, strategy: usize) -> Option<Finding> {
    let busiest = evaluation.strategies[strategy].busiest()?;
    let TeamState::Steady { wait, .. } = busiest.state else {
        return None;
    };
    if busiest.occupancy.get() <= FRAGILE {
        return None;
    }
    let mut busier = scenario.clone();
    busier
        .tasks
        .iter_mut()
        .for_each(|task| task.rate = task.rate * A_LITTLE_MORE);
    let key = evaluation.strategies[strategy].key;
    let with_more = strategy::find(key)
        .and_then(|strategy| evaluate_strategy(&busier, strategy))
        .and_then(|evaluated| match evaluated.teams[busiest.team].state {
            TeamState::Steady { wait, .. } => Some(wait),
            _ => None,
        });
    Some(Finding::Fragile {
        strategy,
        team: busiest.team,
        occupancy: busiest.occupancy,
        wait,
        wait_with_more: with_more,
    })
}

fn crowded_out(scenario: &Scenario) -> Vec<Finding> {
    const ROUNDING: f64 = 1e-6;
    let front = scenario
        .teams
        .iter()
        .enumerate()
        .filter(|(_, team)| team.kind == TeamKind::Front);
    let hours = scenario.calendar.hours_per_month();
    front
        .map(|(index, team)| {
            let plannable = team.on_duty() * hours * team.max_occupancy.get();
            (index, team.client_hours.get() - plannable)
        })
        .filter(|(_, excess)| *excess > ROUNDING)
        .map(|(team, hours)| Finding::ClientsExceedTeam { team, hours })
        .collect()
}

/// Tasks on a process of the user's own of which some step is mostly repetition.
fn mostly_repeated(scenario: &Scenario) -> Vec<Finding> {
    let many = 1.0 / (1.0 - MOSTLY_REPEATED);
    let routes = scenario
        .own_routes
        .iter()
        .filter(|route| most_visits(route) >= many);
    routes
        .map(|route| Finding::MostlyRepeated { task: route.task })
        .collect()
}
