//! The charts that the first load does without, fetched when they are asked for.

use super::reactive::part;
use super::results::charts::{ChartFigure, figure_of};
use super::settled::overlay;
use super::workbench::Workbench;
use crate::figures::more::{MORE, deciding, tenure};
use crate::model::findings::find_turns;
use crate::model::scenario::Address;
use crate::model::surge;
use crate::words::labels::label;
use leptos::prelude::*;

/// The charts.
pub fn charts() -> AnyView {
    let bench = Workbench::expect();
    let figures = MORE.iter().map(|kind| {
        let figure = figure_of(kind, move |figure, shown| {
            overlay(bench, kind.key, figure, shown)
        });
        view! { <ChartFigure name=kind.key figure/> }.into_any()
    });
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="charts further">
            <Deciding/>
            {figures.collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// The month against one number, which the user chooses.
#[component]
fn Deciding() -> impl IntoView {
    let bench = Workbench::expect();
    // By its key: places and names of tasks and teams may change.
    let chosen = RwSignal::new(None::<String>);
    let turns = Memo::new_with_compare(
        move |_| {
            bench
                .answer
                .with(|answer| find_turns(&answer.scenario, &answer.evaluation))
        },
        |_, _| true,
    );
    let choices = Memo::new(move |_| {
        bench.answer.with(|answer| {
            let key = |address: &Address| address.key(&answer.scenario).into_owned();
            let named = |address: Address| (key(&address), label(&answer.scenario, &address));
            let turns = turns.read();
            let lasts = answer.scenario.surge.as_ref();
            deciding::choices(&answer.context(), &turns)
                .into_iter()
                .map(named)
                .chain(lasts.map(|_| (tenure::KEY.to_owned(), tenure::LABEL.to_owned())))
                .collect::<Vec<_>>()
        })
    });
    // The first choice follows what would change the answer only until the user chooses.
    let first = choices.with_untracked(|choices| choices.first().map(|(key, _)| key.clone()));
    let subject = Memo::new(move |_| {
        let wanted = chosen.get().or_else(|| first.clone());
        choices.with(|choices| {
            let found = choices.iter().find(|(key, _)| Some(key) == wanted.as_ref());
            found.or(choices.first()).map(|(key, _)| key.clone())
        })
    });
    let figure = Memo::new_with_compare(
        move |_| {
            let key = subject.get()?;
            if key == tenure::KEY {
                return surge_of(bench).map(|answer| tenure::build(&answer));
            }
            bench.answer.with(|answer| {
                let address = Address::find(&answer.scenario, &key)?;
                deciding::build(&answer.context(), &turns.read(), address)
            })
        },
        |_, _| true,
    );
    let options = part(move || {
        let option = |(key, label): (String, String)| {
            let selected = subject.with(|subject| subject.as_ref() == Some(&key));
            view! { <option value=key selected=selected prop:selected=selected>{label}</option> }
                .into_any()
        };
        let mut choices = choices.get();
        choices.sort_by(|a, b| a.1.cmp(&b.1));
        choices
            .into_iter()
            .map(option)
            .collect::<Vec<_>>()
            .into_any()
    });
    view! {
        <div class="deciding">
            <label for="deciding-choice">"What decides?"</label>
            <select id="deciding-choice" on:change=move |event| chosen.set(Some(event_target_value(&event)))>
                {options}
            </select>
            <ChartFigure name=deciding::KEY figure/>
        </div>
    }
}

/// What is said of the surge under the way shown.
fn surge_of(bench: Workbench) -> Option<surge::Answer> {
    let shown = bench.shown();
    bench.answer.with(|answer| {
        let way = answer.evaluation.strategies.get(shown)?;
        surge::answer(&answer.scenario, way, None).ok()
    })
}
