//! The canvas backend in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod chart_data;

use counterbalance::app::canvas::{paint, type_measure};
use counterbalance::charts::{Chart, Hit, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const SIZE: (f64, f64) = (430.0, 230.0);

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

fn canvas() -> HtmlCanvasElement {
    let canvas = document().create_element("canvas").unwrap();
    document().body().unwrap().append_child(&canvas).unwrap();
    canvas.dyn_into().unwrap()
}

fn painted(canvas: &HtmlCanvasElement, ratio: f64, chart: &impl Chart) -> Vec<Hit> {
    paint(canvas, SIZE.0, SIZE.1, ratio, &Theme::light(), chart).unwrap()
}

/// Red, green, blue and opacity of every pixel.
fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context = canvas.get_context("2d").unwrap().unwrap();
    let context: CanvasRenderingContext2d = context.dyn_into().unwrap();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context
        .get_image_data(0.0, 0.0, width, height)
        .unwrap()
        .data()
        .0
}

/// How many pixels have exactly the given colour, opaque.
fn count(pixels: &[u8], colour: plotters::style::RGBColor) -> usize {
    let wanted = [colour.0, colour.1, colour.2, 255];
    pixels.chunks(4).filter(|pixel| *pixel == wanted).count()
}

#[wasm_bindgen_test]
fn charts_leave_their_colours_on_the_canvas() {
    let canvas = canvas();
    let hits = painted(&canvas, 1.0, &chart_data::cost());
    assert_eq!(hits.len(), 4);
    assert!(count(&pixels(&canvas), Theme::light().front) > 5000);
    painted(&canvas, 1.0, &chart_data::turnaround(2));
    let after = pixels(&canvas);
    assert_eq!(
        count(&after, Theme::light().front),
        0,
        "the first chart is wiped"
    );
    assert!(count(&after, Theme::light().back) > 100);
}

#[wasm_bindgen_test]
fn grid_lines_are_crisp_at_whole_ratios() {
    let theme = Theme::light();
    let canvas = canvas();
    for ratio in [1.0, 2.0] {
        painted(&canvas, ratio, &chart_data::turnaround(2));
        let least = if ratio == 1.0 { 800 } else { 3200 };
        let line = count(&pixels(&canvas), theme.line);
        assert!(
            line > least,
            "ratio {ratio}: {line} pixels of pure line colour"
        );
    }
}

#[wasm_bindgen_test]
fn a_ratio_of_two_doubles_the_pixels() {
    let canvas = canvas();
    painted(&canvas, 1.0, &chart_data::cost());
    assert_eq!((canvas.width(), canvas.height()), (430, 230));
    painted(&canvas, 2.0, &chart_data::cost());
    assert_eq!((canvas.width(), canvas.height()), (860, 460));
    painted(&canvas, f64::NAN, &chart_data::cost());
    assert_eq!(
        canvas.width(),
        430,
        "a ratio that is no number counts as one"
    );
}

#[wasm_bindgen_test]
fn hits_do_not_depend_on_the_ratio() {
    let canvas = canvas();
    let once = painted(&canvas, 1.0, &chart_data::turnaround(2));
    assert_eq!(once, painted(&canvas, 3.0, &chart_data::turnaround(2)));
}

#[wasm_bindgen_test]
fn a_second_painting_measures_nothing() {
    let canvas = canvas();
    painted(&canvas, 1.0, &chart_data::turnaround(2));
    let asked = type_measure::times_asked();
    assert!(asked > 0);
    painted(&canvas, 1.0, &chart_data::turnaround(2));
    assert_eq!(type_measure::times_asked(), asked);
}

#[wasm_bindgen_test]
fn nothing_is_put_into_the_page() {
    let canvas = canvas();
    let counted = || document().get_elements_by_tag_name("*").length();
    let before = counted();
    let watched = watch_for_nodes();
    painted(&canvas, 1.0, &chart_data::cost());
    painted(&canvas, 1.0, &chart_data::eight_bars());
    assert_eq!(watched.take_records().length(), 0, "not even for a moment");
    assert_eq!(counted(), before);
}

/// Watches the body for elements that come and go.
fn watch_for_nodes() -> web_sys::MutationObserver {
    let keep = js_sys::Function::new_no_args("");
    let observer = web_sys::MutationObserver::new(&keep).unwrap();
    let options = web_sys::MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer
        .observe_with_options(&document().body().unwrap(), &options)
        .unwrap();
    observer
}
