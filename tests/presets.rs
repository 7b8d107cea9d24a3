//! Every example against the figures worked out by hand for it.

use counterbalance::model::cost::break_even::PriceOfSpeed;
use counterbalance::model::cost::ledger::Line;
use counterbalance::model::evaluation::{Evaluation, Status, StrategyEvaluation, evaluate};
use counterbalance::model::findings::{Finding, Findings, Verdict, find};
use counterbalance::model::presets;
use counterbalance::model::scenario::{Address, Scenario};

fn consulting() -> Scenario {
    presets::find("consulting")
        .expect("the example exists")
        .current()
}

fn with(mut scenario: Scenario, key: &str, value: f64) -> Scenario {
    let address = Address::parse(&scenario, key).expect("the key exists");
    address.write(&mut scenario, value);
    scenario
}

fn all(scenario: &Scenario) -> (Evaluation, Findings) {
    let evaluation = evaluate(scenario);
    let findings = find(scenario, &evaluation);
    (evaluation, findings)
}

fn of<'a>(evaluation: &'a Evaluation, key: &str) -> &'a StrategyEvaluation {
    evaluation.of(key).expect("the strategy is compared")
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} is not {expected} ± {tolerance}"
    );
}

const HALF_A_PENNY: f64 = 0.005;
const HALF_A_POUND: f64 = 0.5;

#[test]
fn consulting_touch_costs() {
    let (evaluation, findings) = all(&consulting());
    near(
        of(&evaluation, "front_office").touch.total().get(),
        33.33,
        HALF_A_PENNY,
    );
    near(
        of(&evaluation, "front_with_tool").touch.total().get(),
        13.33,
        HALF_A_PENNY,
    );
    let back = &of(&evaluation, "back_office").touch;
    near(back.total().get(), 16.91, HALF_A_PENNY);
    near(back.line(Line::Work).get(), 10.0, 1e-9);
    near(back.line(Line::HandOff).get(), 5.0, 1e-9);
    near(back.line(Line::Loops).get(), 1.912, 0.0005);
    let minutes = &findings.front_minutes[0];
    near(
        minutes.touch.expect("the front office can win").get(),
        10.15,
        HALF_A_PENNY,
    );
    near(
        minutes.month.expect("the front office can win").get(),
        12.88,
        HALF_A_PENNY,
    );
}

#[test]
fn consulting_monthly_run() {
    let (evaluation, findings) = all(&consulting());
    near(consulting().tasks_per_month(), 975.0, 1e-9);
    near(
        of(&evaluation, "front_office").month.total().get(),
        32_500.0,
        HALF_A_POUND,
    );
    near(
        of(&evaluation, "back_office").month.total().get(),
        20_934.0,
        HALF_A_POUND,
    );
    near(
        of(&evaluation, "front_with_tool").month.total().get(),
        13_800.0,
        HALF_A_POUND,
    );
    let Verdict::Best {
        best,
        next: Some((next, margin)),
    } = findings.verdict
    else {
        panic!("one strategy is best: {:?}", findings.verdict)
    };
    assert_eq!(evaluation.strategies[best].key, "front_with_tool");
    assert_eq!(evaluation.strategies[next].key, "back_office");
    near(margin.get(), 7_134.0, HALF_A_POUND);
    let payback = findings.notes.iter().find_map(|note| match note {
        Finding::PaysBack {
            months_on_run,
            months_on_touch,
            ..
        } => Some((*months_on_run, *months_on_touch)),
        _ => None,
    });
    let (on_run, on_touch) = payback.expect("the tool has a set-up cost");
    near(on_run.expect("it pays back"), 2.8, 0.05);
    near(on_touch.expect("it pays back"), 7.4, 0.05);
}

#[test]
fn consulting_back_office_queue() {
    let (evaluation, findings) = all(&consulting());
    let back = of(&evaluation, "back_office");
    near(
        back.busiest().expect("it has a queue").occupancy.get(),
        0.696,
        0.0005,
    );
    let time = back.turnaround.as_ref().expect("it keeps up");
    near(time.mean.get(), 32.85, 0.005);
    near(time.p90.get(), 70.9, 0.05);
    near(time.p95.get(), 89.8, 0.05);
    let Some(PriceOfSpeed::From(price)) = findings.price_of_speed else {
        panic!("speed has a price: {:?}", findings.price_of_speed)
    };
    near(price, 77.0, 0.5);
}

#[test]
fn consulting_with_posts_that_stay() {
    let (evaluation, findings) = all(&with(consulting(), "back.posts_released", 0.0));
    near(
        of(&evaluation, "back_office").month.total().get(),
        6_309.0,
        HALF_A_POUND,
    );
    near(
        of(&evaluation, "front_with_tool").month.total().get(),
        13_800.0,
        HALF_A_POUND,
    );
    let best = evaluation.comparison.best().expect("one is best");
    assert_eq!(evaluation.strategies[best].key, "back_office");
    let released = findings.notes.iter().any(|note| {
        matches!(note, Finding::IfPosts { released: false, pay, .. } if (pay.get() - 14_625.0).abs() < 0.5)
    });
    assert!(released, "the sunk posts are named: {:?}", findings.notes);
}

#[test]
fn consulting_with_two_behind_is_overloaded() {
    let (evaluation, _) = all(&with(consulting(), "back.staff", 2.0));
    let back = of(&evaluation, "back_office");
    near(
        back.busiest().expect("it has a queue").occupancy.get(),
        1.044,
        0.0005,
    );
    let Status::Overload {
        growth_per_week,
        staff_needed,
        ..
    } = back.status
    else {
        panic!("two are not enough: {:?}", back.status)
    };
    near(growth_per_week, 9.507, 0.001);
    assert_eq!(staff_needed, 3.0);
    assert!(back.turnaround.is_none());
}
