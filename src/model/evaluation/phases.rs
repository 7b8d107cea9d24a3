//! Routes that wait for the customer: their time phase by phase.

use super::teams::{TeamEvaluation, TeamState};
use crate::model::queueing::Turnaround;
use crate::model::queueing::phase_type::{PhaseType, Visit};
use crate::model::scenario::{Doer, Route, Step};

/// The distribution of a route that waits for the customer, phase by phase: most tasks are quick
/// and some take days, which no distribution fitted to two moments can show.
pub(super) fn phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    let waits_outside = |step: &Step| step.doer == Doer::Customer && step.counts;
    if !route.steps.iter().any(waits_outside) {
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
