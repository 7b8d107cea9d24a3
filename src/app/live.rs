//! Live contacts and work that can wait, side by side: who is answered in time, what a reserve does,
//! how much chasing a way bears, what pooling spares. Fetched when asked for.

use super::reactive::{items, part, part_if};
use super::results::charts::ChartFigure;
use super::settled::with_found;
use super::workbench::Workbench;
use crate::figures::Table;
use crate::figures::more::live::{Fares, fares};
use crate::figures::more::reserve;
use crate::model::desks::Desks;
use crate::model::desks::pooling::{Mixture, Pooled};
use crate::words::desks as words;
use crate::words::numbers::number;
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail">
            {part(move || how_they_fare(bench))}
            <Searched/>
        </div>
    }
    .into_any()
}

/// Both kinds of work under every way.
fn how_they_fare(bench: Workbench) -> AnyView {
    let mut fares_found = None;
    let mut stale = false;
    with_found(bench, |found, simulated| {
        // Of other numbers only the formula is shown: both side by side would not belong together.
        stale = simulated.stale;
        if !stale {
            fares_found = Some(fares(&found.of.context(), Some(simulated)));
        }
    });
    let Fares {
        live,
        others,
        notes,
    } = fares_found.unwrap_or_else(|| bench.answer.with(|answer| fares(&answer.context(), None)));
    if live.rows.is_empty() && notes.is_empty() {
        return view! {
            <p>"Nothing here is live. Set the channel of a kind of work to phone, in person or chat (in the controls, under live contacts and priorities): its customers then wait at the other end, go first, and may give up."</p>
        }
        .into_any();
    }
    view! {
        <div class="fares">
            {table("Live contacts answered in time", live)}
            {table("Work that can wait", others)}
            <ul>{items(notes)}</ul>
        </div>
    }
    .into_any()
}

/// A table with a heading of its own; nothing where it has no rows.
fn table(title: &'static str, table: Table) -> AnyView {
    if table.rows.is_empty() {
        return ().into_any();
    }
    let head: Vec<AnyView> = table
        .head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> }.into_any())
        .collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next().unwrap_or_default();
        let rest: Vec<AnyView> = cells
            .map(|cell| view! { <td>{cell}</td> }.into_any())
            .collect();
        view! { <tr><th scope="row">{first}</th>{rest}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = table.rows.into_iter().map(row).collect();
    view! {
        <h3>{title}</h3>
        <div class="scroll" tabindex="0" role="group" aria-label=title>
            <table class="data"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// What the searches found last, and the answer that it is about.
fn searched(bench: Workbench) -> Option<(Arc<Answer>, Desks, bool)> {
    let mut last = None;
    with_found(bench, |found, simulated| {
        let desks = found.desks.clone();
        last = desks.map(|desks| (found.of.clone(), desks, simulated.stale));
    });
    last
}

/// The searches: they take longer than a frame.
#[component]
fn Searched() -> impl IntoView {
    let bench = Workbench::expect();
    let last = Memo::new_with_compare(move |_| searched(bench), |_, _| true);
    let figure = Memo::new_with_compare(
        move |_| {
            let last = last.read();
            let (answer, desks, _) = last.as_ref()?;
            reserve::build(&answer.scenario, desks.reserves.first()?)
        },
        |_, _| true,
    );
    let stale = move || last.with(|last| last.as_ref().is_some_and(|(.., stale)| *stale));
    view! {
        <div class:stale=stale>
            <ChartFigure name="reserve" figure/>
            {part_if(move || {
                last.with(|last| {
                    let (answer, desks, _) = last.as_ref()?;
                    let said = words::all(&answer.scenario, desks);
                    let pooled = desks.pooled.as_ref().map(mixtures);
                    Some(view! { <ul>{items(said)}</ul>{pooled} }.into_any())
                })
            })}
        </div>
    }
}

/// The mixtures that were simulated.
fn mixtures(found: &Pooled) -> AnyView {
    let row = |one: &Mixture| {
        let points = |share: f64| number(100.0 * share, 1);
        vec![
            number(one.people, 0),
            number(one.flexible, 0),
            format!("{} ± {}", points(one.margin.mean), points(one.margin.half)),
            if one.is_enough() { "enough" } else { "too few" }.to_owned(),
        ]
    };
    let head = ["People", "Who do both", "Over what is asked, points", ""];
    table(
        "Between apart and together, simulated",
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: found.mixtures.iter().map(row).collect(),
        },
    )
}
