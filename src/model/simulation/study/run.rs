//! One of the runs of a study.

use crate::model::scenario::{Route, Scenario};
use crate::model::simulation::plan::{Impossible, Plan, Stream};
use crate::model::simulation::tally::Price;

/// One of the runs of a study.
#[derive(Clone, Debug)]
pub struct StudyRun {
    /// What is simulated.
    pub plan: Plan,
    /// The scenario, for the ledger.
    pub scenario: Scenario,
    /// Whether the front office's tool is bought.
    pub uses_tool: bool,
}

impl StudyRun {
    /// Routes of a scenario, to be simulated.
    pub fn new(scenario: Scenario, routes: &[Route], uses_tool: bool) -> Result<Self, Impossible> {
        Ok(Self {
            plan: Plan::new(&scenario, routes)?,
            scenario,
            uses_tool,
        })
    }

    /// What the events of every stream cost.
    pub(super) fn prices(&self) -> Vec<Price> {
        let price = |stream: &Stream| {
            let task = &self.scenario.tasks[stream.task];
            Price {
                delay: task.delay_cost.get() / 60.0,
                late: task.late_penalty.get(),
                error: task.error_cost.get(),
                loyalty: task.loyalty.clone(),
                given_up: task.channel.given_up_cost.get(),
            }
        };
        self.plan.streams.iter().map(price).collect()
    }
}
