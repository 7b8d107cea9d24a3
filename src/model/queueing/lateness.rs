//! How late work is beyond a promise, on average over all work.
//!
//! Times in any one unit. Two measures: the mean time over the promise, and a loss that grows
//! with lateness but levels off at one (a customer can be lost only once).

use super::gamma::{gamma_tails, poisson_mass, upper_fraction};
use super::turnaround::{Turnaround, exponential_wait_over, gamma_at, is_constant, weighted};
use std::f64::consts::TAU;

/// Shape of a gamma distribution above which it is averaged as a normal one.
const NORMAL_SHAPE: f64 = 1e7;

impl Turnaround {
    /// By how much is `t` exceeded on average, those in time counting as zero?
    ///
    /// E\[(T−t)⁺\] = ∫ₜ^∞ P(T>u)du, in closed form for every variant: for gamma
    /// (E\[T\]−t)·Q(s,x) + E\[T\]·x^s e^(−x)/Γ(s+1), s = E\[T\]²/Var T, x = t·E\[T\]/Var T.
    pub fn mean_excess(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return self.mean() - t;
        }
        match self {
            Self::Constant(time) => (time - t).max(0.0),
            Self::Exponential { mean } => mean * (-t / mean).exp(),
            Self::MultiServer(queue) => queue.mean_excess(t),
            Self::Phases(time) => time.0.mean_excess(t),
            Self::Gamma { mean, variance } => gamma_excess(*mean, *variance, t),
            Self::DelayedConstant { constant, .. } if t < *constant => self.mean() - t,
            Self::DelayedConstant { p_wait, .. } if *p_wait <= 0.0 => 0.0,
            Self::DelayedConstant {
                constant,
                p_wait,
                mean_wait,
            } => exponential_wait_over(*p_wait, *mean_wait, t - constant) * mean_wait / p_wait,
            Self::Shifted { by, inner } => inner.mean_excess(t - by),
            Self::Mixture(parts) => weighted(parts, |part| part.mean_excess(t)),
        }
    }

    /// What share is lost beyond a promise `t`, if lateness s loses 1 − e^(−s/L)?
    ///
    /// E\[1−e^(−(T−t)⁺/L)\] = ∫₀^∞ P(T>t+s)e^(−s/L)ds/L for L = `scale` > 0, in closed form; for
    /// gamma Q(s,x) − e^(t/L)(1+θ/L)^(−s)Q(s, x+t/L), θ = Var T/E\[T\]. A gamma distribution of
    /// a shape over ten million is averaged as a normal one.
    pub fn late_loss(&self, t: f64, scale: f64) -> f64 {
        if t < 0.0 {
            return loss(-t, scale) + (t / scale).exp() * self.late_loss(0.0, scale);
        }
        match self {
            Self::Constant(time) => loss(time - t, scale),
            Self::Exponential { mean } => (-t / mean).exp() * mean / (mean + scale),
            Self::MultiServer(queue) => queue.late_loss(t, scale),
            Self::Phases(time) => time.0.late_loss(t, scale),
            Self::Gamma { mean, variance } => gamma_loss(*mean, *variance, t, scale),
            Self::DelayedConstant {
                constant,
                p_wait,
                mean_wait,
            } => {
                let early = (constant - t).max(0.0);
                let over = exponential_wait_over(*p_wait, *mean_wait, (t - constant).max(0.0));
                loss(early, scale)
                    + (-early / scale).exp() * over * mean_wait / (mean_wait + scale * p_wait)
            }
            Self::Shifted { by, inner } => inner.late_loss(t - by, scale),
            Self::Mixture(parts) => weighted(parts, |part| part.late_loss(t, scale)),
        }
    }
}

/// 1 − e^(−s/L) for a lateness s, none if it is early.
fn loss(lateness: f64, scale: f64) -> f64 {
    -(-lateness.max(0.0) / scale).exp_m1()
}

/// E\[(T−t)⁺\] of a gamma distribution.
fn gamma_excess(mean: f64, variance: f64, t: f64) -> f64 {
    if is_constant(mean, variance) {
        return (mean - t).max(0.0);
    }
    let rate = mean / variance;
    let over = gamma_at(mean, variance, t).1;
    ((mean - t) * over + mean * poisson_mass(mean * rate, t * rate)).max(0.0)
}

/// E\[1−e^(−(T−t)⁺/L)\] of a gamma distribution.
fn gamma_loss(mean: f64, variance: f64, t: f64, scale: f64) -> f64 {
    if is_constant(mean, variance) {
        return loss(mean - t, scale);
    }
    let rate = mean / variance;
    let (shape, x) = (mean * rate, t * rate);
    if shape > NORMAL_SHAPE {
        return normal_loss(mean - t, variance.sqrt(), scale);
    }
    let tilted = x + t / scale;
    let kept = if tilted == f64::INFINITY {
        0.0
    } else if tilted >= shape + 1.0 {
        // The tilt cancels against the Poisson weight: written out, either would overflow.
        poisson_mass(shape, x) * shape * upper_fraction(shape, tilted)
    } else {
        let tilt = t / scale - shape * (1.0 / (rate * scale)).ln_1p();
        tilt.exp() * gamma_tails(shape, tilted).1
    };
    (gamma_tails(shape, x).1 - kept).clamp(0.0, 1.0)
}

/// E\[1−e^(−Y⁺/L)\] for a normal lateness Y, by Simpson's rule over nine deviations each way.
fn normal_loss(mean: f64, deviation: f64, scale: f64) -> f64 {
    const PANELS: u32 = 1800;
    let step = 18.0 / f64::from(PANELS);
    let at = |i: u32| {
        let z = -9.0 + step * f64::from(i);
        let weight = match i {
            0 | PANELS => 1.0,
            odd if odd % 2 == 1 => 4.0,
            _ => 2.0,
        };
        weight * (-0.5 * z * z).exp() * loss(mean + deviation * z, scale)
    };
    (0..=PANELS).map(at).sum::<f64>() * step / 3.0 / TAU.sqrt()
}
