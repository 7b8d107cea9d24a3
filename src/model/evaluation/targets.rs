//! What was asked of a plan and whether it does it: the share of each kind of work that keeps its
//! promise, the share of live contacts that is answered in time.

use super::teams::TeamEvaluation;
use super::turnaround::{Punctuality, has_promise_of_seconds};
use super::{Basis, StrategyEvaluation, answered};
use crate::model::scenario::Scenario;
use crate::model::units::Share;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// That a kind of work is done within its promise.
    Promise,
    /// That live contacts are answered in time.
    Answer,
}

/// One target and what is reached of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// What is asked.
    pub asked: Asked,
    /// The kind of work, by its place in the scenario.
    pub task: usize,
    /// Share asked for.
    pub share: Share,
    /// Share reached; none where no formula knows.
    pub reached: Option<Share>,
}

impl Target {
    /// Whether it is known to be met.
    pub fn is_met(&self) -> bool {
        self.reached.is_some_and(|share| share >= self.share)
    }
}

impl StrategyEvaluation {
    /// Every target that was set for the work that comes, in the order of the tasks. What only a
    /// bound is known of counts as the bound.
    pub fn targets(&self, scenario: &Scenario) -> Vec<Target> {
        let time = self.turnaround.as_ref();
        targets(scenario, &self.teams, time.map(|time| &time.punctuality))
    }

    /// Whether it keeps up and meets every target.
    pub fn meets_all(&self, scenario: &Scenario) -> bool {
        self.status.runs() && self.targets(scenario).iter().all(Target::is_met)
    }
}

/// Every target that was set for the work that comes, in the order of the tasks.
pub(super) fn targets(
    scenario: &Scenario,
    teams: &[TeamEvaluation],
    punctuality: Option<&Punctuality>,
) -> Vec<Target> {
    let tasks = scenario.tasks.iter().enumerate();
    let come = tasks.filter(|(_, task)| task.rate.get() > 0.0);
    let target = |(index, task): (usize, &crate::model::scenario::Task)| {
        let promised_seconds = has_promise_of_seconds(scenario, index);
        let answers = task.channel.is_live().then(|| in_time(teams, index));
        match answers.flatten().or(promised_seconds.then_some(None)) {
            Some(reached) => Target {
                asked: Asked::Answer,
                task: index,
                share: task.channel.answer_share,
                reached,
            },
            None => Target {
                asked: Asked::Promise,
                task: index,
                share: task.promise_share,
                reached: punctuality.and_then(|time| *time.within.get(index)?),
            },
        }
    };
    come.map(target).collect()
}

/// Share of a kind of live contact answered in time where it is answered worst, if that is known;
/// `None` where no team has it in a line of its own.
fn in_time(teams: &[TeamEvaluation], task: usize) -> Option<Option<Share>> {
    let of_task = answered(teams).filter(|(_, line, _)| line.task == task);
    let shares = of_task.map(|(_, _, answered)| match answered.basis {
        Basis::Bound => answered.at_worst.or(answered.in_time),
        _ => answered.in_time,
    });
    shares.reduce(|one, other| one.zip(other).map(|(a, b)| if a < b { a } else { b }))
}
