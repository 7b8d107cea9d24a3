//! How many people: least, with caps, shrinkage and patience, and period by period.

use crate::{agree, near};
use counterbalance::model::queueing::staffing::round_up;
use counterbalance::model::queueing::{
    Abandonment, MultiServer, Periods, QueueError, Staffing, Transient, evaluate_transient,
    least_staff, staff_by_period,
};

fn asked(load: f64, level: f64) -> Staffing {
    Staffing {
        arrival_rate: load / 3.0,
        mean_service: 3.0,
        target: 1.0 / 3.0,
        level,
        mean_patience: None,
        max_occupancy: 1.0,
        shrinkage: 0.0,
    }
}

#[test]
fn two_skills_of_six_erlang_apart_and_pooled() {
    assert_eq!(least_staff(&asked(6.0, 0.8)).unwrap().servers, 9.0);
    assert_eq!(least_staff(&asked(12.0, 0.8)).unwrap().servers, 16.0);
}

#[test]
fn seventy_at_thirty_per_cent_is_a_hundred() {
    assert_eq!(round_up(70.0 / 0.7), 100.0);
    assert_eq!(round_up(21.0 / 0.7), 30.0);
    assert_eq!(round_up(22.0 / 0.7), 32.0);
    assert_eq!(round_up(0.0), 0.0);
    let team = Staffing {
        shrinkage: 0.3,
        ..asked(12.0, 0.8)
    };
    assert_eq!(least_staff(&team).unwrap().scheduled, 23.0);
    // Every whole number of people comes back from the quotient that it led to.
    for people in 1..=5_000 {
        for shrinkage in [0.05, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4] {
            let on_duty = f64::from(people) * (1.0 - shrinkage);
            assert_eq!(round_up(on_duty / (1.0 - shrinkage)), f64::from(people));
        }
    }
}

#[test]
fn the_least_is_the_least() {
    for load in [0.3, 4.0, 37.2, 990.0] {
        for level in [0.5, 0.8, 0.95, 0.999999] {
            for patience in [None, Some(0.5), Some(30.0)] {
                let staffing = Staffing {
                    mean_patience: patience,
                    ..asked(load, level)
                };
                let found = least_staff(&staffing).unwrap();
                assert!(found.service_level >= level);
                assert!(
                    found
                        .service_level_one_fewer
                        .is_none_or(|fewer| fewer < level)
                );
                // Scanned one by one, as a referee.
                let enough = |servers: f64| match patience {
                    None => MultiServer::new(servers, load / 3.0, 3.0)
                        .is_ok_and(|queue| queue.service_level(1.0 / 3.0) >= level),
                    Some(patience) => Abandonment::new(servers, load / 3.0, 3.0, patience)
                        .is_ok_and(|queue| queue.service_level(1.0 / 3.0) >= level),
                };
                let mut servers = 1.0;
                while !enough(servers) {
                    servers += 1.0;
                }
                assert_eq!(found.servers, servers, "{staffing:?}");
            }
        }
    }
}

#[test]
fn a_long_target_needs_few_and_a_cap_on_occupancy_more() {
    // With patience and a target of a day, fewer than the load will do: the rest give up.
    let patient = Staffing {
        target: 1_440.0,
        mean_patience: Some(3.0),
        ..asked(10.0, 0.5)
    };
    let found = least_staff(&patient).unwrap();
    assert!(found.servers < 7.0, "{found:?}");
    let capped = Staffing {
        max_occupancy: 0.5,
        ..asked(10.0, 0.5)
    };
    let found = least_staff(&capped).unwrap();
    assert_eq!((found.servers, found.occupancy), (20.0, 0.5));
    assert!(found.service_level_one_fewer.unwrap() > 0.5);
    let nobody = least_staff(&asked(0.0, 0.8)).unwrap();
    assert_eq!(
        (nobody.servers, nobody.service_level_one_fewer),
        (1.0, None)
    );
    let million = least_staff(&asked(1e6, 0.8)).unwrap();
    assert!(million.servers > 1e6 && million.servers < 1.001e6);
    assert!(matches!(
        least_staff(&asked(1e9, 0.8)),
        Err(QueueError::Input {
            field: "arrival_rate",
            ..
        })
    ));
}

#[test]
fn a_steady_day_takes_the_same_all_day_and_a_changing_one_follows_with_a_lag() {
    let steady = Periods {
        length: 60.0,
        arrival_rates: vec![4.0; 3],
    };
    for (load, staff) in staff_by_period(&asked(0.0, 0.8), &steady).unwrap() {
        agree(load, 12.0, 1e-12);
        assert_eq!(staff.servers, 16.0);
    }
    let day = Periods {
        length: 30.0,
        arrival_rates: vec![1.0, 3.0, 5.0, 3.0, 1.0, 0.5],
    };
    let found = staff_by_period(&asked(0.0, 0.8), &day).unwrap();
    // Every period still carries the work of the one before into its beginning.
    agree(found[3].0, 15.0, 1e-3);
    // The chain says what the staff found achieves: a chance to wait that hardly changes.
    let transient = Transient {
        mean_service: 3.0,
        initial: 0.0,
        servers: found.iter().map(|(_, staff)| staff.servers).collect(),
        periods: day,
    };
    let times: Vec<f64> = (0..6).map(|i| 180.0 + 30.0 * f64::from(i) + 20.0).collect();
    for moment in evaluate_transient(&transient, &times).unwrap() {
        assert!(moment.p_all_busy < 0.30, "{moment:?}");
    }
    near(found[0].1.servers, 16.0_f64.min(found[0].1.servers), 0.0);
}
