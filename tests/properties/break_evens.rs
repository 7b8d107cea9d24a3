//! Break-evens: at the value given both sides cost the same, on the basis named, and beside it the
//! order is as said.

use super::cases;
use super::drawn::sober;
use counterbalance::model::break_evens::{Basis, BreakEven, Point, Side, break_evens, costs};
use counterbalance::model::evaluation::evaluate;
use counterbalance::model::scenario::Scenario;
use counterbalance::model::strategy;
use proptest::prelude::*;

/// By how much the way asked about is dearer where the number is `value`.
fn gap(scenario: &Scenario, of: &BreakEven, basis: usize, value: f64) -> Option<f64> {
    let evaluation = evaluate(scenario);
    let mut there = scenario.clone();
    of.address.write(&mut there, value);
    let side = |place: usize| {
        let way = strategy::find(evaluation.strategies[place].key)?;
        Some(costs(&there, way)?[basis])
    };
    Some(side(of.ways.0)? - side(of.ways.1)?)
}

fn check(scenario: &Scenario, of: &BreakEven) {
    for (basis, point) in of.points.iter().enumerate() {
        let case = format!("{:?} on {:?}: {point:?}", of.question, Basis::ALL[basis]);
        let Some(Point::At(at, side)) = *point else {
            continue;
        };
        let here = gap(scenario, of, basis, at).expect("both run there");
        assert!(here.abs() < 0.01, "{case}: {here}");
        let (low, high) = of.address.parameter.limit;
        let step = 1e-4 * at.abs().max(1e-3);
        let beside = |value: f64| {
            (low..=high)
                .contains(&value)
                .then(|| gap(scenario, of, basis, value))
                .flatten()
        };
        let (below, above) = (beside(at - step), beside(at + step));
        // Two sides that run alike for a while touch without crossing at once.
        let moves = |gap: &Option<f64>| gap.is_some_and(|gap| gap.abs() > 1e-6);
        let (cheap, dear) = match side {
            Side::Below => (below, above),
            Side::Above => (above, below),
        };
        if moves(&cheap) {
            assert!(cheap < Some(0.0), "{case}: {cheap:?} where it should pay");
        }
        if moves(&dear) {
            assert!(dear > Some(0.0), "{case}: {dear:?} where it should not");
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn both_sides_cost_the_same_at_a_break_even(scenario in sober()) {
        let evaluation = evaluate(&scenario);
        for found in break_evens(&scenario, &evaluation) {
            check(&scenario, &found);
        }
    }
}
