//! The address bar: it holds the link of the present scenario, and a link put into it is opened.

use super::parts::Wanted;
use super::workbench::Workbench;
use super::{browser, parts};
use crate::model::scenario::Scenario;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Keeps the address bar at the link of the present scenario.
pub fn keep(bench: Workbench) {
    let untouched = bench.with_untracked(Scenario::clone);
    bench.when_settled(
        move || bench.with(Scenario::clone),
        move |scenario| {
            if *scenario != untouched || browser::has_fragment() {
                spawn_local(write(bench, scenario.clone()));
            }
        },
    );
}

async fn write(bench: Workbench, scenario: Scenario) {
    let written = parts::plan(Wanted::Written(scenario.clone())).await;
    // While the link was being written the scenario may have moved on.
    if let Ok(plan) = written
        && bench.with_untracked(|latest| *latest == scenario)
    {
        browser::write_fragment(&plan.link);
    }
}

/// Opens a link that is put into the address bar of the open page.
pub fn listen(bench: Workbench) {
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        let fragment = browser::fragment();
        if fragment.contains('=') {
            spawn_local(open(bench, fragment));
        }
    });
    on_cleanup(move || handle.remove());
}

async fn open(bench: Workbench, fragment: String) {
    match parts::plan(Wanted::Opened(fragment)).await {
        Ok(plan) => {
            bench.begin(plan.scenario, plan.example);
            bench.notices.set(plan.notices);
        }
        Err(_) => bench.notices.set(vec![parts::UNREAD.to_owned()]),
    }
}
