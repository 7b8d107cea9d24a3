//! Names the groups of the stacked bars once each: in or above a segment, or in lines over the plot.

use super::CostChart;
use super::layout::Row;
use crate::charts::frame::{LINE, Rect};
use crate::charts::type_width::{Measure, shorten};
use crate::model::order::sort_short;

/// Distance between a name and the edges of the segment that holds it.
const INSET: f64 = 6.0;
/// Side of the small square before a name.
pub const SWATCH: f64 = 9.0;
/// Distance between the square and its name.
pub const SWATCH_GAP: f64 = 5.0;
/// Distance between two names in the line over the plot.
const NAMES_GAP: f64 = 14.0;
/// A thinner segment is not named from above: nobody would see what is meant.
const THINNEST: f64 = 3.0;

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
    /// In lines above the plot, each after a small square.
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
    if !narrow {
        let full_colour: Vec<usize> = (0..rows.len())
            .filter(|&row| !chart.bars[row].muted)
            .collect();
        let every: Vec<usize> = (0..rows.len()).collect();
        for usable in [full_colour, every] {
            let mut search = Search {
                chart,
                rows,
                usable,
                width,
                measure,
                names: Vec::new(),
            };
            if search.name(&shown(chart)) {
                return Naming::Direct(search.names);
            }
        }
    }
    Naming::Line(in_lines(chart, width, narrow, measure))
}

/// The groups that any bar shows.
fn shown(chart: &CostChart) -> Vec<usize> {
    let any = |group: &usize| chart.bars.iter().any(|bar| bar.part(*group) > 0.0);
    (0..chart.group_count()).filter(any).collect()
}

/// The search for a place at a segment for every group.
struct Search<'a> {
    chart: &'a CostChart,
    rows: &'a [Row],
    /// Indices of the rows whose segments may be named.
    usable: Vec<usize>,
    width: f64,
    measure: Measure<'a>,
    names: Vec<Name>,
}

impl Search<'_> {
    /// Places the groups that are left, trying and taking back; false where there is no way.
    fn name(&mut self, left: &[usize]) -> bool {
        let Some((&group, rest)) = left.split_first() else {
            return true;
        };
        let text = &self.chart.groups[group];
        for (at, inside) in self.places(group, (self.measure)(text, false)) {
            let free = self.names.iter().all(|name| !name.at.grown(2.0).meets(&at));
            if free && at.x0 >= 0.0 && at.x1 <= self.width {
                self.names.push(Name {
                    group,
                    text: text.clone(),
                    at,
                    inside,
                });
                if self.name(rest) {
                    return true;
                }
                self.names.pop();
            }
        }
        false
    }

    /// All places for a group's name, at its widest segment first, and whether they lie inside.
    fn places(&self, group: usize, wide: f64) -> Vec<(Rect, bool)> {
        let rows = self.rows;
        let width = |row: usize| rows[row].segments[group].width();
        let mut order: Vec<usize> = self
            .usable
            .iter()
            .copied()
            .filter(|&row| width(row) >= THINNEST)
            .collect();
        sort_short(&mut order, |&a, &b| width(b).total_cmp(&width(a)));
        let inside = order
            .iter()
            .filter_map(|&row| inside(&rows[row], group, wide))
            .map(|at| (at, true));
        let above = order
            .iter()
            .flat_map(|&row| above(rows, row, group, wide))
            .map(|at| (at, false));
        inside.chain(above).collect()
    }
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

/// In the gap above the segment: beginning where it begins, ending where it ends, or centred.
fn above(rows: &[Row], row: usize, group: usize, wide: f64) -> Vec<Rect> {
    let segment = rows[row].segments[group];
    let ceiling = row.checked_sub(1).map_or(0.0, |before| rows[before].bar.y1);
    if segment.y0 - ceiling < LINE {
        return Vec::new();
    }
    let y1 = segment.y0 - (segment.y0 - ceiling - LINE).min(1.0);
    let starts = [
        segment.x0,
        segment.x1 - wide - 3.0,
        segment.centre().0 - wide / 2.0,
    ];
    starts
        .map(|x0| Rect::new(x0, y1 - LINE, x0 + wide, y1))
        .to_vec()
}

/// Height of the lines of names on a narrow chart.
pub fn height_of_lines(chart: &CostChart, width: f64, measure: Measure) -> f64 {
    in_lines(chart, width, true, measure)
        .last()
        .map_or(0.0, |name| name.at.y1)
}

/// The names over the plot: on narrow charts in as many lines as they need, else in one, shortened to fit.
fn in_lines(chart: &CostChart, width: f64, narrow: bool, measure: Measure) -> Vec<Name> {
    let shown = shown(chart);
    let sign = SWATCH + SWATCH_GAP;
    let room = if narrow {
        width
    } else {
        width / shown.len().max(1) as f64 - NAMES_GAP
    };
    let full: f64 = shown
        .iter()
        .map(|&group| measure(&chart.groups[group], false) + sign + NAMES_GAP)
        .sum();
    let cut = narrow || full - NAMES_GAP > width;
    let (mut x, mut y) = (1.0, 0.0);
    let mut names: Vec<Name> = Vec::new();
    for group in shown {
        let most = if cut { room - sign - 2.0 } else { width };
        let text = shorten(&chart.groups[group], false, most, measure);
        let wide = measure(&text, false);
        if narrow && x > 1.0 && x + sign + wide > width {
            (x, y) = (1.0, y + LINE + 2.0);
        }
        let at = Rect::new(x + sign, y, x + sign + wide, y + LINE);
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
