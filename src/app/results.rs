//! The answer and its evidence, in the order in which a doubter would ask.

pub mod charts;
mod key_figures;
pub mod strategies;

use super::own_process::OwnProcess;
use super::parts::{Panel, fold};
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
const HOW: &str = "how";

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
            {further_charts()}
            {money()}
            {live(bench)}
            {referee(bench)}
            {formulas()}
            {part_if(move || bench.why.get().map(|build| build()))}
        </main>
    }
}

/// The charts that not everybody asks for.
fn further_charts() -> AnyView {
    let line = text(
        || "when it is done, what decides, where the time goes, how busy, what to say at the desk",
    );
    fold("further-charts", "More charts", line, Panel::Charts)
}

/// Where the money goes, and what could be done whatever way is chosen.
fn money() -> AnyView {
    let line = text(|| "line by line, levers, further ways to compare");
    fold("money", "Money in detail", line, Panel::Money)
}

/// Live contacts; they stand open where there are any.
fn live(bench: Workbench) -> AnyView {
    const LIVE: &str = "live";
    let has_live = Memo::new(move |_| {
        bench.with(|scenario| scenario.tasks.iter().any(|task| task.channel.is_live()))
    });
    Effect::new(move |had: Option<bool>| {
        let has = has_live.get();
        // It folds itself away only where it unfolded itself.
        if has || had == Some(true) {
            browser::set_open(LIVE, has);
        }
        has
    });
    let line = text(|| "and work that can wait: who is answered, who is kept free, chasers");
    fold(LIVE, "Live contacts", line, Panel::Live)
}

/// How the figures are calculated.
fn formulas() -> AnyView {
    let line = text(|| "every figure above, with its formula and your numbers in it");
    fold(HOW, "How it is calculated", line, Panel::Formulas)
}

/// What the simulation says of the figures.
fn referee(bench: Workbench) -> AnyView {
    let line = text(move || bench.referee.get());
    fold("referee", "Checked by simulation", line, Panel::Referee)
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
