//! The answer and its evidence, in the order in which a doubter would ask.

pub mod charts;
mod key_figures;
mod strategies;
mod why;

use super::own_process::OwnProcess;
use super::reactive::{part, part_if, text};
use super::workbench::Workbench;
use super::{parts, phrases};
use crate::words::conditions::conditions;
use crate::words::sentences::{headline, troubles};
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
            <OwnProcess/>
            <Charts/>
            {further_charts()}
            <Why/>
        </main>
    }
}

/// The charts that not everybody asks for.
fn further_charts() -> AnyView {
    let line = text(|| "when it is done, what decides, where the time goes, how busy");
    parts::fold("further-charts", "More charts", line, || {
        Box::pin(parts::further_charts())
    })
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
        <p class="conditions">{part(move || phrases::show(below()).into_any())}</p>
        {part_if(move || {
            let troubles = trouble();
            (!troubles.is_empty())
                .then(|| view! { <ul class="troubles">{phrases::list(troubles)}</ul> }.into_any())
        })}
    }
}
