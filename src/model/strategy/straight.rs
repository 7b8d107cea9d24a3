//! Straight to the team behind: it takes the work as it comes, with no hand-over and no questions.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::TeamKind;

pub(super) static STRATEGY: Strategy = Strategy {
    key: "straight",
    tone: Tone::Back,
    uses_tool: false,
    way: Some(Way {
        staffed: None,
        routes: |scenario| parts::all_alone(scenario, TeamKind::Back),
    }),
};
