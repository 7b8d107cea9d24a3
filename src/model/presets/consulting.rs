//! The consulting firm: £100 an hour in front, £30 behind. Who should do the admin?
//!
//! Twenty consultants whose every plannable hour is sold to clients (20 × 162.5 h × 0.7 × 0.9 =
//! 2,047.5 h a month), so that an hour of admin is an hour of fees lost; their pay is the same in
//! every option and left out. Three back-office posts. Errors are not priced. Work waits only in
//! the back office, and the turnaround is what happens there.
//!
//! The promise of one hour is this example's choice: it is where the back office's queue begins to
//! tell.

use super::{Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "consulting",
    revision: 1,
    controls: &[
        "admin.rate",
        "front.rate",
        "back.rate",
        "front.staff",
        "back.staff",
        "admin.front_minutes",
        "admin.back_minutes",
        "admin.promise",
    ],
    strategies: &["front_office", "front_with_tool", "back_office", "split"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &[
    "admin.rate",
    "front.rate",
    "back.rate",
    "back.staff",
    "admin.front_minutes",
    "admin.back_minutes",
    "tool.saving",
    "tool.licence",
    "admin.hand_off_minutes",
    "admin.unclear",
    "back.posts_released",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

pub(super) fn first() -> Scenario {
    let teams = [("front", TeamKind::Front), ("back", TeamKind::Back)];
    let mut scenario = blank(first_revision(&PRESET), "front_office", &["admin"], &teams);
    set(
        &mut scenario,
        &[
            ("admin.promise", 1.0),
            ("front.billed_share", 1.0),
            ("front.client_hours", 2047.5),
            ("front.error", 0.0),
            ("front.queues", 0.0),
            ("back.shrinkage", 0.0),
            ("back.error", 0.0),
        ],
    );
    scenario
}
