//! Plans put together from pieces: every kind of work on every way is solved once, and any mixture
//! of them with any number of people is then evaluated without building it anew.
//!
//! A plan says the same as the strategy that shares the work out kind by kind; tests hold the two
//! together.

use super::at_rest::resting;
use super::desk::Effort;
use super::flow::{Flow, flows, teams_used};
use super::targets::{Target, targets};
use super::{TeamEvaluation, ledgers, loyalty, turnaround};
use crate::model::accounts;
use crate::model::scenario::{Route, Scenario, TeamKind};
use crate::model::strategy::{self, Strategy};
use std::borrow::Cow;

/// A kind of work on one way, solved.
#[derive(Clone, Debug)]
pub struct Piece {
    routes: Vec<Route>,
    flows: Vec<Flow>,
    uses_tool: bool,
}

impl Piece {
    /// Solves a kind of work on one way that leaves the teams as they are; `None` where the way lacks
    /// a team, or work never ends on it.
    pub fn of(scenario: &Scenario, way: &Strategy, task: usize) -> Option<Self> {
        let all = (way.way()?.routes)(scenario)?.into_iter();
        let routes: Vec<Route> = all.filter(|route| route.task == task).collect();
        let flows = flows(scenario, &routes).ok()?;
        (!routes.is_empty()).then(|| Self {
            routes,
            flows,
            uses_tool: way.needs_tool(scenario),
        })
    }

    /// Whether two ways do the same with a kind of work.
    pub fn does_as(&self, other: &Self) -> bool {
        self.routes == other.routes && self.uses_tool == other.uses_tool
    }

    /// Whether the front office's tool is needed for it.
    pub fn uses_tool(&self) -> bool {
        self.uses_tool
    }

    /// The teams that have work from it.
    pub fn teams(&self) -> Vec<usize> {
        teams_used(&self.flows)
    }

    /// What all of it comes to a month at the least, whatever the queues do.
    pub fn least(&self, scenario: &Scenario) -> Least {
        let minutes = scenario.calendar.hours_per_month() * 60.0;
        let calm: Vec<Flow> = self
            .flows
            .iter()
            .filter(|flow| !flow.live)
            .cloned()
            .collect();
        let all = ledgers::hours(&calm, |flow| flow.tasks_per_minute * minutes);
        let mut money = minutes * ledgers::escaped(scenario, &self.flows);
        money += minutes * loyalty::lost_per_minute(scenario, &self.flows, None);
        money += all
            .iter()
            .map(|(team, hours)| hours.price(&scenario.teams[*team]))
            .sum::<f64>();
        let hours = all
            .into_iter()
            .map(|(team, hours)| (team, hours.total()))
            .collect();
        Least { money, hours }
    }
}

/// The least that a kind of work comes to in a month.
pub struct Least {
    /// Money proportional to the work, without pay: partners, errors, customers lost though in time.
    pub money: f64,
    /// Hours of each team that works on it. Live contacts count for none, since some of them give up.
    pub hours: Vec<(usize, f64)>,
}

/// A plan, tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Whether it keeps up.
    pub runs: bool,
    /// The monthly run.
    pub month: f64,
    /// Paid once.
    pub set_up: f64,
    /// What was asked and what is reached.
    pub targets: Vec<Target>,
    /// Every team.
    pub teams: Vec<TeamEvaluation>,
    /// Nine in ten are done within so many minutes; none where that was not asked for or is not known.
    pub p90: Option<f64>,
    /// Hours a month that the front office has left from this work; negative where it buys its hours.
    pub front_hours_left: f64,
}

impl Trial {
    /// Whether it keeps up and meets every target.
    pub fn meets_all(&self) -> bool {
        self.runs && self.targets.iter().all(Target::is_met)
    }
}

/// Of what the time is wanted within which nine in ten are done: it takes as long as all the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NineInTen {
    /// Of nothing.
    OfNothing,
    /// Of all work.
    OfAll,
    /// Of one task, by its place in the scenario.
    OfTask(usize),
}

/// Tries a plan: every kind of work on its pieces, each for a share of it.
pub fn try_plan(scenario: &Scenario, parts: &[(&Piece, f64)], wanted: NineInTen) -> Trial {
    let (routes, flows) = assembled(scenario, parts);
    let uses_tool = parts
        .iter()
        .any(|(piece, share)| piece.uses_tool && *share > 0.0);
    let rest = resting(Cow::Borrowed(scenario), routes, flows, Effort::Frame);
    let (flows, teams) = (&rest.flows, &rest.teams);
    let runs = rest.status.runs();
    let p90_of = |task| {
        let time = || turnaround::nine_in_ten(scenario, &rest.routes, flows, teams, task);
        runs.then(time).flatten()
    };
    let p90 = match wanted {
        NineInTen::OfNothing => None,
        NineInTen::OfAll => p90_of(None),
        NineInTen::OfTask(task) => p90_of(Some(task)),
    };
    let time = || turnaround::punctuality(scenario, &rest.routes, flows, teams);
    let time = runs.then(time).flatten();
    let month = ledgers::month(scenario, uses_tool, flows, teams, time.as_ref());
    let used = teams_used(flows).into_iter();
    Trial {
        runs,
        month: month.total().get(),
        set_up: accounts::set_up(scenario, used, uses_tool),
        targets: targets(scenario, teams, time.as_ref()),
        front_hours_left: hours_left(scenario, teams),
        p90,
        teams: rest.teams,
    }
}

/// Routes and flows of a plan. Flows are those of the pieces, thinned; work pressure changes minutes
/// with the load, so that there they are solved anew.
fn assembled(scenario: &Scenario, parts: &[(&Piece, f64)]) -> (Vec<Route>, Vec<Flow>) {
    let (mut routes, mut all) = (Vec::new(), Vec::new());
    for (piece, share) in parts.iter().filter(|(_, share)| *share > 0.0) {
        let first = routes.len();
        routes.extend(piece.routes.iter().map(|route| {
            let mut route = route.clone();
            route.share.0 *= share;
            route
        }));
        all.extend(piece.flows.iter().map(|flow| Flow {
            route: first + flow.route,
            tasks_per_minute: flow.tasks_per_minute * share,
            ..flow.clone()
        }));
    }
    if scenario.teams.iter().any(|team| team.pressure > 0.0) {
        routes = strategy::under_pressure(scenario, routes);
        if let Ok(anew) = flows(scenario, &routes) {
            all = anew;
        }
    }
    (routes, all)
}

/// Hours at work a month that the front office has left from this work.
fn hours_left(scenario: &Scenario, teams: &[TeamEvaluation]) -> f64 {
    let front = teams
        .iter()
        .filter(|team| scenario.teams[team.team].kind == TeamKind::Front);
    let left = front.map(|team| {
        let there = match scenario.teams[team.team].flexible {
            true => 0.0,
            false => scenario.teams[team.team].on_duty() * scenario.calendar.hours_per_month(),
        };
        there - team.hours_per_month.get()
    });
    left.sum()
}
