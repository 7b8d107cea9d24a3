//! The registry of formulas: every row, every kind of bad input, overload, and the stream.
#![cfg(feature = "terminal")]
#![allow(clippy::unwrap_used)]

use counterbalance::terminal::formula::{
    Answer, FORMULAS, Quantities, list, parse_arguments, print, run, stream,
};
use serde_json::{Value, json};

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
        answer.message().contains("at least 6 servers"),
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

#[test]
fn numbers_out_of_range_name_the_field_and_the_cure() {
    let c = |servers: Value, rate: Value, mean: Value| {
        refusal(
            "erlang_c",
            json!({"servers": servers, "arrival_rate": rate, "mean_service": mean}),
        )
    };
    let negative = c(json!(3), json!(-1), json!(1));
    assert_eq!(
        negative,
        "`arrival_rate` is -1, but cannot be negative: give zero or more."
    );
    let zero = c(json!(3), json!(1), json!(0));
    assert_eq!(
        zero,
        "`mean_service` is zero, but cannot be: give a number above zero."
    );
    assert!(c(json!(0), json!(1), json!(1)).starts_with("`servers` is zero"));
    let huge = c(json!(1e9), json!(1), json!(1));
    assert_eq!(
        huge,
        "`servers` is 1000000000, but can be 10000000 at most: give less."
    );
    assert!(c(json!(3), json!(1), json!(1e-200)).contains("at least"));
    assert!(refusal("erlang_b", json!({"servers": 3, "load": 1e300})).contains("at most"));
    let scv = json!({"servers": 3, "arrival_rate": 1, "mean_service": 1, "service_scv": -2});
    assert!(refusal("gi_g_c", scv).starts_with("`service_scv` is -2"));
    let target = json!({"servers": 3, "arrival_rate": 1, "mean_service": 1, "target": -2});
    assert!(refusal("erlang_c", target).starts_with("`target` is -2"));
}

#[test]
fn what_is_not_a_number_is_said_to_be_none() {
    for wrong in [
        json!("NaN"),
        json!("inf"),
        json!(true),
        json!([1]),
        json!({"a": 1}),
    ] {
        let message = refusal("erlang_b", json!({"servers": wrong, "load": 1}));
        assert!(
            message.starts_with("`servers` must be a number, not "),
            "{message}"
        );
    }
    let list = refusal("network", network(json!({"mean_service": 3})));
    assert!(
        list.starts_with("`mean_service` must be a list of numbers"),
        "{list}"
    );
    let entry = refusal("network", network(json!({"mean_service": [3, "x"]})));
    assert!(entry.ends_with("not \"x\"."), "{entry}");
    assert!(refusal("network", network(json!({"routing": [1, 2]}))).contains("list of rows"));
}

#[test]
fn networks_that_make_no_sense_are_refused() {
    let length = refusal("network", network(json!({"servers": [3]})));
    assert_eq!(
        length,
        "`servers` has 1 entry, but must have 2 entries: give one for each station."
    );
    let square = refusal("network", network(json!({"routing": [[0, 1], [0]]})));
    assert!(
        square.starts_with("Row 2 of `routing` has 1 entry"),
        "{square}"
    );
    let rows = refusal("network", network(json!({"routing": [[0, 1]]})));
    assert!(rows.starts_with("`routing` has 1 entry"), "{rows}");
    let over = refusal("network", network(json!({"routing": [[0.5, 0.6], [0, 0]]})));
    assert!(
        over.starts_with("Row 1 of `routing` adds up to 1.1"),
        "{over}"
    );
    let share = refusal("network", network(json!({"routing": [[0, 1], [-0.5, 0]]})));
    assert!(
        share.starts_with("Row 2 of `routing` holds -0.5"),
        "{share}"
    );
    let never = refusal("network", network(json!({"routing": [[0, 1], [1, 0]]})));
    assert!(
        never.starts_with("Work that comes to station 1 never leaves"),
        "{never}"
    );
    let entry = refusal("network", network(json!({"mean_service": [1, 0]})));
    assert!(
        entry.starts_with("Entry 2 of `mean_service` is zero"),
        "{entry}"
    );
    let many = refusal("network", network(json!({"servers": [1e9, 1]})));
    assert!(
        many.starts_with("Entry 1 of `servers` is 1000000000"),
        "{many}"
    );
}

#[test]
fn names_that_are_unknown_or_missing() {
    assert_eq!(
        refusal("erlang_d", json!({})),
        "There is no formula called `erlang_d`: did you mean `erlang_b`?"
    );
    assert!(refusal("weather", json!({})).contains("choose one of erlang_b, erlang_c"));
    let key = refusal("erlang_b", json!({"server": 3, "load": 1}));
    assert_eq!(
        key,
        "There is no input of erlang_b called `server`: did you mean `servers`?"
    );
    let missing = refusal("erlang_b", json!({"servers": 3}));
    assert_eq!(
        missing,
        "`load` is missing: give a number, offered load in erlangs."
    );
    assert_eq!(
        refusal("erlang_b", json!({"servers": 3, "load": null})),
        missing
    );
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

#[test]
fn arguments_are_json_or_bare_words() {
    let found = parse_arguments(&words(&["servers=[3, 2]", "load=1e-3", "x=NaN"])).unwrap();
    assert_eq!(
        Value::Object(found),
        json!({"servers": [3, 2], "load": 1e-3, "x": "NaN"})
    );
    let no_value = print("erlang_b", &words(&["servers"]), true).unwrap_err();
    assert!(no_value.contains("KEY=VALUE"), "{no_value}");
    let twice = print("erlang_b", &words(&["servers=1", "servers=2"]), true).unwrap_err();
    assert!(twice.contains("given twice"), "{twice}");
    let nan = print("erlang_b", &words(&["servers=NaN", "load=1"]), false).unwrap_err();
    assert_eq!(nan, "`servers` must be a number, not \"NaN\".");
    let table = print("erlang_b", &words(&["servers=1", "load=1"]), false).unwrap();
    assert!(
        table.starts_with("blocking") && table.contains("0.5"),
        "{table}"
    );
    let line: Value =
        serde_json::from_str(&print("erlang_b", &words(&["servers=1", "load=1"]), true).unwrap())
            .unwrap();
    assert_eq!(line, json!({"status": "ok", "blocking": 0.5}));
}

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
