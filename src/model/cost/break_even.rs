//! Break-evens in closed form: where one way of dividing the work begins to beat another.
//!
//! Money is per task unless a name says otherwise; minutes and hours are working time.

use super::quality::passes;

/// BE1: the front-office minutes below which the front office is cheaper than `other_cost` a task:
/// τ* = 60·(1−e·d)·(K − u·C)/w, or `None` where no number of minutes would be (K ≤ u·C).
///
/// `error`, `detection` and `escape_cost` (u·C) are the front office's. On the monthly run the same
/// formula holds with the month's cost over the month's volume and the hour's lost fee for w, as
/// long as the front office has no slack.
pub fn front_minutes(
    other_cost: f64,
    error: f64,
    detection: f64,
    escape_cost: f64,
    rate: f64,
) -> Option<f64> {
    const MINUTES_PER_HOUR: f64 = 60.0;
    let left = other_cost - escape_cost;
    (left > 0.0 && rate > 0.0).then(|| MINUTES_PER_HOUR * left / (passes(error, detection) * rate))
}

/// BE2: what decides between a dear, fast way and a cheap, slow one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PriceOfSpeed {
    /// The faster way is worth it from this price of an hour's delay on.
    From(f64),
    /// The first way is at least as cheap and at least as fast.
    FirstIsBetter,
    /// The second way is at least as cheap and at least as fast.
    SecondIsBetter,
}

/// BE2: the price of an hour's delay from which the first way is worth its cost,
/// (K₁−K₂)/(T₂−T₁), or which of the two is better in both. Turnarounds in hours.
pub fn price_of_speed(first: (f64, f64), second: (f64, f64)) -> PriceOfSpeed {
    let ((cost, time), (other_cost, other_time)) = (first, second);
    if cost <= other_cost && time <= other_time {
        PriceOfSpeed::FirstIsBetter
    } else if cost >= other_cost && time >= other_time {
        PriceOfSpeed::SecondIsBetter
    } else {
        PriceOfSpeed::From((cost - other_cost) / (other_time - time))
    }
}

/// BE4: months until a set-up cost is earned back by a saving each month, or `None` for never.
pub fn payback_months(set_up: f64, saving_per_month: f64) -> Option<f64> {
    (saving_per_month > 0.0).then(|| set_up / saving_per_month)
}
