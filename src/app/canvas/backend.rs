//! The drawing backend itself: what plotters asks for, done by a brush over plotters-canvas's canvas.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::brush::Brush;
use super::type_measure::Type;
use crate::charts::frame::{GRAIN, px};

/// What went wrong on the canvas, in the browser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaintError(pub String);

impl std::fmt::Display for PaintError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "canvas: {}", self.0)
    }
}

impl std::error::Error for PaintError {}

type Failure = DrawingErrorKind<PaintError>;
type Done = Result<(), Failure>;

/// A canvas in tenths of logical pixels. Its context carries the transform that makes them so.
pub struct CanvasSheet {
    stock: CanvasBackend,
    brush: Brush,
    size: (u32, u32),
    points: Vec<BackendCoord>,
}

fn failed(said: JsValue) -> Failure {
    DrawingErrorKind::DrawingError(PaintError(
        said.as_string()
            .unwrap_or_else(|| "the canvas refused".into()),
    ))
}

fn from_stock<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> Failure {
    DrawingErrorKind::DrawingError(PaintError(error.to_string()))
}

fn is_clear(colour: BackendColor) -> bool {
    colour.alpha == 0.0
}

impl CanvasSheet {
    /// A sheet of a size in logical pixels over a canvas whose context is already scaled to
    /// `ratio` / [`GRAIN`] device pixels a unit.
    pub fn new(
        canvas: HtmlCanvasElement,
        context: CanvasRenderingContext2d,
        size: (f64, f64),
        ratio: f64,
    ) -> Option<Self> {
        Some(Self {
            stock: CanvasBackend::with_canvas_object(canvas)?,
            brush: Brush::new(context, ratio / f64::from(GRAIN)),
            size: (px(size.0).max(0) as u32, px(size.1).max(0) as u32),
            points: Vec::new(),
        })
    }
}

impl DrawingBackend for CanvasSheet {
    type ErrorType = PaintError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        self.brush.flush();
        self.stock.present().map_err(from_stock)
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done {
        self.brush.fill(at, (at.0 + GRAIN, at.1 + GRAIN), colour);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        if !fill {
            let ((x0, y0), (x1, y1)) = (upper_left, lower_right);
            return self.draw_path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], style);
        }
        if is_clear(style.color()) {
            return Ok(());
        }
        self.brush.fill(upper_left, lower_right, style.color());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.points.clear();
        self.points.extend(path);
        self.brush
            .line(&self.points, style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        if is_clear(style.color()) {
            return Ok(());
        }
        if fill {
            let disc = self.brush.disc(centre, f64::from(radius), style.color());
            return disc.map_err(failed);
        }
        let ring = circle(centre, f64::from(radius));
        self.draw_path(ring, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        if !is_clear(style.color()) {
            self.points.clear();
            self.points.extend(path);
            self.brush.area(&self.points, style.color());
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        if is_clear(style.color()) {
            return Ok(());
        }
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        let place = (
            style.size() * below(style.anchor().v_pos),
            angle(&style.transform()),
        );
        self.brush
            .write(text, at, place, (Type::of(style), align, style.color()))
            .map_err(failed)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Failure> {
        let width = self.brush.measure(text, Type::of(style));
        let width = width.ok_or_else(|| failed(JsValue::from_str("no text width")))?;
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// The outline of a circle in sixteen places, one after another: enough for marks of a few pixels.
fn circle(centre: BackendCoord, radius: f64) -> impl Iterator<Item = BackendCoord> {
    const UNIT: [(f64, f64); 16] = [
        (1.0, 0.0),
        (0.924, 0.383),
        (0.707, 0.707),
        (0.383, 0.924),
        (0.0, 1.0),
        (-0.383, 0.924),
        (-0.707, 0.707),
        (-0.924, 0.383),
        (-1.0, 0.0),
        (-0.924, -0.383),
        (-0.707, -0.707),
        (-0.383, -0.924),
        (0.0, -1.0),
        (0.383, -0.924),
        (0.707, -0.707),
        (0.924, -0.383),
    ];
    let at = move |(x, y): (f64, f64)| {
        (
            centre.0 + (radius * x).round() as i32,
            centre.1 + (radius * y).round() as i32,
        )
    };
    UNIT.into_iter().chain([UNIT[0]]).map(at)
}

/// Distance from the anchor down to the baseline, in parts of the type size. Browsers place the "middle" of a
/// line differently; the baseline is the same in all.
fn below(anchor: VPos) -> f64 {
    match anchor {
        VPos::Top => 0.8,
        VPos::Center => 0.35,
        VPos::Bottom => -0.2,
    }
}

fn angle(transform: &FontTransform) -> f64 {
    use std::f64::consts::{FRAC_PI_2, PI};
    match transform {
        FontTransform::None => 0.0,
        FontTransform::Rotate90 => FRAC_PI_2,
        FontTransform::Rotate180 => PI,
        FontTransform::Rotate270 => -FRAC_PI_2,
    }
}
