//! What a move of a slider costs: the evaluation, what it means, the search for turning points'
//! inner step, and the figures; for the first example and for five kinds of work at once.

use counterbalance::figures::FIGURES;
use counterbalance::model::break_evens::break_evens;
use counterbalance::model::evaluation::{evaluate, monthly_costs};
use counterbalance::model::findings::find;
use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::{Scenario, Task, Team, TeamKind};
use counterbalance::model::strategy::STRATEGIES;
use counterbalance::model::units::{Money, People, PerHour, Share};
use counterbalance::words::sentences::Answer;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn example() -> Scenario {
    PRESETS[0].current()
}

/// The example's task so many times over, together as frequent as before.
fn with_tasks(scenario: &Scenario, count: usize) -> Scenario {
    let model = scenario.tasks[0].clone();
    let task = |i| Task {
        key: format!("task{i}"),
        rate: model.rate * (1.0 / count as f64),
        ..model.clone()
    };
    Scenario {
        tasks: (0..count).map(task).collect(),
        ..scenario.clone()
    }
}

fn five_tasks() -> Scenario {
    with_tasks(&example(), 5)
}

/// Every kind of team, every ready-made way compared, everything priced.
fn everything() -> Scenario {
    let mut scenario = example();
    for (key, kind) in [
        ("middle", TeamKind::Middle),
        ("partner", TeamKind::Outsourced),
        ("bot", TeamKind::Bot),
    ] {
        let mut team = Team::with_defaults(key, kind);
        team.staff = People(5.0);
        scenario.teams.push(team);
    }
    let ways = STRATEGIES.iter().map(|strategy| strategy.key.to_owned());
    scenario.also = ways.filter(|key| key != "own_process").collect();
    scenario.tasks[0].loyalty.customer_value = Money(180.0);
    scenario.teams[0].posts_released = true;
    scenario.teams[1].turnover.attrition = Share(0.21);
    scenario
}

/// Growth with the kinds of work and with the people, work growing as they do.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    for tasks in [1, 5, 20, 50] {
        let scenario = with_tasks(&everything(), tasks);
        group.bench_function(format!("tasks/{tasks}"), |bencher| {
            bencher.iter(|| evaluate(black_box(&scenario)));
        });
    }
    for staff in [10.0, 100.0, 1000.0] {
        let mut scenario = everything();
        scenario.tasks[0].rate = PerHour(staff * 1.5);
        for team in &mut scenario.teams {
            team.staff = People(staff);
        }
        group.bench_function(format!("staff/{staff}"), |bencher| {
            bencher.iter(|| evaluate(black_box(&scenario)));
        });
    }
    group.finish();
}

fn every_way(criterion: &mut Criterion) {
    of(
        criterion,
        "five_tasks_every_way",
        &with_tasks(&everything(), 5),
    );
    let scenario = with_tasks(&everything(), 5);
    let evaluation = evaluate(&scenario);
    criterion.bench_function("break_evens", |bencher| {
        bencher.iter(|| break_evens(black_box(&scenario), &evaluation));
    });
}

fn of(criterion: &mut Criterion, name: &str, scenario: &Scenario) {
    let mut group = criterion.benchmark_group(name);
    group.bench_function("evaluate", |bencher| {
        bencher.iter(|| evaluate(black_box(scenario)));
    });
    group.bench_function("monthly_costs", |bencher| {
        bencher.iter(|| monthly_costs(black_box(scenario)));
    });
    group.bench_function("evaluate_and_find", |bencher| {
        bencher.iter(|| {
            let evaluation = evaluate(black_box(scenario));
            find(scenario, &evaluation)
        });
    });
    let answer = Answer::of(scenario.clone());
    let context = answer.context();
    for kind in FIGURES {
        group.bench_function(format!("figure/{}", kind.key), |bencher| {
            bencher.iter(|| (kind.build)(black_box(&context), 2));
        });
    }
    group.finish();
}

fn consulting(criterion: &mut Criterion) {
    of(criterion, "consulting", &example());
}

fn five(criterion: &mut Criterion) {
    of(criterion, "five_tasks", &five_tasks());
}

criterion_group!(benches, consulting, five, every_way, growth);
criterion_main!(benches);
