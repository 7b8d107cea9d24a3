//! The footer: where the method stands, what stays private, who may use it.

use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="foot">
            <p>
                <a href="method.html">"The method: every formula, its source and its error; keyboard and accessibility"</a>
            </p>
            <details>
                <summary>"Privacy"</summary>
                <p>"Everything is computed in your browser; nothing you type is sent anywhere. No cookies, no counters. The link holds your numbers, for whom you give it to. Only your choice of light or dark is remembered, in this browser."</p>
            </details>
            <p class="version">
                "Counterbalance " {env!("CARGO_PKG_VERSION")} " · MIT or Apache-2.0 · built with Leptos, Plotters and serde, under MIT or Apache-2.0 · for current Chromium, Firefox, Safari"
            </p>
        </footer>
    }
}
