//! Software does what it can alone; the exceptions go to people, who take longer over them.

use super::{Strategy, Tone, Way, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "automated",
    tone: Tone::Tool,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: None,
    routes: |scenario| {
        parts::each_task(scenario, |task| {
            Some(vec![parts::automated(scenario, task)?])
        })
    },
};
