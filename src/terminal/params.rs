//! The parameter table: every number of a scenario with its key, unit, range, step, default,
//! meaning and source.

use super::failure::Failure;
use super::table::{Side, aligned, paragraph, screen_width};
use crate::model::scenario::parameter::{Evidence, Group, Parameter, Scale, Unit};
use crate::model::scenario::{Address, Scenario};
use crate::words::english;
use crate::words::labels::{help, label, source};
use crate::words::numbers::{field_text, number};
use serde::Serialize;

/// One number as data, in the unit in which `--set` takes it.
#[derive(Serialize)]
struct Row {
    key: String,
    label: String,
    group: &'static str,
    unit: &'static str,
    scale: &'static str,
    slider: [f64; 2],
    limits: [f64; 2],
    step: f64,
    default: f64,
    value: f64,
    help: String,
    evidence: &'static str,
    source: Option<&'static str>,
}

/// The answer of `params`.
pub(super) fn answer(scenario: &Scenario, json: bool) -> Result<String, Failure> {
    let addresses = Address::all(scenario);
    if json {
        let rows: Vec<Row> = addresses.iter().map(|one| row(scenario, one)).collect();
        super::json::pretty(&rows)
    } else {
        Ok(table(scenario, &addresses))
    }
}

fn row(scenario: &Scenario, address: &Address) -> Row {
    let parameter = address.parameter;
    let (evidence, source) = evidence(parameter);
    Row {
        key: address.key(scenario),
        label: label(scenario, address),
        group: english::group(parameter.group),
        unit: unit_words(parameter.unit),
        scale: match parameter.scale {
            Scale::Linear => "linear",
            Scale::Log => "log",
            Scale::Symlog(_) => "symlog",
        },
        slider: [parameter.slider.0, parameter.slider.1],
        limits: [parameter.limit.0, parameter.limit.1],
        step: parameter.step,
        default: address.default(scenario),
        value: address.read(scenario),
        help: help(scenario, address),
        evidence,
        source,
    }
}

fn evidence(parameter: &Parameter) -> (&'static str, Option<&'static str>) {
    match parameter.evidence {
        Evidence::Sourced => ("sourced", source(parameter)),
        Evidence::Assumed => ("assumed", None),
        Evidence::Choice => ("choice", None),
    }
}

/// A unit in words, as the tables and refusals name it.
pub(super) fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Seconds => "seconds",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::HoursPerMonth => "hours a month",
        Unit::PerHour => "an hour",
        Unit::Money => "£",
        Unit::MoneyPerHour => "£ an hour",
        Unit::MoneyPerMonth => "£ a month",
        Unit::MoneyPerUserMonth => "£ a user a month",
        Unit::Share => "share",
        Unit::SharePerYear => "share a year",
        Unit::People => "people",
        Unit::Number => "number",
        Unit::Whole => "whole number",
        Unit::DaysPerWeek => "days a week",
        Unit::Weeks => "weeks",
        Unit::WeeksPerYear => "weeks a year",
        Unit::Months => "months",
        Unit::Switch => "yes or no",
        Unit::Channel => "channel",
    }
}

/// The readable table, fold by fold, each number with its meaning below it.
fn table(scenario: &Scenario, addresses: &[Address]) -> String {
    let head = [
        "key", "value", "default", "unit", "slider", "limits", "step",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(addresses.iter().map(|one| cells(scenario, one)));
    let mut lines = aligned(&rows, &[Side::Left, Side::Right, Side::Right, Side::Left]).into_iter();
    let mut shown: Vec<String> = lines.next().into_iter().collect();
    let lines: Vec<(&Address, String)> = addresses.iter().zip(lines).collect();
    for group in Group::ALL {
        let fold = lines.iter().filter(|(one, _)| one.parameter.group == group);
        shown.extend([String::new(), english::group(group).to_uppercase()]);
        for (address, line) in fold {
            shown.push(line.clone());
            let meaning = meaning(scenario, address);
            shown.extend(paragraph(&meaning, "    ", screen_width()));
        }
    }
    shown.join("\n")
}

fn cells(scenario: &Scenario, address: &Address) -> Vec<String> {
    let parameter = address.parameter;
    let plain = |value: f64| match parameter.unit {
        Unit::Switch | Unit::Channel => field_text(parameter, value),
        _ => number(value, 4),
    };
    let (range, limits, step) = match parameter.unit {
        Unit::Switch | Unit::Channel => (String::new(), String::new(), String::new()),
        _ => (
            between(parameter.slider),
            between(parameter.limit),
            plain(parameter.step),
        ),
    };
    vec![
        address.key(scenario),
        plain(address.read(scenario)),
        plain(address.default(scenario)),
        unit_words(parameter.unit).to_owned(),
        range,
        limits,
        step,
    ]
}

fn between((low, high): (f64, f64)) -> String {
    format!("{} – {}", number(low, 4), number(high, 4))
}

/// Label, help and source in a paragraph.
fn meaning(scenario: &Scenario, address: &Address) -> String {
    let source = match address.parameter.evidence {
        Evidence::Sourced => format!(" Source: {}", source(address.parameter).unwrap_or_default()),
        Evidence::Assumed => " [assumed]".to_owned(),
        Evidence::Choice => String::new(),
    };
    format!(
        "{}. {}{source}",
        label(scenario, address),
        help(scenario, address)
    )
}
