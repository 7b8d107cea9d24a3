//! Nothing gets lost: at every event what arrived is done or inside, whatever the plan.

use super::plans::{step, stream, team, then};
use counterbalance::model::scenario::Activity;
use counterbalance::model::simulation::plan::PlanStep;
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::spread::{Family, Spread};
use counterbalance::model::simulation::{Advance, Floor, Plan, Run, Window};
use proptest::prelude::*;

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
    (1..5_usize).prop_flat_map(|steps| {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

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
