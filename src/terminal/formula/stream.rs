//! Formulas as a stream: one JSON object a line in, one a line out, in order.

use super::{Answer, FormulaError, Quantities, run};
use serde_json::Value;
use std::io::{self, BufRead, Write};

/// Answers every line of `input` on a line of `output`, flushing each.
///
/// A line is `{"formula": NAME, ...inputs, "id": anything}`; its answer carries the same id
/// (null if there was none). A line that cannot be read or answered gets a line that says why,
/// and the rest go on; blank lines are skipped. One line at a time is held in memory. `Err` is
/// only a failure to read or write.
pub fn stream(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.iter().all(u8::is_ascii_whitespace) {
            writeln!(output, "{}", answer(&line))?;
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}

/// The line of JSON that answers a line of JSON.
fn answer(line: &[u8]) -> String {
    match read(line) {
        Err(error) => Answer::from(error).to_json(Some(&Value::Null)),
        Ok(mut inputs) => {
            let id = inputs.remove("id").unwrap_or(Value::Null);
            let name = inputs.remove("formula");
            let answer = match name.as_ref().map(Value::as_str) {
                Some(Some(name)) => run(name, &inputs),
                Some(None) => refused("`formula` must be the name of a formula in quotes."),
                None => refused("`formula` is missing: name the formula to evaluate."),
            };
            answer.to_json(Some(&id))
        }
    }
}

/// A refusal of a line that is JSON but asks for nothing.
fn refused(message: &str) -> Answer {
    Answer::Refused {
        code: "bad_input",
        message: message.to_string(),
    }
}

/// The object on a line.
fn read(line: &[u8]) -> Result<Quantities, FormulaError> {
    let bad = |message: String| FormulaError::refused("bad_json", message);
    match serde_json::from_slice(line) {
        Ok(Value::Object(inputs)) => Ok(inputs),
        Ok(_) => Err(bad(
            "The line is not a JSON object: write {\"formula\": NAME, ...}.".into(),
        )),
        Err(error) => Err(bad(format!(
            "The line is not JSON ({error}): write one object a line."
        ))),
    }
}
