//! Rates that change: the work in progress, and the queue on its way.

use crate::{agree, near};
use counterbalance::model::queueing::carry_over::carry_over;
use counterbalance::model::queueing::{
    MultiServer, Periods, QueueError, Returns, Transient, evaluate_transient, offered_load,
    offered_load_with_returns,
};

fn steady(rate: f64) -> Periods {
    Periods {
        length: 1e9,
        arrival_rates: vec![rate],
    }
}

fn queue(servers: f64, rate: f64, initial: f64) -> Transient {
    Transient {
        mean_service: 2.0,
        initial,
        periods: steady(rate),
        servers: vec![servers],
    }
}

#[test]
fn work_in_progress_settles_at_the_load_and_lags_behind_the_rate() {
    let found = offered_load(2.0, &steady(3.0), &[0.0, 1.0, 1e6]).unwrap();
    assert_eq!(found[0], 0.0);
    agree(found[1], 6.0 * (1.0 - (-0.5_f64).exp()), 1e-14);
    agree(found[2], 6.0, 1e-14);
    let changing = Periods {
        length: 1.0,
        arrival_rates: vec![3.0, 0.0],
    };
    let at = offered_load(2.0, &changing, &[2.0, 1.0, 2.5]).unwrap();
    let first = 6.0 * (1.0 - (-0.5_f64).exp());
    agree(at[1], first, 1e-14);
    agree(at[0], first * (-0.5_f64).exp(), 1e-14);
    // The list of rates starts again at its end.
    let second = at[0] * (-0.25_f64).exp() + 6.0 * (1.0 - (-0.25_f64).exp());
    agree(at[2], second, 1e-14);
}

#[test]
fn returns_change_the_hour_but_not_the_sum() {
    let returns = |p_return: f64, mean_pause: f64| Returns {
        mean_service: 2.0,
        p_return,
        mean_pause,
    };
    let times = [0.5, 3.0, 10.0, 400.0];
    let none = offered_load_with_returns(&returns(0.0, 7.0), &steady(3.0), &times).unwrap();
    let plain = offered_load(2.0, &steady(3.0), &times).unwrap();
    for i in 0..4 {
        agree(none[i], plain[i], 1e-12);
    }
    for pause in [0.1, 2.0, 30.0] {
        let found = offered_load_with_returns(&returns(0.4, pause), &steady(3.0), &[1e5]).unwrap();
        agree(found[0], 10.0, 1e-10);
    }
    // Small steps of the two equations, as a referee.
    let (mut busy, mut paused, step) = (0.0, 0.0, 1e-5);
    for _ in 0..500_000 {
        let (in_flow, back, out) = (3.0, paused / 7.0, busy / 2.0);
        busy += step * (in_flow + back - out);
        paused += step * (0.4 * out - back);
    }
    let found = offered_load_with_returns(&returns(0.4, 7.0), &steady(3.0), &[5.0]).unwrap();
    agree(found[0], busy, 1e-4);
}

#[test]
fn infinitely_many_servers_are_the_work_in_progress() {
    let periods = Periods {
        length: 1.5,
        arrival_rates: vec![4.0, 1.0, 9.0],
    };
    let times = [0.7, 1.5, 4.0, 8.9];
    let load = offered_load(2.0, &periods, &times).unwrap();
    let many = Transient {
        mean_service: 2.0,
        initial: 0.0,
        servers: vec![500.0; 3],
        periods,
    };
    let found = evaluate_transient(&many, &times).unwrap();
    for i in 0..4 {
        agree(found[i].expected_number, load[i], 1e-11);
        assert_eq!(found[i].expected_queue, 0.0);
    }
}

#[test]
fn in_the_long_run_it_is_erlang_c() {
    let settled = MultiServer::new(5.0, 2.2, 2.0).unwrap();
    for initial in [0.0, 40.0] {
        let found = evaluate_transient(&queue(5.0, 2.2, initial), &[3_000.0]).unwrap()[0];
        agree(found.p_all_busy, settled.p_wait(), 1e-10);
        agree(found.expected_queue, settled.mean_queue(), 1e-9);
        agree(found.expected_number, settled.mean_queue() + 4.4, 1e-10);
    }
}

#[test]
fn a_certain_start_and_one_server_emptying() {
    let start = evaluate_transient(&queue(3.0, 2.0, 7.0), &[0.0]).unwrap()[0];
    assert_eq!(
        (
            start.expected_number,
            start.expected_queue,
            start.p_all_busy
        ),
        (7.0, 4.0, 1.0)
    );
    // No arrivals: each of n leaves at its own exponential time while all are served.
    let emptying = evaluate_transient(&queue(9.0, 0.0, 9.0), &[2.0]).unwrap()[0];
    agree(emptying.expected_number, 9.0 * (-1.0_f64).exp(), 1e-12);
    // Overload: the excess piles up.
    let crowd = evaluate_transient(&queue(10.0, 20.0, 0.0), &[1_000.0]).unwrap()[0];
    near(crowd.expected_number, 15_000.0, 30.0);
}

#[test]
fn moving_on_in_pieces_is_moving_on_at_once() {
    let at_once = evaluate_transient(&queue(6.0, 3.1, 2.0), &[37.0]).unwrap()[0];
    let times: Vec<f64> = (1..=37).map(f64::from).collect();
    let pieces = evaluate_transient(&queue(6.0, 3.1, 2.0), &times).unwrap();
    agree(pieces[36].expected_number, at_once.expected_number, 1e-12);
    let backwards: Vec<f64> = times.iter().rev().copied().collect();
    let turned = evaluate_transient(&queue(6.0, 3.1, 2.0), &backwards).unwrap();
    assert_eq!(turned[0], pieces[36]);
}

#[test]
fn flow_is_conserved_when_servers_change() {
    // d E[N]/dt = λ − E[min(N, s)]/τ at a change: the number inside does not jump.
    let changing = Transient {
        mean_service: 2.0,
        initial: 0.0,
        periods: Periods {
            length: 10.0,
            arrival_rates: vec![3.0, 1.0],
        },
        servers: vec![8.0, 2.0],
    };
    let around = [10.0 - 1e-9, 10.0, 10.0 + 1e-9];
    let found = evaluate_transient(&changing, &around).unwrap();
    near(found[0].expected_number, found[1].expected_number, 1e-7);
    near(found[1].expected_number, found[2].expected_number, 1e-7);
    assert!(found[1].expected_queue > found[0].expected_queue + 1.0);
    let nobody = Transient {
        servers: vec![8.0, 0.0],
        ..changing
    };
    assert_eq!(
        evaluate_transient(&nobody, &[15.0]).unwrap()[0].p_all_busy,
        1.0
    );
}

#[test]
fn too_far_ahead_is_refused_at_once() {
    let far = evaluate_transient(&queue(1e7, 1e6, 0.0), &[1e9]).unwrap_err();
    assert!(matches!(far, QueueError::Input { field: "times", .. }));
    assert!(matches!(
        evaluate_transient(&queue(2.5, 1.0, 0.0), &[1.0]).unwrap_err(),
        QueueError::Input {
            field: "servers",
            ..
        }
    ));
}

#[test]
fn what_is_carried_over_settles_at_erlang_c_and_is_a_quarter_off_in_a_rush() {
    let settled = MultiServer::new(5.0, 2.2, 2.0).unwrap();
    let steady = carry_over(&queue(5.0, 2.2, 0.0), &[4_000.0]).unwrap()[0];
    agree(steady.expected_queue, settled.mean_queue(), 1e-9);
    agree(steady.p_all_busy, settled.p_wait(), 1e-9);
    // Three half-hours of 80 %, 120 % and 80 % of twenty people, services of five minutes.
    let rush = Transient {
        mean_service: 5.0,
        initial: 0.0,
        periods: Periods {
            length: 30.0,
            arrival_rates: vec![3.2, 4.8, 3.2],
        },
        servers: vec![20.0; 3],
    };
    let times = [59.0, 70.0];
    let exact = evaluate_transient(&rush, &times).unwrap();
    let quick = carry_over(&rush, &times).unwrap();
    assert!(exact[0].expected_queue > 15.0, "{exact:?}");
    for (quick, exact) in quick.iter().zip(&exact) {
        let error = quick.expected_queue / exact.expected_queue - 1.0;
        assert!(error.abs() < 0.3, "{quick:?} {exact:?}");
    }
    assert_eq!(carry_over(&rush, &[]).unwrap(), []);
}
