//! Erlang's A: golden numbers, the chain itself, and its limits: nobody and everybody patient.

use crate::{agree, near};
use counterbalance::model::queueing::{
    Abandonment, InputProblem, MultiServer, QueueError, erlang_b,
};

#[test]
fn golden_numbers() {
    let queue = Abandonment::new(12.0, 10.0 / 3.0, 3.0, 3.0).unwrap();
    near(queue.p_wait(), 0.3032238537, 1e-9);
    near(queue.p_abandon(), 0.0530916254, 1e-9);
    near(queue.service_level(1.0 / 3.0), 0.8023038673, 1e-9);
    let crowded = Abandonment::new(12.0, 20.0 / 3.0, 3.0, 5.0).unwrap();
    near(crowded.p_abandon(), 0.4004512468, 1e-9);
    near(crowded.service_level(1.0 / 3.0), 0.0126858595, 1e-9);
    // The square-root staffing formula of Garnett, Mandelbaum and Reiman gives 0.264 here.
    assert!((queue.p_wait() - 0.264).abs() > 0.03);
}

/// The chain of a queue of whole servers by its balance equations: weights of 0 … `most`.
fn chain(servers: f64, load: f64, patience: f64, most: usize) -> Vec<f64> {
    let mut weights = vec![1.0];
    for n in 1..=most {
        let n = n as f64;
        let down = n.min(servers) + (n - servers).max(0.0) / patience;
        let last: f64 = weights[weights.len() - 1];
        weights.push(last * load / down);
    }
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

#[test]
fn the_closed_form_is_the_chain() {
    for (servers, load, patience) in [
        (1.0, 0.6, 0.2),
        (5.0, 5.0, 1.0),
        (8.0, 3.0, 30.0),
        (20.0, 31.0, 4.0),
    ] {
        let queue = Abandonment::new(servers, load, 1.0, patience).unwrap();
        let shares = chain(servers, load, patience, 900);
        let waiting: f64 = shares[servers as usize..].iter().sum();
        let ahead = |n: usize| (n as f64 - servers).max(0.0);
        let in_line: f64 = (0..shares.len()).map(|n| ahead(n) * shares[n]).sum();
        let busy: f64 = (0..shares.len())
            .map(|n| (n as f64).min(servers) * shares[n])
            .sum();
        agree(queue.p_wait(), waiting, 1e-12);
        agree(queue.mean_queue(), in_line, 1e-12);
        agree(queue.throughput(), busy, 1e-12);
        agree(queue.occupancy(), busy / servers, 1e-12);
    }
}

#[test]
fn the_waits_of_the_served_and_of_those_who_give_up_add_up() {
    for (servers, load, patience) in [(3.0, 2.0, 2.0), (30.0, 33.0, 0.5), (400.0, 390.0, 20.0)] {
        let queue = Abandonment::new(servers, load, 1.0, patience).unwrap();
        let gave_up = queue.p_abandon();
        let sum = (1.0 - gave_up) * queue.mean_wait_served()
            + gave_up * queue.mean_wait_abandoned().unwrap();
        agree(sum, queue.mean_wait(), 1e-12);
        // Their mean, E[W] = P(give up)/θ, is memory-loss of the patience; the served wait less.
        assert!(queue.mean_wait_abandoned().unwrap() < patience);
    }
}

#[test]
fn nobody_gives_up_is_erlang_c() {
    for (servers, load) in [(1.0, 0.7), (9.0, 8.1), (13.5, 10.0), (250.0, 245.0)] {
        let c = MultiServer::new(servers, load, 1.0).unwrap();
        let a = Abandonment::new(servers, load, 1.0, 1e13).unwrap();
        agree(a.p_wait(), c.p_wait(), 1e-9);
        agree(a.mean_wait(), c.mean_wait(), 1e-9);
        agree(a.mean_wait_served(), c.mean_wait(), 1e-9);
        agree(a.service_level(0.4), c.service_level(0.4), 1e-9);
    }
}

#[test]
fn nobody_waits_is_erlang_b() {
    for (servers, load) in [(1.0, 0.7), (9.0, 12.0), (250.0, 260.0)] {
        let a = Abandonment::new(servers, load, 1.0, 1e-9).unwrap();
        let blocked = erlang_b(servers, load);
        agree(a.p_wait(), blocked, 1e-6);
        agree(a.p_abandon(), blocked, 1e-6);
        agree(a.service_level(1.0), 1.0 - blocked, 1e-6);
    }
}

#[test]
fn as_patient_as_the_service_is_long_is_a_poisson_number_inside() {
    // Patience and service alike: everybody leaves at the same rate, M/M/∞.
    let queue = Abandonment::new(7.0, 9.0, 1.0, 1.0).unwrap();
    let mut weight = (-9.0_f64).exp();
    let mut free = 0.0;
    for n in 0..7 {
        free += weight;
        weight *= 9.0 / f64::from(n + 1);
    }
    agree(queue.p_wait(), 1.0 - free, 1e-13);
}

#[test]
fn zero_load_and_a_service_level_between_its_ends() {
    let idle = Abandonment::new(3.0, 0.0, 1.0, 1.0).unwrap();
    assert_eq!(
        (idle.p_wait(), idle.p_abandon(), idle.mean_wait()),
        (0.0, 0.0, 0.0)
    );
    assert_eq!(
        (idle.service_level(0.0), idle.mean_wait_abandoned()),
        (1.0, None)
    );
    for load in [2.0, 2.999, 3.0, 3.001, 6.0] {
        let queue = Abandonment::new(3.0, load, 1.0, 2.0).unwrap();
        near(queue.service_level(0.0), 1.0 - queue.p_wait(), 1e-13);
        near(queue.service_level(1e4), 1.0 - queue.p_abandon(), 1e-13);
        let levels: Vec<f64> = (0..50)
            .map(|i| queue.service_level(0.1 * f64::from(i)))
            .collect();
        assert!(
            levels.windows(2).all(|pair| pair[0] <= pair[1]),
            "{levels:?}"
        );
    }
}

#[test]
fn the_service_level_is_the_sum_over_places_in_line() {
    // With k ahead: β/(β+k+1)·I_z(k+1, β+1), the beta function from an independent library.
    let (servers, load, patience, t) = (4.0, 4.4, 1.5, 0.3_f64);
    let queue = Abandonment::new(servers, load, 1.0, patience).unwrap();
    let shares = chain(servers, load, patience, 300);
    let beta = servers * patience;
    let z = 1.0 - (-t / patience).exp();
    let mut level: f64 = shares[..4].iter().sum();
    for (k, share) in shares[4..].iter().enumerate() {
        let k = k as f64;
        let within = statrs::function::beta::beta_reg(k + 1.0, beta + 1.0, z);
        level += share * beta / (beta + k + 1.0) * within;
    }
    agree(queue.service_level(t), level, 1e-11);
    agree(
        queue.service_level_answered(t),
        level / (1.0 - queue.p_abandon()),
        1e-11,
    );
}

#[test]
fn more_patience_or_fewer_servers_never_shorten_the_line() {
    for load in [0.5, 0.97, 1.0, 1.4] {
        let queue = |servers: f64, patience: f64| {
            Abandonment::new(servers, 20.0 * load, 1.0, patience)
                .unwrap()
                .mean_queue()
        };
        for patience in [0.05, 0.4, 3.0, 70.0] {
            assert!(queue(20.0, patience) <= queue(20.0, 1.3 * patience));
            assert!(queue(20.5, patience) <= queue(20.0, patience));
        }
    }
}

#[test]
fn patience_beyond_reckoning_is_refused_at_full_load_only() {
    let refused = Abandonment::new(10.0, 10.0, 1.0, 1e12).unwrap_err();
    assert!(matches!(
        refused,
        QueueError::Input {
            field: "mean_patience",
            problem: InputProblem::TooMuchWork,
            ..
        }
    ));
    assert!(Abandonment::new(10.0, 9.0, 1.0, 1e12).is_ok());
}
