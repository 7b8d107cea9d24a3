//! The answer and its evidence, in the order in which a doubter would ask.

mod charts;
mod key_figures;
mod strategies;
mod why;

use super::phrases;
use super::workbench::Workbench;
use crate::words::sentences::{conditions, headline, troubles};
use charts::Charts;
use key_figures::KeyFigures;
use leptos::prelude::*;
use strategies::Strategies;
use why::Why;

/// The results.
#[component]
pub fn Results() -> impl IntoView {
    view! {
        <main id="answer" tabindex="-1">
            <div class="strip">
                <Verdict/>
                <KeyFigures/>
            </div>
            <Strategies/>
            <Charts/>
            <Why/>
        </main>
    }
}

/// The answer in a sentence or two, and what is in trouble.
#[component]
fn Verdict() -> impl IntoView {
    let bench = Workbench::expect();
    let title = Memo::new(move |_| bench.answer.with(|answer| headline(&answer.context())));
    let below = Memo::new(move |_| bench.answer.with(|answer| conditions(&answer.context())));
    let trouble = Memo::new(move |_| bench.answer.with(|answer| troubles(&answer.context())));
    view! {
        <h1 class="verdict">{move || phrases::show(title.get())}</h1>
        <p class="conditions">{move || phrases::show(below.get())}</p>
        {move || {
            let troubles = trouble.get();
            (!troubles.is_empty()).then(|| view! {
                <ul class="troubles">
                    {troubles.into_iter().map(|text| view! { <li>{phrases::show(text)}</li> }).collect_view()}
                </ul>
            })
        }}
    }
}
