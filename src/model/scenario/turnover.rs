//! People who leave and people who begin: how often, what it costs, how long until they are quick.

use crate::model::cost::people::{Learning, Newcomer};
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

    /// What a newcomer costs whose week's pay is `week`.
    pub fn newcomer(&self, week: f64) -> Newcomer {
        let (hire, training) = (self.hire_cost.get(), self.training_weeks);
        Newcomer::new(hire, training, &self.learning(), week)
    }
}
