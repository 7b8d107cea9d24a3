//! Charts 3 and 5: lines over a number, with rules where something is promised, decided or true now.
//!
//! Each line is named at its end. A line has gaps where it has no value. Values are in units of the
//! caller's choice; both axes begin and end where the caller says.

mod layout;
mod paint;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::pen::Pen;
use super::{Chart, DrawError, Hit, SeriesColour, Theme, TickLabel, axes};

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name, set at its end.
    pub name: String,
    /// Whose it is.
    pub series: SeriesColour,
    /// The one that matters: thick and solid; the others are thin and dashed.
    pub emphasised: bool,
    /// Its points, the first number ascending; none is a gap.
    pub points: Vec<(f64, Option<f64>)>,
}

/// An area, in upright slices.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Whose it is; none is in the colour of the words.
    pub series: Option<SeriesColour>,
    /// How strong the colour is, 0 to 1.
    pub shade: f64,
    /// From and to a number below, and between two values.
    pub slices: Vec<(f64, f64, f64, f64)>,
}

/// A dashed rule across the plot.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Upright, at a number of the axis below.
    At(f64, String),
    /// Level, at a value of the axis at the left.
    Level(f64, String),
}

/// A point that is worth a ring, and what tooltip and screen reader say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The number below.
    pub x: f64,
    /// The value at the left.
    pub y: f64,
    /// What stands beside it on the chart; may be empty.
    pub label: String,
    /// What is said about it.
    pub text: String,
    /// Whether it gets a ring; the others can only be stepped to.
    pub ringed: bool,
}

/// The whole chart.
#[derive(Clone)]
pub struct LinesChart {
    /// Areas, behind everything else, the first at the back.
    pub areas: Vec<Area>,
    /// Where a simulation has the line, behind it: numbers of the axis below, ascending, each with the
    /// lower and the upper value.
    pub band: Vec<(f64, f64, f64)>,
    /// Points that only stand there, behind everything: what else was looked at.
    pub dots: Vec<(f64, f64)>,
    /// Numbers that the reader knows (minutes, say) in one of the axis below.
    pub unit: f64,
    /// The lines, the one that matters last, so that it lies on top.
    pub lines: Vec<Line>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The points that one can step through, from left to right.
    pub spots: Vec<Spot>,
    /// First and last number of the axis below.
    pub x: (f64, f64),
    /// Lowest and highest value of the axis at the left.
    pub y: (f64, f64),
    /// Puts a number below into words.
    pub x_tick_label: TickLabel,
    /// Puts a value into words.
    pub y_tick_label: TickLabel,
}

impl Chart for LinesChart {
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
        let hit = |spot: &Spot| {
            let (x, y) = layout.axes.held(spot.x, spot.y);
            Hit {
                x,
                y,
                text: spot.text.clone(),
            }
        };
        Ok(self.spots.iter().map(hit).collect())
    }
}
