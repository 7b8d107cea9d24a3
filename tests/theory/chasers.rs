//! Customers who chase, and the quote at the desk.

use crate::{agree, near};
use counterbalance::model::queueing::quote::quote;
use counterbalance::model::queueing::{Chasers, MultiServer, QueueError, evaluate_chasers};

/// Twenty tasks an hour of twenty minutes, promised within the hour; a chase costs three minutes.
fn desk(servers: f64, per_hour: f64) -> Chasers {
    Chasers {
        servers,
        arrival_rate: 20.0 / 60.0,
        mean_service: 20.0,
        promise: 60.0,
        chase_rate: per_hour / 60.0,
        chase_service: 3.0,
    }
}

#[test]
fn seven_people_tip_at_an_eighth_of_a_chase_an_hour_and_eight_do_not_at_two() {
    let settled = evaluate_chasers(&desk(7.0, 0.1)).unwrap();
    near(settled.critical_chase_rate.unwrap() * 60.0, 0.124, 5e-4);
    assert!(evaluate_chasers(&desk(7.0, 0.123)).is_ok());
    assert!(matches!(
        evaluate_chasers(&desk(7.0, 0.125)),
        Err(QueueError::Spiral { .. })
    ));
    assert!(evaluate_chasers(&desk(8.0, 2.0)).is_ok());
}

#[test]
fn the_rest_state_is_the_one_that_damped_steps_from_calm_reach() {
    for (servers, per_hour) in [(7.0, 0.05), (7.0, 0.12), (8.0, 2.0)] {
        let desk = desk(servers, per_hour);
        let mut added = 0.0;
        for _ in 0..5_000 {
            let queue = MultiServer::new(servers, desk.arrival_rate, 20.0 + added).unwrap();
            let next = desk.chase_rate * desk.chase_service * queue.mean_excess(60.0);
            added += 0.5 * (next - added);
        }
        let found = evaluate_chasers(&desk).unwrap();
        agree(found.queue.mean_service(), 20.0 + added, 1e-9);
        agree(found.chasers_per_task, added / 3.0, 1e-7);
    }
}

#[test]
fn nobody_chases_and_chases_that_cost_nothing() {
    let calm = evaluate_chasers(&desk(7.0, 0.0)).unwrap();
    assert_eq!(
        (calm.queue.mean_service(), calm.chasers_per_task),
        (20.0, 0.0)
    );
    let free = Chasers {
        chase_service: 0.0,
        ..desk(7.0, 5.0)
    };
    let found = evaluate_chasers(&free).unwrap();
    assert_eq!(found.queue.mean_service(), 20.0);
    assert!(found.chasers_per_task > 0.0 && found.critical_chase_rate.is_none());
    assert!(matches!(
        evaluate_chasers(&desk(6.0, 0.0)),
        Err(QueueError::Overload { .. })
    ));
}

#[test]
fn a_quote_counts_the_completions_still_to_come() {
    // Three servers of half an hour, seven inside: five completions at one every ten minutes.
    let wait = quote(3.0, 30.0, 7.0).unwrap();
    agree(wait.mean(), 50.0, 1e-14);
    let within = |t: f64| {
        let x = t / 10.0;
        let terms = [1.0, x, x * x / 2.0, x.powi(3) / 6.0, x.powi(4) / 24.0];
        1.0 - (-x).exp() * terms.iter().sum::<f64>()
    };
    near(within(wait.quantile(0.9)), 0.9, 1e-12);
    assert_eq!(quote(3.0, 30.0, 2.0).unwrap().quantile(0.99), 0.0);
}
