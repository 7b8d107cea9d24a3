//! Queueing formulas against printed values, high-precision values, limits and laws.
//!
//! Values marked "mpmath" were computed at 30 or more digits, independently of this crate.
// Reference digits are written as they were computed, beyond what f64 holds.
#![allow(clippy::unwrap_used, clippy::excessive_precision)]

#[path = "theory/abandonment.rs"]
mod abandonment;
#[path = "approximations/mod.rs"]
mod approximations;
#[path = "theory/blending.rs"]
mod blending;
#[path = "theory/chasers.rs"]
mod chasers;
#[path = "theory/erlang.rs"]
mod erlang;
#[path = "theory/approximations.rs"]
mod error_statements;
#[path = "theory/finite_capacity.rs"]
mod finite_capacity;
#[path = "theory/multi_server.rs"]
mod multi_server;
#[path = "theory/network.rs"]
mod network;
#[path = "theory/phase_type.rs"]
mod phase_type;
#[path = "theory/priority.rs"]
mod priority;
#[path = "theory/root.rs"]
mod root;
#[path = "theory/shared_desk.rs"]
mod shared_desk;
#[path = "theory/staffing.rs"]
mod staffing;
#[path = "theory/through_the_day.rs"]
mod through_the_day;
#[path = "theory/turnaround.rs"]
mod turnaround;
#[path = "theory/waiting.rs"]
mod waiting;

/// Asserts that two numbers agree to a relative tolerance.
#[track_caller]
fn agree(found: f64, expected: f64, tolerance: f64) {
    let error = (found - expected).abs();
    assert!(
        error <= tolerance * expected.abs(),
        "found {found:e}, expected {expected:e}, relative error {:e}",
        error / expected.abs()
    );
}

/// Asserts that two numbers agree to an absolute tolerance.
#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "found {found}, expected {expected}"
    );
}
