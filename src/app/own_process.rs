//! The place of the user's own process; its editor is fetched when this is first unfolded.

use super::parts::{self, Folded};
use super::reactive::text;
use super::workbench::Workbench;
use crate::model::scenario::Scenario;
use leptos::prelude::*;

/// The process, folded.
#[component]
pub fn OwnProcess() -> impl IntoView {
    let bench = Workbench::expect();
    let line = text(move || bench.with(in_a_line));
    parts::fold(
        "own-process",
        "Your own process",
        line,
        Folded::Stays,
        || Box::pin(parts::process_editor()),
    )
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
