//! The textbook at the terminal: a table of formulas, each from named quantities to named
//! quantities.
//!
//! Quantities are JSON values: numbers, lists of numbers, and matrices as lists of rows. Times
//! are in any one unit, the same for all inputs of a call, and answers come in that unit. This
//! module only reads, checks and words; every number comes from the model. To add a formula,
//! write its function and a row of a table.

mod answer;
mod arguments;
mod backlog;
mod capacity;
mod network;
mod one_station;
mod patience;
mod priority;
mod promise;
mod sentence;
mod staffing;
mod stream;
mod table;
mod through_the_day;

pub use answer::{Answer, FormulaError};
pub use arguments::{Arguments, parse_arguments};
pub use stream::stream;
pub use table::list;

use serde_json::Value;

/// Named quantities: the inputs of a formula, or its outputs.
pub type Quantities = serde_json::Map<String, Value>;

/// What an input must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One number.
    Number,
    /// A list of numbers.
    List,
    /// A list of numbers, or one number that stands for all.
    NumberOrList,
    /// A list of numbers in which `null` or `"infinite"` is a delay without a queue.
    Servers,
    /// A number, or `"infinite"` if nobody gives up.
    Patience,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of rows, each a list of numbers.
    Matrix,
}

/// One input of a formula.
#[derive(Debug)]
pub struct Input {
    /// The key.
    pub name: &'static str,
    /// What it is, in a few words.
    pub meaning: &'static str,
    /// What it must be.
    pub kind: Kind,
    /// Whether it may be left out.
    pub optional: bool,
}

/// One output of a formula.
#[derive(Debug)]
pub struct Output {
    /// The key.
    pub name: &'static str,
    /// What it is, in a few words.
    pub meaning: &'static str,
}

/// One formula of the textbook.
#[derive(Debug)]
pub struct Formula {
    /// The name it is called by.
    pub name: &'static str,
    /// What it answers, in one line.
    pub meaning: &'static str,
    /// Its inputs, in the order they are listed.
    pub inputs: &'static [Input],
    /// Its outputs, in the order they are shown.
    pub outputs: &'static [Output],
    /// The calculation.
    pub evaluate: fn(&Arguments) -> Result<Quantities, FormulaError>,
}

/// Every formula, in the order they are listed.
pub static FORMULAS: &[&Formula] = &[
    &one_station::ERLANG_B,
    &one_station::ERLANG_C,
    &patience::ERLANG_A,
    &capacity::FINITE_CAPACITY,
    &one_station::GI_G_C,
    &staffing::STAFFING,
    &priority::PRIORITY,
    &network::NETWORK,
    &patience::BLENDING,
    &through_the_day::TRANSIENT,
    &through_the_day::OFFERED_LOAD,
    &backlog::BACKLOG,
    &staffing::STAFFING_BY_PERIOD,
    &promise::CHASERS,
    &promise::QUOTE,
];

/// The inputs that most formulas share.
const SERVERS: Input = Input::required("servers", Kind::Number, "servers on duty, whole or not");
const ARRIVAL_RATE: Input =
    Input::required("arrival_rate", Kind::Number, "arrivals per unit of time");
const MEAN_SERVICE: Input = Input::required("mean_service", Kind::Number, "mean service time");

/// Named outputs.
fn outputs<const N: usize>(named: [(&str, Value); N]) -> Quantities {
    named
        .into_iter()
        .map(|(name, value)| (name.to_string(), value))
        .collect()
}

impl Input {
    /// An input that must be given.
    const fn required(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self {
            name,
            meaning,
            kind,
            optional: false,
        }
    }

    /// An input that may be left out.
    const fn optional(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self {
            name,
            meaning,
            kind,
            optional: true,
        }
    }
}

impl Output {
    /// An output and its meaning.
    const fn new(name: &'static str, meaning: &'static str) -> Self {
        Self { name, meaning }
    }
}

/// The formula of a name, or why there is none.
pub fn find(name: &str) -> Result<&'static Formula, FormulaError> {
    FORMULAS
        .iter()
        .copied()
        .find(|formula| formula.name == name)
        .ok_or_else(|| {
            let names: Vec<&str> = FORMULAS.iter().map(|formula| formula.name).collect();
            FormulaError::refused(
                "unknown_formula",
                sentence::unknown("formula", name, &names),
            )
        })
}

/// Evaluates the formula of a name.
pub fn run(name: &str, inputs: &Quantities) -> Answer {
    let outcome = find(name).and_then(|formula| {
        let arguments = Arguments::new(formula, inputs)?;
        (formula.evaluate)(&arguments).map_err(|error| error.with_outputs_of(formula))
    });
    outcome.map_or_else(Answer::from, Answer::Ok)
}

/// Evaluates the formula of a name on KEY=VALUE arguments: a readable table, or one line of
/// JSON. `Err` is the sentence that says what is wrong with the arguments; an overload is an
/// answer.
pub fn print(name: &str, arguments: &[String], json: bool) -> Result<String, String> {
    let inputs = parse_arguments(arguments).map_err(|error| Answer::from(error).message())?;
    let answer = run(name, &inputs);
    match (&answer, find(name)) {
        (Answer::Refused { message, .. }, _) => Err(message.clone()),
        (_, Ok(formula)) if !json => Ok(table::answer(formula, &answer)),
        _ => Ok(answer.to_json(None)),
    }
}
