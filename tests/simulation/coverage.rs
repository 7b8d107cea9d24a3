//! The exact value lies in the 95 % interval as often as it should.
//!
//! Every seed from 1 to 200 is one study, and nobody chooses among them: the number of studies
//! whose interval holds the exact value is binomial. A test fails where a count as far from 95 %
//! has a probability below 1 in 10,000. `make bench` does the same with seeds 1 to 1,000.

use super::plans::{queue, step, stream, study_run, team, then};
use counterbalance::model::queueing::{MultiServer, Station, Turnaround, evaluate_wait};
use counterbalance::model::simulation::interval::CONFIDENCE;
use counterbalance::model::simulation::study::Settings;
use counterbalance::model::simulation::{Estimate, Plan, Study, Summary, Verdict};

/// How many seeds; more where the environment says so.
pub fn seeds() -> u64 {
    let asked = std::env::var("COUNTERBALANCE_SEEDS").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(200)
}

/// P(X ≤ hits) or P(X ≥ hits), whichever is less, twice: the binomial test.
fn p_value(hits: u64, trials: u64) -> f64 {
    let (mut log_choose, mut below, mut above) = (0.0_f64, 0.0, 0.0);
    for k in 0..=trials {
        if k > 0 {
            log_choose += ((trials - k + 1) as f64 / k as f64).ln();
        }
        let misses = (trials - k) as f64;
        let chance =
            (log_choose + k as f64 * CONFIDENCE.ln() + misses * (1.0 - CONFIDENCE).ln()).exp();
        below += if k <= hits { chance } else { 0.0 };
        above += if k >= hits { chance } else { 0.0 };
    }
    2.0 * below.min(above)
}

#[test]
fn the_binomial_test_knows_its_tails() {
    assert!(p_value(190, 200) > 0.9);
    // scipy.stats.binom.cdf(177, 200, 0.95) = 1.6e-4, of 176: 6.3e-5.
    assert!(p_value(180, 200) > 1e-3 && p_value(174, 200) < 1e-4);
    assert!(p_value(200, 200) < 1e-4);
}

/// Reads one of the estimates of a study.
pub type Read = fn(&Summary) -> Estimate;

/// Counts how often the intervals of a study hold exact values.
pub fn hold(plan: &Plan, values: &[(&str, f64, Read)]) {
    let settings = |seed| Settings {
        most: 20,
        ..Settings::with_seed(seed)
    };
    let mut hits = vec![0; values.len()];
    for seed in 1..=seeds() {
        let mut study = Study::new(vec![study_run(plan.clone())], settings(seed));
        while !study.advance(1 << 20) {}
        // What is taken for unstable holds nothing.
        if let Verdict::Steady { summary, .. } = &study.verdicts()[0] {
            for (hits, (_, exact, read)) in hits.iter_mut().zip(values) {
                *hits += u64::from(read(summary).holds(*exact));
            }
        }
    }
    for (hits, (name, exact, _)) in hits.into_iter().zip(values) {
        judge(name, hits, *exact);
    }
}

/// Fails where so many hits are too far from what they should be.
pub fn judge(name: &str, hits: u64, exact: f64) {
    println!("{name}: {hits} of {}", seeds());
    let p = p_value(hits, seeds());
    assert!(
        p >= 1e-4,
        "{name}: {hits} of {} hold {exact}: p {p}",
        seeds()
    );
}

#[test]
fn one_exponential_server() {
    let exact = MultiServer::new(1.0, 0.07, 10.0).unwrap();
    let plan = queue(1.0, 0.07, 10.0, 1.0);
    hold(
        &plan,
        &[("M/M/1 mean", exact.mean_sojourn(), |s| s.turnaround)],
    );
}

#[test]
fn several_exponential_servers() {
    let exact = MultiServer::new(4.0, 0.3, 10.0).unwrap();
    let plan = queue(4.0, 0.3, 10.0, 1.0);
    let nine = Turnaround::MultiServer(exact).quantile(0.9);
    hold(
        &plan,
        &[
            ("M/M/4 mean", exact.mean_sojourn(), |s| s.turnaround),
            ("M/M/4 p90", nine, |s| s.quantiles[2]),
            ("M/M/4 p_wait", exact.p_wait(), |s| s.teams[0].p_wait),
            ("M/M/4 busy", 3.0, |s| s.teams[0].busy),
        ],
    );
}

/// Pollaczek and Khinchine's mean wait, with less and with more spread than an exponential time.
#[test]
fn one_server_of_any_spread() {
    for scv in [0.5, 2.0] {
        let station = Station {
            servers: 1.0,
            arrival_rate: 0.06,
            mean_service: 10.0,
            service_scv: scv,
            arrival_scv: 1.0,
        };
        let exact = evaluate_wait(&station).unwrap().mean;
        let plan = queue(1.0, 0.06, 10.0, scv);
        hold(&plan, &[("M/G/1 wait", exact, |s| s.teams[0].wait)]);
    }
}

#[test]
fn one_server_that_always_takes_the_same_time() {
    // ρτ/(2(1−ρ)).
    let plan = queue(1.0, 0.07, 10.0, 0.0);
    hold(
        &plan,
        &[("M/D/1 wait", 0.7 * 10.0 / 0.6, |s| s.teams[0].wait)],
    );
}

/// Two stations, with work that comes back: every station is M/M/c, ΣV(W+τ) is exact.
#[test]
fn a_network_with_feedback() {
    let plan = Plan {
        streams: vec![stream(0.1)],
        steps: vec![
            then(step(0, 6.0, 1.0), 1, 1.0),
            then(step(1, 12.0, 1.0), 0, 0.2),
        ],
        stations: vec![team(1.0), team(2.0)],
    };
    let rate = 0.1 / 0.8;
    let at = |servers, minutes| {
        MultiServer::new(servers, rate, minutes)
            .unwrap()
            .mean_sojourn()
    };
    let exact = (at(1.0, 6.0) + at(2.0, 12.0)) / 0.8;
    hold(&plan, &[("Jackson", exact, |s| s.turnaround)]);
}
