//! The ways out of a step: how often, and where to.

use super::desk::Desk;
use super::fields::{Choice, Select, Sentence, TypeIn, Typed};
use super::steps::row_id;
use crate::app::reactive::{part, pressed, text};
use crate::draft::{Draft, Field, Place, Target, Way};
use crate::model::scenario::parameter::Unit;
use crate::words::numbers::{percent, percent_figure};
use leptos::prelude::*;
use std::sync::Arc;

const NEXT: &str = "next";
const DONE: &str = "done";

/// The ways out of a step.
#[component]
pub(super) fn Ways(id: u32) -> impl IntoView {
    let desk = Desk::expect();
    let row = row_id(id);
    let (title, add) = (format!("{row}-ways"), format!("{row}-add-way"));
    let titled = title.clone();
    let count =
        Memo::new(move |_| desk.with(|draft| draft.step(id).map_or(0, |step| step.ways.len())));
    let rows = part(move || {
        let ways = (0..count.get()).map(|place| view! { <OneWay id place/> }.into_any());
        ways.collect::<Vec<_>>().into_any()
    });
    let added = pressed(move || {
        desk.act(|draft| draft.add_way(id));
        let last =
            desk.with_untracked(|draft| draft.step(id).map_or(0, |step| step.ways.len())) - 1;
        desk.say("A way is added.".to_owned());
        desk.focus(format!("{}-share-{last}", row_id(id)));
    });
    let rest = move || {
        let rest = desk.with(|draft| draft.left_over(id));
        rest.map_or_else(String::new, |rest| {
            format!("The rest, {}, is done.", percent(rest))
        })
    };
    view! {
        <div class="outs" role="group" aria-labelledby=titled>
            <p class="title" id=title>"Where it goes next"</p>
            {rows}
            <p class="hint">{text(rest)}</p>
            <Sentence desk id=format!("{row}-ways-problem") place=Place::Step(id) field=Field::Ways/>
            <button class="quiet" id=add on:click=added>"Add a way"</button>
        </div>
    }
}

/// One way out of a step.
#[component]
fn OneWay(id: u32, place: usize) -> impl IntoView {
    let desk = Desk::expect();
    let row = row_id(id);
    let share = Typed {
        id: format!("{row}-share-{place}"),
        label: "Share",
        place: Place::Step(id),
        field: Field::Share(place),
        unit: Some(Unit::Share),
        hint: "",
        unnamed: None,
        read: Arc::new(move |draft| {
            way(draft, id, place).map_or_else(String::new, |way| way.share.clone())
        }),
        write: Arc::new(move |draft, typed| {
            if let Some(way) = way_mut(draft, id, place) {
                way.share = typed;
            }
        }),
    };
    let choose = Arc::new(move |value: String| {
        let to = match value.as_str() {
            NEXT => Target::Next,
            DONE => Target::Done,
            step => Target::Step(step.parse().unwrap_or_default()),
        };
        desk.act(|draft| {
            if let Some(way) = way_mut(draft, id, place) {
                way.to = to;
            }
        });
    });
    let remove = pressed(move || {
        desk.act(|draft| draft.remove_way(id, place));
        desk.say("The way is removed.".to_owned());
        desk.focus(format!("{}-add-way", row_id(id)));
    });
    view! {
        <div class="way" role="group" aria-label=format!("Way {}", place + 1)>
            <TypeIn of=share/>
            <Select id=format!("{row}-to-{place}") label="Goes to" choices=targets(desk, id, place) choose/>
            <button class="nudge" aria-label=format!("Remove way {}", place + 1) on:click=remove>"×"</button>
        </div>
    }
}

fn way(draft: &Draft, id: u32, place: usize) -> Option<&Way> {
    draft.step(id)?.ways.get(place)
}

fn way_mut(draft: &mut Draft, id: u32, place: usize) -> Option<&mut Way> {
    draft.step_mut(id)?.ways.get_mut(place)
}

/// Where a way may lead.
fn targets(desk: Desk, id: u32, place: usize) -> Choice {
    Arc::new(move || {
        desk.with(|draft| {
            let to = way(draft, id, place).map(|way| way.to);
            let Some((task, own)) = draft.step_place(id) else {
                return Vec::new();
            };
            let chain = &draft.chains[task];
            let next = match chain.get(own + 1) {
                Some(step) => format!("The next step: {}", draft.step_name(step.id)),
                None => "The next step (none: done)".to_owned(),
            };
            let step = |step: &crate::draft::StepDraft| {
                let name = draft.step_name(step.id);
                let words = if step.id == id {
                    format!("{name} again")
                } else {
                    name
                };
                (
                    step.id.to_string(),
                    words,
                    to == Some(Target::Step(step.id)),
                )
            };
            let mut all = vec![(NEXT.to_owned(), next, to == Some(Target::Next))];
            all.extend(chain.iter().map(step));
            all.push((DONE.to_owned(), "Done".to_owned(), to == Some(Target::Done)));
            all
        })
    })
}

/// Where a step leads, in a line.
pub(super) fn leads(draft: &Draft, id: u32) -> String {
    let (Some(step), Some((task, place))) = (draft.step(id), draft.step_place(id)) else {
        return String::new();
    };
    let below = draft.chains[task].get(place + 1).map(|step| step.id);
    let name = |target: Target| match target {
        Target::Next => below.map_or_else(|| DONE.to_owned(), |id| draft.step_name(id)),
        Target::Step(id) => draft.step_name(id),
        Target::Done => DONE.to_owned(),
    };
    let rest = draft.left_over(id);
    match (&step.ways[..], rest) {
        ([], _) => "then done".to_owned(),
        ([only], None) => format!("then {}", name(only.to)),
        (ways, rest) => {
            let way = |way: &Way| format!("{} % {}", way.share, name(way.to));
            let mut leads: Vec<String> = ways.iter().map(way).collect();
            leads.extend(rest.map(|rest| format!("{} % {DONE}", percent_figure(rest))));
            leads.join(", ")
        }
    }
}
