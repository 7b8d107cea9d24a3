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
    for (index, team) in scenario.teams.iter().enumerate() {
        if team.pressure <= 0.0 || team.flexible {
            continue;
        }
        // Each team's pressure is that of its own work, whatever the others' is.
        let pace = (load(scenario, &routes, index) / team.on_duty()).powf(team.pressure);
        if !(pace > 0.0 && pace.is_finite()) {
            continue;
        }
        for step in routes.iter_mut().flat_map(|route| &mut route.steps) {
            if step.doer == Doer::Team(index) {
                step.minutes.0 /= pace;
                step.error.0 = (step.error.0 * pace).min(1.0);
            }
        }
    }
    routes
}

/// People that a team's work would keep busy at its usual pace; none where work never ends.
fn load(scenario: &Scenario, routes: &[Route], index: usize) -> f64 {
    let mut load = 0.0;
    for route in routes {
        let tasks = scenario.tasks[route.task].rate.get() / 60.0 * route.share.get();
        let visits = visits_from(&route.routing(), 0).unwrap_or_default();
        for (step, visits) in route.steps.iter().zip(visits) {
            if step.doer == Doer::Team(index) {
                load += tasks * visits * step.minutes.get();
            }
        }
    }
    load
}
