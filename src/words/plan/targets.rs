//! The targets of a plan: what is reached of them, by formula and in the simulation.

use crate::model::optimise::{Confirmed, Found, OutOfReach, Plan, Reached};
use crate::model::scenario::Scenario;
use crate::words::english;
use crate::words::judgement::interval_share;
use crate::words::labels::{lower_first, task_name, upper_first};
use crate::words::numbers::{count_word, duration, number, percent};
use crate::words::sentences::Context;

/// What is reached of a kind's target: `96 %, asked 90 %; simulated 95.1 ± 0.4 %`; none where none was
/// set.
pub fn reached(plan: &Plan, confirmed: Option<&Confirmed>, task: usize) -> Option<String> {
    let place = plan.targets.iter().position(|target| target.task == task)?;
    let target = &plan.targets[place];
    let asked = percent(target.asked);
    let by_formula = match target.reached {
        Some(share) => format!("{}, asked {asked}", percent(share)),
        None => format!("asked {asked}, no formula knows"),
    };
    let simulated = confirmed.map(|confirmed| match confirmed.of(place) {
        Some(share) => format!("; simulated {}", interval_share(share)),
        None => "; simulated, it never settles".to_owned(),
    });
    Some(by_formula + simulated.as_deref().unwrap_or(""))
}

/// Whether a kind's target is missed, by the formula or by the simulation.
pub fn misses(plan: &Plan, confirmed: Option<&Confirmed>, task: usize) -> bool {
    let targets = plan.targets.iter().enumerate();
    let mut own = targets.filter(|(_, target)| target.task == task);
    own.any(|(place, target)| {
        !target.is_met() || confirmed.is_some_and(|confirmed| confirmed.misses(plan, place))
    })
}

/// What the simulation says of the best plan; nothing as long as it has not been simulated.
pub fn simulated(found: &Found) -> Option<String> {
    let (plan, confirmed) = (found.best.as_ref()?, found.confirmed.as_ref()?);
    if !plan.targets.iter().any(Reached::is_met) {
        return None;
    }
    if !confirmed.holds(plan) {
        let says = match confirmed.shares.is_empty() {
            true => "In the simulation it never settles: it is too near its limit",
            false => "The simulation does not confirm every target",
        };
        return Some(format!(
            "{says}, and no plan was found that exceeds the targets by as much as the formula is wrong."
        ));
    }
    let again = match confirmed.plans - 1 {
        0 => String::new(),
        cheaper => {
            let spare = confirmed.spare.iter().copied().fold(0.0, f64::max);
            let plans = if cheaper == 1 { "plan" } else { "plans" };
            format!(
                " {} cheaper {plans} missed a target there, so the formula is asked for up to {} points more.",
                upper_first(&count_word(f64::from(cheaper))),
                number(100.0 * spare, 1)
            )
        }
    };
    let says = match below(plan, confirmed) {
        false => "The simulation confirms every target that is met.",
        true => "The simulation finds no target missed: what it puts lower lies within its ±.",
    };
    Some(format!("{says}{again}"))
}

/// Whether the simulation puts a target that is met lower than what was asked, if by no more than
/// chance explains.
fn below(plan: &Plan, confirmed: &Confirmed) -> bool {
    let mut pairs = plan.targets.iter().zip(&confirmed.shares);
    pairs.any(|(target, found)| target.is_met() && found.mean < target.asked)
}

/// What the best way misses of what was asked, where another way does all of it.
pub fn asked_for(context: &Context) -> Option<String> {
    let (scenario, ways) = (context.scenario, &context.evaluation.strategies);
    let best = &ways[context.evaluation.comparison.best()?];
    let other = ways.iter().find(|way| way.meets_all(scenario))?;
    let targets = best.targets(scenario);
    let missed = targets.iter().find(|target| !target.is_met())?;
    Some(format!(
        "Less than was asked: {} {} in time instead of {}; {} does what was asked.",
        lower_first(&task_name(scenario, missed.task)),
        percent(missed.reached?.get()),
        percent(missed.share.get()),
        english::strategy(other.key).noun,
    ))
}

/// A target that nothing meets.
pub fn out_of_reach(scenario: &Scenario, out: &OutOfReach) -> String {
    let name = task_name(scenario, out.task);
    let promise = duration(scenario.tasks[out.task].promise.get());
    format!(
        "{name}: no plan keeps the promise of {promise} for {}; if nobody ever waited it would be {}. The plan leaves this target out.",
        percent(out.asked),
        percent(out.ceiling)
    )
}
