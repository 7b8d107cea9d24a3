//! People who help elsewhere, and customers who chase: against what was found once by a simulation
//! of its own, against limits, and against the fixed point of the formulas.

use super::plans::{kind, live, queue, step, study_run, team, with_customer};
use counterbalance::model::queueing::{Chasers, MultiServer, evaluate_chasers};
use counterbalance::model::simulation::plan::{Chasing, Helps, StationPlan, Stream};
use counterbalance::model::simulation::study::Settings;
use counterbalance::model::simulation::{Plan, Study, Summary, Verdict};

fn studied(plan: Plan) -> Box<Summary> {
    let settings = Settings {
        precision: 0.01,
        ..Settings::with_seed(1)
    };
    let mut study = Study::new(vec![study_run(plan)], settings);
    while !study.advance(1 << 20) {}
    let effort = study.effort();
    println!(
        "{} replications of {}",
        effort.replications, effort.measured
    );
    match study.verdicts().swap_remove(0) {
        Verdict::Steady { summary, .. } => summary,
        unstable => panic!("{unstable:?}"),
    }
}

/// Calls at the front, 80 an hour, and cases at the back, 20 an hour; the front helps while more
/// than so many are idle, or not at all.
fn one_team(reserve: Option<f64>) -> Plan {
    let calls = live(kind(0, 80.0 / 60.0, 0), 5.0, 1.0 / 3.0);
    let helps = Helps {
        station: 1,
        pace: 0.8,
        switch: 2.0,
    };
    Plan {
        streams: vec![
            Stream {
                counts: false,
                ..calls
            },
            kind(1, 20.0 / 60.0, 1),
        ],
        steps: vec![with_customer(step(0, 6.0, 1.0)), step(1, 20.0, 1.0)],
        stations: vec![
            StationPlan {
                reserve: reserve.unwrap_or(0.0),
                helps: reserve.map(|_| helps).into_iter().collect(),
                ..team(11.0)
            },
            team(7.0),
        ],
    }
}

#[test]
fn the_front_helps_the_back() {
    let cases = [
        (None, 0.861, 71.7, Some((153.0, 5.0))),
        (Some(6.0), 0.811, 31.4, Some((66.0, 2.0))),
        (Some(4.0), 0.762, 24.9, None),
    ];
    for (reserve, answered, time, nine) in cases {
        let found = studied(one_team(reserve));
        let calls = &found.streams[0];
        println!(
            "reserve {reserve:?}: answered {:?}, time {:?}, nine in ten {:?}",
            calls.answered, found.turnaround, found.quantiles[2]
        );
        assert_eq!(found.turnaround, found.streams[1].turnaround);
        let close = |found: counterbalance::model::simulation::Estimate, to: f64, by: f64| {
            (found.mean - to).abs() <= by + found.half
        };
        assert!(close(calls.answered, answered, 0.005));
        assert!(close(found.turnaround, time, 0.02 * time));
        if let Some((nine, by)) = nine {
            assert!(close(found.quantiles[2], nine, by));
        }
    }
}

/// Two skills of six erlangs each, with so many specialists each and so many who do both.
fn two_skills(specialists: f64, flexible: f64) -> [f64; 2] {
    let third = 1.0 / 3.0;
    let skill = |task| Stream {
        target: Some(third),
        ..kind(task, 2.0, task)
    };
    let helps = |station| Helps {
        station,
        pace: 1.0,
        switch: 0.0,
    };
    let call = |station| with_customer(step(station, 3.0, 1.0));
    let found = studied(Plan {
        streams: vec![skill(0), skill(1)],
        steps: vec![call(0), call(1)],
        stations: vec![
            team(specialists),
            team(specialists),
            StationPlan {
                helps: vec![helps(0), helps(1)],
                ..team(flexible)
            },
        ],
    });
    let answered = [0, 1].map(|skill| found.streams[skill].answered);
    println!("{specialists} each, {flexible} flexible: {answered:?}");
    answered.map(|one| one.mean)
}

#[test]
fn a_few_who_do_both_are_nearly_as_good_as_all() {
    let level = |answered: [f64; 2]| answered[0].min(answered[1]);
    let level_of = |people, load: f64| {
        let queue = MultiServer::new(people, load / 3.0, 3.0).unwrap();
        queue.service_level(1.0 / 3.0)
    };
    assert!((level(two_skills(9.0, 0.0)) - level_of(9.0, 6.0)).abs() < 0.006);
    assert!(level_of(9.0, 6.0) > 0.8);
    let apart = level(two_skills(8.0, 0.0));
    assert!(apart < 0.8 && (apart - level_of(8.0, 6.0)).abs() < 0.006);
    // Seventeen people, ever more of them flexible.
    let [one, three, five] =
        [1.0, 3.0, 5.0].map(|flexible| level(two_skills((17.0 - flexible) / 2.0, flexible)));
    let pooled = level_of(17.0, 12.0);
    println!("pooled {pooled}");
    assert!(apart < one && one < three && three < five && five < pooled + 0.004);
}

/// The formula takes the longer work for exponential and for everybody's.
#[test]
fn customers_chase_what_is_late() {
    for per_hour in [0.04, 0.08] {
        let chase_rate = per_hour / 60.0;
        let exact = evaluate_chasers(&Chasers {
            servers: 7.0,
            arrival_rate: 1.0 / 3.0,
            mean_service: 20.0,
            promise: 60.0,
            chase_rate,
            chase_service: 3.0,
        });
        let exact = exact.unwrap();
        let mut plan = queue(7.0, 1.0 / 3.0, 20.0, 1.0);
        plan.streams[0].chasing = Some(Chasing {
            per_minute: chase_rate,
            minutes: 3.0,
            front: None,
        });
        let found = studied(plan);
        println!(
            "{per_hour} an hour: chasers {:?} for {}, time {:?} for {}",
            found.streams[0].chasers,
            exact.chasers_per_task,
            found.turnaround,
            exact.queue.mean_sojourn()
        );
        let close = |found: f64, exact: f64, by: f64| (found / exact - 1.0).abs() < by;
        assert!(close(
            found.turnaround.mean,
            exact.queue.mean_sojourn(),
            0.05
        ));
        assert!(close(
            found.streams[0].chasers.mean,
            exact.chasers_per_task,
            0.1
        ));
    }
}
