//! Scenarios from files and standard input: taken whole, or refused in a sentence.

use crate::{Called, call, call_with, claims, evaluated};
use serde_json::{Value, json};

/// A file of its own that is gone when the test is.
struct Kept(std::path::PathBuf);

impl Kept {
    fn new(name: &str, text: impl AsRef<[u8]>) -> Self {
        let file = format!("counterbalance-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(file);
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn from_stdin(text: impl AsRef<[u8]>) -> Called {
    call_with(&["evaluate", "-", "--json"], text.as_ref())
}

/// The claims chain with one place of it changed.
#[track_caller]
fn changed(pointer: &str, value: Value) -> Called {
    let mut scenario: Value = serde_json::from_str(&claims().1).unwrap();
    *scenario.pointer_mut(pointer).expect("the place exists") = value;
    from_stdin(scenario.to_string())
}

#[test]
fn a_preset_survives_the_way_through_a_file() {
    let text = call(&["presets", "show", "consulting"]).answered();
    let kept = Kept::new("round_trip.json", &text);
    let expected = evaluated("consulting", &[]);
    assert_eq!(evaluated(kept.path(), &[]), expected);
    assert_eq!(from_stdin(&text).json(), expected);
    assert_eq!(from_stdin(format!("\u{feff}{text}")).json(), expected);
    assert_eq!(from_stdin("v=1&example=consulting.1\n").json(), expected);
}

#[test]
fn what_is_not_there_is_named() {
    let said = call(&["evaluate", "no/such/file.json"]).refused();
    assert!(said.contains("no/such/file.json"), "{said}");
    assert!(
        call(&["evaluate", "consultin"])
            .refused()
            .contains("did you mean")
    );
    assert!(
        call(&["presets", "show", "consultin"])
            .refused()
            .contains("consulting")
    );
    assert!(
        call(&["evaluate", env!("CARGO_MANIFEST_DIR")])
            .refused()
            .contains("folder")
    );
}

#[test]
fn what_is_not_a_scenario_is_refused_at_its_place() {
    let (_, text) = claims();
    let cases: [(String, &str); 9] = [
        ("{\n  \"origin\": ,\n}".into(), "line 2, column 13"),
        (text.replace("92.0", "NaN"), "expected value"),
        (text.replace("92.0", "1e309"), "number out of range"),
        (text.replace("92.0", "\"many\""), "invalid type"),
        (
            text.replace("\"today\"", "\"tomorrow\""),
            "unknown field `tomorrow`",
        ),
        (
            text.replace("\"origin\": {", "\"origin\": {},\"x\": {"),
            "missing field",
        ),
        ("x".repeat(100_000), "line 1, column 1"),
        ("#v=1&".repeat(20_000), "line 1, column 1"),
        ("[".repeat(100_000), "invalid type: sequence"),
    ];
    for (text, wanted) in cases {
        let said = from_stdin(text).refused();
        assert!(said.contains(wanted), "{wanted} is missing in {said}");
        assert!(said.starts_with("Standard input is no scenario"), "{said}");
    }
    assert!(from_stdin("").refused().contains("empty"));
    assert!(from_stdin(b"\xff\xfe{").refused().contains("UTF-8"));
    let kept = Kept::new("rubbish.json", "x".repeat(100_000));
    assert!(
        call(&["evaluate", kept.path()])
            .refused()
            .contains("rubbish.json")
    );
}

#[test]
fn what_cannot_be_evaluated_is_refused_by_name() {
    let step = "/own_routes/0/steps";
    let cases = [
        (
            format!("{step}/1/doer/team"),
            json!(4),
            "own_routes[0].steps[1].doer",
        ),
        (
            format!("{step}/1/next/0/to"),
            json!(9),
            "own_routes[0].steps[1].next",
        ),
        (
            format!("{step}/1/next/0/share"),
            json!(0.3),
            "shares add up to 1.1",
        ),
        (
            format!("{step}/2/minutes"),
            json!(-1),
            "own_routes[0].steps[2].minutes",
        ),
        (
            "/own_routes/0/share".into(),
            json!(0.5),
            "shares add up to 0.5",
        ),
        ("/own_routes/0/task".into(), json!(1), "own_routes[0].task"),
        ("/own_routes/0/steps".into(), json!([]), "no steps"),
        ("/teams/1/key".into(), json!("intake"), "names two things"),
        ("/teams/1/key".into(), json!("Bad key"), "teams[1].key"),
        ("/today".into(), json!("magic"), "magic"),
    ];
    for (pointer, value, wanted) in cases {
        let said = changed(&pointer, value).refused();
        assert!(said.contains(wanted), "{wanted} is missing in {said}");
    }
}

#[test]
fn numbers_out_of_range_are_taken_in_and_named() {
    let called = changed("/teams/2/staff", json!(900));
    assert_eq!(called.status, 0);
    assert!(called.said.contains("assess.staff is 900") && called.said.contains("500 was taken"));
    let called = changed("/origin/example", json!("elsewhere"));
    assert_eq!(called.status, 0);
    assert!(called.said.contains("elsewhere"));
}

#[test]
fn loops_without_end_are_an_answer() {
    let called = changed(
        "/own_routes/0/steps/3/next",
        json!([{"to": 1, "share": 1.0}]),
    );
    let found = called.json();
    let own = crate::strategy(&found, "own_process");
    assert_eq!(own["status"]["code"], "never_ends");
    assert!(own["month"].is_null() && own["turnaround"].is_null());
    assert_eq!(found["verdict"]["code"], "none_runs");
    assert!(found["verdict"]["best"].is_null());
}

#[test]
fn a_scenario_without_tasks_or_teams_is_an_answer() {
    for place in ["tasks", "teams"] {
        let mut scenario: Value = serde_json::from_str(&claims().1).unwrap();
        (scenario[place], scenario["own_routes"]) = (json!([]), json!([]));
        let found = from_stdin(scenario.to_string()).json();
        assert!(found["verdict"]["best"].is_null());
        let report = call_with(&["evaluate", "-"], scenario.to_string().as_bytes()).answered();
        assert!(report.starts_with("A scenario of your own"));
    }
}
