//! What an editor may hold: something typed that becomes a scenario once it holds.

use super::{Draft, KindTable, Problem};
use crate::model::scenario::Scenario;

/// Something of a scenario while it is being typed.
pub trait Drawn: Clone + PartialEq + Send + Sync + 'static {
    /// Reads it off a scenario.
    fn of(scenario: &Scenario) -> Self;
    /// The scenario with what is typed; `None` as long as something is wrong.
    fn scenario(&self) -> Option<Scenario>;
    /// Everything that is wrong.
    fn problems(&self) -> Vec<Problem>;
    /// Takes over a scenario that was changed elsewhere.
    fn follow(&mut self, scenario: &Scenario);
    /// Notes that the page shows what is typed.
    fn taken_up(&mut self, scenario: Scenario);
}

/// Both have all of it as functions of their own.
macro_rules! drawn {
    ($($of:ty),+) => {$(
        impl Drawn for $of {
            fn of(scenario: &Scenario) -> Self {
                Self::of(scenario)
            }
            fn scenario(&self) -> Option<Scenario> {
                self.scenario()
            }
            fn problems(&self) -> Vec<Problem> {
                self.problems()
            }
            fn follow(&mut self, scenario: &Scenario) {
                self.follow(scenario);
            }
            fn taken_up(&mut self, scenario: Scenario) {
                self.taken_up(scenario);
            }
        }
    )+};
}

drawn!(Draft, KindTable);
