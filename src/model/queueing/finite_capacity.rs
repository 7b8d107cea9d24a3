//! A queue with room for so many: whoever finds it full is turned away.
//!
//! M/M/c/K: Poisson arrivals, exponential service, whole servers, at most K customers in the
//! system. Times in any one unit, rates per that unit. Any load; with K = c it is Erlang's loss
//! system. It leaves out those who come back.

use super::erlang::free_ratio;
use super::error::{
    InputProblem, QueueError, check_rate, check_time, check_whole, check_whole_servers, refuse,
};

/// Largest room accepted.
const MAX_CAPACITY: f64 = 1e15;

/// An M/M/c/K queue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FiniteCapacity {
    servers: f64,
    arrival_rate: f64,
    mean_service: f64,
    filling: Filling,
}

impl FiniteCapacity {
    /// A queue of whole `servers` from one, a whole `capacity` from `servers` (those in service
    /// included), `arrival_rate` zero or above and `mean_service` above zero.
    ///
    /// With r = λ/(cμ), m = K−c and F the weight of the states with a free server: the states
    /// with c+j inside weigh r^j, all scaled by r^m where r > 1 so that nothing overflows.
    pub fn new(
        servers: f64,
        capacity: f64,
        arrival_rate: f64,
        mean_service: f64,
    ) -> Result<Self, QueueError> {
        check_whole_servers("servers", servers)?;
        check_whole("capacity", capacity, servers, MAX_CAPACITY)?;
        check_rate("arrival_rate", arrival_rate)?;
        check_time("mean_service", mean_service)?;
        let load = arrival_rate * mean_service;
        if !load.is_finite() {
            return Err(refuse("arrival_rate", InputProblem::NotFinite, load));
        }
        let queue = Geometric {
            slope: ln_ratio(load, servers),
            last: capacity - servers,
        };
        Ok(Self {
            servers,
            arrival_rate,
            mean_service,
            filling: queue.fill(free_ratio(servers, load)),
        })
    }

    /// What share is turned away? P(full), by PASTA.
    pub fn p_block(&self) -> f64 {
        self.filling.full
    }

    /// How many are let in, and so served, per unit of time? λ(1−P(full)).
    pub fn throughput(&self) -> f64 {
        self.arrival_rate * self.filling.room
    }

    /// What share of the servers' time is busy?
    pub fn utilisation(&self) -> f64 {
        self.throughput() * self.mean_service / self.servers
    }

    /// How many wait in line on average?
    pub fn mean_queue(&self) -> f64 {
        self.filling.mean
    }

    /// How many are in the system on average?
    pub fn mean_number(&self) -> f64 {
        self.mean_queue() + self.throughput() * self.mean_service
    }

    /// How long do those let in wait on average? Little's law.
    pub fn mean_wait(&self) -> f64 {
        if self.mean_queue() == 0.0 {
            0.0
        } else {
            self.mean_queue() / self.throughput()
        }
    }

    /// How long are those let in inside on average?
    pub fn mean_sojourn(&self) -> f64 {
        self.mean_wait() + self.mean_service
    }
}

/// ln(load/servers), without the rounding of a quotient near one.
fn ln_ratio(load: f64, servers: f64) -> f64 {
    if load < 0.5 * servers {
        (load / servers).ln()
    } else {
        ((load - servers) / servers).ln_1p()
    }
}

/// The states with all servers busy: weights e^(slope·j) for j = 0 … last.
struct Geometric {
    slope: f64,
    last: f64,
}

/// Shares of a queue with a last state.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Filling {
    /// P(the last state).
    full: f64,
    /// P(any other).
    room: f64,
    /// Mean of j over all states, those outside counting as zero.
    mean: f64,
}

impl Filling {
    /// Of a queue that nobody comes to.
    const EMPTY: Self = Self {
        full: 0.0,
        room: 1.0,
        mean: 0.0,
    };
}

impl Geometric {
    /// The shares when the states outside weigh `outside` beside j = 0; it may be infinite.
    fn fill(&self, outside: f64) -> Filling {
        if outside == f64::INFINITY {
            return Filling::EMPTY;
        }
        let down = -self.slope.abs();
        // The weights beside their largest, so that none overflows.
        let sum = |terms: f64| {
            if down == 0.0 {
                terms
            } else {
                (down * terms).exp_m1() / down.exp_m1()
            }
        };
        let (outside, others, last) = if self.slope > 0.0 {
            let outside = outside * (-self.slope * self.last).exp();
            (outside, down.exp() * sum(self.last), 1.0)
        } else {
            (outside, sum(self.last), (self.slope * self.last).exp())
        };
        let all = outside + others + last;
        Filling {
            full: last / all,
            room: (outside + others) / all,
            mean: (others + last) / all * self.mean(),
        }
    }

    /// The mean of j under the weights alone: 1/(e^y−1) − n/(e^(ny)−1), y = −slope, n = last+1;
    /// for small ny with the poles of both taken out, which cancel.
    fn mean(&self) -> f64 {
        let (y, n) = (-self.slope, self.last + 1.0);
        let mean = if (n * y).abs() > 1.0 {
            y.exp_m1().recip() - n / (n * y).exp_m1()
        } else {
            regular(y) - n * regular(n * y)
        };
        mean.clamp(0.0, self.last)
    }
}

/// 1/(e^y−1) − 1/y + 1/2 = y/12 − y³/720 + …, |y| ≤ 1 (Bernoulli's numbers).
fn regular(y: f64) -> f64 {
    const SERIES: [f64; 10] = [
        1.0 / 12.0,
        -1.0 / 720.0,
        1.0 / 30_240.0,
        -1.0 / 1_209_600.0,
        1.0 / 47_900_160.0,
        -691.0 / 1_307_674_368_000.0,
        1.0 / 74_724_249_600.0,
        -3_617.0 / 10_670_622_842_880_000.0,
        8.586_062_056_277_845e-15,
        -2.174_868_698_558_062e-16,
    ];
    let square = y * y;
    -0.5 + y * SERIES
        .iter()
        .rev()
        .fold(0.0, |sum, term| sum * square + term)
}
