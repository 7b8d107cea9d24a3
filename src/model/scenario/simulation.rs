//! How chance is simulated.

use serde::{Deserialize, Serialize};

/// The choices of the simulation that a scenario carries, so that its link gives the same answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Simulation {
    /// The seed of all chance, a whole number: the same seed gives the same tasks.
    pub seed: f64,
    /// Whether times that vary are lognormal, with a longer tail, instead of gamma.
    pub lognormal: bool,
}

impl Default for Simulation {
    fn default() -> Self {
        Self {
            seed: 1.0,
            lognormal: false,
        }
    }
}
