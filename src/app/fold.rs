//! Folds whose content is fetched when they are first unfolded.

use super::parts::{Build, Panel, panel};
use super::reactive::{Text, part};
use leptos::prelude::*;

/// How far a part has come.
#[derive(Clone, Copy)]
enum State {
    NotAsked,
    UnderWay,
    Here(Build),
    Failed,
}

/// What stands for a part that did not arrive.
pub fn not_loaded() -> AnyView {
    view! {
        <p role="alert">"This part could not be loaded; the calculator works on. Fold and unfold it, or reload the page, to try again."</p>
    }
    .into_any()
}

/// A fold whose content is fetched when it is first unfolded.
pub fn fold(id: &'static str, title: &'static str, line: Text, which: Panel) -> AnyView {
    let state = RwSignal::new(State::NotAsked);
    let open = RwSignal::new(false);
    let turned = move |event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
        if matches!(state.get_untracked(), State::NotAsked | State::Failed) {
            state.set(State::UnderWay);
            leptos::task::spawn_local(async move {
                state.set(panel(which).await.map_or(State::Failed, State::Here));
            });
        }
    };
    let content = part(move || match state.get() {
        State::Here(build) if which.stays() || open.get() => build(),
        State::NotAsked | State::Here(_) => ().into_any(),
        State::UnderWay => view! { <p role="status">"Loading."</p> }.into_any(),
        State::Failed => not_loaded(),
    });
    view! {
        <details class="own" id=id on:toggle=turned>
            <summary><strong>{title}</strong><span class="line">{line}</span></summary>
            {content}
        </details>
    }
    .into_any()
}
