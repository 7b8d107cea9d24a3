//! Outsourcing: non-core work, done in-house or bought at a price a task.
//!
//! 12,000 tasks a month of six minutes at £24, a quarter of the paid time away, 85 % busy. The
//! partner takes £2.60 and 7 % of that to steer, errs more often, and leaves half a post with us;
//! moving the work costs £60,000.

use super::{PER_MONTH, Preset, UNCHECKED, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "outsourcing",
    revision: 1,
    controls: &[
        "case.rate",
        "case.back_minutes",
        "back.rate",
        "back.error",
        "partner.unit_price",
        "partner.error",
        "partner.governance",
        "partner.retained",
    ],
    strategies: &["straight", "outsourced"],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "case.rate",
    "case.back_minutes",
    "back.rate",
    "back.error",
    "back.target_occupancy",
    "partner.unit_price",
    "partner.error",
    "partner.governance",
    "partner.retained",
    "case.error_cost",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("back", TeamKind::Back), ("partner", TeamKind::Outsourced)];
    let mut scenario = blank(first_revision(&PRESET), "straight", &["case"], &teams);
    set_each(&mut scenario, &["back", "partner"], UNCHECKED);
    set(
        &mut scenario,
        &[
            ("case.rate", PER_MONTH * 12_000.0),
            ("case.back_minutes", 6.0),
            ("case.error_cost", 12.0),
            ("back.rate", 24.0),
            ("back.flexible", 1.0),
            ("back.error", 0.015),
            ("partner.rate", 0.0),
            ("partner.flexible", 1.0),
            ("partner.queues", 0.0),
            ("partner.error", 0.025),
            ("partner.unit_price", 2.6),
            ("partner.governance", 0.07),
            ("partner.retained", 0.5),
            ("partner.set_up", 60_000.0),
        ],
    );
    scenario
}
