//! Live contacts against the formulas, as in [`super::coverage`]: how often the interval holds what
//! is exact.

use super::coverage::{hold, judge, seeds};
use super::plans::{kind, live, queue, ranked, step, stream, team, with_customer};
use counterbalance::model::presets;
use counterbalance::model::queueing::{
    Abandonment, Blending, Discipline, Periods, Priority, Transient, evaluate_blending,
    evaluate_priority, evaluate_transient,
};
use counterbalance::model::simulation::engine::Witness;
use counterbalance::model::simulation::plan::StationPlan;
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::tally::{Price, Tally};
use counterbalance::model::simulation::{Advance, Estimate, Floor, Measures, Plan, Run, Window};

#[test]
fn customers_who_give_up() {
    let (rate, minutes, patience, target) = (1.0, 5.0, 4.0, 1.0 / 3.0);
    let exact = Abandonment::new(6.0, rate, minutes, patience).unwrap();
    let plan = Plan {
        streams: vec![live(stream(rate), patience, target)],
        steps: vec![with_customer(step(0, minutes, 1.0))],
        stations: vec![team(6.0)],
    };
    hold(
        &plan,
        &[
            ("M/M/6+M gives up", exact.p_abandon(), |s| {
                s.streams[0].given_up
            }),
            ("M/M/6+M wait", exact.mean_wait(), |s| s.streams[0].wait),
            ("M/M/6+M answered", exact.service_level(target), |s| {
                s.streams[0].answered
            }),
            (
                "M/M/6+M answered of served",
                exact.service_level_answered(target),
                |s| s.streams[0].answered_of_served,
            ),
            ("M/M/6+M busy", exact.occupancy() * 6.0, |s| s.teams[0].busy),
        ],
    );
}

/// Two kinds of work for three people, the first taken first.
fn two_ranks(discipline: Discipline) {
    let (rates, minutes, servers) = ([0.1, 0.13], 10.0, 3.0);
    let exact = evaluate_priority(&Priority {
        arrival_rates: rates.to_vec(),
        mean_service: vec![minutes; 2],
        service_scv: vec![1.0; 2],
        servers,
        discipline,
    });
    let exact = exact.unwrap();
    let time = |class: usize| exact.mean_waits[class].unwrap() + minutes;
    let plan = Plan {
        streams: vec![kind(0, rates[0], 0), kind(1, rates[1], 1)],
        steps: vec![step(0, minutes, 1.0), ranked(step(0, minutes, 1.0), 1)],
        stations: vec![StationPlan {
            interrupts: (discipline == Discipline::Preemptive).then_some(0.0),
            ..team(servers)
        }],
    };
    let of = |what: &str| format!("{discipline:?} {what}");
    hold(
        &plan,
        &[
            (&of("first"), time(0), |s| s.streams[0].turnaround),
            (&of("second"), time(1), |s| s.streams[1].turnaround),
        ],
    );
}

#[test]
fn urgent_work_comes_first() {
    two_ranks(Discipline::NonPreemptive);
}

#[test]
fn urgent_work_interrupts() {
    two_ranks(Discipline::Preemptive);
}

/// Live contacts beside other work that never runs out, for which three people are kept free. The
/// other work grows without end, so that there is no study of it: only what is live is measured.
#[test]
fn a_blended_desk() {
    let target = 1.0 / 3.0;
    let blending = Blending {
        live_arrival_rate: 1.0,
        live_mean_service: 5.0,
        mean_patience: 4.0,
        servers: 9.0,
        reserve: 3.0,
        deferred_mean_service: 5.0,
    };
    let exact = evaluate_blending(&blending, target).unwrap();
    assert!((exact.service_level - 0.874_516).abs() < 1e-6);
    assert!((exact.deferred_servers - 2.295_565).abs() < 1e-6);
    let plan = Plan {
        streams: vec![live(kind(0, 1.0, 0), 4.0, target), kind(1, 0.7, 1)],
        steps: vec![
            with_customer(step(0, 5.0, 1.0)),
            ranked(step(0, 5.0, 1.0), 1),
        ],
        stations: vec![StationPlan {
            reserve: 3.0,
            ..team(9.0)
        }],
    };
    let busy = exact.deferred_servers + 5.0 * (1.0 - exact.p_abandon);
    let mut hits = [0; 3];
    for seed in 1..=seeds() {
        let all: Vec<_> = (0..10).map(|i| blended(&plan, seed, i)).collect();
        let estimate = |read: fn(&Measures<f64>) -> f64| Estimate::of(all.iter().map(read));
        let found = [
            estimate(|one| one.streams[0].answered).holds(exact.service_level),
            estimate(|one| one.streams[0].given_up).holds(exact.p_abandon),
            estimate(|one| one.teams[0].busy).holds(busy),
        ];
        for (hits, found) in hits.iter_mut().zip(found) {
            *hits += u64::from(found);
        }
    }
    judge("blending answered", hits[0], exact.service_level);
    judge("blending gives up", hits[1], exact.p_abandon);
    judge("blending busy", hits[2], busy);
}

/// A replication that stops when the window closes.
fn blended(plan: &Plan, seed: u64, replication: u32) -> Measures<f64> {
    let mut source = Chance::new(plan, seed, replication);
    let window = Window {
        from: 2_000,
        until: 6_000,
    };
    let mut tally = Tally::new(plan, &[Price::default(), Price::default()]);
    let mut floor = Floor::new(plan, &mut source, window);
    let mut run = Run {
        plan,
        floor: &mut floor,
        source: &mut source,
        witness: &mut tally,
    };
    while run.floor.arrived <= window.until {
        assert_eq!(run.advance(100), Advance::Paused);
    }
    let scenario = presets::PRESETS[0].current();
    Measures::measured(&tally, &scenario, false, &[])
}

/// Nobody looks on.
struct Nobody;

impl Witness for Nobody {}

/// The number inside at some moments, from empty.
fn inside_at(plan: &Plan, times: &[f64], seed: u64, replication: u32) -> Vec<f64> {
    let mut source = Chance::new(plan, seed, replication);
    let mut floor = Floor::new(plan, &mut source, Window::ALL);
    let mut run = Run {
        plan,
        floor: &mut floor,
        source: &mut source,
        witness: &mut Nobody,
    };
    let mut inside = Vec::new();
    let mut before = 0;
    while inside.len() < times.len() {
        run.advance(1);
        while inside.len() < times.len() && run.floor.now > times[inside.len()] {
            inside.push(before as f64);
        }
        before = run.floor.cases.inside();
    }
    inside
}

#[test]
fn from_empty_to_the_long_run() {
    let times = [5.0, 20.0, 60.0];
    let exact = evaluate_transient(
        &Transient {
            mean_service: 10.0,
            initial: 0.0,
            periods: Periods {
                length: 1e3,
                arrival_rates: vec![0.27],
            },
            servers: vec![3.0],
        },
        &times,
    );
    let exact = exact.unwrap();
    let plan = queue(3.0, 0.27, 10.0, 1.0);
    let mut hits = [0; 3];
    for seed in 1..=seeds() {
        let all: Vec<_> = (0..300)
            .map(|i| inside_at(&plan, &times, seed, i))
            .collect();
        for (at, hits) in hits.iter_mut().enumerate() {
            let found = Estimate::of(all.iter().map(|one| one[at]));
            *hits += u64::from(found.holds(exact[at].expected_number));
        }
    }
    for (at, hits) in hits.into_iter().enumerate() {
        let name = format!("inside after {} minutes", times[at]);
        judge(&name, hits, exact[at].expected_number);
    }
}
