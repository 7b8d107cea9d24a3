//! The clear date in closed form, where it has one: temporary staff that all begin at once, learn and
//! stay; nobody coaches, nobody leaves. A check on the weeks, and an answer at a glance.

use super::terms::Terms;
use lambert_w::lambert_w0;

/// Weeks until a backlog is gone, from when the temporary staff begin; `None` where it never is.
///
/// With n of them s = K₀ − λ + n·k tasks a week are done beyond what arrives once all is learned;
/// learning costs d = n·k·(1−p₀/p∞)·L tasks. What is left falls as B₀ + d − d·e^(−t/L) − s·t, which is
/// nothing at t = M/s + L·W₀(−(d/(s·L))·e^(−M/(s·L))) with M = B₀ + d.
pub fn weeks_to_clear(terms: &Terms, backlog: f64, temps: f64, arrivals: f64) -> Option<f64> {
    let learning = terms.temps.learning;
    let k = terms.tasks_of_a_temp();
    let s = terms.capacity() - arrivals + temps * k;
    if backlog <= 0.0 {
        return Some(0.0);
    }
    if s <= 0.0 {
        return None;
    }
    let d = temps * k * learning.paid_weeks();
    let m = backlog + d;
    if d <= 0.0 || learning.weeks <= 0.0 {
        return Some(m / s);
    }
    let scale = s * learning.weeks;
    let exact = m / s + learning.weeks * lambert_w0(-(d / scale) * (-m / scale).exp());
    // Where the argument is so near −1/e that rounding takes it beyond, Newton finds the same.
    Some(if exact.is_finite() {
        exact
    } else {
        newton(m, d, s, learning.weeks)
    })
}

/// The zero of m − d·e^(−t/L) − s·t beyond its top, from the right.
fn newton(m: f64, d: f64, s: f64, l: f64) -> f64 {
    let mut t = m / s;
    for _ in 0..60 {
        let learned = d * (-t / l).exp();
        let slope = learned / l - s;
        if slope >= 0.0 {
            break;
        }
        t -= (m - learned - s * t) / slope;
    }
    t
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 270 tasks, six temporaries with k = 9, K₀ − λ = 6.25: the printed 5.6905672265.
    #[test]
    fn newton_finds_the_printed_weeks() {
        let (k, l) = (9.0, 4.0);
        let d = 6.0 * k * (1.0 - 0.5 / 0.9) * l;
        let (m, s) = (270.0 + d, 6.25 + 6.0 * k);
        assert!((newton(m, d, s, l) - 5.690_567_226_5).abs() < 1e-9);
        let w = lambert_w0(-(d / (s * l)) * (-m / (s * l)).exp());
        assert!((m / s + l * w - 5.690_567_226_5).abs() < 1e-9);
    }
}
