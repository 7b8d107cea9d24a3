//! Turning points: where the answer is said to change, it changes.

use super::cases;
use super::drawn::sober;
use counterbalance::model::evaluation::{TeamState, evaluate, monthly_costs};
use counterbalance::model::scenario::parameter::Unit;
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::turning_points::{TurningPoint, turning_points};
use proptest::prelude::*;

fn at(scenario: &Scenario, address: &Address, value: f64) -> Scenario {
    let mut changed = scenario.clone();
    address.write(&mut changed, value);
    changed
}

fn best(scenario: &Scenario) -> Option<usize> {
    evaluate(scenario).comparison.best()
}

fn check(scenario: &Scenario, best_now: usize, point: &TurningPoint) {
    let address = &point.address;
    let case = format!(
        "{} from {} to {}, winner {:?}",
        address.key(scenario),
        point.now,
        point.at,
        point.winner
    );
    assert_eq!(point.now, address.read(scenario));
    let whole = matches!(address.parameter.unit, Unit::Switch | Unit::People);
    if whole {
        assert_eq!(point.at.fract(), 0.0, "{case}");
        let there = best(&at(scenario, address, point.at));
        assert_ne!(there, Some(best_now), "{case}");
        assert_eq!(there, point.winner, "{case}");
        return;
    }
    let hair = (point.at - point.now).signum() * 1e-6 * point.at.abs().max(1e-6);
    let there = best(&at(scenario, address, point.at + hair));
    assert_ne!(there, Some(best_now), "{case}");
    assert_eq!(there, point.winner, "{case}");
    let before = monthly_costs(&at(scenario, address, point.at - hair));
    let least = before.iter().flatten().copied().fold(f64::MAX, f64::min);
    let here = before[best_now].expect("the best keeps up until it is not the best");
    assert!(
        here - least < pence(least),
        "{case}: before it {here} and {least}"
    );
    let costs = monthly_costs(&at(scenario, address, point.at));
    let Some(winner) = point.winner else {
        assert!(
            monthly_costs(&at(scenario, address, point.at + hair))
                .iter()
                .all(Option::is_none),
            "{case}"
        );
        return;
    };
    let cost = |value: f64, strategy: usize| monthly_costs(&at(scenario, address, value))[strategy];
    // One of the two falls behind, or begins to keep up, just here: then there is no tie.
    if cost(point.at + hair, best_now).is_none() || cost(point.at - hair, winner).is_none() {
        return;
    }
    let (one, other) = (costs[best_now].unwrap(), costs[winner].unwrap());
    let near = nearness(address, point.at);
    let jumps = jump(&cost, point.at, near, best_now) + jump(&cost, point.at, near, winner);
    assert!(
        (one - other).abs() < pence(one) + jumps,
        "{case}: {one} and {other}"
    );
    let begins_work = |strategy| {
        let busy = |value: f64| busy_teams(&at(scenario, address, value), strategy);
        busy(point.at - hair) != busy(point.at + hair)
    };
    if !delay_is_priced(scenario) && !begins_work(best_now) && !begins_work(winner) {
        assert!(jumps < 0.01, "{case}: a jump of {jumps}");
    }
}

/// A penny, and of a month of millions the ninth digit.
fn pence(month: f64) -> f64 {
    0.01 + 1e-8 * month
}

/// How near the search comes to a value: a tenth of the slider, halved thirty times, and twice that.
fn nearness(address: &Address, value: f64) -> f64 {
    let (low, high) = address.parameter.slider;
    1e-10 * value.abs().max(1.0) + 2e-10 * (high - low)
}

/// By how much the cost leaps at a value. It may where a team gets its first work, whose posts are
/// then needed; and where delay has a price: waits are found by another formula below one server
/// than above, and work that always takes the same time is late all at once.
fn jump(cost: &impl Fn(f64, usize) -> Option<f64>, value: f64, hair: f64, strategy: usize) -> f64 {
    let sides = cost(value - hair, strategy).zip(cost(value + hair, strategy));
    sides.map_or(f64::INFINITY, |(below, above)| (below - above).abs())
}

/// The teams that have work in a strategy.
fn busy_teams(scenario: &Scenario, strategy: usize) -> Vec<bool> {
    let teams = &evaluate(scenario).strategies[strategy].teams;
    teams
        .iter()
        .map(|team| team.state != TeamState::Unused)
        .collect()
}

fn delay_is_priced(scenario: &Scenario) -> bool {
    let mut tasks = scenario.tasks.iter();
    tasks.any(|task| task.delay_cost.get() > 0.0 || task.late_penalty.get() > 0.0)
}

/// No whole number of people nearer by changes the answer.
fn nearest_people(scenario: &Scenario, best_now: usize, point: &TurningPoint) {
    if point.address.parameter.unit != Unit::People {
        return;
    }
    let (low, high) = (point.now.min(point.at), point.now.max(point.at));
    let mut staff = low.floor() + 1.0;
    while staff < high {
        let there = best(&at(scenario, &point.address, staff));
        assert_eq!(there, Some(best_now), "{staff} between {low} and {high}");
        staff += 1.0;
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_answer_changes_where_it_is_said_to(scenario in sober()) {
        if let Some(best_now) = best(&scenario) {
            for point in turning_points(&scenario, best_now) {
                check(&scenario, best_now, &point);
                nearest_people(&scenario, best_now, &point);
            }
        }
    }
}
