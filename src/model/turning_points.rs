//! What would change the answer: for each deciding number, the nearest value at which another
//! strategy has the cheaper month.
//!
//! Found by walking the number's slider outwards from where it stands and closing in on the first
//! place where the best strategy stops being the best. The closed forms of `cost::break_even` are
//! the special cases of this search that can be written down; tests hold the two together.

use std::cell::RefCell;

use super::evaluation::{cheapest, monthly_cost, monthly_costs};
use super::order::sort_short;
use super::presets;
use super::scenario::parameter::Unit;
use super::scenario::{Address, Scenario};
use super::strategy::Strategy;

/// The nearest value of one number at which the best strategy changes.
#[derive(Clone, Copy, PartialEq)]
pub struct TurningPoint {
    /// The number.
    pub address: Address,
    /// Where it stands.
    pub now: f64,
    /// Where the answer changes. For people, the first whole number on the other side.
    pub at: f64,
    /// The strategy that is best on the other side, by place in the list compared; none where
    /// the best fails there and no other runs.
    pub winner: Option<usize>,
    /// How far away it is, as a share of the slider.
    pub distance: f64,
}

/// Places of a slider tried on the way from here to its end.
const STRIDES: usize = 10;
const HALVINGS: usize = 30;

/// The turning points of the example's deciding numbers, nearest first.
pub fn turning_points(scenario: &Scenario, best: usize) -> Vec<TurningPoint> {
    let mut points: Vec<TurningPoint> = presets::deciders(presets::of(scenario).key)
        .iter()
        .filter_map(|key| Address::find(scenario, key))
        .filter_map(|address| nearest(scenario, address, best))
        .collect();
    sort_short(&mut points, |a, b| a.distance.total_cmp(&b.distance));
    points
}

/// The value of a number at which two strategies cost the same a month, nearest to where the
/// number stands; `None` where their order is the same along the whole slider.
pub fn crossing(
    scenario: &Scenario,
    address: Address,
    one: &Strategy,
    other: &Strategy,
) -> Option<f64> {
    let trial = Trial::of(scenario, address);
    let first_wins = |value: f64| {
        trial.at(value, |trial| {
            let cost = |strategy| monthly_cost(trial, strategy).unwrap_or(f64::MAX);
            cost(one) <= cost(other)
        })
    };
    let now = address.read(scenario);
    let today = first_wins(now);
    nearest_change(scenario, address, |value| first_wins(value) == today)
}

/// The value nearest to where the number stands at which a strategy begins or ceases to keep up;
/// `None` where it does neither along the whole slider. For people, the first whole number on the
/// other side.
pub fn limit(scenario: &Scenario, address: Address, strategy: &Strategy) -> Option<f64> {
    let trial = Trial::of(scenario, address);
    let runs = |value: f64| trial.at(value, |trial| monthly_cost(trial, strategy).is_some());
    let now = runs(address.read(scenario));
    nearest_change(scenario, address, |value| runs(value) == now)
}

fn nearest(scenario: &Scenario, address: Address, best: usize) -> Option<TurningPoint> {
    let now = address.read(scenario);
    let trial = Trial::of(scenario, address);
    let still_best = |value| trial.at(value, |trial| is_cheapest(trial, best));
    let at = nearest_change(scenario, address, still_best)?;
    let row = address.parameter;
    let beyond = if row.unit == Unit::Switch || row.unit == Unit::People {
        at
    } else {
        // A hair past the crossing, where the other strategy has won.
        at + (at - now).signum() * 1e-6 * at.abs().max(1e-6)
    };
    let winner = trial.at(beyond, winner);
    // Two ways of one cost change places with every rounding: that is no turning point.
    (winner != Some(best)).then(|| TurningPoint {
        address,
        now,
        at,
        winner,
        distance: (row.position(at) - row.position(now)).abs(),
    })
}

/// A copy of the scenario in which one number is tried at many values.
struct Trial {
    scenario: RefCell<Scenario>,
    address: Address,
}

impl Trial {
    fn of(scenario: &Scenario, address: Address) -> Self {
        let scenario = RefCell::new(scenario.clone());
        Self { scenario, address }
    }

    /// What `read` makes of the scenario with the number at `value`.
    fn at<T>(&self, value: f64, read: impl FnOnce(&Scenario) -> T) -> T {
        let mut scenario = self.scenario.borrow_mut();
        self.address.write(&mut scenario, value);
        read(&scenario)
    }
}

/// Whether no month is cheaper than that of a strategy: of two that cost the same neither is.
fn is_cheapest(scenario: &Scenario, place: usize) -> bool {
    const ROUNDING: f64 = 1e-9;
    let costs = monthly_costs(scenario);
    let least = cheapest(&costs).and_then(|best| costs[best]);
    match (costs.get(place), least) {
        (Some(Some(cost)), Some(least)) => *cost <= least + ROUNDING * least.abs(),
        _ => false,
    }
}

/// The strategy with the cheapest month.
fn winner(scenario: &Scenario) -> Option<usize> {
    cheapest(&monthly_costs(scenario))
}

/// The value nearest to where the number stands at which `same` stops holding.
pub(super) fn nearest_change(
    scenario: &Scenario,
    address: Address,
    same: impl Fn(f64) -> bool,
) -> Option<f64> {
    let row = address.parameter;
    let now = address.read(scenario);
    if row.unit == Unit::Channel {
        return None;
    }
    if row.unit == Unit::Switch {
        let flipped = 1.0 - now;
        return (!same(flipped)).then_some(flipped);
    }
    let distance = |value: f64| (row.position(value) - row.position(now)).abs();
    let mut brackets: Vec<(f64, f64)> = [-1.0, 1.0]
        .into_iter()
        .filter_map(|direction| first_bracket(address, now, direction, &same))
        .collect();
    sort_short(&mut brackets, |a, b| {
        distance(a.1).total_cmp(&distance(b.1))
    });
    let close_in = |(holds, fails)| match row.unit {
        Unit::People => fails,
        _ => close_in(holds, fails, &same),
    };
    let mut brackets = brackets.into_iter();
    let first = close_in(brackets.next()?);
    // The change on the other side can only be nearer if its bracket begins nearer.
    let other = brackets
        .next()
        .filter(|bracket| distance(bracket.0) < distance(first));
    let other = other
        .map(close_in)
        .filter(|other| distance(*other) < distance(first));
    Some(other.unwrap_or(first))
}

/// Walks from `now` to one end of the slider: the last place tried where `same` holds, and the
/// first where it does not.
fn first_bracket(
    address: Address,
    now: f64,
    direction: f64,
    same: &impl Fn(f64) -> bool,
) -> Option<(f64, f64)> {
    let row = address.parameter;
    let (start, end) = (row.position(now), if direction < 0.0 { 0.0 } else { 1.0 });
    let place = |i: usize| match (i, row.unit) {
        (0, _) => now,
        (i, Unit::People) => whole_people(now, direction * i as f64),
        (i, _) => row.value_at(start + (end - start) * i as f64 / STRIDES as f64),
    };
    let on_slider = |value: f64| (row.slider.0..=row.slider.1).contains(&value);
    let beyond = (1..=STRIDES)
        .take_while(|&i| row.unit != Unit::People || on_slider(place(i)))
        .find(|&i| !same(place(i)))?;
    Some((place(beyond - 1), place(beyond)))
}

/// The whole number `count` steps away; a number between two has its neighbours one step away.
fn whole_people(now: f64, count: f64) -> f64 {
    if count < 0.0 {
        now.ceil() + count
    } else {
        now.floor() + count
    }
}

/// Halves the interval in which `same` stops holding.
fn close_in(holds: f64, fails: f64, same: &impl Fn(f64) -> bool) -> f64 {
    let (mut holds, mut fails) = (holds, fails);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (holds + fails);
        if same(middle) {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    0.5 * (holds + fails)
}
