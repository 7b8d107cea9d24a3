//! A queue on its way: rates and servers that change, and what that does to the number inside.
//!
//! M(t)/M/s(t): Poisson arrivals at a rate that is constant within periods, exponential service,
//! whole servers that may change with the period, one line. Times in any one unit, rates per that unit. When servers leave,
//! what they were doing goes back to the head of the line. It leaves out customers who give up
//! and how long those inside have been waiting.

use super::erlang::MAX_SERVERS;
use super::error::{Each, QueueError, check_length, check_time, check_whole, check_work};
use super::offered_load::{Periods, by_time, check_times};
use super::uniformisation::Chain;

/// Most customers inside at the start.
const MAX_INITIAL: f64 = 1e6;
/// Most multiplications for one answer: about two seconds.
const MAX_STEPS: f64 = 4e9;

/// A queue whose rates change.
#[derive(Debug, Clone, PartialEq)]
pub struct Transient {
    /// Mean service time.
    pub mean_service: f64,
    /// Customers inside at time zero, a whole number.
    pub initial: f64,
    /// Arrivals, period by period.
    pub periods: Periods,
    /// Servers in each period, as many as rates or a part of them that repeats.
    pub servers: Vec<f64>,
}

/// The queue at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Expected number inside.
    pub expected_number: f64,
    /// Expected number waiting.
    pub expected_queue: f64,
    /// Probability that every server is busy; at a change, the servers of the period that begins.
    pub p_all_busy: f64,
}

impl Moment {
    /// An empty place.
    pub(super) const NOTHING: Self = Self {
        expected_number: 0.0,
        expected_queue: 0.0,
        p_all_busy: 0.0,
    };
}

impl Transient {
    /// The servers of a period, counted from the first.
    pub(super) fn servers(&self, period: usize) -> f64 {
        self.servers[period % self.servers.len()]
    }

    /// Refuses what makes no sense, and times too far away to step to.
    pub(super) fn check(&self, times: &[f64]) -> Result<(), QueueError> {
        check_time("mean_service", self.mean_service)?;
        check_whole("initial", self.initial, 0.0, MAX_INITIAL)?;
        self.periods.check()?;
        let (rates, servers) = (self.periods.arrival_rates.len(), self.servers.len());
        // Each list starts again at its end, so that a day of servers goes with a week of rates;
        // where neither fits into the other, an entry is missing or too many.
        if servers == 0 || rates.max(servers) % rates.min(servers) != 0 {
            check_length("servers", servers, rates, Each::Period)?;
        }
        for (i, &servers) in self.servers.iter().enumerate() {
            check_whole("servers", servers, 0.0, MAX_SERVERS).map_err(|error| error.at(i))?;
        }
        check_times(times, self.periods.length)?;
        let last = times.iter().copied().fold(0.0, f64::max);
        check_work("times", last, self.steps(last), MAX_STEPS)
    }

    /// About how many multiplications it takes to get to a time: events times states in play.
    fn steps(&self, last: f64) -> f64 {
        let periods = (last / self.periods.length).ceil().max(1.0);
        let (mut steps, mut inside) = (0.0, self.initial);
        let mut period = 0;
        while (period as f64) < periods {
            let h = self
                .periods
                .length
                .min(last - self.periods.length * period as f64);
            let (rate, servers) = (self.periods.rate(period), self.servers(period));
            let jumps = (rate + servers / self.mean_service) * h;
            inside = (inside + rate * h).min(inside.max(servers) + (jumps + 1.0).sqrt());
            steps += (jumps + 100.0) * (20.0 * (inside + jumps.min(inside * 10.0) + 1.0).sqrt());
            if steps > MAX_STEPS {
                return steps;
            }
            period += 1;
        }
        steps
    }
}

/// How many are inside, and how many wait, at each of `times`?
///
/// The chain on n with rates λ up and min(n, s)/τ down, moved on by uniformisation from one
/// change to the next: exact to a truncation of 1e-15 a stretch. Source: Jensen (1953); Grassmann
/// (1977), Computers & Operations Research 4:47–53.
pub fn evaluate_transient(transient: &Transient, times: &[f64]) -> Result<Vec<Moment>, QueueError> {
    transient.check(times)?;
    let mut moments = vec![Moment::NOTHING; times.len()];
    let mut chain = Chain::at(transient.initial as usize);
    let (mut now, mut period) = (0.0, 0);
    let length = transient.periods.length;
    let advance = |chain: &mut Chain, period: usize, h: f64| {
        let (rate, servers) = (transient.periods.rate(period), transient.servers(period));
        chain.advance(rate, servers, transient.mean_service, h);
    };
    for i in by_time(times) {
        while times[i] >= length * (period + 1) as f64 {
            let end = length * (period + 1) as f64;
            advance(&mut chain, period, end - now);
            (now, period) = (end, period + 1);
        }
        advance(&mut chain, period, times[i] - now);
        now = times[i];
        moments[i] = moment(&chain, transient.servers(period));
    }
    Ok(moments)
}

/// What is read off the chain.
fn moment(chain: &Chain, servers: f64) -> Moment {
    let (mut number, mut queue, mut busy) = (0.0, 0.0, 0.0);
    for (n, p) in chain.states() {
        number += n * p;
        if n >= servers {
            busy += p;
            queue += (n - servers) * p;
        }
    }
    Moment {
        expected_number: number,
        expected_queue: queue,
        p_all_busy: busy,
    }
}
