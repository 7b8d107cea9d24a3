//! How many people are there today, where the plan has others.

use crate::app::reactive::{part, part_if, pressed};
use crate::app::workbench::Workbench;
use crate::model::scenario::Scenario;
use crate::model::scenario::parameter::Unit;
use crate::words::labels::{team_name, upper_first};
use crate::words::numbers::number;
use crate::words::parse;
use crate::words::plan::has_people;
use leptos::prelude::*;

/// A field for each team that people work in.
#[component]
pub(super) fn Roster() -> impl IntoView {
    let bench = Workbench::expect();
    let wrong = RwSignal::new(String::new());
    let teams = Memo::new(move |_| bench.with(people));
    let fields = part(move || {
        let field = |(team, name, there): (usize, String, String)| {
            let write = move |event| take(bench, wrong, team, &event_target_value(&event));
            view! {
                <label>{name}" "<input type="text" inputmode="decimal" value=there on:change=write/></label>
            }
            .into_any()
        };
        teams
            .get()
            .into_iter()
            .map(field)
            .collect::<Vec<_>>()
            .into_any()
    });
    let forget = move || {
        let mut scenario = bench.with_untracked(Clone::clone);
        for team in &mut scenario.teams {
            team.today = None;
        }
        wrong.set(String::new());
        bench.assign(scenario);
    };
    view! {
        <fieldset class="row-of roster">
            <legend>"People there today"</legend>
            {fields}
            {part_if(move || bench.with(|scenario| scenario.as_today().is_some()).then(|| view! {
                <button class="quiet" on:click=pressed(forget)>"As many as planned"</button>
            }.into_any()))}
        </fieldset>
        <p class="problem" role="status">{move || wrong.get()}</p>
    }
}

/// Every team with people: its place, its name, and who is there today.
fn people(scenario: &Scenario) -> Vec<(usize, String, String)> {
    let teams = (0..scenario.teams.len()).filter(|team| has_people(scenario, *team));
    let said = teams.map(|team| {
        let there = number(scenario.teams[team].staff_today().get(), 2);
        (team, upper_first(&team_name(scenario, team)), there)
    });
    said.collect()
}

/// Takes what was typed for a team, or says what would do.
fn take(bench: Workbench, wrong: RwSignal<String>, team: usize, text: &str) {
    let mut scenario = bench.with_untracked(Clone::clone);
    let people = parse::parse(text, Unit::People);
    if people.is_some_and(|people| scenario.set_staff_today(team, people)) {
        wrong.set(String::new());
        bench.assign(scenario);
    } else {
        let name = upper_first(&team_name(&scenario, team));
        wrong.set(format!(
            "{name} today: “{text}” is no number of people; give one from 0 to 500, such as 5."
        ));
    }
}
