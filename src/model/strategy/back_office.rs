//! A back-office centre of excellence: every task is handed over, some come back unclear.

use super::{Strategy, Tone, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "back_office",
    tone: Tone::Back,
    uses_tool: false,
    routes: |scenario| {
        parts::each_task(scenario, |task| {
            Some(vec![parts::back(scenario, task, parts::EVERYTHING)?])
        })
    },
};
