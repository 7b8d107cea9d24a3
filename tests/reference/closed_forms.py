#!/usr/bin/env python3
"""Reference values of the queueing formulas, one JSON object a line on stdout.

All come from balance equations, first-step analysis or the integral over the waiting time, in 60
digits, and are printed with 25. Where two roads lead to a value they are compared here, and every
ninth line is computed again in 90 digits with twice the quadrature nodes. The inputs printed are
the very doubles computed with: near full load a decimal rounded differently would look like an
error of the formula.
"""

import json
import sys
from fractions import Fraction
from inspect import signature

from mpmath import betainc, exp, expm1, findroot, gammainc, inf, log, mp, mpf, nstr, sqrt
from mpmath.calculus.quadrature import GaussLegendre

DIGITS, RECHECK_DIGITS, RECHECK = 60, 90, 9
TINY = mpf("1e-290")  # doubles end near 1e-308 and lose digits before
LONGEST_SUM = 60000  # terms; what takes more is left to the integral alone
FIXED = 256  # bits after the point in the uniformised chain
NODES = {}


def same(x, y, tolerance="1e-35"):
    return abs(x - y) <= mpf(tolerance) * max(abs(x), abs(y))


def peaked_integral(eta, beta, factors, lo, hi):
    """Integrals of exp(eta (1 - e^-y) - beta y) * factor(y) over [lo, hi], one for each factor.

    The integrand is entire and log-concave. Panels begin at its highest point as wide as it takes
    to change and double until it is too small to show: 1e9 states cost no more than ten.
    """
    def height(y):
        return -eta * expm1(-y) - beta * y

    if mp.prec not in NODES:  # Gauss-Legendre on [-1, 1], 96 or 192 of them: dear, hence kept
        NODES[mp.prec] = GaussLegendre(mp).calc_nodes(6 if mp.dps <= DIGITS else 7, mp.prec + 20)
    start = min(max(log(eta / beta), lo), hi)
    bend, total = eta * exp(-start), [mpf(0)] * len(factors(start))
    for sign, end in ((1, hi), (-1, lo)):
        edge, width = start, 1 / (abs(bend - beta) + sqrt(bend))
        while edge != end and height(start) - height(edge) < log(10) * (mp.dps + 15):
            far = min(edge + width, end) if sign > 0 else max(edge - width, end)
            half, middle = abs(far - edge) / 2, (far + edge) / 2
            for x, weight in NODES[mp.prec]:
                y = middle + half * x
                g = half * weight * exp(height(y))
                total = [s + g * f for s, f in zip(total, factors(y))]
            edge, width = far, 2 * width
    return total


def inverse_blocking(c, a):
    """1 / Erlang B: the weight of all states up to c where that of c is 1.

    Two roads: the states c, c-1, ..., and a int_0^oo e^(-a t) (1+t)^c dt with 1 + t = e^-y.
    """
    integral, = peaked_integral(a, c + 1, lambda y: (a,), -inf, mpf(0))
    if min(c, max(c - a, 0) + sqrt(2 * c * log(10) * mp.dps)) > LONGEST_SUM:
        return integral
    total, term, n = mpf(1), mpf(1), c
    while n >= 1 and (n > a or term > total * mp.eps):
        term *= n / a
        total, n = total + term, n - 1
    if 0 < n < 1:  # a fractional c: what is left below one server is the definition by Gamma
        total += term * (exp(a) * a ** -n * gammainc(n + 1, a) - 1)
    assert same(total, integral), (c, a, total, integral)
    return total


def erlang_b(servers, load):
    return {"blocking": 1 / inverse_blocking(servers, load)}


def probability_of_waiting(c, a):
    queue = c / (c - a)  # the states from c on weigh 1 + rho + rho^2 + ...
    return queue / (inverse_blocking(c, a) - 1 + queue)


def erlang_c(servers, arrival_rate, mean_service, target):
    mu, a = 1 / mean_service, arrival_rate * mean_service
    drain = (servers - a) * mu  # those who wait do so exponentially with this rate
    p_wait = probability_of_waiting(servers, a)
    mean_wait, late = p_wait / drain, p_wait * exp(-drain * target)

    def sojourn_tail(t):
        # With a wait: still waiting at t, or it ended at w < t and the service outlasts t - w.
        gap = drain - mu
        ended = drain * exp(-mu * t) * (-expm1(-gap * t) / gap if gap else t)
        return (1 - p_wait) * exp(-mu * t) + p_wait * (exp(-drain * t) + ended)

    out = {"load": a, "occupancy": a / servers, "p_wait": p_wait, "mean_wait": mean_wait,
           "mean_queue": arrival_rate * mean_wait, "mean_sojourn": mean_wait + mean_service,
           "service_level": 1 - late, "p_wait_over_target": late,
           "p_sojourn_over_target": sojourn_tail(target)}
    for percent in (50, 80, 90, 95, 99):
        beyond = mpf(100 - percent) / 100
        if not same(p_wait, beyond, "1e-9"):  # there the last bit of an input would decide
            out[f"wait_p{percent}"] = log(p_wait / beyond) / drain if p_wait > beyond else mpf(0)
        # The logarithm of the tail is so nearly straight that the secants cannot get lost.
        out[f"sojourn_p{percent}"] = mean_service * findroot(
            lambda x: log(sojourn_tail(x * mean_service) / beyond), mean_wait * mu - log(beyond))
    return out


def finite_capacity(servers, capacity, arrival_rate, mean_service):
    total, weight, busy, queue = mpf(1), mpf(1), mpf(0), mpf(0)
    for n in range(1, int(capacity) + 1):
        working = min(n, int(servers))
        weight *= arrival_rate * mean_service / working
        total += weight
        busy += working * weight
        queue += (n - working) * weight
    busy, queue, p_block = busy / total, queue / total, weight / total
    served = busy / mean_service
    assert same(served, arrival_rate * (1 - p_block))
    return {"p_block": p_block, "utilisation": busy / servers, "mean_number": busy + queue,
            "mean_queue": queue, "throughput": served, "mean_wait": queue / served,
            "mean_sojourn": (busy + queue) / served}


def priority(arrival_rates, mean_service, servers, discipline):
    c, classes = servers, range(len(arrival_rates))
    loads = [sum(arrival_rates[:k]) * mean_service for k in range(len(arrival_rates) + 1)]
    queues = [probability_of_waiting(c, a) * a / (c - a) if a else mpf(0) for a in loads]
    if discipline == "preemptive":
        # Classes 1..k do not see the others and are together an M/M/c of their own.
        waits = [(queues[k + 1] - queues[k]) / arrival_rates[k] for k in classes]
    else:
        first = probability_of_waiting(c, loads[-1]) * mean_service / c
        waits = [first / ((1 - loads[k] / c) * (1 - loads[k + 1] / c)) for k in classes]
    # No order among equal exponential services changes the number waiting.
    assert same(sum(r * w for r, w in zip(arrival_rates, waits)), queues[-1])
    return {"mean_waits": waits, "mean_sojourns": [w + mean_service for w in waits]}


def impatient(lam, mu, theta, c, target, below):
    """States c, c+1, ... where all states under c weigh `below` and state c weighs 1.

    One of endless patience would wait with density c mu exp(eta (1 - e^-y) - beta y), y = theta t,
    eta = lam / theta, beta = c mu / theta: the sum over the states of the density of the
    departures still needed. Real patience is independent of that and outlasts it with e^-y.
    """
    def factors(y):
        stays, leaves = exp(-y), -expm1(-y)
        # The last: the patience where it is the shorter, int_0^y x e^-x dx.
        return 1, leaves, y * stays, leaves - y * stays

    eta, beta = lam / theta, c * mu / theta
    rows = peaked_integral(eta, beta, factors, mpf(0), inf)
    rows += peaked_integral(eta, beta, lambda y: (exp(-y),), mpf(0), theta * target)
    total = below + beta * rows[0]
    waits, leaves, served_wait, left_wait, in_time = (beta / total * r for r in rows)
    found = {"p_wait": waits, "p_abandon": leaves, "served_wait": served_wait / theta,
             "left_wait": left_wait / theta, "in_time": in_time}
    if eta <= 600 and beta <= 600 and mp.dps == DIGITS:
        for key, value in impatient_by_states(lam, mu, theta, c, target, below).items():
            assert same(value, found[key], "1e-28"), (key, value, found[key])
    return {**found, "state_c": 1 / total, "service_level": below / total + in_time}


def impatient_by_states(lam, mu, theta, c, target, below):
    """The same for small systems, by first-step analysis of one who finds k others waiting."""
    beta, z = c * mu / theta, -expm1(-theta * target)
    weight, k, total = mpf(1), 0, below
    served, served_wait, left_wait = mpf(1), mpf(0), mpf(0)
    sums = dict.fromkeys(("p_wait", "p_abandon", "in_time", "served_wait", "left_wait"), mpf(0))
    while weight > mp.eps * sums["in_time"] or lam > c * mu + k * theta:
        # The next to happen: a departure ahead (rate), or this one loses patience (theta).
        rate = c * mu + k * theta
        stage, goes, gives_up = 1 / (rate + theta), rate / (rate + theta), theta / (rate + theta)
        left_wait = gives_up * stage + goes * ((1 - served) * stage + left_wait)
        served_wait = goes * (served * stage + served_wait)
        served *= goes
        in_time = served * betainc(k + 1, beta + 1, 0, z, regularized=True)
        for key, value in zip(sums, (1, 1 - served, in_time, served_wait, left_wait)):
            sums[key] += weight * value
        total, k = total + weight, k + 1
        weight *= lam / (c * mu + k * theta)
    return {key: value / total for key, value in sums.items()}


def erlang_a(servers, arrival_rate, mean_service, mean_patience, target):
    a = arrival_rate * mean_service
    q = impatient(arrival_rate, 1 / mean_service, 1 / mean_patience, servers, target,
                  inverse_blocking(servers, a) - 1)
    mean_wait, served = q["p_abandon"] * mean_patience, 1 - q["p_abandon"]
    assert same(mean_wait, q["served_wait"] + q["left_wait"])  # Little, twice
    # The mean among those too few to be written goes with them.
    left = q["left_wait"] / q["p_abandon"] if q["p_abandon"] > TINY else TINY / 2
    return {"occupancy": a * served / servers, "p_wait": q["p_wait"], "p_abandon": q["p_abandon"],
            "mean_wait": mean_wait, "mean_queue": arrival_rate * mean_wait,
            "throughput": arrival_rate * served, "service_level": q["service_level"],
            "service_level_answered": q["service_level"] / served,
            "mean_wait_served": q["served_wait"] / served, "mean_wait_abandoned": left}


def blending(live_arrival_rate, live_mean_service, mean_patience, servers, reserve,
             deferred_mean_service, target):
    lam, mu, c, lowest = live_arrival_rate, 1 / live_mean_service, int(servers), servers - reserve
    weights = [mpf(1)]  # of the states c, c-1, ..., lowest
    for n in range(c, int(lowest), -1):
        weights.append(weights[-1] * n * mu / lam)
    q = impatient(lam, mu, 1 / mean_patience, servers, target, sum(weights[1:]))
    # Deferred work begins with the completions in the lowest state and with no others.
    deferred = lowest * weights[-1] * q["state_c"]
    busy = c * q["p_wait"] + q["state_c"] * sum((c - j) * w for j, w in enumerate(weights) if j)
    assert abs(deferred - (busy - lam / mu * (1 - q["p_abandon"]))) < mpf("1e-40") * c
    return {"service_level": q["service_level"], "p_wait": q["p_wait"],
            "p_abandon": q["p_abandon"], "deferred_servers": deferred,
            "deferred_throughput": deferred / deferred_mean_service}


def fraction(x):
    """A moment, exactly, so that none falls on the wrong side of a change."""
    sign, mantissa, exponent, _ = mpf(x)._mpf_
    return Fraction((-1) ** sign * int(mantissa)) * Fraction(2) ** exponent


def cyclic(values, length, t):
    """The value in force at t; at a change, that of the period which begins."""
    return values[int(t // length) % len(values)]


def stretches(times, length):
    """0..last time, cut at all times asked for and at all changes: begin, end, duration."""
    changes = {k * length for k in range(int(max(times) / length) + 1)}
    cuts = sorted(changes.union(times))
    return [(s, e, mpf((e - s).numerator) / (e - s).denominator) for s, e in zip(cuts, cuts[1:])]


def offered_load(mean_service, times, period_length, arrival_rates):
    times, length, at = [fraction(t) for t in times], fraction(period_length), {0: mpf(0)}
    for start, end, duration in stretches(times, length):
        limit = cyclic(arrival_rates, length, start) * mean_service
        at[end] = limit + (at[start] - limit) * exp(-duration / mean_service)
    return {"expected_busy": [at[t] for t in times]}


def uniformised(vector, lam, mu, servers, duration):
    """The distribution after `duration`, and how much probability ever met the upper end."""
    # All terms are positive, so integers with a fixed point lose nothing, and they are fast.
    size, one, total_rate = len(vector), 1 << FIXED, lam + servers * mu
    up = int(lam / total_rate * one)
    down = [int(min(n, servers) * mu / total_rate * one) for n in range(size)] + [0]
    stay = [one - up - d for d in down[:size - 1]] + [one - down[size - 1]]
    weight, covered, j, met_end, result = exp(-total_rate * duration), mpf(0), 0, 0, [0] * size
    while covered < 1 - mpf(2) ** -180:
        scaled = int(weight * one)
        result = [r + scaled * v for r, v in zip(result, vector)]
        covered, met_end, j = covered + weight, met_end + vector[-1], j + 1
        weight *= total_rate * duration / j
        near = [0, *vector, 0]
        vector = [(up * near[n] + stay[n] * near[n + 1] + down[n + 1] * near[n + 2]) >> FIXED
                  for n in range(size)]
    return [r >> FIXED for r in result], mpf(met_end) / one


def transient(mean_service, times, servers, initial=0, arrival_rate=None, period_length=None,
              arrival_rates=None):
    times, constant = [fraction(t) for t in times], arrival_rates is None
    length = max(times) + 1 if constant else fraction(period_length)
    rates, staff = ([arrival_rate], [servers]) if constant else (arrival_rates, servers)
    size, lost = 64, mpf(1)
    while lost > mpf("1e-32"):
        size, lost = 2 * size, mpf(0)
        at = {0: [int(n == initial) << FIXED for n in range(size)]}
        for start, end, duration in stretches(times, length):
            step = cyclic(rates, length, start), 1 / mean_service, cyclic(staff, length, start)
            at[end], met_end = uniformised(at[start], *step, duration)
            lost += met_end
    rows = [(cyclic(staff, length, t), [mpf(v) / (1 << FIXED) for v in at[t]]) for t in times]
    return {"expected_number": [sum(n * v for n, v in enumerate(p)) for _, p in rows],
            "expected_queue": [sum(max(n - s, 0) * v for n, v in enumerate(p)) for s, p in rows],
            "p_all_busy": [sum(p[int(s):]) for s, p in rows]}


PUBLISHED = (  # values known from elsewhere, so that no formula is read wrongly
    ((erlang_c, 14, 100 / 1800, 180.0, 20.0),
     {"p_wait": "0.17413193359505", "service_level": "0.8883500191795"}),
    ((erlang_b, 13.5, 10.0), {"blocking": "0.0696260334818"}),
    ((erlang_a, 12, 10 / 3, 3.0, 3.0, 1 / 3),
     {"p_wait": "0.3032238537", "p_abandon": "0.0530916254", "service_level": "0.8023038673"}),
    ((erlang_a, 12, 20 / 3, 3.0, 5.0, 1 / 3),
     {"p_abandon": "0.4004512468", "service_level": "0.0126858595"}),
    ((blending, 1.0, 5.0, 4.0, 9, 3, 5.0, 1 / 3),
     {"service_level": "0.874516", "deferred_servers": "2.295565"}))


def cases():
    """The formula, and its inputs in the order of its parameters; None for one left out."""
    yield from (case for case, _ in PUBLISHED)
    units = (1.0, 0.05, 180.0, 3.25, 1 / 3)
    servers = (1, 2, 3, 7, 14, 30, 31, 100, 1000, 10000, 100000, 1000000, 0.5, 2.5, 13.5, 100.7)
    for i, c in enumerate(servers):
        for ratio in (0.1, 0.5, 0.9, 0.999, 1.0, 1.1, 2.0, 10.0)[i % 3::1 if c == 1000000 else 3]:
            yield erlang_b, c, ratio * c
    for i, c in enumerate(servers):
        for j, ratio in enumerate((0.01, 0.3, 0.7, 0.9, 0.99, 0.999, 0.9999, 0.999999)):
            unit, tail = units[(i + 2 * j) % 5], (0.5, 1e-2, 1e-12, 0.1, 1e-4, 1e-8, 0.3)
            drain, steps = (c - ratio * c) / unit, float(-log(tail[(3 * i + j) % 7]))
            if c * (ratio - 1 - log(ratio)) < 660:  # -log of the chance of a wait, roughly
                # The target has the tail wanted among those who wait, or that of the sojourn.
                yield erlang_c, c, ratio * c / unit, unit, steps / drain
                if (i + j) % 3 == 0 and c * (1 - ratio) < 10:
                    yield erlang_c, c, ratio * c / unit, unit, steps * max(unit, 1 / drain)
    for i, c in enumerate((1, 2, 12, 50, 300, 5000, 100000, 1000000)):
        for j, ratio in enumerate((0.01, 0.5, 0.9, 0.99, 0.999999, 1.0, 1.05, 2.0)):
            for k, patience in enumerate((0.1, 1.0, 10.0, 1000.0)):
                unit, beta = units[(i + j + 2 * k) % 5], c * patience
                # In overload the wait offered is close to normal around log(ratio) patiences.
                z = (-7.0, 0.0, -4.7, 1.3, -1.3, 3.5, -2.3)[(i + 3 * j + 2 * k) % 7]
                wait = float(log(ratio)) + z / beta ** 0.5
                if ratio <= 1 or wait <= 0:
                    wait = 0.2 * (1 + z * z) / (abs(1 - ratio) * beta + (ratio * beta) ** 0.5)
                corner, patience = c == 1000000 and ratio >= 0.99 and k in (0, 3), patience * unit
                if (corner or (i + j + k) % 2 == 0) and (ratio > 0.01 or c <= 12):
                    yield erlang_a, c, ratio * c / unit, unit, patience, wait * patience
    for i, c in enumerate((1, 2, 10, 100, 10000)):
        for j, ratio in enumerate((0.1, 0.9, 0.999999, 1.0, 1.000001, 1.5, 3.0)):
            unit = (1.0, 0.125, 4.0, 0.5)[(i + j) % 4]  # powers of two: a load of 1 is exact
            for k in ((i + j) % 6, (3 * i + 2 * j + 2) % 6)[:1 + j % 2]:
                yield finite_capacity, c, c + int(10 ** (k - 1)), ratio * c / unit, unit
    for i, (c, ratio, shares) in enumerate((
            (1, 0.5, (1, 1)), (1, 0.999999, (1, 2)), (2, 0.9, (1, 3, 6)), (5, 0.7, (4, 1)),
            (12, 0.95, (1, 1, 1, 1)), (30, 0.99, (5, 1, 5, 2, 7)), (80, 0.9, (6, 3, 1)),
            (250, 0.999, (1, 2)), (1000, 0.999999, (6, 3, 1)), (1000, 0.98, (90, 5, 3, 1, 1)))):
        rates = [ratio * c / units[i % 5] * share / sum(shares) for share in shares]
        for discipline in ("non_preemptive", "preemptive"):
            yield priority, rates, units[i % 5], c, discipline
    reserves = {2: (0, 1, 2), 9: (0, 1, 4, 9), 60: (0, 2, 10, 30, 60), 500: (0, 5, 40, 200, 500)}
    for i, (c, reserve) in enumerate((c, k) for c, choices in reserves.items() for k in choices):
        unit, patience, target = units[i % 5], (0.3, 2.0, 50.0, 1.0)[i % 4], (0.1, 0.02, 0.5)[i % 3]
        for ratio in ((0.3, 0.7), (0.9, 1.1), (1.0, 1.5), (0.97, 0.5))[i % 4]:
            yield blending, ratio * c / unit, unit, patience * unit, c, reserve, unit, target * unit
    yield offered_load, 3.0, [0.5, 3.0, 30.0, 300.0], 30.0, [4.0]
    yield offered_load, 0.5, [0.25, 1.0, 1.5, 7.75], 1.0, [10.0, 40.0]
    yield offered_load, 5.0, [10.0, 30.0, 45.0, 60.0, 90.0, 1000.0], 30.0, [3.2, 6.0, 3.2]
    yield offered_load, 180.0, [900.0, 3700.5, 14400.0], 1800.0, [0.0, 0.05, 0.1, 0.02]
    yield offered_load, 40.0, [1.0, 2.0, 3.0, 50.0, 100.0], 1.0, [0.0, 100.0]
    yield offered_load, 1 / 3, [8.0, 12.0, 24.0], 8.0, [0.1, 7e3, 0.0]
    yield transient, 1.0, [0.1, 1.0, 5.0, 20.0], 1, None, 0.8
    yield transient, 3.0, [1.0, 10.0, 30.0], 10, None, 2.5
    yield transient, 1.0, [0.5, 4.0, 16.0], 2, None, 3.0
    yield transient, 0.5, [0.25, 1.0, 6.0], 5, 40, 8.0
    yield transient, 4.0, [1.0, 8.0, 40.0], 2, 3, 0.0
    yield transient, 180.0, [20.0, 600.0, 3600.0], 30, 12, 0.15
    times, rates = [10.0, 29.5, 30.0, 45.0, 60.0, 75.0, 90.0], [3.2, 6.0, 3.2]
    yield transient, 5.0, times, [20], None, None, 30.0, rates  # loads of 0.8, 1.5 and 0.8
    yield transient, 5.0, times, [20, 28, 22], 18, None, 30.0, rates
    yield transient, 1.0, [2.0, 4.0, 4.5, 8.0, 11.0], [12, 7], None, None, 4.0, [9.0]
    yield transient, 2.0, [1.0, 3.0, 6.0, 10.5, 24.0], [10, 6, 3, 10, 6, 3], 25, None, 3.0, [1.0, 4.0]
    yield transient, 0.25, [0.125, 1.0, 1.5, 5.75], [2, 6, 4], None, None, 0.5, [0.0, 30.0, 10.0]
    yield transient, 0.2, [0.5, 1.0, 1.25, 3.0], [30, 25], 60, None, 1.0, [110.0, 170.0]


def exact(x):
    return [exact(v) for v in x] if isinstance(x, list) else x if isinstance(x, str) else mpf(x)


def fields(outputs):
    """JSON, less what is tiny; an exact 0 is not."""
    parts = []
    for key, value in outputs.items():
        row = value if isinstance(value, list) else [value]
        if all(x == 0 or abs(x) >= TINY for x in row):
            text = ", ".join(nstr(x, 25) for x in row)
            parts.append(f'"{key}": ' + (f"[{text}]" if isinstance(value, list) else text))
    return ", ".join(parts)


def main():
    mp.dps, counts = DIGITS, {}
    # Where servers never run out, the expected number in system is the offered load.
    day = dict(zip(("mean_service", "times", "period_length", "arrival_rates"),
                   exact([1, [2, 7.5], 3, [2, 5]])))
    number = transient(servers=exact([70]), **day)["expected_number"]
    assert all(map(same, number, offered_load(**day)["expected_busy"]))
    for place, (formula, *values) in enumerate(cases()):
        inputs = {k: v for k, v in zip(signature(formula).parameters, values) if v is not None}
        given = {key: exact(value) for key, value in inputs.items()}
        outputs = formula(**given)
        for key, value in PUBLISHED[place][1].items() if place < len(PUBLISHED) else ():
            assert abs(outputs[key] - mpf(value)) < mpf(10) ** (2 - len(value)), (inputs, key)
        found = fields(outputs)
        with mp.workdps(RECHECK_DIGITS):
            assert place % RECHECK or fields(formula(**given)) == found, (formula, inputs)
        if found:
            print(f'{{"formula": "{formula.__name__}", "inputs": {json.dumps(inputs)}, '
                  f'"outputs": {{{found}}}}}')
            counts[formula.__name__] = counts.get(formula.__name__, 0) + 1
    print(counts, file=sys.stderr)


if __name__ == "__main__":
    main()
