//! A service centre with five kinds of work and five ways for each: who should do what?
//!
//! An insurer's centre of our own making, after the articles' question and not after any firm: changes
//! of address and bank, quotes, mid-term adjustments, renewals, complaints. A branch, a processing
//! centre, a partner paid by the task, software for the simple part. Every number is assumed.

use super::{Preset, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "service",
    revision: 1,
    controls: &[
        "change.rate",
        "quote.rate",
        "complaint.rate",
        "front.rate",
        "back.rate",
        "front.staff",
        "back.staff",
        "quote.promise",
    ],
    strategies: &[
        "back_office",
        "front_office",
        "front_with_tool",
        "outsourced",
        "automated",
    ],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "front.rate",
    "back.rate",
    "change.rate",
    "quote.rate",
    "adjustment.unclear",
    "quote.walk_away",
    "complaint.error_cost",
    "partner.unit_price",
    "software.straight_through",
    "tool.saving",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

/// Arrivals an hour; minutes in front and behind; share unclear; what an error costs; promise in
/// hours; what a customer is worth; share who leave when handed over.
const KINDS: [(&str, [f64; 8]); 5] = [
    ("change", [14.0, 7.0, 5.0, 0.05, 40.0, 4.0, 0.0, 0.0]),
    ("quote", [6.0, 16.0, 18.0, 0.15, 90.0, 4.0, 150.0, 0.06]),
    ("adjustment", [5.0, 24.0, 16.0, 0.2, 250.0, 7.5, 0.0, 0.0]),
    ("renewal", [4.0, 14.0, 10.0, 0.05, 150.0, 7.5, 180.0, 0.02]),
    (
        "complaint",
        [1.5, 50.0, 60.0, 0.3, 1_500.0, 15.0, 250.0, 0.03],
    ),
];

const NAMES: [&str; 5] = [
    "Changes of address",
    "Quotes",
    "Adjustments",
    "Renewals",
    "Complaints",
];

const FIELDS: [&str; 8] = [
    "rate",
    "front_minutes",
    "back_minutes",
    "unclear",
    "error_cost",
    "promise",
    "customer_value",
    "walk_away",
];

fn first() -> Scenario {
    let teams = [
        ("front", TeamKind::Front),
        ("back", TeamKind::Back),
        ("partner", TeamKind::Outsourced),
        ("software", TeamKind::Bot),
    ];
    let keys = KINDS.map(|(key, _)| key);
    let mut scenario = blank(first_revision(&PRESET), "back_office", &keys, &teams);
    for (key, values) in KINDS {
        for (field, value) in FIELDS.into_iter().zip(values) {
            set(&mut scenario, &[(&format!("{key}.{field}"), value)]);
        }
    }
    for (task, name) in scenario.tasks.iter_mut().zip(NAMES) {
        task.name = Some(name.to_owned());
    }
    let apart = [("flexible", 1.0), ("queues", 0.0), ("rate", 0.0)];
    set_each(&mut scenario, &["partner", "software"], &apart);
    set_each(
        &mut scenario,
        &["front", "back"],
        &[("posts_released", 1.0), ("queues", 1.0)],
    );
    set(
        &mut scenario,
        &[
            ("front.staff", 8.0),
            ("front.rate", 34.0),
            ("front.error", 0.03),
            ("back.staff", 11.0),
            ("back.rate", 24.0),
            ("back.error", 0.015),
            ("partner.unit_price", 2.6),
            ("partner.error", 0.06),
            ("partner.governance", 0.06),
            ("partner.turnaround", 4.0),
            ("partner.retained", 0.2),
            ("partner.set_up", 30_000.0),
            ("software.unit_price", 0.8),
            ("software.monthly_fee", 2_400.0),
            ("software.straight_through", 0.5),
            ("software.exception_factor", 1.5),
            ("software.error", 0.08),
            ("software.set_up", 60_000.0),
            ("tool.saving", 0.35),
            ("tool.set_up", 25_000.0),
            ("tool.licence", 45.0),
        ],
    );
    scenario
}
