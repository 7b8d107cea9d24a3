//! People who join for a while: how much they do in each of their weeks, how many are still there,
//! what they cost.

use crate::model::cost::people::Learning;
use serde::{Deserialize, Serialize};

/// In the last weeks of a contract people look for the next.
const RESTLESS_WEEKS: i32 = 4;
const RESTLESS: f64 = 2.0;

/// What one person brings and costs who joins the team.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Joiner {
    /// Pay of an hour.
    pub rate: f64,
    /// Share of the paid time at work, 1−σ.
    pub present: f64,
    /// How output grows.
    pub learning: Learning,
    /// Finding and hiring.
    pub hire_cost: f64,
    /// Weeks of pay before the first task.
    pub training_weeks: f64,
    /// Letting go.
    pub exit_cost: f64,
    /// Share that leaves in a week.
    pub hazard: f64,
}

impl Joiner {
    /// p̄(a): mean output over the week that begins after `weeks` of work,
    /// p∞ − (p∞−p₀)·L·(e^(−a/L) − e^(−(a+1)/L)).
    pub fn output(&self, weeks: f64) -> f64 {
        let Learning {
            start,
            full,
            weeks: l,
        } = self.learning;
        if l <= 0.0 {
            return full;
        }
        full - (full - start) * l * ((-weeks / l).exp() - (-(weeks + 1.0) / l).exp())
    }
}

/// People who begin in the same week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cohort {
    /// How many.
    pub people: f64,
    /// The week in which they begin.
    pub start: i32,
    /// Weeks for which they stay.
    pub weeks: i32,
    /// Weeks of training, paid, before the first task.
    pub training: i32,
    /// Share that leaves in a week; [`RESTLESS`] times as many in the last weeks where `restless`.
    pub hazard: f64,
    /// Whether they have a contract that ends.
    pub restless: bool,
}

impl Cohort {
    /// How many are there in a week.
    pub fn there(&self, week: i32) -> f64 {
        let age = week - self.start;
        if self.people <= 0.0 || age < 0 || age >= self.weeks {
            return 0.0;
        }
        if self.hazard <= 0.0 {
            return self.people;
        }
        let restless = match self.restless {
            true => (age - (self.weeks - RESTLESS_WEEKS).max(0)).max(0),
            false => 0,
        };
        let calm = 1.0 - self.hazard;
        let late = (1.0 - RESTLESS * self.hazard).max(0.0);
        self.people * calm.powi(age - restless) * late.powi(restless)
    }

    /// Weeks of work behind them when a week begins; none while they are in training.
    pub fn worked(&self, week: i32) -> Option<i32> {
        Some(week - self.start - self.training).filter(|worked| *worked >= 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_leaves_a_week_and_twice_as_many_at_the_end() {
        let cohort = Cohort {
            people: 10.0,
            start: 2,
            weeks: 6,
            training: 0,
            hazard: 0.1,
            restless: true,
        };
        let there: Vec<f64> = (1..9).map(|week| cohort.there(week)).collect();
        let expected = [0.0, 10.0, 9.0, 8.1, 6.48, 5.184, 4.147_2, 0.0];
        for (there, expected) in there.iter().zip(expected) {
            assert!((there - expected).abs() < 1e-12, "{there} {expected}");
        }
    }

    /// The mean over a week is the area under p(t).
    #[test]
    fn output_over_a_week_is_the_area_under_the_curve() {
        let learning = Learning {
            start: 0.5,
            full: 0.9,
            weeks: 4.0,
        };
        let joiner = Joiner {
            rate: 27.0,
            present: 0.8,
            learning,
            hire_cost: 400.0,
            training_weeks: 0.0,
            exit_cost: 0.0,
            hazard: 0.0,
        };
        const STEPS: u32 = 10_000;
        for week in [0.0, 3.0] {
            let at = |i: u32| learning.output(week + (f64::from(i) + 0.5) / f64::from(STEPS));
            let area = (0..STEPS).map(at).sum::<f64>() / f64::from(STEPS);
            assert!((joiner.output(week) - area).abs() < 1e-9);
        }
    }
}
