//! What was asked of a plan and whether it does it: the share of each kind of work that keeps its
//! promise, the share of live contacts that is answered in time.

use super::{Basis, StrategyEvaluation};
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
        let of = |(index, task): (usize, &_)| self.target(scenario, index, task);
        scenario.tasks.iter().enumerate().filter_map(of).collect()
    }

    /// Whether it keeps up and meets every target.
    pub fn meets_all(&self, scenario: &Scenario) -> bool {
        self.status.runs() && self.targets(scenario).iter().all(Target::is_met)
    }

    fn target(
        &self,
        scenario: &Scenario,
        index: usize,
        task: &crate::model::scenario::Task,
    ) -> Option<Target> {
        if task.rate.get() <= 0.0 {
            return None;
        }
        let answered = self.answered().filter(|(_, line, _)| line.task == index);
        let answered = answered.map(|(_, _, answered)| match answered.basis {
            Basis::Bound => answered.at_worst.or(answered.in_time),
            _ => answered.in_time,
        });
        let answered: Vec<Option<Share>> = answered.collect();
        if task.channel.is_live() && super::turnaround::has_promise_of_seconds(scenario, index)
            || !answered.is_empty()
        {
            let worst = answered.into_iter().reduce(|a, b| match (a, b) {
                (Some(a), Some(b)) => Some(if a < b { a } else { b }),
                _ => None,
            });
            return Some(Target {
                asked: Asked::Answer,
                task: index,
                share: task.channel.answer_share,
                reached: worst.flatten(),
            });
        }
        let time = self.turnaround.as_ref();
        Some(Target {
            asked: Asked::Promise,
            task: index,
            share: task.promise_share,
            reached: time.and_then(|time| time.within_by_task.get(index).copied().flatten()),
        })
    }
}
