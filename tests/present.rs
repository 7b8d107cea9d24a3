//! The present arrangement stays what it was while other people are planned.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use counterbalance::model::evaluation::{evaluate, evaluate_strategy};
use counterbalance::model::optimise::{Freedom, Search};
use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::permalink::{Notice, decode, encode};
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::strategy;

fn office() -> Scenario {
    presets::find("office").unwrap().current()
}

fn with(mut scenario: Scenario, changes: &[(&str, f64)]) -> Scenario {
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

#[test]
fn until_it_is_said_today_has_the_people_planned() {
    for preset in PRESETS {
        let scenario = preset.current();
        assert_eq!(scenario.as_today(), None, "{}", preset.key);
        let found = evaluate(&scenario);
        assert_eq!(found.before, None, "{}", preset.key);
        let today = found.comparison.today.map(|place| &found.strategies[place]);
        assert_eq!(found.today(), today, "{}", preset.key);
    }
}

#[test]
fn a_way_that_was_marked_keeps_its_people() {
    let mut scenario = office();
    scenario.mark_today("back_office");
    assert_eq!(
        evaluate(&scenario).before,
        None,
        "nothing else is planned yet"
    );
    let planned = with(
        scenario.clone(),
        &[("back.staff", 3.0), ("front.staff", 4.0)],
    );
    let found = evaluate(&planned);
    let way = strategy::find("back_office").unwrap();
    assert_eq!(found.before, evaluate_strategy(&office(), way));
    assert_eq!(found.today(), found.before.as_ref());
    // Other numbers than people are the same today and tomorrow.
    let busier = with(planned, &[("request.rate", 12.0)]);
    let then = with(office(), &[("request.rate", 12.0)]);
    assert_eq!(evaluate(&busier).before, evaluate_strategy(&then, way));
    // Marked again, the people of now are those of today.
    let mut again = busier;
    again.mark_today("back_office");
    assert_eq!(evaluate(&again).before, None);
}

#[test]
fn what_a_plan_saves_is_the_same_before_and_after_it_is_taken() {
    let scenario = with(office(), &[("front.staff", 5.0), ("back.staff", 6.0)]);
    let before = evaluate(&scenario);
    let mut search = Search::new(&scenario, Freedom::default());
    while !search.advance(64) {}
    let plan = search.found().best.unwrap();
    let saved = before.today().unwrap().month.total().get() - plan.month;
    assert!(saved > 1_000.0);
    let mut kept = scenario.clone();
    kept.keep_today();
    let taken = plan.applied(&kept);
    let after = evaluate(&taken);
    assert_eq!(after.today(), before.today());
    let place = after
        .strategies
        .iter()
        .position(|way| way.key == "allotted");
    let month = after.strategies[place.unwrap()].month.total().get();
    assert!((after.today().unwrap().month.total().get() - month - saved).abs() < 0.01);
    // A second plan is held against the same today.
    let mut twice = taken;
    twice.keep_today();
    assert_eq!(
        evaluate(&with(twice, &[("front.staff", 9.0)])).today(),
        before.today()
    );
}

#[test]
fn links_and_files_hold_the_people_of_today() {
    let mut scenario = office();
    assert!(!encode(&scenario).contains("today"));
    scenario.mark_today("front_office");
    let scenario = with(scenario, &[("back.staff", 2.5)]);
    let link = encode(&scenario);
    assert!(link.contains("today=front_office*5,5"), "{link}");
    assert_eq!(decode(&link).scenario, scenario);
    assert_eq!(decode(&link).notices, []);
    let file = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&file).unwrap(), scenario);
}

#[test]
fn what_no_team_can_have_is_named_and_the_rest_taken() {
    for wrong in ["5", "5,6,7", "5,x", "-1,5", "501,5", "", "NaN,5"] {
        let link = format!("v=1&example=office.1&today=front_office*{wrong}&back.staff=4");
        let opened = decode(&link);
        assert_eq!(
            opened.notices,
            [Notice::Unreadable("today".into())],
            "{wrong}"
        );
        assert_eq!(opened.scenario.today, "front_office");
        assert_eq!(opened.scenario.as_today(), None);
        assert_eq!(opened.scenario.teams[1].staff.get(), 4.0);
    }
    let mut scenario = office();
    assert!(!scenario.set_staff_today(0, f64::NAN) && !scenario.set_staff_today(0, 501.0));
    assert_eq!(scenario, office());
    assert!(scenario.set_staff_today(0, 0.0));
    assert_eq!(scenario.teams[0].staff_today().get(), 0.0);
    assert_eq!(scenario.teams[1].staff_today(), scenario.teams[1].staff);
}
