//! Chart 2: how long a task takes from arrival to done, against the number of people.
//!
//! The mean is a solid line with a marker at each number of people, the 90th percentile a dashed one.
//! Where people are too few the time has no bound: that range is a pale red zone, not a curve. Times are in
//! one unit of the caller's choice. Near overload the axis is cut and the line leaves through the top.

mod layout;
mod paint;
mod words;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::pen::Pen;
use super::{Chart, DrawError, Hit, SeriesColour, Theme, TickLabel, axes};

/// One number of people.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffPoint {
    /// People on duty.
    pub staff: f64,
    /// Mean turnaround; none is overload.
    pub mean: Option<f64>,
    /// The turnaround that nine in ten keep; none is overload.
    pub p90: Option<f64>,
    /// Mean and 90th percentile as a simulation found them.
    pub found: Vec<Interval>,
    /// What tooltip and screen reader say about the point.
    pub text: String,
}

/// What a simulation found: a value, and how far the truth may lie on either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The value.
    pub middle: f64,
    /// Half the width of its interval.
    pub half: f64,
}

/// The whole chart.
#[derive(Clone)]
pub struct TurnaroundChart {
    /// The points, people ascending.
    pub points: Vec<StaffPoint>,
    /// Minutes of the unit of the times.
    pub unit: f64,
    /// Index of the number of people in force now.
    pub here: Option<usize>,
    /// The promised turnaround.
    pub promise: Option<f64>,
    /// What stands at the promise.
    pub promise_label: String,
    /// What stands in the overload zone, line by line.
    pub overload_label: Vec<String>,
    /// What stands at the present number of people.
    pub here_label: String,
    /// The name of the mean's line.
    pub mean_label: String,
    /// The name of the 90th percentile's line.
    pub p90_label: String,
    /// Whose work it is.
    pub series: SeriesColour,
    /// Puts a number of people into words.
    pub x_tick_label: TickLabel,
    /// Puts a time into words.
    pub y_tick_label: TickLabel,
}

impl TurnaroundChart {
    /// The point in force now.
    fn here(&self) -> Option<&StaffPoint> {
        self.here.and_then(|index| self.points.get(index))
    }

    /// The promise, if it is a number.
    fn promised(&self) -> Option<f64> {
        self.promise
            .filter(|promise| promise.is_finite() && *promise >= 0.0)
    }
}

/// A value that is a number.
fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

impl Chart for TurnaroundChart {
    fn preferred_height(&self, width: f64) -> f64 {
        axes::preferred_height(width)
    }

    fn draw<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        theme: &Theme,
    ) -> Result<Vec<Hit>, DrawError> {
        let pen = Pen::new(area);
        let layout = layout::Layout::of(self, pen.size(), &|text, bold| pen.measure(text, bold));
        paint::paint(self, &layout, &pen, theme)?;
        let hit = |point: &StaffPoint| {
            let (x, y) = layout.position(point);
            Hit {
                x,
                y,
                text: point.text.clone(),
            }
        };
        Ok(self.points.iter().map(hit).collect())
    }
}
