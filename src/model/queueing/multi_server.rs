//! The M/M/c queue: Poisson arrivals, exponential service, one line, first come first served.
//!
//! Times in any one unit, rates per that unit, servers possibly fractional. It leaves out
//! customers who give up, priorities and rates that change.

use super::erlang::erlang_c;
use super::error::{InputProblem, QueueError, check_rate, check_servers, check_time, refuse};
use super::turnaround::quantile_by_root;

/// An M/M/c queue that keeps up with its arrivals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MultiServer {
    servers: f64,
    arrival_rate: f64,
    mean_service: f64,
    p_wait: f64,
    spare: f64,
}

impl MultiServer {
    /// A queue of `servers` (above zero), `arrival_rate` per unit of time (zero or above) and
    /// `mean_service` (above zero); refused if the load reaches the servers.
    pub fn new(servers: f64, arrival_rate: f64, mean_service: f64) -> Result<Self, QueueError> {
        check_servers("servers", servers)?;
        check_rate("arrival_rate", arrival_rate)?;
        check_time("mean_service", mean_service)?;
        let load = arrival_rate * mean_service;
        if !load.is_finite() {
            return Err(refuse("arrival_rate", InputProblem::NotFinite, load));
        }
        if load >= servers {
            return Err(QueueError::overload(None, load, servers));
        }
        let p_wait = erlang_c(servers, load);
        Ok(Self {
            servers,
            arrival_rate,
            mean_service,
            p_wait,
            spare: less_product(servers, arrival_rate, mean_service),
        })
    }

    /// Servers on duty.
    pub fn servers(&self) -> f64 {
        self.servers
    }

    /// Arrivals per unit of time.
    pub fn arrival_rate(&self) -> f64 {
        self.arrival_rate
    }

    /// Mean service time.
    pub fn mean_service(&self) -> f64 {
        self.mean_service
    }

    /// How much work is offered, in erlangs? a = λτ.
    pub fn load(&self) -> f64 {
        self.arrival_rate * self.mean_service
    }

    /// What share of the servers' time is busy? ρ = a/c.
    pub fn occupancy(&self) -> f64 {
        self.load() / self.servers
    }

    /// What share of customers waits? Erlang C (see [`erlang_c`]).
    pub fn p_wait(&self) -> f64 {
        self.p_wait
    }

    /// The rate at which a queue drains while all are busy, in services per mean service: c − a.
    fn spare(&self) -> f64 {
        self.spare
    }

    /// How long does a customer wait on average, those who do not wait included?
    /// E\[W\] = Cτ/(c − a). Source: Erlang (1917).
    pub fn mean_wait(&self) -> f64 {
        self.p_wait * self.mean_service / self.spare()
    }

    /// How much does the wait vary? Var W = 2E\[W\]²/C − E\[W\]², the wait being exponential for
    /// those who wait.
    pub fn variance_wait(&self) -> f64 {
        let conditional = self.mean_service / self.spare();
        self.p_wait * (2.0 - self.p_wait) * conditional * conditional
    }

    /// How many wait in line on average? λE\[W\], by Little's law.
    pub fn mean_queue(&self) -> f64 {
        self.arrival_rate * self.mean_wait()
    }

    /// How long is a customer in the system on average? E\[W\] + τ.
    pub fn mean_sojourn(&self) -> f64 {
        self.mean_wait() + self.mean_service
    }

    /// What share waits longer than `t`? P(W>t) = C e^(−(c−a)t/τ) for t ≥ 0.
    pub fn wait_over(&self, t: f64) -> f64 {
        if t < 0.0 {
            1.0
        } else {
            self.p_wait * (-self.spare() * (t / self.mean_service)).exp()
        }
    }

    /// What share is answered within `t`? 1 − P(W>t).
    pub fn service_level(&self, t: f64) -> f64 {
        if t < 0.0 {
            return 0.0;
        }
        (1.0 - self.p_wait) - self.p_wait * (-self.spare() * (t / self.mean_service)).exp_m1()
    }

    /// What share is in the system longer than `t`?
    ///
    /// P(T>t) = (1−C)e^(−x) + C e^(−lo·x)(1 + lo(1−e^(−(hi−lo)x))/(hi−lo)), x = t/τ, lo and hi
    /// the smaller and larger of c−a and 1: exact, and free of the cancellation that the usual
    /// form has where c−a is near 1. Source: the sum of two independent exponentials.
    pub fn sojourn_over(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return 1.0;
        }
        let x = t / self.mean_service;
        (1.0 - self.p_wait) * (-x).exp() + self.p_wait * self.two_phases_over(x)
    }

    /// What share is through the system within `t`? One less [`Self::sojourn_over`], computed so
    /// that a small share keeps its digits.
    pub fn sojourn_within(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let x = t / self.mean_service;
        let (lo, _) = self.phases();
        let two = -(-lo * x).exp_m1() - self.second_phase(x);
        ((self.p_wait - 1.0) * (-x).exp_m1() + self.p_wait * two).clamp(0.0, 1.0)
    }

    /// By how much do times in the system exceed `t`, on average over all customers?
    ///
    /// E\[(T−t)⁺\] = (1−C)τe^(−x) + Cτ(P(two phases > x)/lo + e^(−hi·x)/hi), symbols as in
    /// [`Self::sojourn_over`], of which it is the integral from t on.
    pub fn mean_excess(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return self.mean_sojourn() - t;
        }
        let x = t / self.mean_service;
        let (lo, hi) = self.phases();
        let waited = self.two_phases_over(x) / lo + (-hi * x).exp() / hi;
        self.mean_service * ((1.0 - self.p_wait) * (-x).exp() + self.p_wait * waited)
    }

    /// What does lateness cost, on average, if its cost levels off?
    ///
    /// E\[1−e^(−(T−t)⁺/L)\] = (1−C)e^(−x)/(1+ℓ) + C(P(two phases > x) + e^(−hi·x)·lo·ℓ/(1+hi·ℓ))
    /// /(1+lo·ℓ), ℓ = L/τ, other symbols as in [`Self::sojourn_over`]; L > 0, t ≥ 0.
    pub fn late_loss(&self, t: f64, scale: f64) -> f64 {
        let (x, l) = (t.max(0.0) / self.mean_service, scale / self.mean_service);
        let (lo, hi) = self.phases();
        let early = (-hi * x).exp() * (lo * l / (1.0 + hi * l));
        let waited = (self.two_phases_over(x) + early) / (1.0 + lo * l);
        (1.0 - self.p_wait) * (-x).exp() / (1.0 + l) + self.p_wait * waited
    }

    /// Which wait do a share `p` of customers stay within? Zero where P(W>0) ≤ 1−p, else
    /// τ/(c−a)·ln(C/(1−p)). `p` from 0 to below 1.
    pub fn wait_quantile(&self, p: f64) -> f64 {
        conditional_quantile(self.p_wait, self.mean_service / self.spare(), p)
    }

    /// Which time in the system do a share `p` of customers stay within? The root of
    /// P(T>t) = 1−p, by Brent's method. `p` from 0 to below 1.
    pub fn sojourn_quantile(&self, p: f64) -> f64 {
        let within = |t| self.sojourn_within(t);
        quantile_by_root(&within, &|t| self.sojourn_over(t), self.mean_sojourn(), p)
    }

    /// The slower and the faster of draining and serving, per mean service.
    fn phases(&self) -> (f64, f64) {
        (self.spare().min(1.0), self.spare().max(1.0))
    }

    /// lo·e^(−lo·x)(1−e^(−(hi−lo)x))/(hi−lo): the slow phase not over, the fast one begun.
    fn second_phase(&self, x: f64) -> f64 {
        let (lo, hi) = self.phases();
        // Past this point the exponential is zero and the other factor may be infinite.
        if lo * x > 745.0 {
            return 0.0;
        }
        let gap = hi - lo;
        let ratio = if gap == 0.0 {
            x
        } else {
            -(-gap * x).exp_m1() / gap
        };
        lo * (-lo * x).exp() * ratio
    }

    /// The share of customers who wait that is still in the system after x mean services.
    fn two_phases_over(&self, x: f64) -> f64 {
        let (lo, _) = self.phases();
        (-lo * x).exp() + self.second_phase(x)
    }
}

/// c − λτ rounded once: near full load the rounding of the product would be most of the answer.
/// Source: Dekker (1971), Numerische Mathematik 18:224–242.
fn less_product(c: f64, a: f64, b: f64) -> f64 {
    let product = a * b;
    let split = |x: f64| {
        let scaled = 134_217_729.0 * x;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let rounding = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (c - product) - rounding
}

/// Which time does a share `p` stay within, if a share `p_wait` has an exponential time of mean
/// `mean` and the rest none? Zero where `p_wait` ≤ 1−p, else mean·ln(p_wait/(1−p)). A `p` of 1
/// is read as the largest number below it.
pub fn conditional_quantile(p_wait: f64, mean: f64, p: f64) -> f64 {
    let over = (1.0 - p).max(f64::EPSILON / 2.0);
    if p_wait <= over {
        0.0
    } else {
        mean * (p_wait / over).ln()
    }
}
