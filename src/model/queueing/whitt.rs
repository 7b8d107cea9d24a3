//! Whitt's correction factors for queues whose arrivals or services are not exponential.
//!
//! Pure numbers in and out: servers c (possibly fractional), occupancy ρ, and the squared
//! coefficients of variation c_a² and c_s² of the times between arrivals and of the service
//! times. Two moments cannot know the shape of a distribution, nor dependence between arrivals.

use libm::erfc;
use std::f64::consts::SQRT_2;

/// γ = min{0.24, (1−ρ)(c−1)(√(4+5c) − 2)/(16cρ)}: how constant services stray from half of
/// the exponential wait. Zero for one server and for less than one.
fn cosmetatos(servers: f64, occupancy: f64) -> f64 {
    if servers <= 1.0 {
        return 0.0;
    }
    let root = (4.0 + 5.0 * servers).sqrt() - 2.0;
    let spare = (1.0 - occupancy) * (servers - 1.0) * root;
    (spare / (16.0 * servers * occupancy)).clamp(0.0, 0.24)
}

/// ψ(C²) = 1 for C² ≥ 1, else φ₄^(2(1−C²)).
fn psi(scv: f64, phi4: f64) -> f64 {
    if scv >= 1.0 {
        1.0
    } else {
        phi4.powf(2.0 * (1.0 - scv))
    }
}

/// By how much does the wait in GI/G/c differ from the two-moment rule?
///
/// φ in E\[W\] = φ·(c_a²+c_s²)/2·E\[W of M/M/c\]. With φ₁ = 1+γ, φ₃ = (1−4γ)e^(−2(1−ρ)/(3ρ)),
/// φ₄ = min{1, (φ₁+φ₃)/2} and ψ at the mean of the two coefficients: for c_a² ≥ c_s²
/// φ = \[4(c_a²−c_s²)φ₁ + c_s²ψ\]/(4c_a²−3c_s²), else
/// φ = \[(c_s²−c_a²)φ₃ + (c_s²+3c_a²)ψ\]/(2c_a²+2c_s²), and φ₃ where c_a² = 0. Holds for
/// 0 < ρ < 1; poor for one server with Poisson arrivals, where the exact mean is known.
/// Source: Whitt (1993), Production and Operations Management 2:114–161, equations 2.16–2.25.
pub fn whitt_factor(servers: f64, occupancy: f64, arrival_scv: f64, service_scv: f64) -> f64 {
    let gamma = cosmetatos(servers, occupancy);
    let phi1 = 1.0 + gamma;
    let phi3 = (1.0 - 4.0 * gamma) * (-2.0 * (1.0 - occupancy) / (3.0 * occupancy)).exp();
    let psi = psi(
        0.5 * (arrival_scv + service_scv),
        (0.5 * (phi1 + phi3)).min(1.0),
    );
    let (a, s) = (arrival_scv, service_scv);
    if a == s {
        psi
    } else if a > s {
        (4.0 * (a - s) * phi1 + s * psi) / (4.0 * a - 3.0 * s)
    } else if a == 0.0 {
        phi3
    } else {
        ((s - a) * phi3 + (s + 3.0 * a) * psi) / (2.0 * (a + s))
    }
}

/// How long is the wait in M/G/c beside that in M/M/c, services varying no more than
/// exponential ones?
///
/// (1+c_s²)/\[2c_s² + 2(1−c_s²)/(1+γ)\]: Kimura's harmonic interpolation between exponential
/// services and constant ones, whose wait is ½(1+γ) of the exponential. Poisson arrivals,
/// 0 ≤ c_s² ≤ 1; exact for one server, else within 2% of exact constant and Erlang-2 services from
/// 70% busy on, and up to 18% low for twenty servers half busy, see [`super::accuracy`].
/// Source: Kimura (1986), Management Science 32:751–763; Cosmetatos (1975), INFOR 13, for γ.
pub fn kimura_factor(servers: f64, occupancy: f64, service_scv: f64) -> f64 {
    let constant = 1.0 + cosmetatos(servers, occupancy);
    (1.0 + service_scv) / (2.0 * service_scv + 2.0 * (1.0 - service_scv) / constant)
}

/// P(standard normal > z).
fn normal_tail(z: f64) -> f64 {
    0.5 * erfc(z / SQRT_2)
}

/// What share must wait in GI/G/c when arrivals are not Poisson?
///
/// With z = (c_a²+c_s²)/(1+c_s²), s = (1−ρ)√c, Φ̄ the normal tail and C Erlang's formula:
/// π₄ = min{1, Φ̄(s(1+c_s²)/(c_a²+c_s²))·C/Φ̄(s)}, π₅ = min{1, Φ̄(2s/(1+c_a²))·C/Φ̄(s)},
/// π₆ = Φ̄(g), g = (c−cρ−½)/√(cρz), π₁ = ρ²π₄ + (1−ρ²)π₅, π₂ = c_a²π₁ + (1−c_a²)π₆; π₁ for
/// c ≤ 6 or g ≤ ½ or c_a² ≥ 1, π₂ for g ≥ 1, between them weighted with 2(1−c_a²)(g−½), as printed: it jumps at g = 1. Equals C for
/// c_a² = 1. Against exact GI/M/c (constant, Erlang and hyperexponential arrivals, 1 to 20
/// servers, ρ 0.5 to 0.9) it is within 0.08, where C itself is up to 0.3 out.
/// Source: Whitt (1993), section 4.
pub fn whitt_p_wait(servers: f64, load: f64, arrival_scv: f64, service_scv: f64, c: f64) -> f64 {
    let occupancy = load / servers;
    let spare = (1.0 - occupancy) * servers.sqrt();
    let tail = normal_tail(spare);
    if tail == 0.0 {
        return c;
    }
    let scaled = |factor: f64| (normal_tail(factor * spare) / tail * c).min(1.0);
    let pi4 = scaled((1.0 + service_scv) / (arrival_scv + service_scv));
    let pi5 = scaled(2.0 / (1.0 + arrival_scv));
    let pi1 = occupancy * occupancy * (pi4 - pi5) + pi5;
    let z = (arrival_scv + service_scv) / (1.0 + service_scv);
    let g = (servers - load - 0.5) / (load * z).sqrt();
    if servers <= 6.0 || g <= 0.5 || arrival_scv >= 1.0 {
        return pi1;
    }
    let pi2 = arrival_scv * pi1 + (1.0 - arrival_scv) * normal_tail(g);
    let weight = (2.0 * (1.0 - arrival_scv) * (g - 0.5)).min(1.0);
    if g >= 1.0 {
        pi2
    } else {
        weight * pi2 + (1.0 - weight) * pi1
    }
}
