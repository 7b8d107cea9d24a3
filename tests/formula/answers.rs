//! What each formula answers, overload included.

use crate::{blending, chasers, near, network, object, outputs, words};
use counterbalance::terminal::formula::{FORMULAS, list, print, run};
use serde_json::{Value, json};

#[test]
fn erlang_b_and_c_answer_their_golden_numbers() {
    near(
        &outputs("erlang_b", json!({"servers": 13.5, "load": 10}))["blocking"],
        0.0696260334818,
    );
    assert_eq!(
        outputs("erlang_b", json!({"servers": 0, "load": 2}))["blocking"],
        json!(1.0)
    );
    let found = outputs(
        "erlang_c",
        json!({"servers": 14, "arrival_rate": 100.0 / 30.0, "mean_service": 3, "target": 1.0 / 3.0}),
    );
    near(&found["p_wait"], 0.17413193359505);
    near(&found["service_level"], 0.8883500191795);
    near(&found["load"], 10.0);
    let patient = outputs(
        "erlang_c",
        json!({"servers": 3, "arrival_rate": 0.05, "mean_service": 30, "target": 60}),
    );
    near(&patient["p_sojourn_over_target"], 1.0 - 0.8241418781413484);
    near(&patient["sojourn_p90"], 77.95822517765583);
    let untargeted = outputs(
        "erlang_c",
        json!({"servers": 3, "arrival_rate": 0, "mean_service": 30}),
    );
    assert_eq!(untargeted["service_level"], Value::Null);
    assert_eq!(untargeted["wait_p99"], json!(0.0));
}

#[test]
fn gi_g_c_names_its_method() {
    let at = |servers: f64, service: f64, arrivals: f64| {
        outputs(
            "gi_g_c",
            json!({"servers": servers, "arrival_rate": 0.8 * servers, "mean_service": 1,
                   "service_scv": service, "arrival_scv": arrivals}),
        )
    };
    assert_eq!(at(3.0, 1.0, 1.0)["method"], json!("exact"));
    assert_eq!(at(1.0, 0.4, 1.0)["method"], json!("exact"));
    assert_eq!(at(3.0, 0.4, 1.0)["method"], json!("kimura"));
    assert_eq!(at(3.0, 2.0, 1.0)["method"], json!("whitt"));
    near(&at(1.0, 0.4, 1.0)["mean_wait"], 0.8 * 0.7 / 0.2);
    let exponential = outputs(
        "gi_g_c",
        json!({"servers": 3, "arrival_rate": 0.05, "mean_service": 30}),
    );
    near(&exponential["sojourn_p90"], 77.95822517765583);
}

#[test]
fn network_answers_and_takes_delays() {
    let found = outputs("network", network(json!({"servers": [3, "infinite"]})));
    near(&found["arrival_rates"][0], 2.0);
    near(&found["visits"][1], 2.0);
    assert_eq!(found["method"], json!("exact"));
    assert_eq!(found["mean_waits"][1], json!(0.0));
    near(&found["mean_turnaround"], 2.0 * (1.0 + 4.0 / 9.0) + 2.0);
    assert_eq!(
        found,
        outputs("network", network(json!({"servers": [3, null]})))
    );
    let qna = outputs(
        "network",
        network(json!({"service_scv": 2, "arrival_scv": [0.5, 1]})),
    );
    assert_eq!(qna["method"], json!("qna"));
    let idle = outputs("network", network(json!({"external_arrivals": [0, 0]})));
    assert_eq!(
        (&idle["visits"], &idle["mean_turnaround"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn every_row_answers_exactly_the_outputs_it_lists() {
    let examples = [
        ("erlang_b", json!({"servers": 3, "load": 2})),
        (
            "erlang_c",
            json!({"servers": 3, "arrival_rate": 2, "mean_service": 1}),
        ),
        (
            "gi_g_c",
            json!({"servers": 3, "arrival_rate": 2, "mean_service": 1}),
        ),
        ("network", network(json!({}))),
        (
            "erlang_a",
            json!({"servers": 3, "arrival_rate": 2, "mean_service": 1, "mean_patience": 2}),
        ),
        (
            "finite_capacity",
            json!({"servers": 3, "capacity": 5, "arrival_rate": 2, "mean_service": 1}),
        ),
        (
            "staffing",
            json!({"arrival_rate": 2, "mean_service": 1, "target": 0.1, "level": 0.8}),
        ),
        (
            "staffing_by_period",
            json!({"arrival_rates": [2, 3], "period_length": 5, "mean_service": 1,
                   "target": 0.1, "level": 0.8}),
        ),
        (
            "priority",
            json!({"arrival_rates": [1, 0.5], "mean_service": 1, "servers": 2,
                   "discipline": "preemptive"}),
        ),
        ("blending", blending(json!({"reserve": 1}))),
        (
            "transient",
            json!({"mean_service": 1, "times": [1, 2], "arrival_rate": 1, "servers": 2}),
        ),
        (
            "offered_load",
            json!({"mean_service": 1, "times": [1], "period_length": 1, "arrival_rates": [1, 2]}),
        ),
        (
            "backlog",
            json!({"backlog": 3, "inflow": [4, 1], "capacity": 2}),
        ),
        ("chasers", chasers(0.1)),
        (
            "quote",
            json!({"servers": 2, "mean_service": 3, "ahead": 4}),
        ),
    ];
    assert_eq!(examples.len(), FORMULAS.len());
    for formula in FORMULAS {
        let (_, inputs) = examples
            .iter()
            .find(|(name, _)| *name == formula.name)
            .unwrap();
        let found = outputs(formula.name, inputs.clone());
        let mut listed: Vec<&str> = formula.outputs.iter().map(|output| output.name).collect();
        listed.sort_unstable();
        assert_eq!(found.keys().collect::<Vec<_>>(), listed);
        for name in formula.inputs.iter().map(|input| input.name).chain(listed) {
            assert!(list().contains(name), "{name}");
        }
    }
}

#[test]
fn overload_is_an_answer() {
    let answer = run(
        "erlang_c",
        &object(json!({"servers": 3, "arrival_rate": 0.5, "mean_service": 10})),
    );
    assert_eq!(answer.status(), "overload");
    let outputs = answer.outputs().unwrap();
    assert_eq!(outputs["least_servers"], json!(6.0));
    assert_eq!(
        (&outputs["load"], &outputs["excess_load"]),
        (&json!(5.0), &json!(2.0))
    );
    assert_eq!(
        (&outputs["mean_wait"], &outputs["wait_p90"]),
        (&Value::Null, &Value::Null)
    );
    near(&outputs["occupancy"], 5.0 / 3.0);
    assert!(
        answer.message().contains("at least 6 servers would do"),
        "{}",
        answer.message()
    );
    let answer = run("network", &object(network(json!({"servers": [3, 1]}))));
    let outputs = answer.outputs().unwrap();
    assert_eq!(
        (&outputs["station"], &outputs["least_servers"]),
        (&json!(2), &json!(3.0))
    );
    near(&outputs["utilisation"][1], 2.0);
    assert!(
        answer.message().contains("at station 2"),
        "{}",
        answer.message()
    );
    let readable = print(
        "erlang_c",
        &words(&["servers=3", "arrival_rate=3", "mean_service=1"]),
        false,
    )
    .unwrap();
    assert!(
        readable.starts_with("overload: ") && readable.contains("least_servers"),
        "{readable}"
    );
}
