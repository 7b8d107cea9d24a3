//! Routes whose time no two moments can tell: phase by phase.

use super::route_time::{shifted, visit_wait};
use super::teams::{TeamEvaluation, TeamState};
use crate::model::queueing::Turnaround;
use crate::model::queueing::phase_type::{PhaseType, Visit};
use crate::model::queueing::turnaround::Phases;
use crate::model::scenario::{Doer, Route, Step};
use std::sync::Arc;

/// Whether a route is better told phase by phase, where most tasks are quick and some take long: the
/// customer has to be waited for, software does most of them in no time, or nobody queues for work that
/// counts and only those that go wrong take longer. No distribution fitted to two moments can show that.
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
    let sure = SureBeginning::of(visits, &route.routing());
    let time = PhaseType::through(&sure.visits, &sure.routing).ok()??;
    Some(shifted(
        Turnaround::Phases(Phases(Arc::new(time))),
        sure.delay,
    ))
}

/// A route whose sure beginning has been unrolled: the steps that every task goes through first, one
/// after the other, have their fixed delays set apart. Those are no chance, and phases would blur
/// them; only who comes back meets them as phases.
struct SureBeginning {
    visits: Vec<Visit>,
    routing: Vec<Vec<f64>>,
    /// The delays set apart.
    delay: f64,
}

impl SureBeginning {
    fn of(visits: Vec<Visit>, routing: &[Vec<f64>]) -> Self {
        let path = sure_path(routing);
        let delay = path.iter().map(|step| visits[*step].delay).sum();
        if delay <= 0.0 {
            return Self {
                visits,
                routing: routing.to_vec(),
                delay: 0.0,
            };
        }
        let again = reached_from(routing, path[path.len() - 1]);
        // The beginning first, then what may still come.
        let first = path.iter().map(|step| Visit {
            delay: 0.0,
            ..visits[*step]
        });
        let later = again.iter().map(|step| visits[*step]);
        let size = path.len() + again.len();
        let onward = |from: usize| {
            let mut row = vec![0.0; size];
            for (place, to) in again.iter().enumerate() {
                row[path.len() + place] = routing[from][*to];
            }
            row
        };
        let along = (1..path.len()).map(|next| {
            let mut row = vec![0.0; size];
            row[next] = 1.0;
            row
        });
        let ends = path
            .last()
            .into_iter()
            .chain(&again)
            .map(|from| onward(*from));
        Self {
            visits: first.chain(later).collect(),
            routing: along.chain(ends).collect(),
            delay,
        }
    }
}

/// The steps that every task goes through first: from the first on, as long as all go the same way.
fn sure_path(routing: &[Vec<f64>]) -> Vec<usize> {
    let mut path = vec![0];
    let mut at = 0;
    while let Some(next) = routing[at].iter().position(|share| *share >= 1.0) {
        if path.contains(&next) {
            break;
        }
        path.push(next);
        at = next;
    }
    path
}

/// Every step that can still come after one, itself only if it can come again.
fn reached_from(routing: &[Vec<f64>], start: usize) -> Vec<usize> {
    let mut reached = Vec::new();
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        for (to, share) in routing[from].iter().enumerate() {
            if *share > 0.0 && !reached.contains(&to) {
                reached.push(to);
                open.push(to);
            }
        }
    }
    reached
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
