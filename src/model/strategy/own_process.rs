//! The process that the user drew: its routes stand in the scenario.

use super::{Strategy, Tone, Way};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "own_process",
    tone: Tone::Other,
    uses_tool: false,
    way: Some(Way {
        staffed: None,
        routes: |scenario| {
            if scenario.own_routes.is_empty() {
                None
            } else {
                Some(scenario.own_routes.clone())
            }
        },
    }),
};
