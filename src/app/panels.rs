//! The editors of the kinds of work and of a process of the user's own, fetched when asked for.
//!
//! What is drawn goes to the bench as a scenario as soon as it holds; what does not hold yet stays
//! here, with a sentence.

mod desk;
mod fields;
mod kinds;
mod rows;
mod steps;
mod teams;
mod ways;

use super::reactive::{flag, part, part_if, pressed, text};
use super::workbench::Workbench;
use crate::draft::{Field, Place, beginnings};
use crate::words::english;
use crate::words::labels::task_name;
use crate::words::numbers::count_word;
use desk::Desk;
use fields::{Choice, Select, Sentence};
pub use kinds::table;
use leptos::prelude::*;
use std::sync::Arc;
use steps::Steps;
use teams::Teams;

/// Where the focus goes when a process was taken away.
const BEGIN: &str = "own-begin";

/// The editor of a process.
pub fn editor() -> AnyView {
    provide_context(Desk::new(Workbench::expect()));
    let desk = Desk::expect();
    let empty = Memo::new(move |_| desk.with(|draft| draft.is_empty()));
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div id="process-editor">
            <p class="visually-hidden" role="status">{text(move || desk.said())}</p>
            {part(move || if empty.get() {
                view! { <Beginnings/> }.into_any()
            } else {
                view! { <Whole/> }.into_any()
            })}
        </div>
    }
    .into_any()
}

/// What one may start from.
#[component]
fn Beginnings() -> impl IntoView {
    let desk = Desk::expect();
    let ready_made = desk.with_untracked(|draft| beginnings(draft.base()));
    let buttons: Vec<AnyView> = ready_made
        .into_iter()
        .map(|beginning| {
            let name = english::strategy(beginning.key()).name;
            let begin = pressed(move || {
                desk.act(|draft| draft.begin_with(beginning));
                desk.say(format!("The steps of “{name}” stand below."));
                desk.focus_first_step();
            });
            view! { <button class="quiet" on:click=begin>{name}</button> }.into_any()
        })
        .collect();
    view! {
        <p class="lead">"Draw the way your work really takes: who does each step, how long it takes, where it goes next. It is then compared with the other ways. Start from"</p>
        <div class="row-of" role="group" aria-label="Start from">
            <button id=BEGIN class="quiet" on:click=pressed(move || steps::add(desk))>"An empty step"</button>
            {buttons}
        </div>
    }
}

/// Teams, steps, and how it stands with them.
#[component]
fn Whole() -> impl IntoView {
    let desk = Desk::expect();
    let remove = pressed(move || {
        desk.act(|draft| draft.clear());
        desk.say("The process is removed. Undo brings it back.".to_owned());
        desk.focus(BEGIN.to_owned());
    });
    let wrong = flag(move || desk.count() > 0);
    view! {
        <p class="standing" class:wrong=wrong>{text(move || standing(desk))}</p>
        <div class="halves">
            <Teams/>
            <section aria-labelledby="own-steps">
                <h3 id="own-steps">"Steps"</h3>
                <Tasks/>
                <Steps/>
            </section>
        </div>
        <button class="quiet" on:click=remove>"Remove this process"</button>
    }
}

/// Whether the page shows what is drawn.
fn standing(desk: Desk) -> String {
    let shown = desk.with(|draft| !draft.base().own_routes.is_empty());
    let count = desk.count();
    let much = match count {
        0 => return "This process is among the ways above.".to_owned(),
        1 => "One thing has".to_owned(),
        _ => format!(
            "{} things have",
            crate::words::labels::upper_first(&count_word(count as f64))
        ),
    };
    let meanwhile = match shown {
        true => "the page shows the last process that works.",
        false => "the page shows no process of yours yet.",
    };
    format!("{much} to be mended; {meanwhile}")
}

/// Whose steps are drawn, where there are several kinds of work; and what is said of all of them.
#[component]
fn Tasks() -> impl IntoView {
    let desk = Desk::expect();
    let names = Memo::new(move |_| {
        desk.with(|draft| {
            let base = draft.base();
            (0..base.tasks.len())
                .map(|task| task_name(base, task))
                .collect::<Vec<_>>()
        })
    });
    let choices: Choice = Arc::new(move || {
        let shown = desk.task();
        let named = |(task, name): (usize, String)| (task.to_string(), name, task == shown);
        names.get().into_iter().enumerate().map(named).collect()
    });
    let place = move || Place::Task(desk.task());
    view! {
        {part_if(move || (names.with(Vec::len) > 1).then(|| view! {
            <Select
                id="own-task".to_owned() label="Kind of work".to_owned() choices=choices.clone()
                choose=Arc::new(move |chosen: String| desk.show_task(chosen.parse().unwrap_or_default()))
            />
        }.into_any()))}
        {part_if(move || desk.with(|draft| draft.several_routes).then(|| view! {
            <p class="lead">"This process has several routes for a kind of work; the first is drawn here, and a change keeps that one alone."</p>
        }.into_any()))}
        {part(move || view! {
            <Sentence desk id="own-steps-problem".to_owned() place=place() field=Field::Steps/>
        }.into_any())}
    }
}
