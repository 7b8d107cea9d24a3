//! The formula of classes of work where some go before others.

use super::{Arguments, Formula, FormulaError, Input, Kind, Output, Quantities, SERVERS, outputs};
use crate::model::queueing::{Discipline, Priority, QueueError, evaluate_priority};
use serde_json::json;

pub(super) static PRIORITY: Formula = Formula {
    name: "priority",
    meaning: "waiting by class where urgent work goes first, interrupting or not",
    inputs: &[
        Input::required(
            "arrival_rates",
            Kind::List,
            "arrivals per unit of time, the most urgent class first",
        ),
        Input::required(
            "mean_service",
            Kind::NumberOrList,
            "mean service time, of all or of each class",
        ),
        SERVERS,
        Input::required(
            "discipline",
            Kind::Word(&["non_preemptive", "preemptive"]),
            "non_preemptive (next in line) or preemptive (interrupts)",
        ),
        Input::optional(
            "service_scv",
            Kind::NumberOrList,
            "SCV of service, 1 if left out",
        ),
    ],
    outputs: &[
        Output::new("mean_waits", "mean wait by class, interruptions included"),
        Output::new("mean_sojourns", "mean wait and service by class"),
        Output::new(
            "method",
            "exact (equal exponential services, or one server) or approximate",
        ),
    ],
    evaluate,
};

fn evaluate(arguments: &Arguments) -> Result<Quantities, FormulaError> {
    let arrival_rates = arguments.list("arrival_rates")?;
    let classes = arrival_rates.len();
    let priority = Priority {
        mean_service: arguments.list_or("mean_service", classes, 1.0)?,
        service_scv: arguments.list_or("service_scv", classes, 1.0)?,
        servers: arguments.number("servers")?,
        discipline: match arguments.word("discipline")? {
            "preemptive" => Discipline::Preemptive,
            _ => Discipline::NonPreemptive,
        },
        arrival_rates,
    };
    let found = evaluate_priority(&priority)?;
    let with_service = |(wait, mean): (&Option<f64>, &f64)| wait.map(|wait| wait + mean);
    let sojourns: Vec<Option<f64>> = found
        .mean_waits
        .iter()
        .zip(&priority.mean_service)
        .map(with_service)
        .collect();
    let method = if found.exact { "exact" } else { "approximate" };
    let answer = outputs([
        ("mean_waits", json!(found.mean_waits)),
        ("mean_sojourns", json!(sojourns)),
        ("method", json!(method)),
    ]);
    let load: f64 = priority.loads().iter().sum();
    if load >= priority.servers {
        let overload = QueueError::overload(None, load, priority.servers);
        return Err(FormulaError::from(overload).knowing(answer));
    }
    Ok(answer)
}
