//! Waiting by class where some work goes before other work.
//!
//! Poisson arrivals in classes, the first the most urgent; within a class first come first
//! served. Times in any one unit, rates per that unit. A class keeps up as long as it and those
//! above it do, even where the whole does not: the others then take what is left. It leaves out
//! customers who give up and priorities that change while waiting.

use super::erlang::erlang_c;
use super::error::{
    Each, InputProblem, QueueError, check_filled, check_length, check_rate, check_scv,
    check_servers, check_time, refuse,
};
use super::multi_server::MultiServer;
use super::waiting::{Station, evaluate_wait};

/// Whether urgent work interrupts what is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discipline {
    /// Urgent work is next in line, but what has begun is finished first.
    NonPreemptive,
    /// Urgent work interrupts, and what was interrupted is taken up where it was left.
    Preemptive,
}

/// Classes of work in one line, the most urgent first; every list has one entry per class.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    /// Arrivals per unit of time.
    pub arrival_rates: Vec<f64>,
    /// Mean service time.
    pub mean_service: Vec<f64>,
    /// Squared coefficient of variation of service.
    pub service_scv: Vec<f64>,
    /// Servers on duty.
    pub servers: f64,
    /// Whether urgent work interrupts.
    pub discipline: Discipline,
}

/// The waits by class.
#[derive(Debug, Clone, PartialEq)]
pub struct PriorityWaits {
    /// Mean wait of each class, interruptions included; `None` for a class that does not keep
    /// up, and where interrupting for a class that nothing of arrives.
    pub mean_waits: Vec<Option<f64>>,
    /// Whether the waits are exact.
    pub exact: bool,
}

impl Priority {
    /// The load of each class in erlangs.
    pub fn loads(&self) -> Vec<f64> {
        let pair = self.arrival_rates.iter().zip(&self.mean_service);
        pair.map(|(rate, mean)| rate * mean).collect()
    }

    /// Share of all servers' time that each class and those above it ask for: σ_k.
    fn shares(&self) -> Vec<f64> {
        let mut sum = 0.0;
        let add = |load: f64| {
            sum += load;
            sum / self.servers
        };
        self.loads().into_iter().map(add).collect()
    }

    /// Refuses lists of unequal length and values that no formula can take.
    fn check(&self) -> Result<(), QueueError> {
        let classes = self.arrival_rates.len();
        check_filled("arrival_rates", classes, Each::Class)?;
        check_servers("servers", self.servers)?;
        check_length(
            "mean_service",
            self.mean_service.len(),
            classes,
            Each::Class,
        )?;
        check_length("service_scv", self.service_scv.len(), classes, Each::Class)?;
        for i in 0..classes {
            check_rate("arrival_rates", self.arrival_rates[i])
                .and(check_time("mean_service", self.mean_service[i]))
                .and(check_scv("service_scv", self.service_scv[i]))
                .map_err(|error| error.at(i))?;
        }
        let load: f64 = self.loads().iter().sum();
        if !load.is_finite() {
            return Err(refuse("arrival_rates", InputProblem::NotFinite, load));
        }
        Ok(())
    }

    /// Whether all services are exponential with one mean.
    fn is_alike(&self) -> bool {
        self.mean_service
            .iter()
            .all(|mean| *mean == self.mean_service[0])
            && self.service_scv.iter().all(|scv| *scv == 1.0)
    }

    /// All that is served, as one class: its mean service time and SCV. Where the whole is too
    /// much, the first class that does not keep up gets what is left, and the rest nothing.
    fn merged(&self) -> (f64, f64) {
        let (mut left, mut rate, mut first, mut second) = (self.servers, 0.0, 0.0, 0.0);
        for (i, load) in self.loads().into_iter().enumerate() {
            let (taken, mean) = (load.min(left), self.mean_service[i]);
            left -= taken;
            rate += taken / mean;
            first += taken;
            second += taken * mean * (1.0 + self.service_scv[i]);
        }
        if first == 0.0 {
            return (self.mean_service[0], 1.0);
        }
        let mean = first / rate;
        (mean, (second / first / mean - 1.0).max(0.0))
    }
}

/// How long does each class wait on average?
///
/// With σ_k the share of time that classes 1 to k ask for; a class keeps up if σ_k < 1.
/// *Waiting its turn*: W_k = R/((1−σ_{k−1})(1−σ_k)). R = Cτ/c for equal exponential services
/// (exact; C = 1 from full load on), ½Σλτ²(1+c_s²) for one server (exact), else W(1−ρ) with W
/// the wait of all work merged into one class, an approximation.
/// *Interrupting*: for equal exponential services W_k = (Q(Λ_k) − Q(Λ_{k−1}))/λ_k with Q the
/// queue of M/M/c at the summed rate of classes 1 to k; for one server
/// τ_k σ_{k−1}/(1−σ_{k−1}) + ½Σ_{i≤k}λ_iτ_i²(1+c_i²)/((1−σ_{k−1})(1−σ_k)). Both exact; other
/// cases are refused.
/// Source: Cobham (1954), Operations Research 2:70–76; Davis (1966), Operations Research
/// 14:133–136; Kella and Yechiali (1985), Stochastic Models 1:257–262.
pub fn evaluate_priority(priority: &Priority) -> Result<PriorityWaits, QueueError> {
    priority.check()?;
    let single = priority.servers == 1.0;
    let alike = priority.is_alike();
    let mean_waits = match priority.discipline {
        Discipline::NonPreemptive => take_turns(priority, residual(priority)?),
        Discipline::Preemptive if alike => interrupt_many(priority),
        Discipline::Preemptive if single => interrupt_one(priority),
        Discipline::Preemptive => {
            let one = InputProblem::TooLarge { limit: 1.0 };
            return Err(refuse("servers", one, priority.servers));
        }
    };
    let exact = alike || single;
    Ok(PriorityWaits { mean_waits, exact })
}

/// The mean wait until some server finishes, all who must wait or not: R.
fn residual(priority: &Priority) -> Result<f64, QueueError> {
    let load: f64 = priority.loads().iter().sum();
    let (mean, scv) = priority.merged();
    let servers = priority.servers;
    if priority.is_alike() {
        return Ok(erlang_c(servers, load) * mean / servers);
    }
    if load >= servers {
        // The limit of the formulas below at full load.
        return Ok(0.5 * (1.0 + scv) * mean / servers);
    }
    let all = Station {
        servers,
        arrival_rate: load / mean,
        mean_service: mean,
        service_scv: scv,
        arrival_scv: 1.0,
    };
    Ok(evaluate_wait(&all)?.mean * (servers - load) / servers)
}

/// The waits of those who wait their turn behind a residual R.
fn take_turns(priority: &Priority, residual: f64) -> Vec<Option<f64>> {
    let shares = priority.shares();
    let wait = |k: usize| {
        let above = if k == 0 { 0.0 } else { shares[k - 1] };
        (shares[k] < 1.0).then(|| residual / ((1.0 - above) * (1.0 - shares[k])))
    };
    (0..shares.len()).map(wait).collect()
}

/// The waits of those who interrupt each other on several servers.
fn interrupt_many(priority: &Priority) -> Vec<Option<f64>> {
    let queue = |rate: f64| {
        MultiServer::new(priority.servers, rate, priority.mean_service[0])
            .map(|queue| queue.mean_queue())
    };
    let (mut summed, mut above) = (0.0, 0.0);
    let mut wait = |&rate: &f64| {
        summed += rate;
        let queue = queue(summed).ok()?;
        let wait = (rate > 0.0).then(|| (queue - above).max(0.0) / rate);
        above = queue;
        wait
    };
    priority.arrival_rates.iter().map(&mut wait).collect()
}

/// The waits of those who interrupt each other on one server.
fn interrupt_one(priority: &Priority) -> Vec<Option<f64>> {
    let (loads, shares) = (priority.loads(), priority.shares());
    let mut residual = 0.0;
    let wait = |k: usize| {
        let (mean, above) = (
            priority.mean_service[k],
            if k == 0 { 0.0 } else { shares[k - 1] },
        );
        residual += 0.5 * loads[k] * mean * (1.0 + priority.service_scv[k]);
        let spare = 1.0 - above;
        (shares[k] < 1.0).then(|| mean * above / spare + residual / (spare * (1.0 - shares[k])))
    };
    (0..loads.len()).map(wait).collect()
}
