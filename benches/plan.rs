//! The best plan: how long until a first plan is there, until the frontier is, and until the proof, for
//! 1, 2, 5, 20 and 50 kinds of work.
#![allow(clippy::unwrap_used)]

use counterbalance::model::optimise::{Freedom, Search};
use counterbalance::model::presets;
use counterbalance::model::scenario::Scenario;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Instant;

/// The service centre with so many kinds of work: its own five, over and over.
fn kinds(count: usize) -> Scenario {
    let mut scenario = presets::find("service").unwrap().current();
    let five = scenario.tasks.clone();
    scenario.tasks = (0..count)
        .map(|place| {
            let mut task = five[place % five.len()].clone();
            if place >= five.len() {
                task.key = format!("{}{place}", task.key);
            }
            task
        })
        .collect();
    scenario
}

fn first_plan(scenario: &Scenario) -> Search {
    let mut search = Search::new(scenario, Freedom::default());
    while search.found_month().is_none() && !search.advance(1) {}
    search
}

fn plans(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("first plan");
    group.sample_size(10);
    for count in [1, 2, 5, 20, 50] {
        let scenario = kinds(count);
        group.bench_function(format!("{count} kinds"), |bench| {
            bench.iter(|| black_box(first_plan(&scenario).found_month()));
        });
        // The rest is told once: it is too long to be repeated.
        let began = Instant::now();
        let mut search = first_plan(&scenario);
        while search.found().mixes.is_empty() && !search.advance(200) {}
        let frontier = began.elapsed();
        while !search.advance(1_000) {}
        let found = search.found();
        println!(
            "{count} kinds: frontier after {:.2} s, end after {:.2} s, {} plans tried, proved: {}, gap {:.0} of {:.0}",
            frontier.as_secs_f64(),
            began.elapsed().as_secs_f64(),
            found.trials,
            found.proved,
            found.gap().unwrap_or(f64::NAN),
            found.best.map_or(f64::NAN, |plan| plan.month),
        );
    }
    group.finish();
}

criterion_group!(benches, plans);
criterion_main!(benches);
