//! Door 3: the model from a terminal.
//!
//! [`formula`] is the textbook: one queueing formula at a time, from the command line or as a
//! stream of JSON lines.
pub mod formula;
