//! How much of its beginning a study leaves out: enough for a busy queue, and no more than that for
//! the others.

use super::plans::{queue, study_run};
use counterbalance::model::queueing::MultiServer;
use counterbalance::model::simulation::study::{Effort, Settings};
use counterbalance::model::simulation::{Estimate, Plan, Study, Verdict};

fn studied(plans: &[&Plan], settings: Settings) -> (Effort, Vec<Verdict>) {
    let runs = plans.iter().map(|plan| study_run((*plan).clone()));
    let mut study = Study::new(runs.collect(), settings);
    while !study.advance(1 << 20) {}
    (study.effort(), study.verdicts())
}

fn shortly(seed: u64) -> Settings {
    Settings {
        fewest: 2,
        most: 2,
        ..Settings::with_seed(seed)
    }
}

/// One exponential server, busy for so much of its time.
fn server(load: f64) -> Plan {
    queue(1.0, load / 10.0, 10.0, 1.0)
}

/// At 92 % ten and a half wait on average, and the line forgets in 4 · 10.6 · 0.92/0.08 = 490 visits:
/// twice that is left out where the trials see what is true, and half of it whatever their luck.
#[test]
fn a_busy_server_is_given_time_to_settle() {
    for seed in 1..=12 {
        let (effort, _) = studied(&[&server(0.92)], shortly(seed));
        assert!(effort.warm_up >= 500, "{seed}: {effort:?}");
        assert!(effort.measured >= 10 * effort.warm_up, "{seed}: {effort:?}");
    }
    let (effort, _) = studied(&[&server(0.5)], shortly(1));
    assert!(effort.warm_up < 500, "{effort:?}");
}

/// Beside a server that settles at once one near its limit has a longer part of its own, and its mean is
/// the true one.
#[test]
fn what_settles_slowly_is_not_hurried_by_the_others() {
    let (calm, crowded) = (server(0.3), server(0.97));
    let exact = MultiServer::new(1.0, 0.097, 10.0).unwrap().mean_sojourn();
    let mut means = Vec::new();
    for seed in 1..=4 {
        let (effort, verdicts) = studied(
            &[&calm, &crowded],
            Settings {
                most: 20,
                ..Settings::with_seed(seed)
            },
        );
        let longest = effort.slow.map_or(effort.warm_up, |part| part.warm_up);
        assert!(longest >= 3_000, "{seed}: {effort:?}");
        let Verdict::Steady { turnaround, .. } = &verdicts[1] else {
            panic!("{seed} settles");
        };
        means.extend_from_slice(turnaround);
    }
    let found = Estimate::of(means.into_iter());
    // Four standard errors: once in ten thousand times.
    assert!(
        (found.mean - exact).abs() < 2.0 * found.half,
        "{found:?} of {exact}"
    );
}

/// An overload that any part shows is not followed for long.
#[test]
fn an_overload_imposes_no_long_part() {
    let (effort, verdicts) = studied(&[&server(0.3), &server(1.3)], Settings::with_seed(1));
    assert_eq!(effort.slow, None);
    assert!(effort.warm_up < 500, "{effort:?}");
    assert!(matches!(verdicts[1], Verdict::Unstable { .. }));
}
