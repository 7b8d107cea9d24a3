//! Tax planning: each adviser alone, or a centre of excellence.
//!
//! Twenty plans a week. An adviser takes two hours at £90 and errs in one of ten; the centre takes
//! 70 minutes at £55 and errs in one of fifty. Handing a plan over takes 15 minutes, three in ten
//! come back with a question. Hours are counted as they are worked, nobody waits.

use super::{AS_WORKED, PER_WEEK, Preset, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "tax",
    revision: 1,
    controls: &[
        "plan.rate",
        "front.rate",
        "back.rate",
        "plan.front_minutes",
        "plan.back_minutes",
        "front.error",
        "plan.unclear",
        "plan.error_cost",
    ],
    strategies: &["front_office", "back_office"],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "front.rate",
    "back.rate",
    "plan.front_minutes",
    "plan.back_minutes",
    "front.error",
    "back.error",
    "plan.hand_off_minutes",
    "plan.unclear",
    "plan.error_cost",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("front", TeamKind::Front), ("back", TeamKind::Back)];
    let mut scenario = blank(first_revision(&PRESET), "front_office", &["plan"], &teams);
    set_each(&mut scenario, &["front", "back"], AS_WORKED);
    set(
        &mut scenario,
        &[
            ("plan.rate", PER_WEEK * 20.0),
            ("plan.front_minutes", 120.0),
            ("plan.back_minutes", 70.0),
            ("plan.hand_off_minutes", 15.0),
            ("plan.unclear", 0.3),
            ("plan.clarify_front_minutes", 10.0),
            ("plan.clarify_back_minutes", 10.0),
            ("plan.error_cost", 3_000.0),
            ("front.rate", 90.0),
            ("front.error", 0.1),
            ("front.detection", 0.5),
            ("back.rate", 55.0),
            ("back.error", 0.02),
            ("back.detection", 0.7),
        ],
    );
    scenario
}
