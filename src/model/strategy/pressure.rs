//! Work pressure: people with more to do than time for it hurry and err more, those with time to
//! spare take it. Off by default.
//!
//! The mechanism is that of Oliva and Sterman (2001, Management Science 47, a bank's lending
//! centre): minutes become τ₀·p^(−ε) with p the work at its usual pace over the time there is for
//! it. That errors grow by p^ε is assumed. Hours bought as needed know no pressure.

use crate::model::queueing::visits_from;
use crate::model::scenario::{Doer, Route, Scenario};

/// The routes as people under their own pressure go them.
pub(super) fn hurried(scenario: &Scenario, mut routes: Vec<Route>) -> Vec<Route> {
    if scenario.teams.iter().all(|team| team.pressure <= 0.0) {
        return routes;
    }
    let pace: Vec<f64> = (0..scenario.teams.len())
        .map(|team| pace(scenario, &routes, team))
        .collect();
    for step in routes.iter_mut().flat_map(|route| &mut route.steps) {
        if let Doer::Team(team) = step.doer {
            step.minutes.0 /= pace[team];
            step.error.0 = (step.error.0 * pace[team]).min(1.0);
        }
    }
    routes
}

/// p^ε of a team, 1 where it knows no pressure.
fn pace(scenario: &Scenario, routes: &[Route], index: usize) -> f64 {
    let team = &scenario.teams[index];
    let people = team.on_duty();
    let load = load(scenario, routes, index);
    if team.pressure <= 0.0 || team.flexible || people <= 0.0 || load <= 0.0 {
        return 1.0;
    }
    (load / people).powf(team.pressure)
}

/// People that a team's work would keep busy at its usual pace; none where work never ends.
fn load(scenario: &Scenario, routes: &[Route], index: usize) -> f64 {
    let of = |route: &Route| {
        let visits = visits_from(&route.routing(), 0).unwrap_or_default();
        let steps = route.steps.iter().zip(visits);
        let own = steps.filter(|(step, _)| step.doer == Doer::Team(index));
        let minutes: f64 = own.map(|(step, visits)| visits * step.minutes.get()).sum();
        scenario.tasks[route.task].rate.get() / 60.0 * route.share.get() * minutes
    };
    routes.iter().map(of).sum()
}
