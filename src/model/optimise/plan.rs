//! What a search finds, as plain data.

use super::confirm::Confirmed;
use super::frontier::Mix;
use super::grid::Grid;
use crate::model::evaluation::{Asked, Target, TeamEvaluation, TeamState, Trial};
use crate::model::scenario::{Allotment, Scenario};
use crate::model::units::People;
use serde::{Deserialize, Serialize};

/// What is reached of one target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// The kind of work, by its place in the scenario.
    pub task: usize,
    /// Whether live contacts are to be answered in time, rather than a promise kept.
    pub answer: bool,
    /// Share asked for.
    pub asked: f64,
    /// Share reached; none where no formula knows.
    pub reached: Option<f64>,
}

impl From<&Target> for Reached {
    fn from(target: &Target) -> Self {
        Self {
            task: target.task,
            answer: target.asked == Asked::Answer,
            asked: target.share.get(),
            reached: target.reached.map(|share| share.get()),
        }
    }
}

impl Reached {
    /// Whether it is known to be met.
    pub fn is_met(&self) -> bool {
        self.reached.is_some_and(|share| share >= self.asked)
    }
}

/// Work shared out and people to do it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The ways of every kind of work.
    pub ways: Vec<Vec<Allotment>>,
    /// People on the roster of every team.
    pub staff: Vec<f64>,
    /// Teams that have work.
    pub used: Vec<bool>,
    /// How busy every team is, where work waits for it; 0 where not.
    #[serde(default)]
    pub busy: Vec<f64>,
    /// The monthly run.
    pub month: f64,
    /// Paid once.
    pub set_up: f64,
    /// Nine in ten are done within so many minutes, where that is known.
    pub p90: Option<f64>,
    /// Hours a month that the front office has left from this work.
    pub front_hours_left: f64,
    /// Every target.
    pub targets: Vec<Reached>,
}

impl Plan {
    pub(super) fn new(ways: Vec<Vec<Allotment>>, staff: Vec<f64>, trial: &Trial) -> Self {
        let has_work = |team: &TeamEvaluation| team.load.get() > 0.0;
        let busy = |team: &TeamEvaluation| match team.state {
            TeamState::Steady { .. } => team.occupancy.get(),
            _ => 0.0,
        };
        Self {
            ways,
            staff,
            used: trial.teams.iter().map(has_work).collect(),
            busy: trial.teams.iter().map(busy).collect(),
            month: trial.month,
            set_up: trial.set_up,
            p90: trial.p90,
            front_hours_left: trial.front_hours_left,
            targets: trial.targets.iter().map(Reached::from).collect(),
        }
    }

    /// Whether every target is met.
    pub fn meets_all(&self) -> bool {
        self.targets.iter().all(Reached::is_met)
    }

    /// A scenario with the work shared out as the plan says, and its people.
    pub fn applied(&self, scenario: &Scenario) -> Scenario {
        let mut planned = scenario.clone();
        for (task, ways) in planned.tasks.iter_mut().zip(&self.ways) {
            task.ways.clone_from(ways);
        }
        let teams = planned.teams.iter_mut().zip(&self.staff).zip(&self.used);
        for ((team, staff), _) in teams.filter(|(_, used)| **used) {
            team.staff = People(*staff);
        }
        planned
    }
}

/// A target that no plan meets, because the work itself takes too long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutOfReach {
    /// The kind of work, by its place in the scenario.
    pub task: usize,
    /// Share asked for.
    pub asked: f64,
    /// Share reached on the best of its ways if nobody ever waited.
    pub ceiling: f64,
}

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The cheapest plan that meets every target within reach; none where there is none, or none yet.
    pub best: Option<Plan>,
    /// Where there is none: the plan that comes closest of those that keep up.
    pub closest: Option<Plan>,
    /// Money a month below which no plan can be; none under work pressure.
    pub bound: Option<f64>,
    /// Whether every option has been examined or ruled out.
    pub proved: bool,
    /// Ways to share out the work that there are.
    pub options: f64,
    /// Of those, examined with their people.
    pub examined: u64,
    /// Of those, ruled out by their floor.
    pub pruned: f64,
    /// Plans tried, people and work.
    pub trials: u64,
    /// Every kind of work on every way.
    pub grid: Grid,
    /// The ways that were mixed, by their keys.
    pub ways: Vec<String>,
    /// Targets that no plan meets; the others are met without them.
    pub out_of_reach: Vec<OutOfReach>,
    /// Plans of which none is dearer, slower and takes more of the front office than another: the
    /// cheapest first. Of those that were looked at.
    pub frontier: Vec<Plan>,
    /// Everything that was looked at for the frontier.
    pub mixes: Vec<Mix>,
    /// Whether the search has ended.
    pub done: bool,
    /// What the simulation says of the best plan, once it has been simulated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
}

impl Found {
    /// Money a month by which the best may miss the cheapest plan; none without a plan or a bound.
    pub fn gap(&self) -> Option<f64> {
        let best = self.best.as_ref()?;
        Some((best.month - self.bound?).max(0.0))
    }
}
