//! A scenario of nothing but the table's defaults.

use crate::model::scenario::{
    Address, Calendar, Horizon, Origin, Scenario, Task, Team, TeamKind, Tool,
};

/// A scenario with the given task and team keys, every number at its default.
pub fn blank(origin: Origin, today: &str, tasks: &[&str], teams: &[(&str, TeamKind)]) -> Scenario {
    let task = |key: &&str| Task {
        key: (*key).to_owned(),
        ..Task::default()
    };
    let team = |(key, kind): &(&str, TeamKind)| Team {
        key: (*key).to_owned(),
        kind: *kind,
        ..Team::default()
    };
    let mut scenario = Scenario {
        origin,
        today: today.to_owned(),
        tasks: tasks.iter().map(task).collect(),
        teams: teams.iter().map(team).collect(),
        tool: Tool::default(),
        calendar: Calendar::default(),
        horizon: Horizon::default(),
        own_routes: Vec::new(),
    };
    for address in Address::all(&scenario) {
        let value = address.default(&scenario);
        address.write(&mut scenario, value);
    }
    // Only front offices have a row for it; nobody else plans less than all their time.
    for team in scenario
        .teams
        .iter_mut()
        .filter(|team| team.kind != TeamKind::Front)
    {
        team.max_occupancy.0 = 1.0;
    }
    scenario
}
