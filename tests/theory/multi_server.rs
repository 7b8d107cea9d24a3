//! M/M/c: golden numbers, one server, Little's law, tails and quantiles.

use crate::{agree, near};
use counterbalance::model::queueing::{InputProblem, MultiServer, QueueError};

#[test]
fn golden_service_level() {
    // 100 calls in 30 minutes of 3 minutes each, 14 agents, 20 seconds.
    let queue = MultiServer::new(14.0, 100.0 / 30.0, 3.0).unwrap();
    near(queue.p_wait(), 0.17413193359505, 1e-12);
    near(queue.service_level(20.0 / 60.0), 0.8883500191795, 1e-12);
}

#[test]
fn golden_time_in_system() {
    let queue = MultiServer::new(3.0, 0.05, 30.0).unwrap();
    near(1.0 - queue.sojourn_over(60.0), 0.8241418781413484, 1e-13);
    near(queue.sojourn_within(60.0), 0.8241418781413484, 1e-13);
    // mpmath, 30 digits.
    near(queue.mean_wait(), 4.736842105263158, 1e-12);
    agree(queue.sojourn_quantile(0.5), 25.32737887207577, 1e-12);
    agree(queue.sojourn_quantile(0.9), 77.95822517765583, 1e-12);
    agree(queue.sojourn_quantile(0.999), 218.6123043405309, 1e-12);
    agree(queue.mean_excess(60.0), 5.511577137502061, 1e-12);
    agree(queue.late_loss(60.0, 120.0), 0.0365192442674018, 1e-12);
}

#[test]
fn one_server_is_m_m_1() {
    let (rate, mean) = (0.7, 1.2);
    let queue = MultiServer::new(1.0, rate, mean).unwrap();
    let drain = 1.0 / mean - rate;
    agree(queue.mean_sojourn(), 1.0 / drain, 1e-13);
    agree(queue.mean_queue(), 0.84 * 0.84 / 0.16, 1e-13);
    for t in [0.01, 1.0, 10.0, 100.0] {
        agree(queue.sojourn_over(t), (-drain * t).exp(), 1e-12);
        agree(queue.wait_over(t), 0.84 * (-drain * t).exp(), 1e-12);
        agree(queue.mean_excess(t), (-drain * t).exp() / drain, 1e-12);
    }
    for p in [1e-9, 0.1, 0.5, 0.9, 0.999999] {
        agree(queue.sojourn_quantile(p), -(-p).ln_1p() / drain, 1e-11);
    }
}

#[test]
fn the_sojourn_is_continuous_where_draining_and_serving_are_equally_fast() {
    let textbook = |c: f64, drain: f64, mu: f64, t: f64| {
        let tail = (mu * (-drain * t).exp() - drain * (-mu * t).exp()) / (mu - drain);
        (1.0 - c) * (-mu * t).exp() + c * tail
    };
    // Spare capacity of exactly one server: draining and serving are equally fast.
    let equal = MultiServer::new(3.0, 2.0, 1.0).unwrap();
    for t in [0.1, 1.0, 5.0, 40.0] {
        for shift in [-1e-9, 1e-9] {
            let beside = MultiServer::new(3.0, 2.0 + shift, 1.0).unwrap();
            agree(beside.sojourn_over(t), equal.sojourn_over(t), 1e-7);
        }
        let apart = MultiServer::new(3.0, 2.4, 1.0).unwrap();
        agree(
            apart.sojourn_over(t),
            textbook(apart.p_wait(), 0.6, 1.0, t),
            1e-13,
        );
        let c = equal.p_wait();
        agree(equal.sojourn_over(t), (-t).exp() * (1.0 + c * t), 1e-13);
    }
}

#[test]
fn littles_law_and_the_integral_of_the_tail() {
    for (servers, rate) in [(1.0, 0.6), (2.5, 2.2), (12.0, 11.0), (60.0, 30.0)] {
        let queue = MultiServer::new(servers, rate, 1.0).unwrap();
        agree(queue.mean_queue(), rate * queue.mean_wait(), 1e-14);
        // Trapezium rule over the tail, as a check that owes nothing to the closed forms.
        let step = 1e-3;
        let steps = 200_000;
        let ends = 0.5 * (queue.sojourn_over(0.0) + queue.sojourn_over(step * f64::from(steps)));
        let inner: f64 = (1..steps)
            .map(|i| queue.sojourn_over(step * f64::from(i)))
            .sum();
        agree(step * (ends + inner), queue.mean_sojourn(), 1e-6);
    }
}

#[test]
fn whole_servers_meet_the_birth_and_death_chain() {
    // Stationary chain of 5 servers by its balance equations, truncated at 2,000.
    let (servers, rate): (f64, f64) = (5.0, 4.3);
    let mut weights = vec![1.0];
    for n in 1..2_000 {
        let last: f64 = weights[n - 1];
        weights.push(last * rate / servers.min(n as f64));
    }
    let total: f64 = weights.iter().sum();
    let waiting: f64 = weights[5..].iter().sum::<f64>() / total;
    let queue: f64 = weights
        .iter()
        .enumerate()
        .skip(5)
        .map(|(n, w)| (n as f64 - 5.0) * w)
        .sum::<f64>()
        / total;
    let found = MultiServer::new(servers, rate, 1.0).unwrap();
    agree(found.p_wait(), waiting, 1e-12);
    agree(found.mean_queue(), queue, 1e-11);
}

#[test]
fn quantiles_invert_tails_and_waits_may_be_zero() {
    let queue = MultiServer::new(4.0, 3.1, 1.0).unwrap();
    for p in [0.01, 0.3, 0.5, 0.8, 0.9, 0.99, 1.0 - 1e-12] {
        agree(
            queue.sojourn_over(queue.sojourn_quantile(p)),
            1.0 - p,
            1e-10,
        );
    }
    assert!(queue.p_wait() < 0.6);
    assert_eq!(queue.wait_quantile(0.4), 0.0);
    agree(queue.wait_over(queue.wait_quantile(0.9)), 0.1, 1e-12);
    assert!(queue.sojourn_quantile(1.0).is_finite() && queue.wait_quantile(1.0).is_finite());
    assert_eq!(queue.sojourn_quantile(0.0), 0.0);
}

#[test]
fn no_work_and_almost_too_much() {
    let idle = MultiServer::new(2.0, 0.0, 5.0).unwrap();
    assert_eq!(
        (idle.mean_wait(), idle.p_wait(), idle.occupancy()),
        (0.0, 0.0, 0.0)
    );
    agree(idle.sojourn_quantile(0.9), 5.0 * 10_f64.ln(), 1e-12);
    let full = MultiServer::new(10.0, 9.99999, 1.0).unwrap();
    agree(full.mean_wait(), full.p_wait() / 1e-5, 1e-9);
    agree(full.sojourn_over(full.sojourn_quantile(0.95)), 0.05, 1e-10);
    let large = MultiServer::new(1e6, 999_000.0, 1.0).unwrap();
    agree(large.mean_wait(), 0.223303390291344091 / 1_000.0, 1e-11);
}

#[test]
fn overload_says_by_how_much() {
    let error = MultiServer::new(3.0, 0.5, 10.0).unwrap_err();
    let expected = QueueError::Overload {
        station: None,
        load: 5.0,
        servers: 3.0,
        least_servers: 6.0,
    };
    assert_eq!(error, expected);
    let zero = MultiServer::new(0.0, 0.5, 10.0).unwrap_err();
    assert!(matches!(
        zero,
        QueueError::Input {
            problem: InputProblem::Zero,
            ..
        }
    ));
    let many = MultiServer::new(1e9, 0.5, 10.0).unwrap_err();
    assert!(matches!(
        many,
        QueueError::Input {
            problem: InputProblem::TooLarge { .. },
            ..
        }
    ));
}
