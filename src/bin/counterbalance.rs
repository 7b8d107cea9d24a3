//! Door 3: the model from a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    counterbalance::terminal::start()
}
