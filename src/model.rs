//! Floor 1: the model. It knows nothing of a browser, a clock or a language.
//!
//! `units` ← {`queueing`, `cost`} ← `scenario` ← {`presets`, `strategy`} ← `evaluation` ←
//! {`findings`, `turning_points`}.

pub mod cost;
pub mod decimal;
pub mod evaluation;
pub mod findings;
pub mod order;
pub mod presets;
pub mod queueing;
pub mod scenario;
pub mod strategy;
pub mod turning_points;
pub mod units;
