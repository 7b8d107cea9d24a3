//! Where sharing out comes to its seams: equal rates, nobody to be had, targets out of reach, nothing
//! to do; and that a plan is no worse than what it could have picked.

use counterbalance::model::evaluation::{Asked, compared, evaluate, evaluate_strategy};
use counterbalance::model::optimise::grid::grid;
use counterbalance::model::optimise::{Found, Freedom, optimise};
use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::strategy::{self, MIXABLE};

pub fn example(key: &str, changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find(key).unwrap().current();
    for (key, value) in changes {
        let address = Address::find(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

fn best(scenario: &Scenario) -> Found {
    let most_trials = 4_000;
    optimise(
        scenario,
        Freedom {
            keep_staff: false,
            most_trials,
            ..Freedom::default()
        },
    )
}

/// What the plan says is what the page shows once it has been taken.
#[test]
fn a_plan_taken_costs_what_it_says() {
    for preset in PRESETS {
        let scenario = preset.current();
        let found = best(&scenario);
        for plan in found.best.iter().chain(&found.frontier) {
            let taken = plan.applied(&scenario);
            assert_eq!(taken.check(), Ok(()), "{}", preset.key);
            let evaluation = evaluate(&taken);
            let way = evaluation.of("allotted").unwrap();
            let month = way.month.total().get();
            assert!(
                (month - plan.month).abs() <= 1e-6 * month.max(1.0),
                "{}",
                preset.key
            );
            let p90 = way.turnaround.as_ref().map(|time| time.p90.get());
            match (plan.p90, p90) {
                (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-6 * b.max(1.0), "{}", preset.key),
                (a, b) => assert_eq!(a, b, "{}", preset.key),
            }
        }
    }
}

/// It is no dearer than any way it could have picked that meets every target.
#[test]
fn it_is_never_worse_than_a_way_it_could_have_picked() {
    for preset in PRESETS {
        let scenario = preset.current();
        let found = best(&scenario);
        for way in compared(&scenario)
            .into_iter()
            .filter(|way| MIXABLE.contains(&way.key))
        {
            let Some(evaluated) = evaluate_strategy(&scenario, way) else {
                continue;
            };
            let met = evaluated.targets(&scenario).iter().all(|target| {
                let out = found.out_of_reach.iter().any(|out| out.task == target.task);
                target.is_met() || out
            });
            // A fraction of a person is nobody whom a plan may hire.
            let whole = scenario
                .teams
                .iter()
                .all(|team| team.staff.get().fract() == 0.0);
            if evaluated.status.runs() && met && whole {
                let plan = found.best.as_ref().unwrap();
                let month = evaluated.month.total().get();
                assert!(
                    plan.month <= month * (1.0 + 1e-9),
                    "{} {}",
                    preset.key,
                    way.key
                );
            }
        }
    }
}

#[test]
fn equal_rates_leave_the_work_where_it_costs_fewest_people() {
    let equal = example(
        "consulting",
        &[
            ("back.rate", 100.0),
            ("admin.unclear", 0.0),
            ("admin.hand_off_minutes", 0.0),
        ],
    );
    let found = best(&equal);
    let plan = found.best.unwrap();
    // In front nobody waits and nobody idles: behind, whole people are paid who do.
    assert_eq!(plan.ways[0][0].way, "front_with_tool");
    assert_eq!(plan.ways[0].len(), 1, "no splitting for nothing");
}

#[test]
fn a_team_that_cannot_be_staffed_gets_no_work() {
    // Its posts stay and nobody is in them.
    let empty = example(
        "service",
        &[("back.staff", 0.0), ("back.posts_released", 0.0)],
    );
    let plan = best(&empty).best.unwrap();
    let back = empty
        .teams
        .iter()
        .position(|team| team.key == "back")
        .unwrap();
    assert!(!plan.used[back]);
    // Where there is no other way either, there is no plan.
    let nobody = example(
        "consulting",
        &[
            ("back.staff", 0.0),
            ("back.posts_released", 0.0),
            ("front.staff", 0.0),
        ],
    );
    let found = best(&nobody);
    assert!(found.best.is_none() && found.proved && found.done);
}

#[test]
fn a_target_without_solution_is_named_and_left_out() {
    let hotel = example("hotel", &[]);
    let found = best(&hotel);
    let fault = found.out_of_reach.iter().find(|out| out.task == 0).unwrap();
    // 1 − e⁻²: half an hour's work, exponential, within the hour.
    assert!(
        (fault.ceiling - 0.864_664_716).abs() < 1e-6,
        "{}",
        fault.ceiling
    );
    assert!(found.best.is_some(), "without it the rest has a plan");
    let modest = example("hotel", &[("fault.promise_share", 0.8)]);
    let found = best(&modest);
    assert!(found.out_of_reach.is_empty() && found.proved);
    assert!(found.best.unwrap().meets_all());
}

#[test]
fn nothing_to_do_costs_nothing() {
    let mut idle = example("service", &[]);
    for task in &mut idle.tasks {
        task.rate.0 = 0.0;
    }
    let found = best(&idle);
    assert_eq!(found.best.unwrap().month, 0.0);
}

#[test]
fn people_kept_are_kept() {
    let scenario = example("service", &[]);
    let freedom = Freedom {
        keep_staff: true,
        ..Freedom::default()
    };
    let found = optimise(&scenario, freedom);
    let now: Vec<f64> = scenario.teams.iter().map(|team| team.staff.get()).collect();
    let plan = found.best.unwrap();
    assert_eq!(plan.staff, now);
    assert!(plan.month >= best(&scenario).best.unwrap().month);
}

/// Every cell of the grid is what moving all of the kind there gives.
#[test]
fn a_cell_is_what_moving_the_work_there_gives() {
    let mut scenario = example("service", &[("front.staff", 14.0)]);
    scenario.tasks[1].allot("front_with_tool", 0.6, "back_office");
    let grid = grid(&scenario);
    let mixed = strategy::find("allotted").unwrap();
    let present = evaluate_strategy(&scenario, mixed)
        .unwrap()
        .month
        .total()
        .get();
    for (task, row) in grid.rows.iter().enumerate() {
        for (way, cell) in grid.ways.iter().zip(&row.cells) {
            let cell = cell.unwrap();
            let mut moved = scenario.clone();
            moved.tasks[task].allot(way, 1.0, &scenario.today);
            let found = evaluate_strategy(
                &moved,
                if moved.is_shared_out() {
                    mixed
                } else {
                    strategy::find(&scenario.today).unwrap()
                },
            )
            .unwrap();
            assert_eq!(cell.runs, found.status.runs());
            if let (Some(month), Some(change)) = (cell.month, cell.change) {
                assert!((month - found.month.total().get()).abs() < 1e-6);
                assert!((change - (month - present)).abs() < 1e-6);
            }
            assert_eq!(cell.meets, found.meets_all(&moved));
        }
        let best = row.best.and_then(|best| row.cells[best]).unwrap();
        let others = row
            .cells
            .iter()
            .flatten()
            .filter(|cell| cell.meets || !best.meets);
        assert!(
            others
                .filter_map(|cell| cell.month)
                .all(|month| month >= best.month.unwrap())
        );
    }
}

#[test]
fn a_plan_knows_its_targets() {
    let found = best(&example("service", &[]));
    let plan = found.best.unwrap();
    assert_eq!(plan.targets.len(), 5);
    assert!(plan.meets_all());
    let scenario = example("desk", &[]);
    let way = compared(&scenario)[0];
    let targets = evaluate_strategy(&scenario, way)
        .unwrap()
        .targets(&scenario);
    assert!(targets.iter().any(|target| target.asked == Asked::Answer));
}

#[test]
fn twenty_kinds_have_a_best_found_and_a_gap() {
    let mut scenario = example("service", &[]);
    let five = scenario.tasks.clone();
    for copy in 1..4 {
        scenario.tasks.extend(five.iter().cloned().map(|mut task| {
            task.key = format!("{}{copy}", task.key);
            task.rate.0 *= 0.5 + 0.1 * f64::from(copy);
            task
        }));
    }
    let found = optimise(
        &scenario,
        Freedom {
            keep_staff: false,
            most_trials: 150,
            ..Freedom::default()
        },
    );
    assert!(found.done && !found.proved);
    let plan = found.best.as_ref().unwrap();
    assert!(plan.meets_all() && found.gap().unwrap() > 0.0);
}

/// What an office does not have, or would not do, is left out.
#[test]
fn a_way_left_out_is_not_used() {
    let scenario = example("consulting", &[]);
    let without = Freedom::default().with("front_with_tool", false);
    assert!(!without.allows("front_with_tool") && without.allows("back_office"));
    let plan = optimise(&scenario, without).best.unwrap();
    assert!(
        plan.ways[0]
            .iter()
            .all(|part| part.way != "front_with_tool")
    );
    assert!(plan.month > best(&scenario).best.unwrap().month);
    let again = without.with("front_with_tool", true);
    assert_eq!(again, Freedom::default());
}
