//! A strategy at rest: its routes, their traffic and its teams, once the work that customers make who
//! chase what is late has been added to it.
//!
//! Each overdue hour brings χ chasers, each of which adds to the work on the task and takes minutes
//! in front; longer work makes more of it late. The rest is the least fixed point, found from none
//! upward; above a critical χ there is none, and the delay feeds itself.

use super::desk::Effort;
use super::flow::{Flow, flows};
use super::route_time::route_time;
use super::teams::{TeamEvaluation, evaluate_teams, status};
use super::{Status, fetched};
use crate::model::scenario::{Activity, Doer, Route, Scenario, Step, TeamKind};
use crate::model::strategy::Strategy;
use crate::model::units::PerHour;
use std::borrow::Cow;

/// Most rounds before a loop that has not come to rest is taken for a spiral.
const MOST_ROUNDS: u32 = 5_000;
/// Chasers a task that nobody has ever seen: where nobody queues nothing else bounds them.
const BEYOND_ALL: f64 = 1e4;
/// Chasers a task below which a change is none.
const STILL: f64 = 1e-9;

/// A strategy at rest.
pub(super) struct AtRest<'a> {
    pub scenario: Cow<'a, Scenario>,
    pub routes: Vec<Route>,
    pub flows: Vec<Flow>,
    pub teams: Vec<TeamEvaluation>,
    pub status: Status,
    /// Chasers a task, by route.
    pub chasers: Vec<f64>,
}

/// Finds the rest of a strategy; `None` where it lacks a team, `Err` where it has no traffic to be
/// at rest.
pub(super) fn at_rest<'a>(
    scenario: &'a Scenario,
    strategy: &Strategy,
    effort: Effort,
) -> Option<Result<AtRest<'a>, (Cow<'a, Scenario>, Status)>> {
    let (scenario, routes) = strategy.under(scenario)?;
    let Ok(flows) = flows(&scenario, &routes) else {
        return Some(Err((scenario, Status::NeverEnds)));
    };
    if scenario.arrivals_per_hour() <= 0.0 {
        return Some(Err((scenario, Status::NothingToDo)));
    }
    Some(Ok(resting(scenario, routes, flows, effort)))
}

/// The rest of routes and their traffic, of which some must come.
pub(super) fn resting(
    scenario: Cow<Scenario>,
    routes: Vec<Route>,
    flows: Vec<Flow>,
    effort: Effort,
) -> AtRest {
    let teams = evaluate_teams(&scenario, &flows, effort);
    let mut rest = AtRest {
        status: status(&teams),
        chasers: vec![0.0; routes.len()],
        teams,
        flows,
        routes,
        scenario,
    };
    fetched::chase(&mut rest, effort);
    rest
}

/// Adds the work of those who chase, where there are any and the strategy keeps up without them.
pub(super) fn chase(rest: &mut AtRest, effort: Effort) {
    if !rest.status.runs() || !chased(&rest.scenario, &rest.routes) {
        return;
    }
    answer_in_front(&rest.scenario, &mut rest.routes);
    let flows = flows(&rest.scenario, &rest.routes);
    rest.flows = flows.expect("a step that no other leads to changes no loop");
    settle(rest, effort);
}

/// Whether chasers make any work under these routes.
fn chased(scenario: &Scenario, routes: &[Route]) -> bool {
    let costs = |route: &Route| chases(scenario, route);
    routes.iter().any(costs)
}

fn chases(scenario: &Scenario, route: &Route) -> bool {
    let task = &scenario.tasks[route.task];
    task.chasing.costs() && !task.channel.is_live()
}

/// A step in which the front office answers those who ask; no other leads to it, its visits are the
/// chasers.
fn answer_in_front(scenario: &Scenario, routes: &mut [Route]) {
    let Some(front) = scenario.team_of(TeamKind::Front) else {
        return;
    };
    for route in routes {
        let minutes = scenario.tasks[route.task].chasing.front_minutes.get();
        if chases(scenario, route) && minutes > 0.0 {
            let doer = Doer::Team(front);
            let answer = Step::new(Activity::Clarification, doer, minutes, 1.0).beside();
            route.steps.push(answer);
        }
    }
}

/// Adds chasers until they no longer change, or the delay feeds itself.
fn settle(rest: &mut AtRest, effort: Effort) {
    let (calm, flows, teams) = (rest.routes.clone(), rest.flows.clone(), rest.teams.clone());
    for _ in 0..MOST_ROUNDS {
        let Some(next) = overdue(rest) else {
            // No formula knows how late it is: the simulation counts the chasers.
            return;
        };
        let moved = rest.chasers.iter().zip(&next);
        let moved = moved.map(|(now, then)| (then - now).abs());
        if moved.fold(0.0, f64::max) <= STILL {
            return;
        }
        let beyond = |chasers: &f64| chasers.is_nan() || *chasers >= BEYOND_ALL;
        if next.iter().any(beyond) {
            break;
        }
        rest.chasers = next;
        enter(rest, &calm);
        rest.teams = evaluate_teams(&rest.scenario, &rest.flows, effort);
        rest.status = status(&rest.teams);
        if !rest.status.runs() {
            break;
        }
    }
    // What is known is how it would be if nobody chased.
    (rest.routes, rest.flows, rest.teams) = (calm, flows, teams);
    rest.chasers.fill(0.0);
    rest.status = Status::Spiral;
}

/// Chasers a task at the lateness there is, by route; `None` where no formula knows the time.
fn overdue(rest: &AtRest) -> Option<Vec<f64>> {
    let one = |(index, route): (usize, &Route)| {
        if !chases(&rest.scenario, route) {
            return Some(0.0);
        }
        let task = &rest.scenario.tasks[route.task];
        let time = route_time(index, route, &rest.flows, &rest.teams)?;
        let hours = time.distribution.mean_excess(task.promise.get()) / 60.0;
        Some(task.chasing.rate.get() * hours)
    };
    rest.routes.iter().enumerate().map(one).collect()
}

/// Enters the chasers: longer work in its first step of work, visits to those who answer in front.
fn enter(rest: &mut AtRest, calm: &[Route]) {
    let has_front = rest.scenario.team_of(TeamKind::Front).is_some();
    let mut first = 0;
    for (index, route) in rest.routes.iter_mut().enumerate() {
        let (chasers, steps) = (rest.chasers[index], route.steps.len());
        let of_route = &mut rest.flows[first..first + steps];
        first += steps;
        let chasing = &rest.scenario.tasks[route.task].chasing;
        let is_work = |step: &Step| step.activity == Activity::Work;
        if let Some(work) = route.steps.iter().position(is_work) {
            let minutes = calm[index].steps[work].minutes.get();
            let longer = minutes + chasers * chasing.work_minutes.get();
            route.steps[work].minutes.0 = longer;
            of_route[work].minutes = longer;
        }
        let answers = has_front && chasing.front_minutes.get() > 0.0 && chasers > 0.0;
        if let Some(answer) = of_route.last_mut().filter(|_| answers) {
            answer.visits = chasers;
        }
    }
}

/// The chase rate of a task above which a strategy no longer comes to rest, chasers an hour overdue;
/// `None` where chasers cost nothing, or a hundred times the present rate still rests.
pub fn critical_chase_rate(
    scenario: &Scenario,
    strategy: &Strategy,
    task: usize,
) -> Option<PerHour> {
    const HALVINGS: usize = 40;
    let mut trial = scenario.clone();
    let mut rests = |rate: f64| {
        trial.tasks[task].chasing.rate = PerHour(rate);
        let found = at_rest(&trial, strategy, Effort::Frame);
        found.is_some_and(|found| found.is_ok_and(|rest| rest.status.runs()))
    };
    if !scenario.tasks[task].chasing.costs() || !rests(0.0) {
        return None;
    }
    let most = 100.0 * scenario.tasks[task].chasing.rate.get().max(0.1);
    if rests(most) {
        return None;
    }
    let (mut low, mut high) = (0.0, most);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        match rests(middle) {
            true => low = middle,
            false => high = middle,
        }
        if high - low < 1e-4 * high {
            break;
        }
    }
    Some(PerHour(0.5 * (low + high)))
}
