//! The place of the user's own process. Its editor is a module of its own, which `boot.js` loads
//! when this is first unfolded; `wire` says how the two speak.

use super::reactive::text;
use super::wire;
use super::workbench::Workbench;
use crate::model::scenario::Scenario;
use leptos::prelude::*;

/// The process, folded.
#[component]
pub fn OwnProcess() -> impl IntoView {
    let bench = Workbench::expect();
    wire::listen(move |drawn| match drawn {
        Some(scenario) => bench.draw(scenario),
        None => bench.settle(),
    });
    view! {
        <details class="own" id="own-process">
            <summary><strong>"Your own process"</strong><span class="line">{text(move || bench.with(in_a_line))}</span></summary>
            <p id=wire::STATE role="status"></p>
            <div id=wire::HOST data-scenario=text(move || bench.link.get())></div>
        </details>
    }
}

/// How large the process is.
fn in_a_line(scenario: &Scenario) -> String {
    let steps = scenario.own_routes.iter().map(|route| route.steps.len());
    match steps.sum() {
        0_usize => "draw your own steps, teams and loops".to_owned(),
        1 => "one step".to_owned(),
        steps => format!("{steps} steps"),
    }
}
