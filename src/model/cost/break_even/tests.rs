//! The printed figures of the worked examples.

use super::*;
use crate::model::cost::horizon::annuity;

fn at(threshold: Threshold) -> f64 {
    match threshold {
        Threshold::At(value) => value,
        other => panic!("{other:?}"),
    }
}

#[test]
fn outsourcing_has_its_price_and_its_volume() {
    let in_house = 0.1 * 24.0 / (0.75 * 0.85) + 0.015 * 12.0;
    let (retained, errors) = (1_950.0, 0.025 * 12.0);
    let months = annuity(36.0, 0.0);
    let price = |transition| {
        price_to_buy(
            12_000.0 * in_house,
            retained + 12_000.0 * errors,
            transition,
            12_000.0,
            0.07,
        )
        .unwrap_or(0.0)
    };
    assert!((price(60_000.0 / months) - 3.12).abs() < 0.005);
    assert!((price(0.0) - 3.25).abs() < 0.005);
    let saving = in_house - 2.6 * 1.07 - errors;
    assert!((at(volume(saving, retained, 60_000.0, months)) - 4_192.0).abs() < 0.5);
    assert!((at(volume(saving, retained, 0.0, months)) - 2_260.0).abs() < 0.5);
}

#[test]
fn automation_has_its_share_and_its_volume() {
    let by_hand = 4.0 / 60.0 * 22.0 / (0.8 * 0.85) + 0.15;
    let exception = 6.0 / 60.0 * 22.0 / (0.8 * 0.85) + 0.15;
    let months = annuity(24.0, 0.0);
    let burden = (1_500.0 + 80_000.0 / months) / 20_000.0;
    let share = at(straight_through(by_hand, exception, 0.05, 0.02, burden));
    assert!((share - 0.407).abs() < 5e-4, "{share}");
    let saving = by_hand - 0.05 - 0.25 * exception - 0.75 * 0.02;
    assert!((at(volume(saving, 1_500.0, 80_000.0, months)) - 3_463.0).abs() < 0.5);
}

#[test]
fn a_check_of_every_trade_pays_from_four_errors_in_a_thousand() {
    let repair = 10.0 / 60.0 * 150.0 + 20.0 / 60.0 * 40.0;
    assert!((at(error_to_check(1.5, 0.9, 450.0, repair)) - 0.00405).abs() < 5e-6);
    assert_eq!(error_to_check(1.5, 0.9, 30.0, repair), Threshold::Never);
    assert_eq!(error_to_check(0.0, 0.9, 450.0, repair), Threshold::Always);
    assert_eq!(error_to_check(500.0, 0.9, 450.0, repair), Threshold::Never);
}

#[test]
fn a_raise_of_the_desk_would_need_an_elasticity_of_seventeen() {
    let needed = quit_elasticity(14.0, 1_950.0, 0.2, 8_000.0).unwrap_or(0.0);
    assert!((needed - 17.06).abs() < 0.01);
    assert_eq!(quit_elasticity(14.0, 1_950.0, 0.0, 8_000.0), None);
}

#[test]
fn trying_in_front_and_handing_over_cost_the_same_at_the_chance_given() {
    let (front, specialist, mistreatment) = (10.0, 30.0, 20.0);
    let p = at(success_to_try(front, specialist, mistreatment));
    let trying = front + (1.0 - p) * (mistreatment + specialist);
    assert!((trying - specialist).abs() < 1e-12);
    assert_eq!(success_to_try(40.0, 30.0, 0.0), Threshold::Never);
    assert_eq!(success_to_try(0.0, 30.0, 0.0), Threshold::Always);
}

#[test]
fn nothing_saved_never_pays() {
    assert_eq!(volume(0.0, 10.0, 0.0, 36.0), Threshold::Never);
    assert_eq!(volume(-1.0, 10.0, 0.0, 36.0), Threshold::Never);
    assert_eq!(volume(1.0, 0.0, 0.0, 36.0), Threshold::Always);
    assert_eq!(worth(-5.0, 36.0), 0.0);
    assert_eq!(worth(100.0, 36.0), 3_600.0);
}
