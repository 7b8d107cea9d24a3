//! Figures that the page fetches when it is asked for them, and that the first load does without.

mod busy;
pub mod deciding;
mod done;
mod quote;
mod time;

use super::{Figure, FigureKind, series};
use crate::charts::cost::CostChart;
use crate::charts::lines::LinesChart;
use crate::charts::{Chart, DrawError, Hit, Theme};
use crate::model::evaluation::{Workings, workings};
use crate::model::strategy;
use crate::words::sentences::Context;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// Every further figure that needs no choice, in the order of the page.
pub static MORE: &[FigureKind<MoreDrawing>] = &[done::KIND, time::KIND, busy::KIND, quote::KIND];

/// A chart of the further ones.
#[derive(Clone)]
pub enum MoreDrawing {
    /// Bars in groups.
    Bars(CostChart),
    /// Lines over a number.
    Lines(LinesChart),
}

impl Chart for MoreDrawing {
    fn preferred_height(&self, width: f64) -> f64 {
        match self {
            MoreDrawing::Bars(chart) => chart.preferred_height(width),
            MoreDrawing::Lines(chart) => chart.preferred_height(width),
        }
    }

    fn draw<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        theme: &Theme,
    ) -> Result<Vec<Hit>, DrawError> {
        match self {
            MoreDrawing::Bars(chart) => chart.draw(area, theme),
            MoreDrawing::Lines(chart) => chart.draw(area, theme),
        }
    }
}

/// The terms behind a strategy of the context.
fn workings_of(context: &Context, place: usize) -> Option<Workings> {
    workings(
        context.scenario,
        strategy::find(context.strategy(place).key)?,
    )
}
