//! Work in progress if nobody ever had to wait: infinitely many servers, arrivals that change.
//!
//! M(t)/M/∞ and the same with customers who come back. The expected number busy is what a day's
//! staff has to follow: it lags behind the arrivals by about one service. Times in any one unit,
//! rates per that unit; rates are constant within periods of one length, and the list of rates
//! starts again at its end. It leaves out the waiting that too few servers cause.

use super::error::{
    Each, QueueError, check_filled, check_from_zero, check_rate, check_time, check_work,
};

/// Most periods that are stepped through.
const MAX_PERIODS: f64 = 1e7;

/// Rates that change from period to period and start again at the end of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Periods {
    /// Length of each period.
    pub length: f64,
    /// Arrivals per unit of time in each period.
    pub arrival_rates: Vec<f64>,
}

impl Periods {
    /// Refuses a length or rates that make no sense, or an empty list.
    pub fn check(&self) -> Result<(), QueueError> {
        check_time("period_length", self.length)?;
        check_filled("arrival_rates", self.arrival_rates.len(), Each::Period)?;
        for (i, &rate) in self.arrival_rates.iter().enumerate() {
            check_rate("arrival_rates", rate).map_err(|error| error.at(i))?;
        }
        Ok(())
    }

    /// The rate of a period, counted from the first.
    pub fn rate(&self, period: usize) -> f64 {
        self.arrival_rates[period % self.arrival_rates.len()]
    }
}

/// Refuses times below zero, and how many periods pass until the last.
pub fn check_times(times: &[f64], period_length: f64) -> Result<(), QueueError> {
    for (i, &time) in times.iter().enumerate() {
        check_rate("times", time).map_err(|error| error.at(i))?;
        check_work("times", time, time / period_length, MAX_PERIODS)
            .map_err(|error| error.at(i))?;
    }
    Ok(())
}

/// The places of `times` from the earliest to the latest.
pub fn by_time(times: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by(|&i, &j| times[i].total_cmp(&times[j]));
    order
}

/// How many servers would be busy at each of `times`, starting from none, if there were always
/// one free?
///
/// m' = λ(t) − m/τ, exact over each stretch of constant rate: m ← λτ + (m − λτ)e^(−h/τ).
/// Source: Eick, Massey and Whitt (1993), Operations Research 41:731–742.
pub fn offered_load(
    mean_service: f64,
    periods: &Periods,
    times: &[f64],
) -> Result<Vec<f64>, QueueError> {
    check_time("mean_service", mean_service)?;
    periods.check()?;
    check_times(times, periods.length)?;
    let mut busy = vec![0.0; times.len()];
    let (mut load, mut period) = (0.0, 0);
    let after = |load: f64, period: usize, h: f64| {
        let settled = periods.rate(period) * mean_service;
        // Both terms are positive, so that the last of a rush keeps its digits.
        load * (-h / mean_service).exp() - settled * (-h / mean_service).exp_m1()
    };
    for i in by_time(times) {
        while times[i] >= periods.length * (period + 1) as f64 {
            load = after(load, period, periods.length);
            period += 1;
        }
        let since = times[i] - periods.length * period as f64;
        busy[i] = after(load, period, since.max(0.0));
    }
    Ok(busy)
}

/// The same where a customer comes back with probability `p_return` after a pause.
///
/// Erlang-R without a limit on servers: m' = λ(t) + r/δ − m/τ, r' = p·m/τ − r/δ, r the customers
/// who pause and will be back, δ the mean pause; solved exactly over each stretch of constant
/// rate. Under a steady rate m settles at λτ/(1−p), whatever the pause: returns matter to the
/// hour of the peak, and so only where the rate changes.
/// Source: Yom-Tov and Mandelbaum (2014), Manufacturing & Service Operations Management
/// 16:283–299.
pub fn offered_load_with_returns(
    returns: &Returns,
    periods: &Periods,
    times: &[f64],
) -> Result<Vec<f64>, QueueError> {
    returns.check()?;
    periods.check()?;
    check_times(times, periods.length)?;
    let mut busy = vec![0.0; times.len()];
    let (mut state, mut period) = ((0.0, 0.0), 0);
    for i in by_time(times) {
        while times[i] >= periods.length * (period + 1) as f64 {
            state = returns.after(state, periods.rate(period), periods.length);
            period += 1;
        }
        let since = (times[i] - periods.length * period as f64).max(0.0);
        busy[i] = returns.after(state, periods.rate(period), since).0;
    }
    Ok(busy)
}

/// Customers who come back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Returns {
    /// Mean service time per visit.
    pub mean_service: f64,
    /// Probability of another visit after each.
    pub p_return: f64,
    /// Mean time between a visit and the next.
    pub mean_pause: f64,
}

impl Returns {
    fn check(&self) -> Result<(), QueueError> {
        check_time("mean_service", self.mean_service)?;
        check_time("mean_pause", self.mean_pause)?;
        check_from_zero("p_return", self.p_return, 0.999_999)
    }

    /// Busy servers and paused customers after a time `h` at one rate: the settled state plus
    /// what is left of the distance to it, which dies out in two exponentials.
    fn after(&self, (busy, paused): (f64, f64), rate: f64, h: f64) -> (f64, f64) {
        let (serve, back) = (self.mean_service.recip(), self.mean_pause.recip());
        let settled = rate / serve / (1.0 - self.p_return);
        let settled = (settled, settled * self.p_return * serve / back);
        let (x, y) = (busy - settled.0, paused - settled.1);
        // x' = −serve·x + back·y, y' = p·serve·x − back·y: both eigenvalues are negative.
        let (half, product) = (0.5 * (serve + back), serve * back * (1.0 - self.p_return));
        let root = (0.25 * (serve - back).powi(2) + self.p_return * serve * back).sqrt();
        let fast = -(half + root);
        let slow = product / fast;
        let (slope_x, slope_y) = (back * y - serve * x, self.p_return * serve * x - back * y);
        let slow_part = (slow * h).exp();
        // (e^(slow·h) − e^(fast·h))/(slow − fast), also where the two are nearly the same.
        let gap = slow - fast;
        let mixed = if gap * h < 1e-12 {
            slow_part * h
        } else {
            slow_part * -(-gap * h).exp_m1() / gap
        };
        let at = |value: f64, slope: f64| value * slow_part + (slope - slow * value) * mixed;
        (
            (settled.0 + at(x, slope_x)).max(0.0),
            (settled.1 + at(y, slope_y)).max(0.0),
        )
    }
}
