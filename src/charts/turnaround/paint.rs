//! Puts the laid-out turnaround chart on the card.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::layout::{Layout, RING};
use super::{TurnaroundChart, finite};
use crate::charts::DrawError;
use crate::charts::frame::{Rect, crisp};
use crate::charts::labels::Placed;
use crate::charts::pen::{Align, Pen, Stroke, Type};
use crate::charts::theme::{Theme, blend};
use crate::charts::type_width::shorten;

type Done = Result<(), DrawError>;

/// How much red the overload zone has.
const ZONE: f64 = 0.09;

/// Draws zone, grid, lines and words.
pub fn paint<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    paint_grid(chart, layout, pen, theme)?;
    paint_zone(layout, pen, theme)?;
    if let Some(y) = layout.promise {
        let stroke = Stroke {
            colour: theme.ink,
            width: 1.0,
            dash: Some((5.0, 4.0)),
        };
        pen.line(
            &[(layout.plot.x0, crisp(y)), (layout.plot.x1, crisp(y))],
            stroke,
        )?;
    }
    paint_curves(chart, layout, pen, theme)?;
    paint_here(chart, layout, pen, theme)?;
    paint_words(chart, layout, pen, theme)
}

fn paint_grid<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    for &tick in &layout.y_ticks {
        let y = layout.y.at(tick);
        let line = [(layout.plot.x0, crisp(y)), (layout.plot.x1, crisp(y))];
        pen.line(&line, Stroke::solid(theme.line, 1.0))?;
        let set = Type {
            colour: theme.soft,
            bold: false,
            align: Align::End,
        };
        let end = layout.plot.x0 - 6.0;
        let words = (chart.y_tick_label)(tick);
        let words = shorten(&words, false, end, &|text, bold| pen.measure(text, bold));
        pen.text(&words, (end, y), set)?;
    }
    for &tick in &layout.x_ticks {
        let words = (chart.x_tick_label)(tick);
        let half = pen.measure(&words, false) / 2.0;
        let x = layout.x.at(tick).min(layout.plot.x1 - half).max(half);
        let set = Type {
            colour: theme.soft,
            bold: false,
            align: Align::Middle,
        };
        pen.text(&words, (x, layout.plot.y1 + 13.0), set)?;
    }
    Ok(())
}

fn paint_zone<B: DrawingBackend>(layout: &Layout, pen: &Pen<B>, theme: &Theme) -> Done {
    match layout.zone {
        Some(edge) => pen.fill(
            &Rect {
                x1: edge,
                ..layout.plot
            },
            theme.bad,
            ZONE,
        ),
        None => Ok(()),
    }
}

fn paint_curves<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let colour = theme.mark(chart.series);
    for piece in &layout.p90 {
        pen.line(
            piece,
            Stroke {
                colour,
                width: 1.5,
                dash: Some((6.0, 4.0)),
            },
        )?;
    }
    for piece in &layout.mean {
        pen.line(piece, Stroke::solid(colour, 2.5))?;
    }
    for point in chart
        .points
        .iter()
        .filter(|point| point.staff.fract() == 0.0)
    {
        let on_axis = finite(point.mean).is_some_and(|mean| mean <= layout.y.high);
        if on_axis {
            pen.dot(layout.position(point), 3.0, colour)?;
        }
    }
    Ok(())
}

fn paint_here<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let Some(here) = chart.here() else {
        return Ok(());
    };
    let overloaded = finite(here.mean).is_none();
    let colour = if overloaded {
        theme.bad
    } else {
        theme.mark(chart.series)
    };
    let ground = if overloaded {
        blend(theme.bad, theme.card, ZONE)
    } else {
        theme.card
    };
    pen.ring(
        layout.position(here),
        RING,
        Stroke::solid(colour, 2.5),
        ground,
    )
}

fn paint_words<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let text = theme.text(chart.series);
    for placed in &layout.overload_words {
        paint_label(placed, theme.bad, false, pen)?;
    }
    let labels = [
        (&layout.promise_words, theme.ink, false),
        (&layout.mean_words, text, false),
        (&layout.p90_words, text, false),
        (&layout.here_words, theme.ink, true),
    ];
    for (placed, colour, bold) in labels {
        if let Some(placed) = placed {
            let in_zone = layout.zone.is_some_and(|edge| placed.at.x0 < edge);
            if !in_zone {
                pen.fill(&placed.at, theme.card, 1.0)?;
            }
            paint_label(placed, colour, bold, pen)?;
        }
    }
    Ok(())
}

fn paint_label<B: DrawingBackend>(
    placed: &Placed,
    colour: RGBColor,
    bold: bool,
    pen: &Pen<B>,
) -> Done {
    let set = Type {
        colour,
        bold,
        align: Align::Start,
    };
    pen.text(&placed.text, (placed.at.x0, placed.at.centre().1), set)
}
