//! People who leave and people who begin: output while they learn, what a newcomer costs, how many
//! leave. Weeks and shares; money is for one person unless a name says otherwise.

use serde::{Deserialize, Serialize};

/// Learning: output reaches p∞ from p₀ on an exponential path with time constant L.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learning {
    /// p₀: share of the usual output on the first day.
    pub start: f64,
    /// p∞: share reached in the end.
    pub full: f64,
    /// L, in weeks.
    pub weeks: f64,
}

impl Learning {
    /// Output after some weeks: p(t) = p∞ − (p∞−p₀)·e^(−t/L).
    pub fn output(&self, weeks: f64) -> f64 {
        if self.weeks <= 0.0 {
            return self.full;
        }
        self.full - (self.full - self.start) * (-weeks / self.weeks).exp()
    }

    /// Weeks of a full person's output that learning loses: (p∞−p₀)·L, the area between p(t) and
    /// p∞.
    pub fn lost_weeks(&self) -> f64 {
        (self.full - self.start) * self.weeks
    }

    /// Weeks of pay for which that output is missing: (1−p₀/p∞)·L.
    pub fn paid_weeks(&self) -> f64 {
        self.lost_weeks() / self.full
    }
}

/// Minutes of the n-th repetition by Wright's curve (1936): T₁·n^(log₂ r), `rate` r being what is
/// left of the time at each doubling. Holds for n ≥ 1.
pub fn repetition(first: f64, n: f64, rate: f64) -> f64 {
    first * n.powf(rate.log2())
}

/// Leavers a year where people are so busy: a₀·(1 + ½(ρ−0.85)⁺/0.15). Assumed, and off by default.
pub fn attrition_under_load(attrition: f64, occupancy: f64) -> f64 {
    const EASY: f64 = 0.85;
    attrition * (1.0 + 0.5 * (occupancy.min(1.0) - EASY).max(0.0) / (1.0 - EASY))
}

/// What one newcomer costs until as quick as the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newcomer {
    /// Finding and hiring.
    pub hire: f64,
    /// Pay while in training.
    pub training: f64,
    /// Pay for which output is missing while learning.
    pub ramp_up: f64,
}

impl Newcomer {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.hire + self.training + self.ramp_up
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_output_at_first_and_95_per_cent_after_28_weeks_loses_six_weeks() {
        let weeks = -28.0 / (0.05f64 / 0.5).ln();
        let learning = Learning {
            start: 0.5,
            full: 1.0,
            weeks,
        };
        assert!((weeks - 12.16).abs() < 0.005);
        assert!((learning.lost_weeks() - 6.1).abs() < 0.05);
        assert!((learning.output(28.0) - 0.95).abs() < 1e-12);
        assert_eq!(learning.output(0.0), 0.5);
    }

    #[test]
    fn the_hundredth_unit_takes_half_the_first_at_ninety_per_cent() {
        assert!((repetition(1.0, 100.0, 0.9) - 0.497).abs() < 5e-4);
        assert_eq!(repetition(3.0, 1.0, 0.8), 3.0);
    }

    #[test]
    fn more_leave_only_where_people_are_very_busy() {
        assert_eq!(attrition_under_load(0.2, 0.5), 0.2);
        assert!((attrition_under_load(0.2, 1.0) - 0.3).abs() < 1e-12);
    }
}
