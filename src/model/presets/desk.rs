//! Calls and e-mails at one desk: filling the gaps between calls, or people set apart.
//!
//! Sixty calls an hour of five minutes, callers who hold out four minutes, four in five to be
//! answered within twenty seconds; twenty-five e-mails an hour of five minutes. Nine people can take on
//! 27.5 of them while three are kept free for calls; near that they would wait for days. Nobody away,
//! errors left out.

use super::{Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "desk",
    revision: 1,
    controls: &[
        "call.rate",
        "call.front_minutes",
        "call.patience",
        "email.rate",
        "email.front_minutes",
        "front.staff",
        "front.reserve",
        "front.ring_fenced",
    ],
    strategies: &["ring_fenced", "front_office"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &["call.rate", "email.rate", "front.staff"];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("front", TeamKind::Front)];
    let tasks = ["call", "email"];
    let mut scenario = blank(first_revision(&PRESET), "ring_fenced", &tasks, &teams);
    set(
        &mut scenario,
        &[
            ("call.channel", 3.0),
            ("call.rate", 60.0),
            ("call.front_minutes", 5.0),
            ("email.channel", 1.0),
            ("email.rate", 25.0),
            ("email.front_minutes", 5.0),
            ("email.promise", 2.0),
            ("front.staff", 9.0),
            ("front.rate", 16.0),
            ("front.shrinkage", 0.0),
            ("front.posts_released", 1.0),
            ("front.error", 0.0),
            ("front.reserve", 3.0),
            ("front.ring_fenced", 3.0),
        ],
    );
    scenario
}
