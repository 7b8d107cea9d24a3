//! How long live customers wait at a blended desk with unequal service times.
//!
//! A customer who finds all desks busy follows a chain of its own, (q ahead, j desks with
//! deferred work): a live desk finishing or somebody ahead giving up leads to (q−1, j), a
//! deferred desk finishing to (q−1, j−1), from q = 0 into service; the customer's own patience
//! ends it. No deferred work begins while somebody waits. It leaves out nothing: the chain is
//! moved on by uniformisation, to 1e-15.

use super::blending_chain::{Blend, Steady};
use super::error::{QueueError, check_work};
use super::uniformisation::Poisson;

/// Most multiplications for one answer: about two seconds.
const MAX_STEPS: f64 = 1e9;
/// Share of customers who find so many ahead below which the place is left out.
const DROPPED: f64 = 1e-20;

/// What share of live customers is served after a wait of at most `t`?
///
/// Σ over n of P(n jumps by t)·P(in service after n jumps), started from what an arriving
/// customer finds, which is the long-run distribution (PASTA).
pub(super) fn answered_within(blend: &Blend, steady: &Steady, t: f64) -> Result<f64, QueueError> {
    let mut line = Line::found_by_arrivals(blend, steady);
    let jumps = line.fastest * t;
    let count = jumps + 10.0 * jumps.sqrt() + 10.0;
    check_work("target", t, count * line.waiting.len() as f64, MAX_STEPS)?;
    let poisson = Poisson::new(jumps);
    let mut within = 0.0;
    for n in 0..poisson.first + poisson.weights.len() {
        if n > 0 {
            line.jump();
        }
        if n >= poisson.first {
            within += poisson.weights[n - poisson.first] * line.served;
        }
    }
    Ok(within.min(1.0))
}

/// Where an arriving customer may be: in service, or waiting with so many ahead.
struct Line {
    /// Share in service.
    served: f64,
    /// Share waiting, by customers ahead and within these by desks with deferred work.
    waiting: Vec<f64>,
    /// Numbers of desks with deferred work: 0 to one less than this.
    width: usize,
    servers: f64,
    /// Chances that a jump ends one live contact, one piece of deferred work, one patience.
    ends: (f64, f64, f64),
    /// Rate of jumps, at least that of the fastest place.
    fastest: f64,
}

impl Line {
    fn found_by_arrivals(blend: &Blend, steady: &Steady) -> Self {
        let (servers, most_deferred, most_live) = blend.sizes();
        let width = most_deferred + 1;
        let (mut served, mut waiting) = (0.0, vec![0.0; width * (most_live + 1)]);
        for (i, j, share) in steady.states(most_deferred) {
            if i + j < servers {
                served += share;
            } else {
                waiting[(i + j - servers) * width + j] += share;
            }
        }
        let last = waiting.iter().rposition(|share| *share > DROPPED);
        let rows = last.unwrap_or(0) / width + 1;
        waiting.truncate(rows * width);
        let (live, deferred, giving_up) = blend.ends();
        let servers = servers as f64;
        let fastest = servers * live.max(deferred) + rows as f64 * giving_up;
        let chance = |rate: f64| rate / fastest;
        Self {
            served,
            waiting,
            width,
            servers,
            ends: (chance(live), chance(deferred), chance(giving_up)),
            fastest,
        }
    }

    /// One jump of the uniformised chain; in place, since it only leads to fewer ahead.
    fn jump(&mut self) {
        let (live, deferred, giving_up) = self.ends;
        let width = self.width;
        for q in 0..self.waiting.len() / width {
            let (before, from) = self.waiting.split_at_mut(q * width);
            let to = before.len().saturating_sub(width);
            let to = &mut before[to..];
            for (j, share) in from[..width].iter_mut().enumerate() {
                let j_busy = j as f64;
                let by_live = *share * ((self.servers - j_busy) * live + q as f64 * giving_up);
                let by_deferred = *share * j_busy * deferred;
                *share -= by_live + by_deferred + *share * giving_up;
                if q == 0 {
                    self.served += by_live + by_deferred;
                    continue;
                }
                to[j] += by_live;
                if j > 0 {
                    to[j - 1] += by_deferred;
                }
            }
        }
    }
}
