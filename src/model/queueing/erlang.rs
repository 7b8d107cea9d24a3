//! Erlang's blocking and waiting formulas, for any number of servers, whole or not.
//!
//! `servers` is a count and may be fractional (part-time staff); `load` is in erlangs, arrival
//! rate times mean service. Arrivals are Poisson and nobody gives up while waiting. No factorial
//! is ever formed, so the formulas hold from 1e-300 erlangs to ten million servers. An input
//! that is negative or not a number counts as zero: callers refuse it before it gets here.

use super::gamma::{gamma_tails, poisson_mass, rising_sum, upper_fraction};

/// The largest number of servers the callers accept: beyond any organisation, and still exact.
pub const MAX_SERVERS: f64 = 10_000_000.0;

/// Servers up to which the recursion is the shortest and most accurate way.
const SHORT: f64 = 30.0;

/// What share of calls finds every server busy and is lost?
///
/// B(c, a) = (a^c/c!)/Σ_{k≤c} a^k/k!, in general a^c e^(−a)/Γ(c+1, a), the integral
/// 1/B = ∫₀^∞ a e^(−ax)(1+x)^c dx. M/G/c/c: any service distribution. Up to 30 servers by the
/// recursion B(k) = aB(k−1)/(k+aB(k−1)) from the fractional part; above, by sums of positive
/// terms that stop after about 8√c of them. Relative error under 1e-12; an answer below
/// 1e-307 is rounded to zero. Source: Jagers and van Doorn (1986), Operations Research
/// Letters 5:43–46.
pub fn erlang_b(servers: f64, load: f64) -> f64 {
    let (servers, load) = (servers.max(0.0), load.max(0.0));
    if servers == 0.0 || load == f64::INFINITY {
        1.0
    } else if load == 0.0 || servers == f64::INFINITY {
        0.0
    } else if servers <= SHORT {
        recursion(servers, load)
    } else if load < servers {
        let mass = poisson_mass(servers, load);
        mass / (1.0 - mass * rising_sum(servers, load))
    } else {
        (1.0 + sum_below(servers, load)).recip()
    }
}

/// What share of customers must wait, when nobody gives up?
///
/// C(c, a) = cB/(c − a(1−B)) with B Erlang's blocking, in the form cB/((c−a) + aB) that keeps
/// its digits at an occupancy of one less a millionth. M/M/c, a < c; at a ≥ c everybody waits
/// and the answer is 1. Source: Erlang (1917); Jagers and van Doorn (1986) for fractional c.
pub fn erlang_c(servers: f64, load: f64) -> f64 {
    let (servers, load) = (servers.max(0.0), load.max(0.0));
    if load >= servers {
        return 1.0;
    }
    if servers == f64::INFINITY {
        return 0.0;
    }
    let blocking = erlang_b(servers, load);
    (servers * blocking / ((servers - load) + load * blocking)).min(1.0)
}

/// How likely is it that some server is free, beside that all are busy and nobody waits?
///
/// 1/B − 1 = Σ_{k<c} π_k/π_c, without the cancellation of 1 − B where nearly all calls are lost;
/// infinite where B is rounded to zero, and for no load. Source: the balance of M/M/c/c.
pub fn free_ratio(servers: f64, load: f64) -> f64 {
    let (servers, load) = (servers.max(0.0), load.max(0.0));
    if servers == 0.0 || load == f64::INFINITY {
        return 0.0;
    }
    if load == 0.0 || servers == f64::INFINITY {
        return f64::INFINITY;
    }
    if load >= servers && servers > SHORT {
        return sum_below(servers, load);
    }
    if servers > SHORT {
        return erlang_b(servers, load).recip() - 1.0;
    }
    let fraction = servers.fract();
    let start = fraction_of_server(fraction, load).recip() - 1.0;
    let step = |ratio: f64, k: u32| (fraction + f64::from(k)) / load * (1.0 + ratio);
    (1..=servers.trunc() as u32).fold(start, step)
}

/// What is the smallest whole number of servers that keeps up with a load?
///
/// The least integer c > a. Source: the stability condition of M/M/c.
pub fn least_servers(load: f64) -> f64 {
    load.max(0.0).floor() + 1.0
}

/// Erlang's blocking for less than one server, 0 ≤ f < 1.
fn fraction_of_server(fraction: f64, load: f64) -> f64 {
    if fraction == 0.0 {
        1.0
    } else if load < fraction + 2.0 {
        let (_, upper) = gamma_tails(fraction + 1.0, load);
        (poisson_mass(fraction, load) / upper).min(1.0)
    } else {
        // The same quotient with e^(−a) cancelled, which would underflow for large loads.
        (load * upper_fraction(fraction + 1.0, load)).recip()
    }
}

/// The forward recursion from the fractional part upwards.
fn recursion(servers: f64, load: f64) -> f64 {
    let fraction = servers.fract();
    let mut blocking = fraction_of_server(fraction, load);
    for step in 1..=(servers.trunc() as u32) {
        let busy = load * blocking;
        blocking = busy / (fraction + f64::from(step) + busy);
    }
    blocking
}

/// 1/B − 1 = (c/a)(1 + ((c−1)/a)(1 + …)): the recursion inverted, for a ≥ c, cut off where the
/// terms no longer count.
fn sum_below(servers: f64, load: f64) -> f64 {
    let (mut sum, mut term, mut k) = (0.0, 1.0, servers);
    while k >= 1.0 {
        term *= k / load;
        k -= 1.0;
        // The last term of all, of less than one server, is weighed below.
        if k < 1.0 {
            break;
        }
        sum += term;
        if term < 1e-18 * sum {
            return sum;
        }
    }
    sum + term / fraction_of_server(k, load)
}
