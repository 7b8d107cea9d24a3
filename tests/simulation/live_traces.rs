//! Times of live contacts worked out on paper, and the same by the engine, to the last bit.

use super::plans::{kind, ranked, step, stream, team, with_customer};
use counterbalance::model::simulation::plan::{Helps, StationPlan};
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::replay::{Recorded, Replay};
use counterbalance::model::simulation::{Plan, Window};

/// A task with one pass: its stream, its arrival, its minutes.
fn task(stream: usize, arrived: f64, minutes: f64) -> Recorded {
    Recorded {
        stream,
        arrived,
        passes: vec![(stream, minutes)],
        rank: None,
        patience: None,
    }
}

/// When each task was begun and done, in the order of arrival; none for one that gave up.
fn trace(plan: &Plan, tasks: Vec<Recorded>) -> Vec<Option<(f64, f64)>> {
    let mut source = Replay::new(plan, tasks);
    let records = Records::of_run(plan, &mut source, Window::ALL);
    let times = records.all().map(|record| {
        assert!(record.done.is_some() != record.gave_up.is_some());
        let visit = record.visits.first()?;
        Some((visit.began, record.done?))
    });
    times.collect()
}

/// Two kinds of work: the first live and taken first.
fn two_kinds(station: StationPlan) -> Plan {
    Plan {
        streams: vec![kind(0, 1.0, 0), kind(1, 1.0, 1)],
        steps: vec![
            with_customer(step(0, 1.0, 1.0)),
            ranked(step(0, 1.0, 1.0), 1),
        ],
        stations: vec![station],
    }
}

#[test]
fn the_lowest_rank_is_next_in_line() {
    let tasks = vec![
        task(1, 0.0, 10.0),
        task(1, 1.0, 5.0),
        task(0, 2.0, 3.0),
        task(0, 3.0, 2.0),
    ];
    let expected = [(0.0, 10.0), (15.0, 20.0), (10.0, 13.0), (13.0, 15.0)];
    assert_eq!(trace(&two_kinds(team(1.0)), tasks), expected.map(Some));
}

/// Whoever is served at the last moment has not given up; whoever gives up is passed over.
#[test]
fn customers_give_up_in_line_and_only_there() {
    let plan = Plan {
        streams: vec![stream(1.0)],
        steps: vec![with_customer(step(0, 1.0, 1.0))],
        stations: vec![team(1.0)],
    };
    let patient = |arrived, minutes, patience| Recorded {
        patience: Some(patience),
        ..task(0, arrived, minutes)
    };
    let tasks = vec![
        patient(0.0, 10.0, 1.0),
        patient(1.0, 5.0, 9.0),
        patient(2.0, 5.0, 7.0),
        patient(3.0, 5.0, 13.0),
    ];
    let expected = [
        Some((0.0, 10.0)),
        Some((10.0, 15.0)),
        None,
        Some((15.0, 20.0)),
    ];
    assert_eq!(trace(&plan, tasks), expected);
}

/// What is interrupted goes on with what is left of it and a minute to find the place again, before
/// what joined the line later; of two passes that begun last gives way.
#[test]
fn urgent_work_interrupts() {
    let interrupts = |people| StationPlan {
        interrupts: Some(1.0),
        ..team(people)
    };
    let tasks = vec![
        task(1, 0.0, 10.0),
        task(1, 1.0, 5.0),
        task(0, 4.0, 3.0),
        task(0, 5.0, 1.0),
    ];
    // The first until 4, from 8 on, 6 minutes and 1.
    let expected = [(0.0, 15.0), (15.0, 20.0), (4.0, 7.0), (7.0, 8.0)];
    assert_eq!(
        trace(&two_kinds(interrupts(1.0)), tasks),
        expected.map(Some)
    );
    let tasks = vec![task(1, 0.0, 10.0), task(1, 1.0, 10.0), task(0, 4.0, 2.0)];
    // The second until 4, from 6 on, 7 minutes and 1.
    let expected = [(0.0, 10.0), (1.0, 14.0), (4.0, 6.0)];
    assert_eq!(
        trace(&two_kinds(interrupts(2.0)), tasks),
        expected.map(Some)
    );
}

/// Three people, of whom one is kept free: other work waits while one is idle, a live contact does not.
#[test]
fn somebody_is_kept_free() {
    let plan = two_kinds(StationPlan {
        reserve: 1.0,
        ..team(3.0)
    });
    let tasks = vec![
        task(1, 0.0, 10.0),
        task(1, 0.0, 6.0),
        task(1, 1.0, 4.0),
        task(0, 2.0, 9.0),
        task(0, 7.0, 1.0),
    ];
    let expected = [
        (0.0, 10.0),
        (0.0, 6.0),
        // At 6 one is idle, at 8 again, at 10 two are.
        (10.0, 14.0),
        (2.0, 11.0),
        (7.0, 8.0),
    ];
    assert_eq!(trace(&plan, tasks), expected.map(Some));
}

/// Two at the front, of whom one is kept free, help the back office at half its pace and two
/// minutes; they do their own work first and go on with what they have begun.
#[test]
fn idle_people_help_elsewhere() {
    let plan = Plan {
        streams: vec![kind(0, 1.0, 0), kind(1, 1.0, 1)],
        steps: vec![with_customer(step(0, 1.0, 1.0)), step(1, 1.0, 1.0)],
        stations: vec![
            StationPlan {
                reserve: 1.0,
                helps: vec![Helps {
                    station: 1,
                    pace: 0.5,
                    switch: 2.0,
                }],
                ..team(2.0)
            },
            team(1.0),
        ],
    };
    let tasks = vec![
        task(1, 0.0, 10.0),
        // At once by the front, 4 / 0.5 + 2 minutes.
        task(1, 1.0, 4.0),
        // Only one is idle.
        task(1, 2.0, 3.0),
        task(0, 3.0, 20.0),
        task(0, 9.0, 1.0),
    ];
    let expected = [
        (0.0, 10.0),
        (1.0, 11.0),
        (10.0, 13.0),
        (3.0, 23.0),
        (11.0, 12.0),
    ];
    assert_eq!(trace(&plan, tasks), expected.map(Some));
}
