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

/// Where a number changes which of two sides is cheaper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Threshold {
    /// At this value.
    At(f64),
    /// Nowhere: the first side is cheaper at every value.
    Always,
    /// Nowhere: the first side is cheaper at none.
    Never,
}

/// BE3, the gatekeeper (the model of Shumsky and Pinker 2003; the rule derived): the chance of
/// success from which it pays to try in front, p* = (C_F+C_mis)/(C_S+C_mis).
///
/// `front` is the cost of trying, `specialist` that of handing over at once, `mistreatment` what a
/// failed try costs beside the hand-over that follows it. Trying costs C_F + (1−p)(C_mis+C_S).
pub fn success_to_try(front: f64, specialist: f64, mistreatment: f64) -> Threshold {
    if front <= 0.0 && mistreatment <= 0.0 {
        return Threshold::Always;
    }
    let needed = (front + mistreatment) / (specialist + mistreatment);
    if needed > 1.0 || !needed.is_finite() {
        Threshold::Never
    } else {
        Threshold::At(needed)
    }
}

/// BE4, BE7 and BE8: tasks a month from which a way pays that saves `saving` a task, costs
/// `standing` a month whatever comes and `set_up` once: v* = (standing + set-up/A)/s.
///
/// `annuity` is A, the worth today of one pound a month over the horizon.
pub fn volume(saving: f64, standing: f64, set_up: f64, annuity: f64) -> Threshold {
    let burden = standing + set_up / annuity;
    if saving <= 0.0 {
        if burden < 0.0 {
            Threshold::Always
        } else {
            Threshold::Never
        }
    } else if burden <= 0.0 {
        Threshold::Always
    } else {
        Threshold::At(burden / saving)
    }
}

/// BE7: share of tasks that software must finish alone: with s = K_h − u − (1−p)K_exc − p·k_err
/// = (fee + set-up/A)/v, p* = (K_exc + u + burden − K_h)/(K_exc − k_err).
///
/// Money is per task: `by_hand` K_h, `exception` K_exc, `run` u, `bot_error` k_err, and `burden` is
/// fee and set-up of a month over its tasks.
pub fn straight_through(
    by_hand: f64,
    exception: f64,
    run: f64,
    bot_error: f64,
    burden: f64,
) -> Threshold {
    let needed = (exception + run + burden - by_hand) / (exception - bot_error);
    if exception <= bot_error || !needed.is_finite() || needed > 1.0 {
        Threshold::Never
    } else if needed <= 0.0 {
        Threshold::Always
    } else {
        Threshold::At(needed)
    }
}

/// BE8: the price a task at which buying costs what doing costs:
/// (in-house − retained − errors − transition/A)/(v(1+g)). Money is a month's; `None` where no
/// price would be low enough.
pub fn price_to_buy(
    in_house: f64,
    kept: f64,
    transition: f64,
    tasks: f64,
    governance: f64,
) -> Option<f64> {
    let price = (in_house - kept - transition) / (tasks * (1.0 + governance));
    (price > 0.0).then_some(price)
}

/// The chance of an error from which checking every task pays: e* = k/(c·(C−r)), `check` k the cost
/// of checking one, `caught` c the share of errors it catches, `escaped` C what an escaped error
/// costs and `repair` r what mending a caught one does.
pub fn error_to_check(check: f64, caught: f64, escaped: f64, repair: f64) -> Threshold {
    let gain = caught * (escaped - repair);
    if gain <= 0.0 {
        Threshold::Never
    } else if check <= 0.0 {
        Threshold::Always
    } else if check > gain {
        Threshold::Never
    } else {
        Threshold::At(check / gain)
    }
}

/// BE9: how much an investment may cost that gains so much a month: gain·A.
pub fn worth(gain_per_month: f64, annuity: f64) -> f64 {
    gain_per_month.max(0.0) * annuity
}

/// BE9: how strongly leaving must answer to pay for a raise to earn itself back through turnover
/// alone: η* = w·h/(a·C), `hours` h the paid hours of a year. `None` where nobody leaves.
pub fn quit_elasticity(rate: f64, hours: f64, attrition: f64, leaver: f64) -> Option<f64> {
    let turnover = attrition * leaver;
    (turnover > 0.0).then(|| rate * hours / turnover)
}

#[cfg(test)]
mod tests;
