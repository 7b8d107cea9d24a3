//! The front office does it all: no hand-off, no queue behind, and the dearest hour.

use super::{Strategy, Tone, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "front_office",
    tone: Tone::Front,
    uses_tool: false,
    routes: |scenario| {
        parts::each_task(scenario, |task| {
            Some(vec![parts::front(scenario, task, parts::EVERYTHING)?])
        })
    },
};
