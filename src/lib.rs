//! Counterbalance: who should do which work, the front office or the back office?
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

#[cfg(feature = "web")]
pub mod app;
pub mod charts;
pub mod model;
#[cfg(feature = "terminal")]
pub mod terminal;
