//! A draft read off a scenario, and the beginnings one may start from.

use super::{Draft, Hands, StepDraft, Target, TeamDraft, Way};
use crate::model::presets;
use crate::model::scenario::{Activity, Branch, Doer, Route, Scenario, Step, Team};
use crate::model::strategy::{self, Strategy};
use crate::words::numbers::number;

/// Digits behind the point in a field.
const DIGITS: usize = 4;
/// Shares that add up to this much leave nothing over.
pub(super) const ROUNDING: f64 = 1e-9;

/// A ready-made way from which a process may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning(&'static str);

impl Beginning {
    /// Key of the strategy.
    pub fn key(self) -> &'static str {
        self.0
    }
}

/// The ready-made ways of a scenario that have one route a task and need no tool.
pub fn beginnings(scenario: &Scenario) -> Vec<Beginning> {
    presets::of(scenario)
        .strategies
        .iter()
        .filter_map(|key| strategy::find(key))
        .filter(|strategy| one_route_each(scenario, strategy))
        .map(|strategy| Beginning(strategy.key))
        .collect()
}

fn one_route_each(scenario: &Scenario, strategy: &Strategy) -> bool {
    // A process of one's own keeps the teams as they are.
    let way = strategy.way();
    if way.is_none_or(|way| way.staffed.is_some()) {
        return false;
    }
    let routes = way
        .and_then(|way| (way.routes)(scenario))
        .unwrap_or_default();
    let whole = routes
        .iter()
        .all(|route| route.share.get() > 1.0 - ROUNDING);
    !strategy.uses_tool && !routes.is_empty() && whole
}

/// A number as a field shows it.
pub(super) fn figure(value: f64) -> String {
    number(value, DIGITS)
}

/// A share as a field shows it.
pub(super) fn per_cent(share: f64) -> String {
    number(share * 100.0, DIGITS)
}

impl Draft {
    /// Reads the teams and the process of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut draft = Self {
            base: scenario.clone(),
            teams: scenario.teams.iter().map(TeamDraft::of).collect(),
            chains: vec![Vec::new(); scenario.tasks.len()],
            several_routes: false,
            next_id: 1,
        };
        draft.take_routes(&scenario.own_routes);
        draft
    }

    /// Draws the routes of a ready-made way in place of what was there.
    pub fn begin_with(&mut self, beginning: Beginning) {
        let found = strategy::find(beginning.0);
        let routes = found.and_then(|strategy| (strategy.way()?.routes)(&self.base));
        let mut routes = routes.unwrap_or_default();
        for step in routes.iter_mut().flat_map(|route| &mut route.steps) {
            step.name = Some(name_of(step).to_owned());
        }
        self.take_routes(&routes);
    }

    fn take_routes(&mut self, routes: &[Route]) {
        self.chains.iter_mut().for_each(Vec::clear);
        self.several_routes = false;
        for route in routes {
            let first = self.next_id;
            let steps = self.steps_of(route, first);
            self.next_id += steps.len() as u32;
            match self.chains.get_mut(route.task) {
                Some(chain) if chain.is_empty() => *chain = steps,
                _ => self.several_routes = true,
            }
        }
    }

    fn steps_of(&self, route: &Route, first: u32) -> Vec<StepDraft> {
        let last = route.steps.len() - 1;
        let drawn = |(place, step): (usize, &Step)| StepDraft {
            id: first + place as u32,
            name: step.name.clone().unwrap_or_default(),
            doer: self.hands_of(step.doer),
            minutes: figure(step.minutes.get()),
            spread: figure(step.scv),
            wait: figure(step.delay_after.get()),
            ways: ways_of(step, place, last, first),
            kept: step.clone(),
        };
        route.steps.iter().enumerate().map(drawn).collect()
    }

    fn hands_of(&self, doer: Doer) -> Hands {
        match doer {
            Doer::Customer => Hands::Customer,
            Doer::Team(place) => self
                .teams
                .get(place)
                .map_or(Hands::Open, |team| Hands::Team(team.key.clone())),
        }
    }
}

/// What the end of the list leaves over is said as a way to the next step, so that a step added
/// below is led to.
fn ways_of(step: &Step, place: usize, last: usize, first: u32) -> Vec<Way> {
    let way = |branch: &Branch| Way {
        to: if branch.to == place + 1 {
            Target::Next
        } else {
            Target::Step(first + branch.to as u32)
        },
        share: per_cent(branch.share.get()),
    };
    let mut ways: Vec<Way> = step.next.iter().map(way).collect();
    let rest = 1.0 - step.next.iter().map(|way| way.share.get()).sum::<f64>();
    if place == last && rest > ROUNDING {
        ways.push(Way {
            to: Target::Next,
            share: per_cent(rest),
        });
    }
    ways
}

impl TeamDraft {
    /// Reads a team.
    pub(super) fn of(team: &Team) -> Self {
        Self {
            key: team.key.clone(),
            name: team.name.clone().unwrap_or_default(),
            people: figure(team.staff.get()),
            away: per_cent(team.shrinkage.get()),
            rate: figure(team.rate.get()),
            kept: team.clone(),
        }
    }
}

/// What a step of a ready-made way is called.
fn name_of(step: &Step) -> &'static str {
    match step.activity {
        Activity::Work => "The work",
        Activity::HandOff => "Hand-over",
        Activity::Clarification if step.counts => "Answer",
        Activity::Clarification => "Question",
    }
}
