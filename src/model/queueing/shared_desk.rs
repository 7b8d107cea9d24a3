//! A blended desk with the deferred work that really comes: both kinds take the same time.
//!
//! As [`super::blending`], but deferred work arrives as a Poisson stream, is begun by a desk while
//! more than the reserve are idle, and waits its turn otherwise, first come first served. Times in
//! any one unit, rates per that unit; service times are exponential with one mean. Exact. Different
//! means need the simulation.

use super::blending::{Blending, BlendingMethod, evaluate_blending};
use super::error::{InputProblem, QueueError, check_rate, check_work, refuse};

/// Most states with all the reserve in use that are stepped through.
const MAX_STATES: f64 = 1e6;

/// What a desk with a real supply of deferred work achieves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SharedDesk {
    /// Share of live customers who are served after a wait of at most the target.
    pub service_level: f64,
    /// Share of live customers who have to wait.
    pub p_wait: f64,
    /// Share of live customers who give up.
    pub p_abandon: f64,
    /// Share of pieces of deferred work that have to wait.
    pub deferred_p_wait: f64,
    /// Their mean wait, all of them.
    pub deferred_mean_wait: f64,
    /// The variance of that wait.
    pub deferred_wait_variance: f64,
}

/// What becomes of live customers and of `deferred_rate` pieces of deferred work per unit of time?
///
/// Let m = c−k and let q pieces wait. While q > 0 at least m desks are busy, and q falls only when a
/// desk ends with exactly m busy; so given q > 0 or n ≥ m the number n of desks busy and customers
/// waiting follows the chain of unlimited work, and with A(z) = Σ_n Π_n(z)/Π_m(z) over n ≥ m for the
/// generating functions in q, Σ_n Π_n(z) = π₀(m)·A/(1 − hzA), h = δ/(mμ). A comes from ratios
/// r_n = λ/(λ + δ(1−z) + d_n − d_{n+1}r_{n+1}) from a long queue down, with its derivatives at z = 1,
/// where r_n = λ/d_n. The wait of the first come is the queue that its successors leave behind:
/// E\[W\] = E\[q\]/δ and E\[W²\] = E\[q(q−1)\]/δ². It keeps up while δ is below the throughput of
/// unlimited work. Derived here; agrees with simulation.
/// `None` where more comes than the desk can take on.
pub fn evaluate_shared_desk(
    blending: &Blending,
    deferred_rate: f64,
    target: f64,
) -> Result<Option<SharedDesk>, QueueError> {
    check_rate("deferred_rate", deferred_rate)?;
    if blending.live_mean_service != blending.deferred_mean_service {
        let unequal = InputProblem::NotFinite;
        let mean = blending.deferred_mean_service;
        return Err(refuse("deferred_mean_service", unequal, mean));
    }
    let bound = evaluate_blending(blending, target)?;
    debug_assert_eq!(bound.method, BlendingMethod::OneDimensional);
    let mean = blending.live_mean_service;
    if bound.deferred_throughput <= deferred_rate {
        return Ok(None);
    }
    let busy = blending.servers - blending.reserve;
    let h = deferred_rate * mean / busy;
    let span = Span::new(blending, deferred_rate)?;
    // u = zA at z = 1 with its derivatives; v = 1/(1 − hu).
    let [a, a1, a2] = span.0;
    let (u1, u2) = (a + a1, 2.0 * a1 + a2);
    let v = 1.0 / (1.0 - h * a);
    let v1 = h * u1 * v * v;
    let v2 = h * u2 * v * v + 2.0 * (h * u1).powi(2) * v.powi(3);
    let below = weight_below(blending, deferred_rate);
    let all = below + a * v;
    let full = a * v / all;
    let waiting = (a1 * v + a * v1) / all;
    let pairs = (a2 * v + 2.0 * a1 * v1 + a * v2) / all;
    let (mean_wait, square) = match deferred_rate {
        0.0 => (0.0, 0.0),
        rate => (waiting / rate, pairs / (rate * rate)),
    };
    Ok(Some(SharedDesk {
        service_level: 1.0 - full * (1.0 - bound.service_level),
        p_wait: full * bound.p_wait,
        p_abandon: full * bound.p_abandon,
        deferred_p_wait: full,
        deferred_mean_wait: mean_wait,
        deferred_wait_variance: (square - mean_wait * mean_wait).max(0.0),
    }))
}

/// Weight of the states with fewer than m desks busy, that of m and nothing waiting being one:
/// π(n−1) = π(n)·nμ/(λ+δ).
fn weight_below(blending: &Blending, deferred_rate: f64) -> f64 {
    let arrivals = (blending.live_arrival_rate + deferred_rate) * blending.live_mean_service;
    let (mut weight, mut sum) = (1.0, 0.0);
    let mut n = blending.servers - blending.reserve;
    while n >= 1.0 && weight > 1e-300 {
        weight *= n / arrivals;
        sum += weight;
        n -= 1.0;
    }
    sum
}

/// A(z) at z = 1 and its first two derivatives.
struct Span([f64; 3]);

impl Span {
    fn new(blending: &Blending, deferred_rate: f64) -> Result<Self, QueueError> {
        let (live, servers) = (blending.live_arrival_rate, blending.servers);
        let leave = |n: f64| {
            n.min(servers) / blending.live_mean_service
                + (n - servers).max(0.0) / blending.mean_patience
        };
        let lowest = servers - blending.reserve;
        let longest = longest(live, lowest, servers, leave)?;
        let (mut span, mut ratio) = ([1.0, 0.0, 0.0], [0.0; 3]);
        let mut n = longest;
        while n > lowest {
            // D = λ + δ(1−z) + d_n − d_{n+1}·r_{n+1}, which is d_n at z = 1.
            let (d, above) = (leave(n), leave(n + 1.0));
            let (d1, d2) = (-deferred_rate - above * ratio[1], -above * ratio[2]);
            let r = live / d;
            let r1 = -r * d1 / d;
            let r2 = r * (2.0 * (d1 / d).powi(2) - d2 / d);
            ratio = [r, r1, r2];
            let [s, s1, s2] = span;
            span = [
                1.0 + r * s,
                r1 * s + r * s1,
                r2 * s + 2.0 * r1 * s1 + r * s2,
            ];
            n -= 1.0;
        }
        Ok(Self(span))
    }
}

/// The number of desks busy and customers waiting beyond which there is no weight left.
fn longest(
    live: f64,
    lowest: f64,
    servers: f64,
    leave: impl Fn(f64) -> f64,
) -> Result<f64, QueueError> {
    const NO_WEIGHT: f64 = 1e-18;
    let (mut n, mut weight, mut most) = (lowest, 1.0_f64, 1.0_f64);
    while n < servers || weight > NO_WEIGHT * most || live > 0.9 * leave(n) {
        n += 1.0;
        weight *= live / leave(n);
        most = most.max(weight);
        if most > 1e250 {
            (weight, most) = (weight / most, 1.0);
        }
        check_work("servers", servers, n - lowest, MAX_STATES)?;
    }
    Ok(n)
}
