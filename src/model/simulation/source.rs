//! Where arrivals, times and turnings come from: chance, or a record.

use super::case::Case;
use super::draws::{Draw, Purpose, StreamKey, TaskKey};
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
    /// How long the customer of a case that joins a line waits before giving up, in minutes; none
    /// who waits for ever.
    fn patience(&mut self, plan: &Plan, step: &PlanStep, case: &Case) -> Option<f64>;
    /// How often a case is asked about, where so often is expected.
    fn chasers(&mut self, case: &Case, expected: f64) -> u32;
    /// The rank of the line in which a case waits at a step.
    fn rank(&self, step: &PlanStep, _case: &Case) -> u8 {
        step.rank
    }
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

    #[inline]
    fn patience(&mut self, plan: &Plan, step: &PlanStep, case: &Case) -> Option<f64> {
        if !step.live {
            return None;
        }
        let patience = plan.streams[case.stream as usize].patience?;
        let visit = case.passes_of(step.activity);
        Some(patience.sample(|| visit_draw(case, step, visit, Purpose::Patience)))
    }

    fn chasers(&mut self, case: &Case, expected: f64) -> u32 {
        sample_poisson(expected, &mut case.key.draw(0, Purpose::Chasers))
    }
}

/// A Poisson number, by counting up until its distribution reaches a uniform number: more are
/// expected, more come, with the same luck. Large means in parts, whose first terms do not vanish.
fn sample_poisson(mut mean: f64, draw: &mut Draw) -> u32 {
    const PART: f64 = 30.0;
    let mut count = 0;
    while mean > 0.0 {
        let part = mean.min(PART);
        mean -= part;
        let (mut term, mut left, mut here) = (libm::exp(-part), draw.share(), 0_u32);
        while left > term && term > 0.0 {
            left -= term;
            here += 1;
            term *= part / f64::from(here);
        }
        count += here;
    }
    count
}

/// The way that a share falls on; none beyond the last.
fn way(ways: &[Way], share: f64) -> Option<usize> {
    let taken = ways.iter().find(|way| share <= way.up_to);
    taken.map(|way| way.to)
}

/// A visit is known by its activity and its number: the second piece of work of a task has the
/// same luck whoever does it.
fn visit_draw(case: &Case, step: &PlanStep, visit: u32, purpose: Purpose) -> Draw {
    let place = (visit << 2) | super::case::index_of(step.activity) as u32;
    case.key.draw(place, purpose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chasers_are_as_many_as_expected_with_the_variance_of_a_poisson_number() {
        const DRAWS: u64 = 200_000;
        let key = StreamKey::new(3, 0, 0);
        for mean in [0.05, 2.0, 75.0] {
            let number = |i| {
                f64::from(sample_poisson(
                    mean,
                    &mut key.task(i).draw(0, Purpose::Chasers),
                ))
            };
            let n = DRAWS as f64;
            let found = (0..DRAWS).map(number).sum::<f64>() / n;
            let square = (0..DRAWS).map(|i| (number(i) - mean).powi(2)).sum::<f64>() / n;
            let error = (mean / n).sqrt();
            assert!((found - mean).abs() < 5.0 * error, "{mean}: {found}");
            assert!((square / mean - 1.0).abs() < 0.05, "{mean}: {square}");
        }
    }
}
