//! People who help elsewhere, and customers who chase: against what was found once by a simulation
//! of its own, against limits, and against the fixed point of the formulas.

use super::plans::{kind, live, queue, step, study_run, team, with_customer};
use counterbalance::model::queueing::{Chasers, MultiServer, evaluate_chasers};
use counterbalance::model::simulation::plan::{Chasing, Helps, StationPlan, Stream};
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::study::Settings;
use counterbalance::model::simulation::tally::{Price, Tally};
use counterbalance::model::simulation::{
    Advance, Estimate, Floor, Measures, Plan, Run, Study, Summary, Verdict, Window,
};

fn studied(plan: Plan) -> Box<Summary> {
    let mut study = Study::new(vec![study_run(plan)], Settings::with_seed(1));
    while !study.advance(1 << 20) {}
    match study.verdicts().swap_remove(0) {
        Verdict::Steady { summary, .. } => summary,
        unstable => panic!("{unstable:?}"),
    }
}

/// What replications of a window say. At the loads here a study would not leave enough out: it finds
/// its warm-up in five trials, which so near to overload do not tell.
fn replicated(plan: &Plan, window: Window, replications: u32) -> Summary {
    let prices = vec![Price::default(); plan.streams.len()];
    let mut tally = Tally::new(plan, &prices);
    let run = study_run(plan.clone());
    let one = |replication| {
        tally.clear();
        let mut source = Chance::new(plan, 1, replication);
        let mut floor = Floor::new(plan, &mut source, window);
        let mut run_of = Run {
            plan,
            floor: &mut floor,
            source: &mut source,
            witness: &mut tally,
        };
        while run_of.advance(1 << 20) == Advance::Paused {}
        Measures::measured(&tally, &run.scenario, false, &[])
    };
    let all: Vec<_> = (0..replications).map(one).collect();
    Summary::of(&all)
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
        let window = Window {
            from: 20_000,
            until: 200_000,
        };
        let found = replicated(&one_team(reserve), window, 60);
        let calls = &found.streams[0];
        println!(
            "reserve {reserve:?}: answered {:?}, time {:?}, nine in ten {:?}",
            calls.answered, found.turnaround, found.quantiles[2]
        );
        assert_eq!(found.turnaround, found.streams[1].turnaround);
        let close = |found: Estimate, to: f64, by: f64| (found.mean - to).abs() <= by + found.half;
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

/// A team of seven with so many tasks an hour, each asked about so often per overdue hour.
fn chased(tasks_per_hour: f64, chases_per_hour: f64) -> (Chasers, Plan) {
    let chasers = Chasers {
        servers: 7.0,
        arrival_rate: tasks_per_hour / 60.0,
        mean_service: 20.0,
        promise: 60.0,
        chase_rate: chases_per_hour / 60.0,
        chase_service: 3.0,
    };
    let mut plan = queue(7.0, chasers.arrival_rate, 20.0, 1.0);
    plan.streams[0].chasing = Some(Chasing {
        per_minute: chasers.chase_rate,
        minutes: 3.0,
        front: None,
    });
    (chasers, plan)
}

/// The formula has every task's work longer by the mean; here it is longer just while the line is
/// long. Where there is room the two are close, and the formula is the lower.
#[test]
fn customers_chase_what_is_late() {
    let window = Window {
        from: 5_000,
        until: 50_000,
    };
    let (chasers, plan) = chased(18.0, 0.1);
    let exact = evaluate_chasers(&chasers).unwrap();
    let found = replicated(&plan, window, 40);
    let (asked, time) = (found.streams[0].chasers, found.turnaround);
    println!(
        "asked {asked:?} for {}, time {time:?} for {}",
        exact.chasers_per_task,
        exact.queue.mean_sojourn()
    );
    assert!((time.mean / exact.queue.mean_sojourn() - 1.0).abs() < 0.05);
    let more = asked.mean / exact.chasers_per_task - 1.0;
    assert!((-0.02..0.2).contains(&more), "{more}");
    // What chasers take is in the ledger, and is time that somebody is busy.
    let busy = chasers.arrival_rate * (20.0 + 3.0 * asked.mean);
    assert!((found.teams[0].busy.mean - busy).abs() < 0.01 + found.teams[0].busy.half);
}

/// A task that is late by more than the slack over what chasing adds is work for more than all: the
/// longer the line, the longer the work. A rate at which the formula finds a rest has none then, and
/// a long enough run leaves it.
#[test]
fn chasing_runs_away_below_the_rate_at_which_the_formula_does() {
    let (chasers, plan) = chased(20.0, 0.08);
    let exact = evaluate_chasers(&chasers).unwrap();
    assert!(exact.critical_chase_rate.unwrap() > chasers.chase_rate);
    let window = Window {
        from: 5_000,
        until: 100_000,
    };
    let found = replicated(&plan, window, 10);
    assert!(found.turnaround.mean > 10.0 * exact.queue.mean_sojourn());
}

/// Whoever asks at the front takes the time of somebody there, and of no task.
#[test]
fn chasers_keep_the_front_busy() {
    let (chasers, mut plan) = chased(18.0, 0.3);
    plan.stations.push(team(2.0));
    plan.streams[0].chasing = plan.streams[0].chasing.map(|chasing| Chasing {
        minutes: 0.0,
        front: Some((1, 40.0)),
        ..chasing
    });
    let window = Window {
        from: 5_000,
        until: 50_000,
    };
    let found = replicated(&plan, window, 20);
    // Nothing comes back to the task, so that the queue is that of the formula without chasing.
    let queue = MultiServer::new(7.0, chasers.arrival_rate, 20.0).unwrap();
    let asked = chasers.chase_rate * queue.mean_excess(60.0);
    let close = |found: Estimate, exact: f64| (found.mean - exact).abs() <= 2.0 * found.half;
    assert!(close(found.streams[0].chasers, asked), "{asked}");
    assert!(close(found.turnaround, queue.mean_sojourn()));
    assert!(close(
        found.teams[1].busy,
        chasers.arrival_rate * asked * 40.0
    ));
}
