//! A row of a list: what it is in a line, its place, its fields below once unfolded.

use super::desk::{Desk, DeskOf};
use crate::app::reactive::{part_if, pressed, text};
use crate::draft::{Direction, Draft, Drawn, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// A word that follows the draft.
pub(super) type Word = Arc<dyn Fn(&Draft) -> String + Send + Sync>;
/// Something done to a row.
pub(super) type Deed = Arc<dyn Fn() + Send + Sync>;

/// Where a row stands, and of how many.
pub(super) type Standing<D = Draft> = Arc<dyn Fn(&D) -> Option<(usize, usize)> + Send + Sync>;
/// Moves a row by one place.
pub(super) type Shift<D = Draft> = Arc<dyn Fn(&mut D, Direction) -> bool + Send + Sync>;

/// What a row is made of.
#[derive(Clone)]
pub(super) struct RowOf {
    /// Its id in the document; those of its parts begin with it.
    pub(super) id: String,
    pub(super) place: Place,
    /// What it is called.
    pub(super) name: Word,
    /// What else is worth telling in a line.
    pub(super) line: Word,
    /// The class that colours it.
    pub(super) tone: Word,
    /// Where it stands and how many there are.
    pub(super) standing: Standing,
    pub(super) shift: Shift,
    pub(super) duplicate: Deed,
    pub(super) remove: Deed,
    pub(super) fields: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// The row.
#[component]
pub(super) fn Row(of: RowOf) -> impl IntoView {
    let desk = Desk::expect();
    let RowOf {
        id,
        place,
        name,
        line,
        tone,
        ..
    } = of.clone();
    let name = Memo::new(move |_| desk.with(|draft| name(draft)));
    let open = {
        let id = id.clone();
        Memo::new(move |_| desk.is_unfolded(&id))
    };
    let unfold = {
        let id = id.clone();
        pressed(move || desk.unfold(&id, !open.get_untracked()))
    };
    let below = format!("{id}-below");
    let wrong = Memo::new(move |_| desk.first_sentence(&place));
    let (up, down) = (
        nudge(&id, name, &of.standing, &of.shift, Direction::Up),
        nudge(&id, name, &of.standing, &of.shift, Direction::Down),
    );
    let unfolded = part_if({
        let (of, below) = (of.clone(), below.clone());
        move || {
            open.get().then(|| {
            let (duplicate, remove) = (of.duplicate.clone(), of.remove.clone());
            view! {
                <div class="below" id=below.clone() role="group" aria-label=text(move || name.get())>
                    {(of.fields)()}
                    <div class="row-of">
                        <button class="quiet" aria-label=text(move || format!("Duplicate {}", name.get())) on:click=pressed(move || duplicate())>"Duplicate"</button>
                        <button class="quiet" aria-label=text(move || format!("Remove {}", name.get())) on:click=pressed(move || remove())>"Remove"</button>
                    </div>
                </div>
            }
            .into_any()
        })
        }
    });
    view! {
        <li class=text(move || format!("row {}", desk.with(|draft| tone(draft))))>
            <div class="head">
                <button
                    class="what" id=id aria-expanded=text(move || open.get().to_string())
                    aria-controls=move || open.get().then(|| below.clone()) on:click=unfold
                >
                    <strong>{text(move || name.get())}</strong>
                    <span class="line">{text(move || desk.with(|draft| line(draft)))}</span>
                </button>
                {up}{down}
            </div>
            {part_if(move || (!open.get() && wrong.with(|wrong| !wrong.is_empty())).then(|| view! {
                <p class="problem">{wrong.get()}</p>
            }.into_any()))}
            {unfolded}
        </li>
    }
}

/// The button that moves a row. At the end of the list it says so and keeps the focus.
pub(super) fn nudge<D: Drawn>(
    row: &str,
    name: Memo<String>,
    standing: &Standing<D>,
    shift: &Shift<D>,
    direction: Direction,
) -> AnyView {
    let desk = DeskOf::<D>::expect();
    let (word, sign, end) = match direction {
        Direction::Up => ("up", "↑", "first"),
        Direction::Down => ("down", "↓", "last"),
    };
    let id = format!("{row}-{word}");
    let (shift, standing, own) = (shift.clone(), standing.clone(), id.clone());
    let ends = standing.clone();
    let at_end = Memo::new(move |_| {
        let stands = desk.with(|draft| ends(draft));
        stands.is_none_or(|(place, count)| direction.from(place, count).is_none())
    });
    let act = pressed(move || {
        let name = name.get_untracked();
        if at_end.get_untracked() {
            return desk.say(format!("{name} is the {end} already."));
        }
        desk.act(|draft| shift(draft, direction));
        if let Some((place, count)) = desk.with_untracked(|draft| standing(draft)) {
            desk.say(format!("{name} is now number {} of {count}.", place + 1));
        }
        desk.focus(own.clone());
    });
    view! {
        <button
            class="nudge" id=id aria-label=text(move || format!("Move {} {word}", name.get()))
            aria-disabled=text(move || at_end.get().to_string()) on:click=act
        >{sign}</button>
    }
    .into_any()
}

/// The row that gets the focus when one of a list goes: the one that takes its place, else the
/// last.
pub(super) fn neighbour<T: Clone>(list: &[T], gone: usize) -> Option<T> {
    list.get(gone).or(list.last()).cloned()
}

/// The class that colours what a kind of team does.
pub(super) fn tone(kind: Option<crate::model::scenario::TeamKind>) -> String {
    use crate::model::scenario::TeamKind;
    match kind {
        Some(TeamKind::Front) => "front",
        Some(TeamKind::Back) => "back",
        Some(TeamKind::Bot) => "tool",
        Some(_) => "other",
        None => "plain",
    }
    .to_owned()
}
