//! What a link says of tasks, teams and routes of the user's own.
//!
//! `tasks=claim&teams=intake.f,triage.b&intake.name=Intake_desk&own=0,1,Intake*0*12*1x1,…`: lists
//! of keys where they differ from the example's, names, and every route with its steps. Only
//! letters that survive a mail program stand in it; other signs of a name are written as their
//! bytes in hexadecimal behind a `!`, spaces as `_`.

use super::name_text::{escaped, unescaped};
use super::route_text::{cut, read_routes, read_ways, written_routes, written_ways};
use super::{Notice, shortened};
use crate::model::decimal;
use crate::model::scenario::address::Entity;
use crate::model::scenario::validation::{Place, Problem, ProblemKind};
use crate::model::scenario::{Address, Principles, Scenario, Surge, Task, Team, TeamKind, weekly};

/// Kinds of teams and their letters.
const KINDS: [(TeamKind, &str); 6] = [
    (TeamKind::Front, "f"),
    (TeamKind::Middle, "m"),
    (TeamKind::Back, "b"),
    (TeamKind::Temporary, "t"),
    (TeamKind::Outsourced, "o"),
    (TeamKind::Bot, "x"),
];

/// The key of the weights of the five principles and their limits.
const PRINCIPLES: &str = "principles";

/// The key of the weeks of a surge; what stands there where an example's surge is gone.
const SURGE: &str = "surge";
const NO_SURGE: &str = "none";

/// What follows the key of a task that is shared out among ways.
const WAYS: &str = ".ways";

/// The letter of a thing in a table of them.
pub(super) fn letter<T: PartialEq + Copy>(table: &[(T, &'static str)], thing: T) -> &'static str {
    let found = table.iter().find(|(known, _)| *known == thing);
    found.map_or("", |(_, letter)| letter)
}

/// The thing of a letter.
pub(super) fn thing<T: Copy>(table: &[(T, &'static str)], letter: &str) -> Option<T> {
    let found = table.iter().find(|(_, known)| *known == letter);
    found.map(|(thing, _)| *thing)
}

/// Whether a key of a link belongs here.
pub(super) fn is_structure(key: &str) -> bool {
    matches!(key, "tasks" | "teams" | "own" | PRINCIPLES | SURGE)
        || key.ends_with(".name")
        || key.ends_with(WAYS)
}

/// Writes the structure as far as it differs from an example's; returns the example in the shape
/// of the scenario, from which its numbers are then told apart.
pub(super) fn encode(link: &mut String, scenario: &Scenario, example: &Scenario) -> Scenario {
    let base = reshaped(example, &task_keys(scenario), &team_keys(scenario));
    let mut say = |key: &str, value: String| link.push_str(&format!("&{key}={value}"));
    if task_keys(scenario) != task_keys(example) {
        say("tasks", task_keys(scenario).join(","));
    }
    if team_keys(scenario) != team_keys(example) {
        let written = |(key, kind): &(String, TeamKind)| format!("{key}.{}", letter(&KINDS, *kind));
        let all: Vec<String> = team_keys(scenario).iter().map(written).collect();
        say("teams", all.join(","));
    }
    for ((key, name), (_, known)) in names(scenario).into_iter().zip(names(&base)) {
        if name != known {
            say(&format!("{key}.name"), escaped(name.unwrap_or("")));
        }
    }
    let mut base = base;
    for (task, known) in scenario.tasks.iter().zip(&mut base.tasks) {
        if task.ways != known.ways {
            say(&format!("{}{WAYS}", task.key), written_ways(&task.ways));
            known.ways.clone_from(&task.ways);
        }
    }
    if scenario.principles != base.principles {
        let numbers = scenario.principles.numbers();
        say(PRINCIPLES, numbers.map(decimal::shortest).join(","));
        base.principles.clone_from(&scenario.principles);
    }
    let weekly = |surge: &Option<Box<Surge>>| match surge {
        None => NO_SURGE.to_owned(),
        Some(surge) => weekly::written_of(surge),
    };
    if weekly(&scenario.surge) != weekly(&base.surge) {
        say(SURGE, weekly(&scenario.surge));
    }
    base.surge = scenario.surge.as_ref().map(|surge| {
        let mut known = base
            .surge
            .take()
            .unwrap_or_else(|| Box::new(Surge::with_defaults()));
        known.weekly.clone_from(&surge.weekly);
        known.kind.clone_from(&surge.kind);
        known
    });
    if differs_in_more_than_numbers(scenario, &base) {
        say("own", written_routes(&scenario.own_routes));
        return Scenario {
            own_routes: scenario.own_routes.clone(),
            ..base
        };
    }
    base
}

/// Whether the routes differ from the example's in what no number of the table can say.
fn differs_in_more_than_numbers(scenario: &Scenario, base: &Scenario) -> bool {
    let mut same = base.clone();
    for address in Address::all(scenario) {
        if matches!(address.entity, Entity::Step(..)) {
            address.write(&mut same, address.read(scenario));
        }
    }
    same.own_routes != scenario.own_routes
}

/// Gives an example the structure that a link asks for; what cannot be read is named.
pub(super) fn decode(
    example: Scenario,
    pairs: &[(String, String)],
    notices: &mut Vec<Notice>,
) -> Scenario {
    let value = |wanted: &str| {
        let found = pairs.iter().find(|(key, _)| key == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let tasks = value("tasks").map_or_else(|| task_keys(&example), keys_of);
    let teams = match value("teams").map(read_teams) {
        None => team_keys(&example),
        Some(Some(teams)) => teams,
        Some(None) => {
            notices.push(Notice::Unreadable("teams".into()));
            team_keys(&example)
        }
    };
    let mut scenario = reshaped(&example, &tasks, &teams);
    for (key, name) in pairs {
        if let Some(entity) = key.strip_suffix(".name")
            && !rename(&mut scenario, entity, name)
        {
            notices.push(Notice::UnknownKey {
                key: shortened(key),
                nearest: None,
            });
        }
    }
    for task in &mut scenario.tasks {
        let key = format!("{}{WAYS}", task.key);
        if let Some(ways) = value(&key) {
            match read_ways(ways) {
                Some(ways) => task.ways = ways,
                None => notices.push(Notice::Unreadable(key)),
            }
        }
    }
    if let Some(written) = value(PRINCIPLES) {
        match read_principles(written) {
            Some(principles) => scenario.principles = principles,
            None => notices.push(Notice::Unreadable(PRINCIPLES.into())),
        }
    }
    match value(SURGE) {
        None => {}
        Some(NO_SURGE) => scenario.surge = None,
        Some(text) if scenario.read_surge(text) => {}
        Some(_) => notices.push(Notice::Unreadable(SURGE.into())),
    }
    if let Some(own) = value("own") {
        match read_routes(own) {
            Some(routes) => scenario.own_routes = routes,
            None => notices.push(Notice::Unreadable("own".into())),
        }
    }
    match scenario.admit() {
        Ok((scenario, clamped)) => {
            notices.extend(clamped.into_iter().map(brought_in));
            scenario
        }
        Err(problem) => {
            notices.push(Notice::Process(problem));
            example
        }
    }
}

/// A number that the routes of a link hold beyond its limits.
fn brought_in(problem: Problem) -> Notice {
    match problem {
        Problem {
            at: Place::Number(key),
            kind: ProblemKind::OutOfRange(given, low, high),
        } => Notice::OutOfRange {
            key,
            given,
            taken: given.max(low).min(high),
        },
        other => Notice::Process(other),
    }
}

/// The example with other tasks and teams: those it has are kept, others get the defaults.
fn reshaped(example: &Scenario, tasks: &[String], teams: &[(String, TeamKind)]) -> Scenario {
    if *tasks == task_keys(example) && *teams == team_keys(example) {
        return example.clone();
    }
    let task = |key: &String| {
        let known = example.tasks.iter().find(|task| task.key == *key);
        known.cloned().unwrap_or_else(|| Task::with_defaults(key))
    };
    let team = |(key, kind): &(String, TeamKind)| {
        let same = |team: &&Team| team.key == *key && team.kind == *kind;
        let known = example.teams.iter().find(same);
        known
            .cloned()
            .unwrap_or_else(|| Team::with_defaults(key, *kind))
    };
    Scenario {
        tasks: tasks.iter().map(task).collect(),
        teams: teams.iter().map(team).collect(),
        ..example.clone()
    }
}

fn task_keys(scenario: &Scenario) -> Vec<String> {
    scenario.tasks.iter().map(|task| task.key.clone()).collect()
}

fn team_keys(scenario: &Scenario) -> Vec<(String, TeamKind)> {
    let pair = |team: &Team| (team.key.clone(), team.kind);
    scenario.teams.iter().map(pair).collect()
}

/// Every task and team with its name, if it has one.
fn names(scenario: &Scenario) -> Vec<(&str, Option<&str>)> {
    let tasks = scenario
        .tasks
        .iter()
        .map(|task| (task.key.as_str(), task.name.as_deref()));
    let teams = scenario
        .teams
        .iter()
        .map(|team| (team.key.as_str(), team.name.as_deref()));
    tasks.chain(teams).collect()
}

fn rename(scenario: &mut Scenario, entity: &str, text: &str) -> bool {
    let name = unescaped(text);
    if let Some(task) = scenario.tasks.iter_mut().find(|task| task.key == entity) {
        task.name = name;
    } else if let Some(team) = scenario.teams.iter_mut().find(|team| team.key == entity) {
        team.name = name;
    } else {
        return false;
    }
    true
}

/// Weights and limits from a text of as many numbers.
fn read_principles(text: &str) -> Option<Principles> {
    let (mut rest, mut numbers) = (Some(text), Vec::new());
    while let Some(number) = cut(&mut rest, b',') {
        numbers.push(decimal::parse(number)?);
    }
    numbers.try_into().ok().map(Principles::of)
}

fn keys_of(list: &str) -> Vec<String> {
    let (mut rest, mut keys) = (Some(list).filter(|list| !list.is_empty()), Vec::new());
    while let Some(key) = cut(&mut rest, b',') {
        keys.push(key.to_owned());
    }
    keys
}

fn read_teams(list: &str) -> Option<Vec<(String, TeamKind)>> {
    let (mut rest, mut teams) = (Some(list).filter(|list| !list.is_empty()), Vec::new());
    while let Some(team) = cut(&mut rest, b',') {
        let mut parts = Some(team);
        let key = cut(&mut parts, b'.')?.to_owned();
        teams.push((key, thing(&KINDS, parts?)?));
    }
    Some(teams)
}
