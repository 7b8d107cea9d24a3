//! Money: labour, people, quality, the horizon, break-evens, and the ledger that holds the lines.
//!
//! Formulas take quantities, never a scenario.

pub mod break_even;
pub mod horizon;
pub mod labour;
pub mod ledger;
pub mod people;
pub mod quality;
pub mod tenure;
