//! The time through a chain of visits whose times are made of exponential phases.
//!
//! Times in any one unit. A wait is nothing for those who find a server free and exponential for
//! the others; a service is one exponential phase, several in a row (less variable) or one of two
//! (more variable). Unlike a distribution fitted to two moments it keeps its shape where one task
//! in five waits for days. What it leaves out: successive visits of a task, and the waits of one
//! task in different places, are not quite independent.

use super::error::QueueError;
use super::linear::{Factors, dot};
pub use super::phases::Visit;
use super::phases::{Part, entries, mixed};
use super::root::brent;
use super::routing::{check_routing, factor};
use super::turnaround::PhaseByPhase;

/// Most phases of one distribution; the powers of its matrix take their cube.
pub const MOST_PHASES: usize = 48;
/// Most doublings of the smallest step.
const MOST_DOUBLINGS: usize = 60;
/// Share of tasks still inside that counts as none.
const NOBODY: f64 = 1e-14;
/// A time this small beside the others is as good as none.
const INSTANT: f64 = 1e-4;

/// A phase-type distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseType {
    /// Shares of tasks that begin in each phase.
    begin: Vec<f64>,
    /// Rates: out of a phase on the diagonal, less those to other phases beside it.
    rates: Vec<Vec<f64>>,
    /// Mean time left from each phase.
    left: Vec<f64>,
    /// The smallest step, and where each phase leads in 2^k of them.
    step: f64,
    powers: Vec<Vec<Vec<f64>>>,
}

impl PhaseType {
    /// The time of a task that begins with the first of `visits` and goes on by `routing` (row i:
    /// the shares from visit i to each next one; the rest is done). `None` where it takes no
    /// time, or more than [`MOST_PHASES`].
    pub fn through(visits: &[Visit], routing: &[Vec<f64>]) -> Result<Option<Self>, QueueError> {
        check_routing(routing)?;
        let total: f64 = visits
            .iter()
            .map(|v| v.mean_wait + v.mean_service + v.delay)
            .sum();
        let least = INSTANT * total / visits.len().max(1) as f64;
        let parts: Vec<Vec<Part>> = visits.iter().map(|visit| Part::all(visit, least)).collect();
        let count: usize = parts.iter().flatten().map(|part| part.rates.len()).sum();
        if total <= 0.0 || count > MOST_PHASES {
            return Ok(None);
        }
        let entries = entries(&parts, count);
        let mut rates = vec![vec![0.0; count]; count];
        let mut place = 0;
        for (i, visit) in parts.iter().enumerate() {
            for (m, part) in visit.iter().enumerate() {
                let after = match entries[i].get(m + 1) {
                    Some(next) => next.clone(),
                    None => mixed(&routing[i], &entries, count),
                };
                for (j, &rate) in part.rates.iter().enumerate() {
                    let row = &mut rates[place + j];
                    row[place + j] += rate;
                    if part.in_a_row && j + 1 < part.rates.len() {
                        row[place + j + 1] -= rate;
                    } else {
                        row.iter_mut()
                            .zip(&after)
                            .for_each(|(entry, to)| *entry -= rate * to);
                    }
                }
                place += part.rates.len();
            }
        }
        Self::new(entries[0][0].clone(), rates).map(Some)
    }

    fn new(begin: Vec<f64>, rates: Vec<Vec<f64>>) -> Result<Self, QueueError> {
        let left = factor(rates.clone())?.solve(&vec![1.0; begin.len()]);
        let fastest = (0..begin.len()).map(|i| rates[i][i]).fold(0.0, f64::max);
        let step = 0.5 / fastest;
        let mut time = Self {
            begin,
            left,
            powers: Vec::new(),
            step,
            rates,
        };
        let unit = |i: usize| {
            let mut row = vec![0.0; time.begin.len()];
            row[i] = 1.0;
            time.moved(&row, step)
        };
        let mut power: Vec<Vec<f64>> = (0..time.begin.len()).map(unit).collect();
        for _ in 0..MOST_DOUBLINGS {
            let inside: f64 = times(&time.begin, &power).iter().sum();
            let square = power.iter().map(|row| times(row, &power)).collect();
            time.powers.push(std::mem::replace(&mut power, square));
            if inside < NOBODY {
                break;
            }
        }
        Ok(time)
    }

    /// Where tasks are a time `h` of at most one step after they were at `from`: the series of
    /// the exponential.
    fn moved(&self, from: &[f64], h: f64) -> Vec<f64> {
        let (mut sum, mut term) = (from.to_vec(), from.to_vec());
        for k in 1..=24 {
            term = times(&term, &self.rates);
            term.iter_mut()
                .for_each(|share| *share *= -h / f64::from(k));
            sum.iter_mut()
                .zip(&term)
                .for_each(|(sum, term)| *sum += term);
        }
        sum
    }

    /// Where tasks are at time `t`.
    fn at(&self, t: f64) -> Vec<f64> {
        let (mut inside, mut rest) = (self.begin.clone(), t);
        for (k, power) in self.powers.iter().enumerate().rev() {
            let length = self.step * (1_u64 << k) as f64;
            if rest >= length {
                inside = times(&inside, power);
                rest -= length;
            }
        }
        if rest > self.step {
            // Further than anybody stays.
            return vec![0.0; inside.len()];
        }
        self.moved(&inside, rest)
    }
}

impl PhaseByPhase for PhaseType {
    /// What is the mean?
    fn mean(&self) -> f64 {
        dot(&self.begin, &self.left)
    }

    /// How much does it vary? E\[T²\] = 2·begin·M⁻²·1, M the rates.
    fn variance(&self) -> f64 {
        let twice = Factors::new(self.rates.clone()).map(|factors| factors.solve(&self.left));
        let second = twice.map_or(0.0, |left| 2.0 * dot(&self.begin, &left));
        (second - self.mean().powi(2)).max(0.0)
    }

    /// What share takes longer than `t`?
    fn over(&self, t: f64) -> f64 {
        self.at(t.max(0.0)).iter().sum::<f64>().clamp(0.0, 1.0)
    }

    /// Which time does a share `p` stay within? By halving steps down from the longest, then by
    /// Brent's method within the smallest.
    fn quantile(&self, p: f64) -> f64 {
        let wanted = (1.0 - p).max(NOBODY);
        let (mut inside, mut t) = (self.begin.clone(), 0.0);
        for (k, power) in self.powers.iter().enumerate().rev() {
            let later = times(&inside, power);
            if later.iter().sum::<f64>() > wanted {
                inside = later;
                t += self.step * (1_u64 << k) as f64;
            }
        }
        let gap = |h: f64| self.moved(&inside, h).iter().sum::<f64>() - wanted;
        t + brent(gap, 0.0, self.step, 1e-12 * self.step)
    }

    /// By how much is `t` exceeded on average? The mean time left of those still inside.
    fn mean_excess(&self, t: f64) -> f64 {
        dot(&self.at(t.max(0.0)), &self.left)
    }

    /// What share is lost beyond `t`, if lateness s loses 1 − e^(−s/L), L = `scale`? Those inside
    /// at t less the transform of their remaining time at 1/L.
    fn late_loss(&self, t: f64, scale: f64) -> f64 {
        let inside = self.at(t.max(0.0));
        let exits: Vec<f64> = self.rates.iter().map(|row| row.iter().sum()).collect();
        let mut shifted = self.rates.clone();
        (0..exits.len()).for_each(|i| shifted[i][i] += 1.0 / scale);
        let kept =
            Factors::new(shifted).map_or(0.0, |factors| dot(&inside, &factors.solve(&exits)));
        (inside.iter().sum::<f64>() - kept).clamp(0.0, 1.0)
    }
}

/// A row times a matrix.
fn times(row: &[f64], matrix: &[Vec<f64>]) -> Vec<f64> {
    let mut product = vec![0.0; row.len()];
    for (&share, from) in row.iter().zip(matrix).filter(|(share, _)| **share != 0.0) {
        product
            .iter_mut()
            .zip(from)
            .for_each(|(sum, to)| *sum += share * to);
    }
    product
}
