//! Moving a birth and death chain forward in time.
//!
//! The chain jumps at the times of a Poisson stream fast enough for its fastest state; the
//! number of jumps in a stretch is Poisson, and each jump multiplies the distribution by one
//! sparse matrix. Only the states that carry weight are kept, so neither the length of the queue
//! nor that of the stretch is limited beforehand.

use super::gamma::poisson_mass;

/// Weight below which a state at either end is dropped.
const DROPPED: f64 = 1e-22;
/// Most jumps expected in one stretch; longer ones are divided, so that the window can follow.
const MOST_JUMPS: f64 = 2_000.0;
/// Empty places at either end of the work space.
const EDGE: usize = 2;
/// Poisson weights below this share of the largest are left out.
const TAIL: f64 = 1e-17;

/// A distribution over the number of customers inside.
#[derive(Debug, Clone)]
pub struct Chain {
    /// The state of the first weight.
    first: usize,
    weights: Vec<f64>,
}

impl Chain {
    /// `number` customers for certain.
    pub fn at(number: usize) -> Self {
        Self {
            first: number,
            weights: vec![1.0],
        }
    }

    /// Every state in play with its probability.
    pub fn states(&self) -> impl Iterator<Item = (f64, f64)> {
        let first = self.first;
        let numbered = move |(i, &p): (usize, &f64)| ((first + i) as f64, p);
        self.weights.iter().enumerate().map(numbered)
    }

    /// Moves on by a time `h` with arrivals at `rate` and completions at min(n, servers)/τ.
    pub fn advance(&mut self, rate: f64, servers: f64, mean_service: f64, h: f64) {
        let fastest = rate + servers / mean_service;
        let jumps = fastest * h;
        if jumps <= 0.0 {
            return;
        }
        let parts = (jumps / MOST_JUMPS).ceil().max(1.0);
        let jump = Jump {
            up: rate / fastest,
            down: 1.0 / (mean_service * fastest),
            servers,
        };
        let poisson = Poisson::new(jumps / parts);
        let mut done = 0.0;
        while done < parts {
            self.advance_part(&jump, &poisson);
            done += 1.0;
        }
    }

    /// Moves on by one stretch: the sum over j of P(j jumps) times the distribution after j.
    fn advance_part(&mut self, jump: &Jump, poisson: &Poisson) {
        let last = poisson.first + poisson.weights.len() - 1;
        // Room for every jump to lead up or down, and two empty places beyond.
        let below = last.min(self.first);
        let base = self.first - below;
        let size = below + self.weights.len() + last + 2 * EDGE;
        let (mut lo, mut hi) = (below + EDGE, below + EDGE + self.weights.len() - 1);
        let mut now = vec![0.0; size];
        now[lo..=hi].copy_from_slice(&self.weights);
        let (mut next, mut sum) = (vec![0.0; size], vec![0.0; size]);
        let rates = jump.rates(base, size);
        for j in 0..=last {
            if j >= poisson.first {
                let weight = poisson.weights[j - poisson.first];
                let add = |(sum, now): (&mut f64, &f64)| *sum += weight * now;
                sum[lo..=hi].iter_mut().zip(&now[lo..=hi]).for_each(add);
            }
            if j < last {
                rates.step(&now, &mut next, lo, hi);
                (lo, hi) = trim(&mut next, lo - 1, hi + 1);
                std::mem::swap(&mut now, &mut next);
            }
        }
        self.keep(&sum, base);
    }

    /// Keeps what carries weight; place `EDGE` is state `base`.
    fn keep(&mut self, sum: &[f64], base: usize) {
        let carries = |weight: &f64| *weight > DROPPED;
        let lo = sum.iter().position(carries).unwrap_or(EDGE);
        let hi = sum.iter().rposition(carries).unwrap_or(lo);
        let total: f64 = sum[lo..=hi].iter().sum();
        self.first = base + lo - EDGE;
        self.weights = sum[lo..=hi].iter().map(|weight| weight / total).collect();
    }
}

/// The chances of one jump.
struct Jump {
    /// That it is an arrival.
    up: f64,
    /// That it is the completion of one particular server.
    down: f64,
    /// Servers.
    servers: f64,
}

impl Jump {
    /// The chances place by place; place `EDGE` is state `base`.
    fn rates(&self, base: usize, size: usize) -> Rates {
        let state = |i: usize| (base + i) as f64 - EDGE as f64;
        let down: Vec<f64> = (0..size)
            .map(|i| self.down * state(i).clamp(0.0, self.servers))
            .collect();
        let stay = down.iter().map(|down| (1.0 - self.up - down).max(0.0));
        Rates {
            up: self.up,
            stay: stay.collect(),
            down,
        }
    }
}

/// The matrix of one jump, place by place.
struct Rates {
    up: f64,
    stay: Vec<f64>,
    down: Vec<f64>,
}

impl Rates {
    /// One jump of the places `lo..=hi`, to one further on either side; two places beyond either
    /// end are empty.
    fn step(&self, now: &[f64], next: &mut [f64], lo: usize, hi: usize) {
        let around = now[lo - 2..=hi + 2].windows(3);
        let into = next[lo - 1..=hi + 1].iter_mut();
        let stay = &self.stay[lo - 1..=hi + 1];
        let down = &self.down[lo..=hi + 2];
        for (((next, now), stay), down) in into.zip(around).zip(stay).zip(down) {
            *next = now[0] * self.up + now[1] * stay + now[2] * down;
        }
    }
}

/// The places that carry weight among `lo..=hi`, the two beyond them emptied.
fn trim(weights: &mut [f64], mut lo: usize, mut hi: usize) -> (usize, usize) {
    while lo < hi && (lo < EDGE || weights[lo] < DROPPED) {
        lo += 1;
    }
    while hi > lo && weights[hi] < DROPPED {
        hi -= 1;
    }
    for place in [lo - 2, lo - 1, hi + 1, hi + 2] {
        weights[place] = 0.0;
    }
    (lo, hi)
}

/// The probabilities of a Poisson count, where they matter.
pub(super) struct Poisson {
    /// The first count that matters.
    pub(super) first: usize,
    /// The chances from there on.
    pub(super) weights: Vec<f64>,
}

impl Poisson {
    /// From the likeliest count outward, so that none underflows; scaled to a sum of one.
    pub(super) fn new(mean: f64) -> Self {
        let mode = mean.floor();
        let top = poisson_mass(mode, mean);
        let mut below = Vec::new();
        let (mut weight, mut n) = (top, mode);
        while n > 0.0 && weight > TAIL * top {
            weight *= n / mean;
            n -= 1.0;
            below.push(weight);
        }
        let first = n as usize;
        let mut weights: Vec<f64> = below.into_iter().rev().collect();
        (weight, n) = (top, mode);
        while weight > TAIL * top {
            weights.push(weight);
            n += 1.0;
            weight *= mean / n;
        }
        let total: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= total);
        Self { first, weights }
    }
}
