//! Cost against turnaround: everything that was looked at, the frontier, the best plan, today.

use super::{Drawing, Figure, series};
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::figures::Table;
use crate::model::optimise::{Found, Mix, Plan};
use crate::model::order::sort_short;
use crate::model::scenario::Scenario;
use crate::model::strategy::Tone;
use crate::words::numbers::{axis_duration, axis_unit, duration, money, number};
use crate::words::plan as words;
use std::sync::Arc;

/// Where today stands: the cost of a month and the minutes within which nine in ten are done.
pub type Today = Option<(f64, f64)>;

/// Builds the figure; `None` where fewer than two plans were looked at.
pub fn build(scenario: &Scenario, found: &Found, today: Today) -> Option<Figure> {
    let edge = edge(&found.frontier);
    let (first, last) = (edge.first()?, edge.last()?);
    let slowest = first.p90?;
    let dearest = last.month.max(today.map_or(0.0, |(month, _)| month));
    let (far, high) = (
        slowest.max(today.map_or(0.0, |today| today.1)) * 1.1,
        dearest * 1.1,
    );
    let low = 0.9 * first.month;
    let unit = axis_unit(far);
    let near = |mix: &&Mix| mix.p90 <= far && mix.month <= high;
    let dots = found
        .mixes
        .iter()
        .filter(near)
        .map(|mix| (mix.p90 / unit, mix.month));
    let line = Line {
        name: "frontier".to_owned(),
        series: series(Tone::Other),
        emphasised: true,
        points: steps(&edge, unit),
    };
    let chosen = found.best.as_ref().and_then(|best| Some((best, best.p90?)));
    let mut spots: Vec<Spot> = edge.iter().map(|plan| spot(plan, unit, false)).collect();
    spots.extend(chosen.map(|(best, _)| Spot {
        label: "best plan".to_owned(),
        ..spot(best, unit, true)
    }));
    spots.extend(today.map(|(month, p90)| Spot {
        x: p90 / unit,
        y: month,
        label: "today".to_owned(),
        text: format!(
            "Today: {} a month, nine in ten within {}.",
            money(month),
            duration(p90)
        ),
        ringed: true,
    }));
    sort_short(&mut spots, |a, b| a.x.total_cmp(&b.x));
    let promise = scenario.shared_promise().map(|promise| promise.get());
    let promise = promise.filter(|promise| *promise <= far);
    Some(Figure {
        headline: words::frontier(found),
        measure: "Cost of a month by the time within which nine in ten are done; dots: every plan looked at"
            .to_owned(),
        summary: edge.iter().map(|plan| said(plan)).collect::<Vec<_>>().join(" "),
        table: table(scenario, &edge),
        drawing: Drawing::Curves(LinesChart {
            band: Vec::new(),
            areas: Vec::new(),
            dots: dots.collect(),
            unit,
            lines: vec![line],
            rules: promise
                .map(|promise| Rule::At(promise / unit, "promise".to_owned()))
                .into_iter()
                .collect(),
            spots,
            x: (0.0, far / unit),
            y: (low, high),
            x_tick_label: Arc::new(move |time| axis_duration(time, unit)),
            y_tick_label: Arc::new(money),
        }),
    })
}

/// The plans of which none is at once dearer and slower than another, the cheapest first.
pub fn edge(frontier: &[Plan]) -> Vec<&Plan> {
    let mut edge: Vec<&Plan> = Vec::new();
    for plan in frontier {
        let Some(p90) = plan.p90 else { continue };
        if edge
            .last()
            .and_then(|last| last.p90)
            .is_none_or(|least| p90 < least)
        {
            edge.push(plan);
        }
    }
    edge
}

/// A line in steps: until the next plan is paid for, the last one is the quickest.
fn steps(edge: &[&Plan], unit: f64) -> Vec<(f64, Option<f64>)> {
    let mut points = Vec::new();
    for pair in edge.windows(2).rev() {
        let (slow, quick) = (pair[0], pair[1]);
        let x = |plan: &Plan| plan.p90.unwrap_or(0.0) / unit;
        if points.is_empty() {
            points.push((x(quick), Some(quick.month)));
        }
        points.push((x(slow), Some(quick.month)));
        points.push((x(slow), Some(slow.month)));
    }
    if points.is_empty() {
        points.extend(
            edge.first()
                .map(|plan| (plan.p90.unwrap_or(0.0) / unit, Some(plan.month))),
        );
    }
    points
}

fn spot(plan: &Plan, unit: f64, ringed: bool) -> Spot {
    Spot {
        x: plan.p90.unwrap_or(0.0) / unit,
        y: plan.month,
        label: String::new(),
        text: said(plan),
        ringed,
    }
}

/// A plan of the frontier in a sentence.
pub fn said(plan: &Plan) -> String {
    format!(
        "{} a month, nine in ten within {}, {} front-office hours left.",
        money(plan.month),
        plan.p90
            .map_or_else(|| "an unknown time".to_owned(), duration),
        number(plan.front_hours_left, 0)
    )
}

fn table(scenario: &Scenario, edge: &[&Plan]) -> Table {
    let row = |plan: &&Plan| {
        vec![
            money(plan.month),
            plan.p90.map_or_else(|| "–".to_owned(), duration),
            number(plan.front_hours_left, 0),
            if plan.meets_all() { "met" } else { "missed" }.to_owned(),
            words::everybody(scenario, plan),
        ]
    };
    Table {
        head: [
            "A month",
            "Nine in ten within",
            "Front hours left",
            "Targets",
            "People",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: edge.iter().map(row).collect(),
    }
}
