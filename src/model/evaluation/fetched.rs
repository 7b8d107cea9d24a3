//! Formulas that most scenarios do without: desks with live contacts or priorities, and customers who
//! chase.
//!
//! The page fetches them apart, when a scenario first needs them, and says so by [`install`]; until
//! then such a desk has no numbers. Everywhere else they are always there. The one thing here that is
//! not a value is which code has arrived; it changes no number.

use super::at_rest::{self, AtRest};
use super::desk::{self, Desk, Effort, Helpers, Lines};
use super::flow::Flow;
use crate::model::scenario::{Scenario, UseOfTime};

/// The formulas, as functions.
#[derive(Clone, Copy)]
pub struct Fetched {
    lines: fn(&Desk, Option<&Helpers>) -> Option<Lines>,
    help: fn(&Scenario, &[Flow], Effort) -> Option<Helpers>,
    settle: fn(&mut AtRest, &mut [Flow], Effort),
}

/// The formulas. On the page only the part that brings them may call this: they go where it goes.
pub fn formulas() -> Fetched {
    Fetched {
        lines: desk::lines,
        help: desk::help,
        settle: at_rest::settle,
    }
}

#[cfg(feature = "web")]
static ARRIVED: std::sync::OnceLock<Fetched> = std::sync::OnceLock::new();

/// Puts the formulas to use.
#[cfg(feature = "web")]
pub fn install(formulas: Fetched) {
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

/// Whether a scenario needs formulas that have not arrived.
pub fn are_missing(scenario: &Scenario) -> bool {
    needed(scenario) && at_hand().is_none()
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
