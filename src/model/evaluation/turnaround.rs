//! Time from request to completion: its mean and quantiles, and how sure they are.
//!
//! A visit takes its wait and its work; visits of a task are treated as independent. One visit to
//! one station has its exact distribution; loops and chains get a gamma distribution with the
//! right mean and variance.

use super::fetched;
use super::flow::Flow;
use super::route_time::{RouteTime, route_time};
use super::teams::TeamEvaluation;
use crate::model::queueing::Turnaround;
use crate::model::scenario::{Route, Scenario, Task};
use crate::model::units::{Minutes, Share};
use serde::Serialize;

/// How sure the numbers of a turnaround are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Accuracy {
    /// Mean and quantiles are exact for the model.
    Exact,
    /// The mean is exact, the quantiles come from a fitted distribution.
    ExactMean,
    /// The mean is exact, the distribution takes successive visits as independent.
    Independent,
    /// Waits are approximated, the service time varies no more than an exponential one.
    Approximate,
    /// Waits are approximated, and the service time varies more than an exponential one.
    Rough,
}

/// The turnaround of all tasks of a strategy together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurnaroundSummary {
    /// Mean.
    pub mean: Minutes,
    /// Half are done within this.
    pub p50: Minutes,
    /// Four in five are done within this.
    pub p80: Minutes,
    /// Nine in ten are done within this.
    pub p90: Minutes,
    /// Nineteen in twenty are done within this.
    pub p95: Minutes,
    /// Share done within the promise of its task.
    pub within_promise: Share,
    /// How sure these numbers are.
    pub accuracy: Accuracy,
    /// What comes of being in time or late.
    #[serde(skip)]
    pub punctuality: Punctuality,
}

/// What comes of being in time or late: all that money and targets hang on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Punctuality {
    /// Share done within its promise, by the task's place in the scenario; none of tasks that do not
    /// come or for which seconds were promised.
    pub within: Vec<Option<Share>>,
    /// Price of delay and lateness, money a minute of the clock.
    pub delay_cost_per_minute: f64,
    /// How far lateness has gone in losing the customers of each route, 0 to 1 on average.
    pub lateness: Vec<f64>,
}

/// What comes of the routes' times; `None` where one cannot be had.
pub(super) fn punctuality(
    scenario: &Scenario,
    routes: &[Route],
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> Option<Punctuality> {
    Some(times(scenario, routes, flows, teams)?.1)
}

/// Minutes within which nine in ten are done, of all tasks or of one; `None` where that is not known.
pub(super) fn nine_in_ten(
    scenario: &Scenario,
    routes: &[Route],
    flows: &[Flow],
    teams: &[TeamEvaluation],
    task: Option<usize>,
) -> Option<f64> {
    let (mut times, _) = times(scenario, routes, flows, teams)?;
    times.retain(|time| task.is_none_or(|task| task == time.task));
    let all: f64 = times.iter().map(|time| time.tasks_per_minute).sum();
    (all > 0.0).then(|| mixture(times, all).quantile(0.9))
}

/// The times of all routes that are not promised in seconds, and what comes of them.
fn times(
    scenario: &Scenario,
    routes: &[Route],
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> Option<(Vec<RouteTime>, Punctuality)> {
    let counts = |route: &Route| !has_promise_of_seconds(scenario, route.task);
    let counted = routes.iter().enumerate();
    let counted = counted.filter(|(_, route)| counts(route));
    let times: Option<Vec<RouteTime>> = counted
        .map(|(index, route)| route_time(index, route, flows, teams))
        .collect();
    let times = times?;
    let mut late = times.iter().map(|time| lateness(scenario, time));
    let mut of_route = |route: &Route| match counts(route) {
        true => late.next().unwrap_or(0.0),
        false => 0.0,
    };
    let lateness = routes.iter().map(&mut of_route).collect();
    let come = |time: &RouteTime| time.tasks_per_minute > 0.0;
    let times: Vec<RouteTime> = times.into_iter().filter(come).collect();
    let punctuality = Punctuality {
        within: kept(scenario, &times),
        delay_cost_per_minute: times.iter().map(|time| delay_cost(scenario, time)).sum(),
        lateness,
    };
    Some((times, punctuality))
}

/// Summarises all routes; `None` where a route's time cannot be had.
pub(super) fn summarise(
    scenario: &Scenario,
    routes: &[Route],
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> Option<TurnaroundSummary> {
    let (times, punctuality) = times(scenario, routes, flows, teams)?;
    let all: f64 = times.iter().map(|time| time.tasks_per_minute).sum();
    let within = times.iter().map(|time| {
        let promise = scenario.tasks[time.task].promise.get();
        time.tasks_per_minute * time.distribution.within(promise)
    });
    let within = within.sum::<f64>() / all;
    let accuracy = times.iter().map(|time| time.accuracy).max()?;
    let mean = times.iter().map(|time| time.tasks_per_minute * time.mean);
    let mean = mean.sum::<f64>() / all;
    let mixture = mixture(times, all);
    Some(TurnaroundSummary {
        mean: Minutes(mean),
        p50: Minutes(mixture.quantile(0.5)),
        p80: Minutes(mixture.quantile(0.8)),
        p90: Minutes(mixture.quantile(0.9)),
        p95: Minutes(mixture.quantile(0.95)),
        within_promise: Share(within.clamp(0.0, 1.0)),
        accuracy,
        punctuality,
    })
}

/// Share of each kind that is done within its promise.
fn kept(scenario: &Scenario, times: &[RouteTime]) -> Vec<Option<Share>> {
    let mut by_task = vec![(0.0, 0.0); scenario.tasks.len()];
    for time in times {
        let promise = scenario.tasks[time.task].promise.get();
        let (within, all) = &mut by_task[time.task];
        *within += time.tasks_per_minute * time.distribution.within(promise);
        *all += time.tasks_per_minute;
    }
    let share =
        |(within, all): &(f64, f64)| (*all > 0.0).then(|| Share((within / all).clamp(0.0, 1.0)));
    by_task.iter().map(share).collect()
}

/// Whether a task is live beside others that can wait: what counts there is how it is answered, and
/// the turnaround is that of the others.
pub(super) fn has_promise_of_seconds(scenario: &Scenario, task: usize) -> bool {
    let can_wait = |task: &Task| task.rate.get() > 0.0 && !task.channel.is_live();
    scenario.tasks[task].channel.is_live() && scenario.tasks.iter().any(can_wait)
}

/// The turnaround of any task, whichever its route.
fn mixture(mut times: Vec<RouteTime>, all: f64) -> Turnaround {
    if times.len() == 1 {
        return times.remove(0).distribution;
    }
    let parts = times
        .into_iter()
        .map(|time| (time.tasks_per_minute / all, time.distribution));
    Turnaround::Mixture(parts.collect())
}

/// How far lateness goes in losing a route's customers; zero where nothing hangs on it.
fn lateness(scenario: &Scenario, time: &RouteTime) -> f64 {
    let task = &scenario.tasks[time.task];
    let loyalty = &task.loyalty;
    if loyalty.customer_value.get() * loyalty.late_loss.get() <= 0.0 {
        return 0.0;
    }
    let (promise, patience) = (task.promise.get(), loyalty.late_patience.get());
    fetched::late_loss(&time.distribution, promise, patience)
}

/// Price of a route's delay and lateness, money a minute of the clock.
fn delay_cost(scenario: &Scenario, time: &RouteTime) -> f64 {
    let task = &scenario.tasks[time.task];
    let waiting = task.delay_cost.get() / 60.0 * time.mean;
    let late = task.late_penalty.get() * time.distribution.over(task.promise.get());
    time.tasks_per_minute * (waiting + late)
}
