//! The referee: against theory, against times worked out by hand, against itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod fingerprint;
#[path = "simulation/plans.rs"]
mod plans;

#[path = "simulation/conservation.rs"]
mod conservation;
#[path = "simulation/coverage.rs"]
mod coverage;
#[path = "simulation/presets.rs"]
mod presets;
#[path = "simulation/same_answer.rs"]
mod same_answer;
#[path = "simulation/traces.rs"]
mod traces;
