//! The charts: each a figure with its headline, the picture, the table behind it, and a way from
//! point to point by pointer or arrow keys.

use crate::app::browser;
use crate::app::canvas::paint;
use crate::app::reactive::{flag, part_if, pressed, text};
use crate::app::theme::Themes;
use crate::app::workbench::Workbench;
use crate::charts::{Chart, Hit};
use crate::figures::{FIGURES, Figure, FigureKind, Table};
use crate::model::decimal::fixed;
use crate::model::order::sort_short;
use crate::model::presets;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// All charts, the example's first one first.
#[component]
pub(super) fn Charts() -> impl IntoView {
    let bench = Workbench::expect();
    let first = bench.with_untracked(|scenario| presets::of(scenario).first_chart);
    let mut kinds: Vec<&'static FigureKind> = FIGURES.iter().collect();
    sort_short(&mut kinds, |a, b| (a.key != first).cmp(&(b.key != first)));
    view! {
        <section class="charts" aria-label="Charts">
            {kinds.into_iter().map(|kind| view! { <ChartFigure name=kind.key figure=simulated(kind)/> }.into_any()).collect::<Vec<_>>()}
        </section>
    }
}

/// A figure with what was simulated drawn into it, once there is something.
fn simulated(kind: &'static FigureKind) -> Memo<Option<Figure>> {
    let bench = Workbench::expect();
    figure_of(kind, move |figure, shown| {
        if let Some(overlay) = bench.overlay.get() {
            overlay(kind.key, figure, shown);
        }
    })
}

/// A figure of the answer and the strategy shown, and what is still to be drawn into it. It is
/// built once for all that is shown of it; a figure has no equality, so it is never a no-op.
pub fn figure_of<C: Drawn>(
    kind: &'static FigureKind<C>,
    finish: impl Fn(&mut Figure<C>, usize) + Send + Sync + 'static,
) -> Memo<Option<Figure<C>>> {
    let bench = Workbench::expect();
    Memo::new_with_compare(
        move |_| {
            let shown = bench.shown();
            let built = bench
                .answer
                .with(|answer| (kind.build)(&answer.context(), shown));
            built.map(|mut figure| {
                finish(&mut figure, shown);
                figure
            })
        },
        |_, _| true,
    )
}

/// Curves that a figure on the page may have.
pub trait Drawn: Chart + Send + Sync + 'static {}

impl<C: Chart + Send + Sync + 'static> Drawn for C {}

/// A figure, with its name in the document.
#[component]
pub fn ChartFigure<C: Drawn>(name: &'static str, figure: Memo<Option<Figure<C>>>) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let of = move |field: fn(&Figure<C>) -> &String| {
        figure.with(|figure| figure.as_ref().map(field).cloned().unwrap_or_default())
    };
    let summary_id = format!("{name}-summary");
    view! {
        <figure class="card" hidden=flag(move || figure.with(Option::is_none)) data-chart=name>
            <figcaption>
                <strong>{text(move || of(|figure| &figure.headline))}</strong>
                <span>{text(move || of(|figure| &figure.measure))}</span>
            </figcaption>
            <p class="visually-hidden" id=summary_id.clone()>{text(move || of(|figure| &figure.summary))}</p>
            <Picture figure hidden=as_table described=summary_id/>
            {part_if(move || as_table.get().then(|| view! {
                <DataTable table=figure.with(|figure| figure.as_ref().map(|figure| figure.table.clone()).unwrap_or_default())/>
            }.into_any()))}
            <div class="tools" role="group" aria-label="Show as">
                <button aria-pressed=text(move || (!as_table.get()).to_string()) on:click=pressed(move || as_table.set(false))>"Chart"</button>
                <button aria-pressed=text(move || as_table.get().to_string()) on:click=pressed(move || as_table.set(true))>"Table"</button>
            </div>
        </figure>
    }
}

/// The canvas, painted whenever the figure, the theme or the size changes.
#[component]
fn Picture<C: Drawn>(
    figure: Memo<Option<Figure<C>>>,
    hidden: RwSignal<bool>,
    described: String,
) -> impl IntoView {
    let themes = expect_context::<Themes>();
    let frame = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width = width_of(frame);
    let hits = RwSignal::new(Vec::<Hit>::new());
    let at = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        let (Some(canvas), width) = (canvas.get(), width.get()) else {
            return;
        };
        if width < 1.0 || hidden.get() {
            return;
        }
        let theme = themes.charts();
        figure.with(|figure| {
            let Some(figure) = figure else { return };
            let height = figure.drawing.preferred_height(width);
            let _ = canvas.set_attribute(
                "style",
                &format!("width:{}px;height:{}px", fixed(width, 1), fixed(height, 1)),
            );
            let painted = paint(
                &canvas,
                width,
                height,
                browser::pixel_ratio(),
                &theme,
                &figure.drawing,
            );
            hits.set(painted.unwrap_or_default());
        });
    });
    let key_pressed = move |event: leptos::ev::KeyboardEvent| {
        let count = hits.with(Vec::len);
        let now = at.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => now.map_or(0, |i| (i + 1).min(count.saturating_sub(1))),
            "ArrowLeft" | "ArrowUp" => now.map_or(count.saturating_sub(1), |i| i.saturating_sub(1)),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            "Escape" => return at.set(None),
            _ => return,
        };
        event.prevent_default();
        at.set((count > 0).then_some(next));
    };
    let moved = move |event: leptos::ev::PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        at.set(hits.with_untracked(|hits| nearest(hits, x, y)));
    };
    view! {
        <div
            class="picture" node_ref=frame hidden=flag(move || hidden.get())
            tabindex="0" role="group" aria-roledescription="chart" aria-describedby=described
            aria-label="Chart. Arrow keys go from point to point."
            on:keydown=key_pressed on:pointermove=moved
            on:pointerleave=move |_| at.set(None) on:blur=move |_| at.set(None)
        >
            <canvas node_ref=canvas aria-hidden="true"></canvas>
            <div class="tip-line" role="status">
                {part_if(move || {
                    let hit = at.get().and_then(|i| hits.with(|hits| hits.get(i).cloned()))?;
                    Some(view! { <Tip hit width=width.get()/> }.into_any())
                })}
            </div>
        </div>
    }
}

/// The words at a point. Kept within the chart's width.
#[component]
fn Tip(hit: Hit, width: f64) -> impl IntoView {
    const HALF: f64 = 110.0;
    let x = if width > 2.0 * HALF {
        hit.x.max(HALF).min(width - HALF)
    } else {
        width / 2.0
    };
    view! {
        <span class="point" style=place(hit.x, hit.y)></span>
        <span class="tip" style=place(x, hit.y)>{hit.text}</span>
    }
}

fn place(x: f64, y: f64) -> String {
    format!("left:{}px;top:{}px", fixed(x, 1), fixed(y, 1))
}

/// The point nearest to the pointer, if one is near.
fn nearest(hits: &[Hit], x: f64, y: f64) -> Option<usize> {
    const REACH: f64 = 60.0;
    let distance = |hit: &Hit| (hit.x - x).hypot(hit.y - y);
    let places = 0..hits.len();
    places
        .min_by(|&a, &b| distance(&hits[a]).total_cmp(&distance(&hits[b])))
        .filter(|&i| distance(&hits[i]) < REACH)
}

#[component]
fn DataTable(table: Table) -> impl IntoView {
    let head = table
        .head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> }.into_any())
        .collect::<Vec<_>>();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        let cells = cells
            .map(|cell| view! { <td>{cell}</td> }.into_any())
            .collect::<Vec<_>>();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="The numbers behind the chart">
            <table class="data">
                <thead><tr>{head}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// The width of an element in logical pixels, followed as it changes.
fn width_of(element: NodeRef<Div>) -> ReadSignal<f64> {
    let (width, set_width) = signal(0.0);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measure = {
            let element = element.clone();
            move || {
                let now = f64::from(element.client_width());
                if now > 0.0 && now != width.get_untracked() {
                    set_width.set(now);
                }
            }
        };
        measure();
        let observed = Closure::<dyn Fn()>::new(measure);
        if let Ok(observer) = web_sys::ResizeObserver::new(observed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            // Both live as long as the page's charts, which is as long as the page.
            observed.forget();
        }
    });
    width
}
