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
    /// No long-run answer, though nothing is wrong with the input: work arrives faster than it
    /// can be served, or delay feeds itself.
    Unstable {
        /// `overload` or `spiral`.
        status: &'static str,
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
    /// An overload or a spiral: the outputs that exist, the others null.
    Unstable {
        /// `overload` or `spiral`.
        status: &'static str,
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
            Self::Unstable {
                status,
                message,
                outputs: known,
            } => {
                let nulls = formula
                    .outputs
                    .iter()
                    .map(|output| (output.name.into(), Value::Null));
                let mut outputs: Quantities = nulls.collect();
                outputs.extend(known);
                Self::Unstable {
                    status,
                    message,
                    outputs,
                }
            }
            refused => refused,
        }
    }

    /// Adds quantities that exist all the same.
    pub(super) fn knowing(mut self, known: Quantities) -> Self {
        if let Self::Unstable { outputs, .. } = &mut self {
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
                let mut outputs = super::outputs(known);
                if let Some(position) = station {
                    outputs.insert("station".into(), json!(position + 1));
                }
                Self::Unstable {
                    status: "overload",
                    message,
                    outputs,
                }
            }
            QueueError::Spiral {
                load,
                servers,
                critical_chase_rate,
            } => Self::Unstable {
                status: "spiral",
                message,
                outputs: super::outputs([
                    ("load", json!(load)),
                    ("occupancy", json!(load / servers)),
                    ("critical_chase_rate", json!(critical_chase_rate)),
                ]),
            },
            QueueError::NeverLeaves { .. } => Self::refused("never_leaves", message),
            QueueError::Input { .. } => Self::refused("bad_input", message),
        }
    }
}

impl From<FormulaError> for Answer {
    fn from(error: FormulaError) -> Self {
        match error {
            FormulaError::Refused { code, message } => Self::Refused { code, message },
            FormulaError::Unstable {
                status,
                message,
                outputs,
            } => Self::Unstable {
                status,
                message,
                outputs,
            },
        }
    }
}

impl Answer {
    /// `ok`, `overload`, `spiral`, or the code of a refusal.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Ok(_) => "ok",
            Self::Unstable { status: code, .. } | Self::Refused { code, .. } => code,
        }
    }

    /// The sentence that goes with the status; empty if all is well.
    pub fn message(&self) -> String {
        match self {
            Self::Ok(_) => String::new(),
            Self::Unstable { message, .. } | Self::Refused { message, .. } => message.clone(),
        }
    }

    /// The outputs, if there are any.
    pub fn outputs(&self) -> Option<&Quantities> {
        match self {
            Self::Ok(outputs) | Self::Unstable { outputs, .. } => Some(outputs),
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
