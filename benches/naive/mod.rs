//! The formulas as a textbook prints them, written straight down: the yardstick of the benchmarks.
//!
//! Right where they work, and slow or not a number where they do not; each says where.

use statrs::function::beta::beta_reg;
use std::collections::VecDeque;

/// B by the recursion from no server on: as many steps as servers.
pub fn erlang_b(servers: u32, load: f64) -> f64 {
    (1..=servers).fold(1.0, |blocking, k| {
        load * blocking / (f64::from(k) + load * blocking)
    })
}

/// C = (a^c/c!)·c/(c−a) / (Σ_{k<c} a^k/k! + the same): not a number from 146 servers on.
pub fn erlang_c(servers: u32, load: f64) -> f64 {
    let term = |k: u32| load.powi(k as i32) / (1..=k).map(f64::from).product::<f64>();
    let all_busy = term(servers) * f64::from(servers) / (f64::from(servers) - load);
    all_busy / ((0..servers).map(term).sum::<f64>() + all_busy)
}

/// The shares of M/M/c+M state by state, from nobody up to `most`.
pub fn chain(servers: f64, load: f64, patience: f64, most: usize) -> Vec<f64> {
    let mut weights = vec![1.0_f64];
    for n in 1..=most {
        let n = n as f64;
        let down = n.min(servers) + (n - servers).max(0.0) / patience;
        weights.push(weights[weights.len() - 1] * load / down);
    }
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

/// Erlang A's service level, state by state with an incomplete beta function for each.
pub fn erlang_a_service_level(servers: f64, load: f64, patience: f64, t: f64) -> f64 {
    let shares = chain(servers, load, patience, (6.0 * servers) as usize + 400);
    let (beta, z) = (servers * patience, 1.0 - (-t / patience).exp());
    let waiting = shares.iter().enumerate().skip(servers as usize);
    let served = waiting.map(|(n, share)| {
        let k = n as f64 - servers;
        share * beta / (beta + k + 1.0) * beta_reg(k + 1.0, beta + 1.0, z)
    });
    shares[..servers as usize].iter().sum::<f64>() + served.sum::<f64>()
}

/// P(full) of M/M/c/K, summing every state.
pub fn finite_capacity(servers: f64, capacity: usize, load: f64) -> f64 {
    let mut weight = 1.0;
    let mut total = 1.0;
    for n in 1..=capacity {
        weight *= load / servers.min(n as f64);
        total += weight;
    }
    weight / total
}

/// The least servers for a level, adding one at a time.
pub fn staffing(load: f64, target: f64, level: f64) -> u32 {
    let mut servers = load as u32 + 1;
    loop {
        let (c, blocking) = (f64::from(servers), erlang_b(servers, load));
        let waits = c * blocking / (c - load * (1.0 - blocking));
        if 1.0 - waits * (-(c - load) * target).exp() >= level {
            return servers;
        }
        servers += 1;
    }
}

/// Non-preemptive waits of equal exponential services by the printed formula.
pub fn priority(rates: &[f64], servers: u32) -> Vec<f64> {
    let (c, mut above) = (f64::from(servers), 0.0);
    let waits = erlang_c(servers, rates.iter().sum());
    rates
        .iter()
        .map(|rate| {
            let below = above + rate / c;
            let wait = waits / c / ((1.0 - above) * (1.0 - below));
            above = below;
            wait
        })
        .collect()
}

/// Arrivals at every station of a network by passing the work on until nothing moves.
pub fn arrivals(external: &[f64], routing: &[Vec<f64>]) -> Vec<f64> {
    let mut rates = external.to_vec();
    loop {
        let inflow = |j: usize| -> f64 {
            let from = routing.iter().zip(&rates).map(|(row, rate)| rate * row[j]);
            external[j] + from.sum::<f64>()
        };
        let next: Vec<f64> = (0..rates.len()).map(inflow).collect();
        let moved = next.iter().zip(&rates).map(|(new, old)| (new - old).abs());
        let most = moved.fold(0.0, f64::max);
        rates = next;
        if most < 1e-14 {
            return rates;
        }
    }
}

/// Work in progress by Euler's small steps.
pub fn offered_load(rate: impl Fn(f64) -> f64, until: f64, step: f64) -> f64 {
    let (mut busy, mut now) = (0.0, 0.0);
    while now < until {
        busy += step * (rate(now) - busy);
        now += step;
    }
    busy
}

/// The chaser loop by damped steps from calm: mean service times at rest.
pub fn chasers(mut mean: f64, overdue: impl Fn(f64) -> f64, added: f64) -> f64 {
    let calm = mean;
    for _ in 0..5_000 {
        mean += 0.5 * (calm + added * overdue(mean) - mean);
    }
    mean
}

/// The queue on its way by Runge and Kutta's fourth-order steps over `most` states: E[N].
pub fn transient(rate: f64, servers: f64, h: f64, steps: usize, most: usize) -> f64 {
    let slope = |p: &[f64]| -> Vec<f64> {
        (0..p.len())
            .map(|n| {
                let down = |n: usize| (n as f64).min(servers);
                let up = |n: usize| if n + 1 < p.len() { rate } else { 0.0 };
                let below = if n > 0 { p[n - 1] * up(n - 1) } else { 0.0 };
                let above = if n + 1 < p.len() {
                    p[n + 1] * down(n + 1)
                } else {
                    0.0
                };
                below + above - p[n] * (up(n) + down(n))
            })
            .collect()
    };
    let ahead = |p: &[f64], k: &[f64], h: f64| -> Vec<f64> {
        p.iter().zip(k).map(|(p, k)| p + h * k).collect()
    };
    let mut p = vec![0.0; most];
    p[0] = 1.0;
    for _ in 0..steps {
        let k1 = slope(&p);
        let k2 = slope(&ahead(&p, &k1, 0.5 * h));
        let k3 = slope(&ahead(&p, &k2, 0.5 * h));
        let k4 = slope(&ahead(&p, &k3, h));
        for n in 0..most {
            p[n] += h / 6.0 * (k1[n] + 2.0 * k2[n] + 2.0 * k3[n] + k4[n]);
        }
    }
    p.iter().enumerate().map(|(n, p)| n as f64 * p).sum()
}

/// The blended desk with unequal means, state by state by Gauss and Seidel's sweeps: mean number
/// of desks with deferred work.
pub fn blending(rate: f64, means: [f64; 2], patience: f64, desks: usize, reserve: usize) -> f64 {
    let (most_live, most) = (80, desks - reserve);
    let mut into: Vec<Vec<(usize, f64)>> = vec![Vec::new(); (most_live + 1) * (most + 1)];
    let mut out = vec![0.0; into.len()];
    let place = |i: usize, j: usize| i * (most + 1) + j;
    let mut open: VecDeque<(usize, usize)> = VecDeque::from([(0, most)]);
    let mut seen = vec![false; into.len()];
    seen[place(0, most)] = true;
    while let Some((i, j)) = open.pop_front() {
        let served = i.min(desks - j);
        let topped = |i: usize, j: usize| (i, j.max(most.saturating_sub(i)));
        let mut moves = Vec::new();
        if i < most_live {
            moves.push(((i + 1, j), rate));
        }
        if i > 0 {
            let leave = served as f64 / means[0] + (i - served) as f64 / patience;
            moves.push((topped(i - 1, j), leave));
        }
        if j > 0 {
            moves.push((topped(i, j - 1), j as f64 / means[1]));
        }
        for ((to_i, to_j), rate) in moves {
            if (to_i, to_j) != (i, j) {
                into[place(to_i, to_j)].push((place(i, j), rate));
                out[place(i, j)] += rate;
                if !seen[place(to_i, to_j)] {
                    seen[place(to_i, to_j)] = true;
                    open.push_back((to_i, to_j));
                }
            }
        }
    }
    let mut shares: Vec<f64> = seen.iter().map(|&seen| f64::from(u8::from(seen))).collect();
    loop {
        let mut change = 0.0_f64;
        for at in (0..shares.len()).filter(|&at| seen[at]) {
            let next = into[at]
                .iter()
                .map(|(from, rate)| shares[*from] * rate)
                .sum::<f64>()
                / out[at];
            change = change.max((next - shares[at]).abs());
            shares[at] = next;
        }
        let total: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= total);
        if change < 1e-13 {
            break;
        }
    }
    let deferred = |(at, share): (usize, &f64)| (at % (most + 1)) as f64 * share;
    shares.iter().enumerate().map(deferred).sum()
}
