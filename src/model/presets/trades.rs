//! Trades: a middle office checks every booking, or what is wrong fails at settlement.
//!
//! 400 trades a day, four in a hundred booked wrongly, £450 for each that fails. The check takes
//! 1.5 minutes at £60 and catches nine in ten; each of those takes ten minutes at £150 and twenty
//! at £40 to mend. Booking itself is the same either way and left out (no minutes).

use super::{AS_WORKED, PER_DAY, Preset, UNCHECKED, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "trades",
    revision: 1,
    controls: &[
        "trade.rate",
        "front.error",
        "trade.error_cost",
        "middle.check_minutes",
        "middle.rate",
        "middle.detection",
        "middle.repair_front_minutes",
        "middle.repair_back_minutes",
    ],
    strategies: &["front_office", "middle_office"],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "trade.rate",
    "front.error",
    "trade.error_cost",
    "front.rate",
    "middle.check_minutes",
    "middle.rate",
    "middle.detection",
    "middle.repair_front_minutes",
    "middle.repair_back_minutes",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [
        ("front", TeamKind::Front),
        ("middle", TeamKind::Middle),
        ("back", TeamKind::Back),
    ];
    let mut scenario = blank(first_revision(&PRESET), "middle_office", &["trade"], &teams);
    set_each(&mut scenario, &["front", "middle", "back"], AS_WORKED);
    set_each(&mut scenario, &["front"], UNCHECKED);
    set(
        &mut scenario,
        &[
            ("trade.rate", PER_DAY * 400.0),
            ("trade.front_minutes", 0.0),
            ("trade.error_cost", 450.0),
            ("front.rate", 150.0),
            ("front.error", 0.04),
            ("middle.rate", 60.0),
            ("middle.detection", 0.9),
            ("middle.check_minutes", 1.5),
            ("middle.repair_front_minutes", 10.0),
            ("middle.repair_back_minutes", 20.0),
            ("back.rate", 40.0),
        ],
    );
    scenario
}
