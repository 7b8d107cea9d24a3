//! What a formula comes back with: its outputs, an overload, or a refusal.

use super::{Formula, Quantities, sentence};
use crate::model::queueing::QueueError;
use serde_json::{Value, json};

/// Why a formula has no ordinary answer.
#[derive(Debug, Clone, PartialEq)]
pub enum FormulaError {
    /// Bad input.
    Refused {
        /// A short code for programs.
        code: &'static str,
        /// One sentence that names the field and the cure.
        message: String,
    },
    /// Work arrives faster than it can be served: not bad input, but no long-run answer.
    Overload {
        /// One sentence that says how much, and what would do.
        message: String,
        /// The quantities that exist all the same.
        outputs: Quantities,
    },
}

/// The answer of a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Its outputs.
    Ok(Quantities),
    /// An overload: the outputs that exist, the others null.
    Overload {
        /// One sentence that says how much, and what would do.
        message: String,
        /// The outputs, with load, occupancy, excess_load and least_servers.
        outputs: Quantities,
    },
    /// Bad input.
    Refused {
        /// A short code for programs.
        code: &'static str,
        /// One sentence that names the field and the cure.
        message: String,
    },
}

impl FormulaError {
    /// A refusal.
    pub fn refused(code: &'static str, message: String) -> Self {
        Self::Refused { code, message }
    }

    /// Adds the outputs of a formula that do not exist, as null.
    pub(super) fn with_outputs_of(self, formula: &Formula) -> Self {
        match self {
            Self::Overload {
                message,
                outputs: known,
            } => {
                let nulls = formula
                    .outputs
                    .iter()
                    .map(|output| (output.name.into(), Value::Null));
                let mut outputs: Quantities = nulls.collect();
                outputs.extend(known);
                Self::Overload { message, outputs }
            }
            refused => refused,
        }
    }

    /// Adds quantities that exist in spite of an overload.
    pub(super) fn knowing(mut self, known: Quantities) -> Self {
        if let Self::Overload { outputs, .. } = &mut self {
            outputs.extend(known);
        }
        self
    }
}

impl From<QueueError> for FormulaError {
    fn from(error: QueueError) -> Self {
        let message = sentence::queue_error(&error);
        match error {
            QueueError::Overload {
                station,
                load,
                servers,
                least_servers,
            } => {
                let known = [
                    ("load", json!(load)),
                    ("occupancy", json!(load / servers)),
                    ("excess_load", json!(load - servers)),
                    ("least_servers", json!(least_servers)),
                ];
                let mut outputs: Quantities = known
                    .into_iter()
                    .map(|(key, value)| (key.to_string(), value))
                    .collect();
                if let Some(position) = station {
                    outputs.insert("station".into(), json!(position + 1));
                }
                Self::Overload { message, outputs }
            }
            QueueError::NeverLeaves { .. } => Self::refused("never_leaves", message),
            QueueError::Input { .. } => Self::refused("bad_input", message),
        }
    }
}

impl From<FormulaError> for Answer {
    fn from(error: FormulaError) -> Self {
        match error {
            FormulaError::Refused { code, message } => Self::Refused { code, message },
            FormulaError::Overload { message, outputs } => Self::Overload { message, outputs },
        }
    }
}

impl Answer {
    /// `ok`, `overload`, or the code of a refusal.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Ok(_) => "ok",
            Self::Overload { .. } => "overload",
            Self::Refused { code, .. } => code,
        }
    }

    /// The sentence that goes with the status; empty if all is well.
    pub fn message(&self) -> String {
        match self {
            Self::Ok(_) => String::new(),
            Self::Overload { message, .. } | Self::Refused { message, .. } => message.clone(),
        }
    }

    /// The outputs, if there are any.
    pub fn outputs(&self) -> Option<&Quantities> {
        match self {
            Self::Ok(outputs) | Self::Overload { outputs, .. } => Some(outputs),
            Self::Refused { .. } => None,
        }
    }

    /// One line of JSON: the id if one was asked for, the status, the message if there is one,
    /// then the outputs.
    pub fn to_json(&self, id: Option<&Value>) -> String {
        let mut fields = Vec::new();
        if let Some(id) = id {
            fields.push(format!("\"id\":{id}"));
        }
        fields.push(format!("\"status\":\"{}\"", self.status()));
        let message = self.message();
        if !message.is_empty() {
            fields.push(format!("\"message\":{}", Value::from(message)));
        }
        for (key, value) in self.outputs().into_iter().flatten() {
            fields.push(format!("{}:{value}", Value::from(key.as_str())));
        }
        format!("{{{}}}", fields.join(","))
    }
}
