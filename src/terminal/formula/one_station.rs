//! The formulas of one station: Erlang B, Erlang C and GI/G/c.

use super::{
    ARRIVAL_RATE, Arguments, Formula, FormulaError, Input, Kind, MEAN_SERVICE, Output, Quantities,
    SERVERS, outputs,
};
use crate::model::queueing::erlang::MAX_SERVERS;
use crate::model::queueing::error::{check_from_zero, check_rate};
use crate::model::queueing::{Accuracy, MultiServer, Station, erlang_b, evaluate_wait};
use serde_json::json;

/// The shares whose quantiles are shown, with the ends of their keys.
const QUANTILES: [(&str, f64); 5] = [
    ("p50", 0.5),
    ("p80", 0.8),
    ("p90", 0.9),
    ("p95", 0.95),
    ("p99", 0.99),
];

pub(super) static ERLANG_B: Formula = Formula {
    name: "erlang_b",
    meaning: "share of calls lost when nobody can wait",
    inputs: &[
        Input::required("servers", Kind::Number, "servers or lines, whole or not"),
        Input::required("load", Kind::Number, "offered load in erlangs"),
    ],
    outputs: &[Output::new(
        "blocking",
        "share of calls that find every server busy",
    )],
    evaluate: evaluate_erlang_b,
};

pub(super) static ERLANG_C: Formula = Formula {
    name: "erlang_c",
    meaning: "waiting when arrivals are Poisson, services exponential and nobody gives up",
    inputs: &[
        SERVERS,
        ARRIVAL_RATE,
        MEAN_SERVICE,
        Input::optional("target", Kind::Number, "a time to be met"),
    ],
    outputs: &[
        Output::new("load", "offered load in erlangs"),
        Output::new("occupancy", "share of the servers' time that is busy"),
        Output::new("p_wait", "share of customers who wait"),
        Output::new("mean_wait", "mean wait of all customers"),
        Output::new("mean_queue", "mean number waiting"),
        Output::new("mean_sojourn", "mean wait and service"),
        Output::new("service_level", "share whose wait is within target"),
        Output::new("wait_p50", "wait that half stay within"),
        Output::new("wait_p80", "wait that 80% stay within"),
        Output::new("wait_p90", "wait that 90% stay within"),
        Output::new("wait_p95", "wait that 95% stay within"),
        Output::new("wait_p99", "wait that 99% stay within"),
        Output::new("sojourn_p50", "wait and service that half stay within"),
        Output::new("sojourn_p80", "wait and service that 80% stay within"),
        Output::new("sojourn_p90", "wait and service that 90% stay within"),
        Output::new("sojourn_p95", "wait and service that 95% stay within"),
        Output::new("sojourn_p99", "wait and service that 99% stay within"),
        Output::new("p_wait_over_target", "share whose wait exceeds target"),
        Output::new(
            "p_sojourn_over_target",
            "share whose wait and service exceed target",
        ),
    ],
    evaluate: evaluate_erlang_c,
};

pub(super) static GI_G_C: Formula = Formula {
    name: "gi_g_c",
    meaning: "waiting with any variability of arrivals and services, nobody giving up",
    inputs: &[
        SERVERS,
        ARRIVAL_RATE,
        MEAN_SERVICE,
        Input::optional(
            "service_scv",
            Kind::Number,
            "SCV of service: 0 constant, 1 exponential",
        ),
        Input::optional(
            "arrival_scv",
            Kind::Number,
            "SCV between arrivals: 1 Poisson",
        ),
    ],
    outputs: &[
        Output::new("p_wait", "share of customers who wait"),
        Output::new("mean_wait", "mean wait of all customers"),
        Output::new(
            "mean_wait_error",
            "lowest and highest relative error measured in cases like this one, - if none was",
        ),
        Output::new("mean_sojourn", "mean wait and service"),
        Output::new("method", "formula of the mean wait: exact, kimura or whitt"),
        Output::new(
            "wait_p90",
            "wait that 90% stay within, exact for M/M/c only",
        ),
        Output::new(
            "sojourn_p90",
            "wait and service that 90% stay within, likewise",
        ),
        Output::new("sojourn_p90_error", "its relative error, as above"),
    ],
    evaluate: evaluate_gi_g_c,
};

fn evaluate_erlang_b(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let (servers, load) = (arguments.number("servers")?, arguments.number("load")?);
    check_from_zero("servers", servers, MAX_SERVERS)?;
    check_rate("load", load)?;
    Ok(outputs([("blocking", json!(erlang_b(servers, load)))]))
}

fn evaluate_erlang_c(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let target = arguments.optional_number("target")?;
    if let Some(target) = target {
        check_rate("target", target)?;
    }
    let queue = MultiServer::new(
        arguments.number("servers")?,
        arguments.number("arrival_rate")?,
        arguments.number("mean_service")?,
    )?;
    let mut found = outputs([
        ("load", json!(queue.load())),
        ("occupancy", json!(queue.occupancy())),
        ("p_wait", json!(queue.p_wait())),
        ("mean_wait", json!(queue.mean_wait())),
        ("mean_queue", json!(queue.mean_queue())),
        ("mean_sojourn", json!(queue.mean_sojourn())),
        (
            "service_level",
            json!(target.map(|t| queue.service_level(t))),
        ),
        (
            "p_wait_over_target",
            json!(target.map(|t| queue.wait_over(t))),
        ),
        (
            "p_sojourn_over_target",
            json!(target.map(|t| queue.sojourn_over(t))),
        ),
    ]);
    for (key, p) in QUANTILES {
        found.insert(format!("wait_{key}"), json!(queue.wait_quantile(p)));
        found.insert(format!("sojourn_{key}"), json!(queue.sojourn_quantile(p)));
    }
    Ok(found)
}

fn evaluate_gi_g_c(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let station = Station {
        servers: arguments.number("servers")?,
        arrival_rate: arguments.number("arrival_rate")?,
        mean_service: arguments.number("mean_service")?,
        service_scv: arguments.number_or("service_scv", 1.0)?,
        arrival_scv: arguments.number_or("arrival_scv", 1.0)?,
    };
    let wait = evaluate_wait(&station)?;
    let (mean_error, p90_error) = match wait.accuracy {
        Accuracy::Exact => (json!([0.0, 0.0]), json!([0.0, 0.0])),
        Accuracy::Measured(band) => (json!(band.mean), json!(band.p90)),
        Accuracy::Unknown => (json!(null), json!(null)),
    };
    Ok(outputs([
        ("p_wait", json!(wait.p_wait)),
        ("mean_wait", json!(wait.mean)),
        ("mean_sojourn", json!(wait.mean + station.mean_service)),
        ("mean_wait_error", mean_error),
        ("method", json!(wait.method.name())),
        ("wait_p90", json!(wait.quantile(0.9))),
        (
            "sojourn_p90",
            json!(wait.turnaround(&station).quantile(0.9)),
        ),
        ("sojourn_p90_error", p90_error),
    ]))
}
