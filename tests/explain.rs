//! Every figure's formula, computed again from what is shown.

#![allow(clippy::unwrap_used)]

#[path = "explain/evaluator.rs"]
mod evaluator;

use counterbalance::explain::term::Term;
use counterbalance::explain::{Explanation, explanations, keys};
use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::words::sentences::Answer;

fn all(scenario: &Scenario) -> Vec<Vec<Explanation>> {
    let answer = Answer::of(scenario.clone());
    (0..answer.evaluation.strategies.len())
        .map(|place| explanations(&answer.context(), place))
        .collect()
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64, case: &str) {
    // Nine decimals are shown at most.
    let allowed = tolerance * expected.abs() + 1e-9;
    assert!(
        (found - expected).abs() <= allowed,
        "{case}: {found} is not {expected}"
    );
}

/// What is shown comes to what is shown: every line, and the figure itself.
fn holds(explained: &Explanation, case: &str) {
    let case = format!("{case} {}", explained.key);
    // Nine in ten is found by search, to twelve digits of the time.
    near(explained.term.value(), explained.value, 1e-9, &case);
    let lines = explained.term.lines();
    assert!(!lines.is_empty(), "{case}");
    // Differences stand below the line of a payback, and cost it digits.
    let differs = ["payback", "growth"]
        .iter()
        .any(|key| explained.key.starts_with(key));
    let tolerance = if differs { 1e-4 } else { 2e-6 };
    let mut last = 0.0;
    for line in &lines {
        let (formula, result) = line
            .numbers
            .rsplit_once(" = ")
            .unwrap_or((&line.numbers, &line.numbers));
        last = evaluator::evaluate(formula);
        near(
            last,
            evaluator::evaluate(result),
            tolerance,
            &format!("{case}: {}", line.numbers),
        );
        assert!(!line.words.is_empty() || line.name == "together", "{case}");
    }
    near(last, explained.value, tolerance, &case);
    let shown = explained.shown();
    let factors = (-40..=40).map(|part| 1.0 + tolerance * f64::from(part) / 40.0);
    let close: Vec<String> = factors
        .map(|factor| (explained.format)(last * factor))
        .collect();
    // What is lost in the last decimals shown may be written as nothing.
    let nothing = explained.value.abs() < 1e-7;
    assert!(
        nothing || close.contains(&shown),
        "{case}: {shown} is not among {close:?}"
    );
    assert!(
        explained.sureness.ends_with('.'),
        "{case}: {}",
        explained.sureness
    );
}

/// Numbers that lead through every formula: spread, priced delay, errors, loops, posts that stay.
fn variants(example: &Scenario) -> Vec<Scenario> {
    let mut variants = vec![example.clone()];
    for address in Address::all(example) {
        for position in [0.1, 0.5, 0.9] {
            let mut scenario = example.clone();
            address.write(&mut scenario, address.parameter.value_at(position));
            variants.push(scenario);
        }
    }
    let mut rich = example.clone();
    for address in Address::all(example) {
        let value = match address.parameter.field {
            "delay_cost" | "late_penalty" => 12.0,
            "error_cost" => 40.0,
            "error" => 0.03,
            "service_scv" => 2.0,
            "discount" => 0.08,
            _ => continue,
        };
        address.write(&mut rich, value);
    }
    variants.push(rich);
    variants
}

#[test]
fn every_formula_comes_to_its_figure() {
    let mut checked = 0;
    // The service centre leads through the same formulas, many times over and slowly.
    for preset in PRESETS.iter().filter(|preset| preset.key != "service") {
        for scenario in variants(&preset.current()) {
            for (place, explained) in all(&scenario).iter().enumerate() {
                // So near to full that waits and growth hang on the last digits of how busy the team is.
                let busy = |one: &Explanation| one.key.starts_with(keys::BUSY);
                let mut shares = explained.iter().filter(|one| busy(one));
                if shares.any(|one| (one.value - 1.0).abs() < 5e-3) {
                    continue;
                }
                // A difference of two nearly equal months has few of their digits left.
                let months = explained.iter().find(|one| one.key == keys::SAVING);
                let close = months.is_some_and(|one| match &one.term {
                    Term::Difference(next, _) => one.value < 0.02 * next.value(),
                    _ => false,
                });
                let hangs =
                    |one: &Explanation| one.key == keys::SAVING || one.key.starts_with("payback");
                for one in explained.iter().filter(|one| !(close && hangs(one))) {
                    holds(one, &format!("{} {place}", preset.key));
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 5_000, "{checked}");
}

/// The example by hand: 130 hours at £100 and 20 licences at £40.
#[test]
fn the_month_of_the_tool_reads_so() {
    let explained = &all(&PRESETS[0].current())[1];
    let month = explained.iter().find(|one| one.key == keys::MONTH).unwrap();
    let lines: Vec<String> = month
        .term
        .lines()
        .into_iter()
        .map(|line| line.numbers)
        .collect();
    assert_eq!(
        lines,
        [
            "130 × 100 = 13,000",
            "20 × 40 = 800",
            "13,000 + 800 = 13,800"
        ]
    );
    assert_eq!(month.shown(), "£13,800");
    assert_eq!(month.term.lines()[0].name, "Doing the work · front office");
    assert_eq!(month.term.lines()[0].words, "hours × fee lost for an hour");
}

/// Assessment of the claims: 9.258 people kept busy of ten on duty.
#[test]
fn how_busy_assessment_is_reads_so() {
    let claims = PRESETS
        .iter()
        .find(|preset| preset.key == "claims")
        .unwrap()
        .current();
    let explained = all(&claims).remove(0);
    let busy = explained
        .iter()
        .find(|one| one.name.starts_with("Assessment · share"))
        .unwrap();
    assert!((busy.value - 0.926).abs() < 5e-4, "{}", busy.value);
    let line = busy.term.lines().remove(0);
    assert_eq!(line.words, "tasks an hour × visits × minutes ÷ 60 ÷ people");
    assert_eq!(line.numbers, "10 × 1.1111111 × 55 ÷ 60 ÷ 11 = 0.92592593");
}

/// £20,934 less £13,800, and £20,000 of set-up over that.
#[test]
fn the_verdict_reads_so() {
    let explained = &all(&PRESETS[0].current())[1];
    let one = |key: &str| explained.iter().find(|one| one.key == key).unwrap();
    assert_eq!(one(keys::SAVING).shown(), "£7,134");
    assert_eq!(one("payback-run").shown(), "2.8 months");
    assert_eq!(one("payback-touch").shown(), "7.4 months");
    let nearest = one("turning-0");
    assert!(
        nearest.name.starts_with("Minutes in front 31 min"),
        "{}",
        nearest.name
    );
    assert!((nearest.value - 1.0).abs() < 1e-6, "{}", nearest.value);
}

/// Every key to which the page leads is explained where the strategy has such a figure.
#[test]
fn every_place_on_the_page_leads_somewhere() {
    for preset in PRESETS {
        for explained in all(&preset.current()) {
            for key in [
                keys::MONTH,
                keys::TOUCH,
                keys::MEAN,
                keys::NINE_IN_TEN,
                keys::KEPT,
                keys::FRONT,
            ] {
                let of_time = [keys::MEAN, keys::NINE_IN_TEN, keys::KEPT].contains(&key);
                if of_time && ["helping", "service"].contains(&preset.key) {
                    // Of help from the front no formula knows the time; in the service centre one way
                    // falls behind.
                    continue;
                }
                assert!(
                    explained.iter().any(|one| one.key == key),
                    "{} {key}",
                    preset.key
                );
            }
            let busy = explained.iter().any(|one| one.key.starts_with(keys::BUSY));
            // Booking takes no minutes in that example: nobody is busy with it.
            assert!(busy || preset.key == "trades", "{}", preset.key);
        }
    }
}

/// The method page has every place to which an explanation leads.
#[test]
fn the_method_page_explains_the_rest() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/method.html"))
        .unwrap();
    for preset in PRESETS {
        for one in all(&preset.current()).iter().flatten() {
            assert!(
                page.contains(&format!("id=\"{}\"", one.method)),
                "{}",
                one.method
            );
        }
    }
}
