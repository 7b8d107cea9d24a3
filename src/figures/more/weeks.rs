//! The weeks of a surge: the backlog as an area, what can be done as steps with those who joined in
//! another shade, what arrives, and when the backlog is gone.

mod areas;
mod table;

use super::{Drawing, Figure};
use crate::charts::SeriesColour;
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::model::surge::answer::{Offer, Remedy};
use crate::model::surge::chance::Chance;
use crate::model::surge::{Answer, Week};
use crate::words::numbers::number;
use crate::words::surge as words;
use areas::areas;
use std::sync::Arc;
use table::table;

/// Stable name of the figure.
pub const KEY: &str = "weeks";
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
