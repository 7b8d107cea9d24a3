//! Two axes: the frame of a chart, where numbers stand in it, its grid and its curves.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::clip::{self, Point};
use super::frame::{Rect, Scale, crisp};
use super::labels::Placed;
use super::pen::{Align, Pen, Stroke, Type};
use super::theme::Theme;
use super::type_width::{Measure, shorten};
use super::{DrawError, TickLabel};

type Done = Result<(), DrawError>;

/// Room for the ticks below the plot, in logical pixels.
const FOOT: f64 = 24.0;
/// Room above the plot: half a line, for the topmost tick.
const HEAD: f64 = 8.0;

/// The height in logical pixels at which a chart with two axes looks right.
pub fn preferred_height(width: f64) -> f64 {
    (width * 0.5).clamp(190.0, 280.0)
}

/// The frame with its scales and ticks.
pub struct Axes {
    /// The frame of the curves.
    pub plot: Rect,
    /// From numbers to positions.
    pub x: Scale,
    /// From values to positions.
    pub y: Scale,
    /// Numbers below with a label.
    pub x_ticks: Vec<f64>,
    /// Values at the left with a grid line; empty where no value is known.
    pub y_ticks: Vec<f64>,
}

impl Axes {
    /// The frame for a size in logical pixels and two ranges; `ticks` gives those at the left, at
    /// most so many steps. Those below depend on the room there is then, and are the chart's own.
    pub fn of(
        (width, height): (f64, f64),
        x: (f64, f64),
        y: (f64, f64),
        ticks: impl FnOnce(f64) -> Vec<f64>,
        y_label: &TickLabel,
        measure: Measure,
    ) -> Self {
        let bottom = (height - FOOT).max(HEAD + 1.0);
        let most = ((bottom - HEAD) / 36.0).clamp(1.0, 6.0).floor();
        let y_ticks = ticks(most);
        let widest = y_ticks.iter().map(|&tick| measure(&y_label(tick), false));
        let left = widest.fold(0.0, f64::max).min(width * 0.3) + 8.0;
        let plot = Rect::new(left.ceil(), HEAD, width - 1.0, bottom);
        let scale = |(low, high), from, to| Scale {
            low,
            high,
            from,
            to,
        };
        Self {
            x: scale(x, plot.x0, plot.x1),
            y: scale(y, plot.y1, plot.y0),
            plot,
            x_ticks: Vec::new(),
            y_ticks,
        }
    }

    /// Where a point stands, held within the frame.
    pub fn held(&self, x: f64, y: f64) -> Point {
        let between = |at: f64, low: f64, high: f64| at.max(low).min(high);
        (
            between(self.x.at(x), self.plot.x0, self.plot.x1),
            between(self.y.at(y), self.plot.y0, self.plot.y1),
        )
    }

    /// A curve with gaps where it has no value, cut at the frame.
    pub fn curve(&self, points: impl Iterator<Item = (f64, Option<f64>)>) -> Vec<Vec<Point>> {
        let spot = |(x, y): (f64, Option<f64>)| {
            let value = y.filter(|value| value.is_finite())?;
            Some((self.x.at(x), self.y.at(value)))
        };
        let spots: Vec<Option<Point>> = points.map(spot).collect();
        let runs = spots
            .split(Option::is_none)
            .map(|run| run.iter().flatten().copied().collect());
        runs.flat_map(|run: Vec<Point>| clip::polyline(&self.plot, &run))
            .collect()
    }
}

/// Draws grid lines and the words of the ticks.
pub fn paint_grid<B: DrawingBackend>(
    axes: &Axes,
    x_label: &TickLabel,
    y_label: &TickLabel,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let set = |align| Type {
        colour: theme.soft,
        bold: false,
        align,
    };
    for &tick in &axes.y_ticks {
        let y = axes.y.at(tick);
        let line = [(axes.plot.x0, crisp(y)), (axes.plot.x1, crisp(y))];
        pen.line(&line, Stroke::solid(theme.line, 1.0))?;
        let end = axes.plot.x0 - 6.0;
        let words = shorten(&y_label(tick), false, end, &|text, bold| {
            pen.measure(text, bold)
        });
        pen.text(&words, (end, y), set(Align::End))?;
    }
    for &tick in &axes.x_ticks {
        let words = x_label(tick);
        let half = pen.measure(&words, false) / 2.0;
        let x = axes.x.at(tick).min(axes.plot.x1 - half).max(half);
        pen.text(&words, (x, axes.plot.y1 + 13.0), set(Align::Middle))?;
    }
    Ok(())
}

/// Draws a straight dashed rule.
pub fn paint_rule<B: DrawingBackend>(ends: [Point; 2], pen: &Pen<B>, theme: &Theme) -> Done {
    pen.line(&ends, Stroke::dashed(theme.ink, 1.0, (5.0, 4.0)))
}

/// Draws the pieces of a curve: the one that matters solid and thick, others dashed and thin.
pub fn paint_curve<B: DrawingBackend>(
    pieces: &[Vec<Point>],
    colour: RGBColor,
    emphasised: bool,
    pen: &Pen<B>,
) -> Done {
    let stroke = if emphasised {
        Stroke::solid(colour, 2.5)
    } else {
        Stroke::dashed(colour, 1.5, (6.0, 4.0))
    };
    pieces.iter().try_for_each(|piece| pen.line(piece, stroke))
}

/// Draws a label at its place, on a ground of its own where one is given.
pub fn paint_label<B: DrawingBackend>(
    placed: &Placed,
    colour: RGBColor,
    bold: bool,
    ground: Option<RGBColor>,
    pen: &Pen<B>,
) -> Done {
    if let Some(ground) = ground {
        pen.fill(&placed.at, ground, 1.0)?;
    }
    let set = Type {
        colour,
        bold,
        align: Align::Start,
    };
    pen.text(&placed.text, (placed.at.x0, placed.at.centre().1), set)
}
