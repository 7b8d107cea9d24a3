//! The parameter table: whatever is written anywhere stays in range, and nothing else moves.

use super::cases;
use super::drawn::{any_number, enlarged};
use counterbalance::model::decimal::kept;
use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::address::Entity;
use counterbalance::model::scenario::address::Written;
use counterbalance::model::scenario::parameter::{Parameter, Scale, Unit, table};
use counterbalance::model::scenario::{Address, Scenario};
use proptest::prelude::*;
use serde_json::Value;

fn scenarios() -> Vec<Scenario> {
    PRESETS
        .iter()
        .map(|preset| enlarged(preset.current(), 1, 3))
        .collect()
}

/// How many leaves of two JSON trees of one shape differ.
fn differences(one: &Value, other: &Value) -> usize {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.len(), b.len());
            a.iter()
                .map(|(key, value)| differences(value, &b[key]))
                .sum()
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len());
            a.iter().zip(b).map(|(a, b)| differences(a, b)).sum()
        }
        (a, b) => usize::from(a != b),
    }
}

fn within(row: &Parameter, value: f64) -> bool {
    (row.limit.0..=row.limit.1).contains(&value)
}

/// The grain of a row near a value, taken generously at the seam of two grains.
fn grain(row: &Parameter, value: f64) -> f64 {
    match row.scale {
        Scale::Log if value < 4.9 * row.step => row.step / 10.0,
        _ => row.step,
    }
}

fn check_write(scenario: &Scenario, before: &Value, address: &Address, value: f64) {
    let row = address.parameter;
    let mut changed = scenario.clone();
    let key = address.key(scenario);
    let written = address.write(&mut changed, value);
    let given = kept(value);
    let taken = match written {
        Written::Refused => {
            assert!(!value.is_finite(), "{key}: {value} is a number");
            assert_eq!(&changed, scenario);
            return;
        }
        Written::Exactly => given,
        Written::Clamped(taken) => taken,
    };
    assert!(value.is_finite(), "{key}: {value} was taken");
    assert!(within(row, taken), "{key}: {value} became {taken}");
    let read = address.read(&changed);
    assert!(
        (read - taken).abs() <= 1e-12 * taken.abs(),
        "{key}: {taken} is read as {read}"
    );
    let apart = differences(before, &serde_json::to_value(&changed).unwrap());
    // Where ways part, one share takes what another gives.
    let most = match address.entity {
        Entity::Step(route, step) if row.field == "aside" => {
            scenario.own_routes[route].steps[step].next.len()
        }
        _ => 1,
    };
    assert!(apart <= most, "{key}: {apart} numbers changed");
    // Only what cannot stand is changed.
    let stands = within(row, given)
        && (!matches!(row.unit, Unit::Switch | Unit::Whole | Unit::Channel)
            || given.fract() == 0.0);
    assert_eq!(written == Written::Exactly, stands, "{key}: {value}");
}

/// Where nothing of the slider's ends and the grain is in the way.
fn check_slider(row: &Parameter, place: f64) {
    let at = format!("{} at {place}", row.field);
    let value = row.value_at(place);
    assert!(
        (row.slider.0..=row.slider.1).contains(&value),
        "{at}: {value}"
    );
    assert!(within(row, value), "{at}: {value}");
    let position = row.position(value);
    assert!(
        (0.0..=1.0).contains(&position),
        "{at}: {value} is at {position}"
    );
    // A value that the slider offers comes back as itself.
    let again = row.value_at(position);
    assert!(
        (again - value).abs() <= 1e-9 * value.abs().max(row.step),
        "{at}: {value} became {again}"
    );
}

fn check_value(row: &Parameter, value: f64) {
    let value = row.clamp(value);
    let position = row.position(value);
    assert!((0.0..=1.0).contains(&position), "{}: {value}", row.field);
    if (row.slider.0..=row.slider.1).contains(&value) {
        let near = row.value_at(position);
        let grain = grain(row, value.max(near));
        assert!(
            (near - value).abs() <= 0.5 * grain * (1.0 + 1e-6),
            "{}: {value} became {near}, more than half of {grain} away",
            row.field
        );
    }
}

fn check_nudge(row: &Parameter, value: f64) {
    let at = |limit: f64| value == limit;
    for (direction, end) in [(1.0, row.limit.1), (-1.0, row.limit.0)] {
        let moved = row.nudged(value, direction);
        assert!(
            within(row, moved),
            "{}: {value} moved to {moved}",
            row.field
        );
        if at(end) {
            assert_eq!(moved, value, "{} left its limit", row.field);
        } else {
            assert!(
                (moved - value) * direction > 0.0,
                "{}: {value} moved to {moved} by {direction}",
                row.field
            );
        }
    }
}

/// From a value on the grid there and back is no way at all.
fn check_return(row: &Parameter, value: f64) {
    for (direction, end) in [(1.0, row.limit.1), (-1.0, row.limit.0)] {
        let moved = row.nudged(value, direction);
        let back = row.nudged(moved, -direction);
        // A limit that cuts a step short is left by a step to the grid, which is the same value.
        if value != end {
            assert!(
                (back - value).abs() <= 1e-9 * value.abs().max(row.step),
                "{}: {value} → {moved} → {back}",
                row.field
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_written_stays_in_range(value in any_number(), which in 0..PRESETS.len()) {
        let scenario = enlarged(PRESETS[which].current(), 1, 3);
        let before = serde_json::to_value(&scenario).unwrap();
        for address in Address::all(&scenario) {
            check_write(&scenario, &before, &address, value);
        }
    }

    #[test]
    fn a_slider_and_its_value_belong_together(place in 0.0..=1.0f64, value in any_number()) {
        for row in table() {
            check_slider(row, place);
            if value.is_finite() {
                check_value(row, value);
            }
            check_value(row, row.limit.0 + place * (row.limit.1 - row.limit.0));
            check_value(row, row.slider.0 + place * (row.slider.1 - row.slider.0));
        }
    }

    #[test]
    fn a_nudge_moves_and_comes_back(place in 0.0..=1.0f64, value in any_number()) {
        for row in table() {
            check_return(row, row.value_at(place));
            check_nudge(row, row.value_at(place));
            check_nudge(row, row.limit.0 + place * (row.limit.1 - row.limit.0));
            if value.is_finite() {
                check_nudge(row, row.clamp(value));
            }
        }
    }
}

#[test]
fn rows_are_in_order() {
    for row in table() {
        let (low, high) = row.limit;
        assert!(low < high, "{}", row.field);
        assert!(low <= row.slider.0 && row.slider.1 <= high, "{}", row.field);
        assert!(
            row.slider.0 < row.slider.1 && row.step > 0.0,
            "{}",
            row.field
        );
        assert_eq!(row.position(row.slider.0), 0.0, "{}", row.field);
        assert_eq!(row.position(row.slider.1), 1.0, "{}", row.field);
        if row.scale == Scale::Log {
            assert!(
                row.slider.0 > 0.0,
                "{}: a logarithm wants a lower end above zero",
                row.field
            );
        }
    }
}

#[test]
fn every_default_may_stand() {
    for scenario in scenarios() {
        for address in Address::all(&scenario) {
            let value = address.default(&scenario);
            assert_eq!(
                address.parameter.clamp(value),
                value,
                "{}",
                address.key(&scenario)
            );
        }
    }
}

#[test]
fn every_key_leads_back_to_its_address() {
    for scenario in scenarios() {
        for address in Address::all(&scenario) {
            let key = address.key(&scenario);
            let found = Address::parse(&scenario, &key).unwrap();
            assert!(found == address, "{key}");
        }
    }
}
