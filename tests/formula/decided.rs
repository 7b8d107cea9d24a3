//! Formulas that decide something, and those that say why nothing can be.

use crate::{blending, chasers, near, object, outputs, refusal};
use counterbalance::terminal::formula::run;
use serde_json::{Value, json};

#[test]
fn staffing_answers_what_one_fewer_would_do() {
    let asked = json!({"arrival_rate": 4, "mean_service": 3, "target": 1.0 / 3.0, "level": 0.8,
                       "shrinkage": 0.3});
    let found = outputs("staffing", asked.clone());
    assert_eq!(
        (&found["servers"], &found["scheduled"]),
        (&json!(16.0), &json!(23.0))
    );
    assert!(found["service_level_one_fewer"].as_f64().unwrap() < 0.8);
    let mut patient = object(asked);
    patient.insert("mean_patience".into(), json!("infinite"));
    assert_eq!(outputs("staffing", Value::Object(patient)), found);
    let idle = json!({"arrival_rate": 0, "mean_service": 3, "target": 1, "level": 0.8});
    assert_eq!(
        outputs("staffing", idle)["service_level_one_fewer"],
        Value::Null
    );
}

#[test]
fn blending_finds_the_least_reserve_or_says_that_none_is_enough() {
    let found = outputs("blending", blending(json!({"level": 0.8})));
    assert_eq!(
        (&found["reserve"], &found["method"]),
        (&json!(3.0), &json!("one_dimensional"))
    );
    near(&found["service_level"], 0.8745161061018161);
    let given = outputs("blending", blending(json!({"reserve": 3})));
    assert_eq!(found, given);
    let none = refusal("blending", blending(json!({"level": 0.9999})));
    assert!(none.starts_with("No reserve is enough"), "{none}");
    let neither = refusal("blending", blending(json!({})));
    assert!(neither.starts_with("`reserve` is missing"), "{neither}");
    let both = refusal("blending", blending(json!({"reserve": 3, "level": 0.8})));
    assert!(both.contains("both given"), "{both}");
}

#[test]
fn a_spiral_is_an_answer() {
    let answer = run("chasers", &object(chasers(0.2)));
    assert_eq!(answer.status(), "spiral");
    let found = answer.outputs().unwrap();
    assert_eq!(found["mean_sojourn"], Value::Null);
    let critical = found["critical_chase_rate"].as_f64().unwrap() * 60.0;
    assert!((critical - 0.124).abs() < 5e-4, "{critical}");
    assert!(
        answer.message().contains("feeds itself"),
        "{}",
        answer.message()
    );
    assert_eq!(
        outputs("chasers", chasers(0.12))["critical_chase_rate"],
        found["critical_chase_rate"]
    );
}

#[test]
fn patience_may_be_infinite() {
    let inputs = |patience: Value| {
        json!({"servers": 14, "arrival_rate": 100.0 / 30.0, "mean_service": 3,
               "mean_patience": patience, "target": 1.0 / 3.0})
    };
    let found = outputs("erlang_a", inputs(json!("infinite")));
    near(&found["service_level"], 0.8883500191795);
    assert_eq!(found["mean_wait_abandoned"], Value::Null);
    near(
        &outputs("erlang_a", inputs(json!(1e13)))["p_wait"],
        0.17413193359505,
    );
    assert!(refusal("erlang_a", inputs(json!("long"))).contains("\"infinite\" if nobody gives up"));
    let overload = json!({"servers": 3, "arrival_rate": 5, "mean_service": 1,
                          "mean_patience": "infinite"});
    assert_eq!(run("erlang_a", &object(overload)).status(), "overload");
}

#[test]
fn overload_leaves_the_classes_that_keep_up_their_waits() {
    let crowded = json!({"arrival_rates": [1, 0.5, 2], "mean_service": 1, "servers": 2,
                         "discipline": "non_preemptive"});
    let answer = run("priority", &object(crowded));
    assert_eq!(answer.status(), "overload");
    let found = answer.outputs().unwrap();
    near(&found["mean_waits"][0], 1.0);
    assert_eq!(
        (&found["mean_waits"][2], &found["least_servers"]),
        (&Value::Null, &json!(4.0))
    );
}

#[test]
fn transient_takes_one_rate_or_one_by_period() {
    let both = outputs(
        "transient",
        json!({"mean_service": 2, "times": [1, 9], "arrival_rate": 3, "servers": 7}),
    );
    let periods = outputs(
        "transient",
        json!({"mean_service": 2, "times": [1, 9], "arrival_rates": [3, 3], "period_length": 1.5,
               "servers": [7, 7], "initial": 0}),
    );
    let quick = outputs(
        "transient",
        json!({"mean_service": 2, "times": [900], "arrival_rate": 3, "servers": 7,
               "method": "carry_over"}),
    );
    assert!(
        (quick["p_all_busy"][0].as_f64().unwrap() - 0.6138).abs() < 1e-3,
        "{quick:?}"
    );
    for key in ["expected_number", "expected_queue", "p_all_busy"] {
        for i in 0..2 {
            let (one, other) = (
                both[key][i].as_f64().unwrap(),
                periods[key][i].as_f64().unwrap(),
            );
            assert!((one - other).abs() < 1e-12, "{key}: {one} {other}");
        }
    }
}
