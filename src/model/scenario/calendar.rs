//! The site's working clock, and the horizon of a comparison.

use crate::model::units::{Hours, Share};
use serde::{Deserialize, Serialize};

const MONTHS_PER_YEAR: f64 = 12.0;

/// Working time of the site. Work arrives and is done in open hours only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Open and paid hours a day.
    pub hours_per_day: Hours,
    /// Open days a week.
    pub days_per_week: f64,
    /// Open weeks a year.
    pub weeks_per_year: f64,
}

impl Calendar {
    /// Open hours a week.
    pub fn hours_per_week(&self) -> f64 {
        self.hours_per_day.get() * self.days_per_week
    }

    /// Open hours in a twelfth of a year.
    pub fn hours_per_month(&self) -> f64 {
        self.hours_per_week() * self.weeks_per_year / MONTHS_PER_YEAR
    }
}

/// How far ahead a comparison with set-up costs looks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    /// Months looked ahead.
    pub months: f64,
    /// Discount a year.
    pub discount: Share,
}
