//! Levers in words.

use super::numbers::{money, number};
use crate::model::levers::{Gain, Lever};
use crate::model::scenario::Scenario;

/// What a lever is called.
pub fn name(lever: Lever) -> &'static str {
    match lever {
        Lever::Training => "Training",
        Lever::Instructions => "Clearer instructions",
        Lever::HandOver => "Agreed hand-over times",
        Lever::Pay => "A raise",
    }
}

/// What pulling it changes.
pub fn about(lever: Lever) -> &'static str {
    match lever {
        Lever::Training => "fewer minutes and fewer errors, in every team of ours",
        Lever::Instructions => "fewer tasks that raise a question",
        Lever::HandOver => "work is seen sooner after it has been handed over",
        Lever::Pay => "more pay an hour; 2.5 % fewer leavers for each per cent (assumed)",
    }
}

/// What it gains.
pub fn gain(scenario: &Scenario, gain: Option<Gain>) -> String {
    let Some(gain) = gain else {
        return "No figure: this way does not keep up.".into();
    };
    let months = match number(scenario.horizon.months, 0).as_str() {
        "1" => "a month".to_owned(),
        count => format!("{count} months"),
    };
    if gain.per_month > 0.5 {
        format!(
            "Saves {} a month; it may cost up to {} once, over {months}.",
            money(gain.per_month),
            money(gain.worth)
        )
    } else if gain.per_month < -0.5 {
        format!("Costs {} a month.", money(-gain.per_month))
    } else {
        "Changes no cost that is counted here.".into()
    }
}
