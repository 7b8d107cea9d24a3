//! Parts of the page that are fetched when they are first asked for.
//!
//! What is marked `wasm_split` here, and all that only it needs, goes to a module of its own when
//! the page is built; calling it fetches that module. The parts share memory and signals with the
//! page, so a function of a part is a function like others, only that one waits for it and that
//! it may fail to arrive.

use super::reactive::{Text, part};
use super::{about, further, how, panels};
use crate::model::scenario::{Address, Scenario, permalink};
use crate::words::notices;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::future::Future;
use std::pin::Pin;

/// What arrives, or why it did not.
pub type Fetched<T> = Result<T, SplitLoaderError>;
/// Builds a part of the page.
pub type Build = fn() -> AnyView;
/// Fetches a part of the page.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Fetched<Build>>>>;

/// Said where the part that reads links could not be fetched.
pub const UNREAD: &str = "The link could not be read, because a part of the page did not load; the example stands. Reload the page to try again.";

/// A link, opened: its scenario, and sentences about what could not be used.
pub struct Opened {
    /// The scenario.
    pub scenario: Scenario,
    /// What could not be used.
    pub notices: Vec<String>,
}

/// Opens a link.
#[wasm_split(links, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn open_link(link: String) -> Fetched<Box<Opened>> {
    let opened = permalink::decode(&link);
    Ok(Box::new(Opened {
        scenario: opened.scenario,
        notices: opened.notices.iter().map(notices::notice).collect(),
    }))
}

/// Writes the link of a scenario.
#[wasm_split(links, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn write_link(scenario: Box<Scenario>) -> Fetched<String> {
    Ok(permalink::encode(&scenario))
}

/// What is said about a number.
#[wasm_split(about, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn about() -> Fetched<fn(Address) -> AnyView> {
    Ok(about::about)
}

/// The editor of a process.
#[wasm_split(panels, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn process_editor() -> Fetched<Build> {
    Ok(panels::editor)
}

/// The charts that the first load does without.
#[wasm_split(panels, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn further_charts() -> Fetched<Build> {
    Ok(further::charts)
}

/// How the figures are calculated.
#[wasm_split(panels, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn formulas() -> Fetched<Build> {
    Ok(how::formulas)
}

/// How far a part has come.
#[derive(Clone, Copy)]
enum State {
    NotAsked,
    UnderWay,
    Here(Build),
    Failed,
}

/// Whether the content of a fold stays in the page while it is folded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// It has a state of its own that must not be lost.
    Stays,
    /// It only shows; folded it costs nothing.
    Goes,
}

/// A fold whose content is fetched when it is first unfolded.
pub fn fold(
    id: &'static str,
    title: &'static str,
    line: Text,
    folded: Folded,
    fetch: Fetch,
) -> AnyView {
    let state = RwSignal::new(State::NotAsked);
    let open = RwSignal::new(false);
    let turned = move |event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
        if matches!(state.get_untracked(), State::NotAsked | State::Failed) {
            state.set(State::UnderWay);
            leptos::task::spawn_local(async move {
                state.set(fetch().await.map_or(State::Failed, State::Here));
            });
        }
    };
    let content = part(move || {
        match state.get() {
        State::Here(build) if folded == Folded::Stays || open.get() => build(),
        State::NotAsked | State::Here(_) => ().into_any(),
        State::UnderWay => view! { <p role="status">"Loading."</p> }.into_any(),
        State::Failed => view! {
            <p role="alert">"This part could not be loaded; the calculator works on. Fold and unfold it to try again."</p>
        }
        .into_any(),
    }
    });
    view! {
        <details class="own" id=id on:toggle=turned>
            <summary><strong>{title}</strong><span class="line">{line}</span></summary>
            {content}
        </details>
    }
    .into_any()
}
