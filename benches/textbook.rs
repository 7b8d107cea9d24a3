//! Every formula of the textbook beside a straightforward implementation of it, in one run.
//!
//! Both give the same answer (asserted), and the ratio of their times is what is held: a formula
//! that falls behind the floor of its row fails. Milliseconds are only printed. Last, how the
//! time of Erlang C grows with the servers, and a day of quarter-hours on its way.

mod naive;

use counterbalance::model::queueing::{
    Abandonment, Blending, Chasers, Discipline, FiniteCapacity, MultiServer, Network, Periods,
    Priority, Staffing, Transient, erlang_b, erlang_c, evaluate_blending, evaluate_chasers,
    evaluate_network, evaluate_priority, evaluate_transient, least_staff, offered_load,
};
use std::hint::black_box;
use std::time::Instant;

/// Nanoseconds of one call: the least of several rounds of at least two milliseconds each.
fn time<T>(mut call: impl FnMut() -> T) -> f64 {
    let mut calls = 1_u32;
    let round = |calls: u32, call: &mut dyn FnMut()| {
        let start = Instant::now();
        (0..calls).for_each(|_| call());
        start.elapsed().as_nanos() as f64
    };
    let mut one = || {
        black_box(call());
    };
    while round(calls, &mut one) < 2e6 && calls < 1 << 24 {
        calls *= 2;
    }
    (0..5)
        .map(|_| round(calls, &mut one) / f64::from(calls))
        .fold(f64::INFINITY, f64::min)
}

/// One row: both times and their ratio, which may not fall below `floor`; the answers agree to
/// `tolerance`.
fn row(
    name: &str,
    floor: f64,
    tolerance: f64,
    mut ours: impl FnMut() -> f64,
    mut textbook: impl FnMut() -> f64,
) {
    let (found, expected) = (ours(), textbook());
    let error = ((found - expected) / expected).abs();
    assert!(error <= tolerance, "{name}: {found} against {expected}");
    let (fast, slow) = (time(ours), time(textbook));
    let ratio = slow / fast;
    println!(
        "{name:<44} {:>12.2} {:>12.2} {ratio:>10.1}",
        fast / 1e3,
        slow / 1e3
    );
    assert!(
        ratio >= floor,
        "{name}: {ratio:.2} times as fast, not {floor}"
    );
}

fn one_team() {
    row(
        "erlang_b, 1,000 servers",
        1.0,
        1e-11,
        || erlang_b(black_box(1_000.0), 970.0),
        || naive::erlang_b(black_box(1_000), 970.0),
    );
    row(
        "erlang_c, 100 servers (factorials)",
        2.0,
        1e-11,
        || erlang_c(black_box(100.0), 90.0),
        || naive::erlang_c(black_box(100), 90.0),
    );
    row(
        "erlang_a, service level, 200 servers",
        10.0,
        1e-9,
        || {
            let queue = Abandonment::new(black_box(200.0), 195.0, 1.0, 2.0);
            queue.expect("all above zero").service_level(0.1)
        },
        || naive::erlang_a_service_level(black_box(200.0), 195.0, 2.0, 0.1),
    );
    row(
        "finite_capacity, 50 servers, room for 5,000",
        2.0,
        1e-10,
        || {
            let queue = FiniteCapacity::new(black_box(50.0), 5_000.0, 49.99, 1.0);
            queue.expect("room for all").p_block()
        },
        || naive::finite_capacity(black_box(50.0), 5_000, 49.99),
    );
    row(
        "staffing, 2,000 erlangs",
        2.0,
        0.0,
        || {
            let asked = Staffing {
                arrival_rate: black_box(2_000.0),
                mean_service: 1.0,
                target: 0.1,
                level: 0.9999,
                mean_patience: None,
                max_occupancy: 1.0,
                shrinkage: 0.0,
            };
            least_staff(&asked).expect("a level below one").servers
        },
        || f64::from(naive::staffing(black_box(2_000.0), 0.1, 0.9999)),
    );
}

fn several() {
    let rates = [10.0, 20.0, 30.0, 25.0];
    row(
        "priority, four classes, 100 servers",
        1.0,
        1e-11,
        || {
            let classes = Priority {
                arrival_rates: rates.to_vec(),
                mean_service: vec![1.0; 4],
                service_scv: vec![1.0; 4],
                servers: black_box(100.0),
                discipline: Discipline::NonPreemptive,
            };
            let found = evaluate_priority(&classes).expect("85 erlangs for 100 servers");
            found.mean_waits[3].expect("everybody keeps up")
        },
        || naive::priority(&rates, black_box(100))[3],
    );
    let external: Vec<f64> = (0..12).map(|i| f64::from(i % 3)).collect();
    let routing: Vec<Vec<f64>> = (0..12)
        .map(|i| {
            (0..12)
                .map(|j| if (i + j) % 5 == 0 { 0.2 } else { 0.02 })
                .collect()
        })
        .collect();
    // The network does far more than its arrivals; still it may not fall far behind them.
    row(
        "network, arrivals at twelve stations",
        0.2,
        1e-10,
        || {
            let network = Network {
                external_arrivals: external.clone(),
                routing: routing.clone(),
                mean_service: vec![1.0; 12],
                servers: vec![black_box(100.0); 12],
                service_scv: vec![1.0; 12],
                arrival_scv: vec![1.0; 12],
            };
            let found = evaluate_network(&network).expect("servers enough");
            found.traffic.arrival_rates[7]
        },
        || naive::arrivals(black_box(&external), &routing)[7],
    );
    let periods = Periods {
        length: 1.0,
        arrival_rates: vec![3.0, 9.0, 1.0],
    };
    row(
        "offered_load, ten services",
        50.0,
        1e-3,
        || offered_load(black_box(1.0), &periods, &[10.0]).expect("a short while")[0],
        || naive::offered_load(|t| periods.rate(t as usize), black_box(10.0), 1e-4),
    );
}

fn loops_and_chains() {
    let overdue = |mean: f64| {
        MultiServer::new(7.0, 1.0 / 3.0, mean).map_or(1e9, |queue| queue.mean_excess(60.0))
    };
    row(
        "chasers, near the tipping point",
        2.0,
        1e-9,
        || {
            let desk = Chasers {
                servers: black_box(7.0),
                arrival_rate: 1.0 / 3.0,
                mean_service: 20.0,
                promise: 60.0,
                chase_rate: 0.002,
                chase_service: 3.0,
            };
            evaluate_chasers(&desk)
                .expect("below the tipping point")
                .queue
                .mean_service()
        },
        || naive::chasers(black_box(20.0), overdue, 0.006),
    );
    row(
        "blending, unequal means, 11 desks",
        2.0,
        1e-7,
        || {
            let desk = Blending {
                live_arrival_rate: black_box(4.0 / 3.0),
                live_mean_service: 6.0,
                mean_patience: 5.0,
                servers: 11.0,
                reserve: 6.0,
                deferred_mean_service: 27.0,
            };
            evaluate_blending(&desk, 1.0 / 3.0)
                .expect("a small desk")
                .deferred_servers
        },
        || naive::blending(black_box(4.0 / 3.0), [6.0, 27.0], 5.0, 11, 6),
    );
    row(
        "transient, 100 servers, 5 services",
        2.0,
        1e-6,
        || {
            let queue = Transient {
                mean_service: 1.0,
                initial: 0.0,
                periods: Periods {
                    length: 1e9,
                    arrival_rates: vec![black_box(95.0)],
                },
                servers: vec![100.0],
            };
            evaluate_transient(&queue, &[5.0]).expect("a short while")[0].expected_number
        },
        || naive::transient(black_box(95.0), 100.0, 0.005, 1_000, 300),
    );
}

/// Erlang C with a million servers: under five milliseconds, and less than in proportion.
fn growth() {
    let at = |servers: f64| time(|| erlang_c(black_box(servers), servers - servers.sqrt()));
    let (small, large) = (at(10_000.0), at(1_000_000.0));
    println!("erlang_c: {small:.0} ns with 10,000 servers, {large:.0} ns with 1,000,000");
    assert!(
        large < 30.0 * small,
        "a hundred times the servers in more than 30 times the time"
    );
}

/// 96 quarter-hours with up to 300 agents, five-minute calls; looked at each quarter-hour.
fn a_day() {
    let wave = |i: usize| 30.0 + 25.0 * (std::f64::consts::TAU * i as f64 / 96.0).sin();
    let day = Transient {
        mean_service: 5.0,
        initial: 0.0,
        periods: Periods {
            length: 15.0,
            arrival_rates: (0..96).map(wave).collect(),
        },
        servers: (0..96).map(|i| (5.2 * wave(i)).ceil() + 12.0).collect(),
    };
    let most = day
        .servers
        .iter()
        .fold(0.0_f64, |most, &servers| most.max(servers));
    let times: Vec<f64> = (1..=96).map(|i| 15.0 * f64::from(i)).collect();
    let took = time(|| evaluate_transient(&day, &times));
    println!(
        "a day of 96 quarter-hours, up to {most} agents: {:.1} ms",
        took / 1e6
    );
}

fn main() {
    println!(
        "{:<44} {:>12} {:>12} {:>10}",
        "formula", "ours, µs", "textbook, µs", "ratio"
    );
    one_team();
    several();
    loops_and_chains();
    growth();
    a_day();
}
