//! The grid: every kind of work on every way, with the share that goes there.

use super::plan::Planner;
use crate::app::reactive::{field_text, flag, part, text};
use crate::app::workbench::Workbench;
use crate::model::decimal;
use crate::model::optimise::grid::{Cell, usual_way};
use crate::model::optimise::ways_to_mix;
use crate::model::scenario::Scenario;
use crate::words::english;
use crate::words::labels::{task_name, team_name};
use crate::words::numbers::{duration, money, percent};
use leptos::prelude::*;

/// What the grid has for rows and columns: it is built anew only where these change.
type Shape = (Vec<String>, Vec<&'static str>);

fn shape(scenario: &Scenario) -> Shape {
    let tasks = (0..scenario.tasks.len()).map(|task| task_name(scenario, task));
    (tasks.collect(), ways_to_mix(scenario))
}

/// The grid.
#[component]
pub fn Grid(planner: Planner) -> impl IntoView {
    let bench = Workbench::expect();
    let shape = Memo::new(move |_| bench.with(shape));
    view! {
        <h3 id="grid-title">"Who does what: each kind of work on each way"</h3>
        <p class="accuracy">"The share that goes each way, by dragging or typing. Below it, if all of the kind went there, and the rest and the people stayed: what the month would change by, nine in ten of the kind, the busiest team. The best of a row that meets every target is marked."</p>
        {part(move || table(planner, shape.get()))}
    }
}

fn table(planner: Planner, (tasks, ways): Shape) -> AnyView {
    let head: Vec<AnyView> = ways
        .iter()
        .map(|way| view! { <th scope="col">{english::strategy(way).short}</th> }.into_any())
        .collect();
    let row = |(task, name): (usize, String)| {
        let cells: Vec<AnyView> = ways
            .iter()
            .enumerate()
            .map(|(place, way)| cell(planner, (task, name.clone()), (place, way)))
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = tasks.into_iter().enumerate().map(row).collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="grid-title">
            <table class="data grid"><thead><tr><th scope="col">"Work"</th>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// The share of a kind of work on a way, in per cent.
fn share(scenario: &Scenario, task: usize, way: &str) -> f64 {
    let share = scenario
        .tasks
        .get(task)
        .map(|task| task.share_on(way, usual_way(scenario)));
    share.unwrap_or(0.0) * 100.0
}

fn cell(
    planner: Planner,
    (task, name): (usize, String),
    (place, way): (usize, &'static str),
) -> AnyView {
    let bench = Workbench::expect();
    let now = move || bench.with(|scenario| decimal::fixed(share(scenario, task, way), 0));
    let set = move |written: &str| {
        let Some(given) = decimal::parse(written.trim().trim_end_matches('%').trim()) else {
            return;
        };
        let mut scenario = bench.with_untracked(Clone::clone);
        let usual = usual_way(&scenario);
        scenario.tasks[task].allot(way, given / 100.0, usual);
        bench.draw(scenario);
    };
    let label = format!(
        "{name}: share that goes to {}, per cent",
        english::strategy(way).noun
    );
    let found = move || -> Option<(Cell, bool)> {
        let last = planner.last.get()?;
        let row = last.found.grid.rows.get(task)?;
        let cell = (*row.cells.get(place)?)?;
        // The best of those that meet no target is no advice.
        Some((cell, cell.meets && row.best == Some(place)))
    };
    let best = move || found().is_some_and(|(_, best)| best);
    let used = flag(move || bench.with(|scenario| share(scenario, task, way) > 0.0));
    view! {
        <td class:best=flag(best) class:used=used>
            <span class="share">
                <input type="range" min="0" max="100" step="10" aria-label=label.clone() prop:value=text(now)
                    on:input=move |event| set(&event_target_value(&event)) on:change=move |_| bench.settle()/>
                <input type="text" inputmode="decimal" size="3" aria-label=label prop:value=field_text(text(now))
                    on:change=move |event| { set(&event_target_value(&event)); bench.settle(); }/>"%"
            </span>
            {part(move || said(bench, found()))}
        </td>
    }
    .into_any()
}

/// What would come of all of the kind going this way.
fn said(bench: Workbench, found: Option<(Cell, bool)>) -> AnyView {
    let Some((cell, best)) = found else {
        return view! { <small>"–"</small> }.into_any();
    };
    let change = match cell.change {
        _ if !cell.runs => "does not keep up".to_owned(),
        Some(change) if change.abs() < 0.5 => "as now".to_owned(),
        Some(change) if change > 0.0 => format!("+{}", money(change)),
        Some(change) => format!("−{}", money(-change)),
        None => cell.month.map(money).unwrap_or_default(),
    };
    let time = cell.p90.map(duration).unwrap_or_default();
    let busiest = cell.bottleneck.map(|(team, busy)| {
        let name = bench.with(|scenario| team_name(scenario, team));
        format!("{name} {}", percent(busy))
    });
    let missed = cell.runs && !cell.meets;
    view! {
        <small><b>{change}</b>{best.then_some(" best")}</small>
        <small>{time}{missed.then_some(" · misses a target")}</small>
        <small>{busiest}</small>
    }
    .into_any()
}
