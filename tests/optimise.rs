//! The best plan against brute force, against every strategy it could have picked, and its floors
//! against what plans really cost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "optimise/brute.rs"]
mod brute;
#[path = "optimise/confirmed.rs"]
mod confirmed;
#[path = "optimise/seams.rs"]
mod seams;
