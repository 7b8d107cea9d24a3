//! Ways to divide the work. A strategy is a function from a scenario to routes, and nothing else:
//! the queues, the money and the turnaround follow from the routes.

mod back_office;
mod front_office;
mod front_with_tool;
mod own_process;
mod parts;
mod split;
mod straight;

use super::scenario::{Route, Scenario};
use serde::Serialize;

/// One way to divide the work.
pub struct Strategy {
    /// Stable name in links and on the command line.
    pub key: &'static str,
    /// Whose work it mainly is; the page gives it the colour.
    pub tone: Tone,
    /// Whether the front office's tool is bought for it.
    pub uses_tool: bool,
    /// The routes of every task; `None` where the scenario lacks a team that it needs.
    pub routes: fn(&Scenario) -> Option<Vec<Route>>,
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
    &straight::STRATEGY,
    &own_process::STRATEGY,
];

/// Finds a strategy by its key.
pub fn find(key: &str) -> Option<&'static Strategy> {
    STRATEGIES
        .iter()
        .copied()
        .find(|strategy| strategy.key == key)
}
