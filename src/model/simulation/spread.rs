//! How the times of a step are spread round their mean.
//!
//! Logarithms and the like come from `libm` on every target, so that the same seed gives the same
//! bits natively and in a browser.

use super::draws::Draw;
use libm::{exp, log, pow, sqrt};

/// The distribution of a time; all have the mean named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Always the same.
    Constant(f64),
    /// Exponential.
    Exponential(f64),
    /// Gamma with shape 1/c².
    Gamma {
        /// Mean.
        mean: f64,
        /// 1/c², above zero.
        shape: f64,
    },
    /// Lognormal: a longer tail than gamma at the same spread.
    Lognormal {
        /// Mean.
        mean: f64,
        /// Standard deviation of the logarithm, √ln(1 + c²).
        sigma: f64,
    },
}

/// Which family takes a spread other than none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Gamma; exponential at a squared coefficient of variation of one.
    Gamma,
    /// Lognormal.
    Lognormal,
}

impl Spread {
    /// The spread with a mean and a squared coefficient of variation.
    pub fn new(mean: f64, scv: f64, family: Family) -> Self {
        if mean <= 0.0 || scv <= 0.0 {
            Self::Constant(mean.max(0.0))
        } else if family == Family::Lognormal {
            let sigma = sqrt(libm::log1p(scv));
            Self::Lognormal { mean, sigma }
        } else if scv == 1.0 {
            Self::Exponential(mean)
        } else {
            let shape = 1.0 / scv;
            Self::Gamma { mean, shape }
        }
    }

    /// A time, from the numbers of one draw.
    pub fn sample(self, draw: impl FnOnce() -> Draw) -> f64 {
        match self {
            Self::Constant(time) => time,
            Self::Exponential(mean) => -mean * log(draw().share()),
            Self::Gamma { mean, shape } => mean / shape * sample_gamma(shape, &mut draw()),
            Self::Lognormal { mean, sigma } => {
                mean * exp(sigma * (sample_normal(&mut draw()) - 0.5 * sigma))
            }
        }
    }
}

/// A standard normal number, by Marsaglia's polar method (Marsaglia and Bray 1964).
fn sample_normal(draw: &mut Draw) -> f64 {
    loop {
        let (a, b) = (2.0 * draw.share() - 1.0, 2.0 * draw.share() - 1.0);
        let square = a * a + b * b;
        if square > 0.0 && square < 1.0 {
            return a * sqrt(-2.0 * log(square) / square);
        }
    }
}

/// A gamma number of scale one, by squeezing a cubed normal (Marsaglia and Tsang 2000). Below a
/// shape of one it is that of the next shape, times a uniform number to the power 1/shape.
fn sample_gamma(shape: f64, draw: &mut Draw) -> f64 {
    if shape < 1.0 {
        let share = draw.share();
        return sample_gamma(shape + 1.0, draw) * pow(share, 1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / sqrt(9.0 * d);
    loop {
        let normal = sample_normal(draw);
        let root = 1.0 + c * normal;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        if log(draw.share()) < 0.5 * normal * normal + d * (1.0 - v + log(v)) {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulation::draws::{Purpose, StreamKey};

    /// Mean and squared coefficient of variation over many tasks.
    fn moments(spread: Spread) -> (f64, f64) {
        const DRAWS: u64 = 400_000;
        let key = StreamKey::new(11, 0, 0);
        let time = |i| spread.sample(|| key.task(i).draw(0, Purpose::Service));
        let times: Vec<f64> = (0..DRAWS).map(time).collect();
        let n = DRAWS as f64;
        let mean = times.iter().sum::<f64>() / n;
        let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / n;
        (mean, variance / mean / mean)
    }

    #[test]
    fn every_spread_has_its_mean_and_its_variation() {
        for family in [Family::Gamma, Family::Lognormal] {
            for scv in [0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 4.0] {
                let (mean, found) = moments(Spread::new(20.0, scv, family));
                let error = (scv / 400_000.0_f64).sqrt();
                assert!(
                    (mean / 20.0 - 1.0).abs() < 5.0 * error + 1e-12,
                    "{family:?} {scv}: {mean}"
                );
                // The variance of a lognormal sample settles slowly.
                assert!((found - scv).abs() < 0.06 * scv + 1e-12, "{scv}: {found}");
            }
        }
    }

    /// The share of a gamma sample below its quantiles is what the textbook says.
    #[test]
    fn gamma_samples_follow_the_gamma_distribution() {
        use crate::model::queueing::Turnaround;
        const DRAWS: u64 = 200_000;
        for scv in [0.3, 2.5] {
            let spread = Spread::new(1.0, scv, Family::Gamma);
            let key = StreamKey::new(5, 0, 0);
            let exact = Turnaround::Gamma {
                mean: 1.0,
                variance: scv,
            };
            for p in [0.05, 0.5, 0.95] {
                let at = exact.quantile(p);
                let below = (0..DRAWS)
                    .filter(|i| spread.sample(|| key.task(*i).draw(0, Purpose::Service)) <= at);
                let found = below.count() as f64 / DRAWS as f64;
                let error = (p * (1.0 - p) / DRAWS as f64).sqrt();
                assert!((found - p).abs() < 5.0 * error, "{scv} {p}: {found}");
            }
        }
    }
}
