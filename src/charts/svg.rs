//! A chart as an SVG text, for export, print and tests: plotters' SVG backend with three corrections.
//!
//! plotters-svg shrinks type by 1.24, guesses widths from bytes, and would call a tenth of a pixel a pixel.
//! Type sizes, widths and the size of the picture are put right here; everything else is its work.

use plotters::drawing::IntoDrawingArea;
use plotters::prelude::SVGBackend;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform, text_anchor,
};

use super::frame::px;
use super::sketch::estimated_size;
use super::{Chart, DrawError, Theme};

/// What plotters-svg divides type sizes by.
const SHRINKAGE: f64 = 1.24;

/// Fonts in the order in which a reader's machine is asked for them.
pub const FONT_STACK: &str =
    "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif";

/// The chart on its card as an SVG document of the given size in logical pixels.
pub fn svg<C: Chart>(
    chart: &C,
    theme: &Theme,
    width: f64,
    height: f64,
) -> Result<String, DrawError> {
    let size = (px(width).max(10) as u32, px(height).max(10) as u32);
    let mut text = String::new();
    {
        let area = SvgSheet(SVGBackend::with_string(&mut text, size)).into_drawing_area();
        area.fill(&theme.card)?;
        chart.draw(&area, theme)?;
        area.present()?;
    }
    let grained = format!("width=\"{}\" height=\"{}\" ", size.0, size.1);
    let logical = format!("width=\"{width}\" height=\"{height}\" ");
    Ok(text.replacen(&grained, &logical, 1))
}

/// plotters' SVG backend behind the corrections.
struct SvgSheet<'a>(SVGBackend<'a>);

type Failure<'a> = <SVGBackend<'a> as DrawingBackend>::ErrorType;
type Done<'a> = Result<(), DrawingErrorKind<Failure<'a>>>;

impl<'a> DrawingBackend for SvgSheet<'a> {
    type ErrorType = Failure<'a>;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<'a> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Done<'a> {
        self.0.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done<'a> {
        self.0.draw_pixel(at, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<'a> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<'a> {
        self.0.draw_rect(upper_left, lower_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<'a> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<'a> {
        self.0.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<'a> {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Done<'a> {
        self.0.draw_text(text, &FullSize(style), at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Failure<'a>>> {
        Ok(estimated_size(text, style))
    }
}

/// A text style whose size survives plotters-svg, in the page's fonts.
struct FullSize<'s, S>(&'s S);

impl<S: BackendTextStyle> BackendTextStyle for FullSize<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        self.0.size() * SHRINKAGE
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> text_anchor::Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONT_STACK)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, at, draw)
    }
}
