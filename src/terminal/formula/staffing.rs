//! The formulas of how many people a promise takes: at one rate, and through the day.

use super::{
    ARRIVAL_RATE, Arguments, Formula, FormulaError, Input, Kind, MEAN_SERVICE, Output, Quantities,
    outputs,
};
use crate::model::queueing::{Periods, Staffing, least_staff, staff_by_period};
use serde_json::json;

const TARGET: Input = Input::required("target", Kind::Number, "the wait within which to answer");
const LEVEL: Input = Input::required(
    "level",
    Kind::Number,
    "the share to be answered within target",
);
const PATIENCE: Input = Input::optional(
    "mean_patience",
    Kind::Patience,
    "mean time a customer waits before giving up",
);
const OCCUPANCY: Input = Input::optional(
    "max_occupancy",
    Kind::Number,
    "the largest share of their time that servers may be busy",
);
const SHRINKAGE: Input = Input::optional(
    "shrinkage",
    Kind::Number,
    "the share of paid time that is not worked",
);

pub(super) static STAFFING: Formula = Formula {
    name: "staffing",
    meaning: "the fewest servers that keep a promise",
    inputs: &[
        ARRIVAL_RATE,
        MEAN_SERVICE,
        TARGET,
        LEVEL,
        PATIENCE,
        OCCUPANCY,
        SHRINKAGE,
    ],
    outputs: &[
        Output::new("servers", "servers on duty"),
        Output::new("scheduled", "people to schedule, shrinkage added"),
        Output::new("service_level", "share answered within target"),
        Output::new(
            "service_level_one_fewer",
            "the same with one fewer, if they keep up",
        ),
        Output::new("occupancy", "share of the servers' time that is busy"),
    ],
    evaluate,
};

pub(super) static STAFFING_BY_PERIOD: Formula = Formula {
    name: "staffing_by_period",
    meaning: "the fewest servers period by period, following the work in progress (approximate)",
    inputs: &[
        Input::required(
            "arrival_rates",
            Kind::List,
            "arrivals per unit of time in each period",
        ),
        Input::required("period_length", Kind::Number, "length of each period"),
        MEAN_SERVICE,
        TARGET,
        LEVEL,
        PATIENCE,
        OCCUPANCY,
        SHRINKAGE,
    ],
    outputs: &[
        Output::new(
            "loads",
            "largest expected work in progress in each period, in erlangs",
        ),
        Output::new("servers", "servers on duty in each period"),
        Output::new(
            "scheduled",
            "people to schedule in each period, shrinkage added",
        ),
    ],
    evaluate: evaluate_by_period,
};

/// What is asked of a team at a rate.
fn asked(arguments: &Arguments, arrival_rate: f64) -> Result<Staffing, FormulaError> {
    let patience = arguments.patience("mean_patience")?;
    Ok(Staffing {
        arrival_rate,
        mean_service: arguments.number("mean_service")?,
        target: arguments.number("target")?,
        level: arguments.number("level")?,
        mean_patience: (patience != f64::INFINITY).then_some(patience),
        max_occupancy: arguments.number_or("max_occupancy", 1.0)?,
        shrinkage: arguments.number_or("shrinkage", 0.0)?,
    })
}

fn evaluate(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let staffing = asked(arguments, arguments.number("arrival_rate")?)?;
    let found = least_staff(&staffing)?;
    Ok(outputs([
        ("servers", json!(found.servers)),
        ("scheduled", json!(found.scheduled)),
        ("service_level", json!(found.service_level)),
        (
            "service_level_one_fewer",
            json!(found.service_level_one_fewer),
        ),
        ("occupancy", json!(found.occupancy)),
    ]))
}

fn evaluate_by_period(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let periods = Periods {
        length: arguments.number("period_length")?,
        arrival_rates: arguments.list("arrival_rates")?,
    };
    let found = staff_by_period(&asked(arguments, 0.0)?, &periods)?;
    let list = |read: fn(&(f64, crate::model::queueing::LeastStaff)) -> f64| {
        json!(found.iter().map(read).collect::<Vec<f64>>())
    };
    Ok(outputs([
        ("loads", list(|(load, _)| *load)),
        ("servers", list(|(_, staff)| staff.servers)),
        ("scheduled", list(|(_, staff)| staff.scheduled)),
    ]))
}
