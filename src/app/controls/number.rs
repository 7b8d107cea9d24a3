//! A number: its label, a field with minus and plus, a slider, and what it means.

use super::field::Field;
use super::slider::Slider;
use super::{Spoken, example_value};
use crate::app::reactive::{part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::scenario::Address;
use crate::model::scenario::parameter::Evidence;
use crate::words::numbers::value_text;
use leptos::prelude::*;

/// A number.
#[component]
pub(super) fn Number(address: Address) -> impl IntoView {
    let bench = Workbench::expect();
    let Spoken {
        id,
        label,
        help,
        tone,
    } = Spoken::of(&bench, address);
    let row = address.parameter;
    let problem = RwSignal::new(None::<String>);
    let nudge = move |direction: f64| {
        problem.set(None);
        let now = bench.with_untracked(|scenario| address.read(scenario));
        bench.write(address, row.nudged(now, direction));
    };
    let problem_id = format!("{id}-problem");
    view! {
        <div class=format!("control {tone}")>
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
                <About address label=label.clone() help/>
            </div>
            <p class="problem" id=problem_id role="status">{text(move || problem.get().unwrap_or_default())}</p>
        </div>
    }
}

/// What a number means, where its default comes from, and the way back to it.
#[component]
pub(super) fn About(address: Address, label: String, help: String) -> impl IntoView {
    let bench = Workbench::expect();
    let row = address.parameter;
    let example = move || example_value(&bench, address);
    let evidence = match row.evidence {
        Evidence::Sourced(source) => format!("Default sourced: {source}"),
        Evidence::Assumed => "Default assumed: put in your own figure.".to_owned(),
        Evidence::Choice => "A choice of yours.".to_owned(),
    };
    let evidence_class = if row.evidence == Evidence::Assumed {
        "evidence assumed"
    } else {
        "evidence"
    };
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="about" on:toggle=toggled>
            <summary aria-label=format!("About: {label}")>"?"</summary>
            {part_if(move || open.get().then(|| view! {
                <p>{help.clone()}</p>
                <p class=evidence_class>{evidence.clone()}</p>
                <button class="quiet" on:click=pressed(move || bench.write(address, example()))>
                    {text(move || format!("Back to the example: {}", value_text(row, example())))}
                </button>
            }.into_any()))}
        </details>
    }
}
