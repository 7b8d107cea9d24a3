//! Why, what would change it, and what was assumed.

use crate::app::phrases;
use crate::app::workbench::Workbench;
use crate::model::presets;
use crate::words::{english, reasons};
use leptos::prelude::*;

/// The reasons.
#[component]
pub(super) fn Why() -> impl IntoView {
    let bench = Workbench::expect();
    let why = move || {
        bench
            .answer
            .with(|answer| reasons::reasons(&answer.context()))
    };
    let turning = move || {
        bench.answer.with(|answer| {
            reasons::turning_points(&answer.context())
                .into_iter()
                .map(|(_, phrase)| phrase)
                .collect::<Vec<_>>()
        })
    };
    let minutes = move || {
        bench
            .answer
            .with(|answer| reasons::front_minutes(&answer.context()))
    };
    let list = |phrases: Vec<crate::words::Phrase>| {
        phrases
            .into_iter()
            .map(|phrase| view! { <li>{phrases::show(phrase)}</li> })
            .collect_view()
    };
    view! {
        <div class="why">
            <section aria-labelledby="why-title">
                <h2 id="why-title">"Why"</h2>
                <ul>{move || list(why())}{move || list(minutes())}</ul>
            </section>
            <section aria-labelledby="change-title">
                <h2 id="change-title">"It would change with"</h2>
                {move || {
                    let points = turning();
                    if points.is_empty() {
                        view! { <p>"No single number of this example, moved along its slider, changes the answer."</p> }.into_any()
                    } else {
                        view! { <ul>{list(points)}</ul> }.into_any()
                    }
                }}
            </section>
            <Assumptions/>
            <Source/>
        </div>
    }
}

/// What nobody measured, and what the user has changed.
#[component]
fn Assumptions() -> impl IntoView {
    let bench = Workbench::expect();
    let assumed = move || {
        bench.with(|scenario| {
            reasons::assumptions(scenario)
                .into_iter()
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
        })
    };
    let changed =
        move || bench.with(|scenario| reasons::changes(scenario, &presets::of(scenario).current()));
    let accuracy = move || {
        let shown = bench.shown();
        bench.answer.with(|answer| {
            let time = answer
                .evaluation
                .strategies
                .get(shown)?
                .turnaround
                .as_ref()?;
            Some(format!(
                "Waiting times of the way shown: {}.",
                reasons::accuracy(time.accuracy)
            ))
        })
    };
    let items = |texts: Vec<String>| {
        texts
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect_view()
    };
    view! {
        <section aria-labelledby="assumed-title">
            <h2 id="assumed-title">"Assumed, not sourced" <span class="tag">{move || assumed().len()}</span></h2>
            <p class="accuracy">{accuracy}</p>
            <details>
                <summary>"Defaults that nobody measured"</summary>
                <ul>{move || items(assumed())}</ul>
            </details>
            {move || {
                let changed = changed();
                (!changed.is_empty()).then(|| view! {
                    <h3>"Changed from the example"</h3>
                    <ul>{items(changed)}</ul>
                })
            }}
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
            <p>{move || english::preset_question(preset().key)}</p>
            <blockquote>{move || preset().passage}</blockquote>
            <p class="accuracy">"£100 and £30 an hour are the prices billed to clients, as the article gives them, not wages."</p>
        </section>
    }
}
