//! Where everything in the turnaround chart stands.

use super::{StaffPoint, TurnaroundChart, finite};
use crate::charts::clip::{self, Point};
use crate::charts::frame::{Rect, Scale};
use crate::charts::labels::Placed;
use crate::charts::ticks::{clean_ticks, whole_step};
use crate::charts::type_width::Measure;

/// Room for the ticks below the plot, in logical pixels.
const FOOT: f64 = 24.0;
/// Room above the plot: half a line, for the topmost tick.
const HEAD: f64 = 8.0;
/// The axis ends at this multiple of the promise or of the value at the present number of people.
const CUT: f64 = 2.5;
/// Radius of the circle at the present number of people.
pub const RING: f64 = 5.0;

/// The places of everything.
pub struct Layout {
    /// The frame of the curves.
    pub plot: Rect,
    /// From people to positions.
    pub x: Scale,
    /// From times to positions.
    pub y: Scale,
    /// Numbers of people with a label.
    pub x_ticks: Vec<f64>,
    /// Times with a grid line; empty where no time is known.
    pub y_ticks: Vec<f64>,
    /// Right edge of the overload zone.
    pub zone: Option<f64>,
    /// The mean's line, cut at the frame.
    pub mean: Vec<Vec<Point>>,
    /// The 90th percentile's line, cut at the frame.
    pub p90: Vec<Vec<Point>>,
    /// Height of the promise, where it is on the axis.
    pub promise: Option<f64>,
    /// The lines of the overload words.
    pub overload_words: Vec<Placed>,
    /// The label of the promise.
    pub promise_words: Option<Placed>,
    /// The label at the present number of people.
    pub here_words: Option<Placed>,
    /// The name of the mean's line.
    pub mean_words: Option<Placed>,
    /// The name of the 90th percentile's line.
    pub p90_words: Option<Placed>,
}

impl Layout {
    /// The layout for a size in logical pixels.
    pub fn of(chart: &TurnaroundChart, (width, height): (f64, f64), measure: Measure) -> Self {
        let (known, top) = top_of_axis(chart);
        let bottom = (height - FOOT).max(HEAD + 1.0);
        let most = ((bottom - HEAD) / 36.0).clamp(1.0, 6.0).floor();
        let y_ticks = if known {
            clean_ticks(top, most)
        } else {
            Vec::new()
        };
        let widest = y_ticks
            .iter()
            .map(|&tick| measure(&(chart.y_tick_label)(tick), false));
        let left = widest.fold(0.0, f64::max).min(width * 0.3) + 8.0;
        let plot = Rect::new(left.ceil(), HEAD, width - 1.0, bottom);
        let (low, high) = people_range(chart);
        let x = Scale {
            low,
            high,
            from: plot.x0,
            to: plot.x1,
        };
        let y = Scale {
            low: 0.0,
            high: top,
            from: plot.y1,
            to: plot.y0,
        };
        let mut layout = Self {
            x_ticks: people_ticks(chart, &x, measure),
            zone: zone(chart, &x),
            promise: chart
                .promised()
                .filter(|promise| known && *promise <= top)
                .map(|p| y.at(p)),
            plot,
            x,
            y,
            y_ticks,
            mean: Vec::new(),
            p90: Vec::new(),
            overload_words: Vec::new(),
            promise_words: None,
            here_words: None,
            mean_words: None,
            p90_words: None,
        };
        layout.mean = layout.curve(chart, |point| point.mean);
        layout.p90 = layout.curve(chart, |point| point.p90);
        layout.place_words(chart, measure);
        layout
    }

    /// Where a point's mean stands, held within the frame; overload stands at the top.
    pub fn position(&self, point: &StaffPoint) -> Point {
        let y = finite(point.mean).map_or(self.plot.y0, |mean| self.y.at(mean));
        (
            self.x.at(point.staff),
            y.max(self.plot.y0).min(self.plot.y1),
        )
    }

    fn curve(
        &self,
        chart: &TurnaroundChart,
        value: fn(&StaffPoint) -> Option<f64>,
    ) -> Vec<Vec<Point>> {
        let known = |point: &StaffPoint| {
            finite(value(point)).map(|time| (self.x.at(point.staff), self.y.at(time)))
        };
        let spots: Vec<Option<Point>> = chart.points.iter().map(known).collect();
        let runs = spots
            .split(Option::is_none)
            .map(|run| run.iter().flatten().copied().collect());
        runs.flat_map(|run: Vec<Point>| clip::polyline(&self.plot, &run))
            .collect()
    }
}

/// Whether any time is known, and the time at the top of the axis.
fn top_of_axis(chart: &TurnaroundChart) -> (bool, f64) {
    let times = |point: &StaffPoint| [finite(point.mean), finite(point.p90)];
    let known: Vec<f64> = chart.points.iter().flat_map(times).flatten().collect();
    let promise = chart.promised().unwrap_or(0.0);
    if known.is_empty() {
        return if promise > 0.0 {
            (true, promise * 1.5)
        } else {
            (false, 1.0)
        };
    }
    let here = chart
        .here()
        .and_then(|point| finite(point.p90).or(finite(point.mean)));
    let least = known.iter().copied().fold(f64::INFINITY, f64::min);
    let base = promise.max(here.unwrap_or(0.0));
    let cap = if base > 0.0 {
        CUT * base.max(least)
    } else {
        2.0 * CUT * least
    };
    let top = (known.iter().copied().fold(0.0, f64::max) * 1.08).min(cap);
    let top = if promise <= CUT * top {
        top.max(promise * 1.2)
    } else {
        top
    };
    if top > 0.0 { (true, top) } else { (true, 1.0) }
}

/// The people at the left and right edge of the plot: half a step beyond the first and last point.
fn people_range(chart: &TurnaroundChart) -> (f64, f64) {
    let (Some(first), Some(last)) = (chart.points.first(), chart.points.last()) else {
        return (0.0, 1.0);
    };
    let step = chart
        .points
        .windows(2)
        .map(|pair| pair[1].staff - pair[0].staff);
    let step = step
        .filter(|step| *step > 0.0)
        .fold(f64::INFINITY, f64::min);
    let step = if step.is_finite() { step } else { 1.0 };
    (first.staff - step * 0.5, last.staff + step * 0.3)
}

fn people_ticks(chart: &TurnaroundChart, x: &Scale, measure: Measure) -> Vec<f64> {
    let whole: Vec<f64> = chart
        .points
        .iter()
        .map(|point| point.staff)
        .filter(|s| s.fract() == 0.0)
        .collect();
    let widest = whole
        .iter()
        .map(|&staff| measure(&(chart.x_tick_label)(staff), false));
    let room = widest.fold(8.0, f64::max) + 10.0;
    let step = whole_step(x.high - x.low, (x.to - x.from) / room);
    whole
        .into_iter()
        .filter(|staff| (staff / step).fract() == 0.0)
        .collect()
}

/// The overload zone ends midway between the last overloaded and the first stable number of people.
fn zone(chart: &TurnaroundChart, x: &Scale) -> Option<f64> {
    let stable = chart
        .points
        .iter()
        .position(|point| finite(point.mean).is_some());
    match stable {
        Some(0) => None,
        Some(first) => {
            Some(x.at((chart.points[first - 1].staff + chart.points[first].staff) / 2.0))
        }
        None => (!chart.points.is_empty()).then_some(x.to),
    }
}
