//! The line in front of servers that are all busy, when those who wait give up.
//!
//! Everything here is about the states with all c servers busy and k ≥ 0 customers waiting,
//! whose weights relative to k = 0 are γ^k/((β+1)…(β+k)), β = cμ/θ, γ = λ/θ: departures come at
//! rate cμ + kθ. What happens while some server is free does not matter, so Erlang's A and
//! blending with deferred work share this file. Times in any one unit. Patience is exponential.

use super::gamma::{poisson_mass, reciprocal_sum, rising_sum, rising_sums, upper_fraction};

/// The line of waiting customers, given that all servers are busy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImpatientLine {
    /// Rate at which the busy servers finish, in units of the rate at which one gives up: cμ/θ.
    beta: f64,
    /// Arrival rate in the same units: λ/θ.
    gamma: f64,
    /// Mean patience 1/θ.
    mean_patience: f64,
    /// P(nobody waits | all busy), and that somebody does.
    empty: f64,
    waited_for: f64,
    /// E[number waiting | all busy].
    mean_queue: f64,
}

/// How those who have to wait fare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaitByFate {
    /// E[wait; served | had to wait].
    pub served: f64,
    /// E[wait; gave up | had to wait].
    pub gave_up: f64,
}

impl ImpatientLine {
    /// The line behind servers that together finish `service_rate` per unit of time, with
    /// `arrival_rate` arrivals; all above zero and finite.
    pub fn new(service_rate: f64, arrival_rate: f64, mean_patience: f64) -> Self {
        let beta = service_rate * mean_patience;
        let gamma = arrival_rate * mean_patience;
        let (empty, waited_for, mean_queue) = if gamma < beta + 1.0 {
            let (sum, weighted) = rising_sums(beta, gamma);
            (1.0 / (1.0 + sum), sum / (1.0 + sum), weighted / (1.0 + sum))
        } else {
            let mass = poisson_mass(beta, gamma);
            let empty = mass / (1.0 - mass * beta * upper_fraction(beta, gamma));
            // Arrivals less completions: those who leave by giving up.
            (empty, 1.0 - empty, (gamma - beta) + beta * empty)
        };
        Self {
            beta,
            gamma,
            mean_patience,
            empty,
            waited_for,
            mean_queue,
        }
    }

    /// P(nobody waits | all servers busy): 1/Σ_k γ^k/((β+1)…(β+k)).
    pub fn empty(&self) -> f64 {
        self.empty
    }

    /// P(somebody waits | all servers busy), without a difference where hardly ever.
    pub fn waited_for(&self) -> f64 {
        self.waited_for
    }

    /// E\[number waiting | all servers busy\]. Where arrivals outrun the servers γ − β + β·P(empty)
    /// by the balance of flows, else by the sum, which does not cancel.
    pub fn mean_queue(&self) -> f64 {
        self.mean_queue
    }

    /// P(served within `t` | all servers busy on arrival).
    ///
    /// (β/A)∫₀^z e^(γx)(1−x)^β dx, z = 1−e^(−θt), A = 1/P(empty): the sum over k of
    /// P(k ahead)·β/(β+k+1)·I_z(k+1, β+1) taken under the beta integral. It is a difference of
    /// two incomplete gamma functions of shape β+1 at γ and γe^(−θt), each written with the tail
    /// that keeps its digits. Agrees with the sum and with simulation.
    pub fn served_within(&self, t: f64) -> f64 {
        let (shape, early) = (self.beta + 1.0, t / self.mean_patience);
        let thinned = self.gamma * (-early).exp();
        if self.gamma < shape {
            let tilt = self.gamma * -(-early).exp_m1() - early * shape;
            let late = tilt.exp() * (1.0 + rising_sum(shape, thinned));
            let span = (1.0 + rising_sum(shape, self.gamma)) - late;
            return (self.beta / shape * span * self.empty).clamp(0.0, 1.0);
        }
        let upper = |x: f64| poisson_mass(shape, x) * shape * upper_fraction(shape, x);
        let span = if thinned >= shape {
            upper(thinned) - upper(self.gamma)
        } else {
            let lower = poisson_mass(shape, thinned) * (1.0 + rising_sum(shape, thinned));
            1.0 - upper(self.gamma) - lower
        };
        let busy = 1.0
            - poisson_mass(self.beta, self.gamma)
                * self.beta
                * upper_fraction(self.beta, self.gamma);
        (self.beta / self.gamma * span / busy).clamp(0.0, 1.0)
    }

    /// How long do those who are served wait, and those who give up?
    ///
    /// With k ahead a customer passes k+1 stages of rates cμ+(k+1)θ, …, cμ+θ (its own giving up
    /// included) and gives up in each with the same chance 1/(β+k+1). So E\[W; served\] =
    /// β/(β+k+1)·h/θ, h = Σ_{j=1}^{k+1} 1/(β+j), and E\[W; gave up\] = g/(θ(β+k+1)),
    /// g = Σ_{j=1}^{k+1} j/(β+j); averaged over k from the likeliest outward.
    pub fn mean_waits(&self) -> WaitByFate {
        let (beta, gamma) = (self.beta, self.gamma);
        let likeliest = (gamma - beta).floor().max(0.0);
        let h = reciprocal_sum(beta + 1.0, likeliest + 1.0);
        let start = Place {
            k: likeliest,
            weight: 1.0,
            h,
            g: rising_share(beta, likeliest + 1.0, h),
        };
        let mut sums = Sums::default();
        let mut at = start;
        while sums.add(&at, beta) {
            at.k += 1.0;
            at.weight *= gamma / (beta + at.k);
            at.h += 1.0 / (beta + at.k + 1.0);
            at.g += (at.k + 1.0) / (beta + at.k + 1.0);
        }
        at = start;
        while at.k > 0.0 {
            at.weight *= (beta + at.k) / gamma;
            at.h -= 1.0 / (beta + at.k + 1.0);
            at.g -= (at.k + 1.0) / (beta + at.k + 1.0);
            at.k -= 1.0;
            if !sums.add(&at, beta) {
                break;
            }
        }
        WaitByFate {
            served: self.mean_patience * sums.served / sums.weight,
            gave_up: self.mean_patience * sums.gave_up / sums.weight,
        }
    }
}

/// Σ_{j=1}^m j/(β+j) = m − β·Σ 1/(β+j), term by term where the difference would cancel.
fn rising_share(beta: f64, terms: f64, reciprocals: f64) -> f64 {
    if terms > 1e6 {
        return terms - beta * reciprocals;
    }
    let (mut sum, mut j) = (0.0, 1.0);
    while j <= terms {
        sum += j / (beta + j);
        j += 1.0;
    }
    sum
}

/// One state of the line and the sums that belong to it.
#[derive(Clone, Copy)]
struct Place {
    k: f64,
    weight: f64,
    h: f64,
    g: f64,
}

/// Weighted sums over the states of the line.
#[derive(Default)]
struct Sums {
    weight: f64,
    served: f64,
    gave_up: f64,
}

impl Sums {
    /// Adds a state; whether the next one may still count.
    fn add(&mut self, at: &Place, beta: f64) -> bool {
        let leave = at.weight / (beta + at.k + 1.0);
        self.weight += at.weight;
        self.served += leave * beta * at.h;
        self.gave_up += leave * at.g;
        at.weight > 1e-18 * self.weight || leave * at.g > 1e-18 * self.gave_up
    }
}
