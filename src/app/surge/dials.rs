//! The user's plan as sliders.

use crate::app::reactive::text;
use crate::app::workbench::Workbench;
use crate::model::decimal;
use crate::model::scenario::Address;
use crate::words::labels::label;
use crate::words::numbers::value_text;
use leptos::ev::Event;
use leptos::prelude::*;

/// The numbers of a plan.
const PLAN: [&str; 7] = [
    "temps",
    "start",
    "weeks",
    "overtime",
    "overtime_weeks",
    "hires",
    "front_hours",
];

/// The sliders.
pub(super) fn plan(bench: Workbench) -> AnyView {
    let address = |field: &&str| {
        bench.with_untracked(|scenario| Address::find(scenario, &format!("surge.{field}")))
    };
    let dials: Vec<AnyView> = PLAN
        .iter()
        .filter_map(address)
        .map(|address| dial(bench, address))
        .collect();
    view! {
        <section aria-labelledby="surge-plan-title">
            <h3 id="surge-plan-title">"Your plan"</h3>
            <p>"Pay, speed and learning stand under people and pay, the terms of temporary work and overtime under time and surge."</p>
            <div class="dials">{dials}</div>
        </section>
    }
    .into_any()
}

fn dial(bench: Workbench, address: Address) -> AnyView {
    let row = address.parameter;
    let id = format!("dial-{}", row.field);
    let name = bench.with_untracked(|scenario| label(scenario, &address));
    let now = move || bench.value(address);
    let drag = move |event: Event| {
        if let Some(value) = decimal::parse(&event_target_value(&event)) {
            bench.drag(address, value);
        }
    };
    let spoken = text(move || value_text(row, now()));
    let written = spoken.clone();
    view! {
        <div class="dial">
            <label for=id.clone()>{name}</label>
            <output for=id.clone()>{written}</output>
            <input
                type="range" id=id min=row.slider.0.to_string() max=row.slider.1.to_string()
                step=row.step.to_string() aria-valuetext=spoken
                prop:value=text(move || decimal::shortest(now()))
                on:input=drag on:change=move |_: Event| bench.settle()
            />
        </div>
    }
    .into_any()
}
