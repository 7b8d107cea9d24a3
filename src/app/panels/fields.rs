//! The fields of a row: texts, figures and choices, each with the sentence beside it.

use super::desk::{Desk, DeskOf};
use crate::app::reactive::{part, text};
use crate::draft::{Draft, Drawn, Field, Place};
use crate::model::scenario::parameter::Unit;
use crate::words::numbers::{number, unit_text};
use crate::words::parse::parse;
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads what stands in a field.
pub(super) type Read<D = Draft> = Arc<dyn Fn(&D) -> String + Send + Sync>;
/// Writes what was typed into a field.
pub(super) type Write<D = Draft> = Arc<dyn Fn(&mut D, String) + Send + Sync>;
/// The choices of a list: what each stands for, its words, whether it is chosen.
pub(super) type Choice = Arc<dyn Fn() -> Vec<(String, String, bool)> + Send + Sync>;
/// Takes a choice.
pub(super) type Choose = Arc<dyn Fn(String) + Send + Sync>;

/// Longest name.
const LONGEST_NAME: &str = "60";

/// What is wrong with a field.
#[component]
pub(super) fn Sentence<D: Drawn>(
    desk: DeskOf<D>,
    id: String,
    place: Place,
    field: Field,
) -> impl IntoView {
    view! { <p class="problem" id=id role="status">{text(move || desk.sentence(&place, field))}</p> }
}

/// What a field of a figure or a name needs.
#[derive(Clone)]
pub(super) struct TypedOf<D> {
    pub(super) id: String,
    pub(super) label: &'static str,
    pub(super) place: Place,
    pub(super) field: Field,
    /// The unit of a figure; none for a name.
    pub(super) unit: Option<Unit>,
    /// What is said about it, below.
    pub(super) hint: &'static str,
    /// What stands for a name that was not given.
    pub(super) unnamed: Option<Read<D>>,
    pub(super) read: Read<D>,
    pub(super) write: Write<D>,
}

/// A field of the editor of a process.
pub(super) type Typed = TypedOf<Draft>;

/// A field to type in. A name is taken when it is left, a figure at once.
#[component]
pub(super) fn TypeIn<D: Drawn>(of: TypedOf<D>) -> impl IntoView {
    let TypedOf {
        id,
        label,
        place,
        field,
        unit,
        hint,
        unnamed,
        read,
        write,
    } = of;
    let desk = DeskOf::<D>::expect();
    let before = StoredValue::new(desk.with_untracked(|draft| read(draft)));
    let now = {
        let read = read.clone();
        move || desk.with_untracked(|draft| read(draft))
    };
    // Escape gives back what stood here and could be used.
    let arrived = {
        let (now, place) = (now.clone(), place.clone());
        move |_| {
            if desk.sentence_untracked(&place, field).is_empty() {
                before.set_value(now());
            }
        }
    };
    let typed = {
        let write = write.clone();
        move |event: Event| {
            let typed = event_target_value(&event);
            match unit {
                Some(_) => desk.draw(|draft| write(draft, typed)),
                None => desk.note(|draft| write(draft, typed)),
            }
        }
    };
    let left = {
        let write = write.clone();
        move |_: Event| {
            let tidied = unit.and_then(|unit| tidied(&now(), unit));
            desk.note(|draft| {
                if let Some(text) = tidied {
                    write(draft, text)
                }
            });
            desk.settle();
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            desk.act(|draft| write(draft, before.get_value()));
        }
    };
    let (ahead, behind) = unit.map_or(("", ""), unit_text);
    let problem = format!("{id}-problem");
    let is_wrong = {
        let place = place.clone();
        move || !desk.sentence(&place, field).is_empty()
    };
    let unnamed = unnamed.map(|unnamed| text(move || desk.with(|draft| unnamed(draft))));
    let longest = unit.is_none().then_some(LONGEST_NAME);
    view! {
        <div class="cell" class:name=unit.is_none()>
            <label for=id.clone()>{label}</label>
            <span class="field">
                {(!ahead.is_empty()).then(|| view! { <span class="unit">{ahead}</span> })}
                <input
                    type="text" id=id autocomplete="off" spellcheck="false" maxlength=longest placeholder=unnamed
                    inputmode=unit.map(|_| "decimal") aria-describedby=problem.clone()
                    aria-invalid=move || is_wrong().then_some("true")
                    prop:value=text(move || desk.with(|draft| read(draft)))
                    on:focus=arrived on:input=typed on:change=left on:keydown=key
                />
                {(!behind.is_empty()).then(|| view! { <span class="unit">{behind}</span> })}
            </span>
            {(!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> })}
            <Sentence desk id=problem place field/>
        </div>
    }
}

/// A figure as the page writes it, where it is one.
fn tidied(typed: &str, unit: Unit) -> Option<String> {
    const DIGITS: usize = 4;
    let factor = if unit == Unit::Share { 100.0 } else { 1.0 };
    parse(typed, unit).map(|value| number(value * factor, DIGITS))
}

/// A list to choose from.
#[component]
pub(super) fn Select(
    id: String,
    #[prop(into)] label: String,
    choices: Choice,
    choose: Choose,
    #[prop(optional)] place: Option<(Place, Field)>,
    #[prop(optional)] spoken: bool,
) -> impl IntoView {
    let desk = Desk::expect();
    let listed = Memo::new(move |_| choices());
    let options = part(move || {
        let option = |(value, words, chosen): (String, String, bool)| {
            view! { <option value=value prop:selected=chosen selected=chosen>{words}</option> }
                .into_any()
        };
        listed
            .get()
            .into_iter()
            .map(option)
            .collect::<Vec<_>>()
            .into_any()
    });
    let problem = place.is_some().then(|| format!("{id}-problem"));
    let wrong = place.clone();
    let is_wrong = move || {
        let sentence = wrong
            .as_ref()
            .map(|(place, field)| desk.sentence(place, *field));
        sentence.is_some_and(|sentence| !sentence.is_empty())
    };
    let sentence = place.map(|(place, field)| {
        view! { <Sentence desk id=format!("{id}-problem") place field/> }.into_any()
    });
    view! {
        <div class="cell">
            <label for=id.clone() class:visually-hidden=spoken>{label}</label>
            <select
                id=id aria-describedby=problem
                aria-invalid=move || is_wrong().then_some("true")
                on:change=move |event| choose(event_target_value(&event))
            >{options}</select>
            {sentence}
        </div>
    }
}
