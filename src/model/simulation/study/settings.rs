//! How a study is done.

use serde::{Deserialize, Serialize};

/// Fewest replications.
pub const FEWEST_REPLICATIONS: u32 = 20;
/// Most replications.
pub const MOST_REPLICATIONS: u32 = 200;

/// How a study is done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The seed: the same seed gives the same answer.
    pub seed: u64,
    /// Fewest replications.
    pub fewest: u32,
    /// Most replications.
    pub most: u32,
    /// Half-width of the intervals of time at which it is enough, as a share of the mean.
    pub precision: f64,
    /// Where only the shares kept and answered in time are wanted: half-width of their intervals at
    /// which it is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<f64>,
}

impl Settings {
    /// Twenty to two hundred replications, until mean and 90th percentile are known to one part
    /// in fifty.
    pub fn with_seed(seed: u64) -> Self {
        Self {
            seed,
            fewest: FEWEST_REPLICATIONS,
            most: MOST_REPLICATIONS,
            precision: 0.02,
            shares: None,
        }
    }

    /// Twenty to two hundred replications, until every share kept or answered is known so well.
    pub fn of_shares(seed: u64, half: f64) -> Self {
        Self {
            shares: Some(half),
            ..Self::with_seed(seed)
        }
    }
}
