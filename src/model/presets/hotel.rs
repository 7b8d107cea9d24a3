//! The hotel's promise, "we'll get that sorted within the hour": can it be kept?
//!
//! Three faults an hour reach the engineers at random moments and take half an hour on average,
//! exponentially; nothing else is on their hands. Two, three or four of them on duty, nobody away.
//! The promise to the guest is an hour from the call. Rate and hours are assumed.

use super::{Preset, blank, first_revision, set};
use crate::model::scenario::{Scenario, TeamKind};

pub(super) static PRESET: Preset = Preset {
    key: "hotel",
    revision: 1,
    controls: &[
        "fault.rate",
        "fault.back_minutes",
        "maintenance.staff",
        "fault.promise",
        "fault.service_scv",
        "maintenance.rate",
    ],
    strategies: &["straight"],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &[];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [("maintenance", TeamKind::Back)];
    let mut scenario = blank(first_revision(&PRESET), "straight", &["fault"], &teams);
    scenario.teams[0].name = Some("maintenance".to_owned());
    set(
        &mut scenario,
        &[
            ("fault.rate", 3.0),
            ("fault.back_minutes", 30.0),
            ("fault.promise", 1.0),
            ("maintenance.staff", 2.0),
            ("maintenance.shrinkage", 0.0),
            ("maintenance.error", 0.0),
            ("maintenance.slower_with_complexity", 0.0),
        ],
    );
    scenario
}
