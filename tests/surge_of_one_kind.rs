//! Where one kind of work comes and goes alone: its work, week by week, against the evaluation of the same
//! demand as if it stayed; links, files and tables.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use counterbalance::draft::KindTable;
use counterbalance::model::evaluation::{StrategyEvaluation, evaluate};
use counterbalance::model::presets;
use counterbalance::model::scenario::permalink::{decode, encode};
use counterbalance::model::scenario::{Scenario, Surge, Task};
use counterbalance::model::surge::{self, Terms};

fn example(key: &str) -> Scenario {
    presets::find(key).unwrap().current()
}

/// The insurer's centre with such weeks.
fn service(kind: Option<&str>, weekly: &[f64]) -> Scenario {
    let mut scenario = example("service");
    scenario.surge = Some(Box::new(Surge {
        kind: kind.map(str::to_owned),
        weekly: weekly.to_vec(),
        ..Surge::with_defaults()
    }));
    scenario
}

fn way<'a>(ways: &'a [StrategyEvaluation], key: &str) -> &'a StrategyEvaluation {
    ways.iter().find(|way| way.key == key).unwrap()
}

fn terms(scenario: &Scenario, key: &str) -> Terms {
    Terms::of(scenario, way(&evaluate(scenario).strategies, key)).unwrap()
}

fn near(found: f64, wanted: f64) {
    let error = (found - wanted).abs();
    assert!(
        error <= 1e-9 * wanted.abs().max(1.0),
        "{found} instead of {wanted}"
    );
}

/// Permits of which most never leave the counter: only what comes to the team behind is counted there, as
/// many as come.
#[test]
fn what_never_comes_to_the_team_is_not_counted() {
    let text = "#v=1&example=office.1&today=allotted&tasks=request,kind2,kind3&request.ways=front_office*1&kind2.ways=back_office*1&kind3.ways=back_office*1&request.rate=12&kind2.rate=2&kind3.rate=1&kind2.back_minutes=30&kind3.back_minutes=40&front.staff=8&back.staff=3";
    let mut scenario = decode(text).scenario;
    let mut with = |kind: Option<&str>, weekly: &[f64]| {
        scenario.surge = Some(Box::new(Surge {
            kind: kind.map(str::to_owned),
            weekly: weekly.to_vec(),
            ..Surge::with_defaults()
        }));
        terms(&scenario, "allotted")
    };
    let of_one = with(Some("kind2"), &[150.0; 6]);
    near(of_one.surge.weekly.iter().sum(), 6.0 * (150.0 + 37.5));
    near(of_one.reach, 187.5 / (187.5 + 450.0));
    // Twice as many of all: of 562.5 a week a fifth goes behind.
    let of_all = with(None, &[1_125.0; 4]);
    near(of_all.reach, 0.2);
    near(of_all.usual, 112.5);
    near(of_all.surge.weekly[3], 225.0);
    let load = way(&evaluate(&scenario).strategies, "allotted").teams[1].load;
    near(of_all.task_hours * of_all.usual, load.get() * 37.5);
}

/// A week in which twice as many complaints come brings the team the hours that the ledger finds where
/// twice as many always come; over the weeks given there are as many tasks as truly come.
#[test]
fn every_week_brings_its_work() {
    for key in ["back_office", "front_office", "front_with_tool"] {
        let usual = 1.5 * 37.5;
        let weekly = [usual, 2.0 * usual, 0.0, 3.0 * usual];
        let scenario = service(Some("complaint"), &weekly);
        let found = terms(&scenario, key);
        let demand = found.demand(0);
        for (week, came) in weekly.iter().enumerate() {
            let mut steady = scenario.clone();
            let kind = scenario.surging().unwrap();
            steady.tasks[kind].rate.0 = came / 37.5;
            let ways = evaluate(&steady).strategies;
            let load = way(&ways, key).teams[found.team].load.get();
            near(demand[week] * found.task_hours, load * 37.5);
        }
        near(demand[4], found.usual);
        let others = scenario.arrivals_per_hour() * 37.5 - usual;
        near(demand[..4].iter().sum(), 4.0 * others + 6.0 * usual);
    }
}

/// Kinds that are alike in everything: it does not matter which of them comes more often.
#[test]
fn kinds_that_are_alike_come_alike() {
    let mut scenario = example("surge");
    let mut twin: Task = scenario.tasks[0].clone();
    twin.key = "twin".into();
    twin.rate.0 /= 5.0;
    scenario.tasks[0].rate.0 *= 0.8;
    scenario.tasks.push(twin);
    let told = |scenario: &Scenario| {
        let ways = evaluate(scenario).strategies;
        surge::answer(scenario, &ways[0], None).unwrap()
    };
    let all = told(&scenario);
    let usual = scenario.arrivals_per_hour() * 37.5;
    let surge = scenario.surge.as_mut().unwrap();
    surge.kind = Some("twin".into());
    for week in &mut surge.weekly {
        *week -= 0.8 * usual;
    }
    let one = told(&scenario);
    near(one.terms.task_hours, all.terms.task_hours);
    near(one.yours.bill.total(), all.yours.bill.total());
    near(one.offers[0].run.peak.0, all.offers[0].run.peak.0);
}

/// Heavier tasks pile up more work than as many of the usual mix.
#[test]
fn heavy_work_weighs_more() {
    let extra = 60.0;
    let usual = example("service").arrivals_per_hour() * 37.5;
    let all = terms(&service(None, &[usual + extra; 6]), "back_office");
    let heavy = terms(
        &service(Some("complaint"), &[1.5 * 37.5 + extra; 6]),
        "back_office",
    );
    let hours = |terms: &Terms| (terms.demand(0)[0] - terms.usual) * terms.task_hours;
    assert!(hours(&heavy) > 2.0 * hours(&all));
}

/// A kind that never comes as a rule may come for some weeks.
#[test]
fn what_never_comes_may_come_once() {
    let mut scenario = service(Some("complaint"), &[100.0, 100.0]);
    let kind = scenario.surging().unwrap();
    scenario.tasks[kind].rate.0 = 0.0;
    let found = terms(&scenario, "back_office");
    let mut steady = scenario.clone();
    steady.tasks[kind].rate.0 = 100.0 / 37.5;
    let load = way(&evaluate(&steady).strategies, "back_office").teams[found.team]
        .load
        .get();
    near(found.demand(0)[1] * found.task_hours, load * 37.5);
    assert!(found.demand(0)[2] < found.demand(0)[1]);
}

#[test]
fn links_carry_the_kind() {
    let scenario = service(Some("quote"), &[225.0, 450.0, 450.0]);
    let link = encode(&scenario);
    assert!(link.contains("surge=quote:225,450*2"), "{link}");
    let opened = decode(&link);
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, scenario);
    let plain = service(Some("quote"), &[]);
    assert_eq!(decode(&encode(&plain)).scenario, plain);
    let unknown = decode("v=1&example=service.1&surge=quotes:225,450*2");
    assert_eq!(unknown.notices.len(), 1);
    assert_eq!(unknown.scenario, example("service"));
    let file = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&file).unwrap(), scenario);
}

/// A file that names no kind of work is refused; where the kind is removed on the page, all weeks are
/// as usual again.
#[test]
fn the_kind_has_to_be_there() {
    assert!(service(Some("nobody"), &[1.0]).admit().is_err());
    let scenario = service(Some("quote"), &[225.0, 450.0]);
    let mut table = KindTable::of(&scenario);
    assert!(table.remove("change"));
    assert_eq!(table.scenario().unwrap().surge, scenario.surge);
    assert!(table.remove("quote"));
    let surge = table.scenario().unwrap().surge.unwrap();
    assert_eq!((surge.kind, surge.weekly.len()), (None, 0));
}
