//! Erlang's A formula: a queue whose customers give up when they have waited too long.
//!
//! M/M/c+M: Poisson arrivals, exponential service and patience, one line, first come first
//! served. Times in any one unit, rates per that unit; servers may be fractional by the same
//! continuous form of Erlang's blocking that serves [`super::erlang`]. The queue is stable
//! whatever the load, if only because people leave. It leaves out retrials and patience that is
//! not exponential.

use super::erlang::free_ratio;
use super::error::{
    InputProblem, QueueError, check_rate, check_servers, check_time, check_work, refuse,
};
use super::impatience::{ImpatientLine, WaitByFate};

/// Largest number of arrivals or completions during one patience that is summed near full load.
const MAX_PER_PATIENCE: f64 = 1e10;

/// An M/M/c+M queue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Abandonment {
    servers: f64,
    arrival_rate: f64,
    mean_service: f64,
    mean_patience: f64,
    /// P(some server is free) and P(none is).
    free: (f64, f64),
    line: Option<ImpatientLine>,
}

impl Abandonment {
    /// A queue of `servers` and `mean_service` and `mean_patience` above zero, `arrival_rate`
    /// zero or above. Refused where more than 10¹⁰ customers would come or go within one
    /// patience near full load: such customers never give up, see [`super::MultiServer`].
    pub fn new(
        servers: f64,
        arrival_rate: f64,
        mean_service: f64,
        mean_patience: f64,
    ) -> Result<Self, QueueError> {
        check_servers("servers", servers)?;
        check_rate("arrival_rate", arrival_rate)?;
        check_time("mean_service", mean_service)?;
        check_time("mean_patience", mean_patience)?;
        let load = arrival_rate * mean_service;
        let service_rate = servers / mean_service;
        let most = arrival_rate.max(service_rate) * mean_patience;
        if !load.is_finite() || !most.is_finite() {
            return Err(refuse("arrival_rate", InputProblem::NotFinite, load));
        }
        if load > 0.99999 * servers || most > 1e300 {
            check_work("mean_patience", mean_patience, most, MAX_PER_PATIENCE)?;
        }
        // Below the normal numbers nothing is left to weigh.
        let arrives = arrival_rate.min(arrival_rate * mean_patience).min(load) >= f64::MIN_POSITIVE;
        let line = arrives.then(|| ImpatientLine::new(service_rate, arrival_rate, mean_patience));
        let free = line.map_or((1.0, 0.0), |line| {
            let ratio = free_ratio(servers, load) * line.empty();
            let busy = 1.0 / (1.0 + ratio);
            (if busy == 0.0 { 1.0 } else { ratio * busy }, busy)
        });
        Ok(Self {
            servers,
            arrival_rate,
            mean_service,
            mean_patience,
            free,
            line,
        })
    }

    /// What share of customers has to wait? All servers busy, by PASTA: 1/(1 + P₀(1/B − 1)),
    /// P₀ the chance that nobody waits when all are busy.
    pub fn p_wait(&self) -> f64 {
        self.free.1
    }

    /// How many wait in line on average?
    pub fn mean_queue(&self) -> f64 {
        self.line
            .map_or(0.0, |line| self.p_wait() * line.mean_queue())
    }

    /// What share gives up? θE\[Q\]/λ.
    pub fn p_abandon(&self) -> f64 {
        if self.line.is_none() {
            return 0.0;
        }
        self.mean_queue() / self.mean_patience / self.arrival_rate
    }

    /// How long does a customer wait on average, whatever the end of it? E\[Q\]/λ, Little's law.
    pub fn mean_wait(&self) -> f64 {
        self.p_abandon() * self.mean_patience
    }

    /// How many are served per unit of time? λP(a server is free) + cμP(somebody waits): those
    /// served at once and those taken from the line. It is λ(1−P(give up)), but keeps its digits
    /// where nearly everybody gives up.
    pub fn throughput(&self) -> f64 {
        let from_line = self.line.map_or(0.0, |line| {
            self.servers / self.mean_service * self.p_wait() * line.waited_for()
        });
        self.arrival_rate * self.free.0 + from_line
    }

    /// What share is served? None is lost where nobody comes.
    fn served(&self) -> f64 {
        match self.line {
            Some(_) => self.throughput() / self.arrival_rate,
            None => 1.0,
        }
    }

    /// What share of the servers' time is busy?
    pub fn occupancy(&self) -> f64 {
        self.throughput() * self.mean_service / self.servers
    }

    /// What share of all customers is served after a wait of at most `t`?
    ///
    /// Closed form: those who find a free server, and those who wait by
    /// [`ImpatientLine::served_within`]. Everybody counts below the line, those who gave up too.
    pub fn service_level(&self, t: f64) -> f64 {
        if t < 0.0 {
            return 0.0;
        }
        let waited = self.line.map_or(0.0, |line| line.served_within(t));
        (self.free.0 + self.p_wait() * waited).min(1.0)
    }

    /// The same share of those who are served.
    pub fn service_level_answered(&self, t: f64) -> f64 {
        (self.service_level(t) / self.served()).min(1.0)
    }

    /// How long do the served wait on average?
    pub fn mean_wait_served(&self) -> f64 {
        self.p_wait() * self.waits().served / self.served()
    }

    /// How long do those who give up hold out on average? `None` if nobody does.
    pub fn mean_wait_abandoned(&self) -> Option<f64> {
        let line = self.line?;
        let per_wait = line.mean_queue() / self.mean_patience / self.arrival_rate;
        (per_wait > 0.0).then(|| self.waits().gave_up / per_wait)
    }

    /// The waits by fate; none where nobody arrives.
    fn waits(&self) -> WaitByFate {
        self.line.map_or(
            WaitByFate {
                served: 0.0,
                gave_up: 0.0,
            },
            |line| line.mean_waits(),
        )
    }
}
