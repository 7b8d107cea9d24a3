//! The slider of a number: the browser's own range over the places of the scale, with a tick at
//! the example's value. A drag is one step of undo, and so is a held key.

use super::example_value;
use crate::app::reactive::text;
use crate::app::workbench::Workbench;
use crate::model::decimal::{self, fixed};
use crate::model::scenario::Address;
use crate::words::numbers::value_text;
use leptos::prelude::*;

/// Places on the slider; the value in between is the scale's matter.
const PLACES: f64 = 1000.0;
const PAGE: usize = 10;

/// The slider.
#[component]
pub(super) fn Slider(
    address: Address,
    label: String,
    problem: RwSignal<Option<String>>,
) -> impl IntoView {
    let bench = Workbench::expect();
    let row = address.parameter;
    let value = Memo::new(move |_| bench.value(address));
    let place = move || (row.position(value.get()) * PLACES).round();
    let tick = Memo::new(move |_| row.position(example_value(&bench, address)));
    let dragged = move |event: leptos::ev::Event| {
        problem.set(None);
        if let Some(place) = decimal::parse(&event_target_value(&event)) {
            bench.drag(address, row.value_at(place / PLACES));
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let now = bench.with_untracked(|scenario| address.read(scenario));
        let nudged =
            |times: usize, direction: f64| (0..times).fold(now, |v, _| row.nudged(v, direction));
        let target = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => nudged(1, 1.0),
            "ArrowLeft" | "ArrowDown" => nudged(1, -1.0),
            "PageUp" => nudged(PAGE, 1.0),
            "PageDown" => nudged(PAGE, -1.0),
            "Home" => row.slider.0,
            "End" => row.slider.1,
            "Delete" | "Backspace" => example_value(&bench, address),
            "Escape" => return bench.abandon(),
            _ => return,
        };
        event.prevent_default();
        problem.set(None);
        bench.drag(address, target);
    };
    view! {
        <div class="track" style:--at=text(move || fixed(row.position(value.get()), 4)) style:--tick=text(move || fixed(tick.get(), 4))>
            <input
                type="range" min="0" max="1000" step="1"
                aria-label=format!("{label}, slider")
                aria-valuetext=text(move || value_text(row, value.get()))
                prop:value=text(move || fixed(place(), 0))
                on:input=dragged
                on:change=move |_| bench.settle()
                on:keydown=pressed
                on:keyup=move |_| bench.settle()
                on:blur=move |_| bench.settle()
            />
        </div>
    }
}
