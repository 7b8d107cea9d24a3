//! Erlang C beside the sum of powers and factorials it is usually written as.
//!
//! The naive form is timed at 10 and 100 servers only: from 146 servers on, at a load of c − √c
//! as here, the power of the load is infinite, and with it the sum; the answer is then not a
//! number.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use counterbalance::model::queueing::{MultiServer, erlang_c};

/// C = (a^c/c!)·c/(c−a) / (Σ_{k<c} a^k/k! + the same), as in the textbooks.
fn naive_erlang_c(servers: u32, load: f64) -> f64 {
    let term = |k: u32| load.powi(k as i32) / (1..=k).map(f64::from).product::<f64>();
    let all_busy = term(servers) * f64::from(servers) / (f64::from(servers) - load);
    all_busy / ((0..servers).map(term).sum::<f64>() + all_busy)
}

fn erlang(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("erlang_c");
    for servers in [10.0, 1_000.0, 1_000_000.0] {
        group.bench_with_input(
            BenchmarkId::new("model", servers),
            &servers,
            |bencher, &c: &f64| {
                bencher.iter(|| erlang_c(black_box(c), black_box(c - c.sqrt())));
            },
        );
    }
    for servers in [10, 100] {
        group.bench_with_input(
            BenchmarkId::new("naive", servers),
            &servers,
            |bencher, &c| {
                let load = f64::from(c) - f64::from(c).sqrt();
                bencher.iter(|| naive_erlang_c(black_box(c), black_box(load)));
            },
        );
    }
    let at = |servers: u32| naive_erlang_c(servers, f64::from(servers) - f64::from(servers).sqrt());
    assert!(at(145).is_finite() && at(146).is_nan());
    group.finish();
}

fn quantile(criterion: &mut Criterion) {
    criterion.bench_function("sojourn_quantile/30", |bencher| {
        let queue = MultiServer::new(30.0, 27.0, 1.0).expect("27 erlangs for 30 servers");
        bencher.iter(|| black_box(queue).sojourn_quantile(black_box(0.9)));
    });
}

criterion_group!(benches, erlang, quantile);
criterion_main!(benches);
