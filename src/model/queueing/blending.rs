//! Live contacts and deferred work on the same desks, some desks kept free for the next call.
//!
//! Live customers arrive as a Poisson stream, are served at once if a desk is free and give up
//! otherwise after an exponential patience. Deferred work is never short; a desk takes a piece
//! of it only while more than `reserve` desks are idle, and finishes what it has begun. Times in
//! any one unit, rates per that unit; service times are exponential. Unlimited deferred work is
//! the bound: with less of it live service is better.

use super::blending_chain::Blend;
use super::blending_wait::answered_within;
use super::error::{
    InputProblem, QueueError, check_from_zero, check_rate, check_time, check_whole,
    check_whole_servers, check_work, refuse,
};
use super::impatience::ImpatientLine;

/// A blended desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Blending {
    /// Live arrivals per unit of time.
    pub live_arrival_rate: f64,
    /// Mean service time of a live contact.
    pub live_mean_service: f64,
    /// Mean patience of a live customer.
    pub mean_patience: f64,
    /// Desks, a whole number.
    pub servers: f64,
    /// Idle desks kept free of deferred work, a whole number.
    pub reserve: f64,
    /// Mean time of a piece of deferred work.
    pub deferred_mean_service: f64,
}

/// How a blended desk was evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlendingMethod {
    /// The chain on the number of contacts, for equal mean service times: exact.
    OneDimensional,
    /// The chain on live contacts and deferred work, for unequal means: exact to the truncation
    /// of a long queue at 1e-16.
    TwoDimensional,
}

/// What a blended desk achieves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlendingEvaluation {
    /// Share of live customers who are served after a wait of at most the target.
    pub service_level: f64,
    /// Share of live customers who have to wait.
    pub p_wait: f64,
    /// Share of live customers who give up.
    pub p_abandon: f64,
    /// Desks busy with deferred work on average.
    pub deferred_servers: f64,
    /// Pieces of deferred work done per unit of time.
    pub deferred_throughput: f64,
    /// Which chain gave the answer.
    pub method: BlendingMethod,
}

impl Blending {
    fn check(&self, target: f64) -> Result<(), QueueError> {
        check_rate("live_arrival_rate", self.live_arrival_rate)?;
        check_time("live_mean_service", self.live_mean_service)?;
        check_time("mean_patience", self.mean_patience)?;
        check_time("deferred_mean_service", self.deferred_mean_service)?;
        check_whole_servers("servers", self.servers)?;
        check_whole("reserve", self.reserve, 0.0, self.servers)?;
        check_rate("target", target)?;
        self.check_times()?;
        let most = self
            .live_arrival_rate
            .max(self.servers / self.live_mean_service);
        check_work(
            "mean_patience",
            self.mean_patience,
            most * self.mean_patience,
            1e10,
        )
    }
}

impl Blending {
    /// Refuses times that differ by more than a factor of 10¹² from the shortest, the time
    /// between two calls included: rounding would leave nothing of the longest.
    fn check_times(&self) -> Result<(), QueueError> {
        let times = [
            ("live_mean_service", self.live_mean_service),
            ("deferred_mean_service", self.deferred_mean_service),
            ("mean_patience", self.mean_patience),
        ];
        let shortest = times.iter().map(|(_, time)| *time);
        let limit = 1e12 * shortest.fold(self.live_arrival_rate.recip(), f64::min);
        match times.into_iter().find(|(_, time)| *time > limit) {
            Some((field, time)) => Err(refuse(field, InputProblem::TooLarge { limit }, time)),
            None => Ok(()),
        }
    }
}

/// What do a number of desks achieve with a reserve for live contacts?
///
/// Equal means: the chain on n = desks busy + customers waiting from n = c−k up, λ up and
/// min(n,c)μ + (n−c)⁺θ down, nothing below c−k since a desk that gets free there takes deferred
/// work: as in Erlang's A formula, the states below cut off. Deferred work begins as often as it
/// ends, at rate (c−k)μ·P(n = c−k), so (c−k)·P(n = c−k) desks are busy with it. Unequal means:
/// the chain on both kinds, [`super::blending_chain`].
/// Source: Gans and Zhou (2003), Operations Research 51:255–271; Bhulai and Koole (2003), IEEE
/// Transactions on Automatic Control 48:1434–1438.
pub fn evaluate_blending(
    blending: &Blending,
    target: f64,
) -> Result<BlendingEvaluation, QueueError> {
    blending.check(target)?;
    if blending.live_arrival_rate == 0.0 {
        return Ok(deferred_only(blending));
    }
    if blending.live_mean_service == blending.deferred_mean_service
        || blending.reserve == blending.servers
    {
        return Ok(one_dimensional(blending, target));
    }
    let blend = Blend::new(blending)?;
    let steady = blend.solve()?;
    Ok(BlendingEvaluation {
        service_level: answered_within(&blend, &steady, target)?,
        p_wait: steady.p_wait,
        p_abandon: steady.mean_queue / blending.mean_patience / blending.live_arrival_rate,
        deferred_servers: steady.deferred_servers,
        deferred_throughput: steady.deferred_servers / blending.deferred_mean_service,
        method: BlendingMethod::TwoDimensional,
    })
}

/// What is the smallest reserve with which a share `level` is answered within `target`?
///
/// Every desk kept free helps live customers, so the first reserve that is enough, from none
/// upward, is the smallest. `None` if even a desk without deferred work does not reach it.
pub fn least_reserve(
    blending: &Blending,
    target: f64,
    level: f64,
) -> Result<Option<(f64, BlendingEvaluation)>, QueueError> {
    check_from_zero("level", level, 1.0)?;
    blending.check(target)?;
    let mut reserve = 0.0;
    while reserve <= blending.servers {
        let found = evaluate_blending(
            &Blending {
                reserve,
                ..*blending
            },
            target,
        )?;
        if found.service_level >= level {
            return Ok(Some((reserve, found)));
        }
        reserve += 1.0;
    }
    Ok(None)
}

/// A desk that no live customer comes to.
fn deferred_only(blending: &Blending) -> BlendingEvaluation {
    let deferred_servers = blending.servers - blending.reserve;
    BlendingEvaluation {
        service_level: 1.0,
        p_wait: 0.0,
        p_abandon: 0.0,
        deferred_servers,
        deferred_throughput: deferred_servers / blending.deferred_mean_service,
        method: BlendingMethod::OneDimensional,
    }
}

/// The chain for equal means.
fn one_dimensional(blending: &Blending, target: f64) -> BlendingEvaluation {
    let (servers, mean) = (blending.servers, blending.live_mean_service);
    let rate = blending.live_arrival_rate;
    let line = ImpatientLine::new(servers / mean, rate, blending.mean_patience);
    let below = Below::new(servers, rate * mean, blending.reserve);
    let all_busy = below.none_waiting / line.empty();
    let total = below.free + all_busy;
    let (free, busy) = if all_busy == f64::INFINITY {
        (0.0, 1.0)
    } else {
        (below.free / total, all_busy / total)
    };
    let lowest = if blending.reserve == 0.0 {
        busy * line.empty()
    } else {
        below.lowest / total
    };
    let deferred_servers = (servers - blending.reserve) * lowest;
    BlendingEvaluation {
        service_level: (free + busy * line.served_within(target)).min(1.0),
        p_wait: busy,
        p_abandon: busy * line.mean_queue() / blending.mean_patience / rate,
        deferred_servers,
        deferred_throughput: deferred_servers / mean,
        method: BlendingMethod::OneDimensional,
    }
}

/// Weights of the states with a free desk, from n = c−1 down to c−k.
struct Below {
    /// All of them together.
    free: f64,
    /// The lowest, n = c−k.
    lowest: f64,
    /// All desks busy and nobody waiting, n = c, on the same scale.
    none_waiting: f64,
}

impl Below {
    /// π_{n−1} = π_n·n/a from n = c down; scaled down whenever a weight grows too large.
    fn new(servers: f64, load: f64, reserve: f64) -> Self {
        const LARGE: f64 = 1e200;
        let (mut free, mut weight, mut none_waiting) = (0.0, 1.0, 1.0);
        let mut j = 0.0;
        while j < reserve {
            weight *= (servers - j) / load;
            free += weight;
            j += 1.0;
            if weight > LARGE {
                (free, weight, none_waiting) = (free / weight, 1.0, none_waiting / weight);
            }
        }
        Self {
            free,
            lowest: weight,
            none_waiting,
        }
    }
}

/// The refusal of a chain with too many states.
pub(super) fn too_many_states(blending: &Blending) -> QueueError {
    refuse("servers", InputProblem::TooMuchWork, blending.servers)
}
