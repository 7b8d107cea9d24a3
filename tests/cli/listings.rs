//! Help, the examples, the parameter table and the formulas.

use crate::{call, call_with, named, near};
use serde_json::Value;

#[test]
fn help_on_every_level_has_an_example() {
    let levels: [&[&str]; 6] = [
        &[],
        &["presets"],
        &["presets", "show"],
        &["params"],
        &["evaluate"],
        &["formula"],
    ];
    for level in levels {
        let help = call(&[level, &["--help"]].concat()).answered();
        let (_, example) = help.split_once("Example").expect("an example");
        assert!(example.contains("  counterbalance "), "{help}");
    }
    assert!(
        call(&["--version"])
            .answered()
            .starts_with("counterbalance ")
    );
}

#[test]
fn usage_errors_exit_with_2() {
    let cases: [&[&str]; 6] = [
        &[],
        &["evaluat"],
        &["evaluate"],
        &["evaluate", "consulting", "--sett", "x=1"],
        &["formula"],
        &["formula", "--list", "--stdin"],
    ];
    for arguments in cases {
        let called = call(arguments);
        assert_eq!((called.status, called.answer.as_str()), (2, ""));
        assert!(!called.said.is_empty());
    }
}

#[test]
fn the_presets_are_listed() {
    assert!(
        call(&["presets"])
            .answered()
            .contains("Who should do the admin?")
    );
    let listed = call(&["presets", "--json"]).json();
    assert_eq!(named(&listed, "consulting")["revision"], 1);
}

#[test]
fn the_table_has_every_number() {
    let rows = call(&["params", "consulting", "--json"]).json();
    let table = call(&["params"]).answered();
    for row in rows.as_array().unwrap() {
        let key = row["key"].as_str().unwrap();
        assert!(
            table
                .lines()
                .any(|line| line.starts_with(&format!("{key} "))),
            "{key}"
        );
        let filled = ["label", "unit", "help", "group"].map(|field| row[field].as_str().unwrap());
        assert!(filled.iter().all(|text| !text.is_empty()), "{row}");
        let is_sourced = row["evidence"] == "sourced";
        assert_eq!(row["source"].is_string(), is_sourced, "{row}");
    }
    let promise = named(&rows, "admin.promise");
    near(&promise["default"], 8.0, 0.0);
    near(&promise["value"], 1.0, 0.0);
    assert!(table.contains("[assumed]"));
    let longest = table.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

#[test]
fn a_formula_is_answered() {
    const CALL: [&str; 5] = [
        "formula",
        "erlang_c",
        "servers=14",
        "arrival_rate=10",
        "mean_service=1",
    ];
    let found = call(&[&CALL[..], &["--json"]].concat()).json();
    near(&found["p_wait"], 0.17413193359505, 1e-13);
    assert_eq!(found["status"], "ok");
    assert!(call(&CALL).answered().contains("0.1741319336"));
    assert!(call(&["formula", "--list"]).answered().contains("erlang_c"));
    assert!(
        call(&["formula", "erlang_z"])
            .refused()
            .contains("erlang_z")
    );
    let negative = ["formula", "erlang_b", "servers=-1", "load=1"];
    assert!(call(&negative).refused().contains("servers"));
}

#[test]
fn formulas_stream() {
    let input = "{\"formula\":\"erlang_b\",\"servers\":1,\"load\":1,\"id\":\"a\"}\nrubbish\n\
                 {\"formula\":\"erlang_c\",\"servers\":1,\"arrival_rate\":2,\"mean_service\":1,\"id\":2}\n";
    let answer = call_with(&["formula", "--stdin"], input.as_bytes()).answered();
    let lines: Vec<Value> = answer
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let statuses: Vec<&Value> = lines.iter().map(|line| &line["status"]).collect();
    assert_eq!(statuses, ["ok", "bad_json", "overload"]);
    near(&lines[0]["blocking"], 0.5, 1e-15);
    assert_eq!(lines[2]["id"], 2);
}
