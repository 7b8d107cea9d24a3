//! `optimise` and `solve`: plans, values, cures, and what is refused.

use crate::call;
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let called = call(&[arguments, &["--json"]].concat());
    assert_eq!(called.status, 0, "{}", called.said);
    serde_json::from_str(&called.answer).unwrap()
}

#[test]
fn a_plan_is_told_and_its_link_opens() {
    let found = json(&["optimise", "consulting"]);
    assert_eq!(found["status"], "proved");
    assert_eq!(found["gap"], 0.0);
    let month = found["best"]["month"].as_f64().unwrap();
    assert!(
        (month - 13_800.0).abs() < 1e-6,
        "the tool for all of it: {month}"
    );
    assert_eq!(found["best"]["ways"][0][0]["way"], "front_with_tool");
    let link = found["link"].as_str().unwrap();
    let opened = json(&["evaluate", link]);
    let ways = opened["strategies"].as_array().unwrap();
    let mixed = ways.iter().find(|way| way["key"] == "allotted").unwrap();
    assert!(mixed.to_string().contains("13800"), "{mixed}");
    let called = call(&["optimise", "consulting"]);
    assert!(called.answer.contains("Gap £0"), "{}", called.answer);
}

#[test]
fn a_search_that_is_stopped_has_a_gap() {
    let found = json(&["optimise", "service", "--trials", "3000"]);
    assert_eq!(found["status"], "best_found");
    let (best, bound) = (
        found["best"]["month"].as_f64().unwrap(),
        found["bound"].as_f64().unwrap(),
    );
    let gap = found["gap"].as_f64().unwrap();
    assert!(
        gap > 0.0 && (best - bound - gap).abs() < 1e-6,
        "{best} {bound} {gap}"
    );
}

#[test]
fn a_way_can_be_left_out() {
    let found = json(&["optimise", "consulting", "--without", "front_with_tool"]);
    assert!(found["best"]["month"].as_f64().unwrap() > 13_800.0);
    let said = call(&["optimise", "consulting", "--without", "magic"]).refused();
    assert!(
        said.contains("--without magic") && said.contains("back_office"),
        "{said}"
    );
}

#[test]
fn targets_out_of_reach_are_named() {
    let called = call(&["optimise", "hotel"]);
    assert!(
        called.answer.contains("86 %") || called.answer.contains("86"),
        "{}",
        called.answer
    );
    assert!(
        called.answer.contains("if nobody ever waited"),
        "{}",
        called.answer
    );
}

#[test]
fn a_value_is_found_for_a_target() {
    let asked = [
        "solve",
        "consulting",
        "--strategy",
        "back_office",
        "--set",
        "back.staff=2",
    ];
    let found = json(&[&asked[..], &["--target", "mean=60", "--by", "back.staff"]].concat());
    assert_eq!(
        (found["status"].as_str(), found["value"].as_f64()),
        (Some("at"), Some(3.0))
    );
    let never = json(&[
        "solve",
        "hotel",
        "--target",
        "within_promise=90%",
        "--by",
        "maintenance.staff",
    ]);
    assert!(
        never["status"] == "never" || never["status"] == "at",
        "{never}"
    );
    let demand = json(&[
        "solve",
        "consulting",
        "--strategy",
        "back_office",
        "--target",
        "p90=60",
        "--by",
        "demand",
    ]);
    assert_eq!(demand["status"], "at");
    assert!(demand["value"].as_f64().unwrap() < 1.0);
}

#[test]
fn cures_are_listed() {
    let found = json(&[
        "solve",
        "consulting",
        "--strategy",
        "back_office",
        "--set",
        "back.staff=2",
    ]);
    assert_eq!(found["status"], "ails");
    let cures = found["cures"].as_array().unwrap();
    assert!(
        cures.iter().any(|cure| cure["by"] == "back.staff"),
        "{found}"
    );
    let well = call(&["solve", "consulting", "--strategy", "front_office"]);
    assert!(well.answer.contains("nothing to cure"), "{}", well.answer);
}

#[test]
fn bad_input_names_the_field_and_the_cure() {
    let refused =
        |arguments: &[&str]| call(&[&["solve", "consulting"], arguments].concat()).refused();
    assert!(refused(&["--target", "month", "--by", "back.staff"]).contains("KEY=VALUE"));
    assert!(refused(&["--target", "moon=3", "--by", "back.staff"]).contains("per_task"));
    assert!(refused(&["--target", "month=many", "--by", "back.staff"]).contains("amount"));
    assert!(refused(&["--target", "within_promise=140%", "--by", "back.staff"]).contains("share"));
    assert!(
        refused(&["--target", "month=1", "--by", "back.staf"]).contains("did you mean back.staff?")
    );
    assert!(refused(&["--strategy", "nobody"]).contains("back_office"));
}
