//! Puts the laid-out turnaround chart on the card.

use plotters_backend::DrawingBackend;

use super::layout::{Layout, RING};
use super::{TurnaroundChart, finite};
use crate::charts::DrawError;
use crate::charts::axes::{paint_curve, paint_grid, paint_label, paint_rule};
use crate::charts::frame::{Rect, crisp};
use crate::charts::pen::{Pen, Stroke};
use crate::charts::theme::{Theme, blend};

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
    let (x_label, y_label) = (&chart.x_tick_label, &chart.y_tick_label);
    paint_grid(&layout.axes, x_label, y_label, pen, theme)?;
    paint_zone(layout, pen, theme)?;
    if let Some(y) = layout.promise {
        let Rect { x0, x1, .. } = layout.axes.plot;
        let y = crisp(y);
        paint_rule([(x0, y), (x1, y)], pen, theme)?;
    }
    paint_curves(chart, layout, pen, theme)?;
    paint_here(chart, layout, pen, theme)?;
    paint_found(chart, layout, pen, theme)?;
    paint_words(chart, layout, pen, theme)
}

fn paint_zone<B: DrawingBackend>(layout: &Layout, pen: &Pen<B>, theme: &Theme) -> Done {
    match layout.zone {
        Some(edge) => pen.fill(
            &Rect {
                x1: edge,
                ..layout.axes.plot
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
    paint_curve(&layout.p90, colour, false, pen)?;
    paint_curve(&layout.mean, colour, true, pen)?;
    for point in chart
        .points
        .iter()
        .filter(|point| point.staff.fract() == 0.0)
    {
        let on_axis = finite(point.mean).is_some_and(|mean| mean <= layout.axes.y.high);
        if on_axis {
            pen.dot(layout.position(point), 3.0, colour)?;
        }
    }
    Ok(())
}

/// What was simulated: a circle with a whisker over its interval.
fn paint_found<B: DrawingBackend>(
    chart: &TurnaroundChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let colour = theme.ink;
    for point in &chart.points {
        for found in &point.found {
            let at = |value| layout.axes.held(point.staff, value);
            let (low, high) = (at(found.middle - found.half), at(found.middle + found.half));
            pen.line(&[low, high], Stroke::solid(colour, 1.5))?;
            pen.ring(
                at(found.middle),
                2.5,
                Stroke::solid(colour, 1.2),
                theme.card,
            )?;
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
        paint_label(placed, theme.bad, false, None, pen)?;
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
            let ground = (!in_zone).then_some(theme.card);
            paint_label(placed, colour, bold, ground, pen)?;
        }
    }
    Ok(())
}
