//! Formula and simulation side by side, in words.

use super::labels::{team_name, upper_first};
use super::numbers::{CURRENCY, number, percent_figure};
use crate::model::decimal::fixed;
use crate::model::evaluation::{Status, StrategyEvaluation};
use crate::model::judgement::{Agreement, Cause, Judged, Measure};
use crate::model::scenario::Scenario;
use crate::model::simulation::Estimate;

/// Longer times are told in hours.
const LONG: f64 = 600.0;

/// What a number is called.
pub fn measure_name(scenario: &Scenario, measure: Measure) -> String {
    let of_team = |what: &str, team| format!("{}: {what}", upper_first(&team_name(scenario, team)));
    match measure {
        Measure::Mean => "Mean turnaround".to_owned(),
        Measure::P50 => "Half done within".to_owned(),
        Measure::P80 => "Four in five done within".to_owned(),
        Measure::P90 => "Nine in ten done within".to_owned(),
        Measure::P95 => "Nineteen in twenty done within".to_owned(),
        Measure::Within => "Within the promise".to_owned(),
        Measure::Month => "Cost a month".to_owned(),
        Measure::Busy(team) => of_team("busy", team),
        Measure::Wait(team) => of_team("mean wait", team),
    }
}

/// The formula's value and the simulation's interval, in one unit and to digits that mean
/// something: `32.85 min`, `33.0 ± 0.6 min`.
pub fn values(judged: &Judged) -> (String, String) {
    let Estimate { mean, half } = judged.simulation;
    let (factor, before, after) = match judged.measure {
        Measure::Within | Measure::Busy(_) => (100.0, "", "\u{202f}%"),
        Measure::Month => (1.0, CURRENCY, ""),
        _ if judged.formula.max(mean) >= LONG => (1.0 / 60.0, "", " h"),
        _ => (1.0, "", " min"),
    };
    let digits = decimals(half * factor);
    let text = |value: f64| match judged.measure {
        Measure::Month => number(value, 0),
        _ => fixed(value * factor, digits),
    };
    let (formula, found) = (text(judged.formula), text(mean));
    let interval = match text(half) {
        half if half.chars().all(|sign| matches!(sign, '0' | '.')) => found,
        half => format!("{found} ± {half}"),
    };
    (
        format!("{before}{formula}{after}"),
        format!("{before}{interval}{after}"),
    )
}

/// Digits after the point with which a half-width shows one or two figures.
fn decimals(half: f64) -> usize {
    match half {
        half if half >= 10.0 => 0,
        half if half >= 0.3 => 1,
        _ => 2,
    }
}

/// How formula and simulation stand to each other, in a word or two.
pub fn agreement(judged: &Judged) -> String {
    let off = |off: f64| {
        let side = if off > 0.0 { "high" } else { "low" };
        let share = percent_figure(off.abs());
        format!("formula {share}\u{202f}% {side}")
    };
    match judged.agreement {
        Agreement::Inside => "agree".to_owned(),
        Agreement::Close(share) => format!("close: {}", off(share)),
        Agreement::Apart(share) => format!("differ: {}", off(share)),
    }
}

/// Why they may differ.
pub fn cause(scenario: &Scenario, way: &StrategyEvaluation, cause: Cause) -> String {
    match cause {
        Cause::Chance => "The formula is exact for this model; one interval in twenty misses the true value, and another seed moves it.".to_owned(),
        Cause::Fitted => "The formula’s mean is exact; its quantiles come from a gamma distribution with the right mean and variance.".to_owned(),
        Cause::Independent => "The formula takes the visits of a task as independent, while one that waits long once is likelier to wait long again.".to_owned(),
        Cause::Approximate(false) => "The formula for the wait is an approximation; trust the simulation.".to_owned(),
        Cause::Approximate(true) => "The formula for the wait is an approximation, a rough one where times vary this much; trust the simulation.".to_owned(),
        Cause::Fraction(team) => {
            let on_duty = way.teams[team].on_duty.get();
            format!(
                "{} people on duty in the {}: to the formula a number, in the simulation {} and one who works part of the time.",
                number(on_duty, 2),
                team_name(scenario, team),
                number(on_duty.floor(), 0)
            )
        }
        Cause::Lognormal => "Times have long tails in the simulation; the formula knows their mean and variance only.".to_owned(),
    }
}

/// A way that does not settle in the simulation, beside what the formula says of it; growth in
/// tasks a week.
pub fn unstable(way: &StrategyEvaluation, growth: Estimate) -> String {
    let found = format!(
        "It never settles: {} ± {} more tasks are inside every week",
        number(growth.mean, 1),
        number(growth.half, 1)
    );
    match way.status {
        Status::Overload {
            growth_per_week, ..
        } => format!("{found}; the formula says {}.", number(growth_per_week, 1)),
        _ => format!(
            "{found}, though the formula says that it keeps up: it is so near its limit that the simulation did not see it settle."
        ),
    }
}
