//! Distributions of time in the system: how long from request to completion.
//!
//! Times in any one unit, the same throughout a distribution. A quantile of share p is the
//! least t with P(T≤t) ≥ p. Waits in different variants are independent; what is left out is
//! any dependence between the parts of a mixture or a shift. How much lateness costs is next
//! door, in [`super::lateness`].

use super::gamma::gamma_tails;
use super::multi_server::{MultiServer, conditional_quantile};
use super::root::brent;
use std::sync::Arc;

/// Ratio of squared mean to variance above which a gamma distribution is a constant to f64.
const CONSTANT_SHAPE: f64 = 1e30;

/// A distribution of time in the system.
#[derive(Debug, Clone, PartialEq)]
pub enum Turnaround {
    /// Always the same time.
    Constant(f64),
    /// Exponential: service without waiting.
    Exponential {
        /// Mean time.
        mean: f64,
    },
    /// Waiting and service in an M/M/c queue, exact.
    MultiServer(MultiServer),
    /// Gamma, fitted to two moments.
    Gamma {
        /// Mean time.
        mean: f64,
        /// Variance, in the square of the unit of time; zero is a constant.
        variance: f64,
    },
    /// A constant service after a wait that is exponential for those who wait.
    DelayedConstant {
        /// The service time.
        constant: f64,
        /// Share of customers who wait.
        p_wait: f64,
        /// Mean wait of all customers.
        mean_wait: f64,
    },
    /// A chain of visits, phase by phase.
    Phases(Phases),
    /// Another distribution, later by a fixed time.
    Shifted {
        /// The time added.
        by: f64,
        /// What it is added to.
        inner: Box<Turnaround>,
    },
    /// One of several distributions, by chance; the weights need not add up to one.
    Mixture(Vec<(f64, Turnaround)>),
}

/// What a distribution that goes phase by phase answers.
pub trait PhaseByPhase: std::fmt::Debug + Send + Sync {
    /// What is the mean?
    fn mean(&self) -> f64;
    /// How much does it vary?
    fn variance(&self) -> f64;
    /// What share takes longer than `t`?
    fn over(&self, t: f64) -> f64;
    /// Which time does a share `p` stay within?
    fn quantile(&self, p: f64) -> f64;
    /// By how much is `t` exceeded on average?
    fn mean_excess(&self, t: f64) -> f64;
    /// What share is lost beyond `t`, if lateness s loses 1 − e^(−s/scale)?
    fn late_loss(&self, t: f64, scale: f64) -> f64;
}

/// A distribution that goes phase by phase, such as a [`super::phase_type::PhaseType`]. Which one is
/// left open: what does without it need not carry its formulas.
#[derive(Debug, Clone)]
pub struct Phases(pub Arc<dyn PhaseByPhase>);

impl PartialEq for Phases {
    fn eq(&self, other: &Self) -> bool {
        let moments = |time: &Self| (time.0.mean(), time.0.variance());
        Arc::ptr_eq(&self.0, &other.0) || moments(self) == moments(other)
    }
}

impl Turnaround {
    /// What is the mean? E\[T\].
    pub fn mean(&self) -> f64 {
        match self {
            Self::Constant(time) => *time,
            Self::Exponential { mean } | Self::Gamma { mean, .. } => *mean,
            Self::MultiServer(queue) => queue.mean_sojourn(),
            Self::Phases(time) => time.0.mean(),
            Self::DelayedConstant {
                constant,
                mean_wait,
                ..
            } => constant + mean_wait,
            Self::Shifted { by, inner } => by + inner.mean(),
            Self::Mixture(parts) => weighted(parts, Self::mean),
        }
    }

    /// How much does it vary? Var T; for a mixture by the law of total variance.
    pub fn variance(&self) -> f64 {
        match self {
            Self::Constant(_) => 0.0,
            Self::Exponential { mean } => mean * mean,
            Self::MultiServer(queue) => queue.variance_wait() + queue.mean_service().powi(2),
            Self::Gamma { variance, .. } => *variance,
            Self::Phases(time) => time.0.variance(),
            Self::DelayedConstant {
                p_wait, mean_wait, ..
            } if *p_wait > 0.0 => mean_wait * (2.0 * mean_wait / p_wait - mean_wait),
            Self::DelayedConstant { .. } => 0.0,
            Self::Shifted { inner, .. } => inner.variance(),
            Self::Mixture(parts) => {
                let mean = self.mean();
                weighted(parts, |part| part.variance() + (part.mean() - mean).powi(2))
            }
        }
    }

    /// What share takes longer than `t`? P(T>t).
    pub fn over(&self, t: f64) -> f64 {
        if t < 0.0 {
            return 1.0;
        }
        match self {
            Self::Constant(time) => f64::from(u8::from(t < *time)),
            Self::Exponential { mean } => (-t / mean).exp(),
            Self::MultiServer(queue) => queue.sojourn_over(t),
            Self::Phases(time) => time.0.over(t),
            Self::Gamma { mean, variance } => gamma_at(*mean, *variance, t).1,
            Self::DelayedConstant { constant, .. } if t < *constant => 1.0,
            Self::DelayedConstant {
                constant,
                p_wait,
                mean_wait,
            } => exponential_wait_over(*p_wait, *mean_wait, t - constant),
            Self::Shifted { by, inner } => inner.over(t - by),
            Self::Mixture(parts) => weighted(parts, |part| part.over(t)),
        }
    }

    /// What share is done within `t`? P(T≤t); a small share keeps its digits.
    pub fn within(&self, t: f64) -> f64 {
        if t < 0.0 {
            return 0.0;
        }
        match self {
            Self::Exponential { mean } => -(-t / mean).exp_m1(),
            Self::MultiServer(queue) => queue.sojourn_within(t),
            Self::Gamma { mean, variance } => gamma_at(*mean, *variance, t).0,
            Self::Shifted { by, inner } => inner.within(t - by),
            Self::Mixture(parts) => weighted(parts, |part| part.within(t)),
            Self::Constant(_) | Self::DelayedConstant { .. } | Self::Phases(_) => {
                1.0 - self.over(t)
            }
        }
    }

    /// Which time does a share `p` stay within? The least t with P(T≤t) ≥ p.
    ///
    /// In closed form where there is one, else by Brent's method on the logarithm of the tail
    /// over the logarithm of time, to 1e-12 of the answer. A `p` of 1 is read as the largest
    /// number below it, so that the answer stays finite.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Constant(time) => *time,
            Self::Exponential { mean } => conditional_quantile(1.0, *mean, p.max(0.0)),
            Self::DelayedConstant {
                constant,
                p_wait,
                mean_wait,
            } if *p_wait > 0.0 => constant + conditional_quantile(*p_wait, mean_wait / p_wait, p),
            Self::DelayedConstant { constant, .. } => *constant,
            Self::Shifted { by, inner } => by + inner.quantile(p),
            Self::MultiServer(queue) => queue.sojourn_quantile(p),
            Self::Phases(time) => time.0.quantile(p),
            Self::Gamma { .. } | Self::Mixture(_) => {
                let at_jump = self.jumps().into_iter().find(|&time| {
                    self.within(time) >= p && (time == 0.0 || self.within(time.next_down()) < p)
                });
                at_jump.unwrap_or_else(|| {
                    quantile_by_root(&|t| self.within(t), &|t| self.over(t), self.mean(), p)
                })
            }
        }
    }

    /// The times that have a probability of their own.
    fn jumps(&self) -> Vec<f64> {
        match self {
            Self::Constant(time) => vec![*time],
            Self::DelayedConstant { constant, .. } => vec![*constant],
            Self::Gamma { mean, variance } if is_constant(*mean, *variance) => vec![*mean],
            Self::Shifted { by, inner } => inner.jumps().iter().map(|time| time + by).collect(),
            Self::Mixture(parts) => parts.iter().flat_map(|(_, part)| part.jumps()).collect(),
            Self::Exponential { .. }
            | Self::MultiServer(_)
            | Self::Gamma { .. }
            | Self::Phases(_) => Vec::new(),
        }
    }
}

/// The mean of `quantity` over the parts of a mixture; zero for a mixture of nothing.
pub(super) fn weighted(parts: &[(f64, Turnaround)], quantity: impl Fn(&Turnaround) -> f64) -> f64 {
    let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let used = parts.iter().filter(|(weight, _)| *weight > 0.0);
    used.map(|(weight, part)| weight / total * quantity(part))
        .sum()
}

/// P(W>t), t ≥ 0, of a wait exponential for the share `p_wait` who wait, with `mean` over all.
pub(super) fn exponential_wait_over(p_wait: f64, mean: f64, t: f64) -> f64 {
    if p_wait <= 0.0 || mean <= 0.0 {
        0.0
    } else {
        p_wait * (-t * (p_wait / mean)).exp()
    }
}

/// Whether a gamma distribution has no spread that f64 could show.
pub(super) fn is_constant(mean: f64, variance: f64) -> bool {
    variance <= 0.0 || mean <= 0.0 || (mean / variance) * mean > CONSTANT_SHAPE
}

/// The shares of a gamma distribution below and above `t`.
pub(super) fn gamma_at(mean: f64, variance: f64, t: f64) -> (f64, f64) {
    if is_constant(mean, variance) {
        return if t < mean { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    let rate = mean / variance;
    gamma_tails(mean * rate, t * rate)
}

/// The quantile of share `p` of a distribution given by its two tails and a typical time.
///
/// Works on ln t, and on the logarithm of whichever tail is the smaller: both are then nearly
/// straight lines, whether the time wanted is 1e-50 or 1e50.
pub fn quantile_by_root(
    within: &dyn Fn(f64) -> f64,
    over: &dyn Fn(f64) -> f64,
    typical: f64,
    p: f64,
) -> f64 {
    if p <= 0.0 || typical <= 0.0 {
        return 0.0;
    }
    let p = p.min(1.0 - f64::EPSILON / 2.0);
    let log = |share: f64| share.ln().max(-1e4);
    let gap = |u: f64| {
        if p <= 0.5 {
            log(within(u.exp())) - p.ln()
        } else {
            (1.0 - p).ln() - log(over(u.exp()))
        }
    };
    let (smallest, largest) = (f64::MIN_POSITIVE.ln(), f64::MAX.ln());
    let (mut lo, mut hi, mut step) = (typical.ln(), typical.ln(), 1.0);
    while gap(hi) < 0.0 && hi < largest {
        (lo, hi, step) = (hi, (hi + step).min(largest), 2.0 * step);
    }
    step = 1.0;
    while gap(lo) > 0.0 {
        if lo <= smallest {
            return 0.0;
        }
        (hi, lo, step) = (lo, (lo - step).max(smallest), 2.0 * step);
    }
    brent(gap, lo, hi, 1e-14).exp()
}
