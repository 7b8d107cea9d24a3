//! From routes to flows: how often each step is visited, and what that asks of each team.

use crate::model::order::sort_short;
use crate::model::queueing::{QueueError, visits_from};
use crate::model::scenario::{Activity, Doer, Route, Scenario};

/// One step of one route, with the traffic through it.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    /// The route, by its place in the strategy's list.
    pub route: usize,
    /// Its task, by its place in the scenario.
    pub task: usize,
    /// Who does the step; none where the task waits for the customer.
    pub team: Option<usize>,
    /// What the step is for.
    pub activity: Activity,
    /// Whether a customer waits at the other end.
    pub live: bool,
    /// Mean minutes of a visit.
    pub minutes: f64,
    /// Squared coefficient of variation of those minutes.
    pub scv: f64,
    /// Visits to the step by a task on this route.
    pub visits: f64,
    /// Of those, repetitions after a caught error.
    pub redone: f64,
    /// Errors that reach the customer, by a task on this route, from this step.
    pub escapes: f64,
    /// Tasks a minute that enter the route.
    pub tasks_per_minute: f64,
}

impl Flow {
    /// Visits a minute.
    pub fn per_minute(&self) -> f64 {
        self.tasks_per_minute * self.visits
    }

    /// People kept busy by the step on average.
    pub fn load(&self) -> f64 {
        self.per_minute() * self.minutes
    }
}

/// Solves the visits of every route. Fails where work never ends.
pub(super) fn flows(scenario: &Scenario, routes: &[Route]) -> Result<Vec<Flow>, QueueError> {
    let mut flows = Vec::new();
    for (index, route) in routes.iter().enumerate() {
        let visits = visits_from(&route.routing(), 0)?;
        let task = &scenario.tasks[route.task];
        let tasks_per_minute = task.rate.get() / 60.0 * route.share.get();
        let faces_customers = route.first_doer().filter(|_| task.channel.is_live());
        flows.extend(route.steps.iter().zip(visits).map(|(step, visits)| Flow {
            route: index,
            task: route.task,
            team: match step.doer {
                Doer::Team(team) => Some(team),
                Doer::Customer => None,
            },
            activity: step.activity,
            live: faces_customers == Some(step.doer),
            minutes: step.minutes.get(),
            scv: step.scv,
            visits,
            redone: visits * step.rework(),
            escapes: visits * step.escapes(),
            tasks_per_minute,
        }));
    }
    Ok(flows)
}

/// The most visits that a task pays to one step of a route; zero where work never ends.
pub fn most_visits(route: &Route) -> f64 {
    let visits = visits_from(&route.routing(), 0).unwrap_or_default();
    visits.into_iter().fold(0.0, f64::max)
}

/// The teams that have work, each once, in the order of the scenario.
pub(super) fn teams_used(flows: &[Flow]) -> Vec<usize> {
    let come = flows.iter().filter(|flow| flow.per_minute() > 0.0);
    let mut teams: Vec<usize> = come.filter_map(|flow| flow.team).collect();
    sort_short(&mut teams, usize::cmp);
    teams.dedup();
    teams
}
