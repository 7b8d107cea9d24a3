//! What a strategy costs, and whether it keeps up, for searches that need nothing else.

use super::at_rest::{AtRest, at_rest};
use super::desk::Effort;
use super::teams::TeamEvaluation;
use super::{compared, flow, ledgers, turnaround};
use crate::model::accounts;
use crate::model::cost::ledger::Ledger;
use crate::model::scenario::{Scenario, Task};
use crate::model::strategy::Strategy;

/// The teams of a strategy and whether it keeps up, for searches that need no money and no times.
pub fn teams_of(
    scenario: &Scenario,
    strategy: &Strategy,
    effort: Effort,
) -> Option<(Vec<TeamEvaluation>, bool)> {
    let rest = at_rest(scenario, strategy, effort)?.ok()?;
    let runs = rest.status.runs();
    Some((rest.teams, runs))
}

/// The cost of a month by strategy, for searches that need nothing else: `None` where the strategy
/// does not keep up. The list is that of [`compared`].
pub fn monthly_costs(scenario: &Scenario) -> Vec<Option<f64>> {
    compared(scenario)
        .into_iter()
        .map(|strategy| monthly_cost(scenario, strategy))
        .collect()
}

/// The cheapest of some months, by its place; `None` where no strategy keeps up.
pub fn cheapest(costs: &[Option<f64>]) -> Option<usize> {
    let running = costs
        .iter()
        .enumerate()
        .filter_map(|(place, cost)| cost.map(|cost| (place, cost)));
    running
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(place, _)| place)
}

/// The cost of a month of one strategy; `None` where it does not keep up.
pub fn monthly_cost(scenario: &Scenario, strategy: &Strategy) -> Option<f64> {
    let (_, month) = run(scenario, strategy)?;
    Some(month.total().get())
}

/// A strategy at rest and its month; `None` where it does not keep up. Times are worked out only where
/// they have a price.
fn run<'a>(scenario: &'a Scenario, strategy: &Strategy) -> Option<(AtRest<'a>, Ledger)> {
    let rest = at_rest(scenario, strategy, Effort::Frame)?.ok()?;
    if !rest.status.runs() {
        return None;
    }
    let (scenario, flows, teams) = (&*rest.scenario, &rest.flows, &rest.teams);
    let priced = scenario.tasks.iter().any(Task::prices_time);
    let time = priced.then(|| turnaround::punctuality(scenario, &rest.routes, flows, teams));
    let uses_tool = strategy.needs_tool(scenario);
    let month = ledgers::month(scenario, uses_tool, flows, teams, time.flatten().as_ref());
    Some((rest, month))
}

/// What a strategy costs, without its times.
pub struct Cost {
    /// The monthly run.
    pub month: Ledger,
    /// The touch cost of the average task.
    pub touch: Ledger,
    /// Paid once.
    pub set_up: f64,
}

/// What a strategy costs, for searches; `None` where it does not keep up.
pub fn cost(scenario: &Scenario, strategy: &Strategy) -> Option<Cost> {
    let (rest, month) = run(scenario, strategy)?;
    let used = flow::teams_used(&rest.flows).into_iter();
    Some(Cost {
        month,
        touch: ledgers::touch(&rest.scenario, &rest.flows),
        set_up: accounts::set_up(&rest.scenario, used, strategy.needs_tool(&rest.scenario)),
    })
}
