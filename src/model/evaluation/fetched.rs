//! Formulas that the first example does without: desks with live contacts or priorities, customers who
//! chase, times that go phase by phase. The page fetches them apart; what needs them has no numbers
//! until they are there.

use super::at_rest::{self, AtRest};
use super::desk::{self, Effort};
use super::flow::Flow;
use super::phases;
use super::teams::{TeamEvaluation, TeamState, evaluate_team};
use crate::model::arrival::Arrival;
use crate::model::queueing::Turnaround;
use crate::model::scenario::{Route, Scenario};
use std::borrow::Cow;

/// The formulas, as functions.
#[derive(Clone, Copy)]
pub struct Fetched {
    teams: fn(&Scenario, &[Flow], Effort) -> Vec<TeamEvaluation>,
    chase: fn(&mut AtRest, Effort),
    phases: fn(&Route, &[TeamEvaluation]) -> Option<Turnaround>,
    as_worked: fn(&[Flow], &[TeamEvaluation]) -> Vec<Flow>,
    late_loss: fn(&Turnaround, f64, f64) -> f64,
}

/// The formulas. On the page only the part that brings them may call this: they go where it goes.
pub fn formulas() -> Fetched {
    Fetched {
        teams: desk::evaluate_teams,
        chase: at_rest::chase,
        phases: phases::phases,
        as_worked: desk::as_worked,
        late_loss: Turnaround::late_loss,
    }
}

/// Where they arrive.
pub static ARRIVAL: Arrival<Fetched> = Arrival::new();

fn at_hand() -> Option<Fetched> {
    ARRIVAL.at_hand(formulas)
}

/// Whether they have arrived.
pub fn have_arrived() -> bool {
    at_hand().is_some()
}

/// Whether a scenario has live contacts, work of different priority, or customers who chase.
fn needed(scenario: &Scenario) -> bool {
    let mut tasks = scenario.tasks.iter();
    let first = scenario.tasks.first().map(|task| task.priority);
    tasks.any(|task| task.channel.is_live() || task.chasing.costs() || Some(task.priority) != first)
}

/// Evaluates every team of the scenario under the given flows.
pub(super) fn teams(scenario: &Scenario, flows: &[Flow], effort: Effort) -> Vec<TeamEvaluation> {
    if needed(scenario)
        && let Some(formulas) = at_hand()
    {
        return (formulas.teams)(scenario, flows, effort);
    }
    let one = |index| {
        let mut found = evaluate_team(scenario, index, flows);
        if needed(scenario) {
            // No numbers rather than those of one line.
            found.state = TeamState::Shared;
        }
        found
    };
    (0..scenario.teams.len()).map(one).collect()
}

/// Adds the work of customers who chase what is late.
pub(super) fn chase(rest: &mut AtRest, effort: Effort) {
    if let Some(formulas) = at_hand().filter(|_| needed(&rest.scenario)) {
        (formulas.chase)(rest, effort);
    }
}

/// The flows as they are worked: without contacts given up, with the helpers' part entered as theirs.
pub(super) fn as_worked<'a>(flows: &'a [Flow], teams: &[TeamEvaluation]) -> Cow<'a, [Flow]> {
    let as_they_come = teams.iter().all(|team| team.lines.is_empty());
    match at_hand().filter(|_| !as_they_come) {
        Some(formulas) => Cow::Owned((formulas.as_worked)(flows, teams)),
        None => Cow::Borrowed(flows),
    }
}

/// What share of customers lateness loses.
pub(super) fn late_loss(time: &Turnaround, promise: f64, patience: f64) -> f64 {
    at_hand().map_or(0.0, |formulas| {
        (formulas.late_loss)(time, promise, patience)
    })
}

/// Phase by phase, the time of a route that no two moments can tell. `None` where it cannot be had:
/// it has too many phases, or the formulas have not arrived.
pub(super) fn phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    (at_hand()?.phases)(route, teams)
}
