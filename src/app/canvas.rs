//! Paints charts on canvas elements: a thin backend over plotters-canvas.
//!
//! plotters-canvas works in device pixels, measures type with styled spans and sets every style anew for every
//! stroke. Here a unit is a tenth of a logical pixel ([`GRAIN`]) whatever the device pixel ratio, widths come
//! from `measureText` and are remembered, styles are set when they change, strokes of one style become one
//! path, and upright and level edges fall on device pixels. Circles, polygons and pixels are plotters-canvas's.

mod backend;
mod brush;
pub mod type_measure;

use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

pub use backend::{CanvasSheet, PaintError};

use crate::charts::frame::GRAIN;
use crate::charts::{Chart, DrawError, Hit, Theme};

/// Paints a chart over the whole canvas, at a size in logical pixels and a device pixel ratio, and returns the
/// points that one can step through. The ground stays transparent. The element's size on the page is the style
/// sheet's matter; only its number of pixels is set here, and only when it changes.
pub fn paint(
    canvas: &HtmlCanvasElement,
    css_width: f64,
    css_height: f64,
    ratio: f64,
    theme: &Theme,
    chart: &impl Chart,
) -> Result<Vec<Hit>, DrawError> {
    let ratio = if ratio.is_finite() && ratio > 0.0 {
        ratio
    } else {
        1.0
    };
    fit_pixels(canvas, css_width, css_height, ratio);
    let context = context_of(canvas)?;
    prepare(&context, css_width, css_height, ratio).map_err(complaint)?;
    let sheet = CanvasSheet::new(canvas.clone(), context, (css_width, css_height), ratio)
        .ok_or_else(|| DrawError("plotters-canvas refused the canvas".into()))?;
    let area = sheet.into_drawing_area();
    let hits = chart.draw(&area, theme)?;
    area.present()?;
    Ok(hits)
}

/// Gives the canvas as many pixels as it covers; setting them clears it and is dear, so only on a change.
fn fit_pixels(canvas: &HtmlCanvasElement, css_width: f64, css_height: f64, ratio: f64) {
    let pixels = |length: f64| (length * ratio).round().max(1.0) as u32;
    let (width, height) = (pixels(css_width), pixels(css_height));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}

/// The canvas's drawing context.
fn context_of(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, DrawError> {
    let context = canvas.get_context("2d").map_err(complaint)?;
    let context = context.and_then(|context| context.dyn_into().ok());
    context.ok_or_else(|| DrawError("the canvas has no 2d context".into()))
}

/// Makes a unit a tenth of a logical pixel and wipes the sheet.
fn prepare(
    context: &CanvasRenderingContext2d,
    css_width: f64,
    css_height: f64,
    ratio: f64,
) -> Result<(), JsValue> {
    let grain = f64::from(GRAIN);
    let scale = ratio / grain;
    context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)?;
    context.clear_rect(
        0.0,
        0.0,
        (css_width + 1.0) * grain,
        (css_height + 1.0) * grain,
    );
    context.set_line_join("round");
    Ok(())
}

/// What the browser said, as an error.
fn complaint(said: JsValue) -> DrawError {
    DrawError(
        said.as_string()
            .unwrap_or_else(|| "the canvas refused".into()),
    )
}
