//! The front office does it all: no hand-off, no queue behind, and the dearest hour.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::TeamKind;

pub(super) static STRATEGY: Strategy = Strategy {
    key: "front_office",
    tone: Tone::Front,
    uses_tool: false,
    way: Some(Way {
        staffed: None,
        routes: |scenario| parts::all_alone(scenario, TeamKind::Front),
    }),
};
