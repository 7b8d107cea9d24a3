//! A surge: what one answer costs while a bar is dragged, all plans of the search, one replication.
#![allow(clippy::unwrap_used)]

use counterbalance::model::evaluation::evaluate;
use counterbalance::model::presets;
use counterbalance::model::scenario::{Scenario, Surge};
use counterbalance::model::surge::chance::Rehearsal;
use counterbalance::model::surge::{self, Search, Terms};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn terms(scenario: &Scenario) -> Terms {
    Terms::of(scenario, &evaluate(scenario).strategies[0]).unwrap()
}

/// The onboarding surge over twenty-four weeks, so that temporary staff may begin in any of twenty-one.
fn long() -> Scenario {
    let mut scenario = presets::find("surge").unwrap().current();
    scenario.surge.as_mut().unwrap().weekly = [vec![50.0], vec![70.0; 23]].concat();
    scenario
}

/// The insurer's centre, five kinds of work, of which one comes and goes.
fn of_one_kind() -> Scenario {
    let mut scenario = presets::find("service").unwrap().current();
    scenario.surge = Some(Box::new(Surge {
        kind: Some("complaint".into()),
        weekly: [vec![56.0], vec![113.0; 6]].concat(),
        ..Surge::with_defaults()
    }));
    scenario
}

fn surges(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("surge");
    group.sample_size(20);
    let scenario = presets::find("surge").unwrap().current();
    let way = evaluate(&scenario).strategies.remove(0);
    let mut search = Search::new(terms(&scenario));
    search.advance(u32::MAX);
    let mixed = search.found().clone();
    group.bench_function("answer with every remedy", |bench| {
        bench.iter(|| black_box(surge::answer(&scenario, &way, Some(&mixed)).unwrap()));
    });
    let service = of_one_kind();
    let front = evaluate(&service).strategies.remove(0);
    group.bench_function("answer, one kind of five", |bench| {
        bench.iter(|| black_box(surge::answer(&service, &front, None).unwrap()));
    });
    for (name, scenario) in [
        ("onboarding", scenario.clone()),
        ("twenty-four weeks", long()),
    ] {
        let terms = terms(&scenario);
        let of = Search::new(terms.clone()).found().of;
        group.bench_function(
            format!("search, {name}: {of} plans of {} weeks", terms.horizon()),
            |bench| {
                bench.iter(|| {
                    let mut search = Search::new(terms.clone());
                    search.advance(u32::MAX);
                    black_box(search.found().mix.cost)
                });
            },
        );
        group.bench_function(format!("one replication, {name}"), |bench| {
            let mut rehearsal = Rehearsal::new(terms.clone(), terms.surge.plan, 1);
            bench.iter(|| black_box(rehearsal.advance()));
        });
    }
    group.finish();
}

criterion_group!(benches, surges);
criterion_main!(benches);
