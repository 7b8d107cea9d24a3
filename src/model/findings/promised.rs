//! What can honestly be promised, where the promise is not kept nine times in ten.

use super::Finding;
use crate::model::evaluation::{Evaluation, StrategyEvaluation, evaluate_strategy};
use crate::model::scenario::Scenario;
use crate::model::strategy::{self, Strategy};
use crate::model::units::{People, Share};

/// A promise kept this often counts as kept.
pub const KEPT: f64 = 0.9;
/// Most people looked at; beyond that hiring is no answer.
const MOST: f64 = 500.0;

/// How often a strategy keeps its promise; `None` where it does not run.
fn kept(evaluated: &StrategyEvaluation) -> Option<f64> {
    evaluated
        .turnaround
        .as_ref()
        .map(|time| time.within_promise.get())
}

/// For the best strategy, if neither it nor another keeps the promise nine times in ten: what one
/// more person does, how many it would take, and the ceiling that no number of people passes.
pub(super) fn promised(scenario: &Scenario, evaluation: &Evaluation) -> Option<Finding> {
    let best = evaluation.comparison.best()?;
    if evaluation
        .strategies
        .iter()
        .any(|way| kept(way) >= Some(KEPT))
    {
        return None;
    }
    let evaluated = &evaluation.strategies[best];
    kept(evaluated)?;
    let strategy = strategy::find(evaluated.key)?;
    let team = evaluated.busiest()?.team;
    if scenario.teams[team].flexible {
        return None;
    }
    let now = scenario.teams[team].staff.get();
    let ceiling = ceiling(scenario, strategy)?;
    let enough = |staff: f64| with_staff(scenario, strategy, team, staff) >= Some(KEPT);
    Some(Finding::Promise {
        strategy: best,
        team,
        with_more: with_staff(scenario, strategy, team, now + 1.0).map(Share),
        enough: (ceiling >= KEPT && enough(MOST)).then(|| People(least(now, enough))),
        ceiling: Share(ceiling),
    })
}

/// How often the promise is kept with so many people in a team.
fn with_staff(scenario: &Scenario, strategy: &Strategy, team: usize, staff: f64) -> Option<f64> {
    let mut changed = scenario.clone();
    changed.teams[team].staff = People(staff);
    kept(&evaluate_strategy(&changed, strategy)?)
}

/// How often it would be kept if nobody ever waited: P(all work within the promise).
fn ceiling(scenario: &Scenario, strategy: &Strategy) -> Option<f64> {
    let mut unhurried = scenario.clone();
    for team in &mut unhurried.teams {
        team.queues = false;
        team.staff = People(MOST.max(team.staff.get()));
    }
    kept(&evaluate_strategy(&unhurried, strategy)?)
}

/// The least whole number over `from` that is enough, where [`MOST`] are.
fn least(from: f64, enough: impl Fn(f64) -> bool) -> f64 {
    let (mut short, mut found) = (from.floor(), MOST);
    while found - short > 1.0 {
        let middle = (0.5 * (short + found)).floor();
        if enough(middle) {
            found = middle;
        } else {
            short = middle;
        }
    }
    found
}
