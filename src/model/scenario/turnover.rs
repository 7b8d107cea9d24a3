//! People who leave and people who begin: how often, what it costs, how long until they are quick.

use crate::model::cost::people::{Learning, Newcomer, attrition_under_load};
use crate::model::units::{Money, Share};
use serde::{Deserialize, Serialize};

/// Coming and going in a team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Turnover {
    /// a: leavers a year, as a share of the team.
    pub attrition: Share,
    /// Finding and hiring one person.
    pub hire_cost: Money,
    /// Weeks of pay for training before the first task.
    pub training_weeks: f64,
    /// Letting one person go.
    pub exit_cost: Money,
    /// p₀: share of the usual output on the first day of work.
    pub starting_output: Share,
    /// p∞: share reached in the end.
    pub full_output: Share,
    /// L: weeks in which the gap shrinks to 1/e of itself.
    pub learning_weeks: f64,
    /// Whether more leave where people are busier than 85 %.
    pub burnout: bool,
}

impl Default for Turnover {
    /// Nobody leaves, and so the rest is of no account.
    fn default() -> Self {
        Self {
            attrition: Share(0.0),
            hire_cost: Money(1_500.0),
            training_weeks: 2.0,
            exit_cost: Money(0.0),
            starting_output: Share(0.5),
            full_output: Share(1.0),
            learning_weeks: 6.0,
            burnout: false,
        }
    }
}

impl Turnover {
    /// How output grows.
    pub fn learning(&self) -> Learning {
        Learning {
            start: self.starting_output.get(),
            full: self.full_output.get(),
            weeks: self.learning_weeks,
        }
    }

    /// What a newcomer costs whose week's pay is `week`: output lost while learning at full pay.
    pub fn newcomer(&self, week: f64) -> Newcomer {
        self.newcomer_who_learns(self.learning().lost_weeks(), week)
    }

    /// The same by the unit of output of a practised hand, for those who never reach the usual one.
    pub fn newcomer_for_output(&self, week: f64) -> Newcomer {
        self.newcomer_who_learns(self.learning().paid_weeks(), week)
    }

    fn newcomer_who_learns(&self, weeks: f64, week: f64) -> Newcomer {
        Newcomer {
            hire: self.hire_cost.get(),
            training: self.training_weeks * week,
            ramp_up: weeks.max(0.0) * week,
        }
    }

    /// Leavers a year, as a share, where people are so busy.
    pub fn leavers(&self, occupancy: f64) -> f64 {
        let attrition = self.attrition.get();
        if self.burnout {
            attrition_under_load(attrition, occupancy)
        } else {
            attrition
        }
    }
}
