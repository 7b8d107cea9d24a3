//! Whether a scenario from a file can be evaluated: names that address, routes that lead
//! somewhere, numbers within their limits.

use super::address::{Written, is_reserved};
use super::allotment::check_ways;
use super::parameter::{Slot, table};
use super::surge::check_weeks;
use super::{Address, Doer, Route, Scenario, Step, Team};
use crate::model::strategy;

/// Most tasks a scenario may have.
pub const MOST_TASKS: usize = 50;
/// Most teams a scenario may have.
pub const MOST_TEAMS: usize = 50;
/// Most steps a route may have, and most ways out of a step.
pub const MOST_STEPS: usize = 60;
/// Most routes a scenario may have, those of all tasks together.
pub const MOST_ROUTES: usize = 200;
/// Longest key of a task or a team, in letters.
const LONGEST_KEY: usize = 60;

/// What is wrong with a scenario, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The place.
    pub at: Place,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// A place in a scenario. Words are put to it only where a file is read: a page that opens a link
/// need not carry them.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// Which strategy is today's.
    Today,
    /// A list as a whole.
    List(&'static str),
    /// The key of an entry.
    Key(&'static str, usize),
    /// The shares of all routes of a task.
    RoutesOf(usize),
    /// The ways among which a task is shared out.
    WaysOf(usize),
    /// A field of a route.
    Route(usize, &'static str),
    /// A field of a step: the route, the step, the field.
    Step(usize, usize, &'static str),
    /// A number of the table, by its key.
    Number(String),
}

impl Place {
    /// A path into the file.
    pub fn path(&self) -> String {
        match self {
            Self::Today => "today".to_owned(),
            Self::List(list) => (*list).to_owned(),
            Self::Key(list, entry) => format!("{list}[{entry}].key"),
            Self::RoutesOf(task) => format!("own_routes of tasks[{task}]"),
            Self::WaysOf(task) => format!("tasks[{task}].ways"),
            Self::Route(route, "") => format!("own_routes[{route}]"),
            Self::Route(route, field) => format!("own_routes[{route}].{field}"),
            Self::Step(route, step, field) => format!("own_routes[{route}].steps[{step}].{field}"),
            Self::Number(key) => key.clone(),
        }
    }
}

/// The kinds of wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// A name that is empty or too long, has other signs than a-z, 0-9 and _, or stands for
    /// something else.
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
    /// No task of that key.
    UnknownTask(String),
    /// A route without steps.
    NoSteps,
}

impl Scenario {
    /// Brings every number of the table within its limits and reports those that were not, and
    /// names to what is kept of them; `Err` where the structure itself cannot be evaluated.
    pub fn admit(mut self) -> Result<(Self, Vec<Problem>), Problem> {
        self.tidy();
        self.check()?;
        let clamped = clamp_all(&mut self);
        Ok((self, clamped))
    }

    /// Whether the structure can be evaluated: names that address, routes that lead somewhere.
    pub fn check(&self) -> Result<(), Problem> {
        for key in &self.also {
            if strategy::find(key).is_none() {
                return Err(problem(
                    Place::List("also"),
                    ProblemKind::UnknownStrategy(key.clone()),
                ));
            }
        }
        let tasks: Vec<&str> = self.tasks.iter().map(|task| task.key.as_str()).collect();
        let teams: Vec<&str> = self.teams.iter().map(|team| team.key.as_str()).collect();
        check_keys("tasks", &tasks, MOST_TASKS)?;
        check_keys("teams", &teams, MOST_TEAMS)?;
        check_distinct("tasks", &tasks, &[])?;
        check_distinct("teams", &teams, &tasks)?;
        if strategy::find(&self.today).is_none() {
            let unknown = ProblemKind::UnknownStrategy(shortened(&self.today));
            return Err(problem(Place::Today, unknown));
        }
        check_ways(self)?;
        check_weeks(self)?;
        check_routes(self)
    }
}

pub(super) fn problem(at: Place, kind: ProblemKind) -> Problem {
    Problem { at, kind }
}

/// A piece of foreign text, short enough to be quoted, on one line.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST_QUOTE: usize = 40;
    let mut quote: String = text.chars().take(LONGEST_QUOTE).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    quote.replace(char::is_control, " ")
}

fn check_keys(list: &'static str, keys: &[&str], most: usize) -> Result<(), Problem> {
    // First of all, since what follows compares each with each.
    if keys.len() > most {
        return Err(problem(Place::List(list), ProblemKind::TooMany(most)));
    }
    for (i, key) in keys.iter().enumerate() {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let usable = (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(plain);
        if !usable || is_reserved(key) {
            let bad = ProblemKind::BadKey(shortened(key));
            return Err(problem(Place::Key(list, i), bad));
        }
    }
    Ok(())
}

/// Tasks and teams share one set of names, since both stand before the dot of an address.
fn check_distinct(list: &'static str, keys: &[&str], others: &[&str]) -> Result<(), Problem> {
    for (i, key) in keys.iter().enumerate() {
        if keys[..i].contains(key) || others.contains(key) {
            let repeated = ProblemKind::RepeatedKey((*key).to_owned());
            return Err(problem(Place::List(list), repeated));
        }
    }
    Ok(())
}

fn check_routes(scenario: &Scenario) -> Result<(), Problem> {
    const ROUNDING: f64 = 1e-9;
    let routes = &scenario.own_routes;
    if routes.len() > MOST_ROUTES {
        let many = ProblemKind::TooMany(MOST_ROUTES);
        return Err(problem(Place::List("own_routes"), many));
    }
    let mut totals = vec![0.0; scenario.tasks.len()];
    for (i, route) in routes.iter().enumerate() {
        check_route(scenario, route, i)?;
        totals[route.task] += route.share.get();
    }
    for (task, total) in totals.into_iter().enumerate() {
        if !routes.is_empty() && (total - 1.0).abs() > ROUNDING {
            return Err(problem(Place::RoutesOf(task), ProblemKind::Shares(total)));
        }
    }
    Ok(())
}

fn check_route(scenario: &Scenario, route: &Route, index: usize) -> Result<(), Problem> {
    let at = |field| Place::Route(index, field);
    if route.task >= scenario.tasks.len() {
        return Err(problem(at("task"), ProblemKind::Missing(route.task)));
    }
    if route.steps.is_empty() {
        return Err(problem(at(""), ProblemKind::NoSteps));
    }
    if route.steps.len() > MOST_STEPS {
        return Err(problem(at("steps"), ProblemKind::TooMany(MOST_STEPS)));
    }
    check_range(at("share"), route.share.get(), 1.0)?;
    for (j, step) in route.steps.iter().enumerate() {
        check_step(scenario, route, step, |field| Place::Step(index, j, field))?;
    }
    Ok(())
}

fn check_step(
    scenario: &Scenario,
    route: &Route,
    step: &Step,
    at: impl Fn(&'static str) -> Place,
) -> Result<(), Problem> {
    const ROUNDING: f64 = 1e-9;
    const LONGEST: f64 = 240_000.0;
    if let Doer::Team(team) = step.doer
        && team >= scenario.teams.len()
    {
        return Err(problem(at("doer"), ProblemKind::Missing(team)));
    }
    let ranges = [
        ("minutes", step.minutes.get(), LONGEST),
        ("delay_after", step.delay_after.get(), LONGEST),
        ("scv", step.scv, 4.0),
        ("error", step.error.get(), 1.0),
        ("detection", step.detection.get(), 1.0),
    ];
    for (field, value, high) in ranges {
        check_range(at(field), value, high)?;
    }
    if step.next.len() > MOST_STEPS {
        return Err(problem(at("next"), ProblemKind::TooMany(MOST_STEPS)));
    }
    let mut out = 0.0;
    for branch in &step.next {
        check_range(at("next"), branch.share.get(), 1.0)?;
        if branch.to >= route.steps.len() {
            return Err(problem(at("next"), ProblemKind::Missing(branch.to)));
        }
        out += branch.share.get();
    }
    if out > 1.0 + ROUNDING {
        return Err(problem(at("next"), ProblemKind::Shares(out)));
    }
    Ok(())
}

/// Accepts a number from zero to `high`.
pub(super) fn check_range(at: Place, value: f64, high: f64) -> Result<(), Problem> {
    if (0.0..=high).contains(&value) {
        Ok(())
    } else {
        Err(problem(at, ProblemKind::OutOfRange(value, 0.0, high)))
    }
}

fn clamp_all(scenario: &mut Scenario) -> Vec<Problem> {
    let mut clamped: Vec<Problem> = scenario.teams.iter_mut().flat_map(clamp_foreign).collect();
    for address in Address::all(scenario) {
        let given = address.read(scenario);
        let written = address.write(scenario, given);
        if written == Written::Refused {
            address.write(scenario, address.default(scenario));
        }
        if written != Written::Exactly {
            let (low, high) = address.parameter.limit;
            clamped.push(problem(
                Place::Number(address.key(scenario)),
                ProblemKind::OutOfRange(given, low, high),
            ));
        }
    }
    clamped
}

/// Numbers that teams of other kinds have: a team keeps what is usual for its own.
fn clamp_foreign(team: &mut Team) -> Vec<Problem> {
    let kind = team.kind;
    let usual = Team::with_defaults(&team.key, kind);
    let mut clamped = Vec::new();
    for row in table().filter(|row| !row.applies_to(kind)) {
        let Slot::Team(field) = row.slot else {
            continue;
        };
        let (given, taken) = (field.read(team), field.read(&usual));
        if given != taken {
            field.write(team, taken);
            clamped.push(problem(
                Place::Number(format!("{}.{}", team.key, row.field)),
                ProblemKind::OutOfRange(given, taken, taken),
            ));
        }
    }
    clamped
}
