//! Customers who chase what is late, and the work that makes.
//!
//! M/M/c with failure demand: a task that is overdue is asked after at a rate χ per unit of
//! overdue time, and each time costs minutes that make its handling longer, so that more becomes
//! late. Times in any one unit, rates per that unit. The arrivals are unchanged; the chasing is
//! added to the tasks' mean service, which stays exponential: an approximation. It leaves out
//! that only those who chase are delayed by it.

use super::error::{MAX_MAGNITUDE, QueueError, check_rate, check_time};
use super::multi_server::MultiServer;
use super::root::brent;

/// A team whose customers chase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chasers {
    /// Servers on duty.
    pub servers: f64,
    /// Arrivals of tasks per unit of time.
    pub arrival_rate: f64,
    /// Mean service time of a task nobody chases.
    pub mean_service: f64,
    /// The time within which a task was promised to be done.
    pub promise: f64,
    /// How often a customer asks, per unit of overdue time.
    pub chase_rate: f64,
    /// Service time that each chase costs.
    pub chase_service: f64,
}

/// The loop at rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChasersEvaluation {
    /// The queue with the chasing in it.
    pub queue: MultiServer,
    /// Chases per task.
    pub chasers_per_task: f64,
    /// The chase rate beyond which there is no rest; `None` if chasing costs nothing.
    pub critical_chase_rate: Option<f64>,
}

impl Chasers {
    /// The queue with a mean service of `mean`, if it keeps up.
    fn queue(&self, mean: f64) -> Option<MultiServer> {
        MultiServer::new(self.servers, self.arrival_rate, mean).ok()
    }

    /// E\[(T−T*)⁺\] with a mean service of `mean`; infinite where it does not keep up.
    fn overdue(&self, mean: f64) -> f64 {
        self.queue(mean)
            .map_or(f64::INFINITY, |queue| queue.mean_excess(self.promise))
    }

    /// The mean service at which the loop carries the most chasing, and that chase rate: the
    /// largest (τ'−τ)/(m·E\[(T−T*)⁺\]) over τ ≤ τ' < c/λ, which has one peak since lateness is
    /// convex in τ'.
    fn tipping_point(&self) -> (f64, f64) {
        let full = (self.servers / self.arrival_rate).min(MAX_MAGNITUDE);
        let carried =
            |mean: f64| (mean - self.mean_service) / (self.chase_service * self.overdue(mean));
        let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
        let (mut lo, mut hi) = (self.mean_service, full);
        for _ in 0..100 {
            let span = golden * (hi - lo);
            let (left, right) = (hi - span, lo + span);
            if carried(left) < carried(right) {
                lo = left;
            } else {
                hi = right;
            }
        }
        let peak = 0.5 * (lo + hi);
        (peak, carried(peak))
    }
}

/// Where does a team settle whose customers chase, and when does it not?
///
/// The least solution of τ' = τ + m·χ·E\[(T−T*)⁺\] with T the time in M/M/c at mean service τ'.
/// Lateness is convex in τ', so that there are two solutions below a critical χ, of which the
/// lower is the rest state, and none above: the delay feeds itself, [`QueueError::Spiral`].
/// Derived here; the loop is what Seddon calls failure demand.
pub fn evaluate_chasers(chasers: &Chasers) -> Result<ChasersEvaluation, QueueError> {
    check_rate("promise", chasers.promise)?;
    check_rate("chase_rate", chasers.chase_rate)?;
    check_rate("chase_service", chasers.chase_service)?;
    check_time("mean_service", chasers.mean_service)?;
    let calm = MultiServer::new(chasers.servers, chasers.arrival_rate, chasers.mean_service)?;
    if chasers.chase_service == 0.0 || chasers.arrival_rate == 0.0 {
        return Ok(ChasersEvaluation {
            queue: calm,
            chasers_per_task: chasers.chase_rate * calm.mean_excess(chasers.promise),
            critical_chase_rate: None,
        });
    }
    let (peak, critical) = chasers.tipping_point();
    let spiral = QueueError::Spiral {
        load: calm.load(),
        servers: chasers.servers,
        critical_chase_rate: critical,
    };
    if chasers.chase_rate >= critical {
        return Err(spiral);
    }
    let added = chasers.chase_rate * chasers.chase_service;
    let gap = |mean: f64| chasers.mean_service + added * chasers.overdue(mean) - mean;
    let mean = brent(gap, chasers.mean_service, peak, 0.0);
    let queue = chasers.queue(mean).ok_or(spiral)?;
    Ok(ChasersEvaluation {
        queue,
        chasers_per_task: chasers.chase_rate * queue.mean_excess(chasers.promise),
        critical_chase_rate: Some(critical).filter(|rate| rate.is_finite()),
    })
}
