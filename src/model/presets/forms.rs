//! Forms: people, or software with people for the exceptions.
//!
//! 20,000 forms a month of four minutes at £22, a fifth of the paid time away, 85 % busy. The
//! software costs £80,000, £1,500 a month and £0.05 a form, finishes three in four alone and errs
//! in two of a thousand of those; an exception takes six minutes.

use super::{PER_MONTH, Preset, UNCHECKED, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "forms",
    revision: 1,
    controls: &[
        "form.rate",
        "form.back_minutes",
        "back.rate",
        "back.error",
        "software.straight_through",
        "software.unit_price",
        "software.monthly_fee",
        "software.exception_factor",
    ],
    strategies: &["straight", "automated"],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "form.rate",
    "form.back_minutes",
    "back.rate",
    "back.error",
    "software.straight_through",
    "software.unit_price",
    "software.monthly_fee",
    "software.exception_factor",
    "software.error",
    "form.error_cost",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("back", TeamKind::Back), ("software", TeamKind::Bot)];
    let mut scenario = blank(first_revision(&PRESET), "straight", &["form"], &teams);
    set_each(&mut scenario, &["back", "software"], UNCHECKED);
    set(
        &mut scenario,
        &[
            ("form.rate", PER_MONTH * 20_000.0),
            ("form.back_minutes", 4.0),
            ("form.error_cost", 10.0),
            ("back.rate", 22.0),
            ("back.flexible", 1.0),
            ("back.shrinkage", 0.2),
            ("back.error", 0.015),
            ("software.rate", 0.0),
            ("software.flexible", 1.0),
            ("software.queues", 0.0),
            ("software.error", 0.002),
            ("software.unit_price", 0.05),
            ("software.monthly_fee", 1_500.0),
            ("software.set_up", 80_000.0),
            ("software.straight_through", 0.75),
            ("software.exception_factor", 1.5),
            ("horizon.months", 24.0),
        ],
    );
    scenario
}
