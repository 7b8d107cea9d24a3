//! The registry of formulas: every row, every kind of bad input, overload, and the stream.
#![cfg(feature = "terminal")]
#![allow(clippy::unwrap_used)]

use counterbalance::terminal::formula::{Answer, Quantities, run};
use serde_json::{Value, json};

#[path = "formula/answers.rs"]
mod answers;
#[path = "formula/decided.rs"]
mod decided;
#[path = "formula/edges.rs"]
mod edges;
#[path = "formula/method_page.rs"]
mod method_page;
#[path = "formula/random_lines.rs"]
mod random_lines;
#[path = "formula/reference.rs"]
mod reference;
#[path = "formula/refusals.rs"]
mod refusals;
#[path = "formula/streams.rs"]
mod streams;

/// The JSON object of a `json!` literal.
fn object(value: Value) -> Quantities {
    value.as_object().unwrap().clone()
}

/// The outputs of a formula that is expected to work.
#[track_caller]
fn outputs(name: &str, inputs: Value) -> Quantities {
    match run(name, &object(inputs)) {
        Answer::Ok(outputs) => outputs,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn near(found: &Value, expected: f64) {
    let found = found.as_f64().unwrap();
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs(),
        "{found} is not {expected}"
    );
}

/// The sentence of a refusal, which must be one sentence.
#[track_caller]
fn refusal(name: &str, inputs: Value) -> String {
    match run(name, &object(inputs)) {
        Answer::Refused { message, .. } => {
            assert!(
                message.ends_with('.') || message.ends_with('?'),
                "{message}"
            );
            assert!(
                !message.contains('\n') && !message.contains(". "),
                "{message}"
            );
            message
        }
        other => panic!("{other:?}"),
    }
}

/// A network of two stations, with some inputs replaced.
fn network(changes: Value) -> Value {
    let mut inputs = object(json!({
        "external_arrivals": [1, 0], "routing": [[0, 1], [0.5, 0]],
        "mean_service": [1, 1], "servers": [3, 3],
    }));
    inputs.extend(object(changes));
    Value::Object(inputs)
}

/// A blended desk of nine, with some inputs replaced.
fn blending(changes: Value) -> Value {
    let mut inputs = object(json!({
        "live_arrival_rate": 1, "live_mean_service": 5, "mean_patience": 4, "servers": 9,
        "deferred_mean_service": 5, "target": 1.0 / 3.0,
    }));
    inputs.extend(object(changes));
    Value::Object(inputs)
}

/// Seven people whose customers ask after what is later than an hour; rates per minute.
fn chasers(per_hour: f64) -> Value {
    json!({"servers": 7, "arrival_rate": 20.0 / 60.0, "mean_service": 20, "promise": 60,
           "chase_rate": per_hour / 60.0, "chase_service": 3})
}

/// Words as a shell hands them over.
fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}
