//! Waiting in GI/G/c: any arrivals, any services, known by their means and variability.
//!
//! Times in any one unit, rates per that unit; servers may be fractional, or infinite for a
//! pure delay. First come first served, nobody gives up. The wait of those who wait is taken
//! as exponential, which is exact for exponential services and an approximation otherwise.

use super::accuracy::{Band, measured};
use super::erlang::erlang_c;
use super::error::{
    InputProblem, QueueError, check_rate, check_scv, check_servers, check_time, refuse,
};
use super::multi_server::{MultiServer, conditional_quantile};
use super::turnaround::Turnaround;
use super::whitt::{kimura_factor, whitt_factor, whitt_p_wait};

/// One team and the work that comes to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Station {
    /// Servers on duty, above zero; infinity for a delay without a queue.
    pub servers: f64,
    /// Arrivals per unit of time, zero or above.
    pub arrival_rate: f64,
    /// Mean service time, above zero.
    pub mean_service: f64,
    /// Squared coefficient of variation of service: 0 constant, 1 exponential.
    pub service_scv: f64,
    /// Squared coefficient of variation of the times between arrivals: 1 Poisson.
    pub arrival_scv: f64,
}

/// Which formula gave the mean wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Exact: M/M/c, or a queue in which nobody waits.
    Exact,
    /// Exact mean of M/G/1, by Pollaczek and Khinchine; the spread is approximate.
    PollaczekKhinchine,
    /// Kimura's interpolation: Poisson arrivals, several servers, services no more variable
    /// than exponential.
    Kimura,
    /// Whitt's two-moment formula for everything else.
    Whitt,
}

/// How far the answer may be from the truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Accuracy {
    /// Mean and spread are exact.
    Exact,
    /// As far as it was in the cases measured, which are like this one.
    Measured(Band),
    /// Nothing like this case was measured.
    Unknown,
}

/// The wait before service begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wait {
    /// Share of customers who wait at all.
    pub p_wait: f64,
    /// Mean wait of all customers.
    pub mean: f64,
    /// Variance of the wait of all customers, in the square of the unit of time.
    pub variance: f64,
    /// The formula used.
    pub method: Method,
    /// What is known of its error.
    pub accuracy: Accuracy,
}

impl Method {
    /// A short code for programs: `exact` wherever the mean wait is, else the formula's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact | Self::PollaczekKhinchine => "exact",
            Self::Kimura => "kimura",
            Self::Whitt => "whitt",
        }
    }

    /// Whether the mean wait is exact.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Exact | Self::PollaczekKhinchine)
    }
}

impl Wait {
    /// No wait at all.
    const NONE: Self = Self {
        p_wait: 0.0,
        mean: 0.0,
        variance: 0.0,
        method: Method::Exact,
        accuracy: Accuracy::Exact,
    };

    /// A wait that is exponential for the share `p_wait` who wait, so that
    /// Var W = 2E\[W\]²/P(W>0) − E\[W\]².
    fn new(p_wait: f64, mean: f64, method: Method, accuracy: Accuracy) -> Self {
        let variance = if p_wait > 0.0 {
            mean * (2.0 * mean / p_wait - mean)
        } else {
            0.0
        };
        Self {
            p_wait,
            mean,
            variance,
            method,
            accuracy,
        }
    }

    /// Which wait do a share `p` of customers stay within? Zero where P(W>0) ≤ 1−p, else the
    /// quantile of the exponential wait of those who wait.
    pub fn quantile(&self, p: f64) -> f64 {
        if self.p_wait > 0.0 {
            conditional_quantile(self.p_wait, self.mean / self.p_wait, p)
        } else {
            0.0
        }
    }

    /// How is the time from arrival to the end of service distributed?
    ///
    /// Exact for M/M/c and for services that never wait; constant services are shifted by the
    /// wait; otherwise a gamma distribution of mean E\[W\]+τ and variance Var W + c_s²τ².
    pub fn turnaround(&self, station: &Station) -> Turnaround {
        let (mean_service, scv) = (station.mean_service, station.service_scv);
        if self.mean == 0.0 && scv == 1.0 {
            return Turnaround::Exponential { mean: mean_service };
        }
        if scv == 0.0 {
            let (p_wait, mean_wait) = (self.p_wait, self.mean);
            return Turnaround::DelayedConstant {
                constant: mean_service,
                p_wait,
                mean_wait,
            };
        }
        if self.accuracy == Accuracy::Exact && scv == 1.0 {
            let exact = MultiServer::new(station.servers, station.arrival_rate, mean_service);
            if let Ok(queue) = exact {
                return Turnaround::MultiServer(queue);
            }
        }
        let variance = self.variance + scv * mean_service * mean_service;
        Turnaround::Gamma {
            mean: self.mean + mean_service,
            variance,
        }
    }
}

impl Station {
    /// Work offered, in erlangs: λτ.
    pub fn load(&self) -> f64 {
        self.arrival_rate * self.mean_service
    }

    /// Share of the servers' time that is busy: ρ = λτ/c, zero for infinitely many.
    pub fn occupancy(&self) -> f64 {
        self.load() / self.servers
    }

    /// Refuses what no formula can take, and an overload.
    fn check(&self) -> Result<(), QueueError> {
        if self.servers != f64::INFINITY {
            check_servers("servers", self.servers)?;
        }
        check_rate("arrival_rate", self.arrival_rate)?;
        check_time("mean_service", self.mean_service)?;
        check_scv("service_scv", self.service_scv)?;
        check_scv("arrival_scv", self.arrival_scv)?;
        let load = self.load();
        if !load.is_finite() {
            return Err(refuse("arrival_rate", InputProblem::NotFinite, load));
        }
        if load >= self.servers {
            return Err(QueueError::overload(None, load, self.servers));
        }
        Ok(())
    }
}

/// How long do customers wait at a station?
///
/// E\[W\] is, with W₀ = Cτ/(c−a) the wait in M/M/c: W₀ for exponential services and Poisson
/// arrivals; ½(1+c_s²)W₀ for Poisson arrivals and one server (exact); Kimura's interpolation
/// for Poisson arrivals, several servers and c_s² ≤ 1; φ·½(c_a²+c_s²)W₀ by Whitt otherwise; and
/// zero where nothing arrives, nothing varies or the servers are infinite. P(W>0) is Erlang's C
/// for Poisson arrivals and Whitt's formula for others. Up to one server counts as one in
/// choosing the formula. Holds for λτ < c.
/// Source: see [`super::whitt`]; Pollaczek (1930), Khinchine (1932).
pub fn evaluate_wait(station: &Station) -> Result<Wait, QueueError> {
    if station.arrival_scv == 1.0 {
        return evaluate_poisson_wait(station);
    }
    station.check()?;
    let nothing_varies = station.arrival_scv == 0.0 && station.service_scv == 0.0;
    if nothing_varies || station.load() == 0.0 || station.servers == f64::INFINITY {
        return Ok(Wait::NONE);
    }
    Ok(general_wait(
        station,
        erlang_c(station.servers, station.load()),
    ))
}

/// The same for Poisson arrivals, whatever the station says of them: apart, so that a page that
/// knows no others need not carry the formulas for them.
pub fn evaluate_poisson_wait(station: &Station) -> Result<Wait, QueueError> {
    station.check()?;
    if station.load() == 0.0 || station.servers == f64::INFINITY {
        return Ok(Wait::NONE);
    }
    let scv = station.service_scv;
    let c = erlang_c(station.servers, station.load());
    let exponential = c * station.mean_service / (station.servers - station.load());
    if scv == 1.0 {
        return Ok(Wait::new(c, exponential, Method::Exact, Accuracy::Exact));
    }
    let (mean, method) = if station.servers <= 1.0 {
        (0.5 * (1.0 + scv) * exponential, Method::PollaczekKhinchine)
    } else if scv <= 1.0 {
        let factor = kimura_factor(station.servers, station.occupancy(), scv);
        (factor * exponential, Method::Kimura)
    } else {
        (whitt_mean_wait(station), Method::Whitt)
    };
    Ok(Wait::new(c, mean, method, accuracy(station, method)))
}

/// Whitt's own mean wait, whatever the case: φ·½(c_a²+c_s²)·Cτ/(c−a). The station must be
/// valid and not overloaded; [`evaluate_wait`] chooses better formulas where there are any.
pub fn whitt_mean_wait(station: &Station) -> f64 {
    let (servers, load) = (station.servers, station.load());
    let (a, s) = (station.arrival_scv, station.service_scv);
    let exponential = erlang_c(servers, load) * station.mean_service / (servers - load);
    whitt_factor(servers, station.occupancy(), a, s) * 0.5 * (a + s) * exponential
}

/// The wait when arrivals are not Poisson.
fn general_wait(station: &Station, c: f64) -> Wait {
    let (servers, load) = (station.servers, station.load());
    let (a, s) = (station.arrival_scv, station.service_scv);
    let mean = whitt_mean_wait(station);
    // Two separate approximations meet here: without a floor under the share who wait, a few
    // unlucky ones could be given a wait beyond all reason.
    let longest = station.mean_service / (servers - load) * (a + s).max(1.0);
    let p_wait = whitt_p_wait(servers, load, a, s, c)
        .max(mean / longest)
        .min(1.0);
    Wait::new(
        p_wait,
        mean,
        Method::Whitt,
        accuracy(station, Method::Whitt),
    )
}

/// What is known of the error of a formula here.
fn accuracy(station: &Station, method: Method) -> Accuracy {
    match measured(station) {
        Some(band) if method.is_exact() => Accuracy::Measured(Band {
            mean: (0.0, 0.0),
            ..band
        }),
        Some(band) => Accuracy::Measured(band),
        None => Accuracy::Unknown,
    }
}
