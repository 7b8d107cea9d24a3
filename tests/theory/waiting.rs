//! GI/G/c: which formula when, golden numbers, exact values, limits.

use crate::{agree, near};
use counterbalance::model::queueing::waiting::whitt_mean_wait;
use counterbalance::model::queueing::{Accuracy, Method, MultiServer, Station, evaluate_wait};

fn station(servers: f64, arrival_rate: f64, mean_service: f64, scvs: (f64, f64)) -> Station {
    let (arrival_scv, service_scv) = scvs;
    Station {
        servers,
        arrival_rate,
        mean_service,
        service_scv,
        arrival_scv,
    }
}

#[test]
fn whitts_formula_itself() {
    near(
        whitt_mean_wait(&station(3.0, 0.24, 10.0, (1.0, 0.25))),
        6.852655274967069,
        1e-12,
    );
    near(
        whitt_mean_wait(&station(3.0, 0.24, 10.0, (1.0, 2.5))),
        17.91889829507929,
        1e-12,
    );
}

#[test]
fn the_formula_follows_the_case() {
    let method = |servers, scvs| {
        evaluate_wait(&station(servers, 0.5 * servers, 1.0, scvs))
            .unwrap()
            .method
    };
    assert_eq!(method(3.0, (1.0, 1.0)), Method::Exact);
    assert_eq!(method(1.0, (1.0, 3.0)), Method::PollaczekKhinchine);
    assert_eq!(method(3.0, (1.0, 0.5)), Method::Kimura);
    assert_eq!(method(3.0, (1.0, 1.5)), Method::Whitt);
    assert_eq!(method(3.0, (0.5, 1.0)), Method::Whitt);
    assert_eq!(method(3.0, (0.0, 0.0)), Method::Exact);
    assert!(Method::PollaczekKhinchine.is_exact() && !Method::Kimura.is_exact());
}

#[test]
fn exponential_everything_is_m_m_c() {
    for servers in [1.0, 2.5, 9.0] {
        let exact = MultiServer::new(servers, 0.8 * servers, 1.0).unwrap();
        let wait = evaluate_wait(&station(servers, 0.8 * servers, 1.0, (1.0, 1.0))).unwrap();
        agree(wait.mean, exact.mean_wait(), 1e-14);
        agree(wait.p_wait, exact.p_wait(), 1e-14);
        agree(wait.variance, exact.variance_wait(), 1e-13);
        agree(wait.quantile(0.95), exact.wait_quantile(0.95), 1e-13);
        assert_eq!(wait.accuracy, Accuracy::Exact);
    }
}

#[test]
fn one_server_is_pollaczek_khinchine() {
    for scv in [0.0, 0.3, 2.0, 5.0] {
        let wait = evaluate_wait(&station(1.0, 0.7, 1.0, (1.0, scv))).unwrap();
        agree(wait.mean, 0.7 * 0.5 * (1.0 + scv) / 0.3, 1e-14);
        agree(wait.p_wait, 0.7, 1e-14);
    }
}

/// Exact mean waits of M/D/c with unit service, from the chain of the number in system at
/// times one service apart, X' = max(X−c, 0) + Poisson(cρ), solved with 600 states (numpy).
const CONSTANT_SERVICE: [(f64, f64, f64); 6] = [
    (2.0, 0.5, 0.176741057111),
    (2.0, 0.9, 2.14692321469),
    (5.0, 0.7, 0.135517076443),
    (5.0, 0.9, 0.776695158191),
    (10.0, 0.8, 0.109827789732),
    (20.0, 0.9, 0.144286075033),
];

#[test]
fn kimura_is_near_exact_constant_service() {
    for (servers, occupancy, exact) in CONSTANT_SERVICE {
        let wait = evaluate_wait(&station(servers, servers * occupancy, 1.0, (1.0, 0.0))).unwrap();
        agree(wait.mean, exact, 0.008);
    }
}

/// Exact shares who wait in GI/M/c, from the chain seen by arrivals (numpy): servers, occupancy,
/// arrival SCV (constant, Erlang-4, hyperexponential with balanced means), share.
const OTHER_ARRIVALS: [(f64, f64, f64, f64); 10] = [
    (1.0, 0.8, 0.0, 0.6286),
    (1.0, 0.8, 0.25, 0.6939),
    (1.0, 0.9, 4.0, 0.9573),
    (3.0, 0.8, 0.0, 0.4584),
    (3.0, 0.8, 2.5, 0.7563),
    (8.0, 0.9, 0.25, 0.6103),
    (8.0, 0.8, 0.0, 0.2684),
    (20.0, 0.8, 0.0, 0.1051),
    (20.0, 0.8, 2.5, 0.3907),
    (20.0, 0.9, 0.0, 0.3894),
];

#[test]
fn the_share_who_wait_follows_the_arrivals() {
    for (servers, occupancy, scv, exact) in OTHER_ARRIVALS {
        let wait = evaluate_wait(&station(servers, servers * occupancy, 1.0, (scv, 1.0))).unwrap();
        near(wait.p_wait, exact, 0.08);
        let erlang = MultiServer::new(servers, servers * occupancy, 1.0)
            .unwrap()
            .p_wait();
        assert!((wait.p_wait - exact).abs() < (erlang - exact).abs());
        assert_ne!(wait.accuracy, Accuracy::Exact);
    }
}

#[test]
fn nothing_to_wait_for() {
    let none = |station: Station| {
        let wait = evaluate_wait(&station).unwrap();
        assert_eq!((wait.mean, wait.p_wait, wait.variance), (0.0, 0.0, 0.0));
        assert_eq!(wait.method, Method::Exact);
    };
    none(station(3.0, 0.0, 1.0, (2.0, 2.0)));
    none(station(3.0, 2.9, 1.0, (0.0, 0.0)));
    none(station(f64::INFINITY, 1e6, 1.0, (2.0, 2.0)));
}

#[test]
fn always_finite_and_longer_with_more_variability() {
    for servers in [0.4, 1.0, 1.5, 8.0, 1e4, 1e6] {
        for occupancy in [1e-300, 1e-6, 0.3, 0.9, 0.999999] {
            for arrival in [0.0, 1e-6, 0.5, 1.0, 3.0, 1e6] {
                for service in [0.0, 1e-6, 0.5, 1.0, 3.0, 1e6] {
                    let at = station(servers, servers * occupancy, 1.0, (arrival, service));
                    let wait = evaluate_wait(&at).unwrap();
                    assert!(wait.mean.is_finite() && wait.mean >= 0.0, "{at:?} {wait:?}");
                    assert!(
                        wait.variance.is_finite() && wait.variance >= 0.0,
                        "{at:?} {wait:?}"
                    );
                    assert!((0.0..=1.0).contains(&wait.p_wait), "{at:?} {wait:?}");
                    assert!(wait.quantile(0.9).is_finite(), "{at:?} {wait:?}");
                    let p90 = wait.turnaround(&at).quantile(0.9);
                    assert!(p90.is_finite() && p90 >= 0.0, "{at:?} {wait:?} {p90}");
                }
            }
        }
    }
    let mean = |scv| {
        evaluate_wait(&station(4.0, 3.4, 1.0, (1.0, scv)))
            .unwrap()
            .mean
    };
    assert!(
        [0.0, 0.5, 1.0, 2.0, 4.0]
            .windows(2)
            .all(|pair| mean(pair[0]) < mean(pair[1]))
    );
}
