//! What may be asked on the command line.

use clap::{Args, Parser, Subcommand};

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "counterbalance",
    version,
    about = "Who should do which work, the front office or the back office?",
    long_about = "Who should do which work, the front office or the back office? The planning \
                  calculator of the page, at the terminal: the same model, the same numbers.",
    after_help = "Example:\n  counterbalance evaluate consulting --set back.staff=2\n\n\
                  Exit status: 0 for an answer, 2 for bad input, 1 for anything else.",
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the examples, or print one as a scenario file
    Presets(PresetsArguments),
    /// List every number of a scenario: key, unit, range, step, default, help, source
    Params(ParamsArguments),
    /// Compare every way to divide the work: cost, people, queues, turnaround, promise
    Evaluate(EvaluateArguments),
    /// Find the cheapest people and the cheapest way for each kind of work that meet every target
    Optimise(OptimiseArguments),
    /// Find the value of one number that reaches a target; without a target, what cures a way
    Solve(SolveArguments),
    /// Simulate every way over the same tasks, with intervals, beside the formula's answer
    Simulate(SimulateArguments),
    /// Run recorded work through the simulation instead of chance: who waits, begins, ends when
    Replay(ReplayArguments),
    /// Evaluate a stream of scenarios: one JSON object a line in, one evaluation a line out
    Batch(BatchArguments),
    /// Evaluate one formula of queueing theory
    Formula(FormulaArguments),
}

/// `presets`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  counterbalance presets show consulting > mine.json\n  counterbalance evaluate mine.json",
    args_conflicts_with_subcommands = true
)]
pub(super) struct PresetsArguments {
    /// What to do with one of them; without it, all are listed.
    #[command(subcommand)]
    pub(super) one: Option<OnePreset>,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `presets show`.
#[derive(Debug, Subcommand)]
pub(super) enum OnePreset {
    /// Print an example as scenario JSON, to be changed and evaluated
    #[command(after_help = "Example:\n  counterbalance presets show consulting > mine.json")]
    Show {
        /// Key of the example, as `presets` lists it
        key: String,
    },
}

/// `params`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  counterbalance params\n  counterbalance params mine.json --json"
)]
pub(super) struct ParamsArguments {
    /// Whose numbers: an example's key, a file, a link copied from the page, or - for standard input
    #[arg(default_value = "consulting")]
    pub(super) scenario: String,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `evaluate`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  counterbalance evaluate consulting\n  \
                  counterbalance evaluate consulting --set back.staff=2 --set admin.unclear=10%\n  \
                  counterbalance evaluate 'v=1&example=consulting.1&back.staff=2' --json\n  \
                  counterbalance presets show consulting | counterbalance evaluate -")]
pub(super) struct EvaluateArguments {
    /// An example's key, a file, a link copied from the page, or - for standard input
    pub(super) scenario: String,
    /// Change a number: a key that `params` lists and a value in its unit; shares as 0.15 or 15%,
    /// switches as yes or no, today=KEY for the way in use today, today=KEY*5,6 with the people of today
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Answer in JSON: every number in full, null for what does not exist
    #[arg(long)]
    pub(super) json: bool,
}

/// `optimise`.
#[derive(Debug, Args)]
#[command(
    after_help = "Every kind of work goes one way or is split in tenths between two of the ways compared; teams \
                  whose posts are released with the work have as many people as are cheapest. Targets are the \
                  share of each kind that keeps its promise (KIND.promise_share) and of live contacts that are \
                  answered in time (KIND.answer_share).\n\n\
                  Examples:\n  counterbalance optimise service\n  \
                  counterbalance optimise service --keep-staff --json\n  \
                  counterbalance optimise service --set quote.promise_share=0.95 --trials 2000000"
)]
pub(super) struct OptimiseArguments {
    /// An example's key, a file, a link copied from the page, or - for standard input
    pub(super) scenario: String,
    /// Leave every team that has work its size and share out the work alone
    #[arg(long)]
    pub(super) keep_staff: bool,
    /// Leave a way out, by its key; may be given several times
    #[arg(long, value_name = "KEY")]
    pub(super) without: Vec<String>,
    /// Try at most so many plans; what is then still open is the gap
    #[arg(long, value_name = "N", default_value_t = crate::model::optimise::MOST_TRIALS, value_parser = clap::value_parser!(u64).range(100..=1_000_000_000))]
    pub(super) trials: u64,
    /// Go by the formulas alone: do not simulate the best plan, nor search again where it misses a
    /// target
    #[arg(long)]
    pub(super) no_simulation: bool,
    /// Change a number, as in `evaluate`
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `solve`.
#[derive(Debug, Args)]
#[command(
    after_help = "Targets: month and per_task (at most), p90 and mean (at most; minutes, 1h 30m), \
                  within_promise, KIND.within_promise, KIND.answered (at least; 0.9 or 90%).\n\
                  Without --target and --by: the smallest single changes that cure a way which does not \
                  keep up or misses a target.\n\n\
                  Examples:\n  counterbalance solve consulting --strategy back_office --target p90=60 --by back.staff\n  \
                  counterbalance solve consulting --target month=15000 --by tool.saving\n  \
                  counterbalance solve consulting --strategy back_office --set back.staff=2"
)]
pub(super) struct SolveArguments {
    /// An example's key, a file, a link copied from the page, or - for standard input
    pub(super) scenario: String,
    /// What is to be reached
    #[arg(long, value_name = "KEY=VALUE", requires = "by")]
    pub(super) target: Option<String>,
    /// The number that may be changed: a key that `params` lists, or `demand` for all kinds of work
    #[arg(long, value_name = "KEY", requires = "target")]
    pub(super) by: Option<String>,
    /// The way, by its key; without it, the best that runs
    #[arg(long, value_name = "KEY")]
    pub(super) strategy: Option<String>,
    /// Change a number, as in `evaluate`
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `simulate`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  counterbalance simulate consulting\n  \
                  counterbalance simulate claims --seed 7 --precision 1\n  \
                  counterbalance simulate consulting --strategy back_office --replications 50 --json")]
pub(super) struct SimulateArguments {
    /// An example's key, a file, a link copied from the page, or - for standard input
    pub(super) scenario: String,
    /// Simulate one way only, by its key
    #[arg(long, value_name = "KEY")]
    pub(super) strategy: Option<String>,
    /// Which luck is tried: the same seed gives the same answer; without it, the scenario's own
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=999_999))]
    pub(super) seed: Option<u32>,
    /// Exactly so many replications; without it, 20 to 200, until the intervals are narrow enough
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(2..=100_000))]
    pub(super) replications: Option<u32>,
    /// How narrow: half the interval of mean and 90th percentile, in percent of them
    #[arg(long, value_name = "PERCENT", allow_negative_numbers = true, default_value_t = 1.0, value_parser = precision)]
    pub(super) precision: f64,
    /// Change a number, as in `evaluate`
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `replay`.
#[derive(Debug, Args)]
#[command(
    after_help = "The log is CSV with a heading: `task` (any name), `arrival` (minutes), `type` \
                  (the key of a kind of work, where there are several), and a column for each step, \
                  by its name or as step1, step2 and so on. A cell holds the minutes of the pass; of \
                  several passes, in order, with semicolons: 12;5. A step that was not taken is empty. \
                  `priority` is a whole number, 0 is taken first; `patience` the minutes in a line after \
                  which the customer gives up; without them 0, and for ever.\n\n\
                  Example:\n  counterbalance replay log.csv claims"
)]
pub(super) struct ReplayArguments {
    /// The log: a CSV file, or - for standard input
    pub(super) log: String,
    /// An example's key, a file, or a link copied from the page
    pub(super) scenario: String,
    /// The way the work took, by its key; without it, the one in use today
    #[arg(long, value_name = "KEY")]
    pub(super) strategy: Option<String>,
    /// Change a number, as in `evaluate`
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Answer in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// `batch`.
#[derive(Debug, Args)]
#[command(
    after_help = "A line is a scenario, as `presets show KEY` prints it but on one line, or an example or a \
                  link with changes: {\"preset\": KEY, \"set\": {KEY: VALUE}}, {\"link\": TEXT}. Each may \
                  have an \"id\", which its answer carries. The answer is what `evaluate --json` says, on \
                  one line, with \"status\": \"ok\" and what was noticed in front. A line that cannot be \
                  used, a blank one too, is answered with a status and a message, and the rest go on. \
                  Order and count are kept.\n\n\
                  Examples:\n  \
                  echo '{\"preset\":\"consulting\",\"set\":{\"back.staff\":2},\"id\":1}' | counterbalance batch\n  \
                  counterbalance batch < scenarios.jsonl > answers.jsonl"
)]
pub(super) struct BatchArguments {
    /// Evaluate on so many threads; without it, on all cores
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
}

/// A percentage above zero and up to fifty.
fn precision(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse::<f64>() {
        Ok(percent) if (0.01..=50.0).contains(&percent) => Ok(percent),
        _ => Err("give a number of percent from 0.01 to 50".to_owned()),
    }
}

/// `formula`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  counterbalance formula --list\n  \
                  counterbalance formula erlang_c servers=14 arrival_rate=10 mean_service=1\n  \
                  echo '{\"formula\":\"erlang_b\",\"servers\":14,\"load\":10,\"id\":1}' | counterbalance formula --stdin",
    arg_required_else_help = true
)]
pub(super) struct FormulaArguments {
    /// Name of the formula, as --list shows it
    pub(super) name: Option<String>,
    /// Its inputs; lists and matrices as JSON
    #[arg(value_name = "KEY=VALUE")]
    pub(super) inputs: Vec<String>,
    /// List the formulas with their inputs and outputs
    #[arg(long, conflicts_with_all = ["name", "stdin", "json"])]
    pub(super) list: bool,
    /// Read one JSON object a line, write one a line: {"formula": NAME, ...inputs, "id": anything}
    #[arg(long, conflicts_with_all = ["name", "json"])]
    pub(super) stdin: bool,
    /// Answer in a line of JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Arguments::command().debug_assert();
    }
}
