//! A scenario of nothing but the table's defaults.

use crate::model::scenario::{
    Address, Calendar, Horizon, Origin, Principles, Scenario, Simulation, Task, Team, TeamKind,
    Tool,
};

/// A scenario with the given task and team keys, every number at its default.
pub fn blank(origin: Origin, today: &str, tasks: &[&str], teams: &[(&str, TeamKind)]) -> Scenario {
    let mut scenario = Scenario {
        origin,
        today: today.to_owned(),
        also: Vec::new(),
        tasks: tasks.iter().map(|key| Task::with_defaults(key)).collect(),
        teams: teams
            .iter()
            .map(|(key, kind)| Team::with_defaults(key, *kind))
            .collect(),
        tool: Tool::default(),
        calendar: Calendar::default(),
        horizon: Horizon::default(),
        simulation: Simulation::default(),
        principles: Principles::default(),
        surge: None,
        own_routes: Vec::new(),
    };
    for address in Address::all(&scenario) {
        let value = address.default(&scenario);
        address.write(&mut scenario, value);
    }
    scenario
}
