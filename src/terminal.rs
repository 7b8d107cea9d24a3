//! Door 3: the model from a terminal.
//!
//! `arguments` says what may be asked, `source` finds the scenario that is meant and `settings`
//! changes it, `evaluate`, `json`, `params` and `presets` answer, `table` lays text out in columns.
//! [`formula`] is the textbook: one queueing formula at a time, from the command line or as a
//! stream of JSON lines; [`batch`] is the same for whole scenarios.
//!
//! Answers go to standard output, sentences about what could not be used to standard error. The
//! exit status is 0 for an answer, 2 for bad input and 1 for anything else. Nothing is kept from
//! one call to the next.

mod answer;
mod arguments;
mod batch;
mod evaluate;
mod failure;
pub mod formula;
mod json;
mod optimise;
mod params;
mod presets;
mod progress;
mod replay;
mod settings;
mod simulate;
mod solve;
mod source;
mod surge;
mod table;

use answer::Answer;
use arguments::{Arguments, Command, EvaluateArguments, FormulaArguments};
use clap::Parser;
use failure::Failure;
use std::io::{self, Write};
use std::process::ExitCode;

/// Reads the command line, answers, and says how it went.
pub fn start() -> ExitCode {
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => run(&arguments.command),
        Err(asked) => {
            // Nobody is left to be told when the help itself cannot be printed.
            let _ = asked.print();
            return ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(1));
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            warn(failure.message());
            failure.exit_code()
        }
    }
}

fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Presets(arguments) => print(&presets::answer(arguments)?),
        Command::Params(arguments) => {
            let scenario = source::load(&arguments.scenario, io::stdin)?.announced();
            print(&params::answer(&scenario, arguments.json)?)
        }
        Command::Evaluate(arguments) => print(&evaluated(arguments)?),
        Command::Replay(arguments) => print(&replay::answer(arguments)?),
        Command::Optimise(arguments) => print(&optimise::answer(arguments)?),
        Command::Solve(arguments) => print(&solve::answer(arguments)?),
        Command::Simulate(arguments) => print(&simulate::answer(arguments)?),
        Command::Batch(arguments) => batch::answer(arguments),
        Command::Formula(arguments) => answer_formula(arguments),
    }
}

fn evaluated(arguments: &EvaluateArguments) -> Result<String, Failure> {
    let mut scenario = source::load(&arguments.scenario, io::stdin)?.announced();
    settings::apply(&mut scenario, &arguments.set)?;
    let answer = Answer::in_full(scenario);
    if arguments.json {
        json::evaluation(&answer)
    } else {
        Ok(evaluate::report(&answer, table::screen_width()))
    }
}

fn answer_formula(arguments: &FormulaArguments) -> Result<(), Failure> {
    match &arguments.name {
        _ if arguments.stdin => Ok(formula::stream(io::stdin().lock(), io::stdout().lock())?),
        _ if arguments.list => print(&formula::list()),
        Some(name) => {
            let answer = formula::print(name, &arguments.inputs, arguments.json);
            print(&answer.map_err(Failure::Input)?)
        }
        None => Err(Failure::input(
            "Name a formula, or ask for --list or --stdin: counterbalance formula --list.",
        )),
    }
}

/// Prints an answer and ends its last line.
fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    writeln!(output, "{}", text.trim_end_matches('\n'))?;
    Ok(output.flush()?)
}

/// Says something on standard error, where there is something to say and someone to hear it.
fn warn(sentence: &str) {
    if !sentence.is_empty() {
        let _ = writeln!(io::stderr(), "{sentence}");
    }
}
