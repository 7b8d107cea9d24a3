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
#[path = "simulation/live.rs"]
mod live;
#[path = "simulation/live_measures.rs"]
mod live_measures;
#[path = "simulation/live_traces.rs"]
mod live_traces;
#[path = "simulation/presets.rs"]
mod presets;
#[path = "simulation/same_answer.rs"]
mod same_answer;
#[path = "simulation/settling.rs"]
mod settling;
#[path = "simulation/sharing.rs"]
mod sharing;
#[path = "simulation/traces.rs"]
mod traces;
