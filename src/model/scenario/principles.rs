//! How the five principles are weighed, and what vetoes a way.

use crate::model::decimal::kept;
use serde::{Deserialize, Serialize};

/// How many principles there are.
pub const COUNT: usize = 5;

/// Weights and limits of the decision guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Principles {
    /// Weights in the order of the article: complexity and expertise, responsiveness, cost against
    /// value, volume and frequency, service level. Only their proportions count.
    pub weights: [f64; COUNT],
    /// Least share within the promise; a way below it is vetoed. None at 0.
    pub floor: f64,
    /// Most errors a task that may reach the customer; a way above it is vetoed. None at 1.
    pub escape_limit: f64,
    /// Labour cost of a task against which costs are scored; today's at 0.
    pub reference: f64,
}

impl Default for Principles {
    fn default() -> Self {
        Self {
            weights: [0.2; COUNT],
            floor: 0.0,
            escape_limit: 1.0,
            reference: 0.0,
        }
    }
}

impl Principles {
    /// The weights as shares that add up to one; equal where all are nothing.
    pub fn shares(&self) -> [f64; COUNT] {
        let sum: f64 = self.weights.iter().sum();
        match sum > 0.0 {
            true => self.weights.map(|weight| weight / sum),
            false => [1.0 / COUNT as f64; COUNT],
        }
    }

    /// Every number, in the order of a link.
    pub fn numbers(&self) -> [f64; COUNT + 3] {
        let [a, b, c, d, e] = self.weights;
        [a, b, c, d, e, self.floor, self.escape_limit, self.reference]
    }

    /// The same from numbers, each within its limits.
    pub fn of(numbers: [f64; COUNT + 3]) -> Self {
        let within = |value: f64, most: f64| match value.is_finite() {
            true => kept(value.clamp(0.0, most)),
            false => 0.0,
        };
        let [a, b, c, d, e, floor, limit, reference] = numbers;
        Self {
            weights: [a, b, c, d, e].map(|weight| within(weight, 1.0)),
            floor: within(floor, 1.0),
            escape_limit: within(limit, 1.0),
            reference: within(reference, 1e6),
        }
    }
}
