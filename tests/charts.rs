//! The charts on SVG: every size and every odd set of data draws, says what it must, and keeps its words
//! within the frame and apart.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod chart_data;
mod svg_words;

use counterbalance::charts::cost::{CostBar, CostChart};
use counterbalance::charts::svg::svg;
use counterbalance::charts::turnaround::{StaffPoint, TurnaroundChart};
use counterbalance::charts::{Chart, GRAIN, Theme};
use counterbalance::figures::more::{MORE, deciding};
use counterbalance::model::findings::find_turns;
use counterbalance::model::presets::PRESETS;
use counterbalance::words::sentences::Answer;
use plotters::drawing::IntoDrawingArea;
use plotters::prelude::SVGBackend;
use svg_words::words;

const WIDTHS: [f64; 6] = [260.0, 300.0, 379.0, 380.0, 430.0, 700.0];

/// Draws a chart at every width and at two heights, and hands each picture to the check.
fn everywhere(name: &str, chart: &impl Chart, check: impl Fn(&str, &str, f64, f64)) {
    for width in WIDTHS {
        for height in [chart.preferred_height(width), 230.0] {
            let picture = svg(chart, &Theme::dark(), width, height).unwrap();
            check(
                &format!("{name} at {width}x{height}"),
                &picture,
                width,
                height,
            );
        }
    }
}

fn holds_together(case: &str, picture: &str, width: f64, height: f64) {
    assert!(
        !picture.contains("NaN") && !picture.contains("inf"),
        "{case}"
    );
    let words = words(picture);
    for (index, word) in words.iter().enumerate() {
        let within =
            word.x0 >= -0.6 && word.x1 <= width + 0.6 && word.y0 >= -0.6 && word.y1 <= height + 0.6;
        assert!(within, "{case}: {word:?} leaves the frame");
        for other in &words[index + 1..] {
            assert!(!word.meets(other), "{case}: {word:?} and {other:?} overlap");
        }
    }
}

fn says(picture: &str, text: &str) -> bool {
    words(picture).iter().any(|word| word.text == text)
}

fn odd_costs() -> Vec<(&'static str, CostChart)> {
    let plain = chart_data::cost;
    let one = |parts: [f64; 4]| vec![chart_data::bar("Only one", parts)];
    let huge = chart_data::bar("Huge", [1e9, 2e8, 0.0, 1.0]);
    let huge = CostBar {
        from: 0.0,
        found: None,
        total_label: "£1,200,000,001".into(),
        ..huge
    };
    let short = CostBar {
        from: 0.0,
        found: None,
        parts: vec![3.0],
        ..chart_data::bar("Short of parts", [3.0, 0.0, 0.0, 0.0])
    };
    let odd = CostBar {
        from: 0.0,
        found: None,
        parts: vec![f64::NAN, -4.0, f64::INFINITY, 2.0],
        ..short.clone()
    };
    let long = CostBar {
        from: 0.0,
        found: None,
        label: "A strategy whose name is much longer than anybody would think sensible".into(),
        note: Some("and a remark that goes on for longer than its bar".into()),
        ..chart_data::bar("", [20.0, 3.0, 2.0, 1.0])
    };
    vec![
        ("plain", plain()),
        ("eight", chart_data::eight_bars()),
        (
            "one bar",
            CostChart {
                bars: one([10.0, 3.0, 2.0, 1.0]),
                ..plain()
            },
        ),
        (
            "all zero",
            CostChart {
                bars: one([0.0; 4]),
                ..plain()
            },
        ),
        (
            "no bars",
            CostChart {
                bars: Vec::new(),
                ..plain()
            },
        ),
        (
            "one group",
            CostChart {
                groups: vec!["all".into()],
                ..plain()
            },
        ),
        (
            "no group",
            CostChart {
                groups: Vec::new(),
                ..plain()
            },
        ),
        (
            "huge",
            CostChart {
                bars: vec![huge, short.clone()],
                ..plain()
            },
        ),
        (
            "odd",
            CostChart {
                bars: vec![short, odd],
                ..plain()
            },
        ),
        (
            "long",
            CostChart {
                bars: vec![long.clone(), long],
                ..plain()
            },
        ),
    ]
}

fn with_times(times: &[Option<(f64, f64)>]) -> TurnaroundChart {
    let point = |(index, times): (usize, &Option<(f64, f64)>)| StaffPoint {
        found: Vec::new(),
        staff: index as f64 + 1.0,
        mean: times.map(|(mean, _)| mean),
        p90: times.map(|(_, p90)| p90),
        text: format!("{} people", index + 1),
    };
    TurnaroundChart {
        unit: 1.0,
        points: times.iter().enumerate().map(point).collect(),
        ..chart_data::turnaround(2)
    }
}

fn odd_turnarounds() -> Vec<(&'static str, TurnaroundChart)> {
    let plain = || chart_data::turnaround(2);
    let many: Vec<_> = (0..60)
        .map(|n| {
            (n > 7).then(|| {
                (
                    20.0 + 90.0 / f64::from(n - 7),
                    40.0 + 300.0 / f64::from(n - 7),
                )
            })
        })
        .collect();
    let close: Vec<_> = (0..6).map(|_| Some((30.0, 31.0))).collect();
    vec![
        ("plain", plain()),
        ("here overloaded", chart_data::turnaround(1)),
        ("steep", chart_data::steep()),
        ("all overloaded", with_times(&[None, None, None])),
        (
            "nothing known",
            TurnaroundChart {
                promise: None,
                ..with_times(&[None, None])
            },
        ),
        ("no points", with_times(&[])),
        (
            "one point",
            TurnaroundChart {
                here: Some(0),
                ..with_times(&[Some((12.0, 30.0))])
            },
        ),
        (
            "nowhere",
            TurnaroundChart {
                here: Some(99),
                ..plain()
            },
        ),
        (
            "no promise",
            TurnaroundChart {
                promise: None,
                ..plain()
            },
        ),
        (
            "promise far",
            TurnaroundChart {
                promise: Some(5000.0),
                ..plain()
            },
        ),
        (
            "promise nothing",
            TurnaroundChart {
                promise: Some(0.0),
                ..plain()
            },
        ),
        (
            "promise odd",
            TurnaroundChart {
                promise: Some(f64::NAN),
                ..plain()
            },
        ),
        (
            "huge",
            with_times(&[None, Some((1e9, 4e9)), Some((1e8, 2e8)), Some((1e6, 1e7))]),
        ),
        (
            "zero",
            with_times(&[Some((0.0, 0.0)), Some((0.0, 0.0)), Some((0.0, 0.0))]),
        ),
        (
            "infinite",
            with_times(&[Some((f64::INFINITY, f64::NAN)), None, Some((9.0, 20.0))]),
        ),
        (
            "gap",
            with_times(&[
                Some((40.0, 90.0)),
                None,
                Some((20.0, 50.0)),
                Some((19.0, 47.0)),
            ]),
        ),
        ("close", with_times(&close)),
        ("many", with_times(&many)),
    ]
}

#[test]
fn odd_costs_hold_together() {
    for (name, chart) in odd_costs() {
        everywhere(name, &chart, holds_together);
    }
}

#[test]
fn odd_turnarounds_hold_together() {
    for (name, chart) in odd_turnarounds() {
        everywhere(name, &chart, holds_together);
    }
}

/// The further figures of every example, whatever decides.
#[test]
fn further_figures_hold_together() {
    for preset in PRESETS {
        let answer = Answer::of(preset.current());
        let context = answer.context();
        for place in 0..answer.evaluation.strategies.len() {
            for kind in MORE {
                if let Some(figure) = (kind.build)(&context, place) {
                    let name = format!("{} {} {place}", preset.key, kind.key);
                    everywhere(&name, &figure.drawing, holds_together);
                }
            }
        }
        let turns = find_turns(context.scenario, context.evaluation);
        for address in deciding::choices(&context, &turns) {
            let name = format!("{} {}", preset.key, address.parameter.field);
            let figure = deciding::build(&context, &turns, address).unwrap();
            everywhere(&name, &figure.drawing, holds_together);
        }
    }
}

#[test]
fn cost_names_strategies_totals_and_each_group_once() {
    everywhere("plain", &chart_data::cost(), |case, picture, _, _| {
        for text in [
            "Front office",
            "With the tool",
            "32.5",
            "13.8",
            "+9 a week",
            "0",
        ] {
            assert!(says(picture, text), "{case}: {text}");
        }
        for group in chart_data::cost().groups {
            let count = words(picture)
                .iter()
                .filter(|word| word.text == group)
                .count();
            assert_eq!(count, 1, "{case}: {group}");
        }
    });
}

#[test]
fn turnaround_names_its_lines() {
    everywhere(
        "plain",
        &chart_data::turnaround(2),
        |case, picture, _, _| {
            for text in [
                "promise 60 min",
                "overload",
                "3 people, 33 min",
                "mean",
                "nine in ten",
            ] {
                assert!(says(picture, text), "{case}: {text}");
            }
        },
    );
    let far = TurnaroundChart {
        promise: Some(5000.0),
        ..chart_data::turnaround(2)
    };
    let picture = svg(&far, &Theme::light(), 430.0, 230.0).unwrap();
    assert!(
        says(&picture, "↑ promise 60 min"),
        "a promise beyond the axis is still named"
    );
}

#[test]
fn hits_follow_the_data_and_stay_on_the_chart() {
    let hits = chart_data::turnaround(2).hits(430.0, 230.0);
    assert_eq!(hits.len(), 6);
    assert!(hits.windows(2).all(|pair| pair[0].x < pair[1].x));
    assert!(hits[2].y < hits[3].y, "more people, less time");
    assert_eq!(hits[0].text, "1 people");
    let hits = chart_data::cost().hits(300.0, 200.0);
    assert_eq!(hits.len(), 4);
    assert!(hits.iter().all(|hit| hit.x <= 300.0 && hit.y <= 200.0));
}

/// Curves are cut at the frame: no drawn position lies above the plot.
#[test]
fn an_exploding_line_leaves_through_the_top() {
    let picture = svg(&chart_data::steep(), &Theme::light(), 430.0, 230.0).unwrap();
    let lines = picture.lines().filter(|line| line.starts_with("<polyline"));
    let points = lines.filter_map(|line| line.split("points=\"").nth(1));
    let heights: Vec<i32> = points
        .flat_map(|points| points.split_whitespace())
        .filter_map(|point| point.split(',').nth(1)?.parse().ok())
        .collect();
    assert_eq!(
        heights.iter().min(),
        Some(&80),
        "the top of the plot in tenths of a pixel"
    );
}

/// Without our corrections too: any plotters backend will do.
#[test]
fn stock_svg_draws_every_chart() {
    for width in [260, 700] {
        for (name, chart) in odd_turnarounds() {
            assert!(!on_stock_svg(&chart, width).contains("NaN"), "{name}");
        }
        for (name, chart) in odd_costs() {
            assert!(!on_stock_svg(&chart, width).contains("NaN"), "{name}");
        }
    }
}

fn on_stock_svg(chart: &impl Chart, width: u32) -> String {
    let mut text = String::new();
    {
        let size = (width * GRAIN as u32, 230 * GRAIN as u32);
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        chart.draw(&area, &Theme::light()).unwrap();
        area.present().unwrap();
    }
    text
}
