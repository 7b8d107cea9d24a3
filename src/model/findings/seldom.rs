//! Findings that are seldom made. The page fetches their search apart: the first example has none.

use super::{Finding, promised, troubles};
use crate::model::arrival::Arrival;
use crate::model::evaluation::Evaluation;
use crate::model::scenario::Scenario;

/// Searches for them.
pub type Search = fn(&Scenario, &Evaluation) -> Vec<Finding>;

/// Where the search arrives.
pub static ARRIVAL: Arrival<Search> = Arrival::new();

/// Searches for them. On the page only the part that brings this may call it.
pub fn search(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let promised = promised::promised(scenario, evaluation);
    let troubles = troubles::seldom(scenario, evaluation);
    promised.into_iter().chain(troubles).collect()
}

/// Those findings, where the search has arrived.
pub(super) fn seldom(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Finding> {
    let search = ARRIVAL.at_hand(|| search as Search);
    search.map_or_else(Vec::new, |search| search(scenario, evaluation))
}
