//! The frontier: cost against turnaround, and its plans to be taken.

use super::plan::{Planner, today};
use crate::app::reactive::{part_if, pressed};
use crate::app::results::charts::ChartFigure;
use crate::figures::more::frontier;
use crate::model::optimise::Plan;
use crate::words::numbers::count_word;
use crate::words::plan as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Cost against turnaround, and the plans of the frontier to be taken.
#[component]
pub fn Frontier(planner: Planner) -> impl IntoView {
    let figure = Memo::new_with_compare(
        move |_| {
            let last = planner.last.get()?;
            let today = today(&last.of).and_then(|(month, p90)| Some((month, p90?)));
            frontier::build(&last.of.scenario, &last.found, today)
        },
        |_, _| true,
    );
    // A click on a point of the chart takes its plan: the words at the point are the plan's.
    let pick = move |event: MouseEvent| {
        let element = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let picture = element.and_then(|element| element.closest(".picture").ok().flatten());
        let tip = picture.and_then(|picture| picture.query_selector(".tip").ok().flatten());
        let (Some(tip), Some(last)) = (tip, planner.last.get_untracked()) else {
            return;
        };
        let words = tip.text_content().unwrap_or_default();
        let mut plans = last.found.frontier.iter().chain(&last.found.best);
        if let Some(plan) = plans.find(|plan| frontier::said(plan) == words) {
            planner.take(plan);
        }
    };
    let count = move || {
        planner
            .last
            .with(|last| last.as_ref().map_or(0, |last| last.found.frontier.len()))
    };
    view! {
        <div on:click=pick><ChartFigure name="frontier" figure/></div>
        {part_if(move || (count() > 1).then(|| view! {
            <details class="sub">
                <summary>{format!("All {} plans of the frontier: a month, turnaround, front-office hours left", count_word(count() as f64))}</summary>
                {frontier_table(planner)}
            </details>
        }.into_any()))}
    }
}

/// Every plan of the frontier with a button.
fn frontier_table(planner: Planner) -> AnyView {
    let Some(last) = planner.last.get() else {
        return ().into_any();
    };
    let scenario = &last.of.scenario;
    let row = |plan: &Plan| {
        let said = frontier::said(plan);
        let work = words::of_all_work(scenario, plan);
        let (people, plan) = (words::everybody(scenario, plan), plan.clone());
        let met = if plan.meets_all() {
            "targets met, by formula"
        } else {
            "targets missed"
        };
        let name = format!("Take: {said}");
        view! {
            <tr>
                <th scope="row">{said}</th>
                <td>{work}</td>
                <td>{people}</td>
                <td>{met}</td>
                <td><button class="quiet" aria-label=name on:click=pressed(move || planner.take(&plan))>"Take"</button></td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = last.found.frontier.iter().map(row).collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="Plans of the frontier">
            <table class="data words"><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
