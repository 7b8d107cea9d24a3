//! Money in detail: from one way to another line by line, levers, and further ways to compare.
//! Fetched when asked for.

use super::reactive::{flag, part, pressed, text};
use super::results::charts::ChartFigure;
use super::workbench::Workbench;
use crate::figures::more::waterfall;
use crate::model::decimal;
use crate::model::levers::{self, Lever, pulled};
use crate::model::presets;
use crate::model::scenario::{Scenario, TeamKind};
use crate::model::strategy::{self, STRATEGIES, Strategy};
use crate::words::english;
use crate::words::levers as words;
use crate::words::numbers::number;
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
pub fn panel() -> AnyView {
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail">
            <Waterfall/>
            <Levers/>
            <Also/>
        </div>
    }
    .into_any()
}

/// The ways on the page, each with its key and name.
fn ways(bench: Workbench) -> Vec<(&'static str, &'static str)> {
    bench.answer.with(|answer| {
        let strategies = answer.evaluation.strategies.iter();
        strategies
            .map(|one| (one.key, english::strategy(one.key).name))
            .collect()
    })
}

/// From the month of one way to that of another.
#[component]
fn Waterfall() -> impl IntoView {
    let bench = Workbench::expect();
    let chosen = [RwSignal::new(None::<String>), RwSignal::new(None::<String>)];
    // Until the user chooses: from today's way, or the dearest, to the way shown.
    let places = Memo::new(move |_| {
        let shown = bench.shown();
        bench.answer.with(|answer| {
            let evaluation = &answer.evaluation;
            let place = |key: &String| evaluation.strategies.iter().position(|one| one.key == *key);
            let today = evaluation.comparison.today.filter(|today| *today != shown);
            let mut other = evaluation
                .comparison
                .ranking
                .iter()
                .copied()
                .filter(|other| *other != shown);
            let from = chosen[0]
                .get()
                .as_ref()
                .and_then(place)
                .or(today)
                .or(other.next_back());
            let to = chosen[1].get().as_ref().and_then(place).or(Some(shown));
            from.zip(to)
        })
    });
    let figure = Memo::new_with_compare(
        move |_| {
            let (from, to) = places.get()?;
            bench
                .answer
                .with(|answer| waterfall::build(&answer.context(), from, to))
        },
        |_, _| true,
    );
    let side = move |which: usize, id: &'static str, label: &'static str| {
        let options = part(move || {
            let at = places
                .get()
                .map(|(from, to)| if which == 0 { from } else { to });
            let option = |(place, (key, name)): (usize, (&'static str, &'static str))| {
                let selected = at == Some(place);
                view! { <option value=key selected=selected prop:selected=selected>{name}</option> }
                    .into_any()
            };
            ways(bench)
                .into_iter()
                .enumerate()
                .map(option)
                .collect::<Vec<_>>()
                .into_any()
        });
        let choose = move |event| {
            let wanted = event_target_value(&event);
            let keys = ways(bench);
            // What stands on the other side changes places with what stood here.
            if let Some((from, to)) = places.get_untracked() {
                let (here, there) = if which == 0 { (from, to) } else { (to, from) };
                if keys.get(there).is_some_and(|(key, _)| *key == wanted) {
                    let before = keys.get(here).map(|(key, _)| (*key).to_owned());
                    chosen[1 - which].set(before);
                }
            }
            chosen[which].set(Some(wanted));
        };
        view! {
            <label for=id>{label}</label>
            <select id=id on:change=choose>{options}</select>
        }
    };
    view! {
        <div class="deciding">
            {side(0, "waterfall-from", "From")}
            {side(1, "waterfall-to", "to")}
            <ChartFigure name=waterfall::KEY figure/>
            <p hidden=flag(move || figure.with(Option::is_some))>"Choose two ways that keep up with their work."</p>
        </div>
    }
}

/// What could be done under the way shown, and what that would gain.
#[component]
fn Levers() -> impl IntoView {
    let bench = Workbench::expect();
    let noun = move |answer: &Arc<Answer>| answer.context().words(bench.shown()).noun;
    let shown = move || format!("Levers under {}", bench.answer.with(noun));
    let rows = Lever::ALL.map(|lever| view! { <LeverRow lever/> }.into_any());
    view! {
        <section class="levers" aria-labelledby="levers-title">
            <h3 id="levers-title">{text(shown)}</h3>
            <p>"What could be done whatever way is chosen. “Apply” writes the changed numbers into the plan."</p>
            <ul>{rows.into_iter().collect::<Vec<_>>()}</ul>
        </section>
    }
}

#[component]
fn LeverRow(lever: Lever) -> impl IntoView {
    const TENTH: f64 = 10.0;
    let bench = Workbench::expect();
    let size = RwSignal::new(TENTH);
    let share = move || size.get() / 100.0;
    let gain = move || {
        let way = bench.shown_key().and_then(strategy::find);
        bench.answer.with(|answer| {
            let gain = way.and_then(|way| levers::gain(&answer.scenario, way, lever, share()));
            words::gain(&answer.scenario, gain)
        })
    };
    let apply = pressed(move || {
        let changed =
            bench.with_untracked(|scenario| pulled(scenario, lever, size.get_untracked() / 100.0));
        bench.assign(changed);
    });
    let moved = move |event| {
        if let Some(value) = decimal::parse(&event_target_value(&event)) {
            size.set(value);
        }
    };
    let id = format!(
        "lever-{}",
        words::name(lever).to_ascii_lowercase().replace(' ', "-")
    );
    view! {
        <li>
            <label for=id.clone()><strong>{words::name(lever)}</strong>": " {words::about(lever)}</label>
            <span class="pull">
                <input type="range" id=id min="0" max="50" step="1" prop:value=move || number(size.get(), 0) on:input=moved/>
                <output>{text(move || format!("{} %", number(size.get(), 0)))}</output>
                <button class="quiet" on:click=apply>"Apply"</button>
            </span>
            <p role="status">{text(gain)}</p>
        </li>
    }
}

/// Whether a way says anything about a plan: its teams are there, no front office is passed over that
/// customers face, and no work is left out that the way would do.
fn makes_sense(scenario: &Scenario, way: &Strategy) -> bool {
    let passes_over = way.key == "straight" && scenario.team_of(TeamKind::Front).is_some();
    let left_out = scenario
        .tasks
        .iter()
        .any(|task| task.front_minutes.get() <= 0.0);
    let apart = ["own_process", "allotted"].contains(&way.key)
        || passes_over
        || (left_out && way.key != "middle_office");
    !apart && way.under(scenario).is_some()
}

/// Ways that the example does not compare and that the teams of the plan allow.
#[component]
fn Also() -> impl IntoView {
    let bench = Workbench::expect();
    let choices = Memo::new(move |_| {
        bench.with(|scenario| {
            let listed = presets::of(scenario).strategies;
            let others = STRATEGIES.iter().filter(|one| !listed.contains(&one.key));
            let possible = others.filter(|one| makes_sense(scenario, one));
            let choice = |one: &&strategy::Strategy| {
                (one.key, scenario.also.iter().any(|also| also == one.key))
            };
            possible.map(choice).collect::<Vec<_>>()
        })
    });
    let turn = move |key: &'static str, on: bool| {
        let mut scenario = bench.with_untracked(Clone::clone);
        scenario.also.retain(|also| also != key);
        if !on && scenario.today == key {
            // What is compared no longer is not what the rest is measured against.
            scenario.today = bench.with_example(|_, example| example.today.clone());
        }
        if on {
            scenario.also.push(key.to_owned());
        }
        bench.assign(scenario);
    };
    let boxes = part(move || {
        let one = |(key, on): (&'static str, bool)| {
            let words = english::strategy(key);
            let turned = move |event| turn(key, event_target_checked(&event));
            view! {
                <li><label>
                    <input type="checkbox" prop:checked=on on:change=turned/>
                    <strong>{words.name}</strong>": " {english::about(key)}
                </label></li>
            }
            .into_any()
        };
        let found = choices.get();
        if found.is_empty() {
            view! { <li>"The teams of this plan allow no further way. Add a team in “Your own process” for more."</li> }.into_any()
        } else {
            found.into_iter().map(one).collect::<Vec<_>>().into_any()
        }
    });
    view! {
        <section class="also" aria-labelledby="also-title">
            <h3 id="also-title">"Compare also"</h3>
            <ul>{boxes}</ul>
        </section>
    }
}
