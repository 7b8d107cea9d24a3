//! A fluid backlog: B′ = inflow − capacity while anything waits, and never less than nothing.
//!
//! Rates are constant within a period; the last of each goes on for ever. Exact: within a period the
//! backlog is a straight line until it is nothing.

use super::QueueError;
use super::error::{Each, check_filled, check_length, check_rate};

/// Where nothing else says how many, at most so many periods are listed.
const MOST_LISTED: f64 = 1_000.0;

/// What comes and what can be done, by period; a list of one stands for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Periods {
    /// What comes in.
    pub inflow: Vec<f64>,
    /// What can be done.
    pub capacity: Vec<f64>,
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Backlog {
    /// Periods until nothing waits for good.
    pub clear_time: Option<f64>,
    /// Most that ever waits; `None` where it grows for ever.
    pub peak: Option<f64>,
    /// ∫B dt until nothing waits for good; `None` where that never is.
    pub area: Option<f64>,
    /// What waits at the end of each period.
    pub by_period: Vec<f64>,
    /// By how much it grows a period in the end; nothing or less where it does not.
    pub growth: f64,
}

impl Periods {
    fn len(&self) -> usize {
        self.inflow.len().max(self.capacity.len())
    }

    fn at(list: &[f64], period: usize) -> f64 {
        list.get(period).or(list.last()).copied().unwrap_or(0.0)
    }

    fn net(&self, period: usize) -> f64 {
        Self::at(&self.inflow, period) - Self::at(&self.capacity, period)
    }
}

impl Backlog {
    /// Follows a backlog through the periods, and on with the last of them.
    pub fn of(waiting: f64, periods: &Periods) -> Result<Self, QueueError> {
        check(waiting, periods)?;
        let length = periods.len();
        let growth = periods.net(length - 1);
        let (mut backlog, mut area, mut peak) = (waiting, 0.0, waiting);
        let mut by_period = Vec::with_capacity(length);
        let mut cleared = (waiting == 0.0).then_some(0.0);
        for period in 0..length {
            let net = periods.net(period);
            let after = (backlog + net).max(0.0);
            // How much of the period something waits.
            let lasts = if backlog + net < 0.0 {
                backlog / -net
            } else {
                1.0
            };
            area += 0.5 * (backlog + after) * lasts;
            match (backlog > 0.0 || net > 0.0, after > 0.0) {
                (_, true) => cleared = None,
                (true, false) => cleared = Some(period as f64 + lasts),
                (false, false) => {}
            }
            backlog = after;
            peak = peak.max(backlog);
            by_period.push(backlog);
        }
        let grows = growth > 0.0;
        if backlog > 0.0 && growth < 0.0 {
            let rest = backlog / -growth;
            cleared = Some(length as f64 + rest);
            area += 0.5 * backlog * rest;
            // One number for every period: the periods are those until it is gone.
            if length == 1 {
                let more = rest.ceil().min(MOST_LISTED) as usize;
                by_period.extend((1..=more).map(|k| (backlog + growth * k as f64).max(0.0)));
            }
        }
        let cleared = cleared.filter(|_| !grows);
        Ok(Self {
            clear_time: cleared,
            peak: (!grows).then_some(peak),
            area: cleared.map(|_| area),
            by_period,
            growth,
        })
    }
}

fn check(waiting: f64, periods: &Periods) -> Result<(), QueueError> {
    check_rate("backlog", waiting)?;
    let lists = [("inflow", &periods.inflow), ("capacity", &periods.capacity)];
    for (name, list) in lists {
        check_filled(name, list.len(), Each::Period)?;
        for (position, value) in list.iter().enumerate() {
            let checked = check_rate(name, *value);
            checked.map_err(|error| {
                if list.len() > 1 {
                    error.at(position)
                } else {
                    error
                }
            })?;
        }
    }
    let (inflow, capacity) = (periods.inflow.len(), periods.capacity.len());
    match inflow == 1 || capacity == 1 {
        true => Ok(()),
        false => check_length("capacity", capacity, inflow, Each::Period),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(waiting: f64, inflow: &[f64], capacity: &[f64]) -> Backlog {
        let periods = Periods {
            inflow: inflow.to_vec(),
            capacity: capacity.to_vec(),
        };
        Backlog::of(waiting, &periods).unwrap()
    }

    #[test]
    fn a_surge_of_eight_weeks() {
        let surge = [vec![90.0; 8], vec![50.0]].concat();
        let found = of(0.0, &surge, &[56.25]);
        assert_eq!(found.peak, Some(270.0));
        assert_eq!(
            found.by_period[..9],
            [
                33.75, 67.5, 101.25, 135.0, 168.75, 202.5, 236.25, 270.0, 263.75
            ]
        );
        assert!((found.clear_time.unwrap() - 51.2).abs() < 1e-9);
        // Two triangles: eight weeks up, 43.2 down.
        assert!((found.area.unwrap() - 270.0 * (8.0 + 43.2) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn one_number_for_all_periods() {
        let found = of(10.0, &[2.0], &[6.0]);
        assert_eq!(
            (found.clear_time, found.peak, found.area),
            (Some(2.5), Some(10.0), Some(12.5))
        );
        assert_eq!(found.by_period, [6.0, 2.0, 0.0]);
        let idle = of(0.0, &[2.0], &[6.0]);
        assert_eq!((idle.clear_time, idle.area), (Some(0.0), Some(0.0)));
    }

    #[test]
    fn what_never_clears_has_no_time() {
        let grows = of(1.0, &[6.0], &[5.0]);
        assert_eq!(
            (grows.clear_time, grows.peak, grows.growth),
            (None, None, 1.0)
        );
        let stays = of(1.0, &[5.0], &[5.0]);
        assert_eq!(
            (stays.clear_time, stays.peak, stays.area),
            (None, Some(1.0), None)
        );
        let after = of(0.0, &[9.0, 5.0], &[5.0]);
        assert_eq!((after.clear_time, after.peak), (None, Some(4.0)));
    }

    #[test]
    fn it_may_clear_and_come_back() {
        let found = of(0.0, &[8.0, 1.0, 7.0, 0.0], &[5.0]);
        assert_eq!(found.by_period, [3.0, 0.0, 2.0, 0.0]);
        assert_eq!(found.clear_time, Some(3.4));
        assert!(
            (found.area.unwrap() - (1.5 + 3.0 * 0.75 / 2.0 + 1.0 + 2.0 * 0.4 / 2.0)).abs() < 1e-12
        );
    }
}
