//! One team: front and back office together, everybody cross-trained, each task in one pair of
//! hands from beginning to end.
//!
//! People of the front office do the back office's work at a generalist's speed; whoever is free
//! takes the next task, so that minutes, errors and pay are those of the average person present.
//! Offered only where both teams are paid in the same way: posts that go with the work, or hours as
//! needed. Left out: that fast and slow hands make the minutes spread a little wider.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::{Scenario, Team, TeamKind};
use crate::model::units::{MoneyPerHour, People, Share};

pub(super) static STRATEGY: Strategy = Strategy {
    key: "one_team",
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: Some(staffed),
    routes: |scenario| parts::all_alone(scenario, TeamKind::Front),
};

/// The scenario with everybody in the front office and nobody behind.
fn staffed(scenario: &Scenario) -> Option<Scenario> {
    let front = scenario.team_of(TeamKind::Front)?;
    let back = scenario.team_of(TeamKind::Back)?;
    let (ours, theirs) = (&scenario.teams[front], &scenario.teams[back]);
    let alike = ours.flexible == theirs.flexible;
    if !alike || !(ours.flexible || ours.posts_released && theirs.posts_released) {
        return None;
    }
    let share = share_in_front(ours, theirs)?;
    let mut together = scenario.clone();
    together.teams[front] = pooled(ours, theirs, share);
    together.teams[back].staff = People(0.0);
    let pace = share / ours.versatility.get() + 1.0 - share;
    for task in &mut together.tasks {
        task.front_minutes = task.back_minutes * pace;
    }
    Some(together)
}

/// Share of the people at work who come from the front office; half where hours are bought.
fn share_in_front(ours: &Team, theirs: &Team) -> Option<f64> {
    if ours.flexible {
        return Some(0.5);
    }
    let all = ours.on_duty() + theirs.on_duty();
    (all > 0.0).then(|| ours.on_duty() / all)
}

/// The front office with the others in it.
fn pooled(ours: &Team, theirs: &Team, share: f64) -> Team {
    let staff = ours.staff.get() + theirs.staff.get();
    let mixed = |one: f64, other: f64| share * one + (1.0 - share) * other;
    let (paid_in_front, shrinkage) = if ours.flexible || staff <= 0.0 {
        let shrinkage = mixed(ours.shrinkage.get(), theirs.shrinkage.get());
        (share, shrinkage)
    } else {
        let on_duty = ours.on_duty() + theirs.on_duty();
        (ours.staff.get() / staff, 1.0 - on_duty / staff)
    };
    let rate = paid_in_front * ours.rate.get() + (1.0 - paid_in_front) * theirs.rate.get();
    Team {
        staff: People(staff),
        rate: MoneyPerHour(rate),
        shrinkage: Share(shrinkage),
        queues: ours.queues || theirs.queues,
        error: Share(mixed(ours.error.get(), theirs.error.get())),
        detection: Share(mixed(ours.detection.get(), theirs.detection.get())),
        ..ours.clone()
    }
}
