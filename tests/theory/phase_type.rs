//! Times through a chain of visits, phase by phase: closed forms, moments and quantiles.

use crate::{agree, near};
use counterbalance::model::queueing::MultiServer;
use counterbalance::model::queueing::phase_type::{PhaseType, Visit};
use counterbalance::model::queueing::turnaround::PhaseByPhase;

fn visit(mean_service: f64, service_scv: f64) -> Visit {
    Visit {
        p_wait: 0.0,
        mean_wait: 0.0,
        mean_service,
        service_scv,
        delay: 0.0,
    }
}

fn alone(visit: Visit) -> PhaseType {
    PhaseType::through(&[visit], &[vec![0.0]]).unwrap().unwrap()
}

#[test]
fn one_visit_is_the_multi_server_queue() {
    let queue = MultiServer::new(3.0, 0.08, 30.0).unwrap();
    let time = alone(Visit {
        p_wait: queue.p_wait(),
        mean_wait: queue.mean_wait(),
        ..visit(30.0, 1.0)
    });
    agree(time.mean(), queue.mean_sojourn(), 1e-12);
    agree(time.variance(), queue.variance_wait() + 900.0, 1e-11);
    for t in [0.0, 1.0, 20.0, 60.0, 333.3, 900.0] {
        agree(time.over(t), queue.sojourn_over(t), 1e-9);
        agree(time.mean_excess(t), queue.mean_excess(t), 1e-9);
        agree(time.late_loss(t, 120.0), queue.late_loss(t, 120.0), 1e-9);
    }
    for p in [0.1, 0.5, 0.9, 0.99] {
        agree(time.quantile(p), queue.sojourn_quantile(p), 1e-9);
    }
    assert_eq!(time.over(1e9), 0.0);
}

#[test]
fn mean_and_variability_of_a_service_are_right() {
    for scv in [1.0 / 12.0, 0.1, 0.3, 0.5, 0.75, 1.0, 1.5, 4.0] {
        let time = alone(visit(20.0, scv));
        agree(time.mean(), 20.0, 1e-11);
        agree(time.variance(), scv * 400.0, 1e-9);
        agree(time.over(time.quantile(0.8)), 0.2, 1e-9);
    }
    near(alone(visit(20.0, 0.0)).variance(), 400.0 / 12.0, 1e-8);
}

#[test]
fn a_loop_is_geometric() {
    // Every pass exponential of rate 1/10, again with probability 1/5: exponential of mean 12.5.
    let time = PhaseType::through(&[visit(10.0, 1.0)], &[vec![0.2]])
        .unwrap()
        .unwrap();
    for t in [1.0, 12.5, 100.0] {
        agree(time.over(t), (-t / 12.5_f64).exp(), 1e-10);
    }
}

#[test]
fn some_wait_for_days_and_most_do_not() {
    // One in five waits 900 minutes after 10: two humps that no gamma distribution has.
    let visits = [visit(10.0, 1.0), visit(900.0, 1.0)];
    let routing = [vec![0.0, 0.2], vec![0.0, 0.0]];
    let time = PhaseType::through(&visits, &routing).unwrap().unwrap();
    let over = |t: f64| {
        let (fast, slow) = ((-t / 10.0).exp(), (-t / 900.0).exp());
        0.8 * fast + 0.2 * (900.0 * slow - 10.0 * fast) / 890.0
    };
    for t in [5.0, 30.0, 100.0, 1_000.0, 5_000.0] {
        agree(time.over(t), over(t), 1e-9);
    }
    agree(over(time.quantile(0.9)), 0.1, 1e-9);
}

#[test]
fn delays_instants_and_too_many_phases() {
    let delayed = alone(Visit {
        delay: 60.0,
        ..visit(0.0, 1.0)
    });
    near(delayed.mean(), 60.0, 0.01);
    let nothing = PhaseType::through(&[visit(0.0, 1.0)], &[vec![0.0]]).unwrap();
    assert_eq!(nothing, None);
    let many = vec![visit(5.0, 0.0); 5];
    let routing = vec![vec![0.0; 5]; 5];
    assert_eq!(PhaseType::through(&many, &routing).unwrap(), None);
    assert!(PhaseType::through(&[visit(5.0, 1.0)], &[vec![1.0]]).is_err());
}
