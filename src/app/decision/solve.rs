//! What a target would take, and the smallest change that cures the way shown.

use super::cures::Cures;
use crate::app::reactive::{flag, part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Address, Scenario};
use crate::model::solve::{By, Goal, Solved, solve};
use crate::model::strategy;
use crate::words::parse::parse;
use crate::words::sentences::Answer;
use crate::words::solve as words;
use leptos::prelude::*;
use std::sync::Arc;

/// Fields that may be solved for.
const FIELDS: &[&str] = &[
    "staff",
    "rate",
    "front_minutes",
    "back_minutes",
    "unclear",
    "saving",
];

/// The panel.
pub fn panel() -> AnyView {
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail solve"><Question/><Cures/></div>
    }
    .into_any()
}

/// Everything that may be wanted.
fn goals(scenario: &Scenario) -> Vec<Goal> {
    let mut goals = vec![
        Goal::Month,
        Goal::PerTask,
        Goal::Within,
        Goal::P90,
        Goal::Mean,
    ];
    for (place, task) in scenario.tasks.iter().enumerate() {
        if task.channel.is_live() {
            goals.push(Goal::Answered(place));
        } else if scenario.tasks.len() > 1 {
            goals.push(Goal::WithinOf(place));
        }
    }
    goals
}

/// Every number that may be changed for it.
fn numbers(scenario: &Scenario) -> Vec<By> {
    let all = Address::all(scenario).into_iter();
    let fits = |address: &Address| FIELDS.contains(&address.parameter.field);
    let mut numbers: Vec<By> = all.filter(fits).map(By::Number).collect();
    numbers.push(By::Demand);
    numbers
}

/// What is asked: places in the lists of targets and numbers, and the value as typed.
#[derive(Clone, Copy)]
struct Asked {
    goal: RwSignal<usize>,
    by: RwSignal<usize>,
    typed: RwSignal<String>,
}

/// The answer last found.
type Found = Option<(Arc<Answer>, By, Goal, f64, Solved)>;

/// One number for a target, of the way shown.
#[component]
fn Question() -> impl IntoView {
    let bench = Workbench::expect();
    let asked = Asked {
        goal: RwSignal::new(0),
        by: RwSignal::new(0),
        typed: RwSignal::new(String::new()),
    };
    let found: RwSignal<Found, LocalStorage> = RwSignal::new_local(None);
    bench.when_settled(
        move || {
            (
                bench.answer.get(),
                bench.shown(),
                asked.goal.get(),
                asked.by.get(),
                asked.typed.get(),
            )
        },
        move |(answer, shown, goal, by, typed)| {
            if let Some(next) = answered(answer, *shown, (*goal, *by, typed)) {
                found.set(Some(next));
            }
        },
    );
    let goal_names = move || {
        bench.with(|scenario| {
            goals(scenario)
                .into_iter()
                .map(|goal| words::goal_name(scenario, goal))
                .collect::<Vec<_>>()
        })
    };
    let by_names = move || {
        bench.with(|scenario| {
            numbers(scenario)
                .into_iter()
                .map(|by| words::by_name(scenario, by))
                .collect::<Vec<_>>()
        })
    };
    let goal = move || {
        bench.with(|scenario| {
            goals(scenario)
                .get(asked.goal.get())
                .copied()
                .unwrap_or(Goal::Month)
        })
    };
    let wrong = text(move || {
        let (typed, goal) = (asked.typed.get(), goal());
        match read(goal, &typed) {
            None if !typed.trim().is_empty() => {
                format!(
                    "“{typed}” is not a value for this target: give something like {}.",
                    example(goal)
                )
            }
            _ => String::new(),
        }
    });
    let stale =
        flag(move || found.with(|found| found.as_ref().is_some_and(|(of, ..)| bench.is_stale(of))));
    view! {
        <p class="accuracy">{text(move || format!("For the way shown: {}.", bench.shown_name()))}</p>
        <div class="ask">
            <Choice id="solve-goal" label="Target" names=Memo::new(move |_| goal_names()) chosen=asked.goal/>
            <div class="cell">
                <label for="solve-value">"Value"</label>
                <input id="solve-value" type="text" placeholder=text(move || example(goal())) on:change=move |event| asked.typed.set(event_target_value(&event))/>
            </div>
            <Choice id="solve-by" label="By changing" names=Memo::new(move |_| by_names()) chosen=asked.by/>
        </div>
        <p class="problem" role="status">{wrong}</p>
        <div role="status" class:stale=stale>
            {part_if(move || found.with(|found| found.as_ref().map(|found| told(bench, found))))}
        </div>
    }
}

/// A native list with its label.
#[component]
fn Choice(
    id: &'static str,
    label: &'static str,
    names: Memo<Vec<String>>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let options = part(move || {
        let option = |(place, name): (usize, String)| {
            let here = place == chosen.get_untracked();
            view! { <option value=place.to_string() selected=here>{name}</option> }.into_any()
        };
        names
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect::<Vec<_>>()
            .into_any()
    });
    let choose = move |event| chosen.set(event_target_value(&event).parse().unwrap_or_default());
    view! {
        <div class="cell">
            <label for=id>{label}</label>
            <select id=id on:change=choose>{options}</select>
        </div>
    }
}

/// What one might type.
fn example(goal: Goal) -> &'static str {
    match words::goal_unit(goal) {
        Unit::Money if goal == Goal::PerTask => "£15",
        Unit::Money => "£20,000",
        Unit::Minutes => "1h 30m",
        _ => "90 %",
    }
}

/// A typed value; `None` where it is none.
fn read(goal: Goal, typed: &str) -> Option<f64> {
    let value = parse(typed, words::goal_unit(goal))?;
    let fits = value >= 0.0 && !(goal.wants_more() && value > 1.0);
    fits.then_some(value)
}

fn answered(answer: &Arc<Answer>, shown: usize, (goal, by, typed): (usize, usize, &str)) -> Found {
    let scenario = &answer.scenario;
    let goal = *goals(scenario).get(goal)?;
    let by = *numbers(scenario).get(by)?;
    let target = read(goal, typed)?;
    let way = strategy::find(answer.evaluation.strategies.get(shown)?.key)?;
    let solved = solve(scenario, way, goal, target, by);
    Some((answer.clone(), by, goal, target, solved))
}

fn told(
    bench: Workbench,
    (answer, by, goal, target, solved): &(Arc<Answer>, By, Goal, f64, Solved),
) -> AnyView {
    let said = words::solved(&answer.scenario, *goal, *target, *by, solved);
    let value = match solved {
        Solved::At { value, .. } => Some(*value),
        _ => None,
    };
    let by = *by;
    view! {
        <p class="answer">{said}</p>
        {value.map(|value| view! {
            <button class="main" on:click=pressed(move || put(bench, by, value))>"Use this value"</button>
        })}
    }
    .into_any()
}

/// Puts a value on the bench, in one step.
pub(super) fn put(bench: Workbench, by: By, value: f64) {
    match by {
        By::Number(address) => bench.write(address, value),
        By::Demand => {
            let changed = bench.with_untracked(|scenario| by.at(scenario, value));
            bench.assign(changed);
        }
    }
}
