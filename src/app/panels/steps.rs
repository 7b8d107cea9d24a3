//! The steps of a task, in order.

use super::desk::Desk;
use super::fields::{Choice, Read, Select, TypeIn, Typed};
use super::rows::{Row, RowOf, neighbour, tone};
use super::ways::{Ways, leads};
use crate::app::reactive::{part_if, pressed};
use crate::draft::{Draft, Field, Hands, Place, StepDraft};
use crate::model::scenario::parameter::Unit;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the button that adds a step.
const ADD: &str = "own-add-step";
/// What stands for the customer in the list of those who may do a step.
const CUSTOMER: &str = "-customer";

/// Id of the row of a step.
pub(super) fn row_id(id: u32) -> String {
    format!("own-step-{id}")
}

/// The list of steps.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let desk = Desk::expect();
    let ids = Memo::new(move |_| {
        let task = desk.task();
        desk.with(|draft| {
            let chain = draft.chains.get(task);
            chain.map_or_else(Vec::new, |chain| {
                chain.iter().map(|step| step.id).collect::<Vec<_>>()
            })
        })
    });
    let room = Memo::new(move |_| desk.with(|draft| draft.has_room_for_step(desk.task())));
    view! {
        <ol class="rows">
            <For each=move || ids.get() key=|id| *id let:id><Row of=row(desk, id)/></For>
        </ol>
        {part_if(move || room.get().then(|| view! {
            <button id=ADD class="quiet" on:click=pressed(move || add(desk))>"Add a step"</button>
        }.into_any()))}
    }
}

/// Adds a step to the task that is shown.
pub(super) fn add(desk: Desk) {
    let task = desk.task_untracked();
    if let Some(Some(id)) = desk.act(|draft| draft.add_step(task)) {
        unfold(desk, id);
        let place = desk.with_untracked(|draft| draft.step_place(id));
        desk.say(match place {
            Some((_, 1..)) => {
                "A step is added at the end; see whether the one before leads to it.".to_owned()
            }
            _ => "A step is added.".to_owned(),
        });
    }
}

fn unfold(desk: Desk, id: u32) {
    desk.unfold(&row_id(id), true);
    desk.focus(format!("{}-name", row_id(id)));
}

fn row(desk: Desk, id: u32) -> RowOf {
    RowOf {
        id: row_id(id),
        place: Place::Step(id),
        name: Arc::new(move |draft| draft.step_name(id)),
        line: Arc::new(move |draft| in_a_line(draft, id)),
        tone: Arc::new(move |draft| {
            tone(draft.step(id).and_then(|step| draft.hands_kind(&step.doer)))
        }),
        standing: Arc::new(move |draft| {
            let (task, place) = draft.step_place(id)?;
            Some((place, draft.chains[task].len()))
        }),
        shift: Arc::new(move |draft, direction| draft.move_step(id, direction)),
        duplicate: Arc::new(move || duplicate(desk, id)),
        remove: Arc::new(move || remove(desk, id)),
        fields: Arc::new(move || view! { <Fields id/> }.into_any()),
    }
}

fn in_a_line(draft: &Draft, id: u32) -> String {
    let Some(step) = draft.step(id) else {
        return String::new();
    };
    let who = match &step.doer {
        Hands::Open => "nobody yet".to_owned(),
        Hands::Customer => "the customer".to_owned(),
        Hands::Team(key) => draft.team_name(key),
    };
    let leads = leads(draft, id);
    let unseen = if draft.is_reached(id) {
        ""
    } else {
        " · no way leads here"
    };
    format!("{who} · {} min · {leads}{unseen}", step.minutes)
}

fn duplicate(desk: Desk, id: u32) {
    let name = desk.with_untracked(|draft| draft.step_name(id));
    match desk.act(|draft| draft.duplicate_step(id)).flatten() {
        Some(copy) => {
            unfold(desk, copy);
            desk.say(format!("A copy of {name} stands below it."));
        }
        None => desk.say("There is no room for another step.".to_owned()),
    }
}

fn remove(desk: Desk, id: u32) {
    let (name, place) = desk.with_untracked(|draft| (draft.step_name(id), draft.step_place(id)));
    let (task, place) = place.unwrap_or_default();
    desk.act(|draft| draft.remove_step(id));
    desk.say(format!("{name} is removed. Undo brings it back."));
    let next = desk.with_untracked(|draft| {
        let step = neighbour(&draft.chains[task], place).map(|step| row_id(step.id));
        step.unwrap_or_else(|| if draft.is_empty() { super::BEGIN } else { ADD }.to_owned())
    });
    desk.focus(next);
}

/// The fields of a step.
#[component]
fn Fields(id: u32) -> impl IntoView {
    let desk = Desk::expect();
    let row = row_id(id);
    type Slot = fn(&mut StepDraft) -> &mut String;
    type Seen = fn(&StepDraft) -> &String;
    let field = |part: &str, label, field, unit, hint, seen: Seen, slot: Slot| Typed {
        id: format!("{row}-{part}"),
        label,
        place: Place::Step(id),
        field,
        unit,
        hint,
        unnamed: (field == Field::Name)
            .then(|| -> Read { Arc::new(move |draft| draft.step_name(id)) }),
        read: Arc::new(move |draft| draft.step(id).map(seen).cloned().unwrap_or_default()),
        write: Arc::new(move |draft, typed| {
            if let Some(step) = draft.step_mut(id) {
                *slot(step) = typed;
            }
        }),
    };
    let name = field(
        "name",
        "Name",
        Field::Name,
        None,
        "",
        |step| &step.name,
        |step| &mut step.name,
    );
    let minutes = field(
        "minutes",
        "Takes",
        Field::Minutes,
        Some(Unit::Minutes),
        "",
        |step| &step.minutes,
        |step| &mut step.minutes,
    );
    let spread = field(
        "spread",
        "Spread",
        Field::Spread,
        Some(Unit::Number),
        "0 always the same, 1 the usual",
        |step| &step.spread,
        |step| &mut step.spread,
    );
    let wait = field(
        "wait",
        "Then waits",
        Field::Wait,
        Some(Unit::Minutes),
        "",
        |step| &step.wait,
        |step| &mut step.wait,
    );
    let choose = Arc::new(move |value: String| {
        desk.act(|draft| {
            if let Some(step) = draft.step_mut(id) {
                step.doer = match value.as_str() {
                    "" => Hands::Open,
                    CUSTOMER => Hands::Customer,
                    key => Hands::Team(key.to_owned()),
                };
            }
        });
    });
    view! {
        <div class="cells">
            <TypeIn of=name/>
            <Select
                id=format!("{row}-doer") label="Done by" choices=hands(desk, id) choose
                place=(Place::Step(id), Field::Doer)
            />
            <TypeIn of=minutes/>
            <TypeIn of=spread/>
            <TypeIn of=wait/>
        </div>
        <Ways id/>
    }
}

/// Those who may do a step.
fn hands(desk: Desk, id: u32) -> Choice {
    Arc::new(move || {
        desk.with(|draft| {
            let own = draft.step(id).map_or(Hands::Open, |step| step.doer.clone());
            let team = |team: &crate::draft::TeamDraft| {
                let chosen = own == Hands::Team(team.key.clone());
                (team.key.clone(), team.shown(), chosen)
            };
            let nobody = ("".to_owned(), "Nobody yet".to_owned(), own == Hands::Open);
            let customer = (
                CUSTOMER.to_owned(),
                "The customer".to_owned(),
                own == Hands::Customer,
            );
            let teams = draft.teams.iter().map(team);
            std::iter::once(nobody)
                .chain(teams)
                .chain([customer])
                .collect()
        })
    })
}
