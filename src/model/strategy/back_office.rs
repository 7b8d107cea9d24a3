//! A back-office centre of excellence: every task is handed over, some come back unclear.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::TeamKind;

pub(super) static STRATEGY: Strategy = Strategy {
    key: "back_office",
    tone: Tone::Back,
    uses_tool: false,
    way: Some(Way {
        staffed: None,
        routes: |scenario| {
            parts::each_task(scenario, |task| {
                let back = TeamKind::Back;
                Some(vec![parts::handed_over(
                    scenario,
                    task,
                    parts::EVERYTHING,
                    back,
                )?])
            })
        },
    }),
};
