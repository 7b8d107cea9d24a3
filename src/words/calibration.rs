//! What is observed beside what the model says, and which number is most likely off.

use super::labels::{label, team_name};
use super::numbers::{duration, found_text, money, percent, value_text};
use crate::model::calibration::{Observable, Suspect};
use crate::model::scenario::Scenario;
use crate::model::scenario::parameter::Unit;

/// What is observed, as a label.
pub fn name(scenario: &Scenario, of: Observable) -> String {
    match of {
        Observable::Mean => "Mean turnaround".to_owned(),
        Observable::P90 => "Nine in ten done within".to_owned(),
        Observable::Within => "Done within the promise".to_owned(),
        Observable::Busy(team) => format!("How busy · {}", team_name(scenario, team)),
        Observable::Month => "Cost of a month".to_owned(),
    }
}

/// In which unit it is typed.
pub fn unit(of: Observable) -> Unit {
    match of {
        Observable::Mean | Observable::P90 => Unit::Minutes,
        Observable::Within | Observable::Busy(_) => Unit::Share,
        Observable::Month => Unit::Money,
    }
}

/// A value of it.
pub fn figure(of: Observable, value: f64) -> String {
    match of {
        Observable::Mean | Observable::P90 => duration(value),
        Observable::Within | Observable::Busy(_) => percent(value),
        Observable::Month => money(value),
    }
}

/// How a number would have to stand for the model to say what is seen.
pub fn suspect(scenario: &Scenario, one: &Suspect, several: bool, before: f64) -> String {
    let name = label(scenario, &one.address);
    let row = one.address.parameter;
    let (at, now) = (found_text(row, one.at), value_text(row, one.now));
    let rest = match several {
        false => "",
        true if one.misfit < 0.05 => "; then everything observed fits",
        true if one.misfit < before * 0.7 => "; the other figures then come nearer",
        true if one.misfit > before * 1.05 => "; the other figures then go further off",
        true => "; the other figures stay about as far off",
    };
    format!("{name}: {at} instead of {now}{rest}.")
}
