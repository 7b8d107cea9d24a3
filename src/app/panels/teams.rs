//! The teams.

use super::desk::Desk;
use super::fields::{Choice, Read, Select, TypeIn, Typed};
use super::rows::{Row, RowOf, neighbour, tone};
use crate::app::reactive::{part_if, pressed, text};
use crate::draft::{Draft, Field, Place, TeamDraft};
use crate::model::scenario::TeamKind;
use crate::model::scenario::parameter::Unit;
use crate::words::english;
use crate::words::labels::upper_first;
use crate::words::numbers::{CURRENCY, number};
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the button that adds a team.
const ADD: &str = "own-add-team";

fn row_id(key: &str) -> String {
    format!("own-team-{key}")
}

/// The list of teams.
#[component]
pub(super) fn Teams() -> impl IntoView {
    let desk = Desk::expect();
    let keys = Memo::new(move |_| {
        desk.with(|draft| {
            draft
                .teams
                .iter()
                .map(|team| team.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let room = Memo::new(move |_| desk.with(Draft::has_room_for_team));
    let add = move || {
        if let Some(Some(key)) = desk.act(Draft::add_team) {
            unfold(desk, &key);
            desk.say("A team is added.".to_owned());
        }
    };
    view! {
        <section aria-labelledby="own-teams">
            <h3 id="own-teams">"Teams"</h3>
            <ul class="rows">
                <For each=move || keys.get() key=|key| key.clone() let:key><Row of=row(desk, key)/></For>
            </ul>
            {part_if(move || room.get().then(|| view! {
                <button id=ADD class="quiet" on:click=pressed(add)>"Add a team"</button>
            }.into_any()))}
        </section>
    }
}

/// Unfolds a new team and puts the focus on its name.
fn unfold(desk: Desk, key: &str) {
    let id = row_id(key);
    desk.unfold(&id, true);
    desk.focus(format!("{id}-name"));
}

fn row(desk: Desk, key: String) -> RowOf {
    let of = |read: fn(&TeamDraft) -> String| {
        let key = key.clone();
        Arc::new(move |draft: &Draft| draft.team(&key).map_or_else(String::new, read))
    };
    let (standing, shift, twin, gone, fields) = (
        key.clone(),
        key.clone(),
        key.clone(),
        key.clone(),
        key.clone(),
    );
    RowOf {
        id: row_id(&key),
        place: Place::Team(key.clone()),
        name: of(TeamDraft::shown),
        line: of(in_a_line),
        tone: of(|team| tone(Some(team.kind()))),
        standing: Arc::new(move |draft| {
            draft
                .team_place(&standing)
                .map(|place| (place, draft.teams.len()))
        }),
        shift: Arc::new(move |draft, direction| draft.move_team(&shift, direction)),
        duplicate: Arc::new(move || duplicate(desk, &twin)),
        remove: Arc::new(move || remove(desk, &gone)),
        fields: Arc::new(move || view! { <Fields key=fields.clone()/> }.into_any()),
    }
}

fn in_a_line(team: &TeamDraft) -> String {
    let kind = english::team(team.kind());
    let people = if team.people.trim() == "1" {
        "person"
    } else {
        "people"
    };
    let away = match team.away.trim() {
        "" | "0" => String::new(),
        away => format!(", {away} % away"),
    };
    format!(
        "{kind} · {} {people}{away} · {CURRENCY}{}/h",
        team.people, team.rate
    )
}

fn duplicate(desk: Desk, key: &str) {
    let name = desk.with_untracked(|draft| draft.team_name(key));
    match desk.act(|draft| draft.duplicate_team(key)).flatten() {
        Some(copy) => {
            unfold(desk, &copy);
            desk.say(format!("A copy of {name} stands below it."));
        }
        None => desk.say("There is no room for another team.".to_owned()),
    }
}

fn remove(desk: Desk, key: &str) {
    let (name, place) = desk.with_untracked(|draft| (draft.team_name(key), draft.team_place(key)));
    if desk.act(|draft| draft.remove_team(key)) != Some(true) {
        return desk.say(format!("{name} is the only team; one has to stay."));
    }
    desk.say(format!("{name} is removed. Undo brings it back."));
    let next = desk.with_untracked(|draft| {
        neighbour(&draft.teams, place.unwrap_or_default()).map(|team| team.key)
    });
    desk.focus(next.map_or_else(|| ADD.to_owned(), |key| row_id(&key)));
}

/// The fields of a team.
#[component]
fn Fields(key: String) -> impl IntoView {
    let desk = Desk::expect();
    let id = row_id(&key);
    type Slot = fn(&mut TeamDraft) -> &mut String;
    type Seen = fn(&TeamDraft) -> &String;
    let field = |part: &str, label, field, unit, seen: Seen, slot: Slot| {
        let (reading, writing, unnamed) = (key.clone(), key.clone(), key.clone());
        Typed {
            id: format!("{id}-{part}"),
            label,
            place: Place::Team(key.clone()),
            field,
            unit,
            hint: "",
            unnamed: (field == Field::Name)
                .then(|| -> Read { Arc::new(move |draft| draft.team_name(&unnamed)) }),
            read: Arc::new(move |draft| {
                draft.team(&reading).map(seen).cloned().unwrap_or_default()
            }),
            write: Arc::new(move |draft, typed| {
                if let Some(team) = draft.team_mut(&writing) {
                    *slot(team) = typed;
                }
            }),
        }
    };
    let name = field(
        "name",
        "Name",
        Field::Name,
        None,
        |team| &team.name,
        |team| &mut team.name,
    );
    let people = field(
        "people",
        "People",
        Field::People,
        Some(Unit::People),
        |team| &team.people,
        |team| &mut team.people,
    );
    let away = field(
        "away",
        "Away",
        Field::Away,
        Some(Unit::Share),
        |team| &team.away,
        |team| &mut team.away,
    );
    let rate = field(
        "rate",
        "Cost",
        Field::Rate,
        Some(Unit::MoneyPerHour),
        |team| &team.rate,
        |team| &mut team.rate,
    );
    let (chosen, choosing, present) = (key.clone(), key.clone(), key.clone());
    let kinds: Choice = Arc::new(move || {
        let own = desk.with(|draft| draft.team(&chosen).map(TeamDraft::kind));
        let listed = TeamKind::ALL.iter().enumerate();
        listed
            .map(|(place, kind)| {
                (
                    place.to_string(),
                    upper_first(english::team(*kind)),
                    own == Some(*kind),
                )
            })
            .collect()
    });
    let choose = Arc::new(move |value: String| {
        let kind = value
            .parse()
            .ok()
            .and_then(|place: usize| TeamKind::ALL.get(place).copied());
        if let Some(kind) = kind {
            desk.act(|draft| draft.set_kind(&choosing, kind));
        }
    });
    let on_duty = move || {
        let on_duty = desk.with(|draft| draft.team(&present).and_then(TeamDraft::on_duty));
        on_duty.map_or_else(String::new, |people| {
            format!("{} on duty on average", number(people, 2))
        })
    };
    view! {
        <div class="cells">
            <TypeIn of=name/>
            <Select id=format!("{id}-kind") label="Kind" choices=kinds choose/>
            <TypeIn of=people/>
            <TypeIn of=away/>
            <TypeIn of=rate/>
        </div>
        <p class="hint">{text(on_duty)}</p>
    }
}
