//! Another firm does it, for a price a task: handed over and asked about like work for a back
//! office, steered by people of ours.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::TeamKind;

pub(super) static STRATEGY: Strategy = Strategy {
    key: "outsourced",
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: None,
    routes: |scenario| {
        parts::each_task(scenario, |task| {
            let partner = TeamKind::Outsourced;
            Some(vec![parts::behind(
                scenario,
                task,
                parts::EVERYTHING,
                partner,
            )?])
        })
    },
};
