//! Values at and beyond the edges: refused in a sentence, or answered in finite numbers.

use crate::object;
use counterbalance::terminal::formula::{Answer, run};
use serde_json::{Value, json};

/// Values at and beyond every edge, and some between.
const EDGES: [f64; 18] = [
    -1.0, 0.0, 5e-324, 1e-300, 1e-100, 1e-9, 1e-6, 0.3, 0.999999, 1.0, 1.0000001, 2.5, 31.0, 1e3,
    1e7, 1e50, 1e100, 1.7e308,
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
            let fault = outputs.iter().find(|(_, value)| has_null(value));
            assert!(fault.is_none(), "{name} {inputs}: {fault:?}");
        }
        Answer::Unstable { outputs, .. } => {
            assert!(
                !has_null(&outputs["least_servers"]),
                "{name} {inputs}: {outputs:?}"
            );
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
