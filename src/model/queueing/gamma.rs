//! The Poisson weight and the two tails of the gamma distribution, on pure numbers.
//!
//! Written out because the tails in `statrs` take their leading factor from a difference of
//! large logarithms, which costs six digits at a shape of a million (an Erlang formula with a
//! million servers is exactly such a tail). Here the factor comes from Loader's saddle point.

use libm::erfc;
use std::f64::consts::{SQRT_2, TAU};

/// Shape above which the Wilson–Hilferty normal replaces the sums: its error in a quantile is
/// there under 1e-12 of the mean.
const LARGE_SHAPE: f64 = 1e7;
/// Index up to which the logarithm of the gamma function is accurate enough as it stands.
const SMALL_INDEX: f64 = 30.0;

/// How likely is a Poisson count of mean `mean` to be `n`?
///
/// p = a^n e^(−a)/Γ(n+1), for any real n ≥ 0 and a ≥ 0. Relative error about 1e-14 (times |ln p|
/// far out in the tails). Source: Loader (2000), Fast and accurate computation of binomial
/// probabilities.
pub fn poisson_mass(n: f64, mean: f64) -> f64 {
    if mean == 0.0 {
        return if n == 0.0 { 1.0 } else { 0.0 };
    }
    if n <= SMALL_INDEX {
        return (n * mean.ln() - mean - ln_gamma(n + 1.0)).exp();
    }
    (-stirling_error(n) - deviance(n, mean)).exp() / (TAU * n).sqrt()
}

/// ln Γ(x) for x > 0: Stirling's formula beyond [`SMALL_INDEX`], reached by Γ(x) = Γ(x+1)/x.
///
/// Error near 1e-14, absolute for small and relative for large values.
pub fn ln_gamma(x: f64) -> f64 {
    let (mut product, mut shifted) = (1.0, x);
    while shifted <= SMALL_INDEX {
        product *= shifted;
        shifted += 1.0;
    }
    let n = shifted - 1.0;
    stirling_error(n) + n * n.ln() - n + 0.5 * (TAU * n).ln() - product.ln()
}

/// ln Γ(n+1) less Stirling's formula, for n > [`SMALL_INDEX`].
fn stirling_error(n: f64) -> f64 {
    let square = n * n;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - 1.0 / (1680.0 * square)) / square) / square) / n
}

/// n·ln(n/a) + a − n, without cancellation where a is near n.
fn deviance(n: f64, mean: f64) -> f64 {
    let difference = n - mean;
    if difference.abs() >= 0.1 * (n + mean) {
        return n * (n / mean).ln() - difference;
    }
    let v = difference / (n + mean);
    let mut sum = difference * v;
    let mut power = 2.0 * n * v;
    let mut odd = 1.0;
    loop {
        power *= v * v;
        odd += 2.0;
        let next = sum + power / odd;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// Σ over k ≥ 1 of x^k/((s+1)…(s+k)): the series of the lower incomplete gamma function.
///
/// Holds for x ≤ s+1 or so, where the terms fall from the first; about 8√s terms near x = s.
pub fn rising_sum(shape: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut k) = (0.0, 1.0, shape);
    loop {
        k += 1.0;
        term *= x / k;
        sum += term;
        if term <= 1e-17 * sum {
            return sum;
        }
    }
}

/// The sums over k ≥ 1 of t_k and of k·t_k, t_k = x^k/((s+1)…(s+k)); holds where
/// [`rising_sum`] does.
pub fn rising_sums(shape: f64, x: f64) -> (f64, f64) {
    let (mut sum, mut weighted, mut term, mut k) = (0.0, 0.0, 1.0, 0.0);
    loop {
        k += 1.0;
        term *= x / (shape + k);
        sum += term;
        weighted += k * term;
        if k * term <= 1e-17 * weighted {
            return (sum, weighted);
        }
    }
}

/// ψ(y+m) − ψ(y) = 1/y + 1/(y+1) + … over m ≥ 0 terms, for y > 0 and any number of them.
///
/// Term by term up to a million, beyond by the logarithm and its corrections (ψ(y) ≈ ln y −
/// 1/(2y) − 1/(12y²) + 1/(120y⁴)), without a difference of large logarithms.
pub fn reciprocal_sum(y: f64, terms: f64) -> f64 {
    const EACH: f64 = 1e6;
    let singly = if terms <= EACH { terms } else { 100.0 };
    let (mut sum, mut k) = (0.0, 0.0);
    while k < singly {
        sum += 1.0 / (y + k);
        k += 1.0;
    }
    if terms <= EACH {
        return sum;
    }
    let (from, to, m) = (y + singly, y + terms, terms - singly);
    let correction = |y: f64| 0.5 / y + (1.0 / 12.0 - 1.0 / (120.0 * y * y)) / (y * y);
    sum + (m / from).ln_1p() + correction(from) - correction(to)
}

/// Γ(s,x) e^x x^(−s), the continued fraction of the upper incomplete gamma function.
///
/// Holds for x ≥ s+1, s ≥ 0; evaluated by Lentz's method.
pub fn upper_fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut h = d;
    let mut i = 0.0;
    loop {
        i += 1.0;
        let numerator = i * (shape - i);
        b += 2.0;
        d = numerator * d + b;
        d = 1.0 / if d.abs() < TINY { TINY } else { d };
        c = b + numerator / c;
        c = if c.abs() < TINY { TINY } else { c };
        let factor = c * d;
        h *= factor;
        // The second half only ends a crawl that rounding keeps from meeting the first.
        if (factor - 1.0).abs() < 2e-16 || i > 1e6 {
            return h;
        }
    }
}

/// The share of a gamma distribution of shape `shape` and scale 1 below and above `x`.
///
/// (P, Q) = (γ(s,x), Γ(s,x))/Γ(s) for s > 0: the smaller of the two keeps its relative accuracy.
/// Above a shape of ten million, Wilson and Hilferty's normal for the cube root.
/// Source: DiDonato and Morris (1986), ACM TOMS 12:377.
pub fn gamma_tails(shape: f64, x: f64) -> (f64, f64) {
    if x.is_nan() || x <= 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY {
        return (1.0, 0.0);
    }
    if shape > LARGE_SHAPE {
        // ∛(x/s) − 1 without the cancellation where x is near s.
        let root = ((x / shape).ln() / 3.0).exp_m1();
        let z = 3.0 * shape.sqrt() * (root + 1.0 / (9.0 * shape));
        return (0.5 * erfc(-z / SQRT_2), 0.5 * erfc(z / SQRT_2));
    }
    let mass = poisson_mass(shape, x);
    if x < shape + 1.0 {
        let lower = (mass * (1.0 + rising_sum(shape, x))).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (mass * shape * upper_fraction(shape, x)).min(1.0);
        (1.0 - upper, upper)
    }
}
