//! The formula of what piles up: a fluid that comes in, goes out, and cannot be less than nothing.

use super::{Arguments, Formula, FormulaError, Input, Kind, Output, Quantities, outputs};
use crate::model::queueing::backlog::{Backlog, Periods};
use serde_json::{Value, json};

pub(super) static BACKLOG: Formula = Formula {
    name: "backlog",
    meaning: "what piles up and when it is gone, without chance (a fluid, exact for one)",
    inputs: &[
        Input::required("backlog", Kind::Number, "what waits at time zero"),
        Input::required(
            "inflow",
            Kind::NumberOrList,
            "what comes in a period; the last of a list goes on",
        ),
        Input::required(
            "capacity",
            Kind::NumberOrList,
            "what can be done in a period; the last of a list goes on",
        ),
    ],
    outputs: &[
        Output::new(
            "clear_time",
            "periods until nothing waits, for good; null where that never is",
        ),
        Output::new("peak", "most that ever waits; null where it grows for ever"),
        Output::new(
            "area",
            "what waits times how long, until it is gone for good",
        ),
        Output::new("by_period", "what waits at the end of each period"),
    ],
    evaluate,
};

fn evaluate(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let waiting = arguments.number("backlog")?;
    let periods = Periods {
        inflow: arguments.list_or("inflow", 1, 0.0)?,
        capacity: arguments.list_or("capacity", 1, 0.0)?,
    };
    let found = Backlog::of(waiting, &periods)?;
    let number = |value: Option<f64>| value.map_or(Value::Null, |value| json!(value));
    let known = outputs([
        ("clear_time", number(found.clear_time)),
        ("peak", number(found.peak)),
        ("area", number(found.area)),
        ("by_period", json!(found.by_period)),
    ]);
    let message = match found.growth {
        growth if growth > 0.0 => format!(
            "In the end {growth} more come in a period than can be done, and the backlog grows for ever: raise `capacity` by more than that."
        ),
        _ if found.clear_time.is_none() => "In the end as much comes in as can be done, and what waits then is never gone: raise `capacity`.".to_owned(),
        _ => return Ok(known),
    };
    Err(FormulaError::Unstable {
        status: "overload",
        message,
        outputs: known,
    })
}
