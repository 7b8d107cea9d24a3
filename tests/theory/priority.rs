//! Priorities: the chain itself, the conservation law, and one class.

use crate::{agree, near};
use counterbalance::model::queueing::{
    Discipline, InputProblem, MultiServer, Priority, QueueError, Station, evaluate_priority,
    evaluate_wait,
};

fn classes(
    rates: &[f64],
    means: &[f64],
    scvs: &[f64],
    servers: f64,
    urgent: Discipline,
) -> Priority {
    Priority {
        arrival_rates: rates.to_vec(),
        mean_service: means.to_vec(),
        service_scv: scvs.to_vec(),
        servers,
        discipline: urgent,
    }
}

fn waits(priority: &Priority) -> Vec<f64> {
    let found = evaluate_priority(priority).unwrap();
    found.mean_waits.into_iter().map(Option::unwrap).collect()
}

const BOTH: [Discipline; 2] = [Discipline::NonPreemptive, Discipline::Preemptive];

#[test]
fn one_class_is_the_queue_without_priorities() {
    for urgent in BOTH {
        let one = classes(&[4.2], &[1.0], &[1.0], 5.0, urgent);
        let plain = MultiServer::new(5.0, 4.2, 1.0).unwrap();
        agree(waits(&one)[0], plain.mean_wait(), 1e-13);
    }
    let general = classes(&[0.7], &[1.0], &[2.5], 1.0, Discipline::NonPreemptive);
    agree(waits(&general)[0], 0.7 * 3.5 / 2.0 / 0.3, 1e-13);
}

#[test]
fn work_waiting_is_conserved_over_the_order_of_classes() {
    // Σ ρ_k W_k does not depend on who goes first, as long as nobody looks at the times.
    let rates = [0.8, 1.1, 0.4, 1.3];
    let plain = MultiServer::new(4.0, 3.6, 1.0).unwrap();
    for urgent in BOTH {
        let found = waits(&classes(&rates, &[1.0; 4], &[1.0; 4], 4.0, urgent));
        let sum: f64 = rates
            .iter()
            .zip(&found)
            .map(|(rate, wait)| rate * wait)
            .sum();
        agree(sum, 3.6 * plain.mean_wait(), 1e-12);
        assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
    }
    // One server, times unlike each other: Σ ρ_k W_k = ρ·½Σλτ²(1+c²)/(1−ρ).
    let (rates, means, scvs) = ([0.2, 0.1, 0.15], [1.0, 3.0, 2.0], [0.5, 2.0, 0.0]);
    let single = classes(&rates, &means, &scvs, 1.0, Discipline::NonPreemptive);
    let found = waits(&single);
    let load = |k: usize| rates[k] * means[k];
    let sum: f64 = (0..3).map(|k| load(k) * found[k]).sum();
    let residual: f64 = (0..3)
        .map(|k| 0.5 * load(k) * means[k] * (1.0 + scvs[k]))
        .sum();
    agree(sum, 0.8 * residual / 0.2, 1e-12);
}

/// Two classes on `c` servers with the urgent interrupting or not, solved state by state: the
/// mean numbers waiting or interrupted, by power iteration on a truncated chain.
fn numbers_by_chain(c: usize, rates: [f64; 2]) -> [f64; 2] {
    // Interrupting: state (n₁, n₂), equal exponential services of mean one.
    const MOST: usize = 44;
    let fastest = rates[0] + rates[1] + c as f64;
    let mut shares = vec![vec![1.0 / (MOST * MOST) as f64; MOST]; MOST];
    for _ in 0..2_500 {
        let mut next = vec![vec![0.0; MOST]; MOST];
        for first in 0..MOST {
            for second in 0..MOST {
                let share = shares[first][second] / fastest;
                let busy = first.min(c) as f64;
                let other = second.min(c - first.min(c)) as f64;
                next[(first + 1).min(MOST - 1)][second] += share * rates[0];
                next[first][(second + 1).min(MOST - 1)] += share * rates[1];
                next[first.saturating_sub(1)][second] += share * busy;
                next[first][second.saturating_sub(1)] += share * other;
                next[first][second] += share * (c as f64 - busy - other);
            }
        }
        shares = next;
    }
    let mean = |value: &dyn Fn(usize, usize) -> usize| {
        let mut sum = 0.0;
        for (first, row) in shares.iter().enumerate() {
            for (second, share) in row.iter().enumerate() {
                sum += value(first, second) as f64 * share;
            }
        }
        sum
    };
    [mean(&|first, _| first), mean(&|_, second| second)]
}

#[test]
fn interrupting_meets_the_chain_on_both_classes() {
    let rates = [0.7, 0.6];
    let numbers = numbers_by_chain(2, rates);
    let found = waits(&classes(
        &rates,
        &[1.0; 2],
        &[1.0; 2],
        2.0,
        Discipline::Preemptive,
    ));
    for k in 0..2 {
        agree(found[k] + 1.0, numbers[k] / rates[k], 1e-6);
    }
}

#[test]
fn one_server_interrupted_is_the_textbook() {
    // M/M/1 with two classes: the first sees nothing of the second.
    let found = waits(&classes(
        &[0.3, 0.4],
        &[1.0, 1.0],
        &[1.0, 1.0],
        1.0,
        Discipline::Preemptive,
    ));
    agree(found[0], 0.3 / 0.7, 1e-13);
    agree(found[1] + 1.0, 1.0 / 0.7 + 0.7 / (0.7 * 0.3), 1e-13);
    // The general formula for one server gives the same where both hold.
    let almost = classes(
        &[0.3, 0.4],
        &[1.0, 1.0],
        &[1.0, 1.0 + 1e-12],
        1.0,
        Discipline::Preemptive,
    );
    agree(waits(&almost)[1], found[1], 1e-9);
}

#[test]
fn a_class_keeps_up_though_those_below_do_not() {
    for urgent in BOTH {
        let crowded = classes(&[1.0, 0.6, 0.9], &[1.0; 3], &[1.0; 3], 2.0, urgent);
        let found = evaluate_priority(&crowded).unwrap().mean_waits;
        assert!(found[0].is_some() && found[1].is_some());
        assert_eq!(found[2], None);
    }
    // Every server always busy: the most urgent wait for one of two to finish.
    let waits = evaluate_priority(&classes(&[1.0, 9.0], &[1.0; 2], &[1.0; 2], 2.0, BOTH[0]));
    agree(waits.unwrap().mean_waits[0].unwrap(), 0.5 / 0.5, 1e-13);
    // One server, saturated by short constant jobs: the residual of what is being served.
    let mixed = classes(&[0.5, 9.0], &[1.0, 0.2], &[1.0, 0.0], 1.0, BOTH[0]);
    let first = evaluate_priority(&mixed).unwrap().mean_waits[0].unwrap();
    agree(first, (0.5 * 0.5 * 2.0 + 0.5 * 0.5 * 0.2) / 0.5, 1e-12);
}

#[test]
fn unequal_means_on_several_servers_scale_the_merged_wait() {
    let mixed = classes(
        &[0.5, 0.5],
        &[1.0, 3.0],
        &[1.0, 1.0],
        3.0,
        Discipline::NonPreemptive,
    );
    let found = evaluate_priority(&mixed).unwrap();
    assert!(!found.exact);
    let merged = Station {
        servers: 3.0,
        arrival_rate: 1.0,
        mean_service: 2.0,
        service_scv: (0.5 * 2.0 + 0.5 * 18.0) / 4.0 - 1.0,
        arrival_scv: 1.0,
    };
    let together = evaluate_wait(&merged).unwrap().mean;
    let share = 0.5 / 3.0;
    agree(
        found.mean_waits[0].unwrap(),
        together * (1.0 - 2.0 / 3.0) / (1.0 - share),
        1e-12,
    );
    let refused = Priority {
        discipline: Discipline::Preemptive,
        ..mixed
    };
    assert!(matches!(
        evaluate_priority(&refused).unwrap_err(),
        QueueError::Input {
            field: "servers",
            problem: InputProblem::TooLarge { .. },
            ..
        }
    ));
}

#[test]
fn a_class_without_arrivals() {
    let waits =
        |urgent| evaluate_priority(&classes(&[0.0, 1.0], &[1.0; 2], &[1.0; 2], 2.0, urgent));
    // Who comes to a line that waits its turn would still have to wait for a server.
    let plain = MultiServer::new(2.0, 1.0, 1.0).unwrap();
    let found = waits(Discipline::NonPreemptive).unwrap().mean_waits;
    near(found[0].unwrap(), plain.p_wait() / 2.0, 1e-13);
    assert_eq!(waits(Discipline::Preemptive).unwrap().mean_waits[0], None);
}
