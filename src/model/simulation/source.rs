//! Where arrivals, times and turnings come from: chance, or a record.

use super::case::Case;
use super::draws::{Purpose, StreamKey, TaskKey};
use super::plan::{Plan, PlanStep, Stream, Way};

/// What decides what happens.
pub trait Source {
    /// Minutes from arrival `ordinal - 1` of a stream to arrival `ordinal`, or from the beginning
    /// to arrival 0; `None` when no more come.
    fn gap(&mut self, plan: &Plan, stream: usize, ordinal: u64) -> Option<f64>;
    /// A task's luck, and the step at which it begins.
    fn begin(&mut self, plan: &Plan, stream: usize, ordinal: u64) -> (TaskKey, usize);
    /// Minutes of the pass that begins.
    fn minutes(&mut self, step: &PlanStep, case: &Case) -> f64;
    /// What becomes of the pass that ends.
    fn outcome(&mut self, step: &PlanStep, case: &Case) -> Outcome;
}

/// What becomes of a pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// It had an error, was caught, and is done again.
    Again,
    /// It is over; the task goes on to a step, or is done.
    On {
        /// The next step; none if the task is done.
        to: Option<usize>,
        /// Whether an error was made that nobody saw.
        escaped: bool,
    },
}

/// Chance, by keyed draws.
#[derive(Clone, Debug)]
pub struct Chance {
    streams: Vec<StreamKey>,
}

impl Chance {
    /// The chance of one replication.
    pub fn new(plan: &Plan, seed: u64, replication: u32) -> Self {
        let key = |stream: &Stream| StreamKey::new(seed, replication, stream.task);
        Self {
            streams: plan.streams.iter().map(key).collect(),
        }
    }
}

impl Source for Chance {
    fn gap(&mut self, plan: &Plan, stream: usize, ordinal: u64) -> Option<f64> {
        let key = self.streams[stream].task(ordinal);
        Some(
            plan.streams[stream]
                .gap
                .sample(|| key.draw(0, Purpose::Gap)),
        )
    }

    fn begin(&mut self, plan: &Plan, stream: usize, ordinal: u64) -> (TaskKey, usize) {
        let key = self.streams[stream].task(ordinal);
        let begins = &plan.streams[stream].begins;
        let first = match begins[..] {
            [only] => only.to,
            _ => {
                let share = key.draw(0, Purpose::Complexity).share();
                way(begins, share).unwrap_or(begins[begins.len() - 1].to)
            }
        };
        (key, first)
    }

    fn minutes(&mut self, step: &PlanStep, case: &Case) -> f64 {
        let visit = case.passes_of(step.activity);
        step.time
            .sample(|| visit_draw(case, step, visit, Purpose::Service))
    }

    fn outcome(&mut self, step: &PlanStep, case: &Case) -> Outcome {
        // The pass that ends has been counted.
        let visit = case.passes_of(step.activity);
        let mut escaped = false;
        if step.error > 0.0 {
            let share = visit_draw(case, step, visit, Purpose::Check).share();
            if share <= step.redo {
                return Outcome::Again;
            }
            escaped = share <= step.error;
        }
        let to = match step.next[..] {
            [] => None,
            [only] if only.up_to >= 1.0 => Some(only.to),
            _ => way(
                &step.next,
                visit_draw(case, step, visit, Purpose::Branch).share(),
            ),
        };
        Outcome::On { to, escaped }
    }
}

/// The way that a share falls on; none beyond the last.
fn way(ways: &[Way], share: f64) -> Option<usize> {
    let taken = ways.iter().find(|way| share <= way.up_to);
    taken.map(|way| way.to)
}

/// A visit is known by its activity and its number: the second piece of work of a task has the
/// same luck whoever does it.
fn visit_draw(case: &Case, step: &PlanStep, visit: u32, purpose: Purpose) -> super::draws::Draw {
    let place = (visit << 2) | super::case::index_of(step.activity) as u32;
    case.key.draw(place, purpose)
}
