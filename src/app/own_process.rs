//! The places of the kinds of work and of the user's own process; their editors are fetched when
//! these are first unfolded.

use super::fold::fold;
use super::parts::Panel;
use super::reactive::text;
use super::workbench::Workbench;
use crate::model::scenario::Scenario;
use crate::words::labels::task_name;
use crate::words::numbers::number;
use leptos::prelude::*;

/// The kinds of work and the process, folded.
#[component]
pub fn OwnProcess() -> impl IntoView {
    let bench = Workbench::expect();
    let work = text(move || bench.with(kinds_in_a_line));
    let line = text(move || bench.with(in_a_line));
    vec![
        fold("own-work", "Your kinds of work", work, Panel::Kinds),
        fold("own-process", "Your own process", line, Panel::Process),
    ]
}

/// How many kinds of work there are, and how much comes in.
fn kinds_in_a_line(scenario: &Scenario) -> String {
    let (many, more) = match scenario.tasks.len() {
        1 => (
            ["one: ", &task_name(scenario, 0)].concat(),
            "; add others here",
        ),
        count => ([&count.to_string(), " kinds"].concat(), ""),
    };
    let rate = number(scenario.arrivals_per_hour(), 2);
    [&many, ", ", &rate, " an hour", more].concat()
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
