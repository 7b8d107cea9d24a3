//! What the numbers of a strategy are made of: its routes with their visits, waits and times.
//!
//! [`super::evaluate_strategy`] gives results; this gives the terms behind them, to be shown and
//! drawn. Both come from the same flows, teams and distributions.

use super::at_rest::{AtRest, at_rest};
use super::desk::Effort;
use super::flow::Flow;
use super::route_time::{route_time, visit_wait};
use super::teams::TeamEvaluation;
use super::turnaround::has_promise_of_seconds;
use crate::model::queueing::Turnaround;
use crate::model::scenario::{Route, Scenario, Step};
use crate::model::strategy::Strategy;

/// The terms behind a strategy's numbers.
#[derive(Clone, Debug)]
pub struct Workings {
    /// Its routes that have tasks, in order.
    pub routes: Vec<RouteWorkings>,
    /// Every team, in the order of the scenario.
    pub teams: Vec<TeamEvaluation>,
    /// Whether all teams keep up.
    pub steady: bool,
}

/// One route with its traffic.
#[derive(Clone, Debug)]
pub struct RouteWorkings {
    /// Its task, by its place in the scenario.
    pub task: usize,
    /// Tasks a minute that enter it.
    pub tasks_per_minute: f64,
    /// Whether its time counts in that of all: live contacts do not where other work is there too.
    pub counts: bool,
    /// Its steps, in order.
    pub steps: Vec<StepWorkings>,
    /// Minutes from request to completion; none where a team falls behind, or no honest number
    /// exists.
    pub time: Option<Turnaround>,
}

/// One step with its traffic.
#[derive(Clone, Debug)]
pub struct StepWorkings {
    /// The step.
    pub step: Step,
    /// How often a task visits it.
    pub visits: f64,
    /// Mean minutes that a visit waits for somebody; zero where nobody queues, or where the step is
    /// done beside the task's way.
    pub wait: f64,
}

impl RouteWorkings {
    /// Mean minutes from request to completion: exact even where the distribution is fitted.
    pub fn mean(&self) -> f64 {
        let minutes = |step: &StepWorkings| step.touch() + step.waiting() + step.lying();
        self.steps.iter().map(minutes).sum()
    }
}

impl StepWorkings {
    /// Minutes of work that a task meets here and that count in its turnaround.
    pub fn touch(&self) -> f64 {
        if self.step.counts {
            self.visits * self.step.minutes.get()
        } else {
            0.0
        }
    }

    /// Minutes that a task waits here for somebody.
    pub fn waiting(&self) -> f64 {
        self.visits * self.wait
    }

    /// Minutes that a task lies after the step.
    pub fn lying(&self) -> f64 {
        self.visits * self.step.delay_after.get()
    }
}

impl Workings {
    /// The routes whose time counts.
    pub fn counted(&self) -> impl Iterator<Item = &RouteWorkings> {
        self.routes.iter().filter(|route| route.counts)
    }

    /// Tasks a minute of those.
    pub fn counted_per_minute(&self) -> f64 {
        self.counted().map(|route| route.tasks_per_minute).sum()
    }

    /// Tasks a minute of all routes.
    pub fn tasks_per_minute(&self) -> f64 {
        self.routes.iter().map(|route| route.tasks_per_minute).sum()
    }

    /// Each route's share of all tasks with its time; `None` where one has none.
    pub fn shares(&self) -> Option<Vec<(f64, &Turnaround)>> {
        let all = self.counted_per_minute();
        let share = |route: &'_ RouteWorkings| route.tasks_per_minute / all;
        self.counted()
            .map(|route| Some((share(route), route.time.as_ref()?)))
            .collect()
    }

    /// Share of all tasks done within `minutes`; `None` where a route has no time.
    pub fn within(&self, minutes: f64) -> Option<f64> {
        let shares = self.shares()?;
        Some(
            shares
                .iter()
                .map(|(share, time)| share * time.within(minutes))
                .sum(),
        )
    }
}

/// The terms behind a strategy's numbers; `None` where it lacks a team or its work never ends.
pub fn workings(scenario: &Scenario, strategy: &Strategy) -> Option<Workings> {
    let rest = at_rest(scenario, strategy, Effort::Frame)?;
    let AtRest {
        scenario,
        routes,
        flows,
        teams,
        status,
        ..
    } = rest.ok()?;
    let steady = status.runs();
    let one = |(index, route): (usize, &Route)| {
        let visits: Vec<&Flow> = flows.iter().filter(|flow| flow.route == index).collect();
        let time = steady
            .then(|| route_time(index, route, &flows, &teams))
            .flatten();
        RouteWorkings {
            task: route.task,
            counts: !has_promise_of_seconds(&scenario, route.task),
            tasks_per_minute: visits.first().map_or(0.0, |flow| flow.tasks_per_minute),
            steps: route
                .steps
                .iter()
                .zip(visits)
                .map(|(step, flow)| StepWorkings {
                    step: step.clone(),
                    visits: flow.visits,
                    wait: visit_wait(step, route.task, &teams).map_or(0.0, |wait| wait.mean),
                })
                .collect(),
            time: time.map(|time| time.distribution),
        }
    };
    let all = routes.iter().enumerate().map(one);
    Some(Workings {
        routes: all.filter(|route| route.tasks_per_minute > 0.0).collect(),
        teams,
        steady,
    })
}
