//! Values at and beyond the edges: refused in a sentence, or answered in finite numbers.

use crate::object;
use counterbalance::terminal::formula::{Answer, run};
use serde_json::{Value, json};

/// Values at and beyond every edge, and some between.
const EDGES: [f64; 18] = [
    -1.0, 0.0, 5e-324, 1e-300, 1e-100, 1e-9, 1e-6, 0.3, 0.999999, 1.0, 1.0000001, 2.5, 31.0, 1e3,
    1e7, 1e50, 1e100, 1.7e308,
];

/// Outputs that rightly are null where nobody gives up, nothing was measured, or nobody is left.
const MAY_BE_MISSING: [&str; 7] = [
    "mean_wait_abandoned",
    "mean_wait_error",
    "sojourn_p90_error",
    "service_level_one_fewer",
    "critical_chase_rate",
    "mean_waits",
    "mean_sojourns",
];

/// Every number in a JSON value that should be one, and is not finite, becomes null on the way:
/// so a null where all is well is a fault.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(entries) => entries.iter().any(has_null),
        _ => false,
    }
}

#[track_caller]
fn sound(name: &str, inputs: Value) {
    match run(name, &object(inputs.clone())) {
        Answer::Ok(outputs) => {
            let missing = |(key, value): &(&String, &Value)| {
                has_null(value) && !MAY_BE_MISSING.contains(&key.as_str())
            };
            let fault = outputs.iter().find(missing);
            assert!(fault.is_none(), "{name} {inputs}: {fault:?}");
        }
        Answer::Unstable {
            status, outputs, ..
        } => {
            let key = match status {
                "overload" => "least_servers",
                _ => "critical_chase_rate",
            };
            assert!(!has_null(&outputs[key]), "{name} {inputs}: {outputs:?}");
        }
        Answer::Refused { message, .. } => assert!(!message.is_empty()),
    }
}

#[test]
fn no_edge_gives_a_number_that_is_none() {
    for servers in EDGES {
        for rate in EDGES {
            sound("erlang_b", json!({"servers": servers, "load": rate}));
            for mean in EDGES {
                let queue = json!({"servers": servers, "arrival_rate": rate,
                                   "mean_service": mean, "target": rate});
                sound("erlang_c", queue);
                for (service, arrivals) in [(0.0, 1e-9), (1e6, 0.0), (0.3, 1.0), (2.5, 1e6)] {
                    let general = json!({"servers": servers, "arrival_rate": rate,
                        "mean_service": mean, "service_scv": service, "arrival_scv": arrivals});
                    sound("gi_g_c", general);
                }
            }
        }
    }
}

#[test]
fn no_edge_of_a_network_gives_a_number_that_is_none() {
    for servers in EDGES {
        // Without arrivals the mean turnaround rightly is null.
        for rate in EDGES.into_iter().filter(|&rate| rate != 0.0) {
            for share in [
                0.0,
                1e-300,
                1e-12,
                0.5,
                0.999999,
                1.0 - 1e-11,
                1.0 - 1e-13,
                1.0,
            ] {
                for scv in [0.0, 1.0, 1e6] {
                    sound(
                        "network",
                        json!({
                            "external_arrivals": [rate, 1e-6], "routing": [[0.0, share], [share, 0.0]],
                            "mean_service": [1, rate], "servers": [servers, "infinite"],
                            "service_scv": scv,
                        }),
                    );
                    sound(
                        "network",
                        json!({
                            "external_arrivals": [rate], "routing": [[share]],
                            "mean_service": [0.5], "servers": [servers], "service_scv": [scv],
                        }),
                    );
                }
            }
        }
    }
}

#[test]
fn no_edge_of_patience_or_room_gives_a_number_that_is_none() {
    for servers in EDGES {
        for rate in EDGES {
            for mean in EDGES {
                for other in [0.0, 1e-100, 1e-6, 0.3, 1.0, 30.0, 1e7, 1e15, 1.7e308] {
                    sound(
                        "erlang_a",
                        json!({"servers": servers, "arrival_rate": rate, "mean_service": mean,
                               "mean_patience": other, "target": mean}),
                    );
                    sound(
                        "finite_capacity",
                        json!({"servers": servers, "capacity": other, "arrival_rate": rate,
                               "mean_service": mean}),
                    );
                }
            }
        }
    }
}

#[test]
fn no_edge_of_staffing_gives_a_number_that_is_none() {
    for rate in EDGES {
        for mean in [0.0, 1e-100, 1e-6, 0.3, 2.5, 1e3, 1e100] {
            for target in [-1.0, 0.0, 1e-9, 0.4, 1e3, 1e100] {
                for level in [0.0, 0.5, 0.999999, 0.9999999999, 1.0] {
                    for patience in [json!("infinite"), json!(1e-6), json!(3), json!(1e9)] {
                        sound(
                            "staffing",
                            json!({"arrival_rate": rate, "mean_service": mean, "target": target,
                                   "level": level, "mean_patience": patience, "shrinkage": 0.3}),
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn no_edge_of_the_others_gives_a_number_that_is_none() {
    for a in EDGES {
        for b in EDGES {
            for c in [0.0, 1e-9, 0.7, 3.0, 1e4, 1e100] {
                sound(
                    "chasers",
                    json!({"servers": 3, "arrival_rate": a, "mean_service": b, "promise": c,
                           "chase_rate": 0.1, "chase_service": b}),
                );
                for discipline in ["preemptive", "non_preemptive"] {
                    sound(
                        "priority",
                        json!({"arrival_rates": [a, c], "mean_service": [b, 1], "servers": 1,
                               "service_scv": c, "discipline": discipline}),
                    );
                }
                sound(
                    "offered_load",
                    json!({"mean_service": a, "times": [b, 1], "period_length": c,
                           "arrival_rates": [1, a], "p_return": 0.5, "mean_pause": b}),
                );
                sound(
                    "quote",
                    json!({"servers": a, "mean_service": b, "ahead": c}),
                );
            }
        }
    }
    for a in [0.0, 1e-300, 1e-6, 0.3, 20.0, 1e7, 1e100] {
        for b in [1e-100, 1e-3, 1.0, 7.0, 1e6, 1e100] {
            for c in [0.0, 1.0, 2.5, 5.0, 1e7] {
                sound(
                    "transient",
                    json!({"mean_service": b, "times": [a, 1], "arrival_rate": a, "servers": c}),
                );
                sound(
                    "blending",
                    json!({"live_arrival_rate": a, "live_mean_service": b, "mean_patience": 3,
                           "servers": c, "reserve": 1, "deferred_mean_service": 2, "target": a}),
                );
            }
        }
    }
}
