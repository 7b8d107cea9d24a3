//! The formula of a queue with room for so many.

use super::{
    ARRIVAL_RATE, Arguments, Formula, FormulaError, Input, Kind, MEAN_SERVICE, Output, Quantities,
    outputs,
};
use crate::model::queueing::FiniteCapacity;
use serde_json::json;

pub(super) static FINITE_CAPACITY: Formula = Formula {
    name: "finite_capacity",
    meaning: "waiting when those who find the place full are turned away (M/M/c/K)",
    inputs: &[
        Input::required("servers", Kind::Number, "servers on duty, a whole number"),
        Input::required(
            "capacity",
            Kind::Number,
            "room for customers, those in service included",
        ),
        ARRIVAL_RATE,
        MEAN_SERVICE,
    ],
    outputs: &[
        Output::new("p_block", "share of customers turned away"),
        Output::new("utilisation", "share of the servers' time that is busy"),
        Output::new("mean_number", "mean number inside"),
        Output::new("mean_queue", "mean number waiting"),
        Output::new("throughput", "customers served per unit of time"),
        Output::new("mean_wait", "mean wait of those let in"),
        Output::new("mean_sojourn", "mean wait and service of those let in"),
    ],
    evaluate,
};

fn evaluate(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let queue = FiniteCapacity::new(
        arguments.number("servers")?,
        arguments.number("capacity")?,
        arguments.number("arrival_rate")?,
        arguments.number("mean_service")?,
    )?;
    Ok(outputs([
        ("p_block", json!(queue.p_block())),
        ("utilisation", json!(queue.utilisation())),
        ("mean_number", json!(queue.mean_number())),
        ("mean_queue", json!(queue.mean_queue())),
        ("throughput", json!(queue.throughput())),
        ("mean_wait", json!(queue.mean_wait())),
        ("mean_sojourn", json!(queue.mean_sojourn())),
    ]))
}
