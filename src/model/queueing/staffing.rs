//! How many people does a promise take?
//!
//! The least whole number of servers for a share answered in time, with a cap on how busy they
//! may be and an allowance for paid time that is not worked. Times in any one unit, rates per
//! that unit. Poisson arrivals, exponential services and patience. It leaves out shifts: what is
//! found is the number on duty at one time.

use super::abandonment::Abandonment;
use super::erlang::{MAX_SERVERS, least_servers};
use super::error::{
    InputProblem, QueueError, check_from_zero, check_rate, check_time, check_work, refuse,
};
use super::multi_server::MultiServer;
use super::offered_load::{Periods, offered_load};

/// Largest share that can be asked for: a promise to everybody takes infinitely many people.
pub const MAX_LEVEL: f64 = 0.999_999_999;
/// Largest share of paid time that may be lost.
pub const MAX_SHRINKAGE: f64 = 0.99;
/// Most periods stepped through to fill a day's work in progress.
const MAX_PERIODS: f64 = 1e6;
/// How far above a whole number a quotient may lie and still be taken for rounding.
const ROUNDING: f64 = 1e-9;

/// What is asked of a team.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staffing {
    /// Arrivals per unit of time.
    pub arrival_rate: f64,
    /// Mean service time.
    pub mean_service: f64,
    /// The wait within which a customer is to be answered.
    pub target: f64,
    /// The share of all customers to be answered within `target`.
    pub level: f64,
    /// Mean patience; `None` if nobody gives up.
    pub mean_patience: Option<f64>,
    /// The largest share of their time that the servers may be busy; one is no cap.
    pub max_occupancy: f64,
    /// The share of paid time that is not worked.
    pub shrinkage: f64,
}

/// The least staff, and what it and one fewer achieve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeastStaff {
    /// Servers on duty.
    pub servers: f64,
    /// People to be scheduled, shrinkage added.
    pub scheduled: f64,
    /// Share answered within the target.
    pub service_level: f64,
    /// The same with one fewer on duty; `None` if they would not keep up, or nobody were left.
    pub service_level_one_fewer: Option<f64>,
    /// Share of the servers' time that is busy.
    pub occupancy: f64,
}

impl Staffing {
    fn check(&self) -> Result<(), QueueError> {
        check_rate("arrival_rate", self.arrival_rate)?;
        check_time("mean_service", self.mean_service)?;
        check_rate("target", self.target)?;
        check_from_zero("level", self.level, MAX_LEVEL)?;
        check_from_zero("max_occupancy", self.max_occupancy, 1.0)?;
        check_from_zero("shrinkage", self.shrinkage, MAX_SHRINKAGE)?;
        if self.max_occupancy == 0.0 {
            return Err(refuse("max_occupancy", InputProblem::Zero, 0.0));
        }
        let load = self.arrival_rate * self.mean_service;
        let most = 0.9 * MAX_SERVERS * self.max_occupancy;
        if !load.is_finite() || load > most {
            let limit = most / self.mean_service;
            let large = InputProblem::TooLarge { limit };
            return Err(refuse("arrival_rate", large, self.arrival_rate));
        }
        Ok(())
    }

    /// What `servers` achieve; `None` if they do not keep up.
    fn achieved(&self, servers: f64) -> Result<Option<Achieved>, QueueError> {
        if servers < 1.0 {
            return Ok(None);
        }
        let (rate, mean) = (self.arrival_rate, self.mean_service);
        if let Some(patience) = self.mean_patience {
            let queue = Abandonment::new(servers, rate, mean, patience)?;
            return Ok(Some(Achieved {
                service_level: queue.service_level(self.target),
                occupancy: queue.occupancy(),
            }));
        }
        match MultiServer::new(servers, rate, mean) {
            Ok(queue) => Ok(Some(Achieved {
                service_level: queue.service_level(self.target),
                occupancy: queue.occupancy(),
            })),
            Err(QueueError::Overload { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether `servers` are enough.
    fn is_enough(&self, servers: f64) -> Result<bool, QueueError> {
        let met = |found: Achieved| {
            found.service_level >= self.level
                && found.occupancy <= self.max_occupancy * (1.0 + 1e-12)
        };
        Ok(self.achieved(servers)?.is_some_and(met))
    }
}

/// What a number of servers achieves.
#[derive(Clone, Copy)]
struct Achieved {
    service_level: f64,
    occupancy: f64,
}

/// What is the least whole number of servers that keeps a promise?
///
/// From the true minimum upward (one server, or the load rounded up where nobody gives up),
/// since a long target needs few people: in doubling steps until the promise is kept, then by
/// halving. Both the service level and the spare time grow with every server (Erlang's A
/// formula too, though not evenly), so that nothing smaller is passed over. Scheduled are
/// servers/(1−shrinkage), rounded up: 70 at 30% are 100.
pub fn least_staff(staffing: &Staffing) -> Result<LeastStaff, QueueError> {
    staffing.check()?;
    let load = staffing.arrival_rate * staffing.mean_service;
    let least = match staffing.mean_patience {
        Some(_) => 1.0,
        None => least_servers(load),
    };
    let (mut short, mut enough, mut step) = (least - 1.0, least, 1.0);
    while !staffing.is_enough(enough)? {
        if enough >= MAX_SERVERS {
            let limit = InputProblem::TooMuchWork;
            return Err(refuse("level", limit, staffing.level));
        }
        (short, enough, step) = (enough, (enough + step).min(MAX_SERVERS), 2.0 * step);
    }
    while enough - short > 1.0 {
        let middle = (0.5 * (short + enough)).floor();
        if staffing.is_enough(middle)? {
            enough = middle;
        } else {
            short = middle;
        }
    }
    let found = staffing.achieved(enough)?.unwrap_or(Achieved {
        service_level: 1.0,
        occupancy: 0.0,
    });
    let fewer = staffing.achieved(enough - 1.0)?;
    Ok(LeastStaff {
        servers: enough,
        scheduled: round_up(enough / (1.0 - staffing.shrinkage)),
        service_level: found.service_level,
        service_level_one_fewer: fewer.map(|fewer| fewer.service_level),
        occupancy: found.occupancy,
    })
}

/// The least whole number not below a quotient, but for its rounding: 21/0.7 is 30, not 31.
pub fn round_up(quotient: f64) -> f64 {
    let nearest = quotient.round();
    if (quotient - nearest).abs() <= ROUNDING * nearest.max(1.0) {
        nearest
    } else {
        quotient.ceil()
    }
}

/// How many servers does each period take when the rate changes through the day?
///
/// The modified offered load: the largest expected work in progress of the period, as if nobody
/// had to wait, takes the place of the load, and each period is staffed as if that load had
/// always been. The list of rates is run through for forty services or more first, so that the day
/// follows days like it. An approximation, good where services are short beside the periods or nearly everybody is
/// answered at once; [`super::transient`] says what the staff found achieves. Returns the load
/// and the staff of each period; the rate in `staffing` is not used.
/// Source: Jennings, Mandelbaum, Massey and Whitt (1996), Management Science 42:1383–1394.
pub fn staff_by_period(
    staffing: &Staffing,
    periods: &Periods,
) -> Result<Vec<(f64, LeastStaff)>, QueueError> {
    let count = periods.arrival_rates.len();
    periods.check()?;
    check_time("mean_service", staffing.mean_service)?;
    let round = count as f64 * periods.length;
    let rounds = (40.0 * staffing.mean_service / round).ceil().max(1.0);
    check_work(
        "mean_service",
        staffing.mean_service,
        rounds * count as f64,
        MAX_PERIODS,
    )?;
    let before = rounds as usize * count;
    let edges: Vec<f64> = (before..=before + count)
        .map(|period| period as f64 * periods.length)
        .collect();
    let load = offered_load(staffing.mean_service, periods, &edges)?;
    let staff = |period: usize| {
        // Within a period of one rate the work in progress goes one way, so an end has the most.
        let most = load[period].max(load[period + 1]);
        let arrival_rate = most / staffing.mean_service;
        let asked = Staffing {
            arrival_rate,
            ..*staffing
        };
        Ok((most, least_staff(&asked)?))
    };
    (0..count).map(staff).collect()
}
