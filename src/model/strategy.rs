//! Ways to divide the work. A strategy is a function from a scenario to routes, and nothing else:
//! the queues, the money and the turnaround follow from the routes.

mod allotted;
mod automated;
mod back_office;
mod front_office;
mod front_with_tool;
pub mod further;
mod middle_office;
mod one_team;
mod outsourced;
mod own_process;
mod parts;
mod pressure;
mod redirected;
mod ring_fenced;
mod split;
mod straight;

use super::scenario::{Route, Scenario};
pub use allotted::MIXABLE;
use serde::Serialize;
use std::borrow::Cow;

/// The way of a plan in which each kind of work goes its own way.
pub const ALLOTTED: &str = "allotted";

/// One way to divide the work.
pub struct Strategy {
    /// Stable name in links and on the command line.
    pub key: &'static str,
    /// Whose work it mainly is; the page gives it the colour.
    pub tone: Tone,
    /// Whether the front office's tool is bought for it.
    pub uses_tool: bool,
    /// What it does; none of those that the page fetches apart, see [`further`].
    way: Option<Way>,
}

/// What a strategy does.
#[derive(Clone, Copy)]
pub struct Way {
    /// How it staffs the teams, where that is not as the scenario says; `None` of it where it cannot.
    pub staffed: Option<fn(&Scenario) -> Option<Scenario>>,
    /// The routes of every task; `None` where the scenario lacks a team that it needs.
    pub routes: fn(&Scenario) -> Option<Vec<Route>>,
}

impl Strategy {
    /// What it does; `None` where that has not been fetched.
    pub fn way(&self) -> Option<Way> {
        self.way.or_else(|| further::way(self.key))
    }

    /// Whether the front office's tool is bought for it under a scenario.
    pub fn needs_tool(&self, scenario: &Scenario) -> bool {
        self.uses_tool || self.key == allotted::STRATEGY.key && allotted::uses_tool(scenario)
    }

    /// The scenario as this strategy staffs it, and the routes of its tasks; `None` where it lacks a
    /// team.
    pub fn under<'a>(&self, scenario: &'a Scenario) -> Option<(Cow<'a, Scenario>, Vec<Route>)> {
        let way = self.way()?;
        let scenario = match way.staffed {
            Some(staffed) => Cow::Owned(staffed(scenario)?),
            None => Cow::Borrowed(scenario),
        };
        let routes = pressure::hurried(&scenario, (way.routes)(&scenario)?);
        Some((scenario, routes))
    }
}

/// Routes as people under their own pressure go them.
pub fn under_pressure(scenario: &Scenario, routes: Vec<Route>) -> Vec<Route> {
    pressure::hurried(scenario, routes)
}

/// Whose work something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// The front office.
    Front,
    /// The back office.
    Back,
    /// Tools and automation.
    Tool,
    /// Everyone else, and mixtures.
    Other,
}

/// Every strategy, in the order of the page.
pub static STRATEGIES: &[&Strategy] = &[
    &front_office::STRATEGY,
    &front_with_tool::STRATEGY,
    &back_office::STRATEGY,
    &split::STRATEGY,
    &middle_office::STRATEGY,
    &outsourced::STRATEGY,
    &automated::STRATEGY,
    &one_team::STRATEGY,
    &ring_fenced::STRATEGY,
    &redirected::STRATEGY,
    &straight::STRATEGY,
    &own_process::STRATEGY,
    &allotted::STRATEGY,
];

/// Finds a strategy by its key.
pub fn find(key: &str) -> Option<&'static Strategy> {
    STRATEGIES
        .iter()
        .copied()
        .find(|strategy| strategy.key == key)
}
