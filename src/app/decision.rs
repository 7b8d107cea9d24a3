//! The decision: the best plan, what a target would take, the five principles, today. Fetched when
//! asked for, with the other panels.

mod choices;
mod cures;
mod frontier;
mod grid;
mod plan;
mod principles;
mod roster;
mod solve;
mod today;
mod weights;

use super::parts::{Build, Panel};

/// Builds a panel of the decision.
pub fn panel(which: Panel) -> Build {
    match which {
        Panel::Solve => solve::panel,
        Panel::Principles => principles::panel,
        Panel::Today => today::panel,
        _ => plan::panel,
    }
}
