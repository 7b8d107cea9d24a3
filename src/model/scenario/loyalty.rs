//! Customers who are lost: what one is worth, and what drives them away.
//!
//! Only what differs between ways of dividing the work is counted: customers who leave anyway
//! leave under all of them.

use crate::model::units::{Minutes, Money, Share};
use serde::{Deserialize, Serialize};

/// How customers take delay and errors. An assumed curve: published figures are intentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Loyalty {
    /// Margin lost with a customer.
    pub customer_value: Money,
    /// Share of customers who leave because their task is handed over instead of done at once.
    pub walk_away: Share,
    /// Δ_late: chance that a customer is lost whose task is very late.
    pub late_loss: Share,
    /// τ_L: lateness at which 1 − 1/e of that chance is reached.
    pub late_patience: Minutes,
    /// Δ_err: chance that an escaped error loses the customer.
    pub error_loss: Share,
}

impl Default for Loyalty {
    /// No customer is worth anything, and so the rest is of no account.
    fn default() -> Self {
        Self {
            customer_value: Money(0.0),
            walk_away: Share(0.0),
            late_loss: Share(0.02),
            late_patience: Minutes(450.0),
            error_loss: Share(0.05),
        }
    }
}

impl Loyalty {
    /// Share lost of customers of whom `handed` are handed over, whose tasks carry `escapes`
    /// errors and whose lateness loses `late` of Δ_late; never more than all.
    pub fn lost(&self, handed: f64, late: f64, escapes: f64) -> f64 {
        let lost = self.walk_away.get() * handed
            + self.late_loss.get() * late
            + self.error_loss.get() * escapes;
        lost.min(1.0)
    }

    /// How far lateness has gone in losing a customer, 0 to 1: 1 − e^(−s/τ_L).
    pub fn lateness(&self, minutes: f64) -> f64 {
        -(-minutes.max(0.0) / self.late_patience.get()).exp_m1()
    }
}
