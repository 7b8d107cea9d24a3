//! Where work goes: visits to each station, and the time of a whole passage.
//!
//! Row i of a routing matrix holds the share of work that goes from station i to each station
//! next; what is missing to one leaves. The next step depends on nothing but the present
//! station. Times are in any one unit.

use super::error::{Each, InputProblem, QueueError, check_from_zero, check_length, refuse};
use super::linear::{Factors, dot, identity_less, multiply, transpose};

/// The largest number of stations accepted: solving takes time in its cube.
pub const MAX_STATIONS: usize = 500;
/// Shares this small count as none, and row sums may stray from one by as much.
const SLACK: f64 = 1e-12;

/// How long work takes from its first station until it leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passage {
    /// Mean time.
    pub mean: f64,
    /// Variance, in the square of the unit of time.
    pub variance: f64,
}

/// Refuses a routing matrix that is not square, has an entry outside 0 to 1 or a row over 1,
/// or holds work for ever.
///
/// Work leaves from everywhere (spectral radius below 1) exactly if from every station some
/// station can be reached whose row adds up to less than one.
pub fn check_routing(routing: &[Vec<f64>]) -> Result<(), QueueError> {
    let size = routing.len();
    let limit = MAX_STATIONS as f64;
    if size > MAX_STATIONS {
        return Err(refuse(
            "routing",
            InputProblem::TooLarge { limit },
            size as f64,
        ));
    }
    for (i, row) in routing.iter().enumerate() {
        check_length("routing", row.len(), size, Each::Station).map_err(|error| error.at(i))?;
        for &share in row {
            check_from_zero("routing", share, 1.0 + SLACK).map_err(|error| error.at(i))?;
        }
        let total: f64 = row.iter().sum();
        if total > 1.0 + SLACK {
            return Err(refuse("routing", InputProblem::RowOverOne, total).at(i));
        }
    }
    match leaves(routing).iter().position(|&leaves| !leaves) {
        Some(station) => Err(QueueError::NeverLeaves { station }),
        None => Ok(()),
    }
}

/// From which stations there is a way out.
fn leaves(routing: &[Vec<f64>]) -> Vec<bool> {
    let mut leaves: Vec<bool> = routing
        .iter()
        .map(|row| 1.0 - row.iter().sum::<f64>() > SLACK)
        .collect();
    let mut open: Vec<usize> = (0..leaves.len()).filter(|&i| leaves[i]).collect();
    while let Some(next) = open.pop() {
        for (i, row) in routing.iter().enumerate() {
            if !leaves[i] && row[next] > SLACK {
                leaves[i] = true;
                open.push(i);
            }
        }
    }
    leaves
}

/// The factors of a matrix made from a routing matrix that was checked; rounding may still
/// leave so little of a way out that none is seen.
pub(super) fn factor(matrix: Vec<Vec<f64>>) -> Result<Factors, QueueError> {
    Factors::new(matrix).map_err(|station| QueueError::NeverLeaves { station })
}

/// The factors of I − Rᵀ, which turn external arrivals into all arrivals.
pub(super) fn flow_factors(routing: &[Vec<f64>]) -> Result<Factors, QueueError> {
    factor(transpose(&identity_less(routing)))
}

/// How often does work that starts at each station visit each station?
///
/// Row s solves (I − Rᵀ)V = e_s; the first visit to s counts. Any R with a way out from
/// everywhere. Source: Kemeny and Snell (1960), Finite Markov Chains, chapter 3.
pub fn visits(routing: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, QueueError> {
    check_routing(routing)?;
    let factors = flow_factors(routing)?;
    Ok((0..routing.len())
        .map(|start| solve_visits(&factors, routing.len(), start))
        .collect())
}

/// How often does work that starts at station `start` visit each station? One row of [`visits`].
pub fn visits_from(routing: &[Vec<f64>], start: usize) -> Result<Vec<f64>, QueueError> {
    check_routing(routing)?;
    Ok(solve_visits(&flow_factors(routing)?, routing.len(), start))
}

fn solve_visits(factors: &Factors, stations: usize, start: usize) -> Vec<f64> {
    let mut unit = vec![0.0; stations];
    unit[start] = 1.0;
    factors
        .solve(&unit)
        .into_iter()
        .map(|count| count.max(0.0))
        .collect()
}

/// How long does work take from station `start` until it leaves, in mean and variance?
///
/// M = (I−R)⁻¹m and Var = (I−R)⁻¹(v + spread), where spread_i is the variance of the remaining
/// mean M of the station that comes after i (zero on leaving). The same as second moments
/// S = (I−R)⁻¹(v + m² + 2m∘RM) less M², without their cancellation. Times of visits are
/// independent of each other and of the route. Source: the laws of total mean and variance on
/// an absorbing Markov chain.
pub fn passage(
    means: &[f64],
    variances: &[f64],
    routing: &[Vec<f64>],
    start: usize,
) -> Result<Passage, QueueError> {
    check_routing(routing)?;
    check_length("means", means.len(), routing.len(), Each::Station)?;
    check_length("variances", variances.len(), routing.len(), Each::Station)?;
    if start >= routing.len() {
        let limit = routing.len() as f64 - 1.0;
        return Err(refuse(
            "start",
            InputProblem::TooLarge { limit },
            start as f64,
        ));
    }
    for (field, list) in [("means", means), ("variances", variances)] {
        for (i, &value) in list.iter().enumerate() {
            check_from_zero(field, value, f64::MAX.sqrt()).map_err(|error| error.at(i))?;
        }
    }
    let factors = factor(identity_less(routing))?;
    let remaining = factors.solve(means);
    let after = multiply(routing, &remaining);
    let spread = |(i, row): (usize, &Vec<f64>)| {
        let stay: f64 = row.iter().sum();
        let squares: Vec<f64> = remaining.iter().map(|m| (m - after[i]).powi(2)).collect();
        variances[i] + dot(row, &squares) + (1.0 - stay).max(0.0) * after[i].powi(2)
    };
    let spreads: Vec<f64> = routing.iter().enumerate().map(spread).collect();
    let variance = factors.solve(&spreads)[start].max(0.0);
    Ok(Passage {
        mean: remaining[start],
        variance,
    })
}
