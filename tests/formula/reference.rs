//! Every closed form against 60-digit arithmetic: `tests/reference/closed_forms.py` computed the
//! fixture from the same doubles, owing nothing to this crate.

use crate::object;
use counterbalance::terminal::formula::{Answer, Quantities, run};
use serde_json::Value;
use std::collections::BTreeMap;

const REFERENCE: &str = include_str!("../fixtures/closed_forms.jsonl");

/// Share of the servers' time asked for, as far as it is below one; it is what conditions an
/// answer near full load, which amplifies the rounding of the inputs themselves.
fn utilisation(inputs: &Quantities) -> f64 {
    let number = |name: &str| inputs.get(name).and_then(Value::as_f64);
    let list = |name: &str| -> Option<f64> {
        let entries = inputs.get(name)?.as_array()?;
        Some(entries.iter().filter_map(Value::as_f64).sum())
    };
    let rate = number("arrival_rate").or_else(|| list("arrival_rates"));
    let load = match (rate, number("mean_service")) {
        (Some(rate), Some(mean)) => rate * mean,
        _ => 0.0,
    };
    load / number("servers").unwrap_or(f64::INFINITY)
}

/// The tolerance of the answer: 1e-10, or the 1e-15 of the inputs as full load amplifies it.
fn tolerance(name: &str, inputs: &Quantities) -> f64 {
    // Whoever gives up keeps the queue from growing, and so from amplifying anything.
    let amplified = matches!(name, "erlang_c" | "priority");
    let spare = (1.0 - utilisation(inputs)).abs();
    if amplified && spare > 0.0 {
        (1e-15 / spare).max(1e-10)
    } else {
        1e-10
    }
}

/// The largest relative error between two values of the same shape.
fn error(found: &Value, expected: &Value) -> f64 {
    match (found, expected) {
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => found
            .iter()
            .zip(expected)
            .map(|(found, expected)| error(found, expected))
            .fold(0.0, f64::max),
        _ => match (found.as_f64(), expected.as_f64()) {
            (Some(found), Some(0.0)) => found.abs(),
            (Some(found), Some(expected)) => ((found - expected) / expected).abs(),
            _ => f64::INFINITY,
        },
    }
}

#[test]
fn every_closed_form_agrees_with_sixty_digits() {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in REFERENCE.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let (name, inputs) = (
            line["formula"].as_str().unwrap(),
            object(line["inputs"].clone()),
        );
        *lines.entry(name.to_string()).or_default() += 1;
        let found = match run(name, &inputs) {
            Answer::Ok(found) => found,
            other => panic!("{line}: {other:?}"),
        };
        let allowed = tolerance(name, &inputs);
        for (key, expected) in line["outputs"].as_object().unwrap() {
            let error = error(&found[key], expected);
            if error > allowed {
                let inputs = Value::Object(inputs.clone());
                wrong.push(format!(
                    "{name} {inputs} {key}: {} not {expected}, error {error:.1e} over {allowed:.1e}",
                    found[key]
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    // Nothing was lost on the way here.
    let count = |name: &str| lines.get(name).copied().unwrap_or(0);
    assert!(
        count("erlang_c") > 100 && count("erlang_a") > 100,
        "{lines:?}"
    );
    for name in [
        "erlang_b",
        "finite_capacity",
        "priority",
        "blending",
        "offered_load",
        "transient",
    ] {
        assert!(count(name) >= 5, "{lines:?}");
    }
}
