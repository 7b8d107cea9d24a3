//! The textbook: queueing formulas that take quantities and know nothing of a scenario.
