//! Ring-fenced time: some of the front office do nothing but work that can wait, the others nothing
//! but live contacts. Offered only where there are both.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::{TeamKind, UseOfTime};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "ring_fenced",
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: Some(|scenario| parts::using_time(scenario, UseOfTime::RingFenced)),
    routes: |scenario| parts::all_alone(scenario, TeamKind::Front),
};
