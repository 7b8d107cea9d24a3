//! A scenario with everything that came of it, and the names of its parts.

use crate::model::evaluation::{Evaluation, evaluate};
use crate::model::findings::{Findings, find};
use crate::model::presets;
use crate::model::scenario::{Address, Scenario};
use crate::words::sentences::Context;
use std::collections::{BTreeMap, HashMap};

/// A scenario with everything that came of it.
pub(super) struct Answer {
    /// What was asked.
    pub(super) scenario: Scenario,
    /// What came of it.
    pub(super) evaluation: Evaluation,
    /// What the numbers say.
    pub(super) findings: Findings,
}

impl Answer {
    /// Evaluates a scenario.
    pub(super) fn of(scenario: Scenario) -> Self {
        let evaluation = evaluate(&scenario);
        let findings = find(&scenario, &evaluation);
        Self {
            scenario,
            evaluation,
            findings,
        }
    }

    /// What sentences are made from.
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            scenario: &self.scenario,
            evaluation: &self.evaluation,
            findings: &self.findings,
        }
    }

    /// Key of a strategy by its place in the list.
    pub(super) fn key(&self, place: usize) -> &'static str {
        self.evaluation.strategies[place].key
    }

    /// Key of a team by its place in the scenario.
    pub(super) fn team(&self, place: usize) -> &str {
        &self.scenario.teams[place].key
    }

    /// Key of a task by its place in the scenario.
    pub(super) fn task(&self, place: usize) -> &str {
        &self.scenario.tasks[place].key
    }

    /// Every number that the example, at its pinned revision, does not hold with the same value.
    pub(super) fn changed(&self) -> BTreeMap<String, f64> {
        let example = self.example_numbers();
        self.numbers()
            .filter(|(key, value)| example.get(key) != Some(value))
            .collect()
    }

    /// Every number of the scenario with its key.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (String, f64)> {
        let scenario = &self.scenario;
        let one = |address: Address| (address.key(scenario), address.read(scenario));
        Address::all(scenario).into_iter().map(one)
    }

    /// The numbers of the example that the scenario started from; none where there is no such one.
    pub(super) fn example_numbers(&self) -> HashMap<String, f64> {
        let origin = &self.scenario.origin;
        let example =
            presets::find(&origin.example).and_then(|preset| (preset.scenario)(origin.revision));
        let of = |example: Scenario| {
            let one = |address: &Address| (address.key(&example), address.read(&example));
            Address::all(&example).iter().map(one).collect()
        };
        example.map(of).unwrap_or_default()
    }
}
