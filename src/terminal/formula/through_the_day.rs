//! The formulas of rates that change: the queue on its way, and the work in progress.

use super::{
    Arguments, Formula, FormulaError, Input, Kind, MEAN_SERVICE, Output, Quantities, outputs,
};
use crate::model::queueing::{
    Periods, Returns, Transient, carry_over::carry_over, evaluate_transient, offered_load,
    offered_load_with_returns,
};
use serde_json::json;

const TIMES: Input = Input::required("times", Kind::List, "the times to look at");

pub(super) static TRANSIENT: Formula = Formula {
    name: "transient",
    meaning: "a queue on its way: rates and servers that change, exact by uniformisation",
    inputs: &[
        MEAN_SERVICE,
        TIMES,
        Input::optional(
            "initial",
            Kind::Number,
            "customers inside at time zero, none if left out",
        ),
        Input::optional(
            "arrival_rate",
            Kind::Number,
            "arrivals per unit of time, if they do not change",
        ),
        Input::required(
            "servers",
            Kind::NumberOrList,
            "servers on duty, whole numbers; by period a list",
        ),
        Input::optional(
            "period_length",
            Kind::Number,
            "length of each period, with arrival_rates",
        ),
        Input::optional(
            "arrival_rates",
            Kind::List,
            "arrivals by period; the list starts again at its end",
        ),
        Input::optional(
            "method",
            Kind::Word(&["exact", "carry_over"]),
            "exact if left out, or carry_over (a quick picture, a quarter off in a rush)",
        ),
    ],
    outputs: &[
        Output::new("expected_number", "expected number inside at each time"),
        Output::new("expected_queue", "expected number waiting"),
        Output::new("p_all_busy", "probability that every server is busy"),
    ],
    evaluate: evaluate_on_its_way,
};

pub(super) static OFFERED_LOAD: Formula = Formula {
    name: "offered_load",
    meaning: "work in progress from empty if nobody had to wait, for rates that change (exact)",
    inputs: &[
        MEAN_SERVICE,
        TIMES,
        Input::required("period_length", Kind::Number, "length of each period"),
        Input::required(
            "arrival_rates",
            Kind::List,
            "arrivals by period; the list starts again at its end",
        ),
        Input::optional(
            "p_return",
            Kind::Number,
            "share of customers who come back after each visit",
        ),
        Input::optional("mean_pause", Kind::Number, "mean time until they do"),
    ],
    outputs: &[Output::new(
        "expected_busy",
        "expected number in service at each time",
    )],
    evaluate: evaluate_in_progress,
};

/// The periods given, or one endless period of `arrival_rate`.
fn periods(arguments: &Arguments) -> Result<Periods, FormulaError> {
    match (
        arguments.has("arrival_rate"),
        arguments.has("arrival_rates"),
    ) {
        (true, true) => Err(FormulaError::refused(
            "bad_input",
            "`arrival_rate` and `arrival_rates` are both given: give one rate, or one by period."
                .into(),
        )),
        (true, false) => Ok(Periods {
            length: 1e100,
            arrival_rates: vec![arguments.number("arrival_rate")?],
        }),
        (false, true) if !arguments.has("period_length") => Err(arguments.missing(
            "period_length",
            "the length of each period of arrival_rates",
        )),
        (false, true) => Ok(Periods {
            length: arguments.number("period_length")?,
            arrival_rates: arguments.list("arrival_rates")?,
        }),
        (false, false) => {
            Err(arguments.missing("arrival_rate", "or `arrival_rates` with `period_length`"))
        }
    }
}

fn evaluate_on_its_way(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let periods = periods(arguments)?;
    let transient = Transient {
        mean_service: arguments.number("mean_service")?,
        initial: arguments.number_or("initial", 0.0)?,
        servers: arguments.list_or("servers", periods.arrival_rates.len(), 1.0)?,
        periods,
    };
    let times = arguments.list("times")?;
    let quick = arguments.has("method") && arguments.word("method")? == "carry_over";
    let found = if quick {
        carry_over(&transient, &times)?
    } else {
        evaluate_transient(&transient, &times)?
    };
    let list = |read: fn(&crate::model::queueing::transient::Moment) -> f64| {
        json!(found.iter().map(read).collect::<Vec<f64>>())
    };
    Ok(outputs([
        ("expected_number", list(|moment| moment.expected_number)),
        ("expected_queue", list(|moment| moment.expected_queue)),
        ("p_all_busy", list(|moment| moment.p_all_busy)),
    ]))
}

fn evaluate_in_progress(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let mean_service = arguments.number("mean_service")?;
    let periods = Periods {
        length: arguments.number("period_length")?,
        arrival_rates: arguments.list("arrival_rates")?,
    };
    let times = arguments.list("times")?;
    let busy = match (arguments.has("p_return"), arguments.has("mean_pause")) {
        (false, false) => offered_load(mean_service, &periods, &times)?,
        (true, false) => {
            return Err(arguments.missing("mean_pause", "the mean time until customers come back"));
        }
        (false, true) => {
            return Err(arguments.missing("p_return", "the share of customers who come back"));
        }
        (true, true) => {
            let returns = Returns {
                mean_service,
                p_return: arguments.number("p_return")?,
                mean_pause: arguments.number("mean_pause")?,
            };
            offered_load_with_returns(&returns, &periods, &times)?
        }
    };
    Ok(outputs([("expected_busy", json!(busy))]))
}
