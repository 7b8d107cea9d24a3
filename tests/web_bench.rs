//! Our canvas backend against stock plotters-canvas: the same charts in the same page. Run it in release.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod chart_data;

use counterbalance::app::canvas::paint;
use counterbalance::app::canvas::type_measure::{self, Type};
use counterbalance::charts::{Chart, GRAIN, Theme};
use counterbalance::model::break_evens::break_evens;
use counterbalance::model::evaluation::evaluate;
use counterbalance::model::presets::first;
use counterbalance::model::queueing::{Periods, Transient, evaluate_transient};
use counterbalance::model::scenario::{Task, Team, TeamKind};
use counterbalance::model::strategy::STRATEGIES;
use counterbalance::model::units::People;
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
/// style and, unless it is told to remember, every measuring of text is plotters-canvas's and plotters' own.
///
/// Our charts ask for many widths, which is cheap with a memory and dear without. So stock runs twice: as it
/// is, and with our memory for widths lent to it. The second comparison is that of the strokes alone.
struct Stock {
    canvas: CanvasBackend,
    remembers: Option<CanvasRenderingContext2d>,
}

type Failure = <CanvasBackend as DrawingBackend>::ErrorType;
type Done = Result<(), DrawingErrorKind<Failure>>;

impl DrawingBackend for Stock {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f64| (length * f64::from(GRAIN)) as u32;
        (units(SIZE.0), units(SIZE.1))
    }

    fn ensure_prepared(&mut self) -> Done {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Done {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done {
        self.canvas.draw_pixel(at, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.canvas.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.canvas.draw_rect(a, b, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.canvas.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.canvas.draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.canvas.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.canvas.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Failure>> {
        let Some(context) = &self.remembers else {
            return self.canvas.estimate_text_size(text, style);
        };
        let set = Type::of(style);
        let width =
            type_measure::width(context, set, text, || context.set_font(&set.css())).unwrap();
        Ok((width.ceil() as u32, style.size().ceil() as u32))
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

fn paint_stock(canvas: &HtmlCanvasElement, chart: &impl Chart, remembers: bool) {
    let scale = 1.0 / f64::from(GRAIN);
    let context = context(canvas);
    context
        .set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)
        .unwrap();
    context.clear_rect(0.0, 0.0, SIZE.0 / scale, SIZE.1 / scale);
    let canvas = CanvasBackend::with_canvas_object(canvas.clone()).unwrap();
    let area = Stock {
        canvas,
        remembers: remembers.then_some(context),
    }
    .into_drawing_area();
    chart.draw(&area, &Theme::light()).unwrap();
    area.present().unwrap();
}

fn paint_ours(canvas: &HtmlCanvasElement, chart: &impl Chart) {
    paint(canvas, SIZE.0, SIZE.1, 1.0, &Theme::light(), chart).unwrap();
}

/// Milliseconds per redraw. A pixel is read back after each, so that the browser really paints every one and
/// does not drop those that the next wipes out.
fn time(canvas: &HtmlCanvasElement, mut redraw: impl FnMut()) -> f64 {
    let clock = web_sys::window().unwrap().performance().unwrap();
    let context = context(canvas);
    let start = clock.now();
    for _ in 0..REDRAWS {
        redraw();
        context.get_image_data(0.0, 0.0, 1.0, 1.0).unwrap();
    }
    (clock.now() - start) / f64::from(REDRAWS)
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

/// Times of stock, stock with our widths, and ours: the middle one of several rounds, taken in turns so that
/// none has the warmer machine.
fn compare(name: &str, chart: &impl Chart) -> [f64; 3] {
    let canvases = [canvas(), canvas(), canvas()];
    for canvas in &canvases {
        canvas.set_width(SIZE.0 as u32);
        canvas.set_height(SIZE.1 as u32);
    }
    let [first, second, third] = &canvases;
    let mut times: [Vec<f64>; 3] = Default::default();
    for _ in 0..ROUNDS {
        times[0].push(time(first, || paint_stock(first, chart, false)));
        times[1].push(time(second, || paint_stock(second, chart, true)));
        times[2].push(time(third, || paint_ours(third, chart)));
    }
    canvases.iter().for_each(|canvas| canvas.remove());
    let times = times.map(middle);
    report(name, times);
    times
}

fn report(name: &str, [stock, lent, ours]: [f64; 3]) {
    console_log!(
        "{name}: ms a redraw: stock {stock:.3}, stock with our widths {lent:.3}, ours {ours:.3}; \
         ratio stock/ours {:.2}, with our widths {:.2}",
        stock / ours,
        lent / ours
    );
}

#[wasm_bindgen_test]
fn ours_is_not_slower_than_stock() {
    let times = [
        compare("cost, four bars", &chart_data::cost()),
        compare("cost, eight bars", &chart_data::eight_bars()),
        compare("turnaround, six points", &chart_data::turnaround(2)),
        compare("turnaround, steep", &chart_data::steep()),
    ];
    let all = [0, 1, 2].map(|side| times.iter().map(|time| time[side]).sum::<f64>());
    report("all four", all);
    assert!(all[0] / all[2] >= 1.0, "slower than stock");
}

/// A day of 96 quarter-hours with up to 300 agents by uniformisation, as the page would ask for it.
#[wasm_bindgen_test]
fn a_day_on_its_way() {
    let wave = |i: usize| 30.0 + 25.0 * (std::f64::consts::TAU * i as f64 / 96.0).sin();
    let day = Transient {
        mean_service: 5.0,
        initial: 0.0,
        periods: Periods {
            length: 15.0,
            arrival_rates: (0..96).map(wave).collect(),
        },
        servers: (0..96).map(|i| (5.2 * wave(i)).ceil() + 12.0).collect(),
    };
    let times: Vec<f64> = (1..=96).map(|i| 15.0 * f64::from(i)).collect();
    let clock = web_sys::window().unwrap().performance().unwrap();
    let took = (0..ROUNDS).map(|_| {
        let start = clock.now();
        let moments = evaluate_transient(&day, &times).unwrap();
        assert!(moments.iter().all(|moment| moment.expected_number > 0.0));
        clock.now() - start
    });
    console_log!(
        "a day of 96 quarter-hours, up to 298 agents: {:.1} ms",
        middle(took.collect())
    );
}

/// Every way for five kinds of work, as a slider's event asks for it, and the break-evens, which
/// are searched for once nothing moves.
#[wasm_bindgen_test]
fn five_kinds_of_work_in_every_way() {
    let mut scenario = first();
    let model = scenario.tasks[0].clone();
    let task = |i| Task {
        key: format!("task{i}"),
        rate: model.rate * 0.2,
        ..model.clone()
    };
    scenario.tasks = (0..5).map(task).collect();
    for (key, kind) in [
        ("middle", TeamKind::Middle),
        ("partner", TeamKind::Outsourced),
        ("bot", TeamKind::Bot),
    ] {
        let mut team = Team::with_defaults(key, kind);
        team.staff = People(5.0);
        scenario.teams.push(team);
    }
    let ways = STRATEGIES.iter().map(|strategy| strategy.key.to_owned());
    scenario.also = ways.filter(|key| key != "own_process").collect();
    let evaluation = evaluate(&scenario);
    let clock = web_sys::window().unwrap().performance().unwrap();
    // Browsers round their clock: many at a time.
    const TIMES: usize = 50;
    let each = |work: &dyn Fn()| {
        let took = (0..ROUNDS).map(|_| {
            let start = clock.now();
            (0..TIMES).for_each(|_| work());
            (clock.now() - start) / TIMES as f64
        });
        middle(took.collect())
    };
    let evaluated = each(&|| assert!(evaluate(&scenario).comparison.best().is_some()));
    let searched = each(&|| assert!(!break_evens(&scenario, &evaluation).is_empty()));
    console_log!(
        "five kinds of work, {} ways: evaluate {evaluated:.2} ms, break-evens {searched:.1} ms",
        evaluation.strategies.len()
    );
}
