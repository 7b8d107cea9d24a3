//! What a move of a slider costs: the evaluation, what it means, the search for turning points'
//! inner step, and the figures; for the first example and for five kinds of work at once.

use counterbalance::figures::FIGURES;
use counterbalance::model::evaluation::{evaluate, monthly_costs};
use counterbalance::model::findings::find;
use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::{Scenario, Task};
use counterbalance::words::sentences::Answer;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn example() -> Scenario {
    PRESETS[0].current()
}

/// The example's task five times over, each a fifth as frequent.
fn five_tasks() -> Scenario {
    let mut scenario = example();
    let model = scenario.tasks[0].clone();
    scenario.tasks = (0..5)
        .map(|i| Task {
            key: format!("task{i}"),
            rate: model.rate * 0.2,
            ..model.clone()
        })
        .collect();
    scenario
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

criterion_group!(benches, consulting, five);
criterion_main!(benches);
