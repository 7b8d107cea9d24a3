//! Formulas and their answers as readable tables.

use super::{Answer, FORMULAS, Formula, Kind, Quantities, sentence};
use serde_json::Value;

/// The table of all formulas: name, meaning, inputs and outputs.
pub fn list() -> String {
    let mut lines = vec!["Times in any one unit; inputs marked ? may be left out.".to_string()];
    for formula in FORMULAS {
        lines.push(String::new());
        lines.push(format!("{}: {}", formula.name, formula.meaning));
        let width = width(formula);
        for input in formula.inputs {
            let mark = if input.optional { "?" } else { "" };
            let name = format!("{}{mark}", input.name);
            lines.push(format!(
                "  in   {name:width$}  {}{}",
                shape(input.kind),
                input.meaning
            ));
        }
        for output in formula.outputs {
            lines.push(format!("  out  {:width$}  {}", output.name, output.meaning));
        }
    }
    lines.join("\n")
}

/// The table of one answer: every output with its value and meaning.
pub(super) fn answer(formula: &Formula, answer: &Answer) -> String {
    let empty = Quantities::new();
    let outputs = answer.outputs().unwrap_or(&empty);
    let width = width(formula);
    let mut lines = Vec::new();
    if !answer.message().is_empty() {
        lines.push(format!("{}: {}", answer.status(), answer.message()));
    }
    for output in formula.outputs {
        let value = outputs.get(output.name).map_or("-".to_string(), show);
        lines.push(format!(
            "{:width$}  {value:<14}  {}",
            output.name, output.meaning
        ));
    }
    let unlisted = outputs
        .iter()
        .filter(|(key, _)| formula.outputs.iter().all(|output| output.name != *key));
    for (key, value) in unlisted {
        lines.push(format!("{key:width$}  {}", show(value)));
    }
    lines.join("\n")
}

/// The width of the column of names.
fn width(formula: &Formula) -> usize {
    let inputs = formula.inputs.iter().map(|input| input.name.len() + 1);
    inputs
        .chain(formula.outputs.iter().map(|output| output.name.len()))
        .max()
        .unwrap_or(0)
}

/// What to say of an input's shape; nothing of a plain number.
fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "",
        Kind::List => "list: ",
        Kind::NumberOrList => "number or list: ",
        Kind::Patience => "number or \"infinite\": ",
        Kind::Word(_) => "",
        Kind::Servers => "list, \"infinite\" for a delay: ",
        Kind::Matrix => "matrix: ",
    }
}

/// A value as a person reads it; a dash for what does not exist.
fn show(value: &Value) -> String {
    match value {
        Value::Null => "-".into(),
        Value::Number(number) => number.as_f64().map_or("-".into(), sentence::number),
        Value::String(text) => text.clone(),
        Value::Array(entries) => {
            format!(
                "[{}]",
                entries.iter().map(show).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}
