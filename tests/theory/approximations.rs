//! The errors of the approximations: those the code states are those that are measured.

use crate::approximations::{Errors, measure, range, tables};
use counterbalance::model::queueing::accuracy::{
    BUSY, Band, Measured, OTHER_ARRIVALS, STEADY, VARIED,
};

/// Outward to whole per cents, as the statements are.
fn outward((low, high): (f64, f64)) -> (f64, f64) {
    let per_cent = |whole: f64| whole / 100.0;
    (
        per_cent((100.0 * low).floor()),
        per_cent((100.0 * high).ceil()),
    )
}

fn envelope(cases: &[&Errors], error: fn(&Errors) -> f64) -> (f64, f64) {
    outward(range(cases.iter().map(|errors| error(errors))).unwrap())
}

#[track_caller]
fn stated(band: Band, cases: &[&Errors]) {
    assert!(cases.len() >= 30, "{}", cases.len());
    assert_eq!(band.mean, envelope(cases, |errors| errors.mean));
    assert_eq!(band.p90, envelope(cases, |errors| errors.p90));
}

#[track_caller]
fn hold(stated_errors: Measured, of: impl Fn(&Errors) -> bool) {
    let measured = measure();
    let all: Vec<&Errors> = measured.iter().filter(|errors| of(errors)).collect();
    let busy: Vec<&Errors> = all
        .iter()
        .copied()
        .filter(|errors| errors.case.occupancy >= BUSY)
        .collect();
    stated(stated_errors.busy, &busy);
    stated(stated_errors.all, &all);
}

#[test]
fn the_errors_stated_are_the_errors_measured() {
    hold(STEADY, |errors| {
        errors.case.arrival_scv == 1.0 && errors.case.service_scv < 1.0
    });
    hold(VARIED, |errors| {
        errors.case.arrival_scv == 1.0 && errors.case.service_scv > 1.0
    });
    hold(OTHER_ARRIVALS, |errors| errors.case.arrival_scv != 1.0);
}

#[test]
fn one_server_is_exact_in_the_mean_whatever_the_services() {
    for errors in measure() {
        let exact = errors.case.servers == 1.0 && errors.case.arrival_scv == 1.0;
        if exact && errors.case.source == "exact" {
            assert!(
                errors.mean.abs() < 1e-9 && errors.p_wait.abs() < 1e-9,
                "{errors:?}"
            );
        }
    }
}

#[test]
fn the_method_page_shows_what_was_measured() {
    let page = include_str!("../../public/method.html");
    let between = page
        .split_once("<!-- measured errors: begin -->\n")
        .and_then(|(_, rest)| rest.split_once("<!-- measured errors: end -->"))
        .map(|(tables, _)| tables)
        .unwrap();
    let measured = tables();
    if between != measured {
        let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/measured_errors.html");
        std::fs::write(path, measured).unwrap();
        panic!("put {path} between the markers in public/method.html");
    }
}
