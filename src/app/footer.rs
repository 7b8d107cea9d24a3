//! The footer: how it is calculated, what stays private, who may use it.

use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="foot">
            <details>
                <summary>"How it is calculated"</summary>
                <p>"The page runs on one clock of working hours. Tasks arrive at random moments."</p>
                <p>"Touch cost: minutes × hourly rate ÷ 60 for every visit of a task to a team. A share q that comes back unclear makes q ÷ (1 − q) questions a task; an error e caught with probability d makes 1 ÷ (1 − e·d) passes."</p>
                <p>"Monthly run: posts that go with the work are paid whether busy or not; posts that stay are left out, and their hours are priced at the fee they lose, beyond any slack. No hour is charged as pay and as lost fee."</p>
                <p>"Waiting: Erlang’s C formula, with fractions of people by the continuous form (Jagers and van Doorn 1986). Where times do not vary exponentially: Pollaczek and Khinchine for one person (exact mean), Kimura’s interpolation up to the exponential spread, Whitt’s 1993 formula beyond; these are approximations, marked ≈. Loops and chains get a gamma distribution with the right mean and variance."</p>
            </details>
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
