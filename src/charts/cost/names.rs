//! Names the groups of the stacked bars once each: in or above a segment, or in one line over the plot.

use super::CostChart;
use super::layout::Row;
use crate::charts::frame::{LINE, Rect};
use crate::charts::type_width::{Measure, shorten};

/// Distance between a name and the edges of the segment that holds it.
const INSET: f64 = 6.0;
/// Side of the small square before a name.
pub const SWATCH: f64 = 9.0;
/// Distance between the square and its name.
pub const SWATCH_GAP: f64 = 5.0;
/// Distance between two names in the line over the plot.
const NAMES_GAP: f64 = 14.0;

/// One group's name and where it stands.
pub struct Name {
    /// Which group.
    pub group: usize,
    /// The words.
    pub text: String,
    /// The surface of the words.
    pub at: Rect,
    /// Whether they stand on the colour of the segment.
    pub inside: bool,
}

/// How the groups are named.
pub enum Naming {
    /// At their segments.
    Direct(Vec<Name>),
    /// In a line above the plot, each after a small square.
    Line(Vec<Name>),
}

/// Names the groups that have any amount at all.
pub fn name_groups(
    chart: &CostChart,
    rows: &[Row],
    width: f64,
    narrow: bool,
    measure: Measure,
) -> Naming {
    let shown: Vec<usize> = (0..chart.group_count())
        .filter(|&group| chart.bars.iter().any(|bar| bar.part(group) > 0.0))
        .collect();
    match direct(chart, rows, &shown, (width, narrow), measure) {
        Some(names) => Naming::Direct(names),
        None => Naming::Line(in_line(chart, &shown, width, measure)),
    }
}

/// A place at a segment for every group, or nothing.
fn direct(
    chart: &CostChart,
    rows: &[Row],
    shown: &[usize],
    (width, narrow): (f64, bool),
    measure: Measure,
) -> Option<Vec<Name>> {
    let mut names: Vec<Name> = Vec::new();
    for &group in shown {
        let text = &chart.groups[group];
        let wide = measure(text, false);
        let mut candidates: Vec<usize> = (0..rows.len())
            .filter(|&row| !chart.bars[row].muted)
            .collect();
        candidates.sort_by(|&a, &b| {
            let width = |row: usize| rows[row].segments[group].width();
            width(b).total_cmp(&width(a))
        });
        let inside = candidates
            .iter()
            .find_map(|&row| inside(&rows[row], group, wide));
        let at = inside.or_else(|| {
            let free = |at: &Rect| {
                at.x1 <= width && !names.iter().any(|name| name.at.grown(3.0).meets(at))
            };
            let above = |&row: &usize| above(rows, row, group, wide).filter(free);
            (!narrow)
                .then(|| candidates.iter().find_map(above))
                .flatten()
        })?;
        names.push(Name {
            group,
            text: text.clone(),
            at,
            inside: inside.is_some(),
        });
    }
    Some(names)
}

/// Within the segment: only the first group, whose surface is not hatched, can be written on.
fn inside(row: &Row, group: usize, wide: f64) -> Option<Rect> {
    let segment = row.segments[group];
    if group != 0 || segment.width() < wide + 2.0 * INSET || segment.height() < LINE {
        return None;
    }
    let middle = segment.centre().1;
    let x0 = segment.x0 + INSET;
    Some(Rect::new(
        x0,
        middle - LINE / 2.0,
        x0 + wide,
        middle + LINE / 2.0,
    ))
}

/// In the gap above the segment, beginning where it begins.
fn above(rows: &[Row], row: usize, group: usize, wide: f64) -> Option<Rect> {
    let segment = rows[row].segments[group];
    let ceiling = row.checked_sub(1).map_or(0.0, |before| rows[before].bar.y1);
    if segment.width() < 3.0 || segment.y0 - ceiling < LINE {
        return None;
    }
    let y1 = segment.y0 - 1.0;
    Some(Rect::new(segment.x0, y1 - LINE, segment.x0 + wide, y1))
}

/// One line of names over the plot; each is shortened alike where the line would be too long.
fn in_line(chart: &CostChart, shown: &[usize], width: f64, measure: Measure) -> Vec<Name> {
    let fixed = (SWATCH + SWATCH_GAP + NAMES_GAP) * shown.len() as f64 - NAMES_GAP;
    let full: f64 = shown
        .iter()
        .map(|&group| measure(&chart.groups[group], false))
        .sum();
    let squeeze = ((width - fixed - 2.0) / full.max(1.0)).clamp(0.0, 1.0);
    let mut x = 1.0;
    let mut names = Vec::new();
    for &group in shown {
        let room = measure(&chart.groups[group], false) * squeeze + 0.1;
        let text = shorten(&chart.groups[group], false, room, measure);
        let x0 = x + SWATCH + SWATCH_GAP;
        let at = Rect::new(x0, 0.0, x0 + measure(&text, false), LINE);
        x = at.x1 + NAMES_GAP;
        names.push(Name {
            group,
            text,
            at,
            inside: false,
        });
    }
    names
}
