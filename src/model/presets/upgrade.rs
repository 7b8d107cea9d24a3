//! Temporary support staff for a software upgrade, as the first article proposes: for how long does
//! temporary pay?
//!
//! Two hundred tickets a week, up to five hundred in the weeks of the upgrade, three quarters of an
//! hour each; seven people at £26 do 245 a week. Letting one of them go costs a week's pay and £500. Temporary staff at £30 begin in week 1. All figures
//! are assumed.

use super::{PER_WEEK, Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, Surge, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "upgrade",
    revision: 1,
    controls: &[
        "surge.temps",
        "surge.start",
        "surge.weeks",
        "surge.hires",
        "back.staff",
        "ticket.back_minutes",
        "temps.rate",
        "surge.week_cost",
    ],
    strategies: &["straight"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &["ticket.rate", "back.staff"];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("back", TeamKind::Back), ("temps", TeamKind::Temporary)];
    let mut scenario = blank(first_revision(&PRESET), "straight", &["ticket"], &teams);
    scenario.tasks[0].name = Some("Tickets".to_owned());
    let weekly = [
        vec![200.0; 2],
        vec![500.0; 4],
        vec![350.0; 4],
        vec![250.0; 4],
    ]
    .concat();
    scenario.surge = Some(Box::new(Surge {
        weekly,
        ..Surge::with_defaults()
    }));
    set(
        &mut scenario,
        &[
            ("ticket.rate", 200.0 * PER_WEEK),
            ("ticket.back_minutes", 45.0),
            ("ticket.promise", 37.5),
            ("back.staff", 7.0),
            ("back.rate", 26.0),
            ("back.shrinkage", 0.3),
            ("back.error", 0.0),
            ("back.slower_with_complexity", 0.0),
            ("back.hire_cost", 1_500.0),
            ("back.training_weeks", 2.0),
            ("back.starting_output", 0.5),
            ("back.full_output", 1.0),
            ("back.learning_weeks", 6.0),
            ("back.exit_cost", 1_475.0),
            ("temps.rate", 30.0),
            ("temps.shrinkage", 0.2),
            ("temps.hire_cost", 400.0),
            ("temps.training_weeks", 0.5),
            ("temps.starting_output", 0.4),
            ("temps.full_output", 0.85),
            ("temps.learning_weeks", 3.0),
            ("temps.staff", 0.0),
            ("surge.week_cost", 20.0),
            ("surge.earliest", 1.0),
            ("surge.hazard", 0.0),
            ("surge.temps", 7.0),
            ("surge.start", 1.0),
            ("surge.weeks", 9.0),
        ],
    );
    scenario
}
