//! How a team shares its time between customers who wait at the other end and work that can wait.

use crate::model::units::{Minutes, People};
use serde::{Deserialize, Serialize};

/// Who sits where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Desk {
    /// Idle people who are kept free for the next live contact, a whole number.
    pub reserve: f64,
    /// People on duty who do nothing but work that can wait, where time is ring-fenced.
    pub ring_fenced: People,
    /// Whether more urgent work interrupts what is being done.
    pub interrupts: bool,
    /// Minutes lost by each interruption, and by each piece of another team's work taken on.
    pub switch_minutes: Minutes,
    /// How the way under evaluation uses the people; no number of the user's.
    #[serde(skip)]
    pub use_of_time: UseOfTime,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            reserve: 0.0,
            ring_fenced: People(0.0),
            interrupts: false,
            switch_minutes: Minutes(2.0),
            use_of_time: UseOfTime::FillsGaps,
        }
    }
}

/// How people who have live contacts use the time between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UseOfTime {
    /// They do the team's own work that can wait, while more than the reserve is idle.
    #[default]
    FillsGaps,
    /// Some do nothing but work that can wait, the others nothing but live contacts.
    RingFenced,
    /// They take on the back office's work, while more than the reserve is idle.
    HelpsBehind,
}
