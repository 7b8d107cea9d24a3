//! Nothing gets lost: at every event what arrived is done, has given up or is inside, whatever the plan.

use super::plans::{step, stream, team, then};
use counterbalance::model::scenario::Activity;
use counterbalance::model::simulation::case::Case;
use counterbalance::model::simulation::engine::{Stint, Witness};
use counterbalance::model::simulation::plan::{Chasing, Helps, PlanStep};
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::spread::{Family, Spread};
use counterbalance::model::simulation::{Advance, Floor, Plan, Run, Window};
use proptest::prelude::*;
use std::ops::Range;

/// A step at one of two stations or with the customer, with or without errors and delays.
fn any_step(steps: usize) -> impl Strategy<Value = PlanStep> {
    let place = prop_oneof![Just(None), Just(Some(0)), Just(Some(1))];
    let time = (
        0.1..30.0_f64,
        prop_oneof![Just(0.0), Just(1.0), 0.2..3.0_f64],
    );
    let chances = (0.0..0.4_f64, 0.0..1.0_f64, 0.0..0.6_f64);
    let onward = (
        0..steps,
        any::<bool>(),
        prop_oneof![Just(0.0), 1.0..50.0_f64],
    );
    (place, time, chances, onward).prop_map(
        |(station, (mean, scv), (error, caught, share), onward)| {
            let (to, counts, delay_after) = onward;
            let plain = PlanStep {
                station,
                activity: Activity::Work,
                time: Spread::new(mean, scv, Family::Gamma),
                delay_after,
                redo: error * caught,
                error,
                counts,
                ..step(0, mean, scv)
            };
            then(plain, to, share)
        },
    )
}

fn any_plan() -> impl Strategy<Value = Plan> {
    any_plan_of(1..5)
}

fn any_plan_of(steps: Range<usize>) -> impl Strategy<Value = Plan> {
    steps.prop_flat_map(|steps| {
        let all = proptest::collection::vec(any_step(steps), steps);
        (all, 0.5..4.0_f64, 0.5..4.0_f64, any::<bool>()).prop_map(|(steps, one, other, queues)| {
            let mut second = team(other);
            second.queues = queues;
            Plan {
                streams: vec![stream(0.05), stream(0.02)],
                steps,
                stations: vec![team(one), second],
            }
        })
    })
}

/// Runs event by event, and says how it ended.
fn run_through(plan: &Plan, slice: u64) -> (Floor, Records) {
    let mut source = Chance::new(plan, 3, 0);
    let window = Window {
        from: 20,
        until: 200,
    };
    let mut floor = Floor::new(plan, &mut source, window);
    let mut records = Records::default();
    let mut run = Run {
        plan,
        floor: &mut floor,
        source: &mut source,
        witness: &mut records,
    };
    // Loops may be long, and stations overloaded: it need not end by itself.
    for _ in 0..40_000 / slice {
        if run.advance(slice) != Advance::Paused {
            break;
        }
        assert!(run.floor.is_conserved());
    }
    (floor, records)
}

/// A plan with everything that live contacts bring: patience, ranks, reserves, interruptions, help
/// both ways and chasers.
fn any_live_plan() -> impl Strategy<Value = Plan> {
    let step = (any::<bool>(), 0..3_u8);
    let steps = proptest::collection::vec(step, 4);
    let station = (
        0..3_u8,
        proptest::option::weighted(0.8, 0.0..2.0_f64),
        any::<bool>(),
        0.5..2.0_f64,
    );
    let stations = proptest::collection::vec(station, 2);
    let stream = (
        proptest::option::weighted(0.8, 0.5..30.0_f64),
        proptest::option::of((0.0..0.02_f64, any::<bool>())),
        0..2_usize,
    );
    let streams = proptest::collection::vec(stream, 2);
    (any_plan_of(2..5), steps, stations, streams).prop_map(
        |(mut plan, steps, stations, streams)| {
            // Both streams begin at the same people.
            let last = plan.steps.len() - 1;
            (plan.steps[0].station, plan.steps[last].station) = (Some(0), Some(0));
            for (step, (live, rank)) in plan.steps.iter_mut().zip(steps) {
                (step.live, step.rank) = (live, rank);
            }
            let all = plan.stations.iter_mut().zip(stations);
            for (place, (station, (reserve, interrupts, helps, pace))) in all.enumerate() {
                station.reserve = f64::from(reserve);
                station.interrupts = interrupts;
                station.helps.extend(helps.then_some(Helps {
                    station: 1 - place,
                    pace,
                    switch: 1.5,
                }));
            }
            for (task, (stream, (patience, chasing, front))) in
                plan.streams.iter_mut().zip(streams).enumerate()
            {
                stream.task = task;
                stream.gap = Spread::Exponential(5.0);
                stream.begins[0].to = task * last;
                stream.patience = patience.map(Spread::Exponential);
                stream.chasing = chasing.map(|(per_minute, calls)| Chasing {
                    per_minute,
                    minutes: 2.0,
                    front: calls.then_some((front, 3.0)),
                });
            }
            plan
        },
    )
}

/// Minutes worked on tasks, as the witness is told, and how often somebody gave up.
#[derive(Default)]
struct Worked {
    minutes: f64,
    gave_up: u64,
}

impl Witness for Worked {
    fn worked(&mut self, _case: &Case, stint: Stint) {
        assert!(stint.minutes >= 0.0 && stint.chasing >= 0.0);
        assert!(stint.chasing <= stint.minutes + 1e-9);
        self.minutes += stint.minutes;
    }

    fn gave_up(&mut self, now: f64, case: &Case) {
        assert!(now >= case.joined);
        self.gave_up += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The same with everything on; nobody does two things at once, and what stations worked is what
    /// was worked on cases.
    #[test]
    fn what_arrived_is_done_given_up_or_inside(plan in any_live_plan()) {
        let mut source = Chance::new(&plan, 5, 0);
        let mut floor = Floor::new(&plan, &mut source, Window { from: 0, until: 150 });
        let mut worked = Worked::default();
        let mut run = Run { plan: &plan, floor: &mut floor, source: &mut source, witness: &mut worked };
        for _ in 0..8_000 {
            if run.advance(1) != Advance::Paused {
                break;
            }
            prop_assert!(run.floor.is_conserved());
            for (station, plan) in run.floor.stations.iter().zip(&plan.stations) {
                prop_assert!(!plan.queues || station.in_service() <= plan.on_duty.ceil() as usize);
            }
        }
        prop_assert_eq!(floor.gave_up, worked.gave_up);
        let now = floor.now;
        let at_work: f64 = floor.stations.iter_mut().map(|station| station.areas(now).0).sum();
        let under_way: f64 = floor.cases.under_way().map(|case| now - case.turned).sum();
        prop_assert!((at_work - worked.minutes - under_way).abs() <= 1e-6 * at_work.max(1.0));
    }

    #[test]
    fn what_arrived_is_done_or_inside(plan in any_plan()) {
        let (floor, records) = run_through(&plan, 1);
        let done = records.all().filter(|record| record.done.is_some()).count();
        prop_assert_eq!(done as u64, floor.finished);
        for record in records.all() {
            let mut last = record.arrived;
            for visit in &record.visits {
                prop_assert!(visit.came >= last && visit.began >= visit.came && visit.ended >= visit.began);
                last = visit.ended;
            }
            if let Some(end) = record.done {
                prop_assert!(end >= last);
                prop_assert!(record.turnaround <= end - record.arrived + 1e-9);
            }
        }
    }

    #[test]
    fn slices_change_nothing(plan in any_plan(), slice in 2..500_u64) {
        // Whole slices only, so that both stop at the same event.
        let (floor, records) = run_through(&plan, slice);
        let (other, same) = run_through(&plan, 1);
        if floor.events == other.events {
            prop_assert!(records.all().eq(same.all()));
        }
    }

    /// At a team no more are at work than are there, and nobody waits while somebody is free.
    #[test]
    fn nobody_waits_while_somebody_is_free(plan in any_plan()) {
        let mut source = Chance::new(&plan, 5, 0);
        let mut floor = Floor::new(&plan, &mut source, Window { from: 0, until: 100 });
        let mut records = Records::default();
        let mut run = Run { plan: &plan, floor: &mut floor, source: &mut source, witness: &mut records };
        for _ in 0..5_000 {
            if run.advance(1) != Advance::Paused {
                break;
            }
            for (station, plan) in run.floor.stations.iter().zip(&plan.stations) {
                if plan.queues {
                    let most = plan.on_duty.ceil() as usize;
                    prop_assert!(station.in_service() <= most);
                    prop_assert!(station.waiting() == 0 || station.in_service() >= plan.on_duty.floor() as usize);
                }
            }
        }
    }
}
