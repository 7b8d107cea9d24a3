//! Puts the laid-out cost chart on the card.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::layout::{Layout, Row, TOTAL_GAP};
use super::names::{Name, Naming, SWATCH, SWATCH_GAP};
use super::{CostBar, CostChart};
use crate::charts::DrawError;
use crate::charts::frame::{LINE, Rect, crisp};
use crate::charts::hatch::{PATTERNS, strokes};
use crate::charts::pen::{Align, Pen, Stroke, Type};
use crate::charts::theme::{SeriesColour, Theme, blend};

type Done = Result<(), DrawError>;

/// How much of its colour a muted bar keeps.
const MUTED: f64 = 0.35;
/// How much of the card shines through the strokes of a hatch.
const HATCH: f64 = 0.55;

/// Draws grid, bars and words.
pub fn paint<B: DrawingBackend>(
    chart: &CostChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    paint_grid(chart, layout, pen, theme)?;
    for (bar, row) in chart.bars.iter().zip(&layout.rows) {
        paint_bar(bar, row, pen, theme)?;
        paint_words(bar, row, layout.narrow, pen, theme)?;
    }
    match &layout.naming {
        Naming::Direct(names) => names
            .iter()
            .try_for_each(|name| paint_name(name, pen, theme)),
        Naming::Line(names) => names
            .iter()
            .try_for_each(|name| paint_swatch(name, pen, theme)),
    }
}

fn paint_grid<B: DrawingBackend>(
    chart: &CostChart,
    layout: &Layout,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let bottom = layout.rows.last().map_or(layout.plot.y1, |row| row.bar.y1) + 6.0;
    for &tick in &layout.ticks {
        let x = crisp(layout.scale.at(tick));
        pen.line(
            &[(x, layout.plot.y0), (x, bottom)],
            Stroke::solid(theme.line, 1.0),
        )?;
        let text = (chart.tick_label)(tick);
        let half = pen.measure(&text, false) / 2.0;
        let set = Type {
            colour: theme.soft,
            bold: false,
            align: Align::Middle,
        };
        pen.text(&text, (x.max(half), bottom + 10.0), set)?;
    }
    Ok(())
}

fn group_colour(theme: &Theme, group: usize, muted: bool) -> RGBColor {
    let colour = theme.mark(SeriesColour::ALL[group]);
    if muted {
        blend(colour, theme.card, MUTED)
    } else {
        colour
    }
}

fn paint_surface<B: DrawingBackend>(
    rect: &Rect,
    group: usize,
    muted: bool,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let colour = group_colour(theme, group, muted);
    pen.fill(rect, colour, 1.0)?;
    let stroke = Stroke::solid(blend(theme.card, colour, HATCH), 1.0);
    strokes(rect, PATTERNS[group])
        .into_iter()
        .try_for_each(|(a, b)| pen.line(&[a, b], stroke))
}

fn paint_bar<B: DrawingBackend>(bar: &CostBar, row: &Row, pen: &Pen<B>, theme: &Theme) -> Done {
    for (group, segment) in row.segments.iter().enumerate() {
        paint_surface(segment, group, bar.muted, pen, theme)?;
    }
    if let Some((low, high)) = row.found {
        let Rect { y0, y1, .. } = row.bar;
        // Beyond the bar on both sides, and on a ground of their own, so that they are seen on any bar.
        const BEYOND: f64 = 4.0;
        for (colour, width) in [(theme.card, 4.5), (theme.ink, 1.5)] {
            for x in [low, high] {
                let ends = [(x, y0 - BEYOND), (x, y1 + BEYOND)];
                pen.line(&ends, Stroke::solid(colour, width))?;
            }
        }
    }
    let colour = if bar.muted { theme.soft } else { theme.ink };
    let set = Type {
        colour,
        bold: bar.emphasised,
        align: Align::Start,
    };
    pen.text(
        &bar.total_label,
        (row.end + TOTAL_GAP, row.bar.centre().1),
        set,
    )
}

/// Name and remark: at the left end-aligned in one to three lines, on narrow charts in one line above the bar.
fn paint_words<B: DrawingBackend>(
    bar: &CostBar,
    row: &Row,
    narrow: bool,
    pen: &Pen<B>,
    theme: &Theme,
) -> Done {
    let colour = if bar.emphasised {
        theme.ink
    } else {
        theme.soft
    };
    let name = Type {
        colour,
        bold: bar.emphasised,
        align: if narrow { Align::Start } else { Align::End },
    };
    let remark = if bar.muted { theme.bad } else { theme.soft };
    let note = Type {
        colour: remark,
        bold: false,
        align: Align::End,
    };
    let middle = row.words.centre().1;
    if narrow {
        pen.text(&row.name.concat(), (row.words.x0, middle), name)?;
        let words = row.note.as_deref().unwrap_or_default();
        return pen.text(words, (row.words.x1, middle), note);
    }
    let step = LINE - 1.0;
    let lines = row.name.len() + usize::from(row.note.is_some());
    let middle = row.bar.centre().1;
    let mut y = middle - step * (lines as f64 - 1.0) / 2.0;
    for line in &row.name {
        pen.text(line, (row.words.x1, y), name)?;
        y += step;
    }
    pen.text(
        row.note.as_deref().unwrap_or_default(),
        (row.words.x1, y),
        note,
    )
}

fn paint_name<B: DrawingBackend>(name: &Name, pen: &Pen<B>, theme: &Theme) -> Done {
    let series = SeriesColour::ALL[name.group];
    let colour = if name.inside {
        theme.reading_on(theme.mark(series))
    } else {
        theme.text(series)
    };
    let set = Type {
        colour,
        bold: false,
        align: Align::Start,
    };
    pen.text(&name.text, (name.at.x0, name.at.centre().1), set)
}

fn paint_swatch<B: DrawingBackend>(name: &Name, pen: &Pen<B>, theme: &Theme) -> Done {
    let x1 = name.at.x0 - SWATCH_GAP;
    let middle = name.at.centre().1;
    let square = Rect::new(
        x1 - SWATCH,
        middle - SWATCH / 2.0,
        x1,
        middle + SWATCH / 2.0,
    );
    paint_surface(&square, name.group, false, pen, theme)?;
    let set = Type {
        colour: theme.soft,
        bold: false,
        align: Align::Start,
    };
    pen.text(&name.text, (name.at.x0, middle), set)
}
