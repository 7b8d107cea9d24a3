//! Our canvas backend against stock plotters-canvas: the same charts in the same page. Run it in release.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod chart_data;

use counterbalance::app::canvas::paint;
use counterbalance::charts::{Chart, GRAIN, Theme};
use plotters::drawing::IntoDrawingArea;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const SIZE: (f64, f64) = (430.0, 230.0);
const REDRAWS: u32 = 40;
const ROUNDS: usize = 5;

/// Stock plotters-canvas, told the size of the chart in tenths of a pixel. The context is scaled to them just
/// as ours is, so that both paint the same picture on the same number of device pixels; every stroke, every
/// style and every measuring of text is plotters-canvas's and plotters' own.
struct Stock(CanvasBackend);

type Failure = <CanvasBackend as DrawingBackend>::ErrorType;
type Done = Result<(), DrawingErrorKind<Failure>>;

impl DrawingBackend for Stock {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f64| (length * f64::from(GRAIN)) as u32;
        (units(SIZE.0), units(SIZE.1))
    }

    fn ensure_prepared(&mut self) -> Done {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Done {
        self.0.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done {
        self.0.draw_pixel(at, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.0.draw_rect(a, b, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.0.draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.0.draw_text(text, style, at)
    }
}

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas = document.create_element("canvas").unwrap();
    document.body().unwrap().append_child(&canvas).unwrap();
    canvas.dyn_into().unwrap()
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas
        .get_context("2d")
        .unwrap()
        .unwrap()
        .dyn_into()
        .unwrap()
}

fn paint_stock(canvas: &HtmlCanvasElement, chart: &impl Chart) {
    let scale = 1.0 / f64::from(GRAIN);
    let context = context(canvas);
    context
        .set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)
        .unwrap();
    context.clear_rect(0.0, 0.0, SIZE.0 / scale, SIZE.1 / scale);
    let area =
        Stock(CanvasBackend::with_canvas_object(canvas.clone()).unwrap()).into_drawing_area();
    chart.draw(&area, &Theme::light()).unwrap();
    area.present().unwrap();
}

fn paint_ours(canvas: &HtmlCanvasElement, chart: &impl Chart) {
    paint(canvas, SIZE.0, SIZE.1, 1.0, &Theme::light(), chart).unwrap();
}

/// Milliseconds per redraw. A pixel is read back at the end, so that the browser has really painted.
fn time(canvas: &HtmlCanvasElement, mut redraw: impl FnMut()) -> f64 {
    let clock = web_sys::window().unwrap().performance().unwrap();
    let start = clock.now();
    for _ in 0..REDRAWS {
        redraw();
    }
    context(canvas).get_image_data(0.0, 0.0, 1.0, 1.0).unwrap();
    (clock.now() - start) / f64::from(REDRAWS)
}

/// The middle one of several rounds, taken in turns so that neither side has the warmer machine.
fn compare(name: &str, chart: &impl Chart) -> (f64, f64) {
    let (first, second) = (canvas(), canvas());
    first.set_width(SIZE.0 as u32);
    first.set_height(SIZE.1 as u32);
    paint_stock(&first, chart);
    paint_ours(&second, chart);
    let (mut stock, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        stock.push(time(&first, || paint_stock(&first, chart)));
        ours.push(time(&second, || paint_ours(&second, chart)));
    }
    let middle = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[ROUNDS / 2]
    };
    let (stock, ours) = (middle(&mut stock), middle(&mut ours));
    console_log!(
        "{name}: stock {stock:.3} ms, ours {ours:.3} ms a redraw, ratio {:.2}",
        stock / ours
    );
    (stock, ours)
}

#[wasm_bindgen_test]
fn ours_is_not_slower_than_stock() {
    let times = [
        compare("cost, four bars", &chart_data::cost()),
        compare("cost, eight bars", &chart_data::eight_bars()),
        compare("turnaround, six points", &chart_data::turnaround(2)),
        compare("turnaround, steep", &chart_data::steep()),
    ];
    let stock: f64 = times.iter().map(|time| time.0).sum();
    let ours: f64 = times.iter().map(|time| time.1).sum();
    console_log!(
        "all four: stock {stock:.3} ms, ours {ours:.3} ms, ratio {:.2}",
        stock / ours
    );
    assert!(stock / ours >= 1.0);
}
