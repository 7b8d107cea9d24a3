//! A quick picture of a queue whose rates change: the backlog carried over.
//!
//! M(t)/M/s(t) in steps of one mean service, each taken as if it had come to rest: what a step
//! blocks is carried to the next. A few steps instead of the whole chain, and about a quarter
//! off where demand outruns the servers for a while; [`super::transient`] is exact. Times in any
//! one unit. It leaves out how the number inside is spread.

use super::erlang::erlang_b;
use super::error::{QueueError, check_work};
use super::multi_server::MultiServer;
use super::offered_load::by_time;
use super::transient::{Moment, Transient};

/// Most steps taken.
const MAX_STEPS: f64 = 1e6;

/// About how many are inside, and how many wait, at each of `times`, starting from none?
///
/// With b the rate carried over from the step before: λ̃ = λ + b, b' = λ̃·B(s, λ̃τ), and the queue
/// of M/M/s at the rate λ̃ − b' that gets served. The steps are one mean service long: longer
/// ones lose the overload, shorter ones exaggerate it without limit. Under a steady rate it
/// settles at Erlang's C formula. Numbers inside at the start are not looked at; at the end of a
/// step, and so at a change of rate, it answers for the step that ends.
/// Source: Stolletz (2008), European Journal of Operational Research 190:478–493.
pub fn carry_over(transient: &Transient, times: &[f64]) -> Result<Vec<Moment>, QueueError> {
    transient.check(times)?;
    let length = transient.mean_service;
    let mut moments = vec![Moment::NOTHING; times.len()];
    let (mut steps, mut last) = (0.0, Step::START);
    for i in by_time(times) {
        check_work("times", times[i], times[i] / length, MAX_STEPS)?;
        // The step that ends at the time, or that the time lies in; none at the very start.
        while steps < (times[i] / length).ceil() {
            last = Step::of(transient, (steps + 0.5) * length, last.blocked);
            steps += 1.0;
        }
        moments[i] = last.moment;
    }
    Ok(moments)
}

/// One step, taken as if it had come to rest.
struct Step {
    /// Arrivals per unit of time left to the next step.
    blocked: f64,
    moment: Moment,
}

impl Step {
    /// Before the first: nothing carried over.
    const START: Self = Self {
        blocked: 0.0,
        moment: Moment::NOTHING,
    };

    /// The step around a time, with a rate carried over from the step before.
    fn of(transient: &Transient, time: f64, carried: f64) -> Self {
        let period = (time / transient.periods.length) as usize;
        let (rate, servers) = (transient.periods.rate(period), transient.servers(period));
        let offered = rate + carried;
        let blocking = erlang_b(servers, offered * transient.mean_service);
        let blocked = offered * blocking;
        let served = offered - blocked;
        let queue = MultiServer::new(servers, served, transient.mean_service).ok();
        let waiting = queue.map_or(blocked * transient.mean_service, |queue| queue.mean_queue());
        Self {
            blocked,
            moment: Moment {
                expected_number: served * transient.mean_service + waiting,
                expected_queue: waiting,
                p_all_busy: queue.map_or(1.0, |queue| queue.p_wait()),
            },
        }
    }
}
