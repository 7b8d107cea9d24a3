//! A surge in client onboarding, of which the third article speaks: hire temporary staff, or wait?
//!
//! Fifty clients a week, ninety in each of eight weeks, three hours each. Six people behind, a quarter
//! of the time away, do 56.25 a week. Temporary staff at £27 begin in week 2 at half the output.
//! Consultants could take the work at £100 an hour. All figures are assumed.

use super::{PER_WEEK, Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, Surge, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "surge",
    revision: 1,
    controls: &[
        "surge.temps",
        "surge.start",
        "surge.weeks",
        "surge.overtime",
        "back.staff",
        "client.back_minutes",
        "temps.rate",
        "surge.week_cost",
    ],
    strategies: &["straight"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &["client.rate", "back.staff"];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [
        ("front", TeamKind::Front),
        ("back", TeamKind::Back),
        ("temps", TeamKind::Temporary),
    ];
    let mut scenario = blank(first_revision(&PRESET), "straight", &["client"], &teams);
    scenario.tasks[0].name = Some("Clients".to_owned());
    let weekly = [vec![50.0], vec![90.0; 8]].concat();
    scenario.surge = Some(Box::new(Surge {
        weekly,
        ..Surge::with_defaults()
    }));
    set(
        &mut scenario,
        &[
            ("client.rate", 50.0 * PER_WEEK),
            ("client.front_minutes", 180.0),
            ("client.back_minutes", 180.0),
            ("client.promise", 37.5),
            ("front.staff", 5.0),
            ("front.rate", 100.0),
            ("front.billed_share", 1.0),
            ("front.posts_released", 0.0),
            ("back.staff", 6.0),
            ("back.rate", 30.0),
            ("back.shrinkage", 0.25),
            ("back.error", 0.0),
            ("back.slower_with_complexity", 0.0),
            ("temps.rate", 27.0),
            ("temps.shrinkage", 0.2),
            ("temps.hire_cost", 400.0),
            ("temps.starting_output", 0.5),
            ("temps.full_output", 0.9),
            ("temps.learning_weeks", 4.0),
            ("temps.staff", 0.0),
            ("surge.week_cost", 35.0),
            ("surge.earliest", 2.0),
            ("surge.hazard", 0.0),
            ("surge.temps", 6.0),
            ("surge.start", 2.0),
            ("surge.weeks", 7.0),
        ],
    );
    scenario
}
