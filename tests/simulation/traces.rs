//! Times worked out on paper, and the same by the engine, to the last bit.

use super::plans::{step, stream, team, then};
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::replay::{Recorded, Replay};
use counterbalance::model::simulation::{Plan, Window};

/// A task: its arrival, then step and minutes of every pass.
type Given<'a> = (f64, &'a [(usize, f64)]);

/// Every pass as (came, began, ended), by task in the order of arrival.
fn trace(plan: &Plan, tasks: &[Given]) -> Vec<Vec<(f64, f64, f64)>> {
    let recorded = tasks.iter().map(|(arrived, passes)| Recorded {
        stream: 0,
        arrived: *arrived,
        passes: passes.to_vec(),
        rank: None,
        patience: None,
    });
    let mut source = Replay::new(plan, recorded.collect());
    let records = Records::of_run(plan, &mut source, Window::ALL);
    assert!(records.all().all(|record| record.done.is_some()));
    assert_eq!(records.all().count(), tasks.len());
    let times = |visits: &[counterbalance::model::simulation::records::Visit]| {
        visits.iter().map(|v| (v.came, v.began, v.ended)).collect()
    };
    records.all().map(|record| times(&record.visits)).collect()
}

fn one_station(servers: f64) -> Plan {
    Plan {
        streams: vec![stream(1.0)],
        steps: vec![step(0, 1.0, 1.0)],
        stations: vec![team(servers)],
    }
}

#[test]
fn one_server_with_more_work_than_time() {
    let tasks: [Given; 4] = [
        (1.0, &[(0, 5.0)]),
        (2.0, &[(0, 5.0)]),
        (3.0, &[(0, 5.0)]),
        (30.0, &[(0, 2.0)]),
    ];
    let expected = [
        vec![(1.0, 1.0, 6.0)],
        vec![(2.0, 6.0, 11.0)],
        vec![(3.0, 11.0, 16.0)],
        vec![(30.0, 30.0, 32.0)],
    ];
    assert_eq!(trace(&one_station(1.0), &tasks), expected);
}

#[test]
fn two_servers() {
    let tasks: [Given; 5] = [
        (0.0, &[(0, 4.0)]),
        (1.0, &[(0, 2.0)]),
        (2.0, &[(0, 3.0)]),
        (2.5, &[(0, 1.0)]),
        (9.0, &[(0, 1.0)]),
    ];
    let expected = [
        vec![(0.0, 0.0, 4.0)],
        vec![(1.0, 1.0, 3.0)],
        vec![(2.0, 3.0, 6.0)],
        vec![(2.5, 4.0, 5.0)],
        vec![(9.0, 9.0, 10.0)],
    ];
    assert_eq!(trace(&one_station(2.0), &tasks), expected);
}

/// The minutes of a step that does not count are not in the turnaround, the wait for them is: two tasks
/// that are handed over by one person, three minutes each, and done behind at once in ten. The second
/// waits three minutes in front.
#[test]
fn a_wait_for_a_hand_over_counts() {
    let mut hand_over = then(step(0, 3.0, 0.0), 1, 1.0);
    hand_over.counts = false;
    let plan = Plan {
        streams: vec![stream(1.0)],
        steps: vec![hand_over, step(1, 10.0, 0.0)],
        stations: vec![team(1.0), team(2.0)],
    };
    let passes = || vec![(0, 3.0), (1, 10.0)];
    let recorded = [0.0, 0.0].map(|arrived| Recorded {
        stream: 0,
        arrived,
        passes: passes(),
        rank: None,
        patience: None,
    });
    let mut source = Replay::new(&plan, recorded.to_vec());
    let records = Records::of_run(&plan, &mut source, Window::ALL);
    let turnaround: Vec<f64> = records.all().map(|record| record.turnaround).collect();
    assert_eq!(turnaround, [10.0, 13.0]);
}

/// A service ends before an arrival of the same moment; of two arrivals the first entered begins;
/// of two services that end together, the one that began first lets the next in line begin.
#[test]
fn events_at_the_same_moment() {
    let tasks: [Given; 4] = [
        (0.0, &[(0, 2.0)]),
        (0.0, &[(0, 2.0)]),
        (2.0, &[(0, 2.0)]),
        (2.0, &[(0, 2.0)]),
    ];
    let one = [
        vec![(0.0, 0.0, 2.0)],
        vec![(0.0, 2.0, 4.0)],
        vec![(2.0, 4.0, 6.0)],
        vec![(2.0, 6.0, 8.0)],
    ];
    assert_eq!(trace(&one_station(1.0), &tasks), one);
    let two = [
        vec![(0.0, 0.0, 2.0)],
        vec![(0.0, 0.0, 2.0)],
        vec![(2.0, 2.0, 4.0)],
        vec![(2.0, 2.0, 4.0)],
    ];
    assert_eq!(trace(&one_station(2.0), &tasks), two);
}

#[test]
fn one_team_after_the_other() {
    let plan = Plan {
        streams: vec![stream(1.0)],
        steps: vec![then(step(0, 1.0, 1.0), 1, 1.0), step(1, 1.0, 1.0)],
        stations: vec![team(1.0), team(1.0)],
    };
    let tasks: [Given; 3] = [
        (0.0, &[(0, 2.0), (1, 5.0)]),
        (1.0, &[(0, 2.0), (1, 1.0)]),
        (5.0, &[(0, 1.0), (1, 3.0)]),
    ];
    let expected = [
        vec![(0.0, 0.0, 2.0), (2.0, 2.0, 7.0)],
        vec![(1.0, 2.0, 4.0), (4.0, 7.0, 8.0)],
        vec![(5.0, 5.0, 6.0), (6.0, 8.0, 11.0)],
    ];
    assert_eq!(trace(&plan, &tasks), expected);
}

/// What comes back joins the end of the line, behind what arrived meanwhile.
#[test]
fn work_that_comes_back() {
    let plan = Plan {
        streams: vec![stream(1.0)],
        steps: vec![
            then(step(0, 1.0, 1.0), 1, 0.5),
            then(step(1, 1.0, 1.0), 0, 1.0),
        ],
        stations: vec![team(1.0), team(1.0)],
    };
    let tasks: [Given; 3] = [
        (0.0, &[(0, 3.0), (1, 1.0), (0, 2.0)]),
        (1.0, &[(0, 4.0)]),
        (2.0, &[(0, 1.0)]),
    ];
    let expected = [
        vec![(0.0, 0.0, 3.0), (3.0, 3.0, 4.0), (4.0, 8.0, 10.0)],
        vec![(1.0, 3.0, 7.0)],
        vec![(2.0, 7.0, 8.0)],
    ];
    assert_eq!(trace(&plan, &tasks), expected);
}

/// One and a half people: who is there half the time comes last, and rests as long as it worked.
#[test]
fn a_part_timer() {
    let tasks: [Given; 4] = [
        (0.0, &[(0, 6.0)]),
        (1.0, &[(0, 2.0)]),
        (2.0, &[(0, 3.0)]),
        (5.5, &[(0, 1.0)]),
    ];
    let expected = [
        vec![(0.0, 0.0, 6.0)],
        // The part-timer from 1 to 3, away until 5.
        vec![(1.0, 1.0, 3.0)],
        vec![(2.0, 5.0, 8.0)],
        // The full-timer is free at 6, the part-timer only at 11.
        vec![(5.5, 6.0, 7.0)],
    ];
    assert_eq!(trace(&one_station(1.5), &tasks), expected);
}

/// A task lies for a fixed time after a step, and nobody is kept by it; the last delay is part of
/// it. A customer's step keeps nobody either.
#[test]
fn delays_and_waits_for_the_customer() {
    let mut plan = Plan {
        streams: vec![stream(1.0)],
        steps: vec![
            then(step(0, 1.0, 1.0), 1, 1.0),
            then(step(0, 1.0, 1.0), 2, 1.0),
            step(0, 1.0, 1.0),
        ],
        stations: vec![team(1.0)],
    };
    plan.steps[0].delay_after = 10.0;
    plan.steps[1].station = None;
    plan.steps[2].delay_after = 4.0;
    let tasks: [Given; 2] = [
        (0.0, &[(0, 2.0), (1, 7.0), (2, 1.0)]),
        (1.0, &[(0, 2.0), (1, 6.0), (2, 1.0)]),
    ];
    let expected = [
        vec![(0.0, 0.0, 2.0), (12.0, 12.0, 19.0), (19.0, 19.0, 20.0)],
        // Both come back at 19 and 20: nobody waits for the other.
        vec![(1.0, 2.0, 4.0), (14.0, 14.0, 20.0), (20.0, 20.0, 21.0)],
    ];
    assert_eq!(trace(&plan, &tasks), expected);
}
