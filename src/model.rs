//! Floor 1: the model. It knows nothing of a browser, a clock or a language.
//!
//! `units` ← {`queueing`, `cost`} ← `scenario` ← {`accounts`, `presets`, `strategy`} ←
//! {`evaluation`, `simulation`} ← {`findings`, `turning_points`, `break_evens`, `levers`, `second_opinions`, `surge`,
//! `job`}.

pub mod accounts;
pub mod arrival;
pub mod break_evens;
pub mod calibration;
pub mod cost;
pub mod decimal;
pub mod desks;
pub mod doctor;
pub mod evaluation;
pub mod findings;
pub mod guide;
pub mod job;
pub mod judgement;
pub mod levers;
pub mod optimise;
pub mod order;
pub mod presets;
pub mod queueing;
pub mod scenario;
pub mod second_opinions;
pub mod simulation;
pub mod solve;
pub mod strategy;
pub mod surge;
pub mod turning_points;
pub mod units;
