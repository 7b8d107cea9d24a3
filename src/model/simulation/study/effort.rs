//! What a study takes.

use serde::{Deserialize, Serialize};

/// What is looked at of a replication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Tasks that are left out at its beginning.
    pub warm_up: u64,
    /// Tasks that are measured.
    pub measured: u64,
}

/// What a study did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Effort {
    /// Replications done.
    pub replications: u32,
    /// Tasks of each replication that were left out at its beginning.
    pub warm_up: u64,
    /// Tasks of each replication that were measured.
    pub measured: u64,
    /// The same of the runs that had not settled by the end of their trials, where others had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow: Option<Part>,
    /// Arrivals of everything, warm-up and trials included.
    pub arrivals: u64,
    /// Events of everything.
    pub events: u64,
}

impl Effort {
    /// What was looked at of each replication of the runs that had settled.
    pub fn part(&self) -> Part {
        Part {
            warm_up: self.warm_up,
            measured: self.measured,
        }
    }
}
