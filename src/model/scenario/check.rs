//! What a middle office does: check what passes, and have mended what it finds.

use crate::model::units::Minutes;
use serde::{Deserialize, Serialize};

/// Minutes of the check and of the repair of one task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Check {
    /// Minutes of the middle office to check one task.
    pub minutes: Minutes,
    /// Minutes of the front office to repair a task that was caught.
    pub repair_front_minutes: Minutes,
    /// Minutes of the back office for the same.
    pub repair_back_minutes: Minutes,
}

impl Default for Check {
    fn default() -> Self {
        Self {
            minutes: Minutes(2.0),
            repair_front_minutes: Minutes(10.0),
            repair_back_minutes: Minutes(20.0),
        }
    }
}
