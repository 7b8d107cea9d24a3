//! The place of the user's own process. Its editor is a module of its own, which is loaded when
//! this is first unfolded; the two speak by events on the element in between.

use super::browser;
use super::reactive::{part_if, text};
use super::wire;
use super::workbench::Workbench;
use crate::model::scenario::Scenario;
use leptos::prelude::*;
use web_sys::CustomEvent;

/// How far the editor is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Editor {
    Unasked,
    Loading,
    Failed,
    Stands,
}

/// The process, folded.
#[component]
pub fn OwnProcess() -> impl IntoView {
    let bench = Workbench::expect();
    let editor = RwSignal::new(Editor::Unasked);
    let toggled = move |_| {
        if editor.get_untracked() == Editor::Unasked {
            editor.set(Editor::Loading);
        }
    };
    let line = Memo::new(move |_| bench.with(in_a_line));
    view! {
        <details class="own" on:toggle=toggled>
            <summary><strong>"Your own process"</strong><span class="line">{text(move || line.get())}</span></summary>
            <p role="status">{text(move || match editor.get() {
                Editor::Loading => "The editor is loading.",
                Editor::Failed => "The editor could not be loaded; the calculator works on. Reload the page to try again.",
                _ => "",
            })}</p>
            <Host editor/>
            {part_if(move || (editor.get() != Editor::Unasked).then(|| view! {
                <script type="module" src="./panels-boot.js" on:error=move |_| editor.set(Editor::Failed)></script>
            }.into_any()))}
        </details>
    }
}

/// The element in which the editor stands, and the page's end of the talk.
#[component]
fn Host(editor: RwSignal<Editor>) -> impl IntoView {
    let bench = Workbench::expect();
    // What the editor is known to have: only what differs is news to it.
    let known = StoredValue::new(String::new());
    Effect::new(move |_| {
        if editor.get() == Editor::Stands {
            let now = bench.with(wire::write);
            if known.with_value(|known| *known != now)
                && let Some(host) = browser::element(wire::HOST)
            {
                known.set_value(now.clone());
                wire::say(&host, wire::SCENARIO, &now);
            }
        }
    });
    let drawn = move |event: CustomEvent| {
        if let Some(scenario) = wire::heard(&event) {
            known.set_value(wire::write(&scenario));
            bench.draw(scenario);
        }
    };
    view! {
        <div
            id=wire::HOST
            on:ready=move |_: CustomEvent| editor.set(Editor::Stands)
            on:process=drawn
            on:settle=move |_: CustomEvent| bench.settle()
            on:failed=move |_: CustomEvent| editor.set(Editor::Failed)
        ></div>
    }
}

/// How large the process is.
fn in_a_line(scenario: &Scenario) -> String {
    let steps: usize = scenario
        .own_routes
        .iter()
        .map(|route| route.steps.len())
        .sum();
    match steps {
        0 => "draw your own steps, teams and loops".to_owned(),
        1 => "one step".to_owned(),
        _ => format!("{steps} steps"),
    }
}
