//! A blended desk with a real supply of deferred work: limits, priorities, and the chain solved
//! state by state.

use crate::near;
use counterbalance::model::queueing::{
    Blending, Discipline, Priority, evaluate_blending, evaluate_priority, evaluate_shared_desk,
};

const TARGET: f64 = 1.0 / 3.0;

fn desk(servers: f64, reserve: f64, patience: f64) -> Blending {
    Blending {
        live_arrival_rate: 1.0,
        live_mean_service: 5.0,
        mean_patience: patience,
        servers,
        reserve,
        deferred_mean_service: 5.0,
    }
}

/// Callers who never give up and no reserve: priority without interruption, Davis's formula.
#[test]
fn without_impatience_or_reserve_it_is_a_queue_with_priorities() {
    let found = evaluate_shared_desk(&desk(9.0, 0.0, 1e6), 0.6, TARGET)
        .unwrap()
        .unwrap();
    let priority = Priority {
        arrival_rates: vec![1.0, 0.6],
        mean_service: vec![5.0; 2],
        service_scv: vec![1.0; 2],
        servers: 9.0,
        discipline: Discipline::NonPreemptive,
    };
    let waits = evaluate_priority(&priority).unwrap().mean_waits;
    near(found.deferred_mean_wait, waits[1].unwrap(), 1e-4);
    near(found.p_abandon * 1e6, waits[0].unwrap(), 1e-4);
}

/// As much as the desk can take on is the bound of unlimited work; more does not keep up.
#[test]
fn near_its_limit_it_becomes_the_bound() {
    let blending = desk(9.0, 3.0, 4.0);
    let bound = evaluate_blending(&blending, TARGET).unwrap();
    let at = |share: f64| {
        evaluate_shared_desk(&blending, share * bound.deferred_throughput, TARGET).unwrap()
    };
    let close = at(0.999_999).unwrap();
    near(close.service_level, bound.service_level, 1e-5);
    near(close.deferred_p_wait, 1.0, 1e-5);
    assert!(at(1.0).is_none() && at(1.2).is_none());
    let mut before = 1.0;
    for tenth in 1..10 {
        let level = at(f64::from(tenth) / 10.0).unwrap().service_level;
        assert!(level < before && level > bound.service_level);
        before = level;
    }
}

/// The chain on (deferred work waiting, desks busy and customers waiting), iterated to rest.
fn brute_force(blending: &Blending, rate: f64) -> (f64, f64, f64) {
    const LONGEST: usize = 120;
    const INSIDE: usize = 40;
    let servers = blending.servers as usize;
    let lowest = servers - blending.reserve as usize;
    let live = blending.live_arrival_rate;
    let leave = |n: usize| {
        n.min(servers) as f64 / 5.0 + n.saturating_sub(servers) as f64 / blending.mean_patience
    };
    let fastest = live + rate + leave(INSIDE);
    let mut weight = vec![vec![0.0; INSIDE + 1]; LONGEST + 1];
    weight[0][0] = 1.0;
    for _ in 0..60_000 {
        let mut next = vec![vec![0.0; INSIDE + 1]; LONGEST + 1];
        for q in 0..=LONGEST {
            for n in 0..=INSIDE {
                let here = weight[q][n];
                if here < 1e-18 {
                    continue;
                }
                let mut stays = here * fastest;
                let mut go = |to: (usize, usize), by: f64| {
                    if to.0 <= LONGEST && to.1 <= INSIDE {
                        next[to.0][to.1] += here * by / fastest;
                        stays -= here * by;
                    }
                };
                go((q, n + 1), live);
                go(if n < lowest { (q, n + 1) } else { (q + 1, n) }, rate);
                if n == lowest && q > 0 {
                    go((q - 1, n), leave(n));
                } else if n > 0 {
                    go((q, n - 1), leave(n));
                }
                next[q][n] += stays / fastest;
            }
        }
        weight = next;
    }
    let (mut queue, mut square, mut full) = (0.0, 0.0, 0.0);
    for (q, row) in weight.iter().enumerate() {
        let all: f64 = row.iter().sum();
        queue += q as f64 * all;
        square += (q * q) as f64 * all - q as f64 * all;
        full += row[lowest..].iter().sum::<f64>();
    }
    (queue / rate, square / rate / rate, full)
}

#[test]
fn the_chain_state_by_state_says_the_same() {
    let blending = desk(8.0, 2.0, 4.0);
    let rate = 0.25;
    let found = evaluate_shared_desk(&blending, rate, TARGET)
        .unwrap()
        .unwrap();
    let (wait, square, full) = brute_force(&blending, rate);
    near(found.deferred_mean_wait, wait, 1e-6);
    near(found.deferred_p_wait, full, 1e-6);
    let variance = square - wait * wait;
    near(found.deferred_wait_variance, variance, 1e-5);
}
