//! The further figures against the figures worked out by hand for the examples.

#![allow(clippy::unwrap_used)]

use counterbalance::charts::Chart;
use counterbalance::figures::more::{Figure, MORE, deciding};
use counterbalance::figures::{Drawing, Table};
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
            let all = own.tasks_per_minute();
            let mean: f64 = own
                .routes
                .iter()
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
            close(own.within(time.p90.get()).unwrap(), 0.9);
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
        let rate = Address::parse(context.scenario, "claim.rate").unwrap();
        let figure = deciding::build(
            context,
            &find_turns(context.scenario, context.evaluation),
            rate,
        )
        .unwrap();
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
        let staff = Address::parse(context.scenario, "maintenance.staff").unwrap();
        let figure = deciding::build(
            context,
            &find_turns(context.scenario, context.evaluation),
            staff,
        )
        .unwrap();
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
