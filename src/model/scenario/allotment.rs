//! Work shared out among several ways: which share of a kind of work goes which way.

use crate::model::units::Share;
use serde::{Deserialize, Serialize};

/// A share of a kind of work and the way it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allotment {
    /// Key of the way.
    pub way: String,
    /// Share of the arrivals; those of a kind of work add up to one.
    pub share: Share,
}

impl Allotment {
    /// A share of the arrivals on a way.
    pub fn new(way: &str, share: f64) -> Self {
        Self {
            way: way.to_owned(),
            share: Share(share),
        }
    }
}
