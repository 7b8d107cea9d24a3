//! The examples: one file each, with its numbers, the controls it shows first and its strategies.
//! Numbers that an example does not name are the table's defaults.
//!
//! What every example is like is a table; its numbers are built by a function apart, since the page
//! fetches those of all but the first when they are asked for.

mod claims;
mod consulting;
mod defaults;
mod desk;
mod forms;
mod helping;
mod hotel;
mod loans;
mod office;
mod onboarding;
mod outsourcing;
mod service;
mod tax;
mod trades;
mod upgrade;

pub use defaults::blank;

use super::arrival::Arrival;
use super::scenario::{Address, Origin, Scenario};

/// One example.
pub struct Preset {
    /// Stable name in links and on the command line.
    pub key: &'static str,
    /// The revision in use, counted from 1. Earlier revisions stay, so that old links keep their meaning.
    pub revision: u32,
    /// The numbers whose controls stand open at first: at most eight.
    pub controls: &'static [&'static str],
    /// The strategies compared, by key, today's first.
    pub strategies: &'static [&'static str],
    /// Key of the chart that stands first.
    pub first_chart: &'static str,
}

/// Every example, in the order of the picker.
pub static PRESETS: &[&Preset] = &[
    &consulting::PRESET,
    &office::PRESET,
    &service::PRESET,
    &loans::PRESET,
    &tax::PRESET,
    &hotel::PRESET,
    &claims::PRESET,
    &outsourcing::PRESET,
    &trades::PRESET,
    &forms::PRESET,
    &desk::PRESET,
    &helping::PRESET,
    &onboarding::PRESET,
    &upgrade::PRESET,
];

/// Their keys, in the same order: all that the picker needs to know of those that are fetched later.
pub const KEYS: [&str; 14] = [
    "consulting",
    "office",
    "service",
    "loans",
    "tax",
    "hotel",
    "claims",
    "outsourcing",
    "trades",
    "forms",
    "desk",
    "helping",
    "surge",
    "upgrade",
];

/// Finds an example by its key.
pub type Find = fn(&str) -> Option<&'static Preset>;

/// Where all examples but the first arrive.
pub static ARRIVAL: Arrival<Find> = Arrival::new();

/// Finds an example by its key. On the page only the parts that bring examples may call this: they go
/// where it goes.
pub fn find(key: &str) -> Option<&'static Preset> {
    PRESETS.iter().copied().find(|preset| preset.key == key)
}

/// The example that a scenario started from, or the first one.
pub fn of(scenario: &Scenario) -> &'static Preset {
    let key = scenario.origin.example.as_str();
    let other = || ARRIVAL.at_hand(|| find).and_then(|find| find(key));
    let first = (key == consulting::PRESET.key).then_some(&consulting::PRESET);
    first.or_else(other).unwrap_or(&consulting::PRESET)
}

/// The numbers of an example for which the page looks for the value that would change the verdict.
pub fn deciders(key: &str) -> &'static [&'static str] {
    match key {
        "consulting" => consulting::DECIDERS,
        "loans" => loans::DECIDERS,
        "tax" => tax::DECIDERS,
        "hotel" => hotel::DECIDERS,
        "claims" => claims::DECIDERS,
        "outsourcing" => outsourcing::DECIDERS,
        "trades" => trades::DECIDERS,
        "forms" => forms::DECIDERS,
        "desk" => desk::DECIDERS,
        "helping" => helping::DECIDERS,
        "office" => office::DECIDERS,
        "service" => service::DECIDERS,
        "surge" => onboarding::DECIDERS,
        "upgrade" => upgrade::DECIDERS,
        _ => &[],
    }
}

/// The scenario of an example at a revision; `None` for one that does not exist.
pub fn scenario(key: &str, revision: u32) -> Option<Scenario> {
    let at = match key {
        "consulting" => consulting::at,
        "loans" => loans::at,
        "tax" => tax::at,
        "hotel" => hotel::at,
        "claims" => claims::at,
        "outsourcing" => outsourcing::at,
        "trades" => trades::at,
        "forms" => forms::at,
        "desk" => desk::at,
        "helping" => helping::at,
        "office" => office::at,
        "service" => service::at,
        "surge" => onboarding::at,
        "upgrade" => upgrade::at,
        _ => return None,
    };
    at(revision)
}

/// The first example, with which the page begins.
pub fn first() -> Scenario {
    consulting::first()
}

impl Preset {
    /// The scenario at the revision in use.
    pub fn current(&self) -> Scenario {
        scenario(self.key, self.revision).expect("every preset builds its own revision")
    }
}

/// Where the numbers of an example's first revision come from.
fn first_revision(preset: &Preset) -> Origin {
    Origin {
        example: preset.key.to_owned(),
        revision: 1,
    }
}

/// Writes an example's own numbers over the defaults.
fn set(scenario: &mut Scenario, values: &[(&str, f64)]) {
    for (key, value) in values {
        let Some(address) = Address::find(scenario, key) else {
            unreachable!("a preset names numbers that exist")
        };
        address.write(scenario, *value);
    }
}

/// Arrivals an hour for one a day, a week, a month of the usual calendar.
const PER_DAY: f64 = 1.0 / 7.5;
const PER_WEEK: f64 = 1.0 / 37.5;
const PER_MONTH: f64 = 1.0 / 162.5;

/// A team whose hours are bought as they are worked, by the minute: no queue, nobody idle or away.
const AS_WORKED: &[(&str, f64)] = &[
    ("flexible", 1.0),
    ("target_occupancy", 1.0),
    ("shrinkage", 0.0),
    ("queues", 0.0),
];

/// A team whose errors are given as those that reach the customer.
const UNCHECKED: &[(&str, f64)] = &[("detection", 0.0)];

/// Writes the same numbers for each of some teams.
fn set_each(scenario: &mut Scenario, teams: &[&str], values: &[(&str, f64)]) {
    for team in teams {
        for (field, value) in values {
            set(scenario, &[(&format!("{team}.{field}"), *value)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_key() {
        let keys: Vec<&str> = PRESETS.iter().map(|preset| preset.key).collect();
        assert_eq!(keys, KEYS);
    }
}
