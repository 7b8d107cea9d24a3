//! Routes whose time no two moments can tell: phase by phase.

use super::teams::{TeamEvaluation, TeamState};
use crate::model::queueing::Turnaround;
use crate::model::queueing::phase_type::{PhaseType, Visit};
use crate::model::scenario::{Doer, Route, Step};

/// The distribution of a route phase by phase, where most tasks are quick and some take long: the
/// customer has to be waited for, software does most of them in no time, or nobody queues and only
/// those that go wrong take longer. No distribution fitted to two moments can show that.
pub(super) fn phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    let waits_outside = |step: &Step| step.doer == Doer::Customer && step.counts;
    let in_no_time = |step: &Step| step.counts && step.minutes.get() == 0.0 && step.parts_ways();
    let queues = |step: &Step| match step.doer {
        Doer::Team(team) => step.counts && matches!(teams[team].state, TeamState::Steady { .. }),
        Doer::Customer => false,
    };
    let steps = || route.steps.iter();
    if !steps().any(waits_outside) && !steps().any(in_no_time) && steps().any(queues) {
        return None;
    }
    let visits: Vec<Visit> = route.steps.iter().map(|step| visit(step, teams)).collect();
    let time = PhaseType::through(&visits, &route.routing()).ok()??;
    Some(Turnaround::Phases(Box::new(time)))
}

/// One visit to a step, as the phases see it.
fn visit(step: &Step, teams: &[TeamEvaluation]) -> Visit {
    let (p_wait, mean_wait) = match step.doer {
        Doer::Team(team) if step.counts => match teams[team].state {
            TeamState::Steady { wait, p_wait, .. } => (p_wait.get(), wait.get()),
            _ => (0.0, 0.0),
        },
        _ => (0.0, 0.0),
    };
    Visit {
        p_wait,
        mean_wait,
        mean_service: if step.counts { step.minutes.get() } else { 0.0 },
        service_scv: step.scv,
        delay: step.delay_after.get(),
    }
}
