//! Floor 1: the model. It knows nothing of a browser, a clock or a language.
pub mod queueing;
