//! What PySpark's pipe collected from the stream, in partitions, and what one run says.

use super::answers;
use crate::fixture;
use serde_json::{Value, json};

/// The line reduced to what should not move when the model learns something new.
fn essence(answer: &Value) -> Value {
    let mut kept = json!({"id": answer["id"], "status": answer["status"]});
    if let Some(strategies) = answer["strategies"].as_array() {
        kept["best"] = answer["verdict"]["best"].clone();
        kept["month"] = strategies
            .iter()
            .map(|one| {
                (
                    one["key"].as_str().unwrap().to_owned(),
                    one["month"]["total"].clone(),
                )
            })
            .collect();
    }
    kept
}

/// Equal, numbers to the ninth digit.
fn alike(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let each = |(key, value)| found.get(key).is_some_and(|found| alike(found, value));
            found.len() == expected.len() && expected.iter().all(each)
        }
        _ => match (found.as_f64(), expected.as_f64()) {
            (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs(),
            _ => found == expected,
        },
    }
}

/// Recorded by `scripts/interop.sh --record`, from what PySpark's pipe collected.
#[test]
fn what_a_cluster_collected_is_what_one_run_says() {
    let read = |name| std::fs::read_to_string(fixture(name)).unwrap();
    let expected = read("cluster_answers.jsonl");
    let answers = answers(read("cluster_lines.jsonl").into_bytes());
    assert_eq!(answers.len(), expected.lines().count());
    for (answer, expected) in answers.iter().zip(expected.lines()) {
        let (found, expected) = (essence(answer), serde_json::from_str(expected).unwrap());
        assert!(alike(&found, &expected), "{found} is not {expected}");
    }
}
