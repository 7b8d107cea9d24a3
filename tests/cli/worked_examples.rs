//! The examples that were worked out by hand, to the penny or the digit given, as a program gets
//! them.

use crate::{evaluated, near, strategy};
use serde_json::Value;

const HALF_A_PENNY: f64 = 0.005;
const HALF_A_POUND: f64 = 0.5;

fn touch(found: &Value, way: &str) -> f64 {
    strategy(found, way)["touch"]["total"].as_f64().unwrap()
}

fn month(found: &Value, way: &str) -> f64 {
    strategy(found, way)["month"]["total"].as_f64().unwrap()
}

#[track_caller]
fn is(found: f64, expected: f64, tolerance: f64) {
    near(&Value::from(found), expected, tolerance);
}

/// The break-even of a code on a basis.
#[track_caller]
fn break_even<'a>(found: &'a Value, code: &str, basis: &str) -> &'a Value {
    let mut list = found["break_evens"]["list"].as_array().unwrap().iter();
    let one = list.find(|one| one["code"] == code);
    &one.unwrap_or_else(|| panic!("no {code}"))[basis]
}

#[track_caller]
fn says(found: &Value, field: &str, words: &str) {
    let text = found["verdict"][field].as_str().unwrap_or_default();
    // Between a figure and its sign stands a narrow space.
    let text = text.replace('\u{202f}', " ");
    assert!(text.contains(words), "{field}: {text}");
}

fn payback(found: &Value, field: &str) -> Option<f64> {
    let mut notes = found["notes"].as_array().unwrap().iter();
    let note = notes.find(|note| note["code"] == "pays_back").unwrap();
    note[field].as_f64()
}

/// A tool that pays only because speed keeps customers.
#[test]
fn bank_loans() {
    let found = evaluated("loans", &[]);
    let back = &strategy(&found, "back_office")["touch"];
    is(touch(&found, "back_office"), 26.83, HALF_A_PENNY);
    near(&back["lines"]["work"], 18.67, HALF_A_PENNY);
    near(&back["lines"]["hand_off"], 3.5, HALF_A_PENNY);
    near(&back["lines"]["loops"], 1.66, HALF_A_PENNY);
    near(&back["lines"]["errors"], 3.0, HALF_A_PENNY);
    is(touch(&found, "front_with_tool"), 26.5, HALF_A_PENNY);
    is(
        touch(&found, "back_office") - touch(&found, "front_with_tool"),
        0.33,
        HALF_A_PENNY,
    );
    // Speed counted: £9.33 a loan, 650 loans a month, less the licences.
    let month = month(&found, "back_office") - month(&found, "front_with_tool");
    is((month + 15.0 * 55.0) / 650.0, 9.33, HALF_A_PENNY);
    is(payback(&found, "months_on_run").unwrap(), 8.4, 0.05);
    assert_eq!(payback(&found, "months_on_touch"), None);
    near(
        &break_even(&found, "walk_away", "horizon")["value"],
        0.016,
        0.0005,
    );
    assert_eq!(found["verdict"]["best"], "front_with_tool");
    says(&found, "sentence", "Give the front office the tool");
    let doubts = found["second_opinions"].to_string();
    assert!(
        doubts.contains("Only “customers lost” makes the difference"),
        "{doubts}"
    );
    let without = evaluated("loans", &["loan.walk_away=0"]);
    assert_eq!(without["verdict"]["best"], "back_office");
}

/// A centre of excellence.
#[test]
fn tax_planning() {
    let found = evaluated("tax", &[]);
    let front = &strategy(&found, "front_office")["touch"];
    is(touch(&found, "front_office"), 347.37, HALF_A_PENNY);
    near(&front["lines"]["errors"], 157.89, HALF_A_PENNY);
    let back = &strategy(&found, "back_office")["touch"]["lines"];
    is(touch(&found, "back_office"), 116.19, HALF_A_PENNY);
    near(&back["hand_off"], 22.5, HALF_A_PENNY);
    near(&back["errors"], 18.26, HALF_A_PENNY);
    let worked = back["work"].as_f64().unwrap() + back["loops"].as_f64().unwrap();
    is(worked, 65.08 + 10.36, 0.01);
    let saving = month(&found, "front_office") - month(&found, "back_office");
    is(saving, 20_035.0, HALF_A_POUND);
    is(saving * 12.0 / 52.0 / 20.0, 231.18, HALF_A_PENNY);
    assert_eq!(found["verdict"]["best"], "back_office");
    says(&found, "sentence", "£20,035 a month cheaper");
}

/// Yes at this volume, no below about 4,200.
#[test]
fn outsourcing() {
    let found = evaluated("outsourcing", &[]);
    is(month(&found, "straight"), 47_336.0, HALF_A_POUND);
    is(month(&found, "straight") / 12_000.0, 3.945, 0.0005);
    near(
        &strategy(&found, "straight")["month"]["lines"]["errors"],
        2_160.0,
        HALF_A_PENNY,
    );
    is(month(&found, "outsourced"), 38_934.0, HALF_A_POUND);
    near(
        &strategy(&found, "outsourced")["month"]["lines"]["fixed"],
        1_950.0,
        HALF_A_PENNY,
    );
    is(payback(&found, "months_on_run").unwrap(), 7.1, 0.05);
    near(
        &break_even(&found, "be8_price", "horizon")["value"],
        3.12,
        HALF_A_PENNY,
    );
    near(
        &break_even(&found, "be8_price", "month")["value"],
        3.25,
        HALF_A_PENNY,
    );
    let volume = |basis| {
        let rate = &break_even(&found, "be8_outsourcing_volume", basis)["value"];
        rate.as_f64().unwrap() * 162.5
    };
    is(volume("horizon"), 4_192.0, 0.5);
    is(volume("month"), 2_260.0, 0.5);
    says(&found, "sentence", "Outsource it");
    says(&found, "unless", "below 4,192 a month");
    let few = evaluated("outsourcing", &["case.rate=13"]);
    assert_eq!(few["verdict"]["best"], "straight");
}

/// Keep the middle office unless errors fall below four in a thousand.
#[test]
fn trade_checks() {
    let found = evaluated("trades", &[]);
    let days = 52.0 / 12.0 * 5.0;
    is(month(&found, "front_office") / days, 7_200.0, HALF_A_PENNY);
    is(month(&found, "middle_office") / days, 1_872.0, HALF_A_PENNY);
    let lines = &strategy(&found, "middle_office")["month"]["lines"];
    is(lines["work"].as_f64().unwrap() / days, 600.0, HALF_A_PENNY);
    is(
        lines["loops"].as_f64().unwrap() / days,
        360.0 + 192.0,
        HALF_A_PENNY,
    );
    is(
        lines["errors"].as_f64().unwrap() / days,
        720.0,
        HALF_A_PENNY,
    );
    near(
        &break_even(&found, "check_error", "month")["value"],
        0.00405,
        0.000005,
    );
    says(&found, "sentence", "middle office");
    says(&found, "unless", "below 0.405 %");
    let fewer = evaluated("trades", &["front.error=0.004"]);
    assert_eq!(fewer["verdict"]["best"], "front_office");
}

/// Software that does three forms in four.
#[test]
fn forms() {
    let found = evaluated("forms", &[]);
    is(month(&found, "straight"), 46_137.0, HALF_A_POUND);
    is(month(&found, "automated"), 19_726.0, HALF_A_POUND);
    is(payback(&found, "months_on_run").unwrap(), 3.0, 0.05);
    near(
        &break_even(&found, "be7_straight_through", "horizon")["value"],
        0.407,
        0.0005,
    );
    let rate = &break_even(&found, "be7_automation_volume", "horizon")["value"];
    is(rate.as_f64().unwrap() * 162.5, 3_463.0, 0.5);
    says(&found, "sentence", "Automate it");
    says(&found, "unless", "below 40.7 %");
}

/// The consulting firm's figures of the decision, beside those of `evaluate`.
#[test]
fn consulting_break_evens() {
    let found = evaluated("consulting", &[]);
    near(
        &break_even(&found, "be1_front_minutes", "month")["value"],
        12.88,
        HALF_A_PENNY,
    );
    near(
        &break_even(&found, "be1_front_minutes", "touch")["value"],
        10.15,
        HALF_A_PENNY,
    );
    let speed = break_even(&found, "be2_price_of_speed", "touch");
    near(&speed["value"], 76.68, HALF_A_PENNY);
    assert_eq!(speed["pays"], "above");
    is(payback(&found, "months_on_run").unwrap(), 2.8, 0.05);
    is(payback(&found, "months_on_touch").unwrap(), 7.4, 0.05);
    let levers = found["levers"].as_array().unwrap();
    assert_eq!(levers.len(), 4);
    // A tenth of the minutes in front, of which the tool leaves eight.
    let training = levers
        .iter()
        .find(|one| one["lever"] == "training")
        .unwrap();
    near(&training["gain_per_month"], 1_300.0, HALF_A_PENNY);
    near(&training["worth"], 46_800.0, 0.01);
}

/// Never and always are answers too.
#[test]
fn never_and_always() {
    let found = evaluated("tax", &[]);
    let point = break_even(&found, "be1_front_minutes", "month");
    assert_eq!(point["status"], "never");
    assert_eq!(point["value"], Value::Null);
    let free = evaluated("outsourcing", &["partner.retained=0", "partner.set_up=0"]);
    assert_eq!(
        break_even(&free, "be8_outsourcing_volume", "month")["status"],
        "always"
    );
}

/// The plan of a remedy of a surge.
#[track_caller]
fn remedy<'a>(found: &'a Value, key: &str) -> &'a Value {
    let mut plans = found["surge"]["plans"].as_array().unwrap().iter();
    plans.find(|plan| plan["key"] == key).unwrap()
}

/// H2: hire temporary staff; without them the queue outlives the surge by ten months.
#[test]
fn onboarding_surge() {
    let found = evaluated("surge", &[]);
    let nothing = remedy(&found, "nothing");
    near(&nothing["peak"], 270.0, 1e-9);
    near(&nothing["clear_moment"], 9.0 + 43.2, 1e-6);
    let temps = remedy(&found, "temps");
    near(&temps["plan"]["temps"], 6.0, 0.0);
    near(&temps["plan"]["weeks"], 7.0, 0.0);
    near(&temps["paid"], 44_925.0, HALF_A_PENNY);
    near(&temps["total"], 54_051.0, HALF_A_POUND);
    near(&temps["peak"], 46.0, 0.5);
    near(&temps["last_clear_week"], 9.0, 0.0);
    near(&temps["task_weeks"], 260.7, 0.05);
    near(
        &remedy(&found, "front_office")["total"],
        81_000.0,
        HALF_A_PENNY,
    );
    near(&remedy(&found, "mix")["total"], 51_953.0, HALF_A_POUND);
    near(&found["surge"]["closed_form_weeks"], 5.690_567_226_5, 1e-9);
    says(
        &found,
        "sentence",
        "Six temporary staff for seven weeks from week 2",
    );
    says(&found, "sentence", "outlives the surge by 43 weeks");
}

/// H5: temporary support; permanent only if the need persists.
#[test]
fn software_upgrade() {
    let found = evaluated("upgrade", &[]);
    let nothing = remedy(&found, "nothing");
    near(&nothing["peak"], 1_460.0, 1e-6);
    near(&nothing["first_clear_week"], 46.0, 0.0);
    let temps = remedy(&found, "temps");
    near(&temps["plan"]["temps"], 7.0, 0.0);
    near(&temps["plan"]["weeks"], 9.0, 0.0);
    near(&temps["paid"], 73_675.0, HALF_A_PENNY);
    near(&temps["total"], 104_349.0, HALF_A_POUND);
    near(&temps["first_clear_week"], 9.0, 0.0);
    near(&temps["last_clear_week"], 14.0, 0.0);
    let tenure = &found["surge"]["temporary_or_permanent"];
    near(&tenure["temporaries_for_one"], 1.029, 5e-4);
    near(&tenure["weeks"], 27.4, 0.05);
    near(
        &found["surge"]["base_load"]["least_share_of_weeks"],
        0.842,
        5e-4,
    );
    assert!(
        tenure["sentence"]
            .as_str()
            .unwrap()
            .contains("permanent only if the need lasts longer")
    );
    // The rule beside the other break-evens says the same.
    let rules = found["break_evens"]["rules"].to_string();
    assert!(rules.contains("27.4 weeks"), "{rules}");
}
