//! Estimates from replications, with Student's t.

use libm::{atan, cos, sin, sqrt};
use serde::{Deserialize, Serialize};

/// How often an interval is to hold the true value.
pub const CONFIDENCE: f64 = 0.95;

/// A mean over replications, with how far the truth may lie on either side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The mean over all replications.
    pub mean: f64,
    /// Half the width of the 95 % interval; zero where fewer than two replications ran.
    pub half: f64,
}

impl Estimate {
    /// The estimate from one number a replication.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let count = values.clone().count();
        if count == 0 {
            return Self::default();
        }
        let n = count as f64;
        let mean = values.clone().sum::<f64>() / n;
        if count == 1 {
            return Self { mean, half: 0.0 };
        }
        let square: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
        let error = sqrt(square / (n - 1.0) / n);
        let half = student_quantile(0.5 + CONFIDENCE / 2.0, count - 1) * error;
        Self { mean, half }
    }

    /// The estimate of a difference between two runs that met the same tasks, replication by
    /// replication.
    pub fn of_differences(one: &[f64], other: &[f64]) -> Self {
        Self::of(one.iter().zip(other).map(|(a, b)| a - b))
    }

    /// Whether a value lies in the interval; the last digits of two sums may differ.
    pub fn holds(&self, value: f64) -> bool {
        const ROUNDING: f64 = 1e-9;
        (value - self.mean).abs() <= self.half + ROUNDING * self.mean.abs()
    }

    /// Half the width as a share of the mean; zero where the mean is.
    pub fn relative(&self) -> f64 {
        if self.mean == 0.0 {
            0.0
        } else {
            self.half / self.mean.abs()
        }
    }
}

/// P(T ≤ t) of Student's t with a whole number of degrees of freedom.
///
/// The finite series in the angle atan(t/√n), exact. Source: Abramowitz and Stegun 26.7.3 and
/// 26.7.4.
pub fn student_within(t: f64, freedom: usize) -> f64 {
    let n = freedom as f64;
    let angle = atan(t / sqrt(n));
    let (sine, cosine) = (sin(angle), cos(angle));
    let odd = freedom % 2 == 1;
    // The terms cos^k with their coefficients: 1, ½cos², ½·¾cos⁴ … or cos, ⅔cos³ …
    let (mut term, mut sum, mut k) = match odd {
        true => (cosine, 0.0, 1),
        false => (1.0, 0.0, 0),
    };
    while k + 2 <= freedom {
        sum += term;
        term *= cosine * cosine * (k + 1) as f64 / (k + 2) as f64;
        k += 2;
    }
    let two_sided = match odd {
        true => (angle + sine * sum) * std::f64::consts::FRAC_2_PI,
        false => sine * sum,
    };
    0.5 + 0.5 * two_sided
}

/// The `t` within which Student's t lies with chance `p`, for `p` from one half; by halving.
pub fn student_quantile(p: f64, freedom: usize) -> f64 {
    let (mut low, mut high) = (0.0, 1e4);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if student_within(middle, freedom) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed tables of Student's t.
    #[test]
    fn quantiles_are_the_printed_ones() {
        let table = [
            (0.975, 1, 12.706_205),
            (0.975, 2, 4.302_653),
            (0.975, 5, 2.570_582),
            (0.975, 19, 2.093_024),
            (0.975, 199, 1.971_957),
            (0.999, 19, 3.579_400),
            (0.9, 10, 1.372_184),
        ];
        for (p, freedom, printed) in table {
            let found = student_quantile(p, freedom);
            assert!((found / printed - 1.0).abs() < 1e-6, "{freedom}: {found}");
        }
    }

    #[test]
    fn an_interval_from_three_replications() {
        let estimate = Estimate::of([1.0, 2.0, 3.0].into_iter());
        assert_eq!(estimate.mean, 2.0);
        // 4.302653 / √3.
        assert!((estimate.half - 2.484_138).abs() < 1e-5);
        assert!(estimate.holds(4.4) && !estimate.holds(4.6));
    }
}
