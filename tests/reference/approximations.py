#!/usr/bin/env python3
"""Reference values for queues whose waits have no closed form.

Two-moment approximations of M/G/c and GI/M/c need something to be wrong
against.  This script computes that something on its own, from the stochastic
models alone, and prints one JSON object per line:

    python3 tests/reference/approximations.py > tests/fixtures/approximations.jsonl

It needs numpy and scipy and a few minutes, and logs its own checks to standard
error; a failing check aborts it.

Conventions: mean service is 1, so every time is in units of it; the arrival
rate is occupancy * servers.  Waits are those met by arriving customers, first
come first served, infinite room.  `p_wait` is P(W > 0), `mean_wait` is E[W]
over all customers, waiting or not, `sojourn_p90` the 90% quantile of wait plus
own service (the two are independent).  The sojourn of a constant service has an
atom at 1, hence a `sojourn_p90` of exactly 1 where at most one in ten waits.

Names: erlang2 has SCV 1/2; hyperN is a two-phase hyperexponential of SCV N with
balanced means (p1/mu1 = p2/mu2); gammaN and lognormalN have SCV N.

Lines with source "exact" are numerically exact, to 1e-9 relative or better,
small probabilities included: none of them is a difference of larger ones.
  M/D/c           queue lengths one service apart form a Markov chain
                  (Crommelin); the wait follows by Franx's formula of 2001,
                  which unlike Crommelin's has positive terms only
  M/E2/c, M/H2/c  Markov chain on (customers, busy servers in phase 1) by block
                  elimination; the wait by uniformisation
  GI/M/c          chain embedded at arrivals, its geometric tail folded in

Lines with source "simulated" come from the Kiefer-Wolfowitz recursion over
independent replications; fields ending in `_half` are half widths of 99%
confidence intervals.  Lines have random streams of their own, so their errors
are independent.  Another numpy may give other, equally valid simulated lines.
"""

import os

# The matrices are small; BLAS threads would only get in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import math
import sys
import time
from functools import partial
from itertools import count, product

import numpy as np
from scipy import optimize, special, stats

GRID = tuple(product((1, 2, 3, 5, 8, 20), (0.5, 0.7, 0.8, 0.9, 0.95)))
SIMULATED_GRID = tuple(product((1, 2, 4, 8), (0.5, 0.7, 0.9)))
CUSTOMERS = {0.5: 4e7, 0.7: 4e7, 0.9: 1e8}
SEED = 20010901
TAIL = 0.1  # what the 90% quantile leaves
CHECKS = {}
root = partial(optimize.brentq, xtol=1e-15, rtol=1e-14)


def check(name, got, want, tolerance=1e-9):
    error = abs(got / want - 1)
    if not error <= tolerance:
        raise AssertionError(f"{name}: got {got!r}, want {want!r}")
    times, worst = CHECKS.get(name, (0, 0.0))
    CHECKS[name] = (times + 1, max(worst, error))


def stationary(transition):
    """Stationary law of a finite chain by the elimination of Grassmann, Taksar
    and Heyman: only sums, products and quotients of positive numbers, so even
    the smallest probabilities are accurate.  The diagonal is never read."""
    a = np.array(transition, dtype=float)
    for n in range(len(a) - 1, 0, -1):
        a[:n, n] /= a[n, :n].sum()
        a[:n, :n] += np.outer(a[:n, n], a[n, :n])
    law = np.ones(len(a))
    for n in range(1, len(a)):
        law[n] = law[:n] @ a[:n, n]
    return law / law.sum()


def quantile(survival):
    """Where a continuous decreasing survival function has come down to TAIL."""
    high = 1.0
    while survival(high) > TAIL:
        high *= 2
    return root(lambda t: survival(t) - TAIL, 0.0, high)


def balanced_hyper(scv):
    """(p1, mu1, mu2) of the mean-1 hyperexponential with balanced means."""
    p = 0.5 * (1 + math.sqrt((scv - 1) / (scv + 1)))
    return p, 2 * p, 2 * (1 - p)


def check_single_server(c, rho, scv, row):
    """Pollaczek and Khinchine give the mean of M/G/1."""
    if c == 1:
        check("M/G/1: P(W > 0) is the occupancy", row[0], rho)
        check("M/G/1: Pollaczek-Khinchine", row[1], rho / (1 - rho) * (1 + scv) / 2)


def constant_service(c, rho):
    """M/D/c.  Whoever is in service now is gone one service time later, and
    nobody who arrives meanwhile is, so N(t+1) = max(N(t) - c, 0) + Poisson."""
    lam = c * rho
    # P(N = n) decays like exp(-theta n) with rho (e^theta - 1) = theta.
    theta = root(lambda x: rho * math.expm1(x) - x, 1e-6, 5.0)
    states = np.arange(2 * c + int(45 / theta))
    steps = states[None, :] - np.maximum(states - c, 0)[:, None]
    transition = stats.poisson.pmf(steps, lam)
    transition[:, -1] = stats.poisson.sf(steps[:, -1] - 1, lam)
    law = stationary(transition)
    p_wait = law[c:].sum()
    mean_wait = law[c:] @ (states[c:] - c) / lam
    queue_at_most = np.cumsum(law)[c:]

    def survival(t):
        k = math.floor(t) + 1
        j = np.arange(k * c)
        queued = np.minimum(k * c - 1 - j, len(queue_at_most) - 1)
        return 1 - stats.poisson.pmf(j, lam * (k - t)) @ queue_at_most[queued]

    check("M/D/c: Franx at zero agrees with the chain", 1 - survival(0.0), 1 - p_wait, 1e-12)
    # Franx's tail is smooth between whole service times only.
    nodes, weights = np.polynomial.legendre.leggauss(20)
    spans = np.arange(math.ceil(25 / (lam * math.expm1(theta))) + 1)
    integral = sum(w / 2 * survival(k + (1 + x) / 2) for k in spans for x, w in zip(nodes, weights))
    check("M/D/c: Franx's tail integrates to Little's mean", integral, mean_wait, 1e-8)
    check_single_server(c, rho, 0.0, (p_wait, mean_wait))
    return p_wait, mean_wait, 1.0 + (0.0 if p_wait <= TAIL else quantile(survival))


def two_phase_service(c, rho, scv, p, mu1, mu2, leave):
    """M/PH/c.  A service starts in phase 1 with probability `p`, else in phase
    2; phase 1 ends at rate mu1, and the service with it with probability
    `leave`, else phase 2 follows; phase 2 ends at rate mu2.  Level n of the
    chain is the number of customers, its state k the servers in phase 1."""
    lam, one = c * rho, np.eye(c + 1)

    def up(n):
        if n >= c:
            return lam * one
        return lam * (p * np.eye(n + 1, n + 2, 1) + (1 - p) * np.eye(n + 1, n + 2))

    def rates(n):
        k = np.arange(min(n, c) + 1.0)
        return k * mu1, (min(n, c) - k) * mu2

    def local(n):
        first, second = rates(n)
        return np.diag(-(lam + first + second)) + np.diag((first * (1 - leave))[1:], -1)

    def down(n):
        first, second = (r[:, None] for r in rates(n))
        if n <= c:  # nobody waits: the server falls idle
            return leave * first * np.eye(n + 1, n, -1) + second * np.eye(n + 1, n)
        # The next in line starts at once, in a phase of their own.
        after_first = p * one + (1 - p) * np.eye(c + 1, k=-1)
        return leave * first * after_first + second * (p * np.eye(c + 1, k=1) + (1 - p) * one)

    # Eliminating levels from above: law[n+1] = law[n] @ ratio, where each ratio
    # follows from the one above it.  Far up, the ratios no longer change.
    def below(n, ratio_above):
        return up(n) @ np.linalg.inv(-(local(n + 1) + ratio_above @ down(n + 2)))

    ratio, last = below(c, np.zeros((c + 1, c + 1))), np.inf
    while np.abs(ratio - last).max() > 2e-16:
        last, ratio = ratio, below(c, ratio)
    ratios, law = {c: ratio}, [np.ones(1)]
    for n in range(c - 1, -1, -1):
        ratios[n] = below(n, ratios[n + 1])
    for n in range(c):
        law.append(law[n] @ ratios[n])
    # The levels from c up sum to law[c] (I - ratio)^-1.
    busy = np.linalg.solve((one - ratio).T, law[c])
    busy /= sum(v.sum() for v in law[:c]) + busy.sum()
    p_wait = busy.sum()
    mean_wait = np.linalg.solve((one - ratio).T, busy @ ratio).sum() / lam

    # Who meets c + q customers waits for q + 1 departures.  With N_j the
    # matrix of exactly j departures so far, P(still waiting) is the sum over j
    # of busy ratio^j N_j 1, and moves = sum ratio^j N_j has a recursion of its
    # own over the events of a uniformised clock.  Once started, the customer's
    # own two phases run on the same clock.
    clock = c * max(mu1, mu2)
    stay = one + (local(c) + lam * one) / clock
    depart = down(c + 1) / clock
    start = np.array([p, 1 - p])
    own = np.eye(2) + np.array([[-mu1, mu1 * (1 - leave)], [0.0, -mu2]]) / clock
    moves, served = one, (1 - p_wait) * start
    waiting, present = [p_wait], [1.0]
    while present[-1] > 1e-17:
        moves = moves @ stay + ratio @ moves @ depart
        waiting.append((busy @ moves).sum())
        served = served @ own + (waiting[-2] - waiting[-1]) * start
        present.append(waiting[-1] + served.sum())
    check("M/PH/c: uniformised wait has Little's mean", sum(waiting) / clock, mean_wait)
    check("M/PH/c: uniformised sojourn is longer by 1", sum(present) / clock, mean_wait + 1)
    check_single_server(c, rho, scv, (p_wait, mean_wait))
    events = np.arange(len(present))
    return p_wait, mean_wait, quantile(lambda t: stats.poisson.pmf(events, clock * t) @ present)


def erlang_service(c, rho):
    return two_phase_service(c, rho, 0.5, 1.0, 2.0, 2.0, 0.0)


def hyper_service(scv, c, rho):
    return two_phase_service(c, rho, scv, *balanced_hyper(scv), 1.0)


class ConstantGap:
    """Arrivals at equal distances."""

    def __init__(self, rate):
        self.gap = 1 / rate

    def transform(self, s):
        return math.exp(-s * self.gap)

    def left(self, n):
        """Of n <= c customers in service, the law of those left at the next arrival."""
        return stats.binom.pmf(np.arange(n + 1), n, math.exp(-self.gap))

    def left_tail(self, c, sigma):
        """The same for weights sigma^q on q customers waiting behind c in
        service, over the paths on which the queue empties in time: it does at u
        with density sigma c exp(-c (1 - sigma) u), besides q = 0 at once."""
        nodes, weights = np.polynomial.legendre.leggauss(60)
        u = self.gap * (1 + nodes) / 2
        density = self.gap / 2 * weights * sigma * c * np.exp(-c * (1 - sigma) * u)
        survive = np.exp(u - self.gap)[:, None]
        return self.left(c) + density @ stats.binom.pmf(np.arange(c + 1), c, survive)


class PhasedGap:
    """Gaps of phase type: initial law `start`, generator `moves`."""

    def __init__(self, start, moves):
        self.start, self.moves, self.one = np.array(start), np.array(moves), np.eye(len(start))
        self.exit = -self.moves.sum(axis=1)

    def transform(self, s):
        return self.start @ np.linalg.solve(s * self.one - self.moves, self.exit)

    def left(self, n, phases=None):
        """As above; departures, at rate m while m are left, race the phases."""
        phases, law = self.start if phases is None else phases, np.zeros(n + 1)
        for m in range(n, -1, -1):
            until = phases @ np.linalg.inv(m * self.one - self.moves)
            law[m], phases = until @ self.exit, m * until
        return law

    def left_tail(self, c, sigma):
        departure = c * np.linalg.inv(c * self.one - self.moves)
        return self.left(c, self.start @ np.linalg.inv(self.one - sigma * departure))


def erlang_gap(rate):
    return PhasedGap([1.0, 0.0], [[-2 * rate, 2 * rate], [0.0, -2 * rate]])


def hyper_gap(scv, rate):
    p, mu1, mu2 = balanced_hyper(scv)
    return PhasedGap([p, 1 - p], [[-mu1 * rate, 0.0], [0.0, -mu2 * rate]])


def exponential_service(gaps, c, rho):
    """GI/M/c seen at arrivals.  From c - 1 customers up the law is geometric
    with ratio sigma, so everything from there up acts as a single state."""
    gap = gaps(c * rho)
    # Solved for eta = 1 - sigma, the small and hence delicate one.
    eta = root(lambda x: 1 - gap.transform(c * x) - x, (1 - rho) / 4, 1.0)
    transition = np.zeros((c, c))
    for n in range(c - 1):
        transition[n, : n + 2] = gap.left(n + 1)
    transition[c - 1, : c - 1] = eta * gap.left_tail(c, 1 - eta)[: c - 1]
    p_wait, decay = stationary(transition)[-1] * (1 - eta), c * eta

    # Takacs' closed form, as an independent second opinion.  It divides zero
    # by zero wherever c eta is a whole number, as in M/M/c with whole loads.
    j = np.arange(1, c + 1)
    if np.abs(decay - j).min() > 1e-6:
        phi = np.array([gap.transform(s) for s in j])
        terms = special.comb(c, j) * np.cumprod(1 / phi - 1) / (1 - phi)
        series = terms @ ((c * (1 - phi) - j) / (decay - j))
        check("GI/M/c: Takacs' closed form", p_wait, 1 / (1 + eta * series))

    def survival(t):
        # Exponential wait of rate `decay` plus service; exprel covers decay = 1.
        late = math.exp(-decay * t) + decay * t * math.exp(-t) * special.exprel((1 - decay) * t)
        return (1 - p_wait) * math.exp(-t) + p_wait * late

    return p_wait, p_wait / decay, quantile(survival)


def gamma_draw(scv):
    return lambda rng, shape: rng.standard_gamma(1 / scv, shape) * scv


def lognormal_draw(scv):
    v = math.log1p(scv)
    return lambda rng, shape: np.exp(math.sqrt(v) * rng.standard_normal(shape) - v / 2)


def hyper_draw(scv):
    p, *mu = balanced_hyper(scv)
    return lambda rng, shape: rng.standard_exponential(shape) / np.where(rng.random(shape) < p, *mu)


def simulate(stream, c, rho, gaps, services, scv, customers, replications=2000):
    """(estimate, half width) of P(W > 0), E[W] and the sojourn quantile, from
    `customers` in all replications together, those of the warm-up not counted."""
    rng = np.random.Generator(np.random.SFC64([SEED, stream]))
    block, thin, groups = 200, 4, 40
    # Every queue starts empty.  In heavy traffic memory fades by a factor e in
    # about 2 (1 + SCV) / (1 - rho)^2 customers: this is eight times that or more.
    warm = math.ceil(80 / (1 - rho) ** 2 / block)
    blocks = math.ceil(customers / replications / block)

    # work[i] is the i-th smallest remaining work among the servers.
    work, waits = np.zeros((c, replications)), np.empty((block, replications))
    late, total = np.zeros(replications), np.zeros(replications)
    drawn, sojourns = np.zeros((3, replications)), []
    for index in range(warm + blocks):
        gap = gaps(rng, waits.shape) / (c * rho)
        service = services(rng, waits.shape)
        for i in range(block):
            waits[i] = work[0]
            done = work[0] + service[i]
            for j in range(1, c):  # insert it where it belongs
                np.minimum(done, work[j], out=work[j - 1])
                np.maximum(done, work[j], out=done)
            work[c - 1] = done
            work -= gap[i]
            np.maximum(work, 0.0, out=work)
        if index >= warm:
            late += np.count_nonzero(waits, axis=0)
            total += waits.sum(axis=0)
            drawn += [gap.sum(axis=0), service.sum(axis=0), np.square(service).sum(axis=0)]
            # Neighbours in line fare alike: some of them tell the quantile.
            sojourns.append((waits[::thin] + service[::thin]).astype(np.float32))

    # A replication waits longer where it happened to draw short gaps or long
    # services.  Their true moments are known, so that part is regressed away;
    # what never varies (a constant service) cannot explain anything.
    each = blocks * block
    control = (drawn / each).T - [1 / (c * rho), 1.0, 1.0 + scv]
    control = control[:, np.ptp(control, axis=0) > 1e-9]
    design = np.column_stack([np.ones(replications), control])
    spread = np.linalg.inv(design.T @ design)
    results = []
    for values in (late / each, total / each):
        fit = spread @ (design.T @ values)
        residual = values - design @ fit
        variance = residual @ residual / (replications - len(fit)) * spread[0, 0]
        results.append((fit[0], stats.norm.ppf(0.995) * math.sqrt(variance)))
    sojourns = np.concatenate(sojourns)  # the quantile's error: between groups
    apart = [np.quantile(part, 1 - TAIL) for part in np.array_split(sojourns, groups, axis=1)]
    half = stats.t.ppf(0.995, groups - 1) * np.std(apart, ddof=1) / math.sqrt(groups)
    return (*results, (float(np.quantile(sojourns, 1 - TAIL)), half))


def check_simulated(name, estimate, half, want):
    """Within 1.5 half widths, 3.9 standard errors: with dozens of comparisons
    a few may well leave the 99% interval itself."""
    check(name + " (in 1.5 half widths)", 1 + (estimate - want) / (1.5 * half), 1.0, 1.0)
    if abs(estimate - want) <= half:
        check("simulated and inside the 99% interval", estimate, want, 1.0)


def check_poisson_exponential():
    """The case all exact methods share, M/M/c, against Erlang C."""
    for c, rho in GRID:
        blocking = 1.0  # Erlang B, by its recursion in the number of servers
        for n in range(1, c + 1):
            blocking = c * rho * blocking / (n + c * rho * blocking)
        p_wait = blocking / (1 - rho * (1 - blocking))
        rows = hyper_service(1.0, c, rho), exponential_service(partial(hyper_gap, 1.0), c, rho)
        for name, row in zip(("M/H2/c", "H2/M/c"), rows):
            check(name + " of SCV 1: Erlang C", row[0], p_wait)
            check(name + " of SCV 1: mean wait of M/M/c", row[1], p_wait / (c * (1 - rho)))
            if c == 1:
                check(name + " of SCV 1: sojourn of M/M/1", row[2], -math.log(TAIL) / (1 - rho))
        check("M/H2/c and H2/M/c of SCV 1: same sojourn", rows[0][2], rows[1][2])
    check("D/M/1 at 0.8: .6286 wait", exponential_service(ConstantGap, 1, 0.8)[0], 0.6286, 1e-4)


def emit(model, c, rho, values, half=()):
    keys = ("queue", "arrivals", "service", "servers", "occupancy", "arrival_scv", "service_scv")
    row = dict(zip(keys, (*model[:3], c, rho, *model[3:])))
    names, digits = ("p_wait", "mean_wait", "sojourn_p90"), 7 if half else 11
    row |= {name: float(f"{value:.{digits}g}") for name, value in zip(names, values)}
    row["source"] = "simulated" if half else "exact"
    row |= {name + "_half": float(f"{value:.3g}") for name, value in zip(names, half)}
    print(json.dumps(row), flush=True)


# Queue, arrivals, service, their SCVs; exact solution; draws of gap and service
EXPO, ERLANG2 = np.random.Generator.standard_exponential, gamma_draw(0.5)
ONES = lambda rng, shape: np.ones(shape)
EXACT = (
    (("M/D/c", "poisson", "constant", 1.0, 0.0), constant_service, EXPO, ONES),
    (("M/E2/c", "poisson", "erlang2", 1.0, 0.5), erlang_service, EXPO, ERLANG2),
    (("M/H2/c", "poisson", "hyper2", 1.0, 2.0), partial(hyper_service, 2.0), EXPO, hyper_draw(2.0)),
    (("M/H2/c", "poisson", "hyper4", 1.0, 4.0), partial(hyper_service, 4.0), EXPO, hyper_draw(4.0)),
    (("D/M/c", "constant", "exponential", 0.0, 1.0),
     partial(exponential_service, ConstantGap), ONES, EXPO),
    (("E2/M/c", "erlang2", "exponential", 0.5, 1.0),
     partial(exponential_service, erlang_gap), ERLANG2, EXPO),
    (("H2/M/c", "hyper2", "exponential", 2.0, 1.0),
     partial(exponential_service, partial(hyper_gap, 2.0)), hyper_draw(2.0), EXPO),
)
SIMULATED = (
    (("M/gamma/c", "poisson", "gamma2", 1.0, 2.0), gamma_draw(2.0)),
    (("M/gamma/c", "poisson", "gamma4", 1.0, 4.0), gamma_draw(4.0)),
    (("M/lognormal/c", "poisson", "lognormal2", 1.0, 2.0), lognormal_draw(2.0)),
    (("M/lognormal/c", "poisson", "lognormal4", 1.0, 4.0), lognormal_draw(4.0)),
)


def main():
    began, streams = time.monotonic(), count(1)
    check_poisson_exponential()
    for model, solve, gaps, services in EXACT:
        for c, rho in GRID:
            emit(model, c, rho, solve(c, rho))
        # The tail has no closed form to be held against: a short simulation.
        short = simulate(next(streams), 3, 0.8, gaps, services, model[4], 4e6)
        for what, pair, want in zip(("P(W > 0)", "mean", "quantile"), short, solve(3, 0.8)):
            check_simulated("simulation agrees with exact " + what, *pair, want)
    for (*model, scv), services in SIMULATED:
        for c, rho in SIMULATED_GRID:
            rows = simulate(next(streams), c, rho, EXPO, services, scv, CUSTOMERS[rho])
            emit((*model, scv), c, rho, *zip(*rows))
            if c == 1:
                check_simulated("simulated M/G/1: occupancy", *rows[0], rho)
                mean = rho / (1 - rho) * (1 + scv) / 2
                check_simulated("simulated M/G/1: Pollaczek-Khinchine", *rows[1], mean)
    for name, (times, worst) in sorted(CHECKS.items()):
        print(f"{times:4d} x {name}: {worst:.2g}", file=sys.stderr)
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
