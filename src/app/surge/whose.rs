//! Whose weeks they are, of all kinds of work or of one alone, and weeks filled in by a factor.

use crate::app::reactive::{part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::decimal::{self, kept};
use crate::model::scenario::Scenario;
use crate::model::scenario::surge::{MOST_A_WEEK, MOST_WEEKS};
use crate::words::labels::task_name;
use crate::words::surge as words;
use leptos::ev::Event;
use leptos::prelude::*;

/// What a surge begins with: a usual week, then so many weeks of so many times the usual demand.
pub(super) const FACTOR: f64 = 1.8;
pub(super) const WEEKS: usize = 8;

/// Weeks of a factor after a usual one.
pub(super) fn filled(usual: f64, factor: f64, weeks: usize) -> Vec<f64> {
    let [first, other] = [usual, factor * usual].map(tidy);
    [vec![first], vec![other; weeks]].concat()
}

/// Whole tasks, where there are many.
fn tidy(tasks: f64) -> f64 {
    let tasks = tasks.clamp(0.0, MOST_A_WEEK);
    if tasks >= 10.0 {
        tasks.round()
    } else {
        kept(tasks)
    }
}

/// The choice, where there is more than one kind of work.
pub(super) fn choice(bench: Workbench) -> AnyView {
    let names = Memo::new(move |_| {
        bench.with(|scenario| {
            let each = scenario.tasks.iter().enumerate();
            each.map(|(place, task)| (task.key.clone(), task_name(scenario, place)))
                .collect::<Vec<_>>()
        })
    });
    let chosen = Memo::new(move |_| {
        bench.with(|scenario| {
            let surge = scenario.surge.as_ref();
            surge.and_then(|surge| surge.kind.clone())
        })
    });
    part_if(move || {
        let names = names.get();
        if names.len() < 2 {
            return None;
        }
        let option = |(key, name): (String, String)| {
            let value = key.clone();
            let selected = move || chosen.with(|chosen| chosen.as_deref() == Some(key.as_str()));
            view! { <option value=value prop:selected=selected>{name}</option> }
        };
        let options: Vec<_> = names.into_iter().map(option).collect();
        let change = move |event: Event| {
            let key = event_target_value(&event);
            bench.assign(bench.with_untracked(|scenario| of_kind(scenario, &key)));
        };
        Some(
            view! {
                <div class="cell">
                    <label for="surge-kind">"Work that comes and goes"</label>
                    <select id="surge-kind" on:change=change>
                        <option value="" prop:selected=move || chosen.with(Option::is_none)>"All kinds, in their usual mix"</option>
                        {options}
                    </select>
                </div>
            }
            .into_any(),
        )
    })
    .into_any()
}

/// The scenario with weeks of another kind of work, or of all where the key is empty. The weeks keep
/// their shape: what was twice the usual demand is twice the usual demand.
fn of_kind(scenario: &Scenario, key: &str) -> Scenario {
    let before = scenario.usual_week();
    let mut changed = scenario.clone();
    if let Some(surge) = &mut changed.surge {
        surge.kind = (!key.is_empty()).then(|| key.to_owned());
    }
    let usual = changed.usual_week();
    if let Some(surge) = &mut changed.surge
        && before > 0.0
        && usual > 0.0
    {
        for week in &mut surge.weekly {
            *week = tidy(*week / before * usual);
        }
    }
    changed
}

/// Weeks filled in by a factor and a number of weeks.
pub(super) fn filler(bench: Workbench) -> AnyView {
    let factor = RwSignal::new(decimal::shortest(FACTOR));
    let weeks = RwSignal::new(WEEKS.to_string());
    let problem = RwSignal::new(String::new());
    let fill = pressed(move || {
        let most = (MOST_WEEKS - 1) as f64;
        let read = |of: RwSignal<String>, high: f64| {
            of.with_untracked(|typed| decimal::parse(typed.trim()))
                .filter(|value| (0.0..=high).contains(value))
        };
        let (Some(factor), Some(weeks)) = (read(factor, 100.0), read(weeks, most)) else {
            return problem.set(words::unfillable().to_owned());
        };
        problem.set(String::new());
        let changed = bench.with_untracked(|scenario| {
            let mut scenario = scenario.clone();
            let weekly = filled(scenario.usual_week(), factor, weeks.round() as usize);
            if let Some(surge) = &mut scenario.surge {
                surge.weekly = weekly;
            }
            scenario
        });
        bench.assign(changed);
    });
    let field = move |id: &'static str, name: &'static str, of: RwSignal<String>| {
        view! {
            <label for=id>{name}</label>
            <input type="text" inputmode="decimal" size="4" id=id autocomplete="off" aria-describedby="surge-fill-problem"
                prop:value=text(move || of.get())
                on:input=move |event: Event| of.set(event_target_value(&event))/>
        }
        .into_any()
    };
    view! {
        <div class="row-of filler">
            {field("surge-factor", "Or fill in: times the usual", factor)}
            {field("surge-many", "for weeks", weeks)}
            <button class="quiet" on:click=fill>"Fill in"</button>
        </div>
        <p class="problem" id="surge-fill-problem" role="status">{text(move || problem.get())}</p>
    }
    .into_any()
}
