//! The terminal door, as a user would open it: the built program, its output and exit status.
#![cfg(feature = "terminal")]
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

#[path = "cli/batch.rs"]
mod batch;
#[path = "cli/decision.rs"]
mod decision;
#[path = "cli/evaluate.rs"]
mod evaluate;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/listings.rs"]
mod listings;
#[path = "cli/own_process.rs"]
mod own_process;
#[path = "cli/pipes.rs"]
mod pipes;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/simulate.rs"]
mod simulate;
#[path = "cli/worked_examples.rs"]
mod worked_examples;

/// What a call came back with.
struct Called {
    status: i32,
    answer: String,
    said: String,
}

impl From<Output> for Called {
    fn from(output: Output) -> Self {
        let called = Self {
            status: output.status.code().expect("it ended by itself"),
            answer: String::from_utf8(output.stdout).unwrap(),
            said: String::from_utf8(output.stderr).unwrap(),
        };
        called.is_finite();
        called
    }
}

impl Called {
    /// No output of any call may contain what is not a number.
    #[track_caller]
    fn is_finite(&self) {
        for word in self.answer.split(|c: char| !c.is_alphanumeric()) {
            assert!(
                !matches!(word, "NaN" | "nan" | "inf" | "Infinity"),
                "{}",
                self.answer
            );
        }
        assert!(!self.said.contains("panicked"), "{}", self.said);
    }

    /// The answer, which must have come without complaint.
    #[track_caller]
    fn answered(self) -> String {
        assert_eq!((self.status, self.said.as_str()), (0, ""));
        self.answer
    }

    /// The JSON of an answer that came without complaint.
    #[track_caller]
    fn json(self) -> Value {
        serde_json::from_str(&self.answered()).unwrap()
    }

    /// The one sentence of a refusal.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!(
            (self.status, self.answer.as_str()),
            (2, ""),
            "{}",
            self.said
        );
        let sentence = self.said.trim_end().to_owned();
        assert!(
            sentence.ends_with(['.', '?']) && !sentence.contains('\n'),
            "{sentence}"
        );
        sentence
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterbalance"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn call(arguments: &[&str]) -> Called {
    program(arguments).output().unwrap().into()
}

/// A call with something on its standard input.
fn call_with(arguments: &[&str], input: &[u8]) -> Called {
    let mut command = program(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A call that refuses early need not read to the end.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap().into()
}

/// An evaluation in JSON, with settings.
fn evaluated(scenario: &str, settings: &[&str]) -> Value {
    let mut arguments = vec!["evaluate", scenario, "--json"];
    arguments.extend(settings.iter().flat_map(|setting| ["--set", setting]));
    call(&arguments).json()
}

/// One strategy of an evaluation.
#[track_caller]
fn strategy<'a>(evaluation: &'a Value, key: &str) -> &'a Value {
    named(&evaluation["strategies"], key)
}

/// The entry of a list with a key.
#[track_caller]
fn named<'a>(list: &'a Value, key: &str) -> &'a Value {
    let mut entries = list.as_array().unwrap().iter();
    entries.find(|entry| entry["key"] == key).unwrap()
}

#[track_caller]
fn near(found: &Value, expected: f64, tolerance: f64) {
    let found = found.as_f64().expect("a number");
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} is not {expected} ± {tolerance}"
    );
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// The claims chain, as a path and as text.
fn claims() -> (String, String) {
    let path = fixture("claims_chain.json");
    (
        path.to_str().unwrap().to_owned(),
        std::fs::read_to_string(&path).unwrap(),
    )
}
