//! Erlang's B and C: printed and high-precision values, limits, and extremes.

use crate::{agree, near};
use counterbalance::model::queueing::{erlang_b, erlang_c, least_servers};

/// mpmath, 40 digits: 1/B as the sum of c!/((c−k)! a^k), and C from B.
const WHOLE: [(f64, f64, f64, f64); 10] = [
    (1.0, 0.8, 0.444444444444444444, 0.8),
    (14.0, 10.0, 0.0568191433865208591, 0.174131933595049843),
    (100.0, 90.0, 0.0269573804643592148, 0.216940480906366379),
    (100.0, 99.0, 0.0700280747804333497, 0.882768462610084471),
    (
        100.0,
        10.0,
        4.86464918206761044e-63,
        5.40516575785290048e-63,
    ),
    (
        20_000.0,
        19_800.0,
        0.0011171379305143628,
        0.100588987492739087,
    ),
    (
        20_000.0,
        19_990.0,
        0.00530856102503342609,
        0.914337976586201066,
    ),
    (
        1_000_000.0,
        999_000.0,
        0.000287421375776867924,
        0.223303390291344091,
    ),
    (
        1_000_000.0,
        999_999.0,
        0.000796824472342922859,
        0.998747588964593782,
    ),
    (1_000_000.0, 1_100_000.0, 0.0909181798192409866, 1.0),
];

/// mpmath, 40 digits: a^c e^(−a)/Γ(c+1, a), and C from B (1 where the load is the larger).
const FRACTIONAL: [(f64, f64, f64, f64); 7] = [
    (13.5, 10.0, 0.0696260334817546127, 0.223997411267515286),
    (0.5, 0.3, 0.510751687329212206, 0.72298245506909533),
    (0.5, 7.0, 0.937073659395440049, 1.0),
    (2.25, 1e-3, 6.96870516665545998e-8, 6.9718037458821434e-8),
    (100.7, 95.0, 0.0453334880481012974, 0.456203418508683572),
    (100.7, 120.0, 0.191242391912813584, 1.0),
    (45.5, 1.0, 4.54668499131069117e-58, 4.64885768774463929e-58),
];

#[test]
fn whole_servers_agree_with_high_precision() {
    for (servers, load, blocking, waiting) in WHOLE {
        agree(erlang_b(servers, load), blocking, 1e-12);
        agree(erlang_c(servers, load), waiting, 1e-12);
    }
}

#[test]
fn fractional_servers_agree_with_high_precision() {
    for (servers, load, blocking, waiting) in FRACTIONAL {
        agree(erlang_b(servers, load), blocking, 1e-12);
        agree(erlang_c(servers, load), waiting, 1e-12);
    }
}

#[test]
fn golden_numbers() {
    near(erlang_c(14.0, 10.0), 0.17413193359505, 1e-12);
    near(erlang_b(13.5, 10.0), 0.0696260334818, 1e-12);
}

#[test]
fn every_route_through_the_formula_is_erlangs_recursion() {
    for load in [0.4, 7.3, 29.0, 30.5, 33.0, 64.0, 200.0] {
        for fraction in [0.0, 0.25, 0.999] {
            let mut blocking = erlang_b(fraction, load);
            for whole in 1..120 {
                let servers = fraction + f64::from(whole);
                blocking = load * blocking / (servers + load * blocking);
                agree(erlang_b(servers, load), blocking, 1e-12);
            }
        }
    }
}

#[test]
fn fractions_join_the_integers_without_a_step() {
    for servers in [1.0, 2.0, 30.0, 31.0, 100.0, 20_000.0] {
        let load = 0.9 * servers;
        let at = erlang_b(servers, load);
        for side in [1.0 - 1e-10, 1.0 + 1e-10] {
            agree(erlang_b(servers * side, load), at, 1e-6);
        }
        assert!(erlang_b(servers + 0.5, load) < at && erlang_b(servers - 0.5, load) > at);
    }
}

#[test]
fn limits() {
    near(erlang_b(0.0, 3.0), 1.0, 0.0);
    near(erlang_b(5.0, 0.0), 0.0, 0.0);
    near(erlang_c(5.0, 0.0), 0.0, 0.0);
    near(erlang_c(1.0, 0.37), 0.37, 1e-15);
    near(erlang_c(5.0, 5.0), 1.0, 0.0);
    near(erlang_b(f64::INFINITY, 5.0), 0.0, 0.0);
    near(erlang_b(5.0, f64::INFINITY), 1.0, 0.0);
    agree(erlang_b(1.0, 1e-300), 1e-300, 1e-12);
    agree(erlang_b(3.0, 1e15), 1.0 - 3e-15, 1e-15);
    agree(erlang_c(1.0, 0.999999), 0.999999, 1e-14);
    assert!(erlang_c(1e-9, 5e-10) <= 1.0 && erlang_c(1e-9, 5e-10) > 0.49);
}

#[test]
fn least_servers_are_strictly_more_than_the_load() {
    assert_eq!(least_servers(0.0), 1.0);
    assert_eq!(least_servers(9.99), 10.0);
    assert_eq!(least_servers(10.0), 11.0);
}

#[test]
fn always_a_probability_that_falls_with_servers_and_rises_with_load() {
    let sizes = [0.0, 1e-6, 0.3, 1.0, 1.7, 29.9, 30.1, 999.5, 1e5, 1e7];
    let loads = [
        0.0,
        1e-300,
        1e-9,
        0.5,
        29.95,
        31.0,
        1e3,
        1e5 - 0.01,
        9_999_999.0,
        1e300,
    ];
    for load in loads {
        let down: Vec<f64> = sizes
            .iter()
            .map(|&servers| erlang_b(servers, load))
            .collect();
        assert!(
            down.iter().all(|b| (0.0..=1.0).contains(b)),
            "{load}: {down:?}"
        );
        assert!(
            down.windows(2).all(|pair| pair[1] <= pair[0]),
            "{load}: {down:?}"
        );
    }
    for servers in sizes {
        let up: Vec<f64> = loads.iter().map(|&load| erlang_c(servers, load)).collect();
        assert!(
            up.iter().all(|c| (0.0..=1.0).contains(c)),
            "{servers}: {up:?}"
        );
        assert!(
            up.windows(2).all(|pair| pair[1] >= pair[0]),
            "{servers}: {up:?}"
        );
    }
}
