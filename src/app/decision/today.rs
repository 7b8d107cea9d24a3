//! The present arrangement, and what is observed of it: where model and observation differ, and which
//! number is most likely off.

use super::roster::Roster;
use crate::app::reactive::{part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::calibration::{Observable, Observation, Suspect, misfit, suspects};
use crate::model::evaluation::{StrategyEvaluation, TeamEvaluation, TeamState};
use crate::model::scenario::{Address, Scenario};
use crate::model::strategy;
use crate::words::calibration as words;
use crate::words::sentences::Answer;
use crate::words::{english, parse};
use leptos::prelude::*;
use std::sync::Arc;

/// Suspects that are told.
const MOST_TOLD: usize = 6;

/// What was typed for each thing that can be observed.
type Typed = RwSignal<Vec<(Observable, String)>>;

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    let typed: Typed = RwSignal::new(Vec::new());
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail observed">
            <Way/>
            <Roster/>
            <p class="accuracy">"Type what you observe of the present arrangement; leave empty what you do not know. The model’s figures stand beside it."</p>
            {table(bench, typed)}
            <Suspected typed/>
        </div>
    }
    .into_any()
}

/// Which of the ways is today’s.
#[component]
fn Way() -> impl IntoView {
    let bench = Workbench::expect();
    let options = part(move || {
        let today = bench.with(|scenario| scenario.today.clone());
        let keys = bench.answer.with(|answer| {
            let ways = answer.evaluation.strategies.iter();
            ways.map(|way| way.key).collect::<Vec<_>>()
        });
        let option = |key: &'static str| {
            let name = english::strategy(key).name;
            view! { <option value=key selected={key == today}>{name}</option> }.into_any()
        };
        keys.into_iter().map(option).collect::<Vec<_>>().into_any()
    });
    let choose = move |event| {
        let mut scenario = bench.with_untracked(Clone::clone);
        scenario.mark_today(&event_target_value(&event));
        bench.assign(scenario);
    };
    view! {
        <div class="row-of">
            <label for="today-way">"We work like this today"</label>
            <select id="today-way" on:change=choose>{options}</select>
        </div>
    }
}

/// What the model says of today.
fn of_today<T>(answer: &Answer, read: impl FnOnce(&StrategyEvaluation) -> T) -> Option<T> {
    answer.evaluation.today().map(read)
}

/// What can be observed of today’s arrangement.
fn observables(answer: &Answer) -> Vec<Observable> {
    let mut all = vec![Observable::Mean, Observable::P90, Observable::Within];
    let teams = of_today(answer, |way| {
        let works = |team: &&TeamEvaluation| !matches!(team.state, TeamState::Unused);
        let teams = way.teams.iter().filter(works);
        teams
            .map(|team| Observable::Busy(team.team))
            .collect::<Vec<_>>()
    });
    all.extend(teams.unwrap_or_default());
    all.push(Observable::Month);
    all
}

/// A row for each thing that can be observed. Built anew only where there are other things.
fn table(bench: Workbench, typed: Typed) -> AnyView {
    let things = Memo::new(move |_| bench.answer.with(|answer| observables(answer)));
    let rows = part(move || {
        let rows = things.get().into_iter().map(|of| row(bench, typed, of));
        rows.collect::<Vec<_>>().into_any()
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="Model and observation">
            <table class="data words">
                <thead><tr><th scope="col">"Today"</th><th scope="col">"The model says"</th><th scope="col">"Observed"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(bench: Workbench, typed: Typed, of: Observable) -> AnyView {
    let written = move |typed: &Vec<(Observable, String)>| {
        let found = typed.iter().find(|(known, _)| *known == of);
        found.map(|(_, text)| text.clone())
    };
    let name = bench
        .answer
        .with_untracked(|answer| words::name(&answer.scenario, of));
    let label = format!("{name}, observed");
    let says = text(move || {
        let said = bench
            .answer
            .with(|answer| of_today(answer, |way| of.of(way)));
        let said = said.flatten();
        said.map_or_else(|| "–".to_owned(), |value| words::figure(of, value))
    });
    let write = move |event| {
        let text = event_target_value(&event);
        typed.update(|typed| {
            typed.retain(|(known, _)| *known != of);
            if !text.trim().is_empty() {
                typed.push((of, text));
            }
        });
    };
    let wrong = text(move || match typed.with(written) {
        Some(text) if read(of, &text).is_none() => {
            format!(
                "“{text}” is not a figure of this kind: give something like {}.",
                example(of)
            )
        }
        _ => String::new(),
    });
    let before = typed.with_untracked(written).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{says}</td>
            <td>
                <input type="text" aria-label=label placeholder=example(of) value=before on:change=write/>
                <span class="problem" role="status">{wrong}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// What one might type.
fn example(of: Observable) -> &'static str {
    match of {
        Observable::Mean | Observable::P90 => "2h 30m",
        Observable::Within | Observable::Busy(_) => "85 %",
        Observable::Month => "£40,000",
    }
}

/// A typed value; `None` where it is none.
fn read(of: Observable, text: &str) -> Option<f64> {
    parse::parse(text, words::unit(of)).filter(|value| *value > 0.0)
}

/// Everything typed that can be read.
fn seen(typed: &[(Observable, String)]) -> Vec<Observation> {
    let read = |(of, text): &(Observable, String)| {
        let (of, value) = (*of, read(*of, text)?);
        Some(Observation { of, value })
    };
    typed.iter().filter_map(read).collect()
}

/// The numbers most likely off, how far model and observation are apart, and for which answer.
type Told = Option<(Arc<Answer>, f64, Vec<Suspect>)>;

/// Which numbers would make the model say what is seen.
#[component]
fn Suspected(typed: Typed) -> impl IntoView {
    let bench = Workbench::expect();
    let told: RwSignal<Told, LocalStorage> = RwSignal::new_local(None);
    bench.when_settled(
        move || (bench.answer.get(), typed.get()),
        move |(answer, typed)| {
            let seen = seen(typed);
            let way = strategy::find(&answer.scenario.today).filter(|_| !seen.is_empty());
            told.set(way.map(|way| {
                let before = of_today(answer, |way| misfit(way, &seen)).flatten();
                let then = answer.scenario.as_today();
                let found = suspects(then.as_ref().unwrap_or(&answer.scenario), way, &seen);
                (answer.clone(), before.unwrap_or(f64::MAX), found)
            }));
        },
    );
    part_if(move || {
        let several = typed.with(Vec::len) > 1;
        told.with(|told| {
            let (answer, before, found) = told.as_ref()?;
            Some(list(bench, answer, *before, found, several))
        })
    })
}

/// A scenario with a number of today's put right; the people planned stay.
fn corrected(scenario: &Scenario, address: Address, at: f64) -> Scenario {
    let mut then = scenario.as_today().unwrap_or_else(|| scenario.clone());
    address.write(&mut then, at);
    if scenario.as_today().is_some() {
        for (team, planned) in then.teams.iter_mut().zip(&scenario.teams) {
            team.today = Some(team.staff);
            team.staff = planned.staff;
        }
    }
    then
}

fn list(
    bench: Workbench,
    answer: &Answer,
    before: f64,
    found: &[Suspect],
    several: bool,
) -> AnyView {
    const FITS: f64 = 0.05;
    if before < FITS {
        return view! { <p>"The model says what you observe, within five per cent."</p> }
            .into_any();
    }
    if found.is_empty() {
        return view! { <p>"No single number, moved along its slider, makes the model say what you observe: more than one is off, or the work goes another way than the one marked."</p> }.into_any();
    }
    let one = |suspect: &Suspect| {
        let said = words::suspect(&answer.scenario, suspect, several, before);
        let (address, at) = (suspect.address, suspect.at);
        let apply = pressed(move || {
            let corrected = bench.with_untracked(|scenario| corrected(scenario, address, at));
            bench.assign(corrected);
        });
        let name = format!("Apply: {said}");
        view! {
            <li>{said}" "<button class="quiet" aria-label=name on:click=apply>"Apply"</button></li>
        }
        .into_any()
    };
    let all: Vec<AnyView> = found.iter().take(MOST_TOLD).map(one).collect();
    view! {
        <h3>"Most likely off"</h3>
        <p class="accuracy">"One of these alone would make the model say what you observe; look first at what was guessed."</p>
        <ul>{all}</ul>
    }
    .into_any()
}
