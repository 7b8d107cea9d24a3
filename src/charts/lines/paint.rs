//! Puts a laid-out chart of lines on the card.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::layout::{Layout, RING};
use super::{Line, LinesChart};
use crate::charts::DrawError;
use crate::charts::clip::Point;
use crate::charts::frame::crisp;
use crate::charts::labels::Placed;
use crate::charts::pen::{Align, Pen, Stroke, Type};
use crate::charts::theme::Theme;
use crate::charts::type_width::shorten;

type Done = Result<(), DrawError>;

/// Draws grid, rules, lines and words.
pub fn paint<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    paint_grid(chart, layout, pen, theme)?;
    for rule in &chart.rules {
        let stroke = Stroke {
            colour: theme.ink,
            width: 1.0,
            dash: Some((5.0, 4.0)),
        };
        let ends = layout.along(rule).map(|(x, y)| (crisp(x), crisp(y)));
        pen.line(&ends, stroke)?;
    }
    for (line, pieces) in chart.lines.iter().zip(&layout.pieces) {
        paint_line(line, pieces, pen, theme)?;
    }
    for spot in chart.spots.iter().filter(|spot| spot.ringed) {
        let at = layout.position(spot.x, spot.y);
        pen.ring(at, RING, Stroke::solid(theme.ink, 2.0), theme.card)?;
    }
    paint_words(chart, layout, pen, theme)
}

fn paint_grid<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let set = |align| Type {
        colour: theme.soft,
        bold: false,
        align,
    };
    for &tick in &layout.y_ticks {
        let y = layout.y.at(tick);
        let line = [(layout.plot.x0, crisp(y)), (layout.plot.x1, crisp(y))];
        pen.line(&line, Stroke::solid(theme.line, 1.0))?;
        let end = layout.plot.x0 - 6.0;
        let words = (chart.y_tick_label)(tick);
        let words = shorten(&words, false, end, &|text, bold| pen.measure(text, bold));
        pen.text(&words, (end, y), set(Align::End))?;
    }
    for &tick in &layout.x_ticks {
        let words = (chart.x_tick_label)(tick);
        let half = pen.measure(&words, false) / 2.0;
        let x = layout.x.at(tick).min(layout.plot.x1 - half).max(half);
        pen.text(&words, (x, layout.plot.y1 + 13.0), set(Align::Middle))?;
    }
    Ok(())
}

fn paint_line<B: DrawingBackend>(
    line: &Line,
    pieces: &[Vec<Point>],
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let colour = theme.mark(line.series);
    let stroke = if line.emphasised {
        Stroke::solid(colour, 2.5)
    } else {
        Stroke {
            colour,
            width: 1.5,
            dash: Some((6.0, 4.0)),
        }
    };
    pieces.iter().try_for_each(|piece| pen.line(piece, stroke))
}

fn paint_words<B: DrawingBackend>(
    chart: &LinesChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    for placed in layout.rules.iter().flatten() {
        paint_label(placed, theme.ink, false, pen, theme)?;
    }
    for (line, placed) in chart.lines.iter().zip(&layout.names) {
        if let Some(placed) = placed {
            paint_label(placed, theme.text(line.series), line.emphasised, pen, theme)?;
        }
    }
    for placed in layout.spots.iter().flatten() {
        paint_label(placed, theme.ink, true, pen, theme)?;
    }
    Ok(())
}

fn paint_label<B: DrawingBackend>(
    placed: &Placed,
    colour: RGBColor,
    bold: bool,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    pen.fill(&placed.at, theme.card, 1.0)?;
    let set = Type {
        colour,
        bold,
        align: Align::Start,
    };
    pen.text(&placed.text, (placed.at.x0, placed.at.centre().1), set)
}
