//! A plain start for numbers of one's own: one kind of work, a front and a back office, and nothing
//! else.
//!
//! No client pays for anybody's hours, nobody has a tool, and all posts are paid by what they do. Ten
//! requests an hour, twelve minutes in front or ten behind; a fifth of the time away. All figures are
//! placeholders.

use super::{Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "office",
    revision: 1,
    controls: &[
        "request.rate",
        "request.front_minutes",
        "request.back_minutes",
        "front.rate",
        "back.rate",
        "front.staff",
        "back.staff",
        "request.promise",
    ],
    strategies: &["back_office", "front_office", "split"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &[
    "request.front_minutes",
    "request.back_minutes",
    "request.unclear",
    "request.rate",
    "front.rate",
    "back.rate",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("front", TeamKind::Front), ("back", TeamKind::Back)];
    let mut scenario = blank(first_revision(&PRESET), "back_office", &["request"], &teams);
    scenario.tasks[0].name = Some("Requests".to_owned());
    set(
        &mut scenario,
        &[
            ("request.rate", 10.0),
            ("request.front_minutes", 12.0),
            ("request.back_minutes", 10.0),
            ("request.promise", 450.0 / 60.0),
            ("front.rate", 20.0),
            ("front.staff", 5.0),
            ("front.posts_released", 1.0),
            ("front.shrinkage", 0.2),
            ("back.rate", 18.0),
            ("back.staff", 5.0),
            ("back.shrinkage", 0.2),
            ("back.posts_released", 1.0),
        ],
    );
    scenario
}
