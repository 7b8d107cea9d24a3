//! Scenarios as a stream: one JSON object a line in, one evaluation a line out, in order.
//!
//! `lines` cuts the input, `pipeline` spreads the lines over the cores and puts the answers back
//! in order, `line` answers one of them, `distinct` reads its JSON.
//!
//! Every line in has one line out, blank and broken ones too, and what it says depends on nothing
//! but the line itself: an engine that cuts its rows into partitions gets the same answers however
//! it cuts them. Only an error without an id to know it by carries the number of its line.

mod distinct;
mod line;
mod lines;
mod pipeline;

use super::arguments::BatchArguments;
use super::failure::Failure;
use pipeline::Answering;
use std::io::{self, BufReader};
use std::num::NonZero;
use std::thread;

/// As much of standard input as is asked for at once.
const READ_AT_ONCE: usize = 64 * 1024;

/// Answers standard input on standard output, line by line.
pub(super) fn answer(arguments: &BatchArguments) -> Result<(), Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let answering = Answering {
        threads: arguments.threads.map_or_else(cores, usize::from),
        answer: line::answer,
        gave_up: line::gave_up,
    };
    let input = BufReader::with_capacity(READ_AT_ONCE, io::stdin());
    pipeline::run(input, io::stdout().lock(), answering)
}
