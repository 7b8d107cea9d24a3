//! Formulas as a stream of JSON lines.

use crate::random_lines::{Chance, line};
use counterbalance::terminal::formula::stream;
use serde_json::{Value, json};

/// The lines a stream answers, as JSON.
fn streamed(input: &[u8]) -> Vec<Value> {
    let mut output = Vec::new();
    stream(input, &mut output).unwrap();
    let text = String::from_utf8(output).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_stream_answers_every_line_in_order() {
    let input = b"{\"formula\":\"erlang_b\",\"servers\":1,\"load\":1,\"id\":\"a\"}\n\n  \r\n\
        {not json}\n[1]\n{\"id\":7}\n{\"formula\":3,\"id\":[8]}\n\xff\xfe\n\
        {\"formula\":\"erlang_b\",\"servers\":1e999,\"load\":1}\n\
        {\"formula\":\"erlang_c\",\"servers\":1,\"arrival_rate\":2,\"mean_service\":1,\"id\":9}\r\n\
        {\"formula\":\"erlang_b\",\"servers\":-1,\"load\":1,\"id\":10}\n\
        {\"formula\":\"erlang_b\",\"servers\":0,\"load\":1,\"id\":{\"last\":true}}";
    let found = streamed(input);
    let of = |key: &str| {
        found
            .iter()
            .map(|line| line[key].clone())
            .collect::<Vec<_>>()
    };
    let statuses = [
        "ok",
        "bad_json",
        "bad_json",
        "bad_input",
        "bad_input",
        "bad_json",
        "bad_json",
        "overload",
        "bad_input",
        "ok",
    ];
    assert_eq!(of("status"), statuses.map(Value::from));
    let ids = [
        json!("a"),
        json!(null),
        json!(null),
        json!(7),
        json!([8]),
        json!(null),
        json!(null),
        json!(9),
        json!(10),
        json!({"last": true}),
    ];
    assert_eq!(of("id"), ids);
    for line in &found {
        assert_eq!(
            line["status"] == "ok",
            line.get("message").is_none(),
            "{line}"
        );
    }
    assert_eq!(found[7]["least_servers"], json!(3.0));
}

/// Counts flushes, to see that every line is pushed out at once.
struct Flushes<'a>(&'a mut usize);

impl std::io::Write for Flushes<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        *self.0 += 1;
        Ok(())
    }
}

#[test]
fn the_stream_flushes_each_line() {
    let mut flushes = 0;
    stream(&b"{}\n{}\n{}\n"[..], Flushes(&mut flushes)).unwrap();
    assert_eq!(flushes, 3);
}

#[test]
fn random_lines_are_all_answered_and_hold_no_number_that_is_none() {
    let mut chance = Chance::new(20_261_124);
    let lines: Vec<String> = (0..20_000).map(|id| line(&mut chance, id)).collect();
    let found = streamed(lines.join("\n").as_bytes());
    assert_eq!(found.len(), lines.len());
    let mut answered = std::collections::BTreeMap::<String, usize>::new();
    for (line, found) in lines.iter().zip(&found) {
        *answered
            .entry(found["status"].as_str().unwrap().into())
            .or_default() += 1;
        assert_eq!(
            found["status"] == "ok",
            found.get("message").is_none(),
            "{line}"
        );
    }
    // Most of them make sense, and every kind of answer is there.
    assert!(answered["ok"] > 5_000, "{answered:?}");
    for status in [
        "overload",
        "spiral",
        "bad_input",
        "bad_json",
        "never_leaves",
    ] {
        assert!(answered.contains_key(status), "{answered:?}");
    }
}
