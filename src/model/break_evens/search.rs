//! The search for one break-even along the slider of its number.

use super::{Asked, BreakEven, Point, Side};
use crate::model::cost::horizon;
use crate::model::cost::ledger::Line;
use crate::model::evaluation::{Evaluation, cost};
use crate::model::order::sort_short;
use crate::model::queueing::root::brent;
use crate::model::scenario::{Address, Scenario};
use crate::model::strategy::{self, Strategy};
use std::cell::RefCell;

/// What a way costs on every basis; none where it does not run.
pub fn costs(scenario: &Scenario, strategy: &Strategy) -> Option<[f64; 3]> {
    let found = cost(scenario, strategy)?;
    let month = found.month.total().get();
    let priced = [Line::Delay, Line::LostCustomers, Line::Fixed];
    let priced: f64 = priced.map(|line| found.month.line(line).get()).iter().sum();
    let touch = found.touch.total().get() * scenario.tasks_per_month() + priced;
    let ahead = &scenario.horizon;
    let horizon = horizon::total(found.set_up, month, ahead.months, ahead.discount.get());
    Some([month, touch, horizon])
}

/// A place on the slider, and by how much the way asked about is dearer there on every basis.
type Place = (f64, Option<[f64; 3]>);

/// Places tried on the way from where the number stands to either end of its slider.
const STRIDES: usize = 8;

/// The answer to one question; `None` where one side does not run anywhere.
pub(super) fn answer(
    scenario: &Scenario,
    evaluation: &Evaluation,
    asked: &Asked,
    address: Address,
    ways: (usize, usize),
) -> Option<BreakEven> {
    let key = |place: usize| strategy::find(evaluation.strategies[place].key);
    let (one, other) = (key(ways.0)?, key(ways.1)?);
    let trial = RefCell::new(scenario.clone());
    let gap = |value: f64| -> Option<[f64; 3]> {
        let mut trial = trial.borrow_mut();
        address.write(&mut trial, value);
        let (one, other) = (costs(&trial, one)?, costs(&trial, other)?);
        Some([0, 1, 2].map(|basis| one[basis] - other[basis]))
    };
    let row = address.parameter;
    let now = address.read(scenario);
    let mut places: Vec<f64> = (0..=2 * STRIDES)
        .map(|place| row.value_at(place as f64 / (2 * STRIDES) as f64))
        .chain([now])
        .collect();
    sort_short(&mut places, f64::total_cmp);
    places.dedup();
    let walked: Vec<Place> = places
        .into_iter()
        .map(|value| (value, gap(value)))
        .collect();
    let sets_up = |place: usize| evaluation.strategies[place].set_up.get();
    let bases = if sets_up(ways.0) == sets_up(ways.1) {
        2
    } else {
        3
    };
    let mut points = [None; 3];
    for (basis, point) in points.iter_mut().enumerate().take(bases) {
        *point = point_on(basis, address, now, &walked, &gap);
    }
    let distance = match points[0] {
        Some(Point::At(value, _)) => (row.position(value) - row.position(now)).abs(),
        _ => 1.0,
    };
    points[0].is_some().then_some(BreakEven {
        question: asked.question,
        address,
        now,
        ways,
        points,
        distance,
    })
}

/// The change nearest to where the number stands, on one basis.
fn point_on(
    basis: usize,
    address: Address,
    now: f64,
    walked: &[Place],
    gap: &impl Fn(f64) -> Option<[f64; 3]>,
) -> Option<Point> {
    let known: Vec<(f64, f64)> = walked
        .iter()
        .filter_map(|(value, gaps)| gaps.map(|gaps| (*value, gaps[basis])))
        .collect();
    let changes = |pair: &&[(f64, f64)]| (pair[0].1 <= 0.0) != (pair[1].1 <= 0.0);
    let position = |value: f64| address.parameter.position(value);
    let far = |pair: &[(f64, f64)]| {
        let ends = [pair[0].0, pair[1].0];
        let ends = ends.map(|value| (position(value) - position(now)).abs());
        ends[0].min(ends[1])
    };
    let nearest = known
        .windows(2)
        .filter(changes)
        .min_by(|a, b| far(a).total_cmp(&far(b)));
    let Some(pair) = nearest else {
        let first = known.first()?;
        return Some(if first.1 <= 0.0 {
            Point::Always
        } else {
            Point::Never
        });
    };
    let (low, high) = (pair[0], pair[1]);
    let at = brent(
        |value| gap(value).map_or(f64::MAX, |gaps| gaps[basis]),
        low.0,
        high.0,
        1e-12 * high.0.abs(),
    );
    // A jump, where a team drops out altogether, is no value at which both sides cost the same.
    let left = gap(at)?[basis].abs();
    const A_PENNY: f64 = 0.01;
    let side = if low.1 <= 0.0 {
        Side::Below
    } else {
        Side::Above
    };
    (left < A_PENNY).then_some(Point::At(at, side))
}
