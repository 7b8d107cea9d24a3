//! Floor 2: charts, drawn by plotters over any drawing backend.
//!
//! A chart is plain data, numbers and finished words, that knows how to draw itself. It reads neither the
//! model nor a language nor the browser, so that canvas, SVG export, print and tests share one drawing code.
//! Lengths are logical pixels as `f64`; towards plotters they become tenths of a pixel ([`GRAIN`]).
//! To add a chart: one file with its data and its [`Chart`] implementation, and its line below.

pub mod axes;
mod clip;
pub mod cost;
pub mod frame;
mod hatch;
pub mod labels;
pub mod lines;
mod pen;
mod sketch;
pub mod svg;
pub mod theme;
pub mod ticks;
pub mod turnaround;
pub mod type_width;

use std::sync::Arc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters_backend::DrawingBackend;

pub use frame::{FONT, GRAIN, TEXT};
pub use theme::{SeriesColour, Theme};

/// Puts a tick's value into words; shared so that chart data can be cloned and sent.
pub type TickLabel = Arc<dyn Fn(f64) -> String + Send + Sync>;

/// A point that the arrow keys and the tooltip step through.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Distance from the chart's left edge, in logical pixels.
    pub x: f64,
    /// Distance from the chart's top edge, in logical pixels.
    pub y: f64,
    /// What tooltip and screen reader say.
    pub text: String,
}

/// Why a chart could not be drawn; in practice the backend's own complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawError(pub String);

impl std::fmt::Display for DrawError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the chart could not be drawn: {}", self.0)
    }
}

impl std::error::Error for DrawError {}

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for DrawError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self(error.to_string())
    }
}

/// What every chart can do.
pub trait Chart {
    /// The height in logical pixels at which a chart of this width looks right.
    fn preferred_height(&self, width: f64) -> f64;

    /// Draws the chart over the whole area and returns the points one can step through, in reading order.
    /// The area's unit is a tenth of a logical pixel. The ground is left as it is.
    fn draw<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        theme: &Theme,
    ) -> Result<Vec<Hit>, DrawError>;

    /// The same points without a picture, with text widths estimated: they may lie some pixels off.
    fn hits(&self, width: f64, height: f64) -> Vec<Hit> {
        let area = sketch::Sketch::new(width, height).into_drawing_area();
        self.draw(&area, &Theme::light()).unwrap_or_default()
    }
}
