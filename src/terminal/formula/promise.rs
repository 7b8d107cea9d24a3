//! The formulas around a promise: customers who chase what is late, and a quote at the desk.

use super::{
    ARRIVAL_RATE, Arguments, Formula, FormulaError, Input, Kind, Output, Quantities, SERVERS,
    outputs,
};
use crate::model::queueing::quote::quote;
use crate::model::queueing::{Chasers, evaluate_chasers};
use serde_json::json;

pub(super) static CHASERS: Formula = Formula {
    name: "chasers",
    meaning: "customers who chase late work and so make more of it, and when that never settles",
    inputs: &[
        SERVERS,
        ARRIVAL_RATE,
        Input::required(
            "mean_service",
            Kind::Number,
            "mean service time of a task nobody chases",
        ),
        Input::required(
            "promise",
            Kind::Number,
            "the time within which a task is promised",
        ),
        Input::required(
            "chase_rate",
            Kind::Number,
            "chases per unit of overdue time",
        ),
        Input::required(
            "chase_service",
            Kind::Number,
            "service time that each chase costs",
        ),
    ],
    outputs: &[
        Output::new(
            "mean_service_chased",
            "mean service time of a task, chases included",
        ),
        Output::new("chasers_per_task", "chases per task"),
        Output::new("load", "offered load in erlangs, chases included"),
        Output::new("occupancy", "share of the servers' time that is busy"),
        Output::new("mean_sojourn", "mean time until a task is done"),
        Output::new("p_sojourn_over_promise", "share of tasks that are late"),
        Output::new(
            "critical_chase_rate",
            "chase rate from which delay feeds itself",
        ),
    ],
    evaluate: evaluate_loop,
};

pub(super) static QUOTE: Formula = Formula {
    name: "quote",
    meaning: "what to tell the customer who asks now, by how many are ahead",
    inputs: &[
        SERVERS,
        Input::required("mean_service", Kind::Number, "mean service time"),
        Input::required("ahead", Kind::Number, "customers inside before this one"),
    ],
    outputs: &[
        Output::new("mean_wait", "expected wait"),
        Output::new("wait_p50", "wait that holds in half of such cases"),
        Output::new("wait_p80", "wait that holds in 80% of such cases"),
        Output::new("wait_p90", "wait that holds in 90% of such cases"),
        Output::new("wait_p95", "wait that holds in 95% of such cases"),
    ],
    evaluate: evaluate_quote,
};

fn evaluate_loop(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let chasers = Chasers {
        servers: arguments.number("servers")?,
        arrival_rate: arguments.number("arrival_rate")?,
        mean_service: arguments.number("mean_service")?,
        promise: arguments.number("promise")?,
        chase_rate: arguments.number("chase_rate")?,
        chase_service: arguments.number("chase_service")?,
    };
    let found = evaluate_chasers(&chasers)?;
    Ok(outputs([
        ("mean_service_chased", json!(found.queue.mean_service())),
        ("chasers_per_task", json!(found.chasers_per_task)),
        ("load", json!(found.queue.load())),
        ("occupancy", json!(found.queue.occupancy())),
        ("mean_sojourn", json!(found.queue.mean_sojourn())),
        (
            "p_sojourn_over_promise",
            json!(found.queue.sojourn_over(chasers.promise)),
        ),
        ("critical_chase_rate", json!(found.critical_chase_rate)),
    ]))
}

fn evaluate_quote(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let wait = quote(
        arguments.number("servers")?,
        arguments.number("mean_service")?,
        arguments.number("ahead")?,
    )?;
    Ok(outputs([
        ("mean_wait", json!(wait.mean())),
        ("wait_p50", json!(wait.quantile(0.5))),
        ("wait_p80", json!(wait.quantile(0.8))),
        ("wait_p90", json!(wait.quantile(0.9))),
        ("wait_p95", json!(wait.quantile(0.95))),
    ]))
}
