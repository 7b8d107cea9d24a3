//! The front office does it all with a tool that saves part of the minutes, up to the complexity
//! that it reaches, and may add some of its own.

use super::{Strategy, Tone, Way, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "front_with_tool",
    tone: Tone::Tool,
    uses_tool: true,
    way: Some(Way {
        staffed: None,
        routes: |scenario| {
            parts::live_or_not(scenario, |task| {
                Some(vec![parts::front_with_tool(scenario, task)?])
            })
        },
    }),
};
