//! The retail bank: a tool lets the branch approve low-risk loans itself.
//!
//! 150 loans a week. Behind: 40 minutes at £28, handed over in 6 minutes at £35; one in five comes
//! back unclear. With the tool: 30 minutes in front, and three times the errors. One customer in
//! twenty walks away where the loan is handed over. Hours are counted as they are worked, nobody
//! waits: the example compares the work itself.

use super::{AS_WORKED, PER_WEEK, Preset, UNCHECKED, blank, first_revision, set, set_each};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "loans",
    revision: 1,
    controls: &[
        "loan.rate",
        "front.rate",
        "back.rate",
        "loan.front_minutes",
        "loan.back_minutes",
        "tool.saving",
        "loan.walk_away",
        "front.error",
    ],
    strategies: &["back_office", "front_with_tool"],
    first_chart: "cost",
};

pub(super) const DECIDERS: &[&str] = &[
    "loan.rate",
    "front.rate",
    "back.rate",
    "loan.front_minutes",
    "loan.back_minutes",
    "tool.saving",
    "tool.licence",
    "loan.unclear",
    "loan.walk_away",
    "loan.customer_value",
    "front.error",
];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("front", TeamKind::Front), ("back", TeamKind::Back)];
    let mut scenario = blank(first_revision(&PRESET), "back_office", &["loan"], &teams);
    set_each(&mut scenario, &["front", "back"], AS_WORKED);
    set_each(&mut scenario, &["front", "back"], UNCHECKED);
    set(
        &mut scenario,
        &[
            ("loan.rate", PER_WEEK * 150.0),
            ("loan.front_minutes", 75.0),
            ("loan.back_minutes", 40.0),
            ("loan.hand_off_minutes", 6.0),
            ("loan.unclear", 0.2),
            ("loan.clarify_back_minutes", 8.0),
            ("loan.error_cost", 300.0),
            ("loan.customer_value", 180.0),
            ("loan.walk_away", 0.05),
            ("loan.late_loss", 0.0),
            ("loan.error_loss", 0.0),
            ("front.staff", 15.0),
            ("front.rate", 35.0),
            ("front.error", 0.03),
            ("back.rate", 28.0),
            ("back.error", 0.01),
            ("tool.set_up", 40_000.0),
            ("tool.licence", 55.0),
            ("tool.training_hours", 8.0),
        ],
    );
    scenario
}
