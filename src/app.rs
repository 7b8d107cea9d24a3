//! Floor 3, the browser: everything that touches the page. Behind the feature `web`.
//!
//! Controls write the one scenario of the [`workbench`]; everything that is shown is a memo over
//! it. Effects stand only at the rim: they paint a canvas, write the address, speak to a screen
//! reader, and never write the scenario.

mod about;
mod address_bar;
pub mod browser;
pub mod canvas;
mod controls;
mod decision;
mod failure;
mod fold;
mod footer;
mod further;
mod header;
mod how;
mod link_card;
mod live;
mod money;
mod own_process;
mod panels;
mod parts;
mod phrases;
mod reactive;
mod results;
mod settled;
mod surge;
mod theme;
mod workbench;

use controls::Controls;
use footer::Footer;
use header::Header;
use leptos::prelude::*;
use parts::{Plan, Wanted};
use reactive::{items, part_if, pressed, text};
use results::Results;
use workbench::Workbench;

/// Mounts the page, with what its address names.
pub fn start() {
    failure::install();
    let href = browser::href();
    // Whatever form a link has, it stands behind one of these.
    if href.contains(['#', '?', '%']) {
        // The framework's own spawning works once something is mounted.
        js_sys::futures::spawn_local(async {
            mount(opened(href).await);
        });
    } else {
        mount(Plan::first());
    }
}

/// Opens a link; the first example and a sentence where what reads links did not arrive.
async fn opened(href: String) -> Plan {
    match parts::plan(Wanted::Opened(href)).await {
        Ok(plan) => *plan,
        Err(_) => Plan {
            notices: vec![parts::UNREAD.to_owned()],
            ..Plan::first()
        },
    }
}

fn mount(plan: Plan) {
    mount_to_body(move || view! { <App plan/> });
    browser::remove_element("loading");
}

/// The page.
#[component]
fn App(plan: Plan) -> impl IntoView {
    let bench = Workbench::new(plan.scenario, plan.example);
    bench.notices.set(plan.notices);
    provide_context(bench);
    provide_context(theme::Themes::new());
    address_bar::keep(bench);
    address_bar::listen(bench);
    bench.listen_for_keys();
    bench.fetch_formulas();
    attend_to(bench);
    view! {
        <button class="skip" on:click=pressed(|| browser::focus("answer"))>"Skip to the answer"</button>
        <Header/>
        <Notices/>
        <div class="page">
            <Controls/>
            <Results/>
        </div>
        <Footer/>
        <Announcer/>
    }
}

/// Fetches what is done once nothing moves, when nothing moves for the first time: a hand that is at
/// a slider as soon as the page stands must not wait for it.
fn attend_to(bench: Workbench) {
    let owner = Owner::current();
    let begun = StoredValue::new(false);
    let fetch = move |(): &()| {
        if begun.get_value() {
            return;
        }
        begun.set_value(true);
        let owner = owner.clone();
        leptos::task::spawn_local(async move {
            // An effect belongs to the page, whenever it begins.
            if let Some(owner) = owner {
                owner.set();
            }
            if parts::attend(bench).await.is_err() {
                bench
                    .why
                    .set(Some(std::sync::Arc::new(|_| fold::not_loaded())));
            }
        });
    };
    bench.when_settled(move || bench.with(|_| ()), fetch);
}

/// What could not be used of a link or a file.
#[component]
fn Notices() -> impl IntoView {
    let bench = Workbench::expect();
    part_if(move || {
        let notices = bench.notices.get();
        let dismiss = pressed(move || bench.notices.set(Vec::new()));
        (!notices.is_empty()).then(|| {
            view! {
                <section class="notices" role="status" aria-label="Notices">
                    <ul>{items(notices)}</ul>
                    <button class="quiet" on:click=dismiss>"Dismiss"</button>
                </section>
            }
            .into_any()
        })
    })
}

/// Speaks the answer once the input has settled, never during a drag.
#[component]
fn Announcer() -> impl IntoView {
    let bench = Workbench::expect();
    let spoken = bench.spoken();
    view! { <p class="visually-hidden" aria-live="polite">{text(move || spoken.get())}</p> }
}
