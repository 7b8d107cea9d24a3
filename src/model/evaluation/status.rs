//! Whether a strategy can be run, and what stops it.

use serde::Serialize;

/// Whether a strategy can be run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Status {
    /// All teams keep up.
    Steady,
    /// Work arrives faster than a team can finish it.
    Overload {
        /// The worst team, by its place in the scenario.
        team: usize,
        /// Tasks by which its backlog grows a week.
        growth_per_week: f64,
        /// Fewest people on its roster that would keep up.
        staff_needed: f64,
    },
    /// There is work for a team without people.
    NobodyOnDuty {
        /// The team, by its place in the scenario.
        team: usize,
        /// Fewest people on its roster that would keep up.
        staff_needed: f64,
    },
    /// The scenario lacks a team or a kind of work that it needs.
    Impossible,
    /// Customers chase what is late, which makes more of it late, without end.
    Spiral,
    /// No tasks arrive.
    NothingToDo,
    /// The routes send work round for ever.
    NeverEnds,
}

impl Status {
    /// Whether the strategy keeps up with its work.
    pub fn runs(self) -> bool {
        self == Status::Steady
    }
}
