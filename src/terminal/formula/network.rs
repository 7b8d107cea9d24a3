//! The formula of an open network of stations.

use super::{Arguments, Formula, FormulaError, Input, Kind, Output, Quantities, outputs};
use crate::model::queueing::network::{Network, NetworkMethod, Traffic, evaluate_traffic};
use crate::model::queueing::{QueueError, evaluate_network};
use serde_json::json;

pub(super) static NETWORK: Formula = Formula {
    name: "network",
    meaning: "stations that pass work to each other: waits, numbers and time until it leaves",
    inputs: &[
        Input::required(
            "external_arrivals",
            Kind::List,
            "arrivals from outside at each station",
        ),
        Input::required(
            "routing",
            Kind::Matrix,
            "row i: shares that go from i to each station",
        ),
        Input::required(
            "mean_service",
            Kind::List,
            "mean service time at each station",
        ),
        Input::required("servers", Kind::Servers, "servers on duty at each station"),
        Input::optional(
            "service_scv",
            Kind::NumberOrList,
            "SCV of service, 1 if left out",
        ),
        Input::optional(
            "arrival_scv",
            Kind::NumberOrList,
            "SCV between external arrivals, likewise",
        ),
    ],
    outputs: &[
        Output::new(
            "arrival_rates",
            "arrivals at each station from outside and inside",
        ),
        Output::new("visits", "visits to each station per arrival from outside"),
        Output::new("utilisation", "share of the servers' time that is busy"),
        Output::new("mean_waits", "mean wait per visit"),
        Output::new("mean_numbers", "mean number at each station"),
        Output::new("mean_turnaround", "mean time from arrival to leaving"),
        Output::new("mean_turnaround_by_entry", "the same by station of entry"),
        Output::new("arrival_scvs", "SCV between arrivals at each station"),
        Output::new(
            "method",
            "exact (Jackson) or qna (Whitt's network analyser)",
        ),
    ],
    evaluate,
};

fn evaluate(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let external_arrivals = arguments.list("external_arrivals")?;
    let size = external_arrivals.len();
    let network = Network {
        routing: arguments.matrix("routing")?,
        mean_service: arguments.list("mean_service")?,
        servers: arguments.servers("servers")?,
        service_scv: arguments.list_or("service_scv", size, 1.0)?,
        arrival_scv: arguments.list_or("arrival_scv", size, 1.0)?,
        external_arrivals,
    };
    let found = evaluate_network(&network).map_err(|error| overload(&network, error))?;
    let method = match found.method {
        NetworkMethod::Exact => "exact",
        NetworkMethod::Qna => "qna",
    };
    let mut answer = flows(&found.traffic);
    answer.extend(outputs([
        ("mean_waits", json!(found.mean_waits)),
        ("mean_numbers", json!(found.mean_numbers)),
        ("mean_turnaround", json!(found.mean_turnaround)),
        (
            "mean_turnaround_by_entry",
            json!(found.mean_turnaround_by_entry),
        ),
        ("arrival_scvs", json!(found.arrival_scvs)),
        ("method", json!(method)),
    ]));
    Ok(answer)
}

/// The flows, which exist whether or not a station keeps up with them.
fn flows(traffic: &Traffic) -> Quantities {
    outputs([
        ("arrival_rates", json!(traffic.arrival_rates)),
        ("visits", json!(traffic.visits)),
        ("utilisation", json!(traffic.utilisation)),
    ])
}

/// An error, with the flows if it is an overload.
fn overload(network: &Network, error: QueueError) -> FormulaError {
    let traffic = evaluate_traffic(network)
        .map(|traffic| flows(&traffic))
        .unwrap_or_default();
    FormulaError::from(error).knowing(traffic)
}
