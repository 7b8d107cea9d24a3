//! The drawing backend itself.

use std::cell::Cell;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::type_measure::{self, Type};
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
type Ink = ((u8, u8, u8), u64);

/// A canvas in tenths of logical pixels. Its context carries the transform that makes them so.
pub struct CanvasSheet {
    stock: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Device pixels in one unit.
    scale: f64,
    /// Colour and width of the strokes that wait in the context's path.
    waiting: Option<(Ink, u32)>,
    stroke: Option<(Ink, u32)>,
    fill: Option<Ink>,
    font: Cell<Option<Type>>,
    points: Vec<BackendCoord>,
}

fn failed(said: JsValue) -> Failure {
    DrawingErrorKind::DrawingError(PaintError(format!("{said:?}")))
}

fn from_stock<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> Failure {
    DrawingErrorKind::DrawingError(PaintError(error.to_string()))
}

fn ink(colour: BackendColor) -> Ink {
    (colour.rgb, colour.alpha.to_bits())
}

fn css(((red, green, blue), alpha): Ink) -> String {
    let alpha = f64::from_bits(alpha);
    if alpha >= 1.0 {
        return format!("#{red:02x}{green:02x}{blue:02x}");
    }
    format!("rgba({red},{green},{blue},{alpha})")
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
            context,
            size: (px(size.0).max(0) as u32, px(size.1).max(0) as u32),
            scale: ratio / f64::from(GRAIN),
            waiting: None,
            stroke: None,
            fill: None,
            font: Cell::new(None),
            points: Vec::new(),
        })
    }

    /// The nearest edge between two device pixels.
    fn edge(&self, position: i32) -> f64 {
        (f64::from(position) * self.scale).round() / self.scale
    }

    /// Where the middle of a stroke must lie for both its edges to fall between device pixels.
    fn middle(&self, position: i32, width: u32) -> f64 {
        let pixels = (f64::from(width) * self.scale).round().max(1.0);
        let at = f64::from(position) * self.scale;
        let snapped = if pixels % 2.0 == 0.0 {
            at.round()
        } else {
            at.floor() + 0.5
        };
        snapped / self.scale
    }

    /// Paints the strokes that wait.
    fn flush(&mut self) {
        let Some(next) = self.waiting.take() else {
            return;
        };
        if self.stroke.map(|now| now.0) != Some(next.0) {
            self.context.set_stroke_style_str(&css(next.0));
        }
        if self.stroke.map(|now| now.1) != Some(next.1) {
            self.context.set_line_width(f64::from(next.1));
        }
        self.stroke = Some(next);
        self.context.stroke();
    }

    /// Makes the context's path ready for a stroke of this style.
    fn begin<S: BackendStyle>(&mut self, style: &S) {
        let next = (ink(style.color()), style.stroke_width());
        if self.waiting != Some(next) {
            self.flush();
            self.context.begin_path();
            self.waiting = Some(next);
        }
    }

    fn set_fill(&mut self, colour: BackendColor) {
        let next = ink(colour);
        if self.fill != Some(next) {
            self.context.set_fill_style_str(&css(next));
            self.fill = Some(next);
        }
    }

    fn set_font(&self, set: Type) {
        if self.font.get() != Some(set) {
            self.context.set_font(&set.css());
            self.font.set(Some(set));
        }
    }

    /// Appends the collected points to the path; a single upright or level line is put on device pixels.
    fn trace(&mut self, width: u32) {
        if let [from, to] = self.points[..] {
            let (mut a, mut b) = (fine(from), fine(to));
            if from.0 == to.0 {
                a.0 = self.middle(from.0, width);
                b.0 = a.0;
            }
            if from.1 == to.1 {
                a.1 = self.middle(from.1, width);
                b.1 = a.1;
            }
            self.context.move_to(a.0, a.1);
            self.context.line_to(b.0, b.1);
            return;
        }
        for (index, point) in self.points.iter().enumerate() {
            let (x, y) = fine(*point);
            if index == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    /// Hands over to plotters-canvas, which sets styles of its own.
    fn stock(&mut self) -> &mut CanvasBackend {
        self.flush();
        self.stroke = None;
        self.fill = None;
        &mut self.stock
    }
}

fn fine(point: BackendCoord) -> (f64, f64) {
    (f64::from(point.0), f64::from(point.1))
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
        self.stock().present().map_err(from_stock)
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done {
        self.stock().draw_pixel(at, colour).map_err(from_stock)
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
        self.flush();
        self.set_fill(style.color());
        let (x0, y0) = (self.edge(upper_left.0), self.edge(upper_left.1));
        let (x1, y1) = (self.edge(lower_right.0), self.edge(lower_right.1));
        self.context.fill_rect(x0, y0, x1 - x0, y1 - y0);
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
        self.begin(style);
        self.trace(style.stroke_width());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.stock()
            .draw_circle(centre, radius, style, fill)
            .map_err(from_stock)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.stock().fill_polygon(path, style).map_err(from_stock)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.flush();
        self.set_fill(style.color());
        self.set_font(Type::of(style));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        let down = style.size() * below(style.anchor().v_pos);
        let (x, y) = fine(at);
        let angle = angle(&style.transform());
        if angle == 0.0 {
            return self.context.fill_text(text, x, y + down).map_err(failed);
        }
        self.context.translate(x, y).map_err(failed)?;
        self.context.rotate(angle).map_err(failed)?;
        self.context.fill_text(text, 0.0, down).map_err(failed)?;
        self.context.rotate(-angle).map_err(failed)?;
        self.context.translate(-x, -y).map_err(failed)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Failure> {
        let set = Type::of(style);
        let width = type_measure::width(&self.context, set, text, || self.set_font(set));
        let width = width.ok_or_else(|| failed(JsValue::from_str("no text width")))?;
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
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
