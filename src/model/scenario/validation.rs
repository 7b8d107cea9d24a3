//! Whether a scenario from a file can be evaluated: names that address, routes that lead
//! somewhere, numbers within their limits.

use super::address::{Written, is_reserved};
use super::{Address, Doer, Route, Scenario};
use crate::model::strategy;
use std::collections::HashSet;

/// Most tasks a scenario may have.
pub const MOST_TASKS: usize = 50;
/// Most teams a scenario may have.
pub const MOST_TEAMS: usize = 50;
/// Most steps a route may have.
pub const MOST_STEPS: usize = 60;

/// What is wrong with a scenario, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The place, as a path into the file.
    pub at: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// The kinds of wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// A name that is empty, has other signs than a-z, 0-9 and _, or stands for something else.
    BadKey(String),
    /// A name that two have.
    RepeatedKey(String),
    /// More than this many.
    TooMany(usize),
    /// A place in a list that does not exist.
    Missing(usize),
    /// Shares that add up to this instead of 1 (or to more than 1, for ways out of a step).
    Shares(f64),
    /// A number outside the limits given.
    OutOfRange(f64, f64, f64),
    /// No strategy of that name.
    UnknownStrategy(String),
    /// A route without steps.
    NoSteps,
}

impl Scenario {
    /// Brings every number of the table within its limits and reports those that were not;
    /// `Err` where the structure itself cannot be evaluated.
    pub fn admit(mut self) -> Result<(Self, Vec<Problem>), Problem> {
        check_keys(
            "tasks",
            self.tasks.iter().map(|task| task.key.as_str()),
            MOST_TASKS,
        )?;
        check_keys(
            "teams",
            self.teams.iter().map(|team| team.key.as_str()),
            MOST_TEAMS,
        )?;
        check_distinct(&self)?;
        if strategy::find(&self.today).is_none() {
            return Err(problem(
                "today",
                ProblemKind::UnknownStrategy(self.today.clone()),
            ));
        }
        check_routes(&self)?;
        let clamped = clamp_all(&mut self);
        Ok((self, clamped))
    }
}

fn problem(at: impl Into<String>, kind: ProblemKind) -> Problem {
    Problem {
        at: at.into(),
        kind,
    }
}

fn check_keys<'a>(
    list: &str,
    keys: impl Iterator<Item = &'a str>,
    most: usize,
) -> Result<(), Problem> {
    let mut count = 0;
    for (i, key) in keys.enumerate() {
        count += 1;
        let plain = key
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if key.is_empty() || !plain || is_reserved(key) {
            return Err(problem(
                format!("{list}[{i}].key"),
                ProblemKind::BadKey(key.to_owned()),
            ));
        }
    }
    if count > most {
        Err(problem(list, ProblemKind::TooMany(most)))
    } else {
        Ok(())
    }
}

/// Tasks and teams share one set of names, since both stand before the dot of an address.
fn check_distinct(scenario: &Scenario) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    let tasks = scenario.tasks.iter().map(|task| ("tasks", &task.key));
    let teams = scenario.teams.iter().map(|team| ("teams", &team.key));
    for (list, key) in tasks.chain(teams) {
        if !seen.insert(key) {
            return Err(problem(list, ProblemKind::RepeatedKey(key.clone())));
        }
    }
    Ok(())
}

fn check_routes(scenario: &Scenario) -> Result<(), Problem> {
    const ROUNDING: f64 = 1e-9;
    let routes = &scenario.own_routes;
    for (i, route) in routes.iter().enumerate() {
        check_route(scenario, route, &format!("own_routes[{i}]"))?;
    }
    for (i, task) in scenario.tasks.iter().enumerate() {
        let total: f64 = routes
            .iter()
            .filter(|route| route.task == i)
            .map(|route| route.share.get())
            .sum();
        if !routes.is_empty() && (total - 1.0).abs() > ROUNDING {
            return Err(problem(
                format!("own_routes of {}", task.key),
                ProblemKind::Shares(total),
            ));
        }
    }
    Ok(())
}

fn check_route(scenario: &Scenario, route: &Route, at: &str) -> Result<(), Problem> {
    const ROUNDING: f64 = 1e-9;
    if route.task >= scenario.tasks.len() {
        return Err(problem(
            format!("{at}.task"),
            ProblemKind::Missing(route.task),
        ));
    }
    if route.steps.is_empty() {
        return Err(problem(at, ProblemKind::NoSteps));
    }
    if route.steps.len() > MOST_STEPS {
        return Err(problem(
            format!("{at}.steps"),
            ProblemKind::TooMany(MOST_STEPS),
        ));
    }
    check_range(&format!("{at}.share"), route.share.get(), 0.0, 1.0)?;
    for (j, step) in route.steps.iter().enumerate() {
        let at = format!("{at}.steps[{j}]");
        if let Doer::Team(team) = step.doer
            && team >= scenario.teams.len()
        {
            return Err(problem(format!("{at}.doer"), ProblemKind::Missing(team)));
        }
        check_range(&format!("{at}.minutes"), step.minutes.get(), 0.0, 240_000.0)?;
        check_range(
            &format!("{at}.delay_after"),
            step.delay_after.get(),
            0.0,
            240_000.0,
        )?;
        check_range(&format!("{at}.scv"), step.scv, 0.0, 4.0)?;
        check_range(&format!("{at}.error"), step.error.get(), 0.0, 1.0)?;
        check_range(&format!("{at}.detection"), step.detection.get(), 0.0, 1.0)?;
        for branch in &step.next {
            check_range(&format!("{at}.next"), branch.share.get(), 0.0, 1.0)?;
            if branch.to >= route.steps.len() {
                return Err(problem(
                    format!("{at}.next"),
                    ProblemKind::Missing(branch.to),
                ));
            }
        }
        let out: f64 = step.next.iter().map(|branch| branch.share.get()).sum();
        if out > 1.0 + ROUNDING {
            return Err(problem(format!("{at}.next"), ProblemKind::Shares(out)));
        }
    }
    Ok(())
}

fn check_range(at: &str, value: f64, low: f64, high: f64) -> Result<(), Problem> {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(problem(at, ProblemKind::OutOfRange(value, low, high)))
    }
}

fn clamp_all(scenario: &mut Scenario) -> Vec<Problem> {
    let mut clamped = Vec::new();
    for address in Address::all(scenario) {
        let given = address.read(scenario);
        if let Written::Clamped(_) = address.write(scenario, given) {
            let (low, high) = address.parameter.limit;
            clamped.push(problem(
                address.key(scenario),
                ProblemKind::OutOfRange(given, low, high),
            ));
        }
    }
    clamped
}
