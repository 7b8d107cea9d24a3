//! Loops and errors: how often work is repeated, and what reaches the customer anyway.
//!
//! Shares are 0 to 1. Valid while less than 95 % is repeated; above that the inputs want mending
//! before the arithmetic does.

/// Above this share, most of the work is repetition and the answer says so.
pub const MOSTLY_REPEATED: f64 = 0.95;

/// Expected clarifications a task: q/(1−q).
///
/// A task is asked about with probability `unclear`, once, and again after each clarification.
/// Holds for 0 ≤ q < 1.
pub fn clarifications(unclear: f64) -> f64 {
    unclear / (1.0 - unclear)
}

/// Expected passes of a step whose errors are caught with probability `detection` and redone:
/// 1/(1−e·d).
pub fn passes(error: f64, detection: f64) -> f64 {
    1.0 / (1.0 - error * detection)
}

/// Errors a task that reach the customer: e(1−d)/(1−e·d).
pub fn escapes(error: f64, detection: f64) -> f64 {
    error * (1.0 - detection) * passes(error, detection)
}
