//! A middle office checks what the front office did, and has mended what it finds.

use super::{Strategy, Tone, Way, parts};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "middle_office",
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: None,
    routes: |scenario| {
        parts::each_task(scenario, |task| Some(vec![parts::checked(scenario, task)?]))
    },
};
