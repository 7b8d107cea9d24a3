//! An answer as the terminal speaks of it: by the keys of its parts.

use crate::model::presets;
use crate::model::scenario::{Address, Scenario};
pub(super) use crate::words::sentences::Answer;
use std::collections::{BTreeMap, HashMap};

impl Answer {
    /// Key of a strategy by its place in the list.
    pub(in crate::terminal) fn key(&self, place: usize) -> &'static str {
        self.evaluation.strategies[place].key
    }

    /// Key of a team by its place in the scenario.
    pub(in crate::terminal) fn team(&self, place: usize) -> &str {
        &self.scenario.teams[place].key
    }

    /// Key of a task by its place in the scenario.
    pub(in crate::terminal) fn task(&self, place: usize) -> &str {
        &self.scenario.tasks[place].key
    }

    /// Every number that the example, at its pinned revision, does not hold with the same value.
    pub(in crate::terminal) fn changed(&self) -> BTreeMap<String, f64> {
        let example = self.example_numbers();
        self.numbers()
            .filter(|(key, value)| example.get(key) != Some(value))
            .collect()
    }

    /// Every number of the scenario with its key.
    pub(in crate::terminal) fn numbers(&self) -> impl Iterator<Item = (String, f64)> {
        let scenario = &self.scenario;
        let one = |address: Address| (address.key(scenario), address.read(scenario));
        Address::all(scenario).into_iter().map(one)
    }

    /// The numbers of the example that the scenario started from; none where there is no such one.
    pub(in crate::terminal) fn example_numbers(&self) -> HashMap<String, f64> {
        let origin = &self.scenario.origin;
        let example = presets::scenario(&origin.example, origin.revision);
        let of = |example: Scenario| {
            let one = |address: &Address| (address.key(&example), address.read(&example));
            Address::all(&example).iter().map(one).collect()
        };
        example.map(of).unwrap_or_default()
    }
}
