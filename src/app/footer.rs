//! The footer: where the method stands, what stays private, who may use it.

use super::reactive::text;
use super::workbench::Workbench;
use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let bench = Workbench::expect();
    view! {
        <footer class="foot">
            <p>
                <a href="method.html">"The method: every formula, its source and its error; keyboard and accessibility"</a>
            </p>
            <details>
                <summary>"Privacy"</summary>
                <p>{text(move || bench.said(|said| said.privacy))}</p>
            </details>
            <p class="version">
                "Counterbalance " {env!("CARGO_PKG_VERSION")} " · MIT or Apache-2.0 · built with Leptos, Plotters and serde, under MIT or Apache-2.0 · for current Chromium, Firefox, Safari"
            </p>
        </footer>
    }
}
