//! Floor 3, the browser: everything that touches the page. Behind the feature `web`.
//!
//! Controls write the one scenario of the [`workbench`]; everything that is shown is a memo over
//! it. Effects stand only at the rim: they paint a canvas, write the address, speak to a screen
//! reader, and never write the scenario.

pub mod browser;
pub mod canvas;
mod controls;
mod failure;
mod footer;
mod header;
mod own_process;
pub mod panels;
mod phrases;
mod reactive;
mod results;
mod theme;
mod wire;
mod workbench;

use crate::words::notices;
use controls::Controls;
use footer::Footer;
use header::Header;
use leptos::prelude::*;
use reactive::{items, part_if, pressed, text};
use results::Results;
use workbench::Workbench;

/// Mounts the page.
pub fn start() {
    failure::install();
    mount_to_body(App);
    browser::remove_element("loading");
}

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let opened = browser::opened_link();
    let bench = Workbench::new(opened.scenario);
    bench
        .notices
        .set(opened.notices.iter().map(notices::notice).collect());
    provide_context(bench);
    provide_context(theme::Themes::new());
    bench.keep_address();
    bench.listen_for_links();
    bench.listen_for_keys();
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
