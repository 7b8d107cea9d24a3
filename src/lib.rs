//! Counterbalance: who should do which work, the front office or the back office?
//!
//! One package, three floors, three doors.
//!
//! - [`model`]: floor 1, pure. The scenario, the formulas, the evaluation, what it means as data.
//! - [`charts`]: floor 2, pure. Plain data that draws itself by plotters on any backend.
//! - [`words`]: floor 2, pure. Findings and numbers put into a language.
//! - [`draft`]: floor 2, pure. A process of the user's own while it is being drawn.
//! - [`explain`]: floor 2, pure. Every figure with its formula, the numbers put in.
//! - [`figures`]: floor 2, pure. A chart with its headline, summary and table, from an evaluation.
//! - `app`: floor 3, the browser, behind the feature `web`; its door is `src/bin/app.rs`.
//! - `worker`: the door behind the page, where long work is done; behind the feature `worker`;
//!   `src/bin/worker.rs`.
//! - `terminal`: the native door, behind the feature `terminal`; `src/bin/counterbalance.rs`.
//!
//! The way of the data is one way: a control, a link or an example writes the one
//! [`Scenario`](model::scenario::Scenario); [`evaluate`](model::evaluation::evaluate) turns it into
//! an [`Evaluation`](model::evaluation::Evaluation); [`find`](model::findings::find) reads the
//! findings off it; words, figures and tables follow. Nothing flows back.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

#[cfg(feature = "web")]
pub mod app;
pub mod charts;
pub mod draft;
pub mod explain;
pub mod figures;
pub mod model;
#[cfg(feature = "terminal")]
pub mod terminal;
pub mod words;
#[cfg(feature = "worker")]
pub mod worker;
