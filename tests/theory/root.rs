//! The root finder, on functions that are easy, flat, steep and broken.

use crate::near;
use counterbalance::model::queueing::root::brent;
use std::cell::Cell;

#[test]
fn smooth_flat_and_steep_functions() {
    near(
        brent(|x| x * x - 2.0, 0.0, 2.0, 1e-15),
        2.0_f64.sqrt(),
        1e-15,
    );
    near(
        brent(|x| x.cos() - x, 0.0, 1.0, 1e-15),
        0.739085133215160642,
        1e-15,
    );
    near(brent(|x| (x - 0.3).powi(9), -1.0, 2.0, 1e-12), 0.3, 1e-2);
    near(
        brent(|x| (50.0 * x).exp() - 1e10, -1.0, 2.0, 1e-15),
        10.0 * 10_f64.ln() / 50.0,
        1e-14,
    );
    near(brent(|x| -x, -1.0, 3.0, 1e-15), 0.0, 1e-15);
}

#[test]
fn a_jump_is_found_and_a_bracket_without_a_change_of_sign_gives_its_better_end() {
    near(
        brent(|x| if x < 0.7 { -1.0 } else { 5.0 }, 0.0, 1.0, 1e-14),
        0.7,
        1e-13,
    );
    assert_eq!(brent(|x| x + 1.0, 0.0, 1.0, 1e-14), 0.0);
    assert_eq!(brent(|x| x, 0.0, 1.0, 1e-14), 0.0);
}

#[test]
fn a_smooth_root_takes_few_steps() {
    let calls = Cell::new(0);
    let root = brent(
        |x| {
            calls.set(calls.get() + 1);
            x.exp() - 5.0
        },
        0.0,
        10.0,
        1e-14,
    );
    near(root, 5.0_f64.ln(), 1e-14);
    assert!(calls.get() < 20, "{} calls", calls.get());
}
