//! A queue with room for so many: its chain, and its limits: no room to wait, and room for all.

use crate::{agree, near};
use counterbalance::model::queueing::{
    FiniteCapacity, InputProblem, MultiServer, QueueError, erlang_b,
};

#[test]
fn the_chain_by_its_balance_equations() {
    for (servers, capacity, load) in [
        (1.0, 1.0, 0.7),
        (2.0, 5.0, 3.0),
        (3.0, 40.0, 3.0),
        (5.0, 300.0, 4.999),
        (40.0, 90.0, 55.0),
    ] {
        let queue = FiniteCapacity::new(servers, capacity, load, 1.0).unwrap();
        let mut weights = vec![1.0];
        for n in 1..=capacity as usize {
            let last: f64 = weights[n - 1];
            weights.push(last * load / servers.min(n as f64));
        }
        let total: f64 = weights.iter().sum();
        let mean = |value: fn(f64, f64) -> f64| -> f64 {
            let weigh = |(n, w): (usize, &f64)| value(n as f64, servers) * w;
            weights.iter().enumerate().map(weigh).sum::<f64>() / total
        };
        agree(queue.p_block(), weights[capacity as usize] / total, 1e-12);
        agree(queue.utilisation(), mean(f64::min) / servers, 1e-12);
        agree(queue.mean_number(), mean(|n, _| n), 1e-12);
        let waiting = mean(|n, c| (n - c).max(0.0));
        near(queue.mean_queue(), waiting, 1e-12 * (1.0 + waiting));
        near(
            queue.mean_wait(),
            waiting / mean(f64::min),
            1e-12 * (1.0 + waiting),
        );
    }
}

#[test]
fn no_room_to_wait_is_erlang_b_and_room_for_all_is_erlang_c() {
    let lost = FiniteCapacity::new(13.0, 13.0, 10.0, 1.0).unwrap();
    agree(lost.p_block(), erlang_b(13.0, 10.0), 1e-13);
    assert_eq!((lost.mean_queue(), lost.mean_wait()), (0.0, 0.0));
    let roomy = FiniteCapacity::new(13.0, 1e15, 12.5, 1.0).unwrap();
    let endless = MultiServer::new(13.0, 12.5, 1.0).unwrap();
    agree(roomy.mean_wait(), endless.mean_wait(), 1e-12);
    assert_eq!(roomy.p_block(), 0.0);
}

#[test]
fn overload_fills_the_room_and_no_load_leaves_it_empty() {
    let full = FiniteCapacity::new(4.0, 1e9, 8.0, 1.0).unwrap();
    agree(full.p_block(), 0.5, 1e-12);
    agree(full.mean_number(), 1e9 - 1.0, 1e-12);
    agree(full.throughput(), 4.0, 1e-12);
    let exactly = FiniteCapacity::new(1.0, 1_000_000.0, 1.0, 1.0).unwrap();
    agree(exactly.mean_number(), 500_000.0, 1e-12);
    let hopeless = FiniteCapacity::new(3.0, 9.0, 1e12, 1.0).unwrap();
    agree(hopeless.throughput(), 3.0, 1e-11);
    let idle = FiniteCapacity::new(4.0, 9.0, 0.0, 1.0).unwrap();
    assert_eq!((idle.p_block(), idle.mean_number()), (0.0, 0.0));
}

#[test]
fn room_is_whole_and_holds_the_servers() {
    let problem =
        |servers: f64, capacity: f64| match FiniteCapacity::new(servers, capacity, 1.0, 1.0)
            .unwrap_err()
        {
            QueueError::Input { field, problem, .. } => (field, problem),
            other => panic!("{other:?}"),
        };
    assert_eq!(problem(3.5, 9.0), ("servers", InputProblem::NotWhole));
    assert_eq!(problem(3.0, 9.5), ("capacity", InputProblem::NotWhole));
    assert_eq!(
        problem(3.0, 2.0),
        ("capacity", InputProblem::TooSmall { limit: 3.0 })
    );
}
