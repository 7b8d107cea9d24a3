//! The footer: where the method stands, what stays private, who may use it.

use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="foot">
            <p>
                "Waiting by Erlang’s C formula and its relatives, costs by the minute and by the month. "
                <a href="method.html">"The method: every formula, its source and its error"</a>
            </p>
            <details>
                <summary>"Privacy"</summary>
                <p>"Everything is computed in your browser; nothing you type is sent anywhere. No cookies, no counters. The link holds your numbers, for whom you give it to. Only your choice of light or dark is remembered, in this browser."</p>
            </details>
            <details>
                <summary>"Keyboard and accessibility"</summary>
                <p>"Everything works by keyboard. On a slider: arrows step, Page Up and Page Down take ten steps, Delete resets to the example. In a field: type, Enter takes it, Escape restores. On a chart: arrows go from point to point. Ctrl+Z undoes. The page aims at WCAG 2.2 AA and respects reduced motion and forced colours."</p>
            </details>
            <p class="version">
                "Counterbalance " {env!("CARGO_PKG_VERSION")} " · MIT or Apache-2.0 · built with Leptos, Plotters and serde, under MIT or Apache-2.0 · for current Chromium, Firefox, Safari"
            </p>
        </footer>
    }
}
