//! The ways to divide the work, by what their routes do with tasks, people and money.

#![allow(clippy::unwrap_used)]

use counterbalance::model::cost::ledger::Line;
use counterbalance::model::evaluation::{StrategyEvaluation, evaluate, evaluate_strategy};
use counterbalance::model::levers::{Lever, gain, pulled};
use counterbalance::model::presets;
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::second_opinions::{Opinion, opinions};
use counterbalance::model::strategy;

fn with(key: &str, values: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find(key).unwrap().current();
    for (key, value) in values {
        let address = Address::parse(&scenario, key).unwrap_or_else(|_| panic!("{key}"));
        address.write(&mut scenario, *value);
    }
    scenario
}

fn under(scenario: &Scenario, key: &str) -> StrategyEvaluation {
    evaluate_strategy(scenario, strategy::find(key).unwrap()).unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64) {
    let allowed = 1e-9 * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= allowed,
        "{found} is not {expected}"
    );
}

/// The bank's two teams by posts: five in front at £35 with 30 % away, four behind at £28 with 25 %.
fn bank_by_posts() -> Scenario {
    with(
        "loans",
        &[
            ("front.flexible", 0.0),
            ("front.posts_released", 1.0),
            ("front.staff", 5.0),
            ("front.shrinkage", 0.3),
            ("front.queues", 1.0),
            ("back.flexible", 0.0),
            ("back.staff", 4.0),
            ("back.shrinkage", 0.25),
            ("back.queues", 1.0),
        ],
    )
}

#[test]
fn one_team_has_everybody_and_nobody_twice() {
    let scenario = bank_by_posts();
    let one = under(&scenario, "one_team");
    let (front, back) = (&one.teams[0], &one.teams[1]);
    near(front.on_duty.get(), 5.0 * 0.7 + 4.0 * 0.75);
    assert_eq!(back.on_duty.get(), 0.0);
    // All posts are paid, once each.
    let pay = 162.5 * (5.0 * 35.0 + 4.0 * 28.0);
    let paid = [Line::Work, Line::Idle, Line::Absence].map(|line| one.month.line(line).get());
    near(paid.iter().sum(), pay);
    // No hand-over, no questions, nobody walks away for one.
    for line in [Line::HandOff, Line::LostCustomers] {
        assert_eq!(one.month.line(line).get(), 0.0, "{line:?}");
    }
}

#[test]
fn generalists_are_slower_at_the_work_of_specialists() {
    let scenario = bank_by_posts();
    let share = 3.5 / 6.5;
    let minutes = 40.0 * (share / 0.8 + 1.0 - share);
    let hours = 150.0 * 52.0 / 12.0 * minutes / 60.0;
    near(
        under(&scenario, "one_team").teams[0].hours_per_month.get(),
        hours,
    );
    let as_fast = with("loans", &[("front.versatility", 1.0)]);
    let touch = under(&as_fast, "one_team").touch.line(Line::Work).get();
    near(touch, 40.0 / 60.0 * 0.5 * (35.0 + 28.0));
}

#[test]
fn teams_paid_in_different_ways_are_not_made_one() {
    let one_team = strategy::find("one_team").unwrap();
    assert!(one_team.under(&with("consulting", &[])).is_none());
    assert!(one_team.under(&with("hotel", &[])).is_none());
    assert!(one_team.under(&bank_by_posts()).is_some());
}

#[test]
fn the_check_catches_what_the_front_office_did_not() {
    // Half of the errors are caught in front and done again; nine in ten of the rest by the check.
    let scenario = with(
        "trades",
        &[("trade.front_minutes", 4.0), ("front.detection", 0.5)],
    );
    let one = under(&scenario, "middle_office");
    let passed_on = 0.04 * 0.5 / (1.0 - 0.02);
    near(one.touch.line(Line::Errors).get(), passed_on * 0.1 * 450.0);
    let work = 4.0 / 60.0 * 150.0 + 1.5;
    near(one.touch.line(Line::Work).get(), work);
    let again = work_again(4.0 / 60.0 * 150.0, 0.02);
    let repair = passed_on * 0.9 * (25.0 + 20.0 / 60.0 * 40.0);
    near(one.touch.line(Line::Loops).get(), again + repair);
}

fn work_again(work: f64, redone: f64) -> f64 {
    work * redone / (1.0 - redone)
}

#[test]
fn software_errs_only_in_what_it_finishes() {
    let scenario = with(
        "forms",
        &[("software.error", 0.1), ("form.error_cost", 8.0)],
    );
    let errors = under(&scenario, "automated").touch.line(Line::Errors).get();
    near(errors, 8.0 * (0.75 * 0.1 + 0.25 * 0.015));
    // What it catches itself it does again, and is not paid again for looking.
    let caught = with(
        "forms",
        &[("software.error", 0.4), ("software.detection", 0.9)],
    );
    let month = under(&caught, "automated").month;
    let finished = 0.75 * 0.4 * 0.1 / (1.0 - 0.36);
    near(
        month.line(Line::Errors).get(),
        200_000.0 * (finished + 0.25 * 0.015),
    );
    let software = month
        .entries
        .iter()
        .find(|entry| entry.team == Some(1))
        .unwrap();
    near(software.amount.get(), 20_000.0 * 0.05);
}

#[test]
fn a_partner_is_paid_by_the_pass_and_looked_after() {
    let scenario = with(
        "outsourcing",
        &[("partner.detection", 0.5), ("partner.monthly_fee", 700.0)],
    );
    let month = under(&scenario, "outsourced").month;
    // Errors that are caught are done again, and paid again.
    let passes = 12_000.0 / (1.0 - 0.025 * 0.5);
    near(month.line(Line::Work).get(), passes * 2.6 * 1.07);
    near(month.line(Line::Fixed).get(), 700.0 + 0.5 * 162.5 * 24.0);
}

#[test]
fn leavers_are_followed_by_people_who_are_slow_at_first() {
    let scenario = with(
        "consulting",
        &[("back.attrition", 0.4), ("back.full_output", 0.9)],
    );
    let week = 37.5 * 30.0;
    let each = 1_500.0 + 2.0 * week + (0.9 - 0.5) * 6.0 * week;
    let turnover = under(&scenario, "back_office")
        .month
        .line(Line::Turnover)
        .get();
    near(turnover, 3.0 * 0.4 / 12.0 * each);
    assert_eq!(
        under(&scenario, "front_office")
            .month
            .line(Line::Turnover)
            .get(),
        0.0
    );
}

#[test]
fn customers_are_lost_to_hand_overs_lateness_and_errors_and_only_once() {
    let settings = [
        ("plan.customer_value", 1_000.0),
        ("plan.walk_away", 0.1),
        ("plan.late_loss", 0.0),
        ("plan.error_loss", 0.2),
    ];
    let scenario = with("tax", &settings);
    let plans = 20.0 * 52.0 / 12.0;
    let escapes = 0.02 * 0.3 / (1.0 - 0.02 * 0.7);
    let lost = under(&scenario, "back_office")
        .month
        .line(Line::LostCustomers)
        .get();
    near(lost, plans * 1_000.0 * (0.1 + 0.2 * escapes));
    let mut all = scenario.clone();
    all.tasks[0].loyalty.walk_away.0 = 1.0;
    let lost = under(&all, "back_office")
        .month
        .line(Line::LostCustomers)
        .get();
    near(lost, plans * 1_000.0);
}

#[test]
fn levers_change_what_they_say_and_nothing_else() {
    let scenario = with(
        "consulting",
        &[("admin.hand_off_delay", 4.0), ("back.attrition", 0.2)],
    );
    let read =
        |scenario: &Scenario, key: &str| Address::parse(scenario, key).unwrap().read(scenario);
    let expected = [
        (Lever::Training, "admin.back_minutes", 18.0),
        (Lever::Instructions, "admin.unclear", 0.135),
        (Lever::HandOver, "admin.hand_off_delay", 3.6),
        (Lever::Pay, "back.rate", 33.0),
        (Lever::Pay, "back.attrition", 0.15),
    ];
    for (lever, key, value) in expected {
        near(read(&pulled(&scenario, lever, 0.1), key), value);
    }
    // Demand is no pay.
    near(read(&pulled(&scenario, Lever::Pay, 0.1), "admin.rate"), 6.0);
    let back = strategy::find("back_office").unwrap();
    let gained = gain(&scenario, back, Lever::Instructions, 0.1).unwrap();
    assert!(gained.per_month > 0.0);
    near(gained.worth, 36.0 * gained.per_month);
}

#[test]
fn the_critics_are_heard_where_they_are_right() {
    // Cheaper people behind, but every second task comes back and one customer in ten walks away.
    let scenario = with(
        "loans",
        &[
            ("loan.unclear", 0.5),
            ("loan.walk_away", 0.1),
            ("loan.front_minutes", 100.0),
        ],
    );
    let found = opinions(&evaluate(&scenario));
    let division = found.iter().find_map(|one| match one {
        Opinion::Division { saved, spent, .. } => Some((saved.get(), spent.get())),
        _ => None,
    });
    let (saved, spent) = division.unwrap();
    assert!(saved > 0.0 && spent > saved, "{saved} {spent}");
    let opinions = opinions(&evaluate(&with("tax", &[])));
    assert!(
        !opinions
            .iter()
            .any(|one| matches!(one, Opinion::Division { .. }))
    );
}

#[test]
fn busy_time_costing_is_told_from_the_answer() {
    let found = opinions(&evaluate(&with("outsourcing", &[])));
    let favours = found.iter().find_map(|one| match one {
        Opinion::BusyTime { favours, by, .. } => Some((*favours, by.get())),
        _ => None,
    });
    let (favours, by) = favours.unwrap();
    assert_eq!(favours, 0);
    // 28,800 of work and 2,160 of errors against 38,934.
    assert!((by - (38_934.0 - 30_960.0)).abs() < 0.5, "{by}");
}

#[test]
fn people_hurry_where_there_is_more_to_do_than_time() {
    let hotel = |pressure| {
        let settings = [
            ("maintenance.error", 0.1),
            ("maintenance.pressure", pressure),
        ];
        under(&with("hotel", &settings), "straight").teams[0]
            .load
            .get()
    };
    // Half of the errors are caught and done again: at the usual pace that is the load below.
    let usual = 1.5 / (1.0 - 0.05);
    near(hotel(0.0), usual);
    let pace = (usual / 2.0).powf(0.4);
    near(hotel(0.4), 1.5 / pace / (1.0 - 0.05 * pace));
    // Hours bought as needed know no pressure.
    let bought = with("forms", &[("back.pressure", 0.4)]);
    near(
        under(&bought, "straight").month.total().get(),
        under(&with("forms", &[]), "straight").month.total().get(),
    );
}
