//! Reading a formula's inputs: from KEY=VALUE words to JSON, and from JSON to numbers.

use super::{Formula, FormulaError, Kind, Quantities, sentence};
use serde_json::Value;

/// The most entries a list or matrix may have: more than any formula can use at once.
const MAX_ENTRIES: usize = 1_000_000;

/// The inputs given to one formula: only keys that it knows, none missing.
#[derive(Debug)]
pub struct Arguments<'a> {
    formula: &'static Formula,
    inputs: &'a Quantities,
}

/// Reads KEY=VALUE words; a value is JSON, or failing that the word itself.
pub fn parse_arguments(words: &[String]) -> Result<Quantities, FormulaError> {
    let mut inputs = Quantities::new();
    for word in words {
        let Some((key, value)) = word.split_once('=') else {
            return Err(bad(format!(
                "`{word}` is not of the form KEY=VALUE: write for example servers=12."
            )));
        };
        let value = parse_value(value);
        if inputs.insert(key.trim().to_string(), value).is_some() {
            return Err(bad(format!(
                "`{}` is given twice: give it once.",
                key.trim()
            )));
        }
    }
    Ok(inputs)
}

/// JSON, a number that JSON would want written out (`.8`, `+3`), or else the word itself.
fn parse_value(text: &str) -> Value {
    let number = || {
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite())
    };
    serde_json::from_str(text.trim())
        .ok()
        .or_else(|| number().map(Value::from))
        .unwrap_or_else(|| Value::from(text))
}

/// A refusal of what was given.
fn bad(message: String) -> FormulaError {
    FormulaError::refused("bad_input", message)
}

impl<'a> Arguments<'a> {
    /// Accepts the inputs of a formula, or says which key is unknown or missing. An optional
    /// input that is null counts as left out.
    pub fn new(formula: &'static Formula, inputs: &'a Quantities) -> Result<Self, FormulaError> {
        let names: Vec<&str> = formula.inputs.iter().map(|input| input.name).collect();
        if let Some(key) = inputs.keys().find(|key| !names.contains(&key.as_str())) {
            let kind = format!("input of {}", formula.name);
            return Err(bad(sentence::unknown(&kind, key, &names)));
        }
        let arguments = Self { formula, inputs };
        let missing = |name: &str| matches!(inputs.get(name), None | Some(Value::Null));
        match formula
            .inputs
            .iter()
            .find(|input| !input.optional && missing(input.name))
        {
            None => Ok(arguments),
            Some(input) => Err(bad(format!(
                "`{}` is missing: give {}, {}.",
                input.name,
                sentence::kind(input.kind),
                input.meaning
            ))),
        }
    }

    /// A number that must be given.
    pub fn number(&self, name: &str) -> Result<f64, FormulaError> {
        self.optional_number(name)?
            .ok_or_else(|| self.not(name, &Value::Null))
    }

    /// A number, if it is given.
    pub fn optional_number(&self, name: &str) -> Result<Option<f64>, FormulaError> {
        match self.given(name) {
            None => Ok(None),
            Some(value) => value
                .as_f64()
                .map(Some)
                .ok_or_else(|| self.not(name, value)),
        }
    }

    /// A number, or `otherwise` if it is left out.
    pub fn number_or(&self, name: &str, otherwise: f64) -> Result<f64, FormulaError> {
        Ok(self.optional_number(name)?.unwrap_or(otherwise))
    }

    /// A mean patience: a number, or infinity for the word "infinite"; infinity if left out.
    pub fn patience(&self, name: &str) -> Result<f64, FormulaError> {
        match self.given(name) {
            None => Ok(f64::INFINITY),
            Some(Value::String(word)) if word == "infinite" => Ok(f64::INFINITY),
            Some(value) => value.as_f64().ok_or_else(|| self.not(name, value)),
        }
    }

    /// One of the words of an input of that kind.
    pub fn word(&self, name: &str) -> Result<&'a str, FormulaError> {
        let value = self.value(name);
        let known = |word: &str| match self.kind(name) {
            Kind::Word(words) => words.contains(&word),
            _ => false,
        };
        value
            .as_str()
            .filter(|word| known(word))
            .ok_or_else(|| self.not(name, value))
    }

    /// Whether an input is given.
    pub fn has(&self, name: &str) -> bool {
        self.given(name).is_some()
    }

    /// The refusal of an optional input that is needed after all.
    pub fn missing(&self, name: &str, why: &str) -> FormulaError {
        let kind = sentence::kind(self.kind(name));
        bad(format!("`{name}` is missing: give {kind}, {why}."))
    }

    /// A list of numbers.
    pub fn list(&self, name: &str) -> Result<Vec<f64>, FormulaError> {
        self.read_list(name, self.value(name), |entry| entry.as_f64())
    }

    /// A list of numbers of servers, in which null or "infinite" is a delay without a queue.
    pub fn servers(&self, name: &str) -> Result<Vec<f64>, FormulaError> {
        self.read_list(name, self.value(name), |entry| match entry {
            Value::Null => Some(f64::INFINITY),
            Value::String(word) if word == "infinite" => Some(f64::INFINITY),
            _ => entry.as_f64(),
        })
    }

    /// A list of `size` numbers: as given, one number for all, or `otherwise` if left out.
    pub fn list_or(
        &self,
        name: &str,
        size: usize,
        otherwise: f64,
    ) -> Result<Vec<f64>, FormulaError> {
        match self.given(name) {
            None => Ok(vec![otherwise; size]),
            Some(Value::Array(_)) => self.list(name),
            Some(value) => {
                let number = value.as_f64().ok_or_else(|| self.not(name, value))?;
                Ok(vec![number; size])
            }
        }
    }

    /// A list of rows of numbers; the rows may still differ in length.
    pub fn matrix(&self, name: &str) -> Result<Vec<Vec<f64>>, FormulaError> {
        let value = self.value(name);
        let rows = value.as_array().ok_or_else(|| self.not(name, value))?;
        rows.iter()
            .map(|row| self.read_list(name, row, |entry| entry.as_f64()))
            .collect()
    }

    /// The numbers of a JSON list.
    fn read_list(
        &self,
        name: &str,
        value: &Value,
        read: impl Fn(&Value) -> Option<f64>,
    ) -> Result<Vec<f64>, FormulaError> {
        let entries = value.as_array().ok_or_else(|| self.not(name, value))?;
        if entries.len() > MAX_ENTRIES {
            return Err(bad(format!(
                "`{name}` has {} entries, but at most {MAX_ENTRIES} can be used: give fewer.",
                entries.len()
            )));
        }
        entries
            .iter()
            .map(|entry| read(entry).ok_or_else(|| self.not(name, entry)))
            .collect()
    }

    /// The value given under a name, null if none.
    fn value(&self, name: &str) -> &'a Value {
        self.inputs.get(name).unwrap_or(&Value::Null)
    }

    /// The value given under a name, if it is not null.
    fn given(&self, name: &str) -> Option<&'a Value> {
        self.inputs.get(name).filter(|value| !value.is_null())
    }

    /// The refusal of a value that is not what the input must be.
    fn not(&self, name: &str, found: &Value) -> FormulaError {
        bad(sentence::wrong_kind(name, self.kind(name), found))
    }

    /// What an input must be.
    fn kind(&self, name: &str) -> Kind {
        let input = self.formula.inputs.iter().find(|input| input.name == name);
        input.map_or(Kind::Number, |input| input.kind)
    }
}
