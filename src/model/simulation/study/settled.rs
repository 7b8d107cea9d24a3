//! How long a run takes to settle: a few trials, longer ones if they do not tell, or are short beside
//! what its queues remember.

use super::memory::Memory;
use crate::model::simulation::engine::Window;
use crate::model::simulation::interval::Estimate;
use crate::model::simulation::plan::Plan;
use crate::model::simulation::tally::{Course, Tally};
use crate::model::simulation::warm_up::warm_up;

/// Trials of each length.
const TRIALS: u32 = 5;
/// Tasks of the shortest trial.
const SHORTEST: u64 = 2_000;
/// Tasks left out in any case: a run begins empty.
const MARGIN: u64 = 200;
/// How often the length is doubled at the most.
const MOST_DOUBLINGS: u32 = 4;
/// A trial is so many times as long as what is left out for the memory of the queues.
const LONG_ENOUGH: u64 = 4;
/// Beyond the greatest 95th percentile of all trials the shares done are not measured.
const BEYOND: f64 = 1.3;

/// The trials of one run.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Arrivals for each task whose turnaround is looked at.
    thinned: f64,
    /// Trials done, of all lengths.
    done: u32,
    doublings: u32,
    /// The courses of the trials of this length, added up.
    course: Course,
    /// By how much those inside grew a minute over the second half of each of these trials.
    growth: Vec<f64>,
    /// What these trials saw of the queues.
    memory: Memory,
    longest: f64,
    warm_up: Option<u64>,
}

impl Trial {
    /// No trial yet, of a run in which one of so many arrivals counts in the turnaround.
    pub fn new(thinned: f64) -> Self {
        Self {
            thinned,
            done: 0,
            doublings: 0,
            course: Course::default(),
            growth: Vec::new(),
            memory: Memory::default(),
            longest: 0.0,
            warm_up: None,
        }
    }

    /// Trials done.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// The arrivals that the next trial follows.
    pub fn window(&self) -> Window {
        Window {
            from: 0,
            until: self.arrivals(SHORTEST << self.doublings),
        }
    }

    /// So many arrivals that so many tasks are among them whose turnaround is looked at.
    pub fn arrivals(&self, tasks: u64) -> u64 {
        (tasks as f64 * self.thinned) as u64
    }

    /// How many tasks arrive before it has settled, with a margin; none if that was not found.
    pub fn warm_up(&self) -> Option<u64> {
        self.warm_up
    }

    /// How many tasks were followed to no avail, where it was not found when it settles.
    pub fn followed(&self) -> u64 {
        self.window().until / 2
    }

    /// By how much those inside grew a minute over the second half of the longest trials.
    pub fn growth(&self) -> Estimate {
        Estimate::of(self.growth.iter().copied())
    }

    /// A time within which nearly all tasks are done.
    pub fn longest(&self) -> f64 {
        BEYOND * self.longest
    }

    /// Takes in a trial; `true` once there is no need for another.
    pub fn take(&mut self, tally: &mut Tally, plan: &Plan) -> bool {
        self.done += 1;
        self.longest = self.longest.max(tally.spread.quantile(0.95));
        self.growth.push(tally.growth());
        self.memory.enter(tally);
        let course = tally.course.take().unwrap_or_default();
        add(&mut self.course.turnaround, &course.turnaround);
        add(&mut self.course.inside, &course.inside);
        if !self.done.is_multiple_of(TRIALS) {
            return false;
        }
        self.warm_up = self.settled(plan);
        if self.warm_up.is_some() || self.doublings == MOST_DOUBLINGS {
            return true;
        }
        self.doublings += 1;
        self.course = Course::default();
        self.growth.clear();
        self.memory = Memory::default();
        false
    }

    /// How many tasks to leave out by the trials of this length; none if they are too short to tell.
    fn settled(&self, plan: &Plan) -> Option<u64> {
        let by_time = warm_up(&self.course.turnaround)? as u64;
        let by_number = warm_up(&self.course.inside)? as u64;
        let seen = 2 * self.arrivals(by_time).max(by_number) + self.arrivals(MARGIN);
        let remembered = self.memory.arrivals(plan) as u64;
        // A trial that is short beside it began empty for too much of its time to tell.
        (remembered <= self.window().until / LONG_ENOUGH).then_some(seen.max(remembered))
    }
}

/// Adds a course to a sum of courses; tasks that say nothing are left out.
fn add(sums: &mut Vec<f64>, course: &[f64]) {
    let values = course.iter().filter(|value| !value.is_nan());
    for (place, value) in values.enumerate() {
        match sums.get_mut(place) {
            Some(sum) => *sum += value,
            None => sums.push(*value),
        }
    }
}
