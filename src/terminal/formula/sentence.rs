//! The sentences that say what is wrong with an input, and what would be right.

use super::Kind;
use crate::model::queueing::error::Each;
use crate::model::queueing::{InputProblem, QueueError};
use serde_json::Value;

/// Inputs for which zero is a sensible value.
const FROM_ZERO: [&str; 20] = [
    "ahead",
    "arrival_rate",
    "arrival_rates",
    "arrival_scv",
    "chase_rate",
    "chase_service",
    "external_arrivals",
    "initial",
    "level",
    "live_arrival_rate",
    "load",
    "p_return",
    "promise",
    "reserve",
    "routing",
    "service_scv",
    "shrinkage",
    "start",
    "target",
    "times",
];

/// What an input of a kind looks like.
pub(super) fn kind(kind: Kind) -> String {
    let shape = match kind {
        Kind::Number => "a number",
        Kind::List => "a list of numbers such as [1, 2]",
        Kind::NumberOrList => "a number, or a list of numbers such as [1, 2]",
        Kind::Patience => "a number (\"infinite\" if nobody gives up)",
        Kind::Word(words) => return one_of(words),
        Kind::Servers => "a list of numbers such as [3, 2] (\"infinite\" for a delay)",
        Kind::Matrix => "a list of rows such as [[0, 0.5], [0.2, 0]]",
    };
    shape.to_string()
}

/// `a`, `b` or `c`, in quotes.
fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    quoted.join(" or ")
}

/// A value that is not of its kind.
pub(super) fn wrong_kind(name: &str, wanted: Kind, found: &Value) -> String {
    let found = shorten(&found.to_string());
    format!("`{name}` must be {}, not {found}.", kind(wanted))
}

/// A name that nothing has, with the nearest that something has.
pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|known| (distance(name, known), *known))
        .min();
    let cure = match near {
        Some((steps, nearest)) if steps <= 2.max(nearest.len() / 3) => {
            format!("did you mean `{nearest}`?")
        }
        _ => format!("choose one of {}.", known.join(", ")),
    };
    format!("There is no {what} called `{}`: {cure}", shorten(name))
}

/// Why a queueing formula has no answer.
pub(super) fn queue_error(error: &QueueError) -> String {
    match error {
        QueueError::Overload {
            station,
            load,
            servers,
            least_servers,
        } => {
            let at = station.map_or(String::new(), |i| format!(" at station {}", i + 1));
            format!(
                "Work arrives{at} at least as fast as it can be done: {} erlangs for {}, an \
                 occupancy of {}; at least {} would do.",
                number(*load),
                count(*servers, "server", "servers"),
                number(load / servers),
                count(*least_servers, "server", "servers")
            )
        }
        QueueError::Spiral {
            critical_chase_rate,
            ..
        } => format!(
            "Chasing makes more work than can be done, and the delay feeds itself: it settles \
             only below a chase rate of {}.",
            number(*critical_chase_rate)
        ),
        QueueError::NeverLeaves { station } => format!(
            "Work that comes to station {} never leaves: let its row of `routing`, or that of a \
             station it leads to, add up to less than 1.",
            station + 1
        ),
        QueueError::Input {
            field,
            position,
            problem,
            value,
        } => input(field, *position, *problem, *value),
    }
}

/// What is wrong with one input.
fn input(field: &str, position: Option<usize>, problem: InputProblem, value: f64) -> String {
    let part = if field == "routing" { "row" } else { "entry" };
    let what = match position {
        Some(i) => format!("{part} {} of `{field}`", i + 1),
        None => format!("`{field}`"),
    };
    let found = number(value);
    let range = if FROM_ZERO.contains(&field) {
        "zero or more"
    } else {
        "a number above zero"
    };
    let sentence = match problem {
        InputProblem::NotFinite => format!("{what} is too large to calculate with: give less."),
        InputProblem::Negative if field == "routing" => {
            format!("{what} holds {found}, but shares cannot be negative: give 0 to 1.")
        }
        InputProblem::Negative => {
            format!("{what} is {found}, but cannot be negative: give {range}.")
        }
        InputProblem::Zero => format!("{what} is zero, but cannot be: give {range}."),
        InputProblem::TooLarge { .. } if field == "routing" && position.is_some() => {
            format!("{what} holds {found}, but shares go up to 1: give 0 to 1.")
        }
        InputProblem::TooLarge { limit } if field == "routing" => {
            format!(
                "{what} has {found} rows, but takes {} at most: give fewer.",
                number(limit)
            )
        }
        InputProblem::TooLarge { limit } => {
            format!(
                "{what} is {found}, but can be {} at most: give less.",
                number(limit)
            )
        }
        InputProblem::TooSmall { limit } => {
            format!(
                "{what} is {found}, but must be {} at least: give more.",
                number(limit)
            )
        }
        InputProblem::Length { expected, each } => {
            let entries = |value| count(value, "entry", "entries");
            let (has, wants) = (entries(value), entries(expected as f64));
            format!(
                "{what} has {has}, but must have {wants}: give one for each {}.",
                each_name(each)
            )
        }
        InputProblem::NotWhole => {
            format!("{what} is {found}, but must be a whole number: round it up or down.")
        }
        InputProblem::TooMuchWork => {
            format!(
                "{what} is {found}, which asks for too long a calculation: {}.",
                cure(field)
            )
        }
        InputProblem::RowOverOne => {
            format!("{what} adds up to {found}, but shares add up to 1 at most: lower them.")
        }
    };
    capitalise(&sentence)
}

/// How to make a calculation shorter.
fn cure(field: &str) -> &'static str {
    match field {
        "mean_patience" => "give less, or \"infinite\" if nobody gives up",
        "servers" => "give fewer servers, or a larger reserve",
        "times" => "give earlier times, or fewer servers",
        _ => "give less",
    }
}

/// What a list has one entry for.
fn each_name(each: Each) -> &'static str {
    match each {
        Each::Station => "station",
        Each::Class => "class",
        Each::Period => "period",
    }
}

/// "1 entry", "2 entries".
fn count(value: f64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        number(value),
        if value == 1.0 { one } else { many }
    )
}

/// A number as a person writes it: up to ten digits that count, no trailing zeros.
pub(super) fn number(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 {
        return "0".into();
    }
    if !(1e-4..1e12).contains(&size) {
        return format!("{value:.6e}");
    }
    let decimals = (9.0 - size.log10().floor()).clamp(0.0, 15.0) as usize;
    let fixed = format!("{value:.decimals$}");
    if fixed.contains('.') {
        fixed
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_string()
    } else {
        fixed
    }
}

/// A sentence begins with a capital letter, unless it begins with a name.
fn capitalise(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// At most forty characters of what was given.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_string();
    }
    text.chars().take(39).chain(['…']).collect()
}

/// How many letters to change, add or drop to get from one name to another (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    // A name this long is no slip of the pen, and would only take time.
    for (i, letter) in from.chars().take(100).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &other) in to.iter().enumerate() {
            let change = diagonal + usize::from(letter != other);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
