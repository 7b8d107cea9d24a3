//! The text field of a number. It takes what people type, is never rewritten while it has the
//! focus, and gives back what was there on Escape.

use crate::app::reactive::text;
use crate::app::workbench::Workbench;
use crate::model::scenario::Address;
use crate::words::numbers::{field_text, unit_text, value_text};
use crate::words::parse::parse;
use leptos::prelude::*;

/// The field with its unit.
#[component]
pub(super) fn Field(
    address: Address,
    id: String,
    label: String,
    problem: RwSignal<Option<String>>,
) -> impl IntoView {
    let bench = Workbench::expect();
    let row = address.parameter;
    let draft = RwSignal::new(None::<String>);
    let value = Memo::new(move |_| bench.value(address));
    // A value that comes from elsewhere cures what was said about the typed one.
    Effect::new(move |before: Option<f64>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) && draft.with_untracked(Option::is_none) {
            problem.set(None);
        }
        now
    });
    let shown = move || draft.get().unwrap_or_else(|| field_text(row, value.get()));
    let typed = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        problem.set(take(bench, address, &label, &typed));
        draft.set(Some(typed));
    };
    let restore = move || {
        bench.abandon();
        problem.set(None);
        draft.set(Some(field_text(
            row,
            bench.with_untracked(|scenario| address.read(scenario)),
        )));
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            bench.settle();
            draft.set(Some(field_text(
                row,
                bench.with_untracked(|scenario| address.read(scenario)),
            )));
        }
        "Escape" => restore(),
        _ => {}
    };
    let left = move |_| {
        bench.settle();
        draft.set(None);
    };
    // The sentence stays when the field is left, but what stands in it then is right again.
    let is_wrong = move || problem.with(Option::is_some) && draft.with(Option::is_some);
    let (before, after) = unit_text(row.unit);
    let described = format!("{id}-problem");
    view! {
        <span class="field">
            {(!before.is_empty()).then(|| view! { <span class="unit">{before}</span> })}
            <input
                type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                id=id aria-describedby=described
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=text(shown)
                size=text(move || shown().chars().count().clamp(2, 9).to_string())
                on:input=typed on:keydown=pressed on:blur=left
            />
            {(!after.is_empty()).then(|| view! { <span class="unit">{after}</span> })}
        </span>
    }
}

/// Takes what was typed into the scenario; a sentence where it cannot be taken as it stands.
fn take(bench: Workbench, address: Address, label: &str, typed: &str) -> Option<String> {
    let row = address.parameter;
    let now = bench.with_untracked(|scenario| address.read(scenario));
    let Some(value) = parse(typed, row.unit) else {
        let stays = value_text(row, now);
        return Some(if typed.trim().is_empty() {
            format!("{label} is empty; {stays} stays. Type a number, or press Escape.")
        } else {
            format!(
                "{label}: “{typed}” is not a number; {stays} stays. Type something like {}.",
                field_text(row, row.value_at(0.4))
            )
        });
    };
    bench.drag(address, value);
    let taken = row.clamp(value);
    (taken != value).then(|| {
        let (low, high) = row.limit;
        format!(
            "{label} goes from {} to {}; {} is taken.",
            value_text(row, low),
            value_text(row, high),
            value_text(row, taken)
        )
    })
}
