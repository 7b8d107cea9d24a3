//! Levers that work under any way of dividing the work: training, clearer instructions, agreed
//! hand-over times, pay. Each is a change of the scenario's numbers; what it gains follows.

use super::cost::break_even::worth;
use super::cost::horizon::annuity;
use super::evaluation::monthly_cost;
use super::scenario::{Address, Scenario, TeamKind};
use super::strategy::Strategy;

/// Something that can be done whatever way is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// Fewer minutes and fewer errors.
    Training,
    /// Fewer questions.
    Instructions,
    /// Work is seen sooner after it has been handed over.
    HandOver,
    /// A raise: dearer hours, fewer leavers.
    Pay,
}

impl Lever {
    /// Every lever, in the order of the page.
    pub const ALL: [Lever; 4] = [
        Lever::Training,
        Lever::Instructions,
        Lever::HandOver,
        Lever::Pay,
    ];

    /// What it changes, and the factor at full size: a size of 0.1 moves a number by a tenth of it.
    fn reach(self) -> &'static [(&'static str, f64)] {
        match self {
            Lever::Training => &[
                ("front_minutes", -1.0),
                ("back_minutes", -1.0),
                ("error", -1.0),
            ],
            Lever::Instructions => &[("unclear", -1.0)],
            Lever::HandOver => &[("hand_off_delay", -1.0)],
            Lever::Pay => &[("rate", 1.0), ("attrition", -QUITS_TO_PAY)],
        }
    }
}

/// By how many per cent fewer leave for one per cent more pay: experiments find 2 to 3, observation
/// 0.1 (Naidu and Carr, EPI).
pub const QUITS_TO_PAY: f64 = 2.5;

/// The scenario with a lever pulled so far, 0 to 1.
pub fn pulled(scenario: &Scenario, lever: Lever, size: f64) -> Scenario {
    let mut pulled = scenario.clone();
    for address in Address::all(scenario) {
        let field = address.parameter.field;
        // A task's rate is its demand; and only our own people are trained and paid.
        let ours = match address.kind(scenario) {
            Some(kind) => !matches!(kind, TeamKind::Outsourced | TeamKind::Bot),
            None => field != "rate",
        };
        let reach = lever.reach().iter().find(|(name, _)| *name == field);
        if let Some((_, by)) = reach.filter(|_| ours) {
            let now = address.read(scenario);
            address.write(&mut pulled, now * (1.0 + by * size).max(0.0));
        }
    }
    pulled
}

/// What a lever gains under one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// Money a month; negative where it costs.
    pub per_month: f64,
    /// What may be paid for it once, over the horizon.
    pub worth: f64,
}

/// BE9: what pulling a lever gains; `None` where the way does not run with it or without it.
pub fn gain(scenario: &Scenario, strategy: &Strategy, lever: Lever, size: f64) -> Option<Gain> {
    let before = monthly_cost(scenario, strategy)?;
    let after = monthly_cost(&pulled(scenario, lever, size), strategy)?;
    let ahead = &scenario.horizon;
    let per_month = before - after;
    Some(Gain {
        per_month,
        worth: worth(per_month, annuity(ahead.months, ahead.discount.get())),
    })
}
