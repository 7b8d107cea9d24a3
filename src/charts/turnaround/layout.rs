//! Where everything in the turnaround chart stands.

use super::{StaffPoint, TurnaroundChart, finite};
use crate::charts::axes::Axes;
use crate::charts::clip::Point;
use crate::charts::frame::Scale;
use crate::charts::labels::Placed;
use crate::charts::ticks::{clean_ticks, whole_step};
use crate::charts::type_width::Measure;

/// The axis ends at this multiple of the promise or of the value at the present number of people.
const CUT: f64 = 2.5;
/// Radius of the circle at the present number of people.
pub const RING: f64 = 5.0;

/// The places of everything.
pub struct Layout {
    /// The frame, its scales and ticks.
    pub axes: Axes,
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
    pub fn of(chart: &TurnaroundChart, size: (f64, f64), measure: Measure) -> Self {
        let (known, top) = top_of_axis(chart);
        let people = people_range(chart);
        let label = &chart.y_tick_label;
        let ticks = |most| match known {
            true => clean_ticks(top, most),
            false => Vec::new(),
        };
        let mut axes = Axes::of(size, people, (0.0, top), ticks, label, measure);
        axes.x_ticks = people_ticks(chart, &axes.x, measure);
        let curve = |value: fn(&StaffPoint) -> Option<f64>| {
            axes.curve(chart.points.iter().map(|point| (point.staff, value(point))))
        };
        let promised = chart.promised().filter(|promise| known && *promise <= top);
        let mut layout = Self {
            zone: zone(chart, &axes.x),
            promise: promised.map(|promise| axes.y.at(promise)),
            mean: curve(|point| point.mean),
            p90: curve(|point| point.p90),
            axes,
            overload_words: Vec::new(),
            promise_words: None,
            here_words: None,
            mean_words: None,
            p90_words: None,
        };
        layout.place_words(chart, measure);
        layout
    }

    /// Where a point's mean stands, held within the frame; overload stands at the top.
    pub fn position(&self, point: &StaffPoint) -> Point {
        let mean = finite(point.mean).unwrap_or(self.axes.y.high);
        self.axes.held(point.staff, mean)
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
