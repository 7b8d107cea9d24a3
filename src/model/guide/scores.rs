//! The scores of one way, and what vetoes it.

use super::Veto;
use crate::model::cost::horizon::annuity;
use crate::model::cost::ledger::{Entry, Ledger, Line, Valuation};
use crate::model::evaluation::{Evaluation, Status, StrategyEvaluation, workings};
use crate::model::scenario::Scenario;
use crate::model::scenario::principles::COUNT;
use crate::model::strategy;

/// Labour of a task at its hourly rates.
fn labour(touch: &Ledger) -> f64 {
    let lines = [Line::Work, Line::HandOff, Line::Loops];
    lines.map(|line| touch.line(line).get()).iter().sum()
}

/// What costs are scored against: the user's figure, or the labour of a task today.
pub fn reference(scenario: &Scenario, evaluation: &Evaluation) -> f64 {
    let own = scenario.principles.reference;
    if own > 0.0 {
        return own;
    }
    evaluation.today().map_or(0.0, |today| labour(&today.touch))
}

/// The five scores of a way.
pub(super) fn scores(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
    reference: f64,
) -> [f64; COUNT] {
    let tasks = scenario.tasks_per_month().max(f64::MIN_POSITIVE);
    let errors = way.touch.line(Line::Errors).get();
    let within = way
        .turnaround
        .as_ref()
        .map_or(0.0, |time| time.within_promise.get());
    let cost = labour(&way.touch) + fees_beyond_pay(scenario, &way.month) / tasks;
    let lost = way.month.line(Line::LostCustomers).get() / tasks;
    [
        1.0 - share_of(errors, reference),
        ((within - 0.5) / (0.99 - 0.5)).clamp(0.0, 1.0),
        share_of(reference, 2.0 * cost),
        commitment(scenario, way, today),
        1.0 - share_of(lost, reference),
    ]
}

/// min(1, a/b); nothing of nothing is nothing, something of nothing is all.
fn share_of(part: f64, whole: f64) -> f64 {
    if part <= 0.0 {
        return 0.0;
    }
    if whole <= 0.0 {
        return 1.0;
    }
    (part / whole).min(1.0)
}

/// Fees lost in a month beyond the pay of the same hours, which the touch cost counts already.
fn fees_beyond_pay(scenario: &Scenario, month: &Ledger) -> f64 {
    let beyond = |entry: &Entry| match (entry.valuation, entry.team) {
        (Valuation::LostFee, Some(team)) => {
            let pay = entry.hours.get() * scenario.teams[team].rate.get();
            (entry.amount.get() - pay).max(0.0)
        }
        _ => 0.0,
    };
    month.entries.iter().map(beyond).sum()
}

/// How well the volume carries what a way commits: the saving over the horizon against the set-up. A
/// way that commits nothing scores one half.
fn commitment(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
) -> f64 {
    let set_up = way.set_up.get();
    if set_up <= 0.0 {
        return 0.5;
    }
    let saving = today.map_or(0.0, |today| {
        today.month.total().get() - way.month.total().get()
    });
    let ahead = &scenario.horizon;
    let worth = saving.max(0.0) * annuity(ahead.months, ahead.discount.get());
    (worth / set_up).min(1.0)
}

/// Why a way is out of the question, if it is.
pub(super) fn veto(scenario: &Scenario, way: &StrategyEvaluation) -> Option<Veto> {
    if way.status != Status::Steady {
        return Some(Veto::DoesNotRun);
    }
    let limits = &scenario.principles;
    if limits.escape_limit < 1.0 {
        let escaped = escaped(scenario, way.key);
        if escaped > limits.escape_limit {
            return Some(Veto::Errors(escaped));
        }
    }
    let within = way
        .turnaround
        .as_ref()
        .map(|time| time.within_promise.get());
    let within = within.filter(|within| *within < limits.floor)?;
    Some(Veto::TooLate(within))
}

/// Errors a task that reach the customer.
fn escaped(scenario: &Scenario, key: &str) -> f64 {
    let Some(found) = strategy::find(key).and_then(|way| workings(scenario, way)) else {
        return 0.0;
    };
    let tasks: f64 = found
        .routes
        .iter()
        .map(|route| route.tasks_per_minute)
        .sum();
    let escaped = found.routes.iter().map(|route| {
        let steps = route
            .steps
            .iter()
            .map(|one| one.visits * one.step.escapes());
        route.tasks_per_minute * steps.sum::<f64>()
    });
    escaped.sum::<f64>() / tasks.max(f64::MIN_POSITIVE)
}
