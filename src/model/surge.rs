//! Demand that comes and goes: what piles up week by week, and who works it off at what price.
//!
//! A fluid model: every week a team brings as many tasks as its hours allow, and what is left over
//! waits in the order of its arrival. It has no chance in it; the band round it comes from the
//! variance of arrivals and work, and [`chance`] plays the same weeks task by task. Weeks are counted
//! from 0; times are in weeks, money is for the whole of what is looked ahead.

pub mod answer;
pub mod base_load;
pub mod chance;
pub mod clearing;
mod cohort;
mod composition;
pub mod demand;
mod lateness;
pub mod mix;
mod supply;
pub mod task;
pub mod terms;
mod walk;

pub use answer::{Answer, answer};
pub use mix::{Mixed, Search};
pub use task::{Found, Task, Wanted};
pub use terms::{Terms, Unplannable};
pub use walk::{Bill, Clearing, Run, Week, price, run};

/// Less than this of a task is nothing.
const NOTHING: f64 = 1e-9;
