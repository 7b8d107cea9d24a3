//! How long a run takes to settle: a few trials, longer ones if they do not tell.

use crate::model::simulation::engine::Window;
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
/// Beyond the greatest 95th percentile of all trials the shares done are not measured.
const BEYOND: f64 = 1.3;

/// The trials of one run.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// Trials done, of all lengths.
    done: u32,
    doublings: u32,
    /// The courses of the trials of this length, added up.
    course: Course,
    longest: f64,
    warm_up: Option<usize>,
}

impl Trial {
    /// Trials done.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// The arrivals that the next trial follows.
    pub fn window(&self) -> Window {
        Window {
            from: 0,
            until: SHORTEST << self.doublings,
        }
    }

    /// How many tasks pass before it has settled, with a margin; none if that was not found.
    pub fn warm_up(&self) -> Option<u64> {
        self.warm_up.map(|tasks| 2 * tasks as u64 + MARGIN)
    }

    /// How many tasks were followed to no avail, where it was not found when it settles.
    pub fn followed(&self) -> u64 {
        self.window().until / 2
    }

    /// A time within which nearly all tasks are done.
    pub fn longest(&self) -> f64 {
        BEYOND * self.longest
    }

    /// Takes in a trial; `true` once there is no need for another.
    pub fn take(&mut self, tally: &mut Tally) -> bool {
        self.done += 1;
        self.longest = self.longest.max(tally.spread.quantile(0.95));
        let course = tally.course.take().unwrap_or_default();
        add(&mut self.course.turnaround, &course.turnaround);
        add(&mut self.course.inside, &course.inside);
        if !self.done.is_multiple_of(TRIALS) {
            return false;
        }
        let cuts = warm_up(&self.course.turnaround).zip(warm_up(&self.course.inside));
        self.warm_up = cuts.map(|(by_time, by_number)| by_time.max(by_number));
        if self.warm_up.is_some() || self.doublings == MOST_DOUBLINGS {
            return true;
        }
        self.doublings += 1;
        self.course = Course::default();
        false
    }
}

/// Adds a course to a sum of courses. Where a task says nothing, what the one before it said stands.
fn add(sums: &mut Vec<f64>, course: &[f64]) {
    sums.resize(sums.len().max(course.len()), 0.0);
    let mut last = 0.0;
    for (sum, value) in sums.iter_mut().zip(course) {
        last = if value.is_nan() { last } else { *value };
        *sum += last;
    }
}
