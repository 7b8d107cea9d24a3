//! Counterbalance: who should do which work, the front office or the back office?
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod charts;
pub mod model;
#[cfg(feature = "terminal")]
pub mod terminal;
