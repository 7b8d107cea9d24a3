//! Floor 2: numbers and findings put into a language.
//!
//! What the model found comes in as data, what a shell shows goes out as phrases: pieces of text
//! with a meaning, which the page colours and the terminal prints plainly. A language is one file
//! of words; `english` is the first.

pub mod break_evens;
pub mod calibration;
pub mod conditions;
pub mod desks;
pub mod english;
pub mod further;
pub mod guide;
pub mod help;
pub mod judgement;
pub mod labels;
pub mod levers;
pub mod live;
pub mod notices;
pub mod numbers;
pub mod parse;
mod paybacks;
pub mod phrase;
pub mod plan;
mod promised;
pub mod reasons;
pub mod remarks;
pub mod second_opinions;
pub mod seldom;
pub mod sentences;
pub mod solve;
pub mod surge;
pub mod turns;

pub use phrase::{Phrase, Piece};
