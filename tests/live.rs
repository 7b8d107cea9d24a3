//! Live contacts and work that can wait: the two examples against the figures worked out for them,
//! formulas and simulation each where they are to be trusted.

#![allow(clippy::unwrap_used)]

use counterbalance::model::desks::{self, one_desk};
use counterbalance::model::evaluation::{
    Basis, Effort, Status, StrategyEvaluation, critical_chase_rate, evaluate_strategy,
    evaluate_strategy_with,
};
use counterbalance::model::job::{self, Ask, Job, Said};
use counterbalance::model::presets;
use counterbalance::model::queueing::{Staffing, least_staff};
use counterbalance::model::scenario::{Address, Scenario, Task};
use counterbalance::model::simulation::study::Settings;
use counterbalance::model::simulation::{Summary, Verdict};
use counterbalance::model::strategy;
use counterbalance::model::units::{Minutes, PerHour};

fn example(key: &str, changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find(key).unwrap().current();
    set(&mut scenario, changes);
    scenario
}

fn set(scenario: &mut Scenario, changes: &[(&str, f64)]) {
    for (key, value) in changes {
        Address::find(scenario, key)
            .unwrap_or_else(|| panic!("{key}"))
            .write(scenario, *value);
    }
}

fn way(scenario: &Scenario, key: &str) -> StrategyEvaluation {
    let strategy = strategy::find(key).unwrap();
    evaluate_strategy_with(scenario, strategy, Effort::Full).unwrap()
}

/// Share of calls answered in time, if other work never ran out, and how sure the answer is.
fn answered(found: &StrategyEvaluation) -> (f64, Option<f64>, Basis) {
    let (_, _, answered) = found.answered().next().unwrap();
    let worst = answered.at_worst.map(|share| share.get());
    (answered.in_time.unwrap().get(), worst, answered.basis)
}

#[track_caller]
fn near(found: f64, expected: f64, by: f64) {
    assert!(
        (found - expected).abs() <= by,
        "{found} is not {expected} ± {by}"
    );
}

fn simulated(scenario: &Scenario, key: &str, replications: u32) -> Summary {
    let outcome = job::run(Job {
        revision: 0,
        scenario: scenario.clone(),
        runs: vec![Ask {
            strategy: key.to_owned(),
            staff: None,
        }],
        settings: Settings {
            fewest: replications,
            most: replications,
            ..Settings::with_seed(1)
        },
        desks: false,
        plan: None,
        surge: None,
    });
    match outcome.of(key) {
        Some(Said::Found(Verdict::Steady { summary, .. })) => (**summary).clone(),
        other => panic!("{key}: {other:?}"),
    }
}

/// Calls alone take seven. Nine at one desk do with three kept free, not with two, and 2.30 of them
/// are then free for e-mails: 27.5 an hour, for which a team of its own takes three.
#[test]
fn nine_at_one_desk_do_what_ten_do_apart() {
    let calls = |servers: f64| {
        let found = least_staff(&Staffing {
            arrival_rate: 1.0,
            mean_service: 5.0,
            target: 1.0 / 3.0,
            level: 0.8,
            mean_patience: Some(4.0),
            max_occupancy: 1.0,
            shrinkage: 0.0,
        });
        let found = found.unwrap();
        assert_eq!(found.servers, servers);
        found.service_level
    };
    near(calls(7.0), 0.815, 5e-4);
    let full = example("desk", &[("email.rate", 27.5)]);
    for (reserve, level) in [(2.0, 0.797), (3.0, 0.875)] {
        let mut scenario = full.clone();
        set(&mut scenario, &[("front.reserve", reserve)]);
        let found = way(&scenario, "front_office");
        let (in_time, worst, _) = answered(&found);
        near(worst.unwrap(), level, 5e-4);
        // With the e-mails that really come it is never worse.
        assert!(in_time >= worst.unwrap());
    }
    let blended = way(&full, "front_office");
    near(blended.teams[0].room.unwrap(), 2.295_565, 1e-6);
    near(
        blended.teams[0].taken.unwrap().get(),
        27.5 / 60.0 * 5.0 / 2.295_565,
        1e-6,
    );
    let apart = way(&full, "ring_fenced");
    near(apart.teams[0].taken.unwrap().get(), 0.77, 0.01);
    let found = one_desk::people(&full).unwrap();
    assert_eq!(
        (found.live, found.others, found.together, found.reserve),
        (7.0, 3.0, 9.0, 3.0)
    );
    // The example leaves room to breathe: at 27.5 an e-mail would wait for 38 hours.
    assert!(blended.turnaround.unwrap().mean.get() > 2_000.0);
    let calm = way(&example("desk", &[]), "front_office");
    assert!(calm.turnaround.unwrap().within_promise.get() > 0.9);
    assert_eq!(
        answered(&way(&example("desk", &[]), "front_office")).2,
        Basis::Exact
    );
}

/// One desk in the simulation: what the exact chain says of calls and e-mails.
#[test]
fn the_simulation_agrees_with_the_chain_of_a_real_supply() {
    let scenario = example("desk", &[("email.rate", 22.0)]);
    let found = way(&scenario, "front_office");
    let simulated = simulated(&scenario, "front_office", 60);
    let calls = &simulated.streams[0];
    near(calls.answered.mean, answered(&found).0, 0.005);
    let time = found.turnaround.unwrap();
    near(
        simulated.turnaround.mean,
        time.mean.get(),
        0.03 * time.mean.get(),
    );
    let apart = way(&scenario, "ring_fenced");
    let ring_fenced = oldest(&scenario, "ring_fenced");
    let gaps = oldest(&scenario, "front_office");
    assert!(apart.status == Status::Steady);
    // Live contacts always win: what can wait grows older where gaps are filled.
    assert!(gaps > 1.3 * ring_fenced, "{gaps} against {ring_fenced}");
}

/// Age of the oldest e-mail.
fn oldest(scenario: &Scenario, key: &str) -> f64 {
    simulated(scenario, key, 20).streams[1].oldest.mean
}

#[test]
fn one_team_apart() {
    let found = way(&example("helping", &[]), "straight");
    near(answered(&found).0, 0.861, 5e-4);
    near(found.teams[1].occupancy.get(), 0.952, 5e-4);
    let time = found.turnaround.unwrap();
    near(time.mean.get(), 71.7, 0.05);
    near(time.p90.get(), 153.4, 0.5);
    let more = way(&example("helping", &[("back.staff", 8.0)]), "straight");
    let time = more.turnaround.as_ref().unwrap();
    near(time.mean.get(), 28.0, 0.05);
    near(time.p90.get(), 60.0, 0.5);
    near(answered(&more).0, 0.861, 5e-4);
    let crowded = way(&example("helping", &[("case.rate", 22.0)]), "straight");
    assert!(matches!(crowded.status, Status::Overload { team: 1, .. }));
    near(crowded.teams[1].occupancy.get(), 1.048, 5e-4);
}

/// Unlimited work behind gives the bound, the work that really comes the truth.
#[test]
fn the_bound_of_help_and_what_is_true() {
    for (reserve, bound, level, time) in [
        (6.0, 0.777_199_8, 0.811, 31.4),
        (4.0, 0.640_856_4, 0.762, 24.9),
    ] {
        let scenario = example("helping", &[("front.reserve", reserve)]);
        let found = way(&scenario, "redirected");
        let (in_time, _, basis) = answered(&found);
        assert_eq!(basis, Basis::Bound);
        near(in_time, bound, 1e-6);
        // No formula knows the turnaround of work that is helped with.
        assert!(found.status == Status::Steady && found.turnaround.is_none());
        let simulated = simulated(&scenario, "redirected", 60);
        near(simulated.streams[0].answered.mean, level, 0.005);
        near(
            simulated.turnaround.mean,
            time,
            0.02 * time + simulated.turnaround.half,
        );
        if reserve == 6.0 {
            near(
                simulated.quantiles[2].mean,
                66.0,
                2.0 + simulated.quantiles[2].half,
            );
        }
    }
    let crowded = example("helping", &[("front.reserve", 4.0), ("case.rate", 22.0)]);
    let simulated = simulated(&crowded, "redirected", 60);
    near(
        simulated.turnaround.mean,
        29.1,
        0.02 * 29.1 + simulated.turnaround.half,
    );
}

/// Chasers at three minutes each: the delay feeds itself above 0.124 an hour with seven, and not even
/// at two with eight.
#[test]
fn chasers_tip_over() {
    let chased = |rate: f64, staff: f64| {
        let changes = [
            ("case.chase_rate", rate),
            ("case.chase_work_minutes", 3.0),
            ("back.staff", staff),
        ];
        example("helping", &changes)
    };
    let straight = strategy::find("straight").unwrap();
    let status = |scenario: &Scenario| evaluate_strategy(scenario, straight).unwrap().status;
    assert_eq!(status(&chased(0.12, 7.0)), Status::Steady);
    assert_eq!(status(&chased(0.13, 7.0)), Status::Spiral);
    assert_eq!(status(&chased(2.0, 8.0)), Status::Steady);
    let critical = critical_chase_rate(&chased(0.1, 7.0), straight, 1).unwrap();
    near(critical.get(), 0.124, 5e-4);
    // Where the team has time to spare the simulation settles where the formula says.
    let mut calm = chased(0.1, 7.0);
    set(&mut calm, &[("case.rate", 18.0)]);
    let found = way(&calm, "straight");
    let simulated = simulated(&calm, "straight", 60);
    near(
        simulated.turnaround.mean,
        found.turnaround.as_ref().unwrap().mean.get(),
        1.5,
    );
    near(simulated.streams[1].chasers.mean, found.chasers, 0.002);
}

/// Two skills of six erlangs: nine and nine apart, sixteen together, a few who do both between.
#[test]
fn two_skills_apart_and_together() {
    let mut scenario = example("helping", &[("front.versatility", 1.0)]);
    let skill = |key: &str, task: &Task| {
        let mut skill = task.clone();
        skill.key = key.to_owned();
        (skill.rate, skill.front_minutes) = (PerHour(120.0), Minutes(3.0));
        // As good as for ever.
        skill.channel.patience = Minutes(2_400.0);
        skill
    };
    let call = scenario.tasks[0].clone();
    scenario.tasks = vec![skill("orders", &call), skill("repairs", &call)];
    let pooled = desks::search(&scenario, 1).pooled.unwrap();
    assert_eq!((pooled.apart, pooled.together), ([9.0, 9.0], 16.0));
    assert_eq!(pooled.at_their_speed, None);
    let at = |people: f64, flexible: f64| {
        let same =
            |one: &&desks::pooling::Mixture| (one.people, one.flexible) == (people, flexible);
        pooled.mixtures.iter().find(same).unwrap()
    };
    // Without anybody who does both eighteen are enough and sixteen are not; the more do both, the
    // better, up to all of them.
    assert!(at(18.0, 0.0).is_enough() && !at(16.0, 0.0).is_enough());
    assert!(at(16.0, 16.0).is_enough());
    for people in [16.0, 17.0] {
        let some = at(people, 3.0).margin.mean;
        assert!(some > at(people, 0.0).margin.mean && some < at(people, people).margin.mean);
    }
    let fewest = pooled.fewest().unwrap();
    assert!(fewest.people >= pooled.together && fewest.people <= 18.0);
}

/// Faults and planned work at the hotel: faults first, or first come first served.
#[test]
fn what_goes_first_keeps_the_promise() {
    let mut scenario = example("hotel", &[]);
    let mut planned = scenario.tasks[0].clone();
    planned.key = "planned".to_owned();
    (planned.rate, planned.back_minutes) = (PerHour(0.6), Minutes(40.0));
    scenario.tasks.push(planned);
    for (staff, first, as_they_come) in [(2.0, 0.400, 0.156), (3.0, 0.789, 0.760)] {
        set(&mut scenario, &[("maintenance.staff", staff)]);
        for (priority, expected) in [(1.0, first), (5.0, as_they_come)] {
            set(&mut scenario, &[("fault.priority", priority)]);
            let found = simulated(&scenario, "straight", 60);
            let faults = found.streams[0].within;
            near(faults.mean, expected, 0.01 + 2.0 * faults.half);
        }
    }
    // The mean waits of the formula, where first things come first.
    set(&mut scenario, &[("fault.priority", 1.0)]);
    let found = way(&scenario, "straight");
    let lines = &found.teams[0].lines;
    assert!(lines[0].wait.unwrap().mean.get() < lines[1].wait.unwrap().mean.get());
}
