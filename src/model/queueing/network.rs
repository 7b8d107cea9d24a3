//! An open network of stations that pass work to each other.
//!
//! Times in any one unit, rates per that unit. Work arrives from outside, goes from station to
//! station by the shares of a routing matrix and leaves; each station serves first come first
//! served. It leaves out classes of work with routes of their own (merge them first), finite
//! waiting rooms and dependence between stations, save where Jackson's theorem makes it exact.

use super::error::{
    Each, InputProblem, QueueError, check_length, check_rate, check_scv, check_servers, check_time,
    refuse,
};
use super::linear::{dot, identity_less};
use super::qna::{Flow, evaluate_arrival_scvs, routing_without_feedback, without_feedback};
use super::routing::{check_routing, factor, flow_factors};
use super::waiting::{Station, Wait, evaluate_wait};

/// Refuses a value of the named field that no formula can take.
type Check = fn(&'static str, f64) -> Result<(), QueueError>;

/// An open network; every list has one entry per station.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// Arrivals from outside, per unit of time.
    pub external_arrivals: Vec<f64>,
    /// Row i: the shares of work that go from station i to each station next.
    pub routing: Vec<Vec<f64>>,
    /// Mean service time per visit.
    pub mean_service: Vec<f64>,
    /// Servers on duty; infinity for a delay without a queue.
    pub servers: Vec<f64>,
    /// Squared coefficient of variation of service.
    pub service_scv: Vec<f64>,
    /// Squared coefficient of variation of the times between external arrivals.
    pub arrival_scv: Vec<f64>,
}

/// How a network was evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkMethod {
    /// Exact: Jackson's product form.
    Exact,
    /// Whitt's queueing network analyser, an approximation.
    Qna,
}

/// The flows through a network, which exist even where a station is overloaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Traffic {
    /// Arrivals at each station from outside and inside, per unit of time.
    pub arrival_rates: Vec<f64>,
    /// Visits to each station per external arrival; `None` if nothing arrives.
    pub visits: Option<Vec<f64>>,
    /// Share of each station's servers' time that is asked for; one or more is an overload.
    pub utilisation: Vec<f64>,
}

/// What a network does in the long run.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkEvaluation {
    /// Arrivals, visits and utilisation.
    pub traffic: Traffic,
    /// The wait at each station, mean, spread and formula: per visit where the method is exact,
    /// by the analyser of a visit and all its immediate returns together.
    pub waits: Vec<Wait>,
    /// Mean wait per visit at each station.
    pub mean_waits: Vec<f64>,
    /// Mean number at each station, waiting or served.
    pub mean_numbers: Vec<f64>,
    /// Mean time from arrival to leaving; `None` if nothing arrives.
    pub mean_turnaround: Option<f64>,
    /// The same for work that enters at each station.
    pub mean_turnaround_by_entry: Vec<f64>,
    /// Squared coefficient of variation of the arrivals at each station, immediate feedback
    /// removed by the analyser.
    pub arrival_scvs: Vec<f64>,
    /// Exact or approximate.
    pub method: NetworkMethod,
}

impl Network {
    /// Refuses lists of unequal length and values no formula can take.
    fn check(&self) -> Result<(), QueueError> {
        let lists: [(&'static str, &[f64], Check); 5] = [
            ("external_arrivals", &self.external_arrivals, check_rate),
            ("mean_service", &self.mean_service, check_time),
            ("servers", &self.servers, check_servers_or_none),
            ("service_scv", &self.service_scv, check_scv),
            ("arrival_scv", &self.arrival_scv, check_scv),
        ];
        let stations = self.external_arrivals.len();
        check_length("routing", self.routing.len(), stations, Each::Station)?;
        for (field, list, check) in lists {
            check_length(field, list.len(), stations, Each::Station)?;
            for (i, &value) in list.iter().enumerate() {
                check(field, value).map_err(|error| error.at(i))?;
            }
        }
        check_routing(&self.routing)
    }

    /// Whether Jackson's theorem holds: Poisson arrivals, exponential services wherever there
    /// is a queue. Delays may have any distribution, and so may a station without work.
    fn is_product_form(&self, traffic: &Traffic) -> bool {
        (0..self.servers.len()).all(|i| {
            (self.external_arrivals[i] == 0.0 || self.arrival_scv[i] == 1.0)
                && (self.servers[i] == f64::INFINITY
                    || self.service_scv[i] == 1.0
                    || traffic.arrival_rates[i] == 0.0)
        })
    }

    /// Refuses a load beyond f64 and reports the station with the highest utilisation of one
    /// or more.
    fn check_load(&self, traffic: &Traffic) -> Result<(), QueueError> {
        let loads = traffic
            .arrival_rates
            .iter()
            .zip(&self.mean_service)
            .map(|(l, t)| l * t);
        let loads: Vec<f64> = loads.collect();
        if let Some(i) = loads.iter().position(|load| !load.is_finite()) {
            let refusal = refuse("external_arrivals", InputProblem::NotFinite, loads[i]);
            return Err(refusal.at(i));
        }
        let over = (0..loads.len()).filter(|&i| loads[i] >= self.servers[i]);
        let ratio = |i: &usize| loads[*i] / self.servers[*i];
        match over.max_by(|i, j| ratio(i).total_cmp(&ratio(j))) {
            Some(i) => Err(QueueError::overload(Some(i), loads[i], self.servers[i])),
            None => Ok(()),
        }
    }

    /// The flows into the stations and their mean services: per visit, or for the analyser with
    /// the share `feedback` of immediate returns removed.
    fn flows(&self, traffic: &Traffic, feedback: &[f64]) -> Vec<(Flow, f64)> {
        let flow = |i: usize| {
            let (rate, feedback) = (traffic.arrival_rates[i], feedback[i]);
            let (mean, scv) = (self.mean_service[i], self.service_scv[i]);
            let (arrival_rate, mean, service_scv) = without_feedback(feedback, rate, mean, scv);
            let flow = Flow {
                external: self.external_arrivals[i],
                arrival_rate,
                external_scv: self.arrival_scv[i],
                service_scv,
                servers: self.servers[i],
                occupancy: traffic.utilisation[i],
            };
            (flow, mean)
        };
        (0..self.servers.len()).map(flow).collect()
    }
}

/// Accepts infinitely many servers besides what [`check_servers`] accepts.
fn check_servers_or_none(field: &'static str, value: f64) -> Result<(), QueueError> {
    if value == f64::INFINITY {
        Ok(())
    } else {
        check_servers(field, value)
    }
}

/// How much work comes to each station?
///
/// λ = λ₀ + Rᵀλ; visits V = λ/Σλ₀; utilisation λτ/c. Any network that work leaves, overloaded
/// or not (the flows are then those that would be needed to keep up).
pub fn evaluate_traffic(network: &Network) -> Result<Traffic, QueueError> {
    network.check()?;
    let rates = flow_factors(&network.routing)?.solve(&network.external_arrivals);
    let arrival_rates: Vec<f64> = rates.into_iter().map(|rate| rate.max(0.0)).collect();
    let total: f64 = network.external_arrivals.iter().sum();
    let visits = (total > 0.0).then(|| arrival_rates.iter().map(|rate| rate / total).collect());
    let utilisation = (0..arrival_rates.len())
        .map(|i| arrival_rates[i] * network.mean_service[i] / network.servers[i])
        .collect();
    Ok(Traffic {
        arrival_rates,
        visits,
        utilisation,
    })
}

/// How long does work wait at each station, and how long until it leaves?
///
/// λ from the traffic equations, W_j by [`evaluate_wait`] with arrival variability from
/// Jackson (all one) or [`evaluate_arrival_scvs`], L_j = λ_j(W_j+τ_j), E\[T\] = ΣV_j(W_j+τ_j),
/// and by entry (I−R)⁻¹(W+τ). Exact where arrivals are Poisson and every queue's services
/// exponential, else an approximation. An overload names the station with the highest
/// utilisation. Source: Jackson (1957), Operations Research 5:518–521; Whitt (1983), Bell
/// System Technical Journal 62:2779–2815.
pub fn evaluate_network(network: &Network) -> Result<NetworkEvaluation, QueueError> {
    let traffic = evaluate_traffic(network)?;
    network.check_load(&traffic)?;
    let exact = network.is_product_form(&traffic);
    let method = if exact {
        NetworkMethod::Exact
    } else {
        NetworkMethod::Qna
    };
    let feedback = |i: usize| if exact { 0.0 } else { network.routing[i][i] };
    let feedback: Vec<f64> = (0..network.servers.len()).map(feedback).collect();
    let stations = network.flows(&traffic, &feedback);
    let arrival_scvs = if exact {
        vec![1.0; stations.len()]
    } else {
        let flows: Vec<Flow> = stations.iter().map(|(flow, _)| *flow).collect();
        evaluate_arrival_scvs(&flows, &routing_without_feedback(&network.routing))?
    };
    let mut waits = Vec::with_capacity(stations.len());
    for (i, ((flow, mean_service), &arrival_scv)) in stations.iter().zip(&arrival_scvs).enumerate()
    {
        let station = Station {
            servers: flow.servers,
            arrival_rate: flow.arrival_rate,
            mean_service: *mean_service,
            service_scv: flow.service_scv,
            arrival_scv,
        };
        waits.push(evaluate_wait(&station).map_err(|error| error.at(i))?);
    }
    let per_visit = |(wait, feedback): (&Wait, &f64)| wait.mean * (1.0 - feedback);
    let mean_waits = waits.iter().zip(&feedback).map(per_visit).collect();
    summarise(
        network,
        NetworkWaits {
            traffic,
            waits,
            mean_waits,
            arrival_scvs,
            method,
        },
    )
}

/// What is known of a network before summing over its stations.
struct NetworkWaits {
    traffic: Traffic,
    waits: Vec<Wait>,
    mean_waits: Vec<f64>,
    arrival_scvs: Vec<f64>,
    method: NetworkMethod,
}

/// The sums over stations that follow from the waits.
fn summarise(network: &Network, known: NetworkWaits) -> Result<NetworkEvaluation, QueueError> {
    let NetworkWaits {
        traffic,
        waits,
        mean_waits,
        arrival_scvs,
        method,
    } = known;
    let times: Vec<f64> = mean_waits
        .iter()
        .zip(&network.mean_service)
        .map(|(wait, mean)| wait + mean)
        .collect();
    let mean_numbers = traffic
        .arrival_rates
        .iter()
        .zip(&times)
        .map(|(rate, t)| rate * t)
        .collect();
    let mean_turnaround = traffic.visits.as_ref().map(|visits| dot(visits, &times));
    let mean_turnaround_by_entry = factor(identity_less(&network.routing))?.solve(&times);
    Ok(NetworkEvaluation {
        traffic,
        waits,
        mean_waits,
        mean_numbers,
        mean_turnaround,
        mean_turnaround_by_entry,
        arrival_scvs,
        method,
    })
}
