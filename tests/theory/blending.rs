//! Blending live contacts with deferred work: golden numbers, the two chains against each other,
//! and nothing to blend.

use crate::{agree, near};
use counterbalance::model::queueing::blending::BlendingMethod;
use counterbalance::model::queueing::{
    Abandonment, Blending, InputProblem, QueueError, evaluate_blending, least_reserve,
};

const TARGET: f64 = 1.0 / 3.0;

/// Nine desks, sixty calls an hour of five minutes, patience four minutes.
fn desk(reserve: f64) -> Blending {
    Blending {
        live_arrival_rate: 1.0,
        live_mean_service: 5.0,
        mean_patience: 4.0,
        servers: 9.0,
        reserve,
        deferred_mean_service: 5.0,
    }
}

/// Eleven desks, calls of six minutes, deferred work of twenty-seven.
fn unequal(reserve: f64) -> Blending {
    Blending {
        live_arrival_rate: 4.0 / 3.0,
        live_mean_service: 6.0,
        mean_patience: 5.0,
        servers: 11.0,
        reserve,
        deferred_mean_service: 27.0,
    }
}

#[test]
fn golden_numbers() {
    let found = evaluate_blending(&desk(3.0), TARGET).unwrap();
    near(found.service_level, 0.874516, 1e-6);
    near(found.deferred_servers, 2.295565, 1e-6);
    assert_eq!(found.method, BlendingMethod::OneDimensional);
    near(
        evaluate_blending(&desk(2.0), TARGET).unwrap().service_level,
        0.797,
        5e-4,
    );
    let found = evaluate_blending(&unequal(6.0), TARGET).unwrap();
    near(found.p_wait, 0.2745564, 1e-6);
    near(found.p_abandon, 0.0571115, 1e-6);
    near(found.deferred_servers, 1.1483903, 1e-6);
    near(found.service_level, 0.7771998, 1e-6);
    assert_eq!(found.method, BlendingMethod::TwoDimensional);
    near(
        evaluate_blending(&unequal(4.0), TARGET)
            .unwrap()
            .service_level,
        0.6408564,
        1e-6,
    );
}

#[test]
fn the_chain_on_both_kinds_meets_the_chain_on_their_sum() {
    for reserve in [0.0, 1.0, 3.0, 8.0] {
        let equal = evaluate_blending(&desk(reserve), TARGET).unwrap();
        // Enough to leave the short way, too little to change the answer.
        let almost = Blending {
            deferred_mean_service: 5.0 * (1.0 + 1e-10),
            ..desk(reserve)
        };
        let both = evaluate_blending(&almost, TARGET).unwrap();
        assert_eq!(both.method, BlendingMethod::TwoDimensional);
        near(both.service_level, equal.service_level, 1e-8);
        near(both.p_wait, equal.p_wait, 1e-8);
        near(both.p_abandon, equal.p_abandon, 1e-8);
        near(both.deferred_servers, equal.deferred_servers, 1e-8);
    }
}

#[test]
fn nothing_to_blend_is_erlang_a() {
    let calls = Abandonment::new(9.0, 1.0, 5.0, 4.0).unwrap();
    for mean in [5.0, 27.0] {
        let alone = Blending {
            deferred_mean_service: mean,
            ..desk(9.0)
        };
        let found = evaluate_blending(&alone, TARGET).unwrap();
        agree(found.service_level, calls.service_level(TARGET), 1e-13);
        agree(found.p_abandon, calls.p_abandon(), 1e-13);
        agree(found.p_wait, calls.p_wait(), 1e-13);
        assert_eq!(
            (found.deferred_servers, found.deferred_throughput),
            (0.0, 0.0)
        );
    }
}

#[test]
fn deferred_work_very_short_is_never_in_the_way() {
    // A desk that needs no time for what it picks up is as good as free.
    let quick = Blending {
        deferred_mean_service: 1e-4,
        ..unequal(4.0)
    };
    let found = evaluate_blending(&quick, TARGET).unwrap();
    let calls = Abandonment::new(11.0, 4.0 / 3.0, 6.0, 5.0).unwrap();
    near(found.p_abandon, calls.p_abandon(), 1e-4);
    near(found.service_level, calls.service_level(TARGET), 1e-4);
}

#[test]
fn every_desk_kept_free_helps_live_customers_and_costs_deferred_work() {
    for blending in [desk, unequal] {
        let found: Vec<_> = (0..=9)
            .map(|reserve| evaluate_blending(&blending(f64::from(reserve)), TARGET).unwrap())
            .collect();
        for pair in found.windows(2) {
            assert!(pair[0].service_level < pair[1].service_level);
            assert!(pair[0].deferred_servers > pair[1].deferred_servers);
            assert!(pair[0].p_abandon > pair[1].p_abandon);
        }
    }
}

#[test]
fn the_least_reserve_is_the_first_that_is_enough() {
    let (reserve, found) = least_reserve(&desk(0.0), TARGET, 0.8).unwrap().unwrap();
    assert_eq!(reserve, 3.0);
    assert!(found.service_level >= 0.8);
    assert_eq!(least_reserve(&desk(0.0), TARGET, 0.999).unwrap(), None);
}

#[test]
fn large_desks_and_extremes() {
    // Weights of the states below would overflow if they were not scaled.
    let idle = Blending {
        live_arrival_rate: 1e-6,
        servers: 2_000.0,
        ..desk(1_990.0)
    };
    let found = evaluate_blending(&idle, TARGET).unwrap();
    near(found.deferred_servers, 10.0, 1e-4);
    assert_eq!(found.service_level, 1.0);
    let nobody = Blending {
        live_arrival_rate: 0.0,
        ..unequal(4.0)
    };
    assert_eq!(
        evaluate_blending(&nobody, TARGET).unwrap().deferred_servers,
        7.0
    );
    let sixty = Blending {
        live_arrival_rate: 8.0,
        servers: 60.0,
        ..unequal(10.0)
    };
    let found = evaluate_blending(&sixty, TARGET).unwrap();
    assert!(found.service_level > 0.5 && found.deferred_servers > 1.0);
    let endless = Blending {
        servers: 5_000.0,
        ..unequal(4.0)
    };
    let refused = evaluate_blending(&endless, TARGET).unwrap_err();
    assert!(matches!(
        refused,
        QueueError::Input {
            field: "servers",
            problem: InputProblem::TooMuchWork,
            ..
        }
    ));
}
