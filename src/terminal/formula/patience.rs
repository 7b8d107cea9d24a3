//! The formulas of customers who give up: Erlang A, and blending with deferred work.

use super::{
    ARRIVAL_RATE, Arguments, Formula, FormulaError, Input, Kind, MEAN_SERVICE, Output, Quantities,
    SERVERS, outputs,
};
use crate::model::queueing::blending::{BlendingMethod, evaluate_blending, least_reserve};
use crate::model::queueing::error::check_rate;
use crate::model::queueing::{Abandonment, Blending, MultiServer};
use serde_json::json;

pub(super) static ERLANG_A: Formula = Formula {
    name: "erlang_a",
    meaning: "waiting when customers give up: Poisson arrivals, exponential service and patience",
    inputs: &[
        SERVERS,
        ARRIVAL_RATE,
        MEAN_SERVICE,
        Input::required(
            "mean_patience",
            Kind::Patience,
            "mean time a customer waits before giving up",
        ),
        Input::optional("target", Kind::Number, "a wait to be met"),
    ],
    outputs: &[
        Output::new("occupancy", "share of the servers' time that is busy"),
        Output::new("p_wait", "share of customers who find every server busy"),
        Output::new("p_abandon", "share of customers who give up"),
        Output::new("mean_wait", "mean wait of all customers, served or not"),
        Output::new("mean_queue", "mean number waiting"),
        Output::new("throughput", "customers served per unit of time"),
        Output::new(
            "service_level",
            "share of all customers served within target",
        ),
        Output::new(
            "service_level_answered",
            "the same, of those who are served",
        ),
        Output::new("mean_wait_served", "mean wait of those who are served"),
        Output::new("mean_wait_abandoned", "mean wait of those who give up"),
    ],
    evaluate: evaluate_erlang_a,
};

pub(super) static BLENDING: Formula = Formula {
    name: "blending",
    meaning: "live contacts and unlimited deferred work on the same desks, some kept free",
    inputs: &[
        Input::required(
            "live_arrival_rate",
            Kind::Number,
            "live arrivals per unit of time",
        ),
        Input::required(
            "live_mean_service",
            Kind::Number,
            "mean service time of a live contact",
        ),
        Input::required(
            "mean_patience",
            Kind::Number,
            "mean time a live customer waits before giving up",
        ),
        Input::required("servers", Kind::Number, "desks, a whole number"),
        Input::optional(
            "reserve",
            Kind::Number,
            "idle desks kept free of deferred work",
        ),
        Input::required(
            "deferred_mean_service",
            Kind::Number,
            "mean time of a piece of deferred work",
        ),
        Input::required(
            "target",
            Kind::Number,
            "a wait to be met for live customers",
        ),
        Input::optional(
            "level",
            Kind::Number,
            "share to be met: instead of reserve, to find the least",
        ),
    ],
    outputs: &[
        Output::new("reserve", "idle desks kept free of deferred work"),
        Output::new(
            "service_level",
            "share of live customers served within target",
        ),
        Output::new("p_wait", "share of live customers who have to wait"),
        Output::new("p_abandon", "share of live customers who give up"),
        Output::new(
            "deferred_throughput",
            "pieces of deferred work done per unit of time",
        ),
        Output::new(
            "deferred_servers",
            "desks busy with deferred work on average",
        ),
        Output::new(
            "method",
            "one_dimensional (equal means) or two_dimensional, both exact for unlimited deferred work",
        ),
    ],
    evaluate: evaluate_blended,
};

fn evaluate_erlang_a(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let target = arguments.optional_number("target")?;
    if let Some(target) = target {
        check_rate("target", target)?;
    }
    let (servers, rate) = (
        arguments.number("servers")?,
        arguments.number("arrival_rate")?,
    );
    let mean = arguments.number("mean_service")?;
    let patience = arguments.patience("mean_patience")?;
    if patience == f64::INFINITY {
        return Ok(nobody_gives_up(
            &MultiServer::new(servers, rate, mean)?,
            target,
        ));
    }
    let queue = Abandonment::new(servers, rate, mean, patience)?;
    Ok(outputs([
        ("occupancy", json!(queue.occupancy())),
        ("p_wait", json!(queue.p_wait())),
        ("p_abandon", json!(queue.p_abandon())),
        ("mean_wait", json!(queue.mean_wait())),
        ("mean_queue", json!(queue.mean_queue())),
        ("throughput", json!(queue.throughput())),
        (
            "service_level",
            json!(target.map(|t| queue.service_level(t))),
        ),
        (
            "service_level_answered",
            json!(target.map(|t| queue.service_level_answered(t))),
        ),
        ("mean_wait_served", json!(queue.mean_wait_served())),
        ("mean_wait_abandoned", json!(queue.mean_wait_abandoned())),
    ]))
}

/// Erlang C in the words of Erlang A.
fn nobody_gives_up(queue: &MultiServer, target: Option<f64>) -> Quantities {
    let level = json!(target.map(|t| queue.service_level(t)));
    outputs([
        ("occupancy", json!(queue.occupancy())),
        ("p_wait", json!(queue.p_wait())),
        ("p_abandon", json!(0.0)),
        ("mean_wait", json!(queue.mean_wait())),
        ("mean_queue", json!(queue.mean_queue())),
        ("throughput", json!(queue.arrival_rate())),
        ("service_level", level.clone()),
        ("service_level_answered", level),
        ("mean_wait_served", json!(queue.mean_wait())),
        ("mean_wait_abandoned", json!(null)),
    ])
}

fn evaluate_blended(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let given = arguments.optional_number("reserve")?;
    let blending = Blending {
        live_arrival_rate: arguments.number("live_arrival_rate")?,
        live_mean_service: arguments.number("live_mean_service")?,
        mean_patience: arguments.number("mean_patience")?,
        servers: arguments.number("servers")?,
        reserve: given.unwrap_or(0.0),
        deferred_mean_service: arguments.number("deferred_mean_service")?,
    };
    let target = arguments.number("target")?;
    let level = arguments.optional_number("level")?;
    let (reserve, found) = match (given, level) {
        (Some(reserve), None) => (reserve, evaluate_blending(&blending, target)?),
        (None, Some(level)) => least_reserve(&blending, target, level)?.ok_or_else(|| {
            FormulaError::refused(
                "no_solution",
                "No reserve is enough: even with no deferred work at all `level` is not reached, \
                 so give more `servers`, a lower `level` or a longer `target`."
                    .into(),
            )
        })?,
        (None, None) => {
            return Err(arguments.missing("reserve", "or `level` to find the least that is enough"));
        }
        (Some(_), Some(_)) => {
            return Err(FormulaError::refused(
                "bad_input",
                "`reserve` and `level` are both given: give one of them, the other follows from it."
                    .into(),
            ));
        }
    };
    let method = match found.method {
        BlendingMethod::OneDimensional => "one_dimensional",
        BlendingMethod::TwoDimensional => "two_dimensional",
    };
    Ok(outputs([
        ("reserve", json!(reserve)),
        ("service_level", json!(found.service_level)),
        ("p_wait", json!(found.p_wait)),
        ("p_abandon", json!(found.p_abandon)),
        ("deferred_throughput", json!(found.deferred_throughput)),
        ("deferred_servers", json!(found.deferred_servers)),
        ("method", json!(method)),
    ]))
}
