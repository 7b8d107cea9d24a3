//! The canvas context with a memory: styles are set when they change, and strokes of one style wait to be
//! painted as one path.

use std::cell::Cell;

use plotters_backend::{BackendColor, BackendCoord};
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::type_measure::{self, Type};

/// A colour in a form that can be compared: its channels, and the bits of its opacity.
type Ink = ((u8, u8, u8), u8);

/// A context whose unit is a tenth of a logical pixel.
pub struct Brush {
    context: CanvasRenderingContext2d,
    /// Device pixels in one unit.
    scale: f64,
    /// Colour and width of the strokes that wait in the context's path.
    waiting: Option<(Ink, u32)>,
    stroke: Option<(Ink, u32)>,
    fill: Option<Ink>,
    font: Cell<Option<Type>>,
}

fn ink(colour: BackendColor) -> Ink {
    (colour.rgb, (colour.alpha * 255.0).round() as u8)
}

fn css(((red, green, blue), alpha): Ink) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}{alpha:02x}")
}

fn fine(point: BackendCoord) -> (f64, f64) {
    (f64::from(point.0), f64::from(point.1))
}

impl Brush {
    /// A brush over a context already scaled to this many device pixels a unit.
    pub fn new(context: CanvasRenderingContext2d, scale: f64) -> Self {
        Self {
            context,
            scale,
            waiting: None,
            stroke: None,
            fill: None,
            font: Cell::new(None),
        }
    }

    /// The nearest edge between two device pixels.
    fn edge(&self, position: i32) -> f64 {
        (f64::from(position) * self.scale).round() / self.scale
    }

    /// Where the middle of a stroke must lie for both its edges to fall between device pixels.
    fn middle(&self, position: i32, width: u32) -> f64 {
        let pixels = (f64::from(width) * self.scale).round().max(1.0);
        let at = f64::from(position) * self.scale;
        let snapped = if (0.5 * pixels).fract() == 0.0 {
            at.round()
        } else {
            at.floor() + 0.5
        };
        snapped / self.scale
    }

    /// Paints the strokes that wait; to be called before anything that must lie above them.
    pub fn flush(&mut self) {
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

    /// Adds an open line to the strokes that wait, or makes it wait alone where its style is another. A single
    /// upright or level line is put on device pixels.
    pub fn line(&mut self, points: &[BackendCoord], colour: BackendColor, width: u32) {
        let next = (ink(colour), width);
        if self.waiting != Some(next) {
            self.flush();
            self.context.begin_path();
            self.waiting = Some(next);
        }
        if let [from, to] = *points {
            return self.straight(from, to, width);
        }
        self.trace(points);
    }

    fn trace(&self, points: &[BackendCoord]) {
        for (index, point) in points.iter().enumerate() {
            let (x, y) = fine(*point);
            if index == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    fn straight(&self, from: BackendCoord, to: BackendCoord, width: u32) {
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
    }

    /// Fills a rectangle whose edges fall between device pixels.
    pub fn fill(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        colour: BackendColor,
    ) {
        self.flush();
        self.set_fill(colour);
        let (x0, y0) = (self.edge(upper_left.0), self.edge(upper_left.1));
        let (x1, y1) = (self.edge(lower_right.0), self.edge(lower_right.1));
        self.context.fill_rect(x0, y0, x1 - x0, y1 - y0);
    }

    /// Fills a circle.
    pub fn disc(
        &mut self,
        centre: BackendCoord,
        radius: f64,
        colour: BackendColor,
    ) -> Result<(), JsValue> {
        self.flush();
        self.set_fill(colour);
        let (x, y) = fine(centre);
        self.context.begin_path();
        self.context.arc(x, y, radius, 0.0, std::f64::consts::TAU)?;
        self.context.fill();
        Ok(())
    }

    /// Fills the area within the points.
    pub fn area(&mut self, points: &[BackendCoord], colour: BackendColor) {
        self.flush();
        self.set_fill(colour);
        self.context.begin_path();
        self.trace(points);
        self.context.fill();
    }

    /// Writes a text whose baseline lies `down` below its position, turned about that position by `angle`.
    pub fn write(
        &mut self,
        text: &str,
        at: BackendCoord,
        (down, angle): (f64, f64),
        (set, align, colour): (Type, &str, BackendColor),
    ) -> Result<(), JsValue> {
        self.flush();
        self.set_fill(colour);
        self.set_font(set);
        self.context.set_text_align(align);
        let (x, y) = fine(at);
        if angle == 0.0 {
            return self.context.fill_text(text, x, y + down);
        }
        self.context.translate(x, y)?;
        self.context.rotate(angle)?;
        let written = self.context.fill_text(text, 0.0, down);
        self.context.rotate(-angle)?;
        self.context.translate(-x, -y)?;
        written
    }

    /// The width of a text in units, remembered or asked for.
    pub fn measure(&self, text: &str, set: Type) -> Option<f64> {
        type_measure::width(&self.context, set, text, || self.set_font(set))
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
}
