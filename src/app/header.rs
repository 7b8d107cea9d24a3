//! The top bar: name, example, undo and redo, theme, link.

use super::link_card::Card;
use super::parts::Wanted;
use super::reactive::{flag, part_if, pressed, text};
use super::theme::Themes;
use super::workbench::Workbench;
use super::{browser, parts};
use crate::model::presets::{self, KEYS};
use crate::model::scenario::Scenario;
use crate::words::english;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the focus goes.
const EXAMPLE: &str = "example";
const COPY: &str = "copy-link";
/// The example that is a plain start.
const OWN: &str = "office";

/// The top bar.
#[component]
pub fn Header() -> impl IntoView {
    let bench = Workbench::expect();
    let themes = expect_context::<Themes>();
    view! {
        <header class="bar">
            <div class="mark"><Mark/>"Counterbalance"</div>
            <ExamplePicker/>
            <OwnOffice/>
            <div class="gap"></div>
            <button
                class="quiet icon" title="Undo (Ctrl+Z)" aria-label="Undo"
                prop:disabled=flag(move || !bench.can_undo()) on:click=pressed(move || bench.undo())
            >"↶"</button>
            <button
                class="quiet icon" title="Redo (Ctrl+Y)" aria-label="Redo"
                prop:disabled=flag(move || !bench.can_redo()) on:click=pressed(move || bench.redo())
            >"↷"</button>
            <button
                class="quiet theme" title="Light, dark, or as the system has it"
                on:click=pressed(move || themes.turn())
            >"Theme: " {text(move || themes.name())}</button>
            <CopyLink/>
        </header>
    }
}

#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden="true">
            <path class="beam" d="M2 6h20" transform="rotate(-7 12 6)"/>
            <path class="beam" d="M12 6v11M7.5 18h9"/>
            <rect class="front-mark" x="0" y="8.6" width="7" height="5" rx="1.4"/>
            <rect class="back-mark" x="17.4" y="6" width="6" height="5" rx="1.4"/>
        </svg>
    }
}

/// Starts from an example.
async fn begin(bench: Workbench, key: &'static str) {
    match parts::plan(Wanted::Example(key)).await {
        Ok(plan) => {
            bench.choose(None);
            bench.begin(plan.scenario, plan.example);
        }
        Err(_) => bench.notices.set(vec![parts::UNREAD.to_owned()]),
    }
}

/// The examples, each with its question; choosing one starts from it.
#[component]
fn ExamplePicker() -> impl IntoView {
    let bench = Workbench::expect();
    let menu = NodeRef::<leptos::html::Details>::new();
    let title = move || bench.with(|scenario| english::preset(presets::of(scenario).key));
    // Folds the list away; who was in it stands at its door again.
    let close = move || {
        if let Some(menu) = menu.get_untracked().filter(|menu| menu.open()) {
            menu.set_open(false);
            browser::focus(EXAMPLE);
        }
    };
    let key_pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let item = move |key: &'static str| {
        let choose = pressed(move || {
            close();
            leptos::task::spawn_local(begin(bench, key));
        });
        view! {
            <li>
                <button on:click=choose>
                    <strong>{text(move || bench.said(|said| (said.title)(key).0))}</strong>" "<span>{text(move || bench.said(|said| (said.title)(key).1))}</span>
                    <span class="question">{text(move || bench.said(|said| (said.question)(key)))}</span>
                    <span class="start">"Start from these numbers"</span>
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <details class="picker" node_ref=menu on:keydown=key_pressed>
            <summary id=EXAMPLE aria-label=text(move || format!("Example: {}", title().0))>
                <strong>{text(move || title().0)}</strong>
                <span>{text(move || title().1)}</span>
            </summary>
            <ul>{KEYS.into_iter().map(item).collect::<Vec<_>>()}</ul>
        </details>
    }
}

/// The way from an example that nothing was changed in to a plain start; the list of examples has it too.
#[component]
fn OwnOffice() -> impl IntoView {
    let bench = Workbench::expect();
    let begun = move |scenario: &Scenario, example: &Scenario| {
        scenario.origin.example == OWN || scenario != example
    };
    let start = pressed(move || {
        browser::focus(EXAMPLE);
        leptos::task::spawn_local(begin(bench, OWN));
    });
    view! {
        <button class="link own-office" prop:hidden=flag(move || bench.with_example(begun)) on:click=start>
            "Put in your own office"
        </button>
    }
}

/// Copies the link of the present plan, or shows it where the clipboard is out of reach.
#[component]
fn CopyLink() -> impl IntoView {
    let bench = Workbench::expect();
    let said = RwSignal::new("");
    let shown = RwSignal::new(None::<(Card, String)>);
    let say = move |what| {
        said.set(what);
        Timeout::new(3_000, move || said.set("")).forget();
    };
    let copy = pressed(move || {
        let wanted = Wanted::Written(bench.with_untracked(Scenario::clone));
        leptos::task::spawn_local(async move {
            let Ok(plan) = parts::plan(wanted).await else {
                return say("Not loaded; try again");
            };
            let (link, card) = (browser::address_of(&plan.link), plan.card);
            browser::copy(&link.clone(), move |allowed| {
                if allowed {
                    shown.set(None);
                    say("Link copied");
                } else {
                    shown.set(card.map(|card| (card, link.clone())));
                }
            });
        });
    });
    let close = move || {
        shown.set(None);
        browser::focus(COPY);
    };
    view! {
        <div class="share">
            <button class="main" id=COPY on:click=copy>
                {text(move || if said.get().is_empty() { "Copy link" } else { said.get() })}
            </button>
            <span class="visually-hidden" role="status">{text(move || said.get())}</span>
            {part_if(move || shown.get().map(|(card, link)| card(link, Arc::new(close))))}
        </div>
    }
}
