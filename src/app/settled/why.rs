//! Why, what would change it, and what was assumed.

use super::Told;
use crate::app::phrases::list;
use crate::app::reactive::{flag, items, part, part_if, text};
use crate::app::results::strategies::how;
use crate::app::workbench::Workbench;
use crate::explain::keys;
use crate::model::presets;
use crate::words::labels::lower_first;
use crate::words::second_opinions::second_opinions;
use crate::words::{Phrase, english, reasons};
use leptos::prelude::*;
use std::sync::Arc;

/// The reasons.
pub(super) fn why(bench: Workbench, told: RwSignal<Option<Arc<Told>>>) -> AnyView {
    let why = part(move || {
        bench.answer.with(|answer| {
            let mut phrases = reasons::reasons(&answer.context());
            let doubts = second_opinions(&answer.context()).into_iter();
            phrases.extend(doubts.map(|text| Phrase::new().text(text)));
            let shown = answer.evaluation.strategies.get(bench.shown());
            phrases.extend(shown.and_then(|one| known_as(one.key)));
            if phrases.is_empty() {
                return view! { <li>"Fewer than two ways keep up, so there is nothing to compare."</li> }.into_any();
            }
            list(phrases).into_any()
        })
    });
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="why">
            <section aria-labelledby="why-title">
                <h2 id="why-title">{how(keys::SAVING, text(|| "Why"))}</h2>
                <ul>{why}</ul>
            </section>
            <TurningPoints told/>
            <BreakEvens told/>
            <Assumptions/>
            <Source/>
        </div>
    }
    .into_any()
}

/// What would change the answer, nearest first.
#[component]
fn TurningPoints(told: RwSignal<Option<Arc<Told>>>) -> impl IntoView {
    let bench = Workbench::expect();
    // Of its own, so that a slider's event does not build the list anew.
    let stale = Memo::new(move |_| told.get().is_some_and(|told| bench.is_stale(&told.of)));
    let points = part(move || match told.get() {
        None => view! { <p>"Searching."</p> }.into_any(),
        Some(told) => {
            let stale = flag(move || stale.get());
            view! { <ul class:stale=stale>{list(told.turning_points.clone())}</ul> }.into_any()
        }
    });
    view! {
        <section aria-labelledby="change-title">
            <h2 id="change-title">{how(keys::TURNING, text(|| "It would change with"))}</h2>
            {points}
        </section>
    }
}

/// What the literature calls the way shown.
fn known_as(key: &str) -> Option<Phrase> {
    let name = english::known_as(key)?;
    let way = lower_first(english::strategy(key).name);
    Some(Phrase::new().text(format!(
        "Metters and Vargas (2000) would call “{way}” {name}."
    )))
}

/// Break-evens between two ways, nearest first, and the rules that follow from the figures.
#[component]
fn BreakEvens(told: RwSignal<Option<Arc<Told>>>) -> impl IntoView {
    let bench = Workbench::expect();
    let stale = Memo::new(move |_| told.get().is_some_and(|told| bench.is_stale(&told.of)));
    part_if(move || {
        let told = told.get().filter(|told| !told.break_evens.is_empty())?;
        let stale = flag(move || stale.get());
        Some(
            view! {
                <section aria-labelledby="break-even-title">
                    <h2 id="break-even-title">"Break-evens"</h2>
                    <ul class:stale=stale>{list(told.break_evens.clone())}</ul>
                </section>
            }
            .into_any(),
        )
    })
}

/// What nobody measured, and what the user has changed.
#[component]
fn Assumptions() -> impl IntoView {
    let bench = Workbench::expect();
    let assumed = move || {
        let found = bench.with(reasons::assumptions);
        found.into_iter().map(|(_, text)| text).collect::<Vec<_>>()
    };
    let accuracy = move || {
        let shown = bench.shown();
        bench.answer.with(|answer| {
            let strategy = answer.evaluation.strategies.get(shown);
            let time = strategy.and_then(|strategy| strategy.turnaround.as_ref());
            time.map_or_else(String::new, |time| {
                format!(
                    "Waiting times of the way shown: {}.",
                    reasons::accuracy(time.accuracy)
                )
            })
        })
    };
    let changed = part_if(move || {
        let changed = bench.with_example(reasons::changes);
        (!changed.is_empty()).then(|| {
            view! { <h3>"Changed from the example"</h3><ul>{items(changed)}</ul> }.into_any()
        })
    });
    view! {
        <section aria-labelledby="assumed-title">
            <h2 id="assumed-title">"Numbers assumed, not sourced "
                <span class="tag">{text(move || assumed().len().to_string())}</span>
            </h2>
            <p class="accuracy">{text(accuracy)}</p>
            <details>
                <summary>"Defaults that nobody measured"</summary>
                <ul>{part(move || items(assumed()).into_any())}</ul>
            </details>
            {changed}
        </section>
    }
}

/// The question and the passage that the example comes from.
#[component]
fn Source() -> impl IntoView {
    let bench = Workbench::expect();
    let preset = move || bench.with(presets::of);
    view! {
        <section aria-labelledby="source-title">
            <h2 id="source-title">"The example"</h2>
            <p>{text(move || english::preset_question(preset().key))}</p>
            <blockquote>{text(move || english::preset_passage(preset().key))}</blockquote>
            <p class="accuracy">{text(move || english::preset_caution(preset().key))}</p>
        </section>
    }
}
