//! Claims: four teams in a row, papers that are missing, work that comes back.
//!
//! Ten claims an hour: intake 12 minutes, triage 15, assessment 55, payment 10. After triage one
//! in five waits for the customer's papers, 900 working minutes on average, and is looked at
//! again; one in ten goes back from assessment to triage. Everybody counted is on duty. Times are
//! exponential. All numbers but the steps themselves are assumed; so is the promise of two days.

use super::{Preset, blank, first_revision, set};
use crate::model::scenario::{Activity, Doer, Route, Scenario, Step, TeamKind};
use crate::model::units::Share;

pub(super) static PRESET: Preset = Preset {
    key: "claims",
    revision: 1,
    controls: &[
        "claim.rate",
        "step2.aside",
        "step5.minutes",
        "step3.minutes",
        "assessment.staff",
        "triage.staff",
        "step3.aside",
        "claim.promise",
    ],
    strategies: &[],
    first_chart: "turnaround",
};

pub(super) const DECIDERS: &[&str] = &[];

pub(super) fn at(revision: u32) -> Option<Scenario> {
    (revision == 1).then(first)
}

fn first() -> Scenario {
    let teams = [
        ("intake", TeamKind::Front),
        ("triage", TeamKind::Middle),
        ("assessment", TeamKind::Back),
        ("payment", TeamKind::Back),
    ];
    let mut scenario = blank(first_revision(&PRESET), "own_process", &["claim"], &teams);
    for (team, name) in scenario
        .teams
        .iter_mut()
        .zip(["intake", "triage", "assessment", "payment"])
    {
        team.name = Some(name.to_owned());
    }
    scenario.own_routes = vec![chain()];
    set(
        &mut scenario,
        &[
            ("claim.rate", 10.0),
            ("claim.promise", 15.0),
            ("intake.staff", 3.0),
            ("triage.staff", 6.0),
            ("assessment.staff", 11.0),
            ("payment.staff", 3.0),
            ("intake.rate", 25.0),
            ("triage.rate", 30.0),
            ("assessment.rate", 35.0),
            ("payment.rate", 25.0),
            ("intake.shrinkage", 0.0),
            ("triage.shrinkage", 0.0),
            ("assessment.shrinkage", 0.0),
            ("payment.shrinkage", 0.0),
        ],
    );
    scenario
}

/// Intake, triage, assessment, payment; the papers, then triage again.
fn chain() -> Route {
    let step = |name: &str, doer: Doer, minutes: f64| {
        let mut step = Step::new(Activity::Work, doer, minutes, 1.0);
        step.name = Some(name.to_owned());
        step
    };
    Route {
        task: 0,
        share: Share(1.0),
        steps: vec![
            step("Intake", Doer::Team(0), 12.0).then(1, 1.0),
            step("Triage", Doer::Team(1), 15.0)
                .then(2, 0.8)
                .then(4, 0.2),
            step("Assessment", Doer::Team(2), 55.0)
                .then(3, 0.9)
                .then(1, 0.1),
            step("Payment", Doer::Team(3), 10.0),
            step("Missing papers", Doer::Customer, 900.0).then(1, 1.0),
        ],
    }
}
