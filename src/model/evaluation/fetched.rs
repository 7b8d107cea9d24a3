//! Formulas that the first example does without: desks with live contacts or priorities, customers who
//! chase, times that go phase by phase, and further strategies.
//!
//! The page fetches them apart, before another scenario stands on it, and says so by [`install`];
//! until then what needs them has no numbers. Everywhere else they are always there. The one thing here that is
//! not a value is which code has arrived; it changes no number.

use super::at_rest::{self, AtRest};
use super::desk::{self, Desk, Effort, Helpers, Lines};
use super::flow::Flow;
use super::phases;
use super::teams::TeamEvaluation;
use crate::model::queueing::Turnaround;
use crate::model::scenario::{Route, Scenario, UseOfTime};
use crate::model::strategy::further;

/// The formulas, as functions.
#[derive(Clone, Copy)]
pub struct Fetched {
    lines: fn(&Desk, Option<&Helpers>) -> Option<Lines>,
    help: fn(&Scenario, &[Flow], Effort) -> Option<Helpers>,
    settle: fn(&mut AtRest, &mut [Flow], Effort),
    phases: fn(&Route, &[TeamEvaluation]) -> Option<Turnaround>,
    ways: further::Find,
}

/// The formulas. On the page only the part that brings them may call this: they go where it goes.
pub fn formulas() -> Fetched {
    Fetched {
        lines: desk::lines,
        help: desk::help,
        settle: at_rest::settle,
        phases: phases::phases,
        ways: further::find,
    }
}

#[cfg(feature = "web")]
static ARRIVED: std::sync::OnceLock<Fetched> = std::sync::OnceLock::new();

/// Puts the formulas to use.
#[cfg(feature = "web")]
pub fn install(formulas: Fetched) {
    further::install(formulas.ways);
    // A second arrival brings the same.
    let _ = ARRIVED.set(formulas);
}

#[cfg(feature = "web")]
fn at_hand() -> Option<Fetched> {
    ARRIVED.get().copied()
}

#[cfg(not(feature = "web"))]
fn at_hand() -> Option<Fetched> {
    Some(formulas())
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

/// The lines of a team; `None` where all its work waits in one.
pub(super) fn lines(desk: &Desk, helpers: Option<&Helpers>) -> Option<Lines> {
    if !needed(desk.scenario) {
        return None;
    }
    match at_hand() {
        Some(formulas) => (formulas.lines)(desk, helpers),
        None => Some(Lines {
            lines: Vec::new(),
            room: None,
            keeps_up: true,
        }),
    }
}

/// The help that a way makes use of, if it does.
pub(super) fn help(scenario: &Scenario, flows: &[Flow], effort: Effort) -> Option<Helpers> {
    let mut teams = scenario.teams.iter();
    let helps = teams.any(|team| team.desk.use_of_time == UseOfTime::HelpsBehind);
    (at_hand().filter(|_| helps)?.help)(scenario, flows, effort)
}

/// Adds chasers until they no longer change.
pub(super) fn settle(rest: &mut AtRest, flows: &mut [Flow], effort: Effort) {
    if let Some(formulas) = at_hand() {
        (formulas.settle)(rest, flows, effort);
    }
}

/// Phase by phase, the time of a route that no two moments can tell. `None` where it cannot be had:
/// it has too many phases, or the formulas have not arrived.
pub(super) fn phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    (at_hand()?.phases)(route, teams)
}
