//! One test for each kind of sentence about bad input.

use crate::{network, refusal, words};
use counterbalance::terminal::formula::{parse_arguments, print};
use serde_json::{Value, json};

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
        "There is no formula called `erlang_d`: did you mean `erlang_a`?"
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

#[test]
fn patience_room_and_desks_name_their_field_and_the_cure() {
    let a = |key: &str, value: Value| {
        let mut inputs = crate::object(json!({"servers": 3, "arrival_rate": 2, "mean_service": 1,
                                              "mean_patience": 2, "target": 1}));
        inputs.insert(key.into(), value);
        refusal("erlang_a", Value::Object(inputs))
    };
    assert_eq!(
        a("mean_patience", json!(0)),
        "`mean_patience` is zero, but cannot be: give a number above zero."
    );
    assert!(a("mean_patience", json!(-3)).starts_with("`mean_patience` is -3"));
    assert!(a("target", json!(-1)).contains("give zero or more"));
    assert!(a("servers", json!(1e9)).contains("10000000 at most"));
    let long = refusal(
        "erlang_a",
        json!({"servers": 3, "arrival_rate": 3, "mean_service": 1, "mean_patience": 1e12}),
    );
    assert_eq!(
        long,
        "`mean_patience` is 1.000000e12, which asks for too long a calculation: give less, or \
         \"infinite\" if nobody gives up."
    );
    let room = |servers: f64, capacity: f64| {
        refusal(
            "finite_capacity",
            json!({"servers": servers, "capacity": capacity, "arrival_rate": 1, "mean_service": 1}),
        )
    };
    assert_eq!(
        room(3.0, 2.0),
        "`capacity` is 2, but must be 3 at least: give more."
    );
    assert_eq!(
        room(2.5, 4.0),
        "`servers` is 2.5, but must be a whole number: round it up or down."
    );
    assert!(room(3.0, 1e16).contains("at most"));
    let desk = |changes: Value| refusal("blending", crate::blending(changes));
    assert!(desk(json!({"reserve": 10})).starts_with("`reserve` is 10, but can be 9 at most"));
    assert!(desk(json!({"reserve": 1.5})).contains("whole number"));
    assert!(
        desk(json!({"reserve": 1, "servers": 3000, "deferred_mean_service": 6}))
            .contains("a larger reserve")
    );
    let apart = desk(json!({"reserve": 1, "deferred_mean_service": 1e15}));
    assert!(apart.starts_with("`deferred_mean_service`"), "{apart}");
}

#[test]
fn staffing_classes_and_days_name_their_field_and_the_cure() {
    let staff = |key: &str, value: Value| {
        let mut inputs = crate::object(
            json!({"arrival_rate": 2, "mean_service": 1, "target": 0.3, "level": 0.8}),
        );
        inputs.insert(key.into(), value);
        refusal("staffing", Value::Object(inputs))
    };
    assert_eq!(
        staff("level", json!(1)),
        "`level` is 1, but can be 0.999999999 at most: give less."
    );
    assert!(staff("max_occupancy", json!(0)).starts_with("`max_occupancy` is zero"));
    assert!(staff("shrinkage", json!(1)).contains("0.99 at most"));
    assert!(staff("arrival_rate", json!(1e9)).contains("at most"));
    let classes = |changes: Value| {
        let mut inputs = crate::object(json!({"arrival_rates": [1, 2], "mean_service": 1,
                                              "servers": 4, "discipline": "preemptive"}));
        inputs.extend(crate::object(changes));
        refusal("priority", Value::Object(inputs))
    };
    assert_eq!(
        classes(json!({"mean_service": [1, 2, 3]})),
        "`mean_service` has 3 entries, but must have 2 entries: give one for each class."
    );
    assert_eq!(
        classes(json!({"discipline": "urgent"})),
        "`discipline` must be \"non_preemptive\" or \"preemptive\", not \"urgent\"."
    );
    assert!(classes(json!({"arrival_rates": []})).contains("give one for each class"));
    assert!(classes(json!({"arrival_rates": [1, -2]})).starts_with("Entry 2 of `arrival_rates`"));
    assert!(classes(json!({"service_scv": 2})).contains("`servers` is 4, but can be 1 at most"));
    let day = |changes: Value| {
        let mut inputs = crate::object(json!({"mean_service": 1, "times": [1], "servers": [2, 3],
                                              "arrival_rates": [1, 2], "period_length": 1}));
        inputs.extend(crate::object(changes));
        refusal("transient", Value::Object(inputs))
    };
    assert_eq!(
        day(json!({"servers": [1, 2, 3]})),
        "`servers` has 3 entries, but must have 2 entries: give one for each period."
    );
    assert!(day(json!({"arrival_rate": 3})).contains("both given"));
    assert!(day(json!({"period_length": null})).starts_with("`period_length` is missing"));
    assert!(day(json!({"arrival_rates": null})).starts_with("`arrival_rate` is missing"));
    assert!(day(json!({"times": [1, -1]})).starts_with("Entry 2 of `times` is -1"));
    assert!(day(json!({"initial": 0.5})).contains("whole number"));
    assert!(day(json!({"method": "fast"})).contains("\"exact\" or \"carry_over\""));
    let far = day(json!({"times": [1e6], "servers": 1e6, "arrival_rates": [9e5]}));
    assert!(
        far.contains("give earlier times, or fewer servers"),
        "{far}"
    );
    let back = json!({"mean_service": 1, "times": [1], "period_length": 1, "arrival_rates": [1],
                      "p_return": 0.3});
    assert!(refusal("offered_load", back).starts_with("`mean_pause` is missing"));
}
