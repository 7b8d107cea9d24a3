//! What the search for the best plan may change, how far it is, and its end.

use super::plan::Planner;
use crate::app::reactive::{flag, part, part_if, pressed};
use crate::model::decimal;
use crate::model::optimise::{Found, ways_to_mix};
use crate::words::english;
use crate::words::numbers::percent;
use leptos::prelude::*;
use std::sync::Arc;

/// What the search may change, how far it is, and its end.
#[component]
pub fn Choices(planner: Planner) -> impl IntoView {
    let freedom = planner.freedom;
    let kept = flag(move || freedom.get().keep_staff);
    let turn = move |event| {
        let keeps = event_target_checked(&event);
        freedom.update(|freedom| freedom.keep_staff = keeps);
    };
    let ways = Memo::new(move |_| planner.bench.with(ways_to_mix));
    let open = move || {
        let last = planner.last.get();
        let open = last.is_some_and(|last| {
            last.found.done && !last.found.proved && last.found.bound.is_some()
        });
        open && planner.share.with(Option::is_none)
    };
    view! {
        <p class="lead">"Every kind of work goes one way or is split in tenths between two of the ways above; every team whose posts go with the work gets as many people as are cheapest. What was promised is kept: the shares stand with each kind of work, under promise and customers."</p>
        <div class="row-of">
            <label class="check"><input type="checkbox" prop:checked=kept on:change=turn/>" Keep the size of every team that has work"</label>
            {part_if(move || planner.share.get().map(|share| progress(planner, share)))}
            {part_if(move || open().then(|| view! {
                <button class="quiet" on:click=pressed(move || freedom.update(|freedom| freedom.most_trials *= 10))>"Search ten times as long"</button>
            }.into_any()))}
        </div>
        {part(move || may_use(planner, ways.get()))}
    }
}

/// How far the search is, or the simulation after it, and the button that ends it.
fn progress(planner: Planner, share: f64) -> AnyView {
    let last = planner.last.get_untracked();
    let own = last.zip(planner.begun.get_untracked());
    let own = own.filter(|(last, begun)| Arc::ptr_eq(&last.of, begun));
    let searched = |found: &Found| found.done && found.confirmed.is_none();
    let (doing, named) = match own.is_some_and(|(last, _)| searched(&last.found)) {
        true => ("Simulating the plan ", "Simulation of the best plan"),
        false => ("", "Search for the best plan"),
    };
    view! {
        <span class="progress">
            {doing}
            <progress max="1" value=decimal::fixed(share, 3) aria-label=named></progress>
            " "{percent(share)}" "
            <button class="quiet" on:click=pressed(move || planner.stop())>"Stop"</button>
        </span>
    }
    .into_any()
}

/// Which ways the plan may use: what an office does not have, or would not do, is left out.
fn may_use(planner: Planner, ways: Vec<&'static str>) -> AnyView {
    let one = |way: &'static str| {
        let allowed = flag(move || planner.freedom.get().allows(way));
        let turn = move |event| {
            let allowed = event_target_checked(&event);
            planner
                .freedom
                .update(|freedom| *freedom = freedom.with(way, allowed));
        };
        let name = english::strategy(way).name;
        view! { <label class="check"><input type="checkbox" prop:checked=allowed on:change=turn/>" "{name}</label> }.into_any()
    };
    let all: Vec<AnyView> = ways.into_iter().map(one).collect();
    view! { <fieldset class="row-of"><legend>"It may use"</legend>{all}</fieldset> }.into_any()
}
