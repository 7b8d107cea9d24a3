//! What a number means, where its default comes from, the way back to it, and other units to think
//! in. Fetched when it is asked for.

mod units;

use super::controls::example_value;
use super::reactive::{pressed, text};
use super::workbench::Workbench;
use crate::model::scenario::Address;
use crate::model::scenario::parameter::Evidence;
use crate::words::labels::{help, source};
use crate::words::numbers::value_text;
use leptos::prelude::*;

/// All that is said about a number.
pub fn about(address: Address) -> AnyView {
    let bench = Workbench::expect();
    let row = address.parameter;
    let example = move || example_value(&bench, address);
    let (evidence, class) = match row.evidence {
        Evidence::Sourced => {
            let source = source(row).unwrap_or_default();
            let default = bench.with_untracked(|scenario| address.default(scenario));
            let told = match untrack(|| example_value(&bench, address)) {
                theirs if theirs == default => format!("Default sourced: {source}"),
                _ => format!(
                    "The example’s own figure: put in yours. The default, {}, is sourced: {source}",
                    value_text(row, default)
                ),
            };
            (told, "evidence")
        }
        Evidence::Assumed => (
            "Default assumed: put in your own figure.".to_owned(),
            "evidence assumed",
        ),
        Evidence::Choice => ("A choice of yours.".to_owned(), "evidence"),
    };
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <p>{bench.with_untracked(|scenario| help(scenario, &address))}</p>
        <p class=class>{evidence}</p>
        {units::units(address)}
        <button class="quiet" on:click=pressed(move || bench.write(address, example()))>
            {text(move || {
                let known = bench.with_example(|scenario, example| {
                    address.counterpart(scenario, example).is_some()
                });
                let what = if known { "example" } else { "default" };
                format!("Back to the {what}: {}", value_text(row, example()))
            })}
        </button>
    }
    .into_any()
}
