//! The examples, simulated: the figures of the specification, and formula and simulation together.

use counterbalance::model::evaluation::{Status, compared, evaluate};
use counterbalance::model::job::{self, Job, Outcome, Said};
use counterbalance::model::judgement::{Agreement, Measure, judge};
use counterbalance::model::presets;
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::simulation::{Impossible, Summary, Verdict};

fn with(example: &str, changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find(example).unwrap().current();
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

fn simulated(scenario: &Scenario) -> Outcome {
    let keys: Vec<&str> = compared(scenario).iter().map(|way| way.key).collect();
    let mut job = Job::of(scenario, keys.into_iter());
    job.settings.precision = 0.01;
    job::run(job)
}

fn found<'a>(outcome: &'a Outcome, key: &str) -> &'a Summary {
    match outcome.of(key).unwrap() {
        Said::Found(Verdict::Steady { summary, .. }) => summary,
        other => panic!("{key}: {other:?}"),
    }
}

/// Every number that both know agrees, or is as near as the specification asks of a formula:
/// within 5 %, or 10 % for the time that nine in ten keep.
#[test]
fn formula_and_simulation_agree_on_every_example() {
    for preset in presets::PRESETS {
        let scenario = preset.current();
        let (evaluation, outcome) = (evaluate(&scenario), simulated(&scenario));
        for way in &evaluation.strategies {
            if matches!(way.status, Status::Overload { .. }) {
                let said = outcome.of(way.key);
                assert!(
                    matches!(said, Some(Said::Found(Verdict::Unstable { .. }))),
                    "{} {}: {said:?}",
                    preset.key,
                    way.key
                );
                continue;
            }
            for one in judge(&scenario, way, found(&outcome, way.key)) {
                // A wait of a minute and a half is small beside the twenty minutes of work.
                let small = one.simulation.mean < 2.0;
                // Hours bought are a fraction of a person, which is one thing in the formula and a
                // part-timer in the simulation.
                let bought = scenario.teams.iter().any(|team| team.flexible);
                // At 95 % busy the longest waits are seldom met within a replication: nineteen in
                // twenty come out short there.
                let crowded = way.teams.iter().any(|team| team.occupancy.get() > 0.95)
                    && one.measure == Measure::P95;
                let near = matches!(
                    one.agreement,
                    Agreement::Apart(off) if (bought || crowded) && off < 0.15
                );
                assert!(
                    !matches!(one.agreement, Agreement::Apart(_)) || small || near,
                    "{} {}: {one:?}",
                    preset.key,
                    way.key
                );
            }
        }
    }
}

/// H1: simulated elsewhere as 33.0, 72.2 and 92.3; the formula says 32.85, 70.9, 89.8.
#[test]
fn the_consulting_firm() {
    let outcome = simulated(&with("consulting", &[]));
    let back = found(&outcome, "back_office");
    for (estimate, golden) in [
        (back.turnaround, 33.0),
        (back.quantiles[2], 72.2),
        (back.quantiles[3], 92.3),
    ] {
        assert!(
            (estimate.mean - golden).abs() < 2.0 * estimate.half,
            "{estimate:?} {golden}"
        );
        assert!(estimate.relative() < 0.025, "{estimate:?}");
    }
    assert!(back.month.holds(20_934.0), "{:?}", back.month);
    assert!((back.teams[1].busy.mean / 3.0 - 0.696).abs() < 0.01);
    assert!((back.clarifications.mean - 2.0 * 0.15 / 0.85).abs() < 0.01);
    assert_eq!(back.hand_offs.mean, 1.0);
}

/// Two people behind: 1.044 times their time is asked for, 9.507 more tasks wait every week.
#[test]
fn an_overload_is_unstable() {
    let scenario = with("consulting", &[("back.staff", 2.0)]);
    let outcome = simulated(&scenario);
    let Some(Said::Found(Verdict::Unstable {
        growth_per_minute, ..
    })) = outcome.of("back_office")
    else {
        panic!("two people do not keep up");
    };
    let minutes = scenario.calendar.hours_per_week() * 60.0;
    let (growth, half) = (
        growth_per_minute.mean * minutes,
        growth_per_minute.half * minutes,
    );
    assert!((growth - 9.507).abs() < 2.0 * half, "{growth} ± {half}");
    // The others are simulated all the same.
    found(&outcome, "split");
}

/// H6: the promise is kept for .566, .824, .858; nine in ten within 152, 78, 70 minutes.
#[test]
fn the_hotel() {
    for (staff, within, nine) in [(2.0, 0.566, 152.0), (3.0, 0.824, 78.0), (4.0, 0.858, 70.0)] {
        let outcome = simulated(&with("hotel", &[("maintenance.staff", staff)]));
        let way = found(&outcome, "straight");
        let (kept, time) = (way.within, way.quantiles[2]);
        assert!(
            (kept.mean - within).abs() < 2.0 * kept.half + 5e-4,
            "{kept:?}"
        );
        assert!((time.mean - nine).abs() < 2.0 * time.half + 0.5, "{time:?}");
    }
}

/// H7: mean 419 ± 3 simulated elsewhere, 418.1 by formula; nine in ten within 1,092 minutes, and
/// 1,050 with one more assessor.
#[test]
fn the_claims_chain() {
    for (staff, mean, nine) in [(11.0, 418.1, 1_092.0), (12.0, 379.4, 1_050.0)] {
        let outcome = simulated(&with("claims", &[("assessment.staff", staff)]));
        let way = found(&outcome, "own_process");
        let time = way.quantiles[2];
        assert!((way.turnaround.mean - mean).abs() < 2.0 * way.turnaround.half);
        assert!((time.mean - nine).abs() < 2.0 * time.half, "{time:?}");
    }
}

#[test]
fn what_cannot_be_simulated_is_named() {
    let said = |scenario: &Scenario| simulated(scenario).of("back_office").cloned().unwrap();
    let nobody = Said::Impossible(Impossible::NobodyOnDuty(1));
    assert_eq!(said(&with("consulting", &[("back.staff", 0.0)])), nobody);
    let mut quiet = with("consulting", &[]);
    quiet.tasks[0].rate.0 = 0.0;
    let nothing = Said::Impossible(Impossible::NothingToDo);
    assert_eq!(said(&quiet), nothing);
}

/// Over the same tasks a difference is known far better than either side.
#[test]
fn common_tasks_make_differences_sharp() {
    use counterbalance::model::simulation::Estimate;
    let outcome = simulated(&with("consulting", &[]));
    let (_, front) = outcome.series("front_office").unwrap();
    let (_, tool) = outcome.series("front_with_tool").unwrap();
    let paired = Estimate::of_differences(tool, front);
    let [a, b] = [front, tool].map(|series| Estimate::of(series.iter().copied()).half);
    // £18,700 by formula.
    assert!(paired.holds(-18_700.0), "{paired:?}");
    assert!(paired.half < 0.7 * (a * a + b * b).sqrt());
}

/// Errors, their detection, waiting and lateness have a price: every line of the month that the
/// formula has, the simulation has too. What is exact must lie in the interval, as wide again.
#[test]
fn the_ledger_is_that_of_the_formulas() {
    use counterbalance::model::cost::ledger::Line;
    let scenario = with(
        "consulting",
        &[
            ("front.error", 0.2),
            ("front.detection", 0.4),
            ("back.error", 0.1),
            ("back.detection", 0.7),
            ("back.shrinkage", 0.25),
            ("back.staff", 4.0),
            ("admin.error_cost", 300.0),
            ("admin.delay_cost", 12.0),
            ("admin.late_penalty", 40.0),
            ("admin.customer_value", 200.0),
            ("admin.walk_away", 0.02),
            ("admin.late_loss", 0.3),
            ("admin.late_patience", 1.0),
            ("back.attrition", 0.3),
            ("back.burnout", 1.0),
        ],
    );
    let (evaluation, outcome) = (evaluate(&scenario), simulated(&scenario));
    for way in &evaluation.strategies {
        let found = found(&outcome, way.key);
        let sum: f64 = found.lines.iter().map(|line| line.mean).sum();
        assert!((sum - found.month.mean).abs() < 1e-6 * found.month.mean);
        for (line, estimate) in Line::ALL.into_iter().zip(&found.lines) {
            let formula = way.month.line(line).get();
            assert_eq!(formula > 0.0, estimate.mean > 0.0, "{} {line:?}", way.key);
            // Delay follows turnaround, which is approximate where work queues.
            let allowed = match line {
                Line::Delay | Line::LostCustomers => 0.1 * formula,
                // More leave where people are busier, which the simulation measures.
                Line::Turnover => 0.02 * formula,
                _ => 1e-9 * formula,
            };
            let off = (formula - estimate.mean).abs();
            assert!(
                off <= 2.0 * estimate.half + allowed,
                "{} {line:?}: {formula} {estimate:?}",
                way.key
            );
        }
    }
}

/// The same for partners, software and a check: what is exact lies in the interval, as wide again.
#[test]
fn contracts_and_checks_cost_what_they_cost_in_the_formulas() {
    for (key, settings) in [
        ("outsourcing", vec![("partner.monthly_fee", 300.0)]),
        ("forms", vec![("form.customer_value", 50.0)]),
        ("trades", vec![("trade.customer_value", 50.0)]),
        ("loans", vec![("back.attrition", 0.2)]),
    ] {
        let scenario = with(key, &settings);
        let (evaluation, outcome) = (evaluate(&scenario), simulated(&scenario));
        for way in &evaluation.strategies {
            let month = &found(&outcome, way.key).month;
            let formula = way.month.total().get();
            assert!(
                (formula - month.mean).abs() <= 2.0 * month.half + 1e-9 * formula,
                "{key} {}: {formula} {month:?}",
                way.key
            );
        }
    }
}

/// Little's law: tasks inside are tasks a minute times the minutes that they are inside.
#[test]
fn what_is_inside_is_what_comes_times_how_long_it_stays() {
    let scenario = with("hotel", &[("maintenance.staff", 3.0)]);
    let outcome = simulated(&scenario);
    let way = found(&outcome, "straight");
    let expected = 3.0 / 60.0 * way.turnaround.mean;
    assert!((way.inside.mean - expected).abs() < 2.0 * way.inside.half + 0.01 * expected);
    let waiting = 3.0 / 60.0 * way.teams[0].wait.mean;
    let in_line = way.teams[0].in_line;
    assert!((in_line.mean - waiting).abs() < 2.0 * in_line.half + 0.02 * waiting);
    // The oldest of one or two tasks is older than the average task has become, and not endless.
    assert!(
        way.oldest.mean > 0.5 * way.turnaround.mean && way.oldest.mean < 3.0 * way.turnaround.mean
    );
}

/// The longer tail shows where it should: at the same mean and spread fewer are late by a little
/// and the wait of one server, by Pollaczek and Khinchine, stays the same.
#[test]
fn long_tails_keep_the_mean_wait_and_move_the_quantiles() {
    let changes = [
        ("maintenance.staff", 1.0),
        ("fault.rate", 1.0),
        ("fault.service_scv", 3.0),
    ];
    let gamma = with("hotel", &changes);
    let mut lognormal = gamma.clone();
    lognormal.simulation.lognormal = true;
    let (one, other) = (simulated(&gamma), simulated(&lognormal));
    let (one, other) = (found(&one, "straight"), found(&other, "straight"));
    // λτ²(1+c²)/(2(1−ρ)) at 1/60 a minute, 30 minutes, c² 3.
    for way in [one, other] {
        let wait = way.teams[0].wait;
        assert!((wait.mean - 60.0).abs() < 2.5 * wait.half, "{wait:?}");
    }
    let half = [one.quantiles[0], other.quantiles[0]];
    assert!(
        (half[0].mean - half[1].mean).abs() > half[0].half + half[1].half,
        "{half:?}"
    );
}
