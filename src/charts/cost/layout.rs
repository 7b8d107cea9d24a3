//! Where everything in the cost chart stands.

use super::CostChart;
use super::names::{self, Naming};
use crate::charts::frame::{LINE, NARROW, Rect, Scale};
use crate::charts::ticks::clean_ticks;
use crate::charts::type_width::{Measure, shorten, wrap};

/// Room above the first bar, where the names of the groups may stand, in logical pixels.
const HEAD: f64 = 20.0;
/// Room below the last bar for the ticks, in logical pixels.
pub const FOOT: f64 = 24.0;
/// Distance between a bar's end and its total.
pub const TOTAL_GAP: f64 = 6.0;
/// Distance between the strategies' names and the bars.
const NAME_GAP: f64 = 10.0;
/// The largest share of the width that names at the left may take.
const NAME_SHARE: f64 = 0.36;

/// One bar and its words.
pub struct Row {
    /// The surface of the bar at full length; its parts lie within.
    pub bar: Rect,
    /// Where the last part ends.
    pub end: f64,
    /// The segments by group, empty where the amount is nothing.
    pub segments: Vec<Rect>,
    /// The ends of what was simulated.
    pub found: Option<(f64, f64)>,
    /// The lines of the name.
    pub name: Vec<String>,
    /// The remark, shortened to its room.
    pub note: Option<String>,
    /// Where the room for name and remark lies: beside the bar, or above it on narrow charts.
    pub words: Rect,
}

/// The places of everything.
pub struct Layout {
    /// The frame of the bars.
    pub plot: Rect,
    /// From amounts to positions.
    pub scale: Scale,
    /// Amounts with a grid line.
    pub ticks: Vec<f64>,
    /// The bars.
    pub rows: Vec<Row>,
    /// How the groups are named.
    pub naming: Naming,
    /// Whether names stand above the bars.
    pub narrow: bool,
}

impl Layout {
    /// The layout for a size in logical pixels.
    pub fn of(chart: &CostChart, (width, height): (f64, f64), measure: Measure) -> Self {
        let narrow = width < NARROW;
        let left = if narrow {
            1.0
        } else {
            name_room(chart, width, measure) + NAME_GAP
        };
        let head = head(chart, width, measure);
        let plot = Rect::new(
            left.ceil(),
            head,
            width - 1.0,
            (height - FOOT).max(head + 1.0),
        );
        let scale = scale(chart, &plot, measure);
        let rows = rows(chart, &plot, &scale, narrow, measure);
        let naming = names::name_groups(chart, &rows, width, narrow, measure);
        Self {
            ticks: ticks(chart, &plot, &scale, measure),
            plot,
            scale,
            rows,
            naming,
            narrow,
        }
    }
}

/// Room above the first bar; on narrow charts the names of the groups may need a second line.
pub fn head(chart: &CostChart, width: f64, measure: Measure) -> f64 {
    if width < NARROW {
        names::height_of_lines(chart, width, measure) + 4.0
    } else {
        HEAD
    }
}

/// Width of the column of names, as wide as its widest line up to the limit.
fn name_room(chart: &CostChart, width: f64, measure: Measure) -> f64 {
    let limit = width * NAME_SHARE;
    let widest = |lines: Vec<String>, bold: bool| {
        lines
            .iter()
            .map(|line| measure(line, bold))
            .fold(0.0, f64::max)
    };
    let room = |bar: &super::CostBar| {
        let name = widest(
            wrap(&bar.label, bar.emphasised, limit, 2, measure),
            bar.emphasised,
        );
        let note = bar
            .note
            .iter()
            .map(|note| measure(note, false))
            .fold(0.0, f64::max);
        name.max(note.min(limit))
    };
    chart.bars.iter().map(room).fold(0.0, f64::max)
}

/// The scale at which the bar that needs most, with its total behind it, just fits.
fn scale(chart: &CostChart, plot: &Rect, measure: Measure) -> Scale {
    let mut per_unit = f64::INFINITY;
    for bar in &chart.bars {
        let total = bar.total(chart.group_count());
        let words = measure(&bar.total_label, bar.emphasised) + TOTAL_GAP;
        if total > 0.0 {
            per_unit = per_unit.min((plot.width() - words).max(1.0) / total);
        }
    }
    let high = if per_unit.is_finite() {
        plot.width() / per_unit
    } else {
        0.0
    };
    Scale {
        low: 0.0,
        high,
        from: plot.x0,
        to: plot.x1,
    }
}

/// The ticks whose words keep apart and stay within the chart, as many as there is room for.
fn ticks(chart: &CostChart, plot: &Rect, scale: &Scale, measure: Measure) -> Vec<f64> {
    let half = |tick: f64| measure(&(chart.tick_label)(tick), false) / 2.0;
    let fits = |tick: &f64| *tick == 0.0 || scale.at(*tick) + half(*tick) <= plot.x1;
    let apart = |pair: &[f64]| {
        let distance = scale.at(pair[1]) - scale.at(pair[0]);
        distance >= half(pair[0]) + half(pair[1]) + 18.0
    };
    let choices = (1..=5u32)
        .rev()
        .map(|most| clean_ticks(scale.high, f64::from(most)));
    let mut choices = choices.map(|ticks| ticks.into_iter().filter(fits).collect::<Vec<_>>());
    choices
        .find(|ticks| ticks.windows(2).all(apart))
        .unwrap_or_else(|| vec![0.0])
}

fn rows(chart: &CostChart, plot: &Rect, scale: &Scale, narrow: bool, measure: Measure) -> Vec<Row> {
    let pitch = (plot.height() / chart.bars.len().max(1) as f64).min(48.0);
    let above = if narrow { LINE + 1.0 } else { 0.0 };
    let thickness = if narrow {
        pitch - above - 6.0
    } else {
        pitch * 0.62
    }
    .clamp(3.0, 26.0);
    let row = |(index, bar): (usize, &super::CostBar)| {
        let top = plot.y0 + pitch * index as f64;
        let y0 = if narrow {
            top + above
        } else {
            top + (pitch - thickness) / 2.0
        };
        let surface = Rect::new(plot.x0, y0.round(), plot.x1, (y0 + thickness).round());
        let words = if narrow {
            Rect::new(plot.x0, top, plot.x1, top + LINE)
        } else {
            Rect::new(0.0, top, plot.x0 - NAME_GAP, top + pitch)
        };
        let segments = segments(bar, chart.group_count(), &surface, scale);
        let end = segments.last().map_or(surface.x0, |segment| segment.x1);
        let (name, note) = words_of(bar, &words, narrow, measure);
        let found = bar.found.map(|(low, high)| (scale.at(low), scale.at(high)));
        Row {
            bar: surface,
            end,
            found,
            segments,
            name,
            note,
            words,
        }
    };
    chart.bars.iter().enumerate().map(row).collect()
}

/// The segments of one bar, a pixel apart.
fn segments(bar: &super::CostBar, groups: usize, surface: &Rect, scale: &Scale) -> Vec<Rect> {
    let mut sum = bar.from;
    let mut segments: Vec<Rect> = Vec::new();
    for group in 0..groups {
        let amount = bar.part(group);
        let gap = if sum > bar.from && amount > 0.0 {
            1.0
        } else {
            0.0
        };
        let from = scale.at(sum);
        sum += amount;
        let to = scale.at(sum);
        segments.push(Rect::new((from + gap).min(to), surface.y0, to, surface.y1));
    }
    segments
}

/// Name and remark of a bar, cut to their room.
fn words_of(
    bar: &super::CostBar,
    words: &Rect,
    narrow: bool,
    measure: Measure,
) -> (Vec<String>, Option<String>) {
    let room = words.width();
    if narrow {
        let name = shorten(&bar.label, bar.emphasised, room, measure);
        let rest = room - measure(&name, bar.emphasised) - 12.0;
        let note = bar
            .note
            .as_ref()
            .map(|note| shorten(note, false, rest, measure));
        return (vec![name], note);
    }
    let lines = (words.height() / (LINE - 1.0)).floor().max(1.0) as usize;
    let note = bar.note.as_ref().filter(|_| lines > 1);
    let most = (lines - usize::from(note.is_some())).clamp(1, 2);
    let name = wrap(&bar.label, bar.emphasised, room, most, measure);
    (name, note.map(|note| shorten(note, false, room, measure)))
}
