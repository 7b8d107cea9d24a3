//! Routes whose time no two moments can tell: phase by phase.

use super::route_time::visit_wait;
use super::teams::{TeamEvaluation, TeamState};
use crate::model::queueing::Turnaround;
use crate::model::queueing::phase_type::{PhaseType, Visit};
use crate::model::queueing::turnaround::Phases;
use crate::model::scenario::{Doer, Route, Step};
use std::sync::Arc;

/// Whether a route is better told phase by phase, where most tasks are quick and some take long: the
/// customer has to be waited for, software does most of them in no time, or nobody queues and only
/// those that go wrong take longer. No distribution fitted to two moments can show that.
pub(super) fn tell_better(route: &Route, teams: &[TeamEvaluation]) -> bool {
    let waits_outside = |step: &Step| step.doer == Doer::Customer && step.counts;
    let in_no_time = |step: &Step| step.counts && step.minutes.get() == 0.0 && step.parts_ways();
    let queues = |step: &Step| match step.doer {
        Doer::Team(team) => {
            let state = &teams[team].state;
            step.counts && matches!(state, TeamState::Steady { .. } | TeamState::Shared)
        }
        Doer::Customer => false,
    };
    let steps = || route.steps.iter();
    steps().any(waits_outside) || steps().any(in_no_time) || !steps().any(queues)
}

/// The distribution of a route phase by phase; `None` where it has too many.
pub(super) fn phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    let visit = |step| visit(step, route.task, teams);
    let visits: Vec<Visit> = route.steps.iter().map(visit).collect::<Option<_>>()?;
    let time = PhaseType::through(&visits, &route.routing()).ok()??;
    Some(Turnaround::Phases(Phases(Arc::new(time))))
}

/// One visit to a step, as the phases see it.
fn visit(step: &Step, task: usize, teams: &[TeamEvaluation]) -> Option<Visit> {
    let wait = visit_wait(step, task, teams)?;
    Some(Visit {
        p_wait: wait.p_wait,
        mean_wait: wait.mean,
        mean_service: if step.counts { step.minutes.get() } else { 0.0 },
        service_scv: step.scv,
        delay: step.delay_after.get(),
    })
}
