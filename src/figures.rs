//! Floor 2, above charts and words: a figure is a chart with its message, its summary and the
//! table behind it, made from an evaluation.
//!
//! To add a figure: one file that builds it and its line in [`FIGURES`]; or in [`more`], for one
//! that the page fetches when it is asked for.

mod cost;
pub mod more;
pub mod simulated;
pub mod turnaround;

use crate::charts::cost::CostChart;
use crate::charts::turnaround::TurnaroundChart;
use crate::charts::{Chart, DrawError, Hit, SeriesColour, Theme};
use crate::model::strategy::Tone;
use crate::words::sentences::Context;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// How a figure is made; its curves, if it has any, are of the kind `C`.
pub struct FigureKind<C = TurnaroundChart> {
    /// Stable name.
    pub key: &'static str,
    /// Builds it for the strategy shown; `None` where it has nothing to show.
    pub build: fn(&Context, usize) -> Option<Figure<C>>,
}

/// Every figure, in the order of the page.
pub static FIGURES: &[FigureKind] = &[turnaround::KIND, cost::KIND];

/// A chart with everything a reader needs who cannot see it, or does not believe it.
#[derive(Clone)]
pub struct Figure<C = TurnaroundChart> {
    /// The message, as a headline.
    pub headline: String,
    /// What is measured, and in which unit.
    pub measure: String,
    /// The same in words, made from the data.
    pub summary: String,
    /// The numbers behind it.
    pub table: Table,
    /// The picture.
    pub drawing: Drawing<C>,
}

/// The numbers behind a chart, as they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Column headings; the first column names the row.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A chart of either kind: bars in groups, or curves of the kind `C`.
#[derive(Clone)]
pub enum Drawing<C = TurnaroundChart> {
    /// Bars in groups.
    Bars(CostChart),
    /// Curves over a number.
    Curves(C),
}

impl<C: Chart> Chart for Drawing<C> {
    fn preferred_height(&self, width: f64) -> f64 {
        match self {
            Drawing::Bars(chart) => chart.preferred_height(width),
            Drawing::Curves(chart) => chart.preferred_height(width),
        }
    }

    fn draw<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        theme: &Theme,
    ) -> Result<Vec<Hit>, DrawError> {
        match self {
            Drawing::Bars(chart) => chart.draw(area, theme),
            Drawing::Curves(chart) => chart.draw(area, theme),
        }
    }
}

/// The colour of whose work a strategy mainly is.
fn series(tone: Tone) -> SeriesColour {
    match tone {
        Tone::Front => SeriesColour::Front,
        Tone::Back => SeriesColour::Back,
        Tone::Tool => SeriesColour::Tool,
        Tone::Other => SeriesColour::Other,
    }
}
