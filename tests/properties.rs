//! What holds for every scenario that can be set, whatever its numbers.
//!
//! The cases are drawn from a fixed seed, so that a run repeats; the numbers come from the
//! parameter table, so that a new row is tested without a new line here.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "properties/break_evens.rs"]
mod break_evens;
#[path = "properties/drawn.rs"]
mod drawn;
#[path = "properties/evaluation.rs"]
mod evaluation;
#[path = "properties/ledger.rs"]
mod ledger;
#[path = "properties/links.rs"]
mod links;
#[path = "properties/mutants.rs"]
mod mutants;
#[path = "properties/mutations.rs"]
mod mutations;
#[path = "properties/queues.rs"]
mod queues;
#[path = "properties/table.rs"]
mod table;
#[path = "properties/turning_points.rs"]
mod turning_points;

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same ones every time.
fn cases(count: u32) -> Config {
    Config {
        cases: count,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1909),
        ..Config::default()
    }
}
