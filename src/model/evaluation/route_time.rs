//! Time from request to completion on one route.
//!
//! A visit takes its wait and its work; visits of a task are treated as independent. One visit to
//! one station has its exact distribution; loops and chains go phase by phase where they can, and
//! else get a gamma distribution with the right mean and variance.

use super::fetched;
use super::flow::Flow;
use super::phases::tell_better;
use super::teams::{TeamEvaluation, TeamState, VisitWait};
use super::turnaround::Accuracy;
use crate::model::queueing::{Method, MultiServer, Turnaround, passage};
use crate::model::scenario::{Doer, Route, Step};

/// Turnaround of one route.
pub(super) struct RouteTime {
    /// Minutes from request to completion.
    pub distribution: Turnaround,
    /// Their mean, exact even where the distribution is fitted.
    pub mean: f64,
    pub accuracy: Accuracy,
    pub tasks_per_minute: f64,
    pub task: usize,
}

/// The time of one route; `None` where it cannot be had.
pub(super) fn route_time(
    index: usize,
    route: &Route,
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> Option<RouteTime> {
    let visits: Vec<&Flow> = flows.iter().filter(|flow| flow.route == index).collect();
    let waits: Vec<VisitWait> = route
        .steps
        .iter()
        .map(|step| visit_wait(step, route.task, teams))
        .collect::<Option<_>>()?;
    let counted: Vec<usize> = (0..visits.len())
        .filter(|&i| visits[i].visits > 0.0)
        .filter(|&i| route.steps[i].counts || waits[i].mean > 0.0)
        .collect();
    let accuracy = counted
        .iter()
        .filter_map(|&i| waits[i].accuracy)
        .max()
        .unwrap_or(Accuracy::Exact);
    let waited: f64 = visits
        .iter()
        .zip(&route.steps)
        .map(|(v, step)| v.visits * step.delay_after.get())
        .sum();
    let single = match counted[..] {
        [] => Some(Turnaround::Constant(waited)),
        [i] if route.steps[i].counts && (visits[i].visits - 1.0).abs() < 1e-12 => {
            one_visit(&route.steps[i], teams).map(|time| shifted(time, waited))
        }
        _ => None,
    };
    let (distribution, accuracy) = match single {
        Some(distribution) => (distribution, accuracy),
        None => match by_phases(route, teams)? {
            Some(time) => (time, accuracy.max(Accuracy::Independent)),
            None => (
                fitted(route, &visits, &waits)?,
                accuracy.max(Accuracy::ExactMean),
            ),
        },
    };
    let tasks_per_minute = visits.first().map_or(0.0, |flow| flow.tasks_per_minute);
    let mean = visits.iter().zip(route.steps.iter().zip(&waits));
    let mean = mean.map(|(v, (step, wait))| v.visits * visit_moments(step, wait).0);
    Some(RouteTime {
        distribution,
        mean: mean.sum(),
        accuracy,
        tasks_per_minute,
        task: route.task,
    })
}

/// The time phase by phase, where that tells it better; `None` where it cannot be had yet.
fn by_phases(route: &Route, teams: &[TeamEvaluation]) -> Option<Option<Turnaround>> {
    let better = tell_better(route, teams);
    if better && !fetched::have_arrived() {
        return None;
    }
    Some(better.then(|| fetched::phases(route, teams)).flatten())
}

/// The same distribution, later by a fixed time.
pub(super) fn shifted(time: Turnaround, by: f64) -> Turnaround {
    if by == 0.0 {
        time
    } else {
        Turnaround::Shifted {
            by,
            inner: Box::new(time),
        }
    }
}

/// The distribution of a route that consists of one visit, where it has a closed form.
fn one_visit(step: &Step, teams: &[TeamEvaluation]) -> Option<Turnaround> {
    let minutes = step.minutes.get();
    let alone = || {
        if minutes == 0.0 || step.scv == 0.0 {
            Some(Turnaround::Constant(minutes))
        } else if step.scv == 1.0 {
            Some(Turnaround::Exponential { mean: minutes })
        } else {
            None
        }
    };
    let Doer::Team(team) = step.doer else {
        return alone();
    };
    let evaluated = &teams[team];
    let TeamState::Steady {
        wait,
        p_wait,
        mean_service,
        method,
        ..
    } = evaluated.state
    else {
        return match evaluated.state {
            TeamState::Shared => None,
            _ => alone(),
        };
    };
    let own_service_only = (mean_service.get() - minutes).abs() <= 1e-12 * minutes;
    if method == Method::Exact && step.scv == 1.0 && own_service_only {
        let arrival_rate = evaluated.load.get() / minutes;
        let queue = MultiServer::new(evaluated.on_duty.get(), arrival_rate, minutes).ok()?;
        Some(Turnaround::MultiServer(queue))
    } else if step.scv == 0.0 {
        Some(Turnaround::DelayedConstant {
            constant: minutes,
            p_wait: p_wait.get(),
            mean_wait: wait.get(),
        })
    } else {
        None
    }
}

/// A gamma distribution with the mean and the variance of the route, later by the fixed delays that
/// every task meets exactly once: those are no chance, and a gamma would blur them.
fn fitted(route: &Route, visits: &[&Flow], waits: &[VisitWait]) -> Option<Turnaround> {
    let once = |i: usize| (visits[i].visits - 1.0).abs() < 1e-12 && !comes_back(route, i);
    let moments = |(i, step): (usize, &Step)| {
        let (mean, variance) = visit_moments(step, &waits[i]);
        let delay = if once(i) { step.delay_after.get() } else { 0.0 };
        (mean - delay, variance)
    };
    let (means, variances): (Vec<f64>, Vec<f64>) =
        route.steps.iter().enumerate().map(moments).unzip();
    let passed = passage(&means, &variances, &route.routing(), 0).ok()?;
    let sure = route.steps.iter().enumerate().filter(|(i, _)| once(*i));
    let delay = sure.map(|(_, step)| step.delay_after.get()).sum();
    let rest = Turnaround::Gamma {
        mean: passed.mean,
        variance: passed.variance,
    };
    Some(shifted(rest, delay))
}

/// Whether a task can meet a step again once it has left it.
fn comes_back(route: &Route, start: usize) -> bool {
    let routing = route.routing();
    let mut reached = vec![false; routing.len()];
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        for (to, chance) in routing[from].iter().enumerate() {
            if *chance > 0.0 && !reached[to] {
                reached[to] = true;
                open.push(to);
            }
        }
    }
    reached[start]
}

/// How a visit to a step waits; `None` where no formula can say.
pub(super) fn visit_wait(step: &Step, task: usize, teams: &[TeamEvaluation]) -> Option<VisitWait> {
    match step.doer {
        Doer::Team(team) if !step.beside => teams[team].visit(task),
        _ => Some(VisitWait::default()),
    }
}

/// Mean and variance of one visit: its wait, its work, and the fixed delay after it.
fn visit_moments(step: &Step, wait: &VisitWait) -> (f64, f64) {
    let minutes = if step.counts { step.minutes.get() } else { 0.0 };
    (
        wait.mean + minutes + step.delay_after.get(),
        wait.variance + step.scv * minutes * minutes,
    )
}
