//! Demand that comes and goes: the printed figures, conservation, the search against brute force, the
//! simulation against the fluid weeks.

use counterbalance::model::evaluation::evaluate;
use counterbalance::model::presets;
use counterbalance::model::scenario::{Address, Scenario, SurgePlan};
use counterbalance::model::surge::answer::Remedy;
use counterbalance::model::surge::chance::rehearse;
use counterbalance::model::surge::{self, Answer, Mixed, Search, Terms};

fn with(example: &str, changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find(example).unwrap().current();
    for (key, value) in changes {
        Address::parse(&scenario, key)
            .unwrap()
            .write(&mut scenario, *value);
    }
    scenario
}

fn terms(scenario: &Scenario) -> Terms {
    Terms::of(scenario, &evaluate(scenario).strategies[0]).unwrap()
}

fn searched(scenario: &Scenario) -> Mixed {
    let mut search = Search::new(terms(scenario));
    while !search.advance(10_000) {}
    search.found().clone()
}

fn answered(scenario: &Scenario) -> Answer {
    let mixed = searched(scenario);
    surge::answer(scenario, &evaluate(scenario).strategies[0], Some(&mixed)).unwrap()
}

fn near(found: f64, printed: f64, digits: f64) {
    assert!(
        (found - printed).abs() <= digits,
        "{found} instead of {printed}"
    );
}

/// H2: what the specification prints.
#[test]
fn the_onboarding_surge() {
    let scenario = with("surge", &[]);
    let answer = answered(&scenario);
    let nothing = answer.of(Remedy::Nothing).unwrap();
    assert_eq!(nothing.run.peak, (270.0, 8));
    let clearing = nothing.run.clearing.unwrap();
    near(clearing.moment - 9.0, 43.2, 1e-9);
    let temps = answer.of(Remedy::Temps).unwrap();
    assert_eq!(
        (temps.plan.temps, temps.plan.start, temps.plan.weeks),
        (6.0, 2.0, 7.0)
    );
    near(temps.bill.paid(), 44_925.0, 1e-6);
    near(temps.bill.total(), 54_051.0, 0.5);
    near(temps.run.waiting, 260.7, 0.05);
    near(temps.run.peak.0, 46.0, 0.5);
    assert_eq!(temps.run.clearing.unwrap().first, 9);
    assert_eq!(temps.run.clearing.unwrap().last, 9);
    let front = answer.of(Remedy::Front).unwrap();
    near(front.bill.total(), 81_000.0, 1e-6);
    near(answer.closed_form.unwrap(), 5.690_567_226_5, 1e-9);
    let mix = answer.of(Remedy::Mix).unwrap();
    let plan = mix.plan;
    assert_eq!(
        (plan.temps, plan.weeks, plan.overtime, plan.overtime_weeks),
        (4.0, 6.0, 0.2, 8.0)
    );
    near(mix.bill.total(), 51_953.0, 0.5);
}

/// H5: what the specification prints.
#[test]
fn the_software_upgrade() {
    let scenario = with("upgrade", &[]);
    let answer = answered(&scenario);
    let nothing = answer.of(Remedy::Nothing).unwrap();
    near(nothing.run.peak.0, 1_460.0, 1e-9);
    assert_eq!(nothing.run.clearing.unwrap().first, 46);
    let temps = answer.of(Remedy::Temps).unwrap();
    assert_eq!(
        (temps.plan.temps, temps.plan.start, temps.plan.weeks),
        (7.0, 1.0, 9.0)
    );
    near(temps.bill.paid(), 73_675.0, 1e-6);
    near(temps.bill.total(), 104_349.0, 0.5);
    let clearing = temps.run.clearing.unwrap();
    assert_eq!((clearing.first, clearing.last), (9, 14));
    near(temps.run.weeks[13].backlog, 20.0, 1e-9);
    near(answer.temporaries_for_one, 1.029, 5e-4);
    near(answer.base_load.least_share, 0.842, 5e-4);
    let counterbalance::model::cost::tenure::Tenure::TemporaryUpTo(weeks) = answer.tenure else {
        panic!("{:?}", answer.tenure);
    };
    near(weeks, 27.4, 0.05);
}

#[test]
fn look() {
    for key in ["surge", "upgrade"] {
        let scenario = with(key, &[]);
        let begun = std::time::Instant::now();
        let answer = answered(&scenario);
        println!("{key} searched in {:?}", begun.elapsed());
        for offer in answer.offers.iter().chain([&answer.yours]) {
            println!(
                "{:?} {:?}\n   {:?} total {} peak {:?} oldest {} clear {:?}",
                offer.remedy,
                offer.plan,
                offer.bill,
                offer.bill.total(),
                offer.run.peak,
                offer.run.oldest,
                offer.run.clearing
            );
            let begun = std::time::Instant::now();
            let chance = rehearse(terms(&scenario), offer.plan, 1);
            println!(
                "   chance {:?}: {} {:?} backlog {:?} usual {:?} paid {:?} peak {:?} moment {:?} {:?} cleared {}",
                begun.elapsed(),
                chance.replications,
                chance.total,
                chance.backlog,
                chance.usual_backlog,
                chance.paid,
                chance.peak,
                chance.moment,
                chance.moments,
                chance.cleared
            );
        }
        println!("{:?} {:?}", answer.base_load, answer.tenure);
    }
    let _ = SurgePlan::default();
}
