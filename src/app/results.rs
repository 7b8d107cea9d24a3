//! The answer and its evidence, in the order in which a doubter would ask.

pub mod charts;
mod key_figures;
pub mod strategies;

use super::own_process::OwnProcess;
use super::parts::Place;
use super::reactive::{flag, part, part_if, text};
use super::workbench::Workbench;
use super::{browser, phrases};
use crate::words::conditions::conditions;
use crate::words::sentences::{headline, troubles};
use charts::Charts;
use key_figures::KeyFigures;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use strategies::Strategies;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Id of the fold with the formulas.
pub const HOW: &str = "how";

/// The results.
#[component]
pub fn Results() -> impl IntoView {
    let bench = Workbench::expect();
    view! {
        <main id="answer" tabindex="-1" on:click=move |event| lead_to_formula(bench, &event)>
            <div class="strip">
                <Verdict/>
                <KeyFigures/>
            </div>
            <Strategies/>
            <OwnProcess/>
            <Charts/>
            {part_if(move || bench.why.get().map(|build| build(Place::Below)))}
        </main>
    }
}

/// A click on a figure leads to its formula; the figure names it in this attribute.
fn lead_to_formula(bench: Workbench, event: &MouseEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(key) = target.and_then(|target| target.get_attribute("data-how")) {
        bench.asked.set(Some(key));
        browser::unfold(HOW);
    }
}

/// The answer in a sentence or two, and what is in trouble.
#[component]
fn Verdict() -> impl IntoView {
    let bench = Workbench::expect();
    let title = move || bench.answer.with(|answer| headline(&answer.context()));
    let below = move || bench.answer.with(|answer| conditions(&answer.context()));
    let trouble = move || bench.answer.with(|answer| troubles(&answer.context()));
    view! {
        <h1 class="verdict">{part(move || phrases::show(title()).into_any())}</h1>
        <p class="conditions">
            {part(move || phrases::show(below()).into_any())}" "
            <span id="unless" class:stale=flag(move || bench.unless.with(|(of, _)| of.as_ref().is_none_or(|of| bench.is_stale(of))))>
                {text(move || bench.unless.with(|(_, text)| text.clone()))}
            </span>
        </p>
        {part_if(move || {
            let troubles = trouble();
            (!troubles.is_empty())
                .then(|| view! { <ul class="troubles">{phrases::list(troubles)}</ul> }.into_any())
        })}
    }
}
