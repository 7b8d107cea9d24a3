//! Distributions of time in the system: tails, quantiles and lateness of every variant.

use crate::{agree, near};
use counterbalance::model::queueing::gamma::gamma_tails;
use counterbalance::model::queueing::{MultiServer, Turnaround};

/// mpmath, 30 digits: shape, x, P and Q.
const GAMMA: [(f64, f64, f64, f64); 6] = [
    (2.5, 3.7, 0.8074495669206042, 0.1925504330793958),
    (0.01, 1e-5, 0.8963367982671972, 0.1036632017328028),
    (40.0, 5.0, 8.550023756842887e-23, 1.0),
    (150.0, 170.0, 0.9443655686898067, 0.05563443131019329),
    (1e6, 1.002e6, 0.9771959041012301, 0.02280409589876986),
    (1e6, 0.998e6, 0.0226961140067368, 0.9773038859932632),
];

fn one_of_each() -> Vec<Turnaround> {
    let queue = MultiServer::new(3.0, 0.05, 30.0).unwrap();
    let gamma = Turnaround::Gamma {
        mean: 10.0,
        variance: 40.0,
    };
    let waited = Turnaround::DelayedConstant {
        constant: 8.0,
        p_wait: 0.4,
        mean_wait: 2.0,
    };
    let shifted = Turnaround::Shifted {
        by: 30.0,
        inner: Box::new(gamma.clone()),
    };
    let mixture = vec![
        (0.7, gamma.clone()),
        (0.2, shifted.clone()),
        (0.1, waited.clone()),
    ];
    vec![
        Turnaround::Constant(12.0),
        Turnaround::Exponential { mean: 7.0 },
        Turnaround::MultiServer(queue),
        gamma,
        waited,
        shifted,
        Turnaround::Mixture(mixture),
    ]
}

/// ∫ from `from` of f, by the trapezium rule with 100,000 steps of 1/50.
fn integral(from: f64, f: impl Fn(f64) -> f64) -> f64 {
    let step = 1.0 / 50.0;
    (0..100_000)
        .map(|i| f(from + step * (f64::from(i) + 0.5)))
        .sum::<f64>()
        * step
}

#[test]
fn gamma_tails_agree_with_high_precision() {
    for (shape, x, lower, upper) in GAMMA {
        let (below, above) = gamma_tails(shape, x);
        agree(below, lower, 2e-13);
        agree(above, upper, 2e-13);
    }
}

#[test]
fn gamma_quantile_and_excess() {
    let gamma = Turnaround::Gamma {
        mean: 10.0,
        variance: 40.0,
    };
    // mpmath, 30 digits.
    agree(gamma.quantile(0.9), 18.47271379956223690, 1e-12);
    agree(gamma.mean_excess(12.0), 1.722866482996233, 1e-12);
}

#[test]
fn a_gamma_of_shape_one_is_exponential() {
    let gamma = Turnaround::Gamma {
        mean: 7.0,
        variance: 49.0,
    };
    let exponential = Turnaround::Exponential { mean: 7.0 };
    for t in [0.1, 3.0, 20.0, 150.0] {
        agree(gamma.over(t), exponential.over(t), 1e-13);
        agree(gamma.within(t), exponential.within(t), 1e-13);
        agree(gamma.mean_excess(t), exponential.mean_excess(t), 1e-12);
        agree(
            gamma.late_loss(t, 5.0),
            exponential.late_loss(t, 5.0),
            1e-11,
        );
    }
    agree(gamma.quantile(0.95), exponential.quantile(0.95), 1e-13);
}

#[test]
fn moments_and_lateness_are_integrals_of_the_tail() {
    for turnaround in one_of_each() {
        agree(
            turnaround.mean(),
            integral(0.0, |t| turnaround.over(t)),
            1e-4,
        );
        let second = integral(0.0, |t| 2.0 * t * turnaround.over(t));
        near(
            turnaround.variance(),
            second - turnaround.mean().powi(2),
            0.05,
        );
        for promise in [0.0, 5.0, 11.0, 35.0] {
            let excess = integral(promise, |t| turnaround.over(t));
            near(turnaround.mean_excess(promise), excess, 1e-3);
            let lost = integral(promise, |t| {
                turnaround.over(t) * (-(t - promise) / 9.0).exp() / 9.0
            });
            near(turnaround.late_loss(promise, 9.0), lost, 1e-3);
        }
        near(turnaround.mean_excess(-3.0), turnaround.mean() + 3.0, 1e-12);
    }
}

#[test]
fn quantiles_are_the_least_times_that_reach_the_share() {
    for turnaround in one_of_each() {
        for p in [0.001, 0.05, 0.5, 0.63, 0.9, 0.99, 0.999999] {
            let t = turnaround.quantile(p);
            assert!(
                turnaround.within(t * (1.0 + 1e-10)) >= p,
                "{turnaround:?} {p} {t}"
            );
            assert!(
                turnaround.within(t * (1.0 - 1e-10)) <= p,
                "{turnaround:?} {p} {t}"
            );
            near(turnaround.within(t) + turnaround.over(t), 1.0, 1e-12);
        }
        assert!(turnaround.quantile(1.0).is_finite() && turnaround.quantile(0.0) >= 0.0);
    }
}

#[test]
fn a_mixture_of_constants_jumps_exactly_at_them() {
    let parts = vec![
        (1.0, Turnaround::Constant(1.5)),
        (3.0, Turnaround::Constant(4.0)),
    ];
    let mixture = Turnaround::Mixture(parts);
    assert_eq!(mixture.quantile(0.25), 1.5);
    assert_eq!(mixture.quantile(0.26), 4.0);
    near(mixture.mean(), 3.375, 1e-15);
    near(mixture.variance(), 0.25 * 0.75 * 2.5 * 2.5, 1e-14);
}

#[test]
fn extremes_stay_finite() {
    for mean in [1e-50, 1.0, 1e50] {
        for scv in [0.0, 1e-40, 1e-28, 1e-12, 1e-8, 1e-3, 1.0, 1e3, 1e6] {
            let gamma = Turnaround::Gamma {
                mean,
                variance: scv * mean * mean,
            };
            for p in [1e-6, 0.1, 0.5, 0.9, 0.999999] {
                let t = gamma.quantile(p);
                assert!(t.is_finite() && t >= 0.0, "{gamma:?} {p} {t}");
                if scv <= 1e-8 {
                    agree(t, mean, 5.0 * scv.sqrt() + 1e-12);
                }
            }
            let excess = gamma.mean_excess(mean) / mean;
            assert!((0.0..=1.0).contains(&excess), "{gamma:?} {excess}");
            for scale in [1e-200, 1e-10 * mean, mean, 1e10 * mean] {
                let lost = gamma.late_loss(mean, scale);
                assert!((0.0..=1.0).contains(&lost), "{gamma:?} {scale} {lost}");
            }
        }
    }
}

#[test]
fn a_narrow_gamma_is_nearly_normal_on_both_sides_of_the_switch() {
    // Either side of the shape where sums give way to the normal for the cube root.
    let at = |shape: f64| Turnaround::Gamma {
        mean: 1.0,
        variance: 1.0 / shape,
    };
    for p in [0.01, 0.5, 0.9] {
        let scaled = |shape: f64| (at(shape).quantile(p) - 1.0) * shape.sqrt();
        near(scaled(0.999e7), scaled(1.001e7), 1e-6);
    }
    let loss = |shape: f64| at(shape).late_loss(1.0, 0.001) * 1e3;
    near(loss(0.999e7), loss(1.001e7), 1.0);
    agree(loss(0.999e7), loss(1.001e7), 1e-3);
}
