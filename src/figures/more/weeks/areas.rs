//! The areas behind the lines of the weeks.

use super::capacity;
use crate::charts::SeriesColour;
use crate::charts::lines::Area;
use crate::model::surge::Answer;
use crate::model::surge::chance::Chance;

/// Slices of a week in an area whose edge is aslant.
const SLICES: usize = 6;

/// What can be done: the team, and in a stronger shade those who joined, with their ramp; what chance
/// makes of the backlog, the backlog; the band of the clear date along the top.
pub(super) fn areas(
    answer: &Answer,
    chance: Option<&Chance>,
    length: usize,
    high: f64,
) -> Vec<Area> {
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
