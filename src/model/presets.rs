//! The examples: one file each, with its numbers, the controls it shows first, its strategies and
//! the passage it comes from. Numbers that an example does not name are the table's defaults.

mod claims;
mod consulting;
mod defaults;
mod hotel;

pub use defaults::blank;

use super::scenario::{Address, Scenario};

/// One example.
pub struct Preset {
    /// Stable name in links and on the command line.
    pub key: &'static str,
    /// The revision in use, counted from 1. Earlier revisions stay, so that old links keep their meaning.
    pub revision: u32,
    /// The numbers whose controls stand open at first: at most eight.
    pub controls: &'static [&'static str],
    /// The numbers for which the page looks for the value that would change the verdict.
    pub deciders: &'static [&'static str],
    /// The strategies compared, by key, today's first.
    pub strategies: &'static [&'static str],
    /// Key of the chart that stands first.
    pub first_chart: &'static str,
    /// The passage of the source article, quoted.
    pub passage: &'static str,
    /// The scenario at a revision; `None` for one that does not exist.
    pub scenario: fn(u32) -> Option<Scenario>,
}

/// Every example, in the order of the picker.
pub static PRESETS: &[&Preset] = &[&consulting::PRESET, &hotel::PRESET, &claims::PRESET];

/// Finds an example by its key.
pub fn find(key: &str) -> Option<&'static Preset> {
    PRESETS.iter().copied().find(|preset| preset.key == key)
}

/// The example that a scenario started from, or the first one.
pub fn of(scenario: &Scenario) -> &'static Preset {
    find(&scenario.origin.example).unwrap_or(PRESETS[0])
}

impl Preset {
    /// The scenario at the revision in use.
    pub fn current(&self) -> Scenario {
        (self.scenario)(self.revision).expect("every preset builds its own revision")
    }
}

/// Writes an example's own numbers over the defaults.
fn set(scenario: &mut Scenario, values: &[(&str, f64)]) {
    for (key, value) in values {
        let Ok(address) = Address::parse(scenario, key) else {
            unreachable!("a preset names numbers that exist, not {key}")
        };
        address.write(scenario, *value);
    }
}
