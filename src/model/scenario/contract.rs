//! What a partner or a piece of software is paid, and what it leaves to us.

use crate::model::units::{Hours, Money, People, Share};
use serde::{Deserialize, Serialize};

/// The terms of a team that is not made of our people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contract {
    /// Paid for each pass of work.
    pub unit_price: Money,
    /// Paid each month.
    pub monthly_fee: Money,
    /// Paid once: transition, implementation.
    pub set_up: Money,
    /// What steering the partner costs, as a share of what it is paid for its passes.
    pub governance: Share,
    /// People of the back office who stay on for it.
    pub retained: People,
    /// Working time until the partner sends a task back.
    pub turnaround: Hours,
    /// Share of tasks that the software finishes alone (straight-through processing).
    pub straight_through: Share,
    /// How many times the usual minutes an exception takes.
    pub exception_factor: f64,
}

impl Default for Contract {
    /// Nothing is paid.
    fn default() -> Self {
        Self {
            unit_price: Money(0.0),
            monthly_fee: Money(0.0),
            set_up: Money(0.0),
            governance: Share(0.0),
            retained: People(0.0),
            turnaround: Hours(0.0),
            straight_through: Share(0.75),
            exception_factor: 1.5,
        }
    }
}
