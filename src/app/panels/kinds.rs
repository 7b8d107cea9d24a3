//! The table of the kinds of work: a row each, what is wrong beside its field.

use super::desk::DeskOf;
use super::fields::{Read, TypeIn, TypedOf};
use super::rows::{Shift, Standing, neighbour, nudge};
use crate::app::reactive::{Part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::draft::kinds::{COLUMNS, unit_of};
use crate::draft::{Direction, Field, KindDraft, KindTable, Place};
use crate::words::numbers::percent;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the button that adds a kind of work.
const ADD: &str = "own-add-kind";
/// What the columns of figures are called.
const HEADINGS: [&str; COLUMNS.len()] = [
    "Come in",
    "In front",
    "Behind",
    "Raise a question",
    "Promised",
];

type Desk = DeskOf<KindTable>;

fn row_id(key: &str) -> String {
    format!("own-kind-{key}")
}

/// The table.
pub fn table() -> AnyView {
    let desk = Desk::new(Workbench::expect());
    provide_context(desk);
    let keys = Memo::new(move |_| {
        desk.with(|table| {
            let keys = table.kinds.iter().map(|kind| kind.key.clone());
            keys.collect::<Vec<_>>()
        })
    });
    let room = Memo::new(move |_| desk.with(KindTable::has_room));
    let routed = Memo::new(move |_| desk.with(KindTable::has_routes));
    let heading =
        |title: &'static str| view! { <th scope="col" role="columnheader">{title}</th> }.into_any();
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div id="kind-table">
            <p class="visually-hidden" role="status">{text(move || desk.said())}</p>
            <p class="lead">"Everything that comes in, each kind with its own pace, times and promise. All of it waits for the same people. The ways compared above send every kind the same way; “The best plan”, below, gives each kind its own."</p>
            <table class="kinds" role="table" aria-label="Kinds of work">
                <thead role="rowgroup">
                    <tr role="row">
                        {heading("Name")}
                        {HEADINGS.map(heading).into_iter().collect::<Vec<_>>()}
                        {part_if(move || routed.get().then(|| heading("Its routes")))}
                        <th scope="col" role="columnheader"><span class="visually-hidden">"Order, copy, removal"</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || keys.get() key=|key| key.clone() let:key>{row(desk, key, routed)}</For>
                </tbody>
            </table>
            {part_if(move || room.get().then(|| view! {
                <button id=ADD class="quiet" on:click=pressed(move || add(desk))>"Add a kind of work"</button>
            }.into_any()))}
        </div>
    }
    .into_any()
}

/// A row of the table.
fn row(desk: Desk, key: String, routed: Memo<bool>) -> AnyView {
    let id = row_id(&key);
    let name = {
        let key = key.clone();
        Memo::new(move |_| desk.with(|table| table.name(&key)))
    };
    let (standing, shift) = (standing(key.clone()), shift(key.clone()));
    let (twin, gone) = (key.clone(), key.clone());
    let figures = (0..COLUMNS.len())
        .map(|column| view! { <td role="cell"><TypeIn of=figure(&key, column)/></td> }.into_any());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><TypeIn of=called(&key)/></th>
            {figures.collect::<Vec<_>>()}
            {shares(desk, key.clone(), routed)}
            <td role="cell" class="acts"><div>
                {nudge(&id, name, &standing, &shift, Direction::Up)}
                {nudge(&id, name, &standing, &shift, Direction::Down)}
                <button class="quiet" aria-label=text(move || format!("Duplicate {}", name.get())) on:click=pressed(move || duplicate(desk, &twin))>"Duplicate"</button>
                <button class="quiet" aria-label=text(move || format!("Remove {}", name.get())) on:click=pressed(move || remove(desk, &gone))>"Remove"</button>
            </div></td>
        </tr>
    }
    .into_any()
}

/// The cell that tells how a kind's tasks part over its routes.
fn shares(desk: Desk, key: String, routed: Memo<bool>) -> Part {
    part_if(move || {
        let key = key.clone();
        let told = text(move || {
            let shares = desk.with(|table| table.shares(&key));
            let told: Vec<String> = shares.into_iter().map(percent).collect();
            told.join(" · ")
        });
        routed.get().then(|| {
            view! {
                <td role="cell" class="shares"><span class="label" aria-hidden="true">"Its routes"</span><span>{told}</span></td>
            }
            .into_any()
        })
    })
}

fn standing(key: String) -> Standing<KindTable> {
    Arc::new(move |table| table.place(&key).map(|place| (place, table.kinds.len())))
}

fn shift(key: String) -> Shift<KindTable> {
    Arc::new(move |table, direction| table.shift(&key, direction))
}

/// The field of a name.
fn called(key: &str) -> TypedOf<KindTable> {
    let unnamed = key.to_owned();
    let unnamed: Read<KindTable> = Arc::new(move |table| table.unnamed(&unnamed));
    TypedOf {
        unnamed: Some(unnamed),
        ..typed(key, "name", "Name", Field::Name, |kind| &mut kind.name)
    }
}

/// The field of a figure.
fn figure(key: &str, column: usize) -> TypedOf<KindTable> {
    type Slot = fn(&mut KindDraft) -> &mut String;
    const SLOTS: [Slot; COLUMNS.len()] = [
        |kind| &mut kind.figures[0],
        |kind| &mut kind.figures[1],
        |kind| &mut kind.figures[2],
        |kind| &mut kind.figures[3],
        |kind| &mut kind.figures[4],
    ];
    let (field, part) = COLUMNS[column];
    TypedOf {
        unit: Some(unit_of(column)),
        ..typed(key, part, HEADINGS[column], field, SLOTS[column])
    }
}

fn typed(
    key: &str,
    part: &str,
    label: &'static str,
    field: Field,
    slot: fn(&mut KindDraft) -> &mut String,
) -> TypedOf<KindTable> {
    let (reading, writing) = (key.to_owned(), key.to_owned());
    TypedOf {
        id: format!("{}-{part}", row_id(key)),
        label,
        place: Place::Kind(key.to_owned()),
        field,
        unit: None,
        hint: "",
        unnamed: None,
        read: Arc::new(move |table| {
            let mut kind = table.kind(&reading).cloned();
            kind.as_mut()
                .map_or_else(String::new, |kind| std::mem::take(slot(kind)))
        }),
        write: Arc::new(move |table, typed| {
            if let Some(kind) = table.kind_mut(&writing) {
                *slot(kind) = typed;
            }
        }),
    }
}

/// Puts the focus on the name of a row.
fn name_it(desk: Desk, key: &str) {
    desk.focus(format!("{}-name", row_id(key)));
}

fn add(desk: Desk) {
    match desk.act(KindTable::add).flatten() {
        Some(key) => {
            name_it(desk, &key);
            let name = desk.with_untracked(|table| table.name(&key));
            desk.say(format!("{name} is added, with the numbers of the first."));
        }
        None => desk.say("There is no room for another kind of work.".to_owned()),
    }
}

fn duplicate(desk: Desk, key: &str) {
    let name = desk.with_untracked(|table| table.name(key));
    match desk.act(|table| table.duplicate(key)).flatten() {
        Some(copy) => {
            name_it(desk, &copy);
            desk.say(format!("A copy of {name} stands below it."));
        }
        None => desk.say("There is no room for another kind of work.".to_owned()),
    }
}

fn remove(desk: Desk, key: &str) {
    let (name, place) = desk.with_untracked(|table| (table.name(key), table.place(key)));
    if desk.act(|table| table.remove(key)) != Some(true) {
        return desk.say(format!("{name} is the only kind of work; one has to stay."));
    }
    desk.say(format!("{name} is removed. Undo brings it back."));
    let next = desk.with_untracked(|table| {
        neighbour(&table.kinds, place.unwrap_or_default()).map(|kind| kind.key)
    });
    if let Some(key) = next {
        name_it(desk, &key);
    }
}
