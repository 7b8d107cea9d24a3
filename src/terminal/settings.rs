//! `--set KEY=VALUE`: one number of a scenario, changed from the command line.
//!
//! Unlike a link, which is opened as far as it can be, a setting that cannot be taken exactly as
//! it stands is refused: a script should not go on with another number than it asked for.

use super::failure::Failure;
use super::source::{nearest, shortened};
use crate::model::evaluation::compared;
use crate::model::scenario::parameter::{Parameter, Unit};
use crate::model::scenario::{Address, Scenario, Surge, weekly};
use crate::words::english::CHANNELS;
use crate::words::parse::parse;
use crate::words::surge::unusable;

/// Applies settings in their order.
pub(super) fn apply(scenario: &mut Scenario, settings: &[String]) -> Result<(), Failure> {
    let mut seen: Vec<&str> = Vec::new();
    for setting in settings {
        let (key, value) = split(setting)?;
        if seen.contains(&key) {
            return Err(Failure::input(format!(
                "--set {key} is given twice; give it once."
            )));
        }
        seen.push(key);
        change(scenario, "--set", key, value)?;
    }
    Ok(())
}

/// Changes one number, today's way, or the weeks of a surge; a refusal begins with `how`, the word it was asked by.
pub(super) fn change(
    scenario: &mut Scenario,
    how: &str,
    key: &str,
    value: &str,
) -> Result<(), Failure> {
    match key {
        "today" => set_today(scenario, how, value),
        "surge" => set_surge(scenario, how, value),
        _ => set_number(scenario, how, key, value),
    }
}

fn split(setting: &str) -> Result<(&str, &str), Failure> {
    let (key, value) = setting.split_once('=').ok_or_else(|| {
        Failure::input(format!(
            "--set {} is not of the form KEY=VALUE; write for example --set back.staff=2.",
            shortened(setting)
        ))
    })?;
    Ok((key.trim(), value.trim()))
}

fn set_today(scenario: &mut Scenario, how: &str, value: &str) -> Result<(), Failure> {
    let (value, people) = value
        .split_once('*')
        .map_or((value, None), |(way, people)| (way, Some(people)));
    let keys: Vec<&str> = compared(scenario).iter().map(|way| way.key).collect();
    if !keys.contains(&value) {
        let hint = nearest(value, keys.iter().copied()).map_or_else(
            || format!("it is one of {}.", keys.join(", ")),
            |key| format!("did you mean {key}?"),
        );
        return Err(Failure::input(format!(
            "{how} today={}: there is no such way to divide the work here; {hint}",
            shortened(value)
        )));
    }
    scenario.today = value.to_owned();
    match people {
        Some(people) if !scenario.take_people_today(people) => Err(Failure::input(format!(
            "{how} today={value}*{}: after * stand the people of today, one number for each of the {} teams, \
             such as today={value}*5,6.",
            shortened(people),
            scenario.teams.len()
        ))),
        _ => Ok(()),
    }
}

/// The weeks of a surge: `surge=50,90*8`, of one kind of work alone `surge=notices:75,150*6`, or
/// `surge=none`.
fn set_surge(scenario: &mut Scenario, how: &str, value: &str) -> Result<(), Failure> {
    if value == "none" {
        scenario.surge = None;
        return Ok(());
    }
    let known = scenario.surge.clone();
    let mut surge = known.unwrap_or_else(|| Box::new(Surge::with_defaults()));
    weekly::read_into(value, &mut surge)
        .map_err(|why| Failure::input(format!("{how} surge: {}", unusable(&why))))?;
    let keys = || scenario.tasks.iter().map(|task| task.key.as_str());
    if let Some(kind) = surge.kind.as_deref()
        && !keys().any(|key| key == kind)
    {
        let hint = nearest(kind, keys()).map_or_else(
            || format!("it is one of {}.", keys().collect::<Vec<_>>().join(", ")),
            |key| format!("did you mean {key}?"),
        );
        let kind = shortened(kind);
        return Err(Failure::input(format!(
            "{how} surge: there is no kind of work “{kind}”; {hint}"
        )));
    }
    scenario.surge = Some(surge);
    Ok(())
}

fn set_number(scenario: &mut Scenario, how: &str, key: &str, value: &str) -> Result<(), Failure> {
    let address = Address::parse(scenario, key).map_err(|unknown| {
        let hint = unknown.nearest.map_or_else(
            || "`counterbalance params` lists the keys.".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Failure::input(format!(
            "{how} {}: there is no number of that name; {hint}",
            shortened(key)
        ))
    })?;
    let row = address.parameter;
    let refused = |why: &str| {
        let (value, range) = (shortened(value), allowed(row));
        Failure::input(format!("{how} {key}={value}: {why}; {range}."))
    };
    let given = read(row, value).ok_or_else(|| refused(not_one(row)))?;
    if !(row.limit.0..=row.limit.1).contains(&given) {
        return Err(refused("that is out of range"));
    }
    address.write(scenario, given);
    Ok(())
}

/// Reads a value in the table's unit; `None` where it is none.
fn read(row: &Parameter, text: &str) -> Option<f64> {
    let text = text.to_ascii_lowercase();
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|v| v.is_finite());
    match row.unit {
        Unit::Switch => match text.as_str() {
            "yes" | "true" | "on" => Some(1.0),
            "no" | "false" | "off" => Some(0.0),
            figure => number(figure).filter(|value| [0.0, 1.0].contains(value)),
        },
        Unit::Channel => parse(&text, Unit::Channel),
        Unit::Share | Unit::SharePerYear => match text.strip_suffix('%') {
            Some(percent) => number(percent).map(|percent| percent / 100.0),
            None => number(&text),
        },
        _ => number(&text),
    }
}

fn not_one(row: &Parameter) -> &'static str {
    match row.unit {
        Unit::Switch => "that is neither yes nor no",
        Unit::Channel => "that is no channel",
        _ => "that is not a number",
    }
}

/// What a number may be, such as `give a number from 0 to 500 (people)`.
fn allowed(row: &Parameter) -> String {
    let (low, high) = row.limit;
    match row.unit {
        Unit::Switch => "give yes or no".to_owned(),
        Unit::Channel => format!("give one of {}", CHANNELS.join(", ")),
        Unit::Share | Unit::SharePerYear => format!(
            "give a share from {low} to {high}, or {}% to {}%",
            tidy(low * 100.0),
            tidy(high * 100.0)
        ),
        Unit::Whole => format!("give a whole number from {low} to {high}"),
        Unit::Number => format!("give a number from {low} to {high}"),
        unit => format!(
            "give a number from {low} to {high} ({})",
            super::params::unit_words(unit)
        ),
    }
}

/// Removes the dust of a product such as 0.07 × 100.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
