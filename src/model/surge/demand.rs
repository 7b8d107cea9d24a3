//! What arrives, week by week: D1 by the week.

use super::terms::Terms;

/// Weeks looked ahead at least, and beyond the last that the user gave.
const AT_LEAST: usize = 80;
const BEYOND: usize = 52;

impl Terms {
    /// How many weeks are looked ahead.
    pub fn horizon(&self) -> usize {
        AT_LEAST.max(self.surge.weekly.len() + BEYOND)
    }

    /// Tasks of every week looked ahead: those given, then the usual demand with its trend. `later`
    /// weeks are added to those given, all like the last of them, or taken away.
    pub fn demand(&self, later: i32) -> Vec<f64> {
        let given = &self.surge.weekly;
        let last = given.last().copied().unwrap_or(self.usual);
        let length = (given.len() as i32 + later).max(0) as usize;
        let week = |week: usize| match given.get(week) {
            Some(tasks) if week < length => *tasks,
            None if week < length => last,
            _ => self.usual_in(week),
        };
        (0..self.horizon()).map(week).collect()
    }

    /// Usual demand of a week, with its trend: base·(1 + g)^(week/year).
    pub fn usual_in(&self, week: usize) -> f64 {
        if self.surge.trend == 0.0 {
            return self.usual;
        }
        self.usual * (1.0 + self.surge.trend).powf(week as f64 / self.weeks_per_year.max(1.0))
    }

    /// Every end that the surge may have, as weeks later than given; each is as likely.
    pub fn ends(&self) -> Vec<i32> {
        let spread = match self.surge.weekly.is_empty() {
            true => 0,
            false => self.surge.end_spread.round() as i32,
        };
        (-spread..=spread).collect()
    }

    /// The weeks in which more arrives than the team can do: the first of them, and how many up to the
    /// last.
    pub fn excess(&self, demand: &[f64]) -> Option<(usize, usize)> {
        let capacity = self.capacity();
        let first = demand.iter().position(|tasks| *tasks > capacity)?;
        let listed = self.surge.weekly.len().max(first + 1).min(demand.len());
        // Where the usual demand itself is too much, the surge ends with the weeks given.
        let last = demand[..listed].iter().rposition(|tasks| *tasks > capacity);
        Some((first, last.unwrap_or(first) + 1 - first))
    }
}
