//! The stream of scenarios: count, order, ids, what a line gets and a broken one.

use crate::{Called, call, claims, evaluated, program};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

#[path = "batch/cluster.rs"]
mod cluster;
#[path = "batch/dialogue.rs"]
mod dialogue;

fn batch() -> Command {
    let mut command = program(&["batch"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The answers to some input, which is written while they are read: none of it is held back.
fn answers(input: Vec<u8>) -> Vec<Value> {
    let mut child = batch().spawn().unwrap();
    let mut asker = child.stdin.take().unwrap();
    let asking = std::thread::spawn(move || asker.write_all(&input));
    let called = Called::from(child.wait_with_output().unwrap());
    asking.join().unwrap().unwrap();
    let answer = called.answered();
    assert!(answer.is_empty() || answer.ends_with('\n'));
    let lines = answer.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The answer to one line.
#[track_caller]
fn answer(line: impl std::fmt::Display) -> Value {
    let mut answers = answers(format!("{line}\n").into_bytes());
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

/// The sentence about a line that cannot be used.
#[track_caller]
fn refused(line: impl std::fmt::Display) -> String {
    let answer = answer(line);
    assert_eq!(answer["status"], "bad_input", "{answer}");
    answer["message"].as_str().unwrap().to_owned()
}

/// What `evaluate --json` would have said, and what was noticed.
#[track_caller]
fn document(mut answer: Value) -> (Value, Value) {
    let fields = answer.as_object_mut().unwrap();
    assert_eq!(fields.remove("status"), Some(json!("ok")));
    fields.remove("id").expect("an id or null");
    let notices = fields.remove("notices").expect("a list");
    (answer, notices)
}

fn scenario(preset: &str) -> Value {
    call(&["presets", "show", preset]).json()
}

/// A line that cannot be used, one of many kinds, with the status it deserves and whether its id
/// can be read.
fn broken(kind: usize, id: usize) -> (Vec<u8>, &'static str, bool) {
    let mut lost: Value = serde_json::from_str(&claims().1).unwrap();
    lost["own_routes"][0]["steps"][1]["doer"]["team"] = json!(4);
    lost["id"] = json!(id);
    let (text, status, has_id) = match kind % 10 {
        0 => ("rubbish".to_owned(), "bad_json", false),
        1 => (format!("[{id}]"), "bad_json", false),
        2 => (
            json!({"preset": "hotell", "id": id}).to_string(),
            "bad_input",
            true,
        ),
        3 => (
            json!({"preset": "hotel", "set": {"xyzzy": 1}, "id": id}).to_string(),
            "bad_input",
            true,
        ),
        4 => (
            json!({"preset": "consulting", "set": {"back.staff": "many"}, "id": id}).to_string(),
            "bad_input",
            true,
        ),
        5 => (lost.to_string(), "bad_input", true),
        6 => return (b"{\"preset\": \"hotel\xff\"}".to_vec(), "bad_utf8", false),
        7 => (
            format!("{{\"id\": \"{}\"}}", "x".repeat(4_000_000)),
            "too_long",
            false,
        ),
        8 => ("  ".to_owned(), "blank", false),
        _ => (
            format!("{{\"id\": {id}, \"set\": {{\"a\": 1, \"a\": 2}}}}"),
            "bad_input",
            true,
        ),
    };
    (text.into_bytes(), status, has_id)
}

#[test]
fn every_line_is_answered_in_order_and_broken_ones_do_not_stop_it() {
    const LINES: usize = 2_000;
    let is_broken = |number: usize| number.is_multiple_of(100);
    let mut input = Vec::new();
    for number in 1..=LINES {
        let line = match number {
            _ if is_broken(number) => broken(number / 100, number).0,
            _ => json!({"preset": "hotel", "id": number})
                .to_string()
                .into_bytes(),
        };
        input.extend(line);
        input.push(b'\n');
    }
    // The last line need not be ended.
    input.pop();
    let answers = answers(input);
    assert_eq!(answers.len(), LINES);
    let expected = evaluated("hotel", &[]);
    for (number, answer) in (1..).zip(answers) {
        if !is_broken(number) {
            assert_eq!(answer["id"], number);
            assert_eq!(document(answer), (expected.clone(), json!([])));
            continue;
        }
        let (_, status, has_id) = broken(number / 100, number);
        assert_eq!(answer["status"], status, "{answer}");
        let known_by = if has_id { "id" } else { "line" };
        assert_eq!(answer[known_by], number, "{answer}");
        assert_eq!(answer.get("line").is_some(), !has_id, "{answer}");
        let message = answer["message"].as_str().unwrap();
        assert!(
            message.ends_with(['.', '?']) && message.len() < 1_000,
            "{message}"
        );
    }
}

#[test]
fn a_line_is_answered_as_evaluate_answers_it() {
    for preset in ["consulting", "hotel", "claims"] {
        let expected = (evaluated(preset, &[]), json!([]));
        assert_eq!(document(answer(json!({"preset": preset}))), expected);
        assert_eq!(document(answer(scenario(preset))), expected);
        assert_eq!(
            document(answer(format!("\u{feff}{}\r", scenario(preset)))),
            expected
        );
    }
    let set = json!({
        "back.staff": 2, "admin.unclear": "10%", "admin.rate": 7.5, "back.posts_released": false,
        "today": "back_office",
    });
    let settings = [
        "back.staff=2",
        "admin.unclear=10%",
        "admin.rate=7.5",
        "back.posts_released=no",
        "today=back_office",
    ];
    let expected = (evaluated("consulting", &settings), json!([]));
    let asked = json!({"preset": "consulting", "set": set});
    assert_eq!(document(answer(asked)), expected);
    let link = "v=1&example=consulting.1&back.staff=2";
    let expected = (evaluated(link, &["admin.rate=7.5"]), json!([]));
    let asked = json!({"link": link, "set": {"admin.rate": 7.5}});
    assert_eq!(document(answer(asked)), expected);
}

#[test]
fn any_id_comes_back() {
    let ids = [
        json!(7),
        json!(-0.5),
        json!("a\nb\u{2028}é"),
        json!({"run": [1, null]}),
        json!(true),
        json!(u64::MAX),
    ];
    for id in ids {
        assert_eq!(answer(json!({"preset": "hotel", "id": id}))["id"], id);
        assert_eq!(answer(json!({"preset": "?", "id": id}))["id"], id);
        let mut whole = scenario("hotel");
        whole["id"] = id.clone();
        assert_eq!(answer(whole)["id"], id);
    }
    let without = answer(json!({"preset": "hotel"}));
    assert_eq!(without.get("id"), Some(&Value::Null));
}

#[test]
fn what_was_noticed_stands_in_the_answer() {
    let mut whole: Value = serde_json::from_str(&claims().1).unwrap();
    whole["teams"][2]["staff"] = json!(900);
    let (_, notices) = document(answer(whole));
    let said = notices[0].as_str().unwrap();
    assert!(
        said.contains("assess.staff is 900") && said.contains("500 was taken"),
        "{said}"
    );
    let link = "v=1&example=consulting.1&back.staf=9&admin.rate=1e9";
    let (_, notices) = document(answer(json!({"link": link})));
    assert_eq!(notices.as_array().unwrap().len(), 2, "{notices}");
}

#[test]
fn a_refusal_names_the_field_and_the_cure() {
    let set = |set: Value| refused(json!({"preset": "consulting", "set": set}));
    assert!(set(json!({"back.staf": 2})).contains("did you mean back.staff?"));
    assert!(set(json!({"back.staff": 501})).contains("0 to 500 (people)"));
    assert!(set(json!({"back.staff": null})).starts_with("set back.staff: "));
    assert!(set(json!({"today": "back_ofice"})).contains("did you mean back_office?"));
    assert!(set(json!([])).contains("`set` must be an object"));
    let twice = "{\"preset\":\"consulting\",\"set\":{\"back.staff\":2,\"back.staff\":3}}";
    assert!(refused(twice).contains("`back.staff` is given twice"));
    let sentences = [
        (json!({"preset": "consultin"}), "did you mean consulting?"),
        (json!({"preset": 1}), "consulting, office, service"),
        (
            json!({"preset": "hotel", "sett": {}}),
            "did you mean `set`?",
        ),
        (json!({"preset": "hotel", "link": "v=1"}), "one of them"),
        (json!({"link": "elsewhere"}), "`link`"),
        (json!({"set": {}}), "`preset`"),
        (json!({}), "missing field `origin`"),
    ];
    for (line, wanted) in sentences {
        let said = refused(&line);
        assert!(said.contains(wanted), "{wanted} is missing in {said}");
    }
    let mut whole = scenario("consulting");
    whole["tasks"][0]["rate"] = json!("m".repeat(100_000));
    let said = refused(whole);
    assert!(
        said.contains("tasks[0].rate") && said.len() < 1_500,
        "{said}"
    );
}

#[test]
fn help_has_an_example_and_no_input_has_no_answer() {
    let help = call(&["batch", "--help"]).answered();
    let (_, example) = help.split_once("Example").expect("an example");
    assert!(example.contains("counterbalance batch"), "{help}");
    assert_eq!(call(&["batch"]).answered(), "");
    assert_eq!(call(&["batch", "--threads", "0"]).status, 2);
}
