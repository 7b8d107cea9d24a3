//! Floor 2, pure: every figure of the page with its formula, the user's numbers in it.
//!
//! An [`Explanation`] holds the figure as the model has it and the [`Term`] that makes it, built
//! from the same evaluated terms. Nothing here is a written sentence with a number put in: words
//! and figures are read off the term, and tests compute every shown line again.

mod money;
mod prices;
mod teams;
pub mod term;
mod time;
mod verdict;

use crate::model::evaluation::{Accuracy, Workings, workings};
use crate::model::scenario::Scenario;
use crate::model::strategy;
use crate::words::labels::team_name;
use crate::words::sentences::Context;
use std::borrow::Cow;
use term::Term;

/// A figure with its formula.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Stable name of the figure; that of a team's has the team's place behind it.
    pub key: String,
    /// What the figure is called.
    pub name: String,
    /// Its value as the evaluation has it.
    pub value: f64,
    /// Writes a value as the page does.
    pub format: fn(f64) -> String,
    /// What makes it.
    pub term: Term,
    /// How sure it is.
    pub sureness: String,
    /// Where the method page explains it: an id there.
    pub method: &'static str,
}

impl Explanation {
    /// The figure as the page shows it.
    pub fn shown(&self) -> String {
        (self.format)(self.value)
    }
}

/// Names of the key figures, to which their places on the page lead.
pub mod keys {
    /// Cost of a month.
    pub const MONTH: &str = "month";
    /// Touch cost of a task.
    pub const TOUCH: &str = "touch";
    /// Share of the busiest team's time.
    pub const BUSY: &str = "busy";
    /// Mean turnaround.
    pub const MEAN: &str = "mean";
    /// The time that nine in ten keep.
    pub const NINE_IN_TEN: &str = "p90";
    /// Share done within the promise.
    pub const KEPT: &str = "kept";
    /// By how much the best is cheaper than the next.
    pub const SAVING: &str = "saving";
    /// Where the answer would change; the place in the list stands behind it.
    pub const TURNING: &str = "turning";
    /// Front-office hours a month.
    pub const FRONT: &str = "front";
}

/// What an explanation is made from.
struct Study<'a> {
    context: &'a Context<'a>,
    /// The scenario as the strategy staffs it.
    scenario: Cow<'a, Scenario>,
    /// The strategy, by its place.
    place: usize,
    own: Workings,
}

/// Every figure of a strategy with its formula, in the order of the page; none where it lacks a
/// team or its work never ends.
pub fn explanations(context: &Context, place: usize) -> Vec<Explanation> {
    let Some(strategy) = strategy::find(context.strategy(place).key) else {
        return Vec::new();
    };
    let Some((scenario, _)) = strategy.under(context.scenario) else {
        return Vec::new();
    };
    let Some(own) = workings(context.scenario, strategy) else {
        return Vec::new();
    };
    if own.routes.is_empty() {
        return Vec::new();
    }
    let study = Study {
        context,
        scenario,
        place,
        own,
    };
    let mut all = vec![study.month()];
    all.extend(study.time());
    all.push(study.front_hours());
    all.push(study.touch());
    all.extend(study.horizon());
    all.extend(study.teams());
    all.extend(study.verdict());
    all
}

/// A figure that no approximation enters.
const EXACT: &str = "Exact: sums and products of the numbers above.";

/// How sure a time is, as a sentence.
fn sureness(accuracy: Accuracy) -> String {
    let words = crate::words::reasons::accuracy(accuracy);
    format!("{}.", crate::words::labels::upper_first(&words))
}

impl Study<'_> {
    fn team(&self, index: usize) -> String {
        team_name(&self.scenario, index)
    }

    /// Name of a step: its own, else what it is for and who does it.
    fn step_name(&self, step: &crate::model::scenario::Step) -> String {
        crate::words::labels::step_label(&self.scenario, step)
    }
}
