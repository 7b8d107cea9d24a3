//! BE6 over a year of weeks: how much of the work is there so often that permanent staff should do it.

use super::terms::Terms;
use crate::model::cost::tenure::weeks_to_be_permanent;
use crate::model::order::sort_short;

/// Base load and what lies on top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BaseLoad {
    /// f*: share of weeks in which a post must be needed for it to be permanent.
    pub least_share: f64,
    /// Tasks a week that are there in at least so many weeks.
    pub tasks: f64,
    /// Permanent people on the roster for them.
    pub people: f64,
    /// Share of the year's work that lies above, for those who come and go.
    pub flexible: f64,
}

impl Terms {
    /// The base load of the year ahead.
    pub fn base_load(&self) -> BaseLoad {
        let (permanent, temporary) = self.tenure();
        let least_share = weeks_to_be_permanent(&permanent, &temporary);
        let year = (self.weeks_per_year.round() as usize)
            .max(self.surge.weekly.len())
            .max(1);
        let mut demand = self.demand(0);
        demand.truncate(year);
        let total: f64 = demand.iter().sum();
        let mut sorted = demand.clone();
        sort_short(&mut sorted, |a, b| b.total_cmp(a));
        // In so many weeks, the busiest ones, a level must be reached.
        let rank = (least_share * sorted.len() as f64).ceil() as usize;
        let tasks = match rank {
            0 => sorted.first().copied().unwrap_or(0.0),
            rank => sorted.get(rank - 1).copied().unwrap_or(0.0),
        };
        let above: f64 = demand.iter().map(|week| (week - tasks).max(0.0)).sum();
        BaseLoad {
            least_share,
            tasks,
            people: tasks * self.task_hours / (self.hours * self.present),
            flexible: if total > 0.0 { above / total } else { 0.0 },
        }
    }
}
