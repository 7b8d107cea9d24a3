//! Puts a laid-out chart of lines on the card.

use plotters_backend::DrawingBackend;

use super::LinesChart;
use super::layout::{Layout, RING};
use crate::charts::DrawError;
use crate::charts::axes::{paint_curve, paint_grid, paint_label, paint_rule};
use crate::charts::frame::{Rect, crisp};
use crate::charts::pen::{Pen, Stroke};
use crate::charts::theme::Theme;

/// Radius of a dot.
const DOT: f64 = 1.5;

type Done = Result<(), DrawError>;

/// Draws grid, rules, lines and words.
pub fn paint<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let (x_label, y_label) = (&chart.x_tick_label, &chart.y_tick_label);
    paint_grid(&layout.axes, x_label, y_label, pen, theme)?;
    paint_areas(chart, layout, pen, theme)?;
    paint_band(chart, layout, pen, theme)?;
    for (x, y) in &chart.dots {
        let (left, right) = chart.x;
        if (left..=right).contains(x) && (chart.y.0..=chart.y.1).contains(y) {
            pen.dot(layout.axes.held(*x, *y), DOT, theme.soft)?;
        }
    }
    for rule in &chart.rules {
        let ends = layout.along(rule).map(|(x, y)| (crisp(x), crisp(y)));
        paint_rule(ends, pen, theme)?;
    }
    for (line, pieces) in chart.lines.iter().zip(&layout.pieces) {
        paint_curve(pieces, theme.mark(line.series), line.emphasised, pen)?;
    }
    for spot in chart.spots.iter().filter(|spot| spot.ringed) {
        let at = layout.axes.held(spot.x, spot.y);
        pen.ring(at, RING, Stroke::solid(theme.ink, 2.0), theme.card)?;
    }
    paint_words(chart, layout, pen, theme)
}

/// The areas, as far as they lie within the frame.
fn paint_areas<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    for area in &chart.areas {
        let colour = area.series.map_or(theme.ink, |series| theme.mark(series));
        for (from, to, low, high) in &area.slices {
            let (left, top) = layout.axes.held(*from, *high);
            let (right, bottom) = layout.axes.held(*to, *low);
            pen.fill(&Rect::new(left, top, right, bottom), colour, area.shade)?;
        }
    }
    Ok(())
}

/// The band, in upright slices from point to point, with its edges.
fn paint_band<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    const SHADE: f64 = 0.22;
    let colour = theme.ink;
    let within = chart.band.iter().filter(|point| point.0 <= chart.x.1);
    let points: Vec<_> = within.collect();
    for pair in points.windows(2) {
        let [(x0, low0, high0), (x1, low1, high1)] = [*pair[0], *pair[1]];
        let (left, top) = layout.axes.held(x0, (high0 + high1) / 2.0);
        let (right, bottom) = layout.axes.held(x1, (low0 + low1) / 2.0);
        pen.fill(&Rect::new(left, top, right, bottom), colour, SHADE)?;
    }
    for edge in [|p: &(f64, f64, f64)| p.1, |p: &(f64, f64, f64)| p.2] {
        let line: Vec<_> = points
            .iter()
            .map(|p| layout.axes.held(p.0, edge(p)))
            .collect();
        if line.len() > 1 {
            pen.line(&line, Stroke::solid(colour, 0.8))?;
        }
    }
    Ok(())
}

fn paint_words<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let ground = Some(theme.card);
    for placed in layout.rules.iter().flatten() {
        paint_label(placed, theme.ink, false, ground, pen)?;
    }
    for (line, placed) in chart.lines.iter().zip(&layout.names) {
        if let Some(placed) = placed {
            paint_label(
                placed,
                theme.text(line.series),
                line.emphasised,
                ground,
                pen,
            )?;
        }
    }
    for placed in layout.spots.iter().flatten() {
        paint_label(placed, theme.ink, true, ground, pen)?;
    }
    Ok(())
}
