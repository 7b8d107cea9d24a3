//! Redirected people: the back office does the work that can wait, and the front office takes the
//! oldest of it while more of its people are idle than are kept free for live contacts. Offered
//! only where there are live contacts.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::{TeamKind, UseOfTime};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "redirected",
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: Some(|scenario| {
        scenario.team_of(TeamKind::Back)?;
        parts::using_time(scenario, UseOfTime::HelpsBehind)
    }),
    routes: |scenario| parts::all_alone(scenario, TeamKind::Back),
};
