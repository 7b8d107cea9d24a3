//! The weeks of a surge: the backlog as an area, what can be done as steps with those who joined in
//! another shade, what arrives, and when the backlog is gone.

use super::{Drawing, Figure};
use crate::charts::SeriesColour;
use crate::charts::lines::{Area, Line, LinesChart, Rule, Spot};
use crate::figures::Table;
use crate::model::surge::answer::{Offer, Remedy};
use crate::model::surge::chance::Chance;
use crate::model::surge::{Answer, Week};
use crate::words::numbers::number;
use crate::words::surge as words;
use std::sync::Arc;

/// Stable name of the figure.
pub const KEY: &str = "weeks";
/// Slices of a week in an area whose edge is aslant.
const SLICES: usize = 6;
/// Weeks shown after the last that is worth it, and at least.
const AFTER: usize = 4;
const FEWEST: usize = 16;

/// Builds the figure for the user's plan, with what chance made of it where that is known; `None` where
/// there are no weeks.
pub fn build(answer: &Answer, chance: Option<&Chance>) -> Option<Figure> {
    let yours = &answer.yours;
    let nothing = answer.of(Remedy::Nothing)?;
    let length = shown(answer);
    let weeks = yours.run.weeks.get(..length)?;
    let highest = |run: &[Week]| run.iter().map(|week| week.backlog).fold(0.0, f64::max);
    let most = weeks
        .iter()
        .map(|week| week.arrivals.max(capacity(week)).max(week.backlog))
        .fold(0.0, f64::max)
        .max(highest(&nothing.run.weeks[..length]));
    let bands = chance.iter().flat_map(|chance| &chance.weeks[..length]);
    let highest_band = bands.map(|week| week.2).fold(0.0, f64::max);
    let high = most.max(highest_band.min(1.5 * most)).max(1.0) * 1.08;
    Some(Figure {
        headline: headline(yours),
        measure: match chance {
            Some(_) => {
                "Tasks that wait, and tasks a week; grey: where eight simulations in ten lie; strip above: when it is gone in eight cases of ten".to_owned()
            }
            None => "Tasks that wait, and tasks a week; strip above: when it is gone in eight cases of ten".to_owned(),
        },
        summary: summary(yours, nothing),
        table: table(answer, chance, length),
        drawing: Drawing::Curves(LinesChart {
            areas: areas(answer, chance, length, high),
            band: Vec::new(),
            dots: Vec::new(),
            unit: 1.0,
            lines: lines(answer, length),
            rules: flag(yours, length),
            spots: weeks
                .iter()
                .enumerate()
                .map(|(at, week)| spot(at, week, yours))
                .collect(),
            x: (0.0, length as f64),
            y: (0.0, high),
            x_tick_label: Arc::new(|week| format!("week {}", number(week, 0))),
            y_tick_label: Arc::new(|tasks| number(tasks, 0)),
        }),
    })
}

/// How many weeks are worth showing: those given, those in which anything happens under the user's
/// plan, and a few more.
fn shown(answer: &Answer) -> usize {
    let given = answer.terms.surge.weekly.len();
    let run = &answer.yours.run;
    let cleared = run.clearing.map_or(run.weeks.len(), |clearing| {
        clearing.last.max(clearing.band.1.unwrap_or(0)) + 1
    });
    let joined = run.weeks.iter().rposition(|week| week.supply.temps > 0.0);
    let last = given
        .max(joined.map_or(0, |at| at + 1))
        .max(if run.peak.0 > 0.0 { cleared } else { 0 });
    (last + AFTER).max(FEWEST).min(run.weeks.len())
}

fn capacity(week: &Week) -> f64 {
    week.supply.without_front() + week.by_front
}

fn headline(yours: &Offer) -> String {
    match (yours.run.peak, yours.run.clearing) {
        ((0.0, _), _) => "Nothing waits".to_owned(),
        ((peak, week), Some(clearing)) => format!(
            "At most {} wait, at the end of week {week}; gone at the end of week {}",
            number(peak, 0),
            clearing.first
        ),
        ((peak, _), None) => format!(
            "{} wait, and the line is not gone within {} weeks",
            number(peak, 0),
            yours.run.weeks.len()
        ),
    }
}

fn summary(yours: &Offer, nothing: &Offer) -> String {
    format!(
        "Your plan, {}: {}. With nothing done, {} wait at the most.",
        words::plan(&yours.plan),
        words::cleared(yours),
        number(nothing.run.peak.0, 0)
    )
}

/// Steps: the same value from the beginning of a week to its end.
fn steps(values: impl Iterator<Item = f64>) -> Vec<(f64, Option<f64>)> {
    let step = |(week, value): (usize, f64)| {
        [(week as f64, Some(value)), ((week + 1) as f64, Some(value))]
    };
    values.enumerate().flat_map(step).collect()
}

/// The backlog from its beginning, at the end of every week.
fn backlog(waiting: f64, weeks: &[Week]) -> Vec<(f64, Option<f64>)> {
    let end = |(at, week): (usize, &Week)| ((at + 1) as f64, Some(week.backlog));
    std::iter::once((0.0, Some(waiting)))
        .chain(weeks.iter().enumerate().map(end))
        .collect()
}

fn line(
    name: &str,
    series: SeriesColour,
    emphasised: bool,
    points: Vec<(f64, Option<f64>)>,
) -> Line {
    Line {
        name: name.to_owned(),
        series,
        emphasised,
        points,
    }
}

fn lines(answer: &Answer, length: usize) -> Vec<Line> {
    let waiting = answer.terms.surge.waiting;
    let (yours, nothing) = (&answer.yours, answer.of(Remedy::Nothing));
    let weeks = &yours.run.weeks[..length];
    let mut lines = vec![
        line(
            "arrives",
            SeriesColour::Front,
            false,
            steps(weeks.iter().map(|week| week.arrivals)),
        ),
        line(
            "can be done",
            SeriesColour::Back,
            false,
            steps(weeks.iter().map(capacity)),
        ),
    ];
    if let Some(nothing) = nothing.filter(|nothing| nothing.run.weeks != yours.run.weeks) {
        let without = backlog(waiting, &nothing.run.weeks[..length]);
        lines.push(line(
            "waits if nothing is done",
            SeriesColour::Other,
            false,
            without,
        ));
    }
    lines.push(line(
        "waits",
        SeriesColour::Other,
        true,
        backlog(waiting, weeks),
    ));
    lines
}

/// What can be done: the team, and in a stronger shade those who joined, with their ramp; what chance
/// makes of the backlog, the backlog; the band of the clear date along the top.
fn areas(answer: &Answer, chance: Option<&Chance>, length: usize, high: f64) -> Vec<Area> {
    let yours = &answer.yours;
    let weeks = &yours.run.weeks[..length];
    let (mut own, mut joined) = (Vec::new(), Vec::new());
    for (at, week) in weeks.iter().enumerate() {
        let at = at as f64;
        own.push((at, at + 1.0, 0.0, week.supply.own));
        let all = capacity(week);
        if all > week.supply.own {
            joined.push((at, at + 1.0, week.supply.own, all));
        }
    }
    let start = (answer.terms.surge.waiting, answer.terms.surge.waiting);
    let waits = weeks.iter().map(|week| (0.0, week.backlog));
    let area = |series, shade, slices| Area {
        series,
        shade,
        slices,
    };
    let mut areas = vec![
        area(Some(SeriesColour::Back), 0.08, own),
        area(Some(SeriesColour::Back), 0.30, joined),
        area(
            Some(SeriesColour::Other),
            0.30,
            between((0.0, start.1), waits),
        ),
    ];
    if let Some(chance) = chance {
        let band = chance
            .weeks
            .iter()
            .take(length)
            .map(|week| (week.1, week.2));
        areas.push(area(None, 0.13, between(start, band)));
    }
    if let Some(clearing) = yours.run.clearing {
        let (early, late) = clearing.band;
        let late = late.map_or(length, |late| late + 1).min(length);
        let strip = (
            (early + 1).min(late) as f64,
            late as f64,
            high * 0.965,
            high,
        );
        areas.push(area(None, 0.35, vec![strip]));
    }
    areas
}

/// Upright slices between two curves that are straight from week to week.
fn between(start: (f64, f64), ends: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64, f64, f64)> {
    let mut before = start;
    let mut slices = Vec::new();
    for (at, after) in ends.enumerate() {
        for slice in 0..SLICES {
            let share = |slice: usize| slice as f64 / SLICES as f64;
            let middle = (share(slice) + share(slice + 1)) / 2.0;
            let at = at as f64;
            let on = |a: f64, b: f64| a + (b - a) * middle;
            let (low, high) = (on(before.0, after.0), on(before.1, after.1));
            if high > low {
                slices.push((at + share(slice), at + share(slice + 1), low, high));
            }
        }
        before = after;
    }
    slices
}

/// The clear date.
fn flag(yours: &Offer, length: usize) -> Vec<Rule> {
    let Some(clearing) = yours.run.clearing else {
        return Vec::new();
    };
    let mut rules = vec![Rule::At(
        clearing.moment,
        format!("gone in week {}", clearing.first),
    )];
    if clearing.last > clearing.first {
        rules.push(Rule::At(
            (clearing.last + 1) as f64,
            format!("for good, week {}", clearing.last),
        ));
    }
    rules.retain(|rule| matches!(rule, Rule::At(at, _) if *at <= length as f64));
    rules
}

fn spot(at: usize, week: &Week, yours: &Offer) -> Spot {
    let peak = yours.run.peak;
    let is_peak = peak.0 > 0.0 && peak.1 == at;
    Spot {
        x: (at + 1) as f64,
        y: week.backlog,
        label: if is_peak {
            format!("{} wait", number(peak.0, 0))
        } else {
            String::new()
        },
        text: format!(
            "Week {at}: {} arrive, {} can be done, {} wait at its end, the oldest for {} weeks.",
            number(week.arrivals, 1),
            number(capacity(week), 1),
            number(week.backlog, 1),
            number(week.oldest, 1)
        ),
        ringed: is_peak,
    }
}

fn table(answer: &Answer, chance: Option<&Chance>, length: usize) -> Table {
    let nothing = answer.of(Remedy::Nothing);
    let mut head: Vec<String> = [
        "Week",
        "Arrive",
        "Team",
        "Overtime",
        "Temps",
        "Permanent",
        "Front office",
        "Done",
        "Wait",
        "Oldest, weeks",
        "Eight in ten",
        "Wait if nothing is done",
    ]
    .map(str::to_owned)
    .to_vec();
    head.extend(chance.map(|_| "Wait, simulated".to_owned()));
    let row = |(at, week): (usize, &Week)| {
        let one = |value: f64| number(value, 1);
        let mut row = vec![
            at.to_string(),
            one(week.arrivals),
            one(week.supply.own),
            one(week.supply.overtime),
            one(week.supply.temps),
            one(week.supply.hires),
            one(week.by_front),
            one(week.done),
            one(week.backlog),
            one(week.oldest),
            format!("{} to {}", one(week.band.0), one(week.band.1)),
            nothing.map_or_else(String::new, |nothing| one(nothing.run.weeks[at].backlog)),
        ];
        row.extend(
            chance
                .and_then(|chance| chance.weeks.get(at))
                .map(|week| one(week.0)),
        );
        row
    };
    let rows = answer
        .yours
        .run
        .weeks
        .iter()
        .take(length)
        .enumerate()
        .map(row);
    Table {
        head,
        rows: rows.collect(),
    }
}
