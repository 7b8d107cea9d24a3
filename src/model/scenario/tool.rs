//! The do-it-yourself tool of the front office.

use crate::model::units::{Hours, Minutes, Money, Share};
use serde::{Deserialize, Serialize};

/// A tool that lets the front office do a task faster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Share of the front-office minutes that it saves, where it reaches.
    pub saving: Share,
    /// Complexity up to which it helps; 1 is all tasks.
    pub reach: Share,
    /// Minutes it adds to every task: logging in, filling forms.
    pub admin_minutes: Minutes,
    /// Paid once.
    pub set_up: Money,
    /// Paid each month for each member of the front office.
    pub licence: Money,
    /// Paid hours in which each member learns to use it.
    #[serde(default)]
    pub training_hours: Hours,
}
