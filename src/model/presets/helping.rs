//! One team: callers in front, cases behind, and the front office helps behind when it is quiet.
//!
//! Eleven in front take 80 calls an hour of six minutes from callers who hold out five; seven
//! behind take 20 cases an hour of twenty minutes. Somebody from the front works at 0.8 of their
//! speed and loses two minutes to each case. Nobody away, errors left out.

use super::{Preset, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "helping",
    revision: 1,
    controls: &[
        "call.rate",
        "case.rate",
        "call.front_minutes",
        "case.back_minutes",
        "front.staff",
        "back.staff",
        "front.reserve",
        "case.promise",
    ],
    strategies: &["straight", "redirected"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &["call.rate", "case.rate", "front.staff", "back.staff"];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("front", TeamKind::Front), ("back", TeamKind::Back)];
    let tasks = ["call", "case"];
    let mut scenario = blank(first_revision(&PRESET), "straight", &tasks, &teams);
    let shared = [
        ("shrinkage", 0.0),
        ("error", 0.0),
        ("posts_released", 1.0),
        ("rate", 14.0),
    ];
    set_each(&mut scenario, &["front", "back"], &shared);
    set(
        &mut scenario,
        &[
            ("call.channel", 3.0),
            ("call.rate", 80.0),
            ("call.front_minutes", 6.0),
            ("call.patience", 5.0),
            ("case.rate", 20.0),
            ("case.back_minutes", 20.0),
            ("case.promise", 1.0),
            ("front.staff", 11.0),
            ("front.reserve", 6.0),
            ("back.staff", 7.0),
        ],
    );
    scenario.tasks[1].name = Some("Cases".to_owned());
    scenario
}
