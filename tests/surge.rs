//! Demand that comes and goes: the printed figures, conservation, the search against brute force, the
//! simulation against the fluid weeks.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use counterbalance::model::cost::tenure::Tenure;
use counterbalance::model::evaluation::evaluate;
use counterbalance::model::presets;
use counterbalance::model::scenario::{Address, Scenario, Surge, SurgePlan};
use counterbalance::model::surge::answer::Remedy;
use counterbalance::model::surge::chance::rehearse;
use counterbalance::model::surge::{
    self, Answer, Mixed, Run, Search, Terms, Unplannable, mix, price, run,
};
use counterbalance::words::surge::{more_help_than_there_is, others_short};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

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

/// Weeks of a month.
fn weeks(scenario: &Scenario) -> f64 {
    scenario.calendar.hours_per_month() / scenario.calendar.hours_per_week()
}

/// The service centre with two weeks of more work, and changes.
fn busy_service(changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = with("service", &[]);
    let usual = scenario.arrivals_per_hour() * scenario.calendar.hours_per_week();
    scenario.surge = Some(Box::new(Surge {
        weekly: vec![usual, 1.25 * usual, 1.5 * usual],
        ..Surge::with_defaults()
    }));
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

/// The answer under the back-office centre.
fn behind(scenario: &Scenario) -> Answer {
    let found = evaluate(scenario).strategies;
    let way = found.iter().find(|way| way.key == "back_office").unwrap();
    surge::answer(scenario, way, None).unwrap()
}

/// The front office can help with no more hours than its own work and its clients leave.
#[test]
fn the_front_office_helps_with_what_its_own_work_leaves() {
    let scenario = busy_service(&[]);
    let answer = behind(&scenario);
    let front = answer.terms.front.unwrap();
    let team = &scenario.teams[front.team];
    let found = evaluate(&scenario).strategies;
    let way = found.iter().find(|way| way.key == "back_office").unwrap();
    // Its own work as the fourth figure tells it, in a week that is half as heavy again.
    let week = scenario.calendar.hours_per_week();
    let own = way.front_hours.get() / weeks(&scenario) * 1.5;
    near(front.free, team.on_duty() * week - own, 1e-9);
    assert!(own > 1.0 && front.free > 1.0, "{own} {}", front.free);
    let offered = answer.of(Remedy::Front).unwrap();
    near(offered.plan.front_hours, front.free.floor(), 0.0);
    // Clients' hours are theirs.
    let clients = busy_service(&[("front.client_hours", 20.0)]);
    let left = behind(&clients).terms.front.unwrap().free;
    near(left, front.free - 20.0 / weeks(&clients), 1e-9);
    // The team behind stays the busiest, so that the surge is planned for it.
    let fewer = ("back.staff", 1.0);
    // Nobody helps who has nothing left; a plan that asks for it all the same is told so.
    let few = (
        "front.staff",
        (0.8 * team.staff.get() * own / team.on_duty() / week * 100.0).floor() / 100.0,
    );
    let asking = busy_service(&[few, fewer, ("surge.front_hours", 30.0)]);
    let answer = behind(&asking);
    near(answer.terms.front.unwrap().free, 0.0, 1e-9);
    let said = more_help_than_there_is(&asking, &answer).unwrap();
    let named = "has 0 hours a week free beside its own work; 30 hours";
    assert!(said.contains(named), "{said}");
    let silent = busy_service(&[few, fewer]);
    let answer = behind(&silent);
    assert!(answer.of(Remedy::Front).is_none());
    assert_eq!(more_help_than_there_is(&silent, &answer), None);
    // It falls short itself then, and that is told; before, nobody but the team planned for did.
    let said = others_short(&silent, &answer);
    assert!(
        said[0].starts_with("The front office falls short too:"),
        "{said:?}"
    );
    // So many more people, and no fewer, make the heaviest week fit.
    let more = answer.terms.short[0].more;
    let with_more = |more: f64| busy_service(&[("front.staff", few.1 + more), fewer]);
    assert!(more >= 1.0 && behind(&with_more(more)).terms.short.is_empty());
    assert!(!behind(&with_more(more - 1.0)).terms.short.is_empty());
    assert_eq!(
        others_short(&scenario, &behind(&scenario)),
        Vec::<String>::new()
    );
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
    let Tenure::TemporaryUpTo(weeks) = answer.tenure else {
        panic!("{:?}", answer.tenure);
    };
    near(weeks, 27.4, 0.05);
}

/// Nobody works before they begin, after they leave, or longer than the law allows; nothing is lost
/// between two weeks.
fn holds(terms: &Terms, plan: &SurgePlan, demand: &[f64], run: &Run) {
    let mut before = terms.surge.waiting;
    let start = plan.start.max(terms.surge.earliest).round() as usize;
    let end = start + plan.weeks.round() as usize;
    let excess = terms.excess(demand).map_or(0, |(first, _)| first);
    let most = (terms.surge.most_hours / terms.hours - 1.0).max(0.0);
    let usual = terms.people * terms.hours * terms.present / terms.task_hours;
    for (at, week) in run.weeks.iter().enumerate() {
        let balance = before + week.arrivals - week.done - week.backlog;
        assert!(
            balance.abs() < 1e-6 * (1.0 + before + week.arrivals),
            "week {at}: {balance}"
        );
        assert!(week.done <= week.supply.without_front() + week.supply.front + 1e-9);
        assert!(week.by_front <= week.supply.front + 1e-9);
        if !(start..end).contains(&at) {
            assert_eq!(week.supply.temps, 0.0, "week {at}");
        }
        if at < terms.surge.lead_weeks.round() as usize {
            assert_eq!(week.supply.hires, 0.0, "week {at}");
        }
        let worked = excess..excess + plan.overtime_weeks.round() as usize;
        if !worked.contains(&at) {
            assert_eq!(week.supply.overtime, 0.0, "week {at}");
        }
        assert!(week.supply.overtime <= usual * plan.overtime.min(most) + 1e-9);
        assert!(week.backlog >= 0.0 && week.oldest >= 0.0 && week.oldest <= (at + 1) as f64 + 1e-9);
        assert_eq!(week.backlog > 0.0, week.oldest > 0.0, "week {at}: {week:?}");
        assert!(week.band.0 <= week.backlog && week.backlog <= week.band.1 + 1e-9);
        before = week.backlog;
    }
    for amount in [run.bill.paid(), run.bill.backlog, run.bill.lost] {
        assert!(amount.is_finite() && amount >= -1e-6, "{:?}", run.bill);
    }
    if let Some(clearing) = run.clearing {
        assert!(clearing.first <= clearing.last && clearing.last < run.weeks.len());
        assert!((clearing.first as f64..=(clearing.first + 1) as f64).contains(&clearing.moment));
        assert_eq!(run.weeks[clearing.first].backlog, 0.0);
    }
}

/// Some of the rows of a surge at any value, any weeks, any plan.
fn any_surge() -> impl Strategy<Value = (usize, Vec<f64>, Vec<f64>)> {
    let weeks = prop::collection::vec(0.0..600.0_f64, 0..30);
    let shares = prop::collection::vec(0.0..1.0_f64, 25);
    (0..2_usize, weeks, shares)
}

fn drawn((which, weekly, shares): &(usize, Vec<f64>, Vec<f64>)) -> Scenario {
    let mut scenario = with(["surge", "upgrade"][*which], &[]);
    scenario.surge.as_mut().unwrap().weekly.clone_from(weekly);
    let rows = Address::all(&scenario);
    let rows = rows
        .iter()
        .filter(|row| row.key(&scenario).starts_with("surge."));
    for (row, share) in rows.copied().collect::<Vec<_>>().into_iter().zip(shares) {
        let (low, high) = row.parameter.slider;
        row.write(&mut scenario, low + share * (high - low));
    }
    scenario
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(9), ..Config::default() })]

    #[test]
    fn nothing_is_lost_between_two_weeks(drawing in any_surge()) {
        let scenario = drawn(&drawing);
        let terms = terms(&scenario);
        let plan = terms.surge.plan;
        for end in terms.ends() {
            let demand = terms.demand(end);
            let run = run(&terms, &demand, &plan);
            holds(&terms, &plan, &demand, &run);
            let priced = price(&terms, &demand, &plan);
            prop_assert!((priced - run.bill.total()).abs() < 1e-6 * (1.0 + priced));
        }
    }

    /// A link brings back the weeks and every number.
    #[test]
    fn a_link_brings_a_surge_back(drawing in any_surge()) {
        use counterbalance::model::scenario::permalink::{decode, encode};
        let mut scenario = drawn(&drawing);
        // Weeks are written in the digits of the table.
        for tasks in &mut scenario.surge.as_mut().unwrap().weekly {
            *tasks = tasks.round();
        }
        let opened = decode(&encode(&scenario));
        prop_assert_eq!(opened.notices, vec![]);
        prop_assert_eq!(opened.scenario, scenario);
    }
}

/// A team that usual weeks are too much for already: what they pile up is no luck.
#[test]
fn usual_weeks_that_are_too_much_are_simulated_alike() {
    let scenario = with("surge", &[("back.staff", 3.0)]);
    let terms = terms(&scenario);
    assert!(terms.usual > terms.capacity());
    let fluid = run(&terms, &terms.demand(0), &SurgePlan::default());
    let chance = rehearse(terms, SurgePlan::default(), 1);
    let apart = (chance.total.mean - fluid.bill.total()).abs();
    let half = chance.total.relative() * chance.total.mean;
    assert!(
        apart <= 1.5 * half,
        "{:?} and {}",
        chance.total,
        fluid.bill.total()
    );
}

#[test]
fn a_link_can_take_a_surge_away_or_bring_one() {
    use counterbalance::model::scenario::permalink::{decode, encode};
    let mut without = with("surge", &[]);
    without.surge = None;
    assert!(
        encode(&without).contains("surge=none"),
        "{}",
        encode(&without)
    );
    assert_eq!(decode(&encode(&without)).scenario, without);
    let opened = decode("v=1&example=consulting.1&surge=20,40*6&surge.temps=3");
    assert_eq!(opened.notices, []);
    let surge = opened.scenario.surge.unwrap();
    assert_eq!(
        (surge.weekly.len(), surge.plan.temps, surge.hazard),
        (7, 3.0, 0.02)
    );
    let broken = decode("v=1&example=surge.1&surge=50,,90");
    assert_eq!(broken.notices.len(), 1);
    assert_eq!(broken.scenario, with("surge", &[]));
}

/// Every plan of the grid, tried one by one by another loop, in another order.
fn brute_force(terms: &Terms) -> (f64, f64) {
    let demands: Vec<Vec<f64>> = terms.ends().iter().map(|end| terms.demand(*end)).collect();
    let surge_weeks = terms.excess(&terms.demand(0)).map_or(0, |(_, weeks)| weeks);
    let cost = |plan: &SurgePlan| {
        let all = demands
            .iter()
            .map(|demand| run(terms, demand, plan).bill.total());
        all.sum::<f64>() / demands.len() as f64
    };
    let first = terms.surge.earliest as u32;
    let last = (terms.surge.weekly.len() as u32)
        .saturating_sub(1)
        .max(first)
        .min(first + 20);
    let (mut alone, mut mixed) = (f64::INFINITY, f64::INFINITY);
    for overtime in mix::OVERTIME {
        for start in (first..=last).rev() {
            for weeks in (0..=mix::LONGEST).rev() {
                for temps in (0..=mix::MOST_PEOPLE).rev() {
                    let plan = SurgePlan {
                        temps: f64::from(temps),
                        start: f64::from(start),
                        weeks: f64::from(weeks),
                        overtime,
                        overtime_weeks: surge_weeks as f64,
                        ..SurgePlan::default()
                    };
                    let cost = cost(&plan);
                    mixed = mixed.min(cost);
                    if overtime == 0.0 {
                        alone = alone.min(cost);
                    }
                }
            }
        }
    }
    (alone, mixed)
}

/// The search against brute force, on the examples, with leavers, lost customers and an uncertain end.
#[test]
fn the_search_finds_what_trying_everything_finds() {
    let cases: [(&str, &[(&str, f64)]); 4] = [
        ("surge", &[]),
        (
            "upgrade",
            &[("surge.hazard", 0.05), ("surge.coaching", 0.3)],
        ),
        (
            "surge",
            &[("surge.end_spread", 2.0), ("surge.week_cost", 10.0)],
        ),
        (
            "surge",
            &[
                ("client.customer_value", 2_000.0),
                ("client.late_loss", 0.5),
                ("surge.earliest", 6.0),
            ],
        ),
    ];
    for (example, changes) in cases {
        let scenario = with(example, changes);
        let found = searched(&scenario);
        assert_eq!(found.examined, found.of);
        let (alone, mixed) = brute_force(&terms(&scenario));
        near(found.temps.cost, alone, 1e-6);
        near(found.mix.cost, mixed, 1e-6);
        // The best mix is never worse than any remedy that it could have been.
        assert!(found.mix.cost <= found.temps.cost + 1e-9);
    }
}

/// The closed form against the weeks walked in small steps: nobody coaches, nobody leaves, all begin at
/// once.
#[test]
fn the_closed_form_is_what_small_steps_find() {
    let scenario = with("upgrade", &[]);
    let terms = terms(&scenario);
    for (backlog, temps, arrivals) in [
        (1_460.0, 7.0, 200.0),
        (30.0, 3.0, 240.0),
        (400.0, 0.0, 200.0),
        (800.0, 2.0, 300.0),
    ] {
        let found = surge::clearing::weeks_to_clear(&terms, backlog, temps, arrivals);
        const STEP: f64 = 1e-4;
        let (mut waits, mut time) = (backlog, 0.0);
        while waits > 0.0 && time < 200.0 {
            let output =
                terms.temps.learning.output(time + STEP / 2.0) * terms.hours * terms.temps.present;
            let capacity = terms.capacity() + temps * output / terms.task_hours;
            waits += (arrivals - capacity) * STEP;
            time += STEP;
        }
        match found {
            Some(weeks) => near(weeks, time, 2e-3),
            None => assert!(waits > 0.0),
        }
    }
    assert_eq!(
        surge::clearing::weeks_to_clear(&terms, 10.0, 0.0, 250.0),
        None
    );
}

/// Where much waits, the simulation's mean agrees with the weeks without chance.
#[test]
fn the_simulation_agrees_where_much_waits() {
    let plans = [
        SurgePlan::default(),
        SurgePlan {
            overtime: 0.2,
            overtime_weeks: 20.0,
            ..SurgePlan::default()
        },
        SurgePlan {
            hires: 2.0,
            ..SurgePlan::default()
        },
        SurgePlan {
            temps: 3.0,
            start: 1.0,
            weeks: 20.0,
            ..SurgePlan::default()
        },
    ];
    let scenario = with("upgrade", &[]);
    let terms = terms(&scenario);
    for plan in plans {
        let fluid = run(&terms, &terms.demand(0), &plan);
        let chance = rehearse(terms.clone(), plan, 1);
        assert!(
            chance.total.holds(fluid.bill.total()),
            "{plan:?}: {} {:?}",
            fluid.bill.total(),
            chance.total
        );
        let moment = fluid.clearing.unwrap().moment;
        assert!(
            (chance.moment.mean - moment).abs() <= 2.0 * chance.moment.half + 0.1,
            "{plan:?}: {moment} {:?}",
            chance.moment
        );
        near(chance.paid.mean, fluid.bill.paid(), 1e-6);
    }
}

/// Leavers by chance: as many as the hazard says, and paid accordingly.
#[test]
fn leavers_by_chance_are_those_of_the_hazard() {
    let scenario = with(
        "upgrade",
        &[
            ("surge.hazard", 0.05),
            ("surge.temps", 12.0),
            ("surge.weeks", 20.0),
        ],
    );
    let terms = terms(&scenario);
    let plan = terms.surge.plan;
    let fluid = run(&terms, &terms.demand(0), &plan);
    let chance = rehearse(terms, plan, 3);
    assert!(
        (chance.paid.mean - fluid.bill.paid()).abs() < 1.5 * chance.paid.half,
        "{} {:?}",
        fluid.bill.paid(),
        chance.paid
    );
}

#[test]
fn the_same_seed_gives_the_same_weeks() {
    let scenario = with("surge", &[]);
    let again = |seed| rehearse(terms(&scenario), terms(&scenario).surge.plan, seed);
    assert_eq!(again(7), again(7));
    assert_ne!(again(7), again(8));
}

/// A light load has lines that the fluid does not know, and the words say so.
#[test]
fn why_the_two_differ_is_said() {
    let scenario = with("surge", &[]);
    let terms = terms(&scenario);
    let plan = terms.surge.plan;
    let fluid = run(&terms, &terms.demand(0), &plan).bill.total();
    let chance = rehearse(terms, plan, 1);
    assert!(!chance.total.holds(fluid));
    let said = counterbalance::words::surge::why_apart(fluid, &chance);
    assert!(said[0].contains("no luck in it"), "{said:?}");
    assert!(said[0].contains("\u{202f}% off"), "{said:?}");
    // Of nothing no share can be told: money says by how much.
    let said = counterbalance::words::surge::why_apart(0.0, &chance);
    assert!(said[0].contains("without chance is £"), "{said:?}");
}

#[test]
fn what_cannot_be_planned_is_named() {
    let said = |scenario: &Scenario| {
        surge::answer(scenario, &evaluate(scenario).strategies[0], None)
            .map(|_| ())
            .unwrap_err()
    };
    assert_eq!(said(&with("consulting", &[])), Unplannable::NoSurge);
    let mut quiet = with("surge", &[]);
    quiet.tasks[0].rate.0 = 0.0;
    assert_eq!(said(&quiet), Unplannable::NoWork);
    assert_eq!(
        said(&with("surge", &[("back.flexible", 1.0)])),
        Unplannable::BoughtAsNeeded
    );
}

/// Nobody at all: everything waits, and the line never goes.
#[test]
fn without_anybody_everything_waits() {
    let scenario = with("surge", &[("back.staff", 0.0)]);
    let answer = surge::answer(&scenario, &evaluate(&scenario).strategies[0], None).unwrap();
    let nothing = answer.of(Remedy::Nothing).unwrap();
    assert_eq!(nothing.run.clearing, None);
    near(
        nothing.run.left(),
        terms(&scenario).demand(0).iter().sum(),
        1e-6,
    );
}

/// Half the end's spread to either side: the mean of all ends, by hand.
#[test]
fn an_uncertain_end_costs_the_mean_of_all_ends() {
    let scenario = with("surge", &[("surge.end_spread", 1.0)]);
    let answer = surge::answer(&scenario, &evaluate(&scenario).strategies[0], None).unwrap();
    let by_hand = |weeks: usize| {
        let mut scenario = with("surge", &[]);
        let weekly = [vec![50.0], vec![90.0; weeks]].concat();
        scenario.surge.as_mut().unwrap().weekly = weekly;
        let terms = terms(&scenario);
        run(&terms, &terms.demand(0), &terms.surge.plan)
            .bill
            .total()
    };
    let all = [by_hand(7), by_hand(8), by_hand(9)];
    near(
        answer.yours.bill.total(),
        all.iter().sum::<f64>() / 3.0,
        1e-6,
    );
    near(
        answer.yours.range.0,
        all.iter().copied().fold(f64::INFINITY, f64::min),
        1e-6,
    );
    near(
        answer.yours.range.1,
        all.iter().copied().fold(0.0, f64::max),
        1e-6,
    );
}
