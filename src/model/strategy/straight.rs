//! Straight to the team behind: it takes the work as it comes, with no hand-over and no questions.

use super::{Strategy, Tone, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "straight",
    tone: Tone::Back,
    uses_tool: false,
    routes: |scenario| {
        parts::each_task(scenario, |task| Some(vec![parts::behind(scenario, task)?]))
    },
};
