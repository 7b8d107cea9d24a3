//! A number: its label, a field with minus and plus, a slider, and what it means.

use super::Spoken;
use super::field::Field;
use super::slider::Slider;
use crate::app::reactive::{Flag, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::app::{fold, parts};
use crate::model::scenario::Address;
use leptos::prelude::*;

/// A number.
#[component]
pub(super) fn Number(address: Address, hidden: Flag) -> impl IntoView {
    let bench = Workbench::expect();
    let Spoken { id, label, tone } = Spoken::of(&bench, address);
    let row = address.parameter;
    let problem = RwSignal::new(None::<String>);
    let nudge = move |direction: f64| {
        problem.set(None);
        let now = bench.with_untracked(|scenario| address.read(scenario));
        bench.write(address, row.nudged(now, direction));
    };
    let problem_id = format!("{id}-problem");
    view! {
        <div class=format!("control {tone}") hidden=hidden>
            <label class="name" for=id.clone()>{label.clone()}</label>
            <div class="value">
                <button
                    class="nudge" tabindex="-1" aria-label=format!("Less: {label}")
                    on:click=pressed(move || nudge(-1.0))
                >"−"</button>
                <Field address id=id.clone() label=label.clone() problem/>
                <button
                    class="nudge" tabindex="-1" aria-label=format!("More: {label}")
                    on:click=pressed(move || nudge(1.0))
                >"+"</button>
            </div>
            <div class="second">
                <Slider address label=label.clone() problem/>
                <About address label=label.clone()/>
            </div>
            <p class="problem" id=problem_id role="status">{text(move || problem.get().unwrap_or_default())}</p>
        </div>
    }
}

/// What a number means, and what else is said about it once it is asked for.
#[component]
pub(super) fn About(address: Address, label: String) -> impl IntoView {
    let said = RwSignal::new(None::<fn(Address) -> AnyView>);
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
        leptos::task::spawn_local(async move {
            said.set(Some(parts::about().await.unwrap_or(|_| fold::not_loaded())));
        });
    };
    view! {
        <details class="about" on:toggle=toggled>
            <summary aria-label=format!("About: {label}")>"?"</summary>
            {part_if(move || said.get().filter(|_| open.get()).map(|about| about(address)))}
        </details>
    }
}
