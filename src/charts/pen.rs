//! The few strokes that charts are made of, in logical pixels, put into plotters' elements.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::DrawingBackend;

use super::DrawError;
use super::clip::Point;
use super::frame::{GRAIN, Rect, TEXT, px};
use super::type_width::estimate_chart_text;

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Colour of the letters.
    pub colour: RGBColor,
    /// Whether they are bold.
    pub bold: bool,
    /// Which part stands at the position.
    pub align: Align,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// Colour of the line.
    pub colour: RGBColor,
    /// Width in logical pixels.
    pub width: f64,
    /// Lengths of dash and gap in logical pixels; none is a solid line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A solid line.
    pub fn solid(colour: RGBColor, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: None,
        }
    }

    /// A line of dashes and gaps of the given lengths.
    pub fn dashed(colour: RGBColor, width: f64, dash: (f64, f64)) -> Self {
        Self {
            colour,
            width,
            dash: Some(dash),
        }
    }
}

/// A hand over a drawing area.
pub struct Pen<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
}

type Done = Result<(), DrawError>;

fn units(point: Point) -> (i32, i32) {
    (px(point.0), px(point.1))
}

fn font(bold: bool) -> FontDesc<'static> {
    let style = if bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    FontDesc::new(FontFamily::SansSerif, TEXT * f64::from(GRAIN), style)
}

impl<'a, B: DrawingBackend> Pen<'a, B> {
    /// A pen over the whole area.
    pub fn new(area: &'a DrawingArea<B, Shift>) -> Self {
        Self { area }
    }

    /// Width and height of the area in logical pixels.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (
            f64::from(width) / f64::from(GRAIN),
            f64::from(height) / f64::from(GRAIN),
        )
    }

    /// Width of a chart text as the backend measures it.
    pub fn measure(&self, text: &str, bold: bool) -> f64 {
        match self
            .area
            .estimate_text_size(text, &TextStyle::from(font(bold)))
        {
            Ok((width, _)) => f64::from(width) / f64::from(GRAIN),
            Err(_) => estimate_chart_text(text, bold),
        }
    }

    /// A filled rectangle; `alpha` is its opacity, 0 to 1.
    pub fn fill(&self, rect: &Rect, colour: RGBColor, alpha: f64) -> Done {
        let corners = [units((rect.x0, rect.y0)), units((rect.x1, rect.y1))];
        if corners[0].0 >= corners[1].0 || corners[0].1 >= corners[1].1 {
            return Ok(());
        }
        let style = colour.mix(alpha).filled();
        Ok(self.area.draw(&Rectangle::new(corners, style))?)
    }

    /// An open line through the points.
    pub fn line(&self, points: &[Point], stroke: Stroke) -> Done {
        match stroke.dash {
            None => self.solid(points, stroke),
            Some((on, off)) => dashes(points, on, off)
                .iter()
                .try_for_each(|dash| self.solid(dash, stroke)),
        }
    }

    fn solid(&self, points: &[Point], stroke: Stroke) -> Done {
        let path: Vec<_> = points.iter().copied().map(units).collect();
        let style = stroke.colour.stroke_width(px(stroke.width).max(1) as u32);
        Ok(self.area.draw(&PathElement::new(path, style))?)
    }

    /// A filled circle.
    pub fn dot(&self, centre: Point, radius: f64, colour: RGBColor) -> Done {
        let circle = Circle::new(units(centre), px(radius), colour.filled());
        Ok(self.area.draw(&circle)?)
    }

    /// A hollow circle whose inside shows the given ground.
    pub fn ring(&self, centre: Point, radius: f64, stroke: Stroke, ground: RGBColor) -> Done {
        self.dot(centre, radius + stroke.width / 2.0, stroke.colour)?;
        self.dot(centre, radius - stroke.width / 2.0, ground)
    }

    /// One line of text, centred in height on its position.
    pub fn text(&self, text: &str, at: Point, set: Type) -> Done {
        if text.is_empty() {
            return Ok(());
        }
        let across = match set.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let style = TextStyle::from(font(set.bold))
            .color(&set.colour)
            .pos(Pos::new(across, VPos::Center));
        Ok(self.area.draw_text(text, &style, units(at))?)
    }
}

/// A line cut into dashes along its length.
fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let (mut pieces, mut piece) = (Vec::new(), Vec::new());
    let (mut drawing, mut left) = (true, on);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        if piece.is_empty() && drawing {
            piece.push(from);
        }
        loop {
            let rest = (to.0 - from.0).hypot(to.1 - from.1);
            if rest == 0.0 {
                break;
            }
            if rest < left {
                left -= rest;
                if drawing {
                    piece.push(to);
                }
                break;
            }
            let share = left / rest;
            from = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            piece.push(from);
            if drawing {
                pieces.push(std::mem::take(&mut piece));
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_run_on_round_a_corner() {
        let cut = dashes(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], 4.0, 2.0);
        assert_eq!(cut[0], [(0.0, 0.0), (4.0, 0.0)]);
        assert_eq!(cut[1], [(6.0, 0.0), (10.0, 0.0)]);
        assert_eq!(cut[2], [(10.0, 2.0), (10.0, 6.0)]);
    }
}
