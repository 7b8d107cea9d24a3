//! The further figures against the figures worked out by hand for the examples.

#![allow(clippy::unwrap_used)]

use counterbalance::charts::Chart;
use counterbalance::figures::more::{Figure, MORE, deciding};
use counterbalance::figures::{Drawing, FIGURES, Table};
use counterbalance::model::evaluation::{evaluate, workings};
use counterbalance::model::findings::find_turns;
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::units::{Minutes, PerHour};
use counterbalance::model::{presets, strategy};
use counterbalance::words::sentences::{Answer, Context};

fn example(key: &str) -> Scenario {
    presets::find(key).unwrap().current()
}

fn read<T>(scenario: &Scenario, of: impl FnOnce(&Context) -> T) -> T {
    of(&Answer::of(scenario.clone()).context())
}

fn figure(scenario: &Scenario, key: &str, way: &str) -> Option<Figure> {
    let kind = MORE.iter().find(|kind| kind.key == key).unwrap();
    read(scenario, |context| {
        let ways = &context.evaluation.strategies;
        let place = ways.iter().position(|found| found.key == way).unwrap();
        (kind.build)(context, place)
    })
}

/// The month against one number.
fn deciding_by(context: &Context, key: &str) -> Figure {
    let turns = find_turns(context.scenario, context.evaluation);
    let address = Address::parse(context.scenario, key).unwrap();
    deciding::build(context, &turns, address).unwrap()
}

fn row<'a>(table: &'a Table, name: &str) -> &'a [String] {
    table.rows.iter().find(|row| row[0] == name).unwrap()
}

/// 56.6 % within the hour with two engineers, and nine in ten at 152 minutes.
#[test]
fn the_hotel_keeps_its_promise_so_often() {
    let figure = figure(&example("hotel"), "done", "straight").unwrap();
    assert_eq!(
        figure.headline,
        "57\u{202f}% are done within the promised 1 h; nine in ten within 152 min"
    );
    assert_eq!(row(&figure.table, "60 min")[1], "57\u{202f}%");
    assert_eq!(row(&figure.table, "152 min")[1], "90\u{202f}%");
}

/// Of 418 minutes 104 are work, and assessment is 92.6 % busy.
#[test]
fn the_claims_chain_shows_where_its_time_goes() {
    let claims = example("claims");
    let time = figure(&claims, "time", "own_process").unwrap();
    assert_eq!(
        time.headline,
        "104 of 418 min is work; most time goes into “Missing papers”: 60\u{202f}%"
    );
    assert_eq!(row(&time.table, "Missing papers")[1], "0.278");
    assert_eq!(row(&time.table, "Assessment")[1], "1.111");
    let busy = figure(&claims, "busy", "own_process").unwrap();
    assert_eq!(row(&busy.table, "Assessment")[3], "93\u{202f}%");
}

/// The steps of the average task add up to its mean turnaround, and the shares done agree with the
/// quantiles: both come from the same terms.
#[test]
fn the_terms_add_up_to_the_results() {
    for preset in presets::PRESETS {
        let scenario = preset.current();
        for evaluated in evaluate(&scenario).strategies {
            let Some(time) = &evaluated.turnaround else {
                continue;
            };
            let own = workings(&scenario, strategy::find(evaluated.key).unwrap()).unwrap();
            let all = own.counted_per_minute();
            let mean: f64 = own
                .counted()
                .flat_map(|route| {
                    let share = route.tasks_per_minute / all;
                    let minutes = |step: &counterbalance::model::evaluation::StepWorkings| {
                        step.touch() + step.waiting() + step.lying()
                    };
                    route.steps.iter().map(move |step| share * minutes(step))
                })
                .sum();
            let close = |a: f64, b: f64| assert!((a - b).abs() <= 1e-9 * b.max(1.0), "{a} {b}");
            close(mean, time.mean.get());
            // Work that was left out on both sides takes no time at all, for everybody.
            let instant = time.p90.get() == 0.0;
            let kept = if instant { 1.0 } else { 0.9 };
            close(own.within(time.p90.get()).unwrap(), kept);
        }
    }
}

#[test]
fn what_decides_crosses_where_the_answer_changes() {
    let scenario = example("consulting");
    read(&scenario, |context| {
        let turns = find_turns(context.scenario, context.evaluation);
        let point = turns.turning_points[0];
        let first = deciding::choices(context, &turns)[0];
        assert_eq!(first.parameter.field, point.address.parameter.field);
        let figure = deciding::build(context, &turns, first).unwrap();
        let Drawing::Curves(chart) = &figure.drawing else {
            panic!("a chart of lines");
        };
        let ring = chart.spots.iter().find(|spot| spot.ringed).unwrap();
        assert!(
            (ring.x - point.at).abs() < 1e-6 * point.at,
            "{} {}",
            ring.x,
            point.at
        );
        assert!(figure.headline.contains("31 min"), "{}", figure.headline);
        assert!(chart.hits(430.0, 215.0).len() >= 10);
    });
}

/// One way alone has nothing to be compared with: the message is where it falls behind.
#[test]
fn what_decides_says_where_a_single_way_ends() {
    let claims = example("claims");
    read(&claims, |context| {
        let figure = deciding_by(context, "claim.rate");
        // Eleven assessors of 55 minutes and 1.1111 visits do 10.8 an hour.
        assert_eq!(
            figure.headline,
            "Tasks: beyond 10.8/h the work falls behind"
        );
    });
}

#[test]
fn an_overload_has_no_time_but_is_busy() {
    let mut scenario = example("hotel");
    let staff = Address::parse(&scenario, "maintenance.staff").unwrap();
    staff.write(&mut scenario, 1.0);
    assert!(figure(&scenario, "done", "straight").is_none());
    assert!(figure(&scenario, "time", "straight").is_none());
    let busy = figure(&scenario, "busy", "straight").unwrap();
    assert!(
        busy.headline.contains("more work than"),
        "{}",
        busy.headline
    );
}

/// Two engineers, half an hour each: with three ahead two must finish first, at four an hour; the
/// time of two such steps is over 58.3 minutes for one in ten.
#[test]
fn the_desk_is_told_what_to_say() {
    let figure = figure(&example("hotel"), "quote", "straight").unwrap();
    assert_eq!(row(&figure.table, "2")[1..], ["15 min", "35 min"]);
    assert_eq!(row(&figure.table, "3")[1..], ["30 min", "58 min"]);
    assert!(figure.measure.contains("exact where"), "{}", figure.measure);
}

/// One and a half people's work: two keep up and one does not, so the edge is two, not one.
#[test]
fn what_decides_names_the_last_number_of_people_that_is_enough() {
    let hotel = example("hotel");
    read(&hotel, |context| {
        let figure = deciding_by(context, "maintenance.staff");
        assert!(
            figure.headline.ends_with("below 2 the work falls behind"),
            "{}",
            figure.headline
        );
    });
}

/// Two kinds with promises of their own have no line on the chart, and no promise in the message.
#[test]
fn kinds_with_promises_of_their_own_share_none() {
    let mut scenario = example("hotel");
    let mut other = scenario.tasks[0].clone();
    other.key = "other".into();
    scenario.tasks[0].rate = PerHour(1.0);
    other.rate = PerHour(1.0);
    scenario.tasks.push(other.clone());
    assert!(scenario.shared_promise().is_some());
    scenario.tasks[1].promise = Minutes(2.0 * other.promise.get());
    assert_eq!(scenario.shared_promise(), None);
    let figure = figure(&scenario, "done", "straight").unwrap();
    assert!(
        figure.headline.contains("keep the promise of their kind"),
        "{}",
        figure.headline
    );
}

/// What was simulated stands in picture, table and words; of earlier numbers nothing is drawn.
#[test]
fn what_was_simulated_lies_over_the_formulas() {
    use counterbalance::figures::FIGURES;
    use counterbalance::figures::simulated::{Simulated, further, turnaround};
    use counterbalance::model::job::{self, Job};
    let scenario = example("claims");
    let outcome = job::run(Job::of(&scenario, ["own_process"].into_iter()));
    let at = |stale| Simulated {
        outcome: &outcome,
        stale,
    };
    read(&scenario, |context| {
        let kind = FIGURES
            .iter()
            .find(|kind| kind.key == "turnaround")
            .unwrap();
        for stale in [false, true] {
            let mut figure = (kind.build)(context, 0).unwrap();
            turnaround(&mut figure, context, 0, at(stale));
            let Drawing::Curves(chart) = &figure.drawing else {
                panic!("curves");
            };
            let drawn: Vec<f64> = chart
                .points
                .iter()
                .filter(|point| !point.found.is_empty())
                .map(|point| point.staff)
                .collect();
            assert_eq!(drawn, if stale { vec![] } else { vec![11.0] });
            assert_eq!(figure.summary.contains("Simulated with 11: mean"), !stale);
            assert_eq!(
                row(&figure.table, "11").last().unwrap().contains('±'),
                !stale
            );
            let here = chart
                .points
                .iter()
                .find(|point| point.staff == 11.0)
                .unwrap();
            if let [mean, nine] = here.found[..] {
                // 418.1 and 1,092 minutes, in the axis' own unit.
                assert!((mean.middle * chart.unit - 418.1).abs() < 3.0 * mean.half * chart.unit);
                assert!((nine.middle * chart.unit - 1_092.0).abs() < 3.0 * nine.half * chart.unit);
            }
        }
        for (key, column) in [("done", "Simulated"), ("busy", "Simulated busy")] {
            let kind = MORE.iter().find(|kind| kind.key == key).unwrap();
            let mut figure = (kind.build)(context, 0).unwrap();
            let before = figure.table.head.len();
            further(key, &mut figure, context, 0, at(true));
            assert_eq!(figure.table.head.len(), before);
            further(key, &mut figure, context, 0, at(false));
            assert_eq!(figure.table.head.last().unwrap(), column);
            assert!(figure.table.rows.iter().all(|row| row.len() == before + 1));
            match &figure.drawing {
                Drawing::Bars(chart) => assert!(chart.bars.iter().all(|bar| bar.found.is_some())),
                Drawing::Curves(chart) => assert!(
                    chart.band.iter().all(|(_, low, high)| low <= high) && chart.band.len() > 50
                ),
            }
        }
    });
}

/// A team with time to spare: one more makes no difference that could be read.
#[test]
fn one_more_may_change_little() {
    read(&example("office"), |context| {
        let ways = &context.evaluation.strategies;
        let front = ways.iter().position(|way| way.key == "front_office");
        let figure = (FIGURES[0].build)(context, front.unwrap()).unwrap();
        assert_eq!(
            figure.headline,
            "One more changes little: the mean stays 13 min"
        );
    });
}
