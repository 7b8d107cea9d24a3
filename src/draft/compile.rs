//! A draft that holds becomes a scenario.

use super::check::number_in;
use super::resolve::{row, share};
use super::{Draft, Hands, StepDraft, TeamDraft};
use crate::model::decimal::kept;
use crate::model::presets;
use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Branch, Doer, Route, Scenario, Step, Team};
use crate::model::units::{Minutes, MoneyPerHour, People, Share};
use crate::words::parse::parse;

impl Draft {
    /// The scenario with what is drawn; `None` as long as something is wrong.
    pub fn scenario(&self) -> Option<Scenario> {
        if !self.problems().is_empty() {
            return None;
        }
        let mut scenario = self.base.clone();
        scenario.teams = self
            .teams
            .iter()
            .map(TeamDraft::team)
            .collect::<Option<_>>()?;
        let drawn = self.chains.iter().enumerate();
        scenario.own_routes = drawn
            .filter(|(_, chain)| !chain.is_empty())
            .map(|(task, _)| self.route(task))
            .collect::<Option<_>>()?;
        if scenario.own_routes.is_empty() && scenario.today == "own_process" {
            scenario.today = presets::of(&scenario).current().today;
        }
        scenario.admit().ok().map(|(scenario, _)| scenario)
    }

    fn route(&self, task: usize) -> Option<Route> {
        let chain = &self.chains[task];
        let steps: Option<Vec<Step>> = (0..chain.len())
            .map(|place| self.step_at(chain, place))
            .collect();
        Some(Route {
            task,
            share: Share(1.0),
            steps: steps?,
        })
    }

    fn step_at(&self, chain: &[StepDraft], place: usize) -> Option<Step> {
        let drawn = &chain[place];
        let doer = match &drawn.doer {
            Hands::Open => return None,
            Hands::Customer => Doer::Customer,
            Hands::Team(key) => Doer::Team(self.team_place(key)?),
        };
        let next = row(chain, place)?.into_iter().map(|(to, share)| Branch {
            to,
            share: Share(kept(share)),
        });
        Some(Step {
            name: given(&drawn.name),
            doer,
            minutes: Minutes(kept(parse(&drawn.minutes, Unit::Minutes)?)),
            scv: kept(parse(&drawn.spread, Unit::Number)?),
            delay_after: Minutes(kept(parse(&drawn.wait, Unit::Minutes)?)),
            next: next.collect(),
            ..drawn.kept.clone()
        })
    }
}

impl TeamDraft {
    /// The team as drawn; `None` where a number is none.
    pub(super) fn team(&self) -> Option<Team> {
        Some(Team {
            name: given(&self.name),
            staff: People(kept(number_in("staff", &self.people).ok()?)),
            shrinkage: Share(kept(number_in("shrinkage", &self.away).ok()?)),
            rate: MoneyPerHour(kept(number_in("rate", &self.rate).ok()?)),
            ..self.kept.clone()
        })
    }

    /// People on duty, of those on the roster; `None` where a number is none.
    pub fn on_duty(&self) -> Option<f64> {
        let away = share(&self.away)?;
        parse(&self.people, Unit::People).map(|people| people * (1.0 - away))
    }
}

/// A name, if one was given.
fn given(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|name| !name.is_empty())
}
