//! A thousand random small scenarios, searched by trying everything.

use counterbalance::model::evaluation::{Asked, evaluate_strategy};
use counterbalance::model::optimise::{Found, Freedom, Search, optimise, ways_to_mix};
use counterbalance::model::presets::{self, blank};
use counterbalance::model::scenario::{Address, Allotment, Origin, Scenario, TeamKind};
use counterbalance::model::strategy;
use counterbalance::model::units::People;
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

/// A scenario with one or two kinds of work, a front office, a back office and perhaps a partner.
pub fn small(seed: u64) -> Scenario {
    let mut dice = SmallRng::seed_from_u64(seed);
    let origin = Origin {
        example: "tax".into(),
        revision: 1,
    };
    let tasks: &[&str] = if dice.random_bool(0.4) {
        &["a", "b"]
    } else {
        &["a"]
    };
    let teams = [
        ("front", TeamKind::Front),
        ("back", TeamKind::Back),
        ("partner", TeamKind::Outsourced),
    ];
    let mut scenario = blank(origin, "back_office", tasks, &teams);
    let mut set = |key: &str, value: f64| {
        let address = Address::find(&scenario, key).unwrap();
        address.write(&mut scenario, value);
    };
    for task in tasks {
        let mut some = |field: &str, low: f64, high: f64| {
            set(&format!("{task}.{field}"), dice.random_range(low..high));
        };
        some("rate", 0.0, 6.0);
        some("front_minutes", 2.0, 40.0);
        some("back_minutes", 2.0, 40.0);
        some("hand_off_minutes", 0.0, 5.0);
        some("unclear", 0.0, 0.4);
        some("error_cost", 0.0, 200.0);
        some("promise", 0.4, 6.0);
        some("promise_share", 0.5, 0.95);
        some("service_scv", 0.0, 2.0);
        if dice.random_bool(0.3) {
            set(&format!("{task}.delay_cost"), dice.random_range(0.0..30.0));
            set(
                &format!("{task}.customer_value"),
                dice.random_range(0.0..300.0),
            );
            set(&format!("{task}.walk_away"), dice.random_range(0.0..0.1));
        }
        if dice.random_bool(0.1) {
            set(&format!("{task}.rate"), 0.0);
        }
    }
    for team in ["front", "back"] {
        set(&format!("{team}.rate"), dice.random_range(15.0..60.0));
        set(
            &format!("{team}.staff"),
            f64::from(dice.random_range(0..5_u32)),
        );
        set(&format!("{team}.shrinkage"), dice.random_range(0.0..0.3));
        set(&format!("{team}.error"), dice.random_range(0.0..0.1));
        set(
            &format!("{team}.posts_released"),
            f64::from(u8::from(dice.random_bool(0.7))),
        );
        set(
            &format!("{team}.flexible"),
            f64::from(u8::from(dice.random_bool(0.15))),
        );
        set(
            &format!("{team}.queues"),
            f64::from(u8::from(dice.random_bool(0.85))),
        );
        if dice.random_bool(0.2) {
            set(&format!("{team}.attrition"), dice.random_range(0.0..0.5));
            set(&format!("{team}.burnout"), 1.0);
        }
    }
    set(
        "front.client_hours",
        if dice.random_bool(0.3) { 300.0 } else { 0.0 },
    );
    for (field, value) in [("flexible", 1.0), ("queues", 0.0), ("rate", 0.0)] {
        set(&format!("partner.{field}"), value);
    }
    set("partner.unit_price", dice.random_range(1.0..30.0));
    set("partner.monthly_fee", dice.random_range(0.0..2_000.0));
    set("partner.turnaround", dice.random_range(0.0..2.0));
    if tasks.len() == 2 {
        // Few enough to try everything.
        scenario.teams[0].posts_released = false;
    } else {
        let third = ["outsourced", "front_with_tool", "split", "straight"];
        scenario
            .also
            .push(third[dice.random_range(0..third.len())].into());
    }
    scenario
}

/// All that may become of a kind of work among some ways.
fn choices(ways: &[&str]) -> Vec<Vec<Allotment>> {
    let mut all: Vec<_> = ways
        .iter()
        .map(|way| vec![Allotment::new(way, 1.0)])
        .collect();
    for (i, one) in ways.iter().enumerate() {
        for other in &ways[i + 1..] {
            all.extend((1..10).map(|tenths| {
                let share = f64::from(tenths) / 10.0;
                vec![
                    Allotment::new(one, share),
                    Allotment::new(other, f64::from(10 - tenths) / 10.0),
                ]
            }));
        }
    }
    all
}

/// Most people whom brute force gives a team.
const MOST: u32 = 5;

/// The cheapest month of all that is within brute force's reach, and how many were tried.
fn brute(scenario: &Scenario, found: &Found) -> Option<f64> {
    let mixed = strategy::find("allotted").unwrap();
    let ways = ways_to_mix(scenario);
    let of_kind = choices(&ways);
    let free = |team: usize| {
        let team = &scenario.teams[team];
        !team.flexible && team.posts_released && team.kind != TeamKind::Outsourced
    };
    let staffs = |team: usize| if free(team) { 0..=MOST } else { 0..=0 };
    let mut best: Option<f64> = None;
    let kinds = scenario.tasks.len();
    let second = if kinds == 2 { of_kind.len() } else { 1 };
    for first in &of_kind {
        for other in &of_kind[..second] {
            for front in staffs(0) {
                for back in staffs(1) {
                    let mut trial = scenario.clone();
                    trial.tasks[0].ways.clone_from(first);
                    if kinds == 2 {
                        trial.tasks[1].ways.clone_from(other);
                    }
                    for (team, staff) in [(0, front), (1, back)] {
                        if free(team) {
                            trial.teams[team].staff = People(f64::from(staff));
                        }
                    }
                    let Some(way) = evaluate_strategy(&trial, mixed) else {
                        continue;
                    };
                    let met = way.targets(&trial).iter().all(|target| {
                        let out = found.out_of_reach.iter().any(|out| out.task == target.task);
                        target.is_met() || out && target.asked == Asked::Promise
                    });
                    let month = way.month.total().get();
                    if way.status.runs() && met && best.is_none_or(|best| month < best) {
                        best = Some(month);
                    }
                }
            }
        }
    }
    best
}

/// Whether brute force has looked where the plan is.
fn within_reach(found: &Found) -> bool {
    found.best.as_ref().is_none_or(|plan| {
        let used = plan.staff.iter().zip(&plan.used).filter(|(_, used)| **used);
        used.take(2).all(|(staff, _)| *staff <= f64::from(MOST))
    })
}

#[test]
fn it_is_what_trying_everything_finds() {
    let cases: u64 = std::env::var("COUNTERBALANCE_SEEDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000);
    let (mut compared, mut none) = (0, 0);
    for seed in 0..cases {
        let scenario = small(seed);
        let found = optimise(
            &scenario,
            Freedom {
                keep_staff: false,
                most_trials: u64::MAX,
                ..Freedom::default()
            },
        );
        if scenario.arrivals_per_hour() <= 0.0 {
            assert_eq!(found.best.unwrap().month, 0.0, "seed {seed}: nothing comes");
            continue;
        }
        assert!(found.proved && found.done, "seed {seed}");
        let tried = brute(&scenario, &found);
        match (&found.best, tried) {
            (Some(plan), Some(month)) if within_reach(&found) => {
                let close = (plan.month - month).abs() <= 1e-6 * month.max(1.0);
                assert!(
                    close,
                    "seed {seed}: {} found, {month} by brute force",
                    plan.month
                );
                compared += 1;
            }
            // What brute force does not reach may still be cheaper than what it does.
            (Some(plan), Some(month)) => assert!(plan.month <= month * (1.0 + 1e-9), "seed {seed}"),
            (Some(_), None) => {
                // More people than it tries, or a way that needs them.
                none += 1;
            }
            (None, Some(month)) => panic!("seed {seed}: none found, {month} by brute force"),
            (None, None) => none += 1,
        }
        assert!(found.gap().is_none_or(|gap| gap == 0.0), "seed {seed}");
    }
    assert!(
        compared as u64 > cases * 6 / 10,
        "{compared} compared, {none} without a plan"
    );
}

#[test]
fn no_floor_is_above_what_it_is_the_floor_of() {
    let mixed = strategy::find("allotted").unwrap();
    let mut dice = SmallRng::seed_from_u64(7);
    for seed in 0..160 {
        let scenario = match seed % 4 {
            0 => presets::PRESETS[seed / 4 % presets::PRESETS.len()].current(),
            _ => small(seed as u64),
        };
        let found = optimise(
            &scenario,
            Freedom {
                keep_staff: false,
                most_trials: 300,
                ..Freedom::default()
            },
        );
        let Some(bound) = found.bound else { continue };
        for _ in 0..20 {
            let ways = choices(&ways_to_mix(&scenario));
            let mut trial = scenario.clone();
            for task in &mut trial.tasks {
                task.ways
                    .clone_from(&ways[dice.random_range(0..ways.len())]);
            }
            for team in &mut trial.teams {
                if !team.flexible && team.posts_released {
                    team.staff = People(f64::from(dice.random_range(0..20_u32)));
                }
            }
            let Some(way) = evaluate_strategy(&trial, mixed) else {
                continue;
            };
            let met = way.status.runs() && found.out_of_reach.is_empty() && way.meets_all(&trial);
            let month = way.month.total().get();
            assert!(
                !met || bound <= month * (1.0 + 1e-9) + 1e-6,
                "seed {seed}: {bound} above {month}"
            );
        }
    }
}

#[test]
fn a_search_that_is_stopped_early_has_a_gap_and_says_so() {
    let scenario = presets::find("service").unwrap().current();
    let mut search = Search::new(&scenario, Freedom::default());
    while search.found().best.is_none() || search.found().mixes.is_empty() {
        search.advance(50);
    }
    let early = search.found();
    let gap = early.gap().unwrap();
    assert!(!early.proved && gap > 0.0, "{gap}");
    assert_eq!(
        gap,
        early.best.as_ref().unwrap().month - early.bound.unwrap()
    );
    search.advance(20_000);
    let later = search.found();
    assert!(later.gap().unwrap() <= gap + 1e-9, "the gap only closes");
}
