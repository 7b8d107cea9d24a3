//! Names of things: numbers, teams, tasks, strategies. The user's own names go first.

use super::english::{self, PLACE, TEAM};
use super::help;
use crate::model::scenario::address::Entity;
use crate::model::scenario::parameter::{Parameter, Slot};
use crate::model::scenario::{Activity, Address, Doer, Scenario, Step, TeamKind};

/// What the page calls a number of a scenario.
pub fn label(scenario: &Scenario, address: &Address) -> String {
    let label = english::parameter(scope(address.parameter), address.parameter.field);
    let named = fill(label, scenario, address);
    let task = match address.entity {
        Entity::Task(task) => Some(task),
        Entity::Step(route, _) => scenario.own_routes.get(route).map(|route| route.task),
        _ => None,
    };
    match task {
        Some(task) if scenario.tasks.len() > 1 => {
            format!("{}: {}", task_name(scenario, task), lower_first(&named))
        }
        _ => named,
    }
}

/// What a number means, in a sentence or two.
pub fn help(scenario: &Scenario, address: &Address) -> String {
    let help = help::lookup(scope(address.parameter), address.parameter.field).unwrap_or_default();
    fill(help, scenario, address)
}

/// Where the default of a row comes from; `None` where nobody is named.
pub fn source(parameter: &Parameter) -> Option<&'static str> {
    help::source(scope(parameter), parameter.field)
}

/// The kind of entity a row belongs to, as the words file names it.
pub fn scope(parameter: &Parameter) -> &'static str {
    match parameter.slot {
        Slot::Task(_) => "task",
        Slot::Team(_) => "team",
        Slot::Step(_) => "step",
        Slot::Tool(_) => "tool",
        Slot::Calendar(_) => "calendar",
        Slot::Horizon(_) => "horizon",
        Slot::Simulation(_) => "simulation",
        Slot::Surge(_) => "surge",
    }
}

fn fill(text: &str, scenario: &Scenario, address: &Address) -> String {
    if let Entity::Step(route, step) = address.entity {
        return text.replace(TEAM, &step_name(scenario, route, step));
    }
    let Entity::Team(index) = address.entity else {
        return text.to_owned();
    };
    let team = team_name(scenario, index);
    let place = match scenario.teams[index].kind {
        _ if scenario.teams[index].name.is_some() => format!("· {team}"),
        TeamKind::Front => "in front".to_owned(),
        TeamKind::Back => "behind".to_owned(),
        _ => format!("· {team}"),
    };
    upper_first(&text.replace(TEAM, &team).replace(PLACE, &place))
}

/// What the page calls a team: `back office`.
pub fn team_name(scenario: &Scenario, index: usize) -> String {
    let Some(team) = scenario.teams.get(index) else {
        return String::new();
    };
    team.name
        .clone()
        .unwrap_or_else(|| english::team(team.kind).to_owned())
}

/// What the page calls a step of the user's own process.
pub fn step_name(scenario: &Scenario, route: usize, step: usize) -> String {
    let route = scenario.own_routes.get(route);
    let name = route.and_then(|route| route.steps.get(step)?.name.clone());
    name.unwrap_or_else(|| format!("Step {}", step + 1))
}

/// What the page calls a step of any route: its own name, else what it is for and who does it.
pub fn step_label(scenario: &Scenario, step: &Step) -> String {
    let named = || {
        let what = match step.activity {
            Activity::Work => "Work",
            Activity::HandOff => "Hand-over",
            Activity::Clarification => "Questions",
        };
        match step.doer {
            Doer::Team(team) => format!("{what} · {}", team_name(scenario, team)),
            Doer::Customer => "The customer".to_owned(),
        }
    };
    step.name.clone().unwrap_or_else(named)
}

/// What the page calls a task.
pub fn task_name(scenario: &Scenario, index: usize) -> String {
    let Some(task) = scenario.tasks.get(index) else {
        return String::new();
    };
    task.name
        .clone()
        .unwrap_or_else(|| english::task(&task.key).map_or_else(|| task.key.clone(), str::to_owned))
}

/// The same text with a capital first letter, where that is a plain one.
pub fn upper_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The same text with a small first letter, where that is a plain one.
pub fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
