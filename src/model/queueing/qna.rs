//! Whitt's queueing network analyser: how variable are the arrivals at each station?
//!
//! Two-moment approximation for an open network of first-come-first-served stations. It leaves
//! out dependence between successive arrivals, and so between stations.

use super::error::QueueError;
use super::linear::{Factors, identity_less};

/// What the analyser needs to know of one station, immediate feedback already removed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// Arrivals from outside, per unit of time.
    pub external: f64,
    /// All arrivals, per unit of time.
    pub arrival_rate: f64,
    /// Squared coefficient of variation of the external arrivals.
    pub external_scv: f64,
    /// Squared coefficient of variation of service.
    pub service_scv: f64,
    /// Servers, possibly infinite.
    pub servers: f64,
    /// Occupancy, zero for infinitely many servers.
    pub occupancy: f64,
}

/// How variable are the arrivals at each station?
///
/// Solves c_j² = α_j + Σ_i c_i² b_ij, with p_ij the share of j's arrivals that come from i
/// (p_0j from outside), q_ij the routing shares, ρ the occupancies, v_j = 1/(p_0j² + Σp_ij²),
/// w_j = 1/(1 + 4(1−ρ_j)²(v_j−1)), x_i = 1 + (max(c_si², 0.2) − 1)/√c_i:
/// b_ij = w_j p_ij q_ij (1−ρ_i²),
/// α_j = 1 + w_j{p_0j c_0j² − 1 + Σ_i p_ij\[(1−q_ij) + q_ij ρ_i² x_i\]}.
/// All ρ < 1, no station feeding itself. All inputs one give all answers one, as in Jackson's
/// networks; a station without arrivals is given 1.
/// Source: Whitt (1983), Bell System Technical Journal 62:2779–2815, section 4.
pub fn evaluate_arrival_scvs(flows: &[Flow], routing: &[Vec<f64>]) -> Result<Vec<f64>, QueueError> {
    let equations: Vec<Equation> = (0..flows.len())
        .map(|j| equation(flows, routing, j))
        .collect();
    let constants: Vec<f64> = equations.iter().map(|equation| equation.constant).collect();
    let slopes: Vec<Vec<f64>> = equations
        .into_iter()
        .map(|equation| equation.slopes)
        .collect();
    let factors = Factors::new(identity_less(&slopes))
        .map_err(|station| QueueError::NeverLeaves { station })?;
    Ok(factors.solve(&constants).into_iter().map(settle).collect())
}

/// Takes away rounding: a Poisson stream has better formulas than one next to Poisson.
fn settle(scv: f64) -> f64 {
    if (scv - 1.0).abs() < 1e-9 {
        1.0
    } else {
        scv.max(0.0)
    }
}

/// One row of the linear system: c_j² = constant + Σ_i slopes_i c_i².
struct Equation {
    constant: f64,
    slopes: Vec<f64>,
}

/// The equation of station `j`.
fn equation(flows: &[Flow], routing: &[Vec<f64>], j: usize) -> Equation {
    let to = &flows[j];
    let none = Equation {
        constant: 1.0,
        slopes: vec![0.0; flows.len()],
    };
    if to.arrival_rate <= 0.0 {
        return none;
    }
    let share = |i: usize| flows[i].arrival_rate * routing[i][j] / to.arrival_rate;
    let outside = to.external / to.arrival_rate;
    let shares: Vec<f64> = (0..flows.len()).map(share).collect();
    let sources = (outside * outside + shares.iter().map(|p| p * p).sum::<f64>()).recip();
    let weight = (1.0 + 4.0 * (1.0 - to.occupancy).powi(2) * (sources - 1.0)).recip();
    let mut sum = outside * to.external_scv - 1.0;
    let mut slopes = none.slopes;
    for (i, from) in flows.iter().enumerate() {
        let (p, q, busy) = (shares[i], routing[i][j], from.occupancy.powi(2));
        let x = 1.0 + (from.service_scv.max(0.2) - 1.0) / from.servers.sqrt();
        sum += p * ((1.0 - q) + q * busy * x);
        slopes[i] = weight * p * q * (1.0 - busy);
    }
    Equation {
        constant: 1.0 + weight * sum,
        slopes,
    }
}

/// A station with its immediate feedback removed.
///
/// Work that returns at once with probability q is served to its end in one longer visit:
/// λ(1−q), τ/(1−q), c_s² → q + (1−q)c_s². Source: Whitt (1983), section 3.
pub fn without_feedback(feedback: f64, rate: f64, mean: f64, scv: f64) -> (f64, f64, f64) {
    let leave = 1.0 - feedback;
    (rate * leave, mean / leave, feedback + leave * scv)
}

/// The routing that goes with [`without_feedback`]: no diagonal, rows scaled by 1/(1−q).
pub fn routing_without_feedback(routing: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut routing = routing.to_vec();
    for (i, row) in routing.iter_mut().enumerate() {
        let leave = 1.0 - row[i];
        row[i] = 0.0;
        row.iter_mut().for_each(|share| *share /= leave);
    }
    routing
}
