//! What a target would take, and the smallest change that cures the way shown.

use crate::app::reactive::{flag, items, part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::doctor::{Ailment, Cure, Doctor, ailment};
use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Address, Scenario};
use crate::model::solve::{By, Goal, Solved, solve};
use crate::model::strategy;
use crate::words::parse::parse;
use crate::words::sentences::Answer;
use crate::words::solve as words;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
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
fn put(bench: Workbench, by: By, value: f64) {
    match by {
        By::Number(address) => bench.write(address, value),
        By::Demand => {
            let changed = bench.with_untracked(|scenario| by.at(scenario, value));
            bench.assign(changed);
        }
    }
}

/// What was examined last: for which answer, what ails the way, what cures it, the month as it is.
#[derive(Clone)]
struct Examined {
    of: Arc<Answer>,
    ailment: Option<Ailment>,
    cures: Vec<Cure>,
    before: Option<f64>,
    done: bool,
}

/// The smallest single changes that cure the way shown.
#[component]
fn Cures() -> impl IntoView {
    let bench = Workbench::expect();
    let found: RwSignal<Option<Examined>, LocalStorage> = RwSignal::new_local(None);
    let next: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let begun = next.clone();
    bench.when_settled(
        move || (bench.answer.get(), bench.shown()),
        move |(answer, shown)| examine(answer, *shown, found, &begun),
    );
    let next = StoredValue::new_local(next);
    on_cleanup(move || next.with_value(|next| drop(next.borrow_mut().take())));
    view! {
        <div>
            <h3>"What cures it"</h3>
            {part_if(move || found.with(|found| found.as_ref().map(|found| examined(bench, found))))}
        </div>
    }
}

/// Examines the way shown, one number at a time, with a breath between.
fn examine(
    answer: &Arc<Answer>,
    shown: usize,
    found: RwSignal<Option<Examined>, LocalStorage>,
    next: &Rc<RefCell<Option<Timeout>>>,
) {
    next.borrow_mut().take();
    let evaluated = answer.evaluation.strategies.get(shown);
    let way = evaluated.and_then(|way| strategy::find(way.key));
    let (Some(evaluated), Some(way)) = (evaluated, way) else {
        return found.set(None);
    };
    let ails = ailment(&answer.scenario, way);
    let before = evaluated
        .status
        .runs()
        .then(|| evaluated.month.total().get());
    let done = ails.is_none();
    found.set(Some(Examined {
        of: answer.clone(),
        ailment: ails,
        cures: Vec::new(),
        before,
        done,
    }));
    if !done {
        let doctor = Doctor::new(answer.scenario.clone(), way);
        go_on(Rc::new(RefCell::new(doctor)), found, next.clone());
    }
}

fn go_on(
    doctor: Rc<RefCell<Doctor>>,
    found: RwSignal<Option<Examined>, LocalStorage>,
    next: Rc<RefCell<Option<Timeout>>>,
) {
    let later = next.clone();
    let timeout = Timeout::new(0, move || {
        let done = doctor.borrow_mut().advance();
        if done {
            let cures = doctor.borrow().cures();
            found.update(|found| {
                if let Some(found) = found {
                    (found.cures, found.done) = (cures, true);
                }
            });
        } else {
            go_on(doctor, found, later);
        }
    });
    *next.borrow_mut() = Some(timeout);
}

/// What ails the way and what cures it.
fn examined(bench: Workbench, found: &Examined) -> AnyView {
    let Some(ails) = &found.ailment else {
        return view! { <p>"Nothing: it keeps up and meets every target."</p> }.into_any();
    };
    let scenario = &found.of.scenario;
    let said = words::ailment(scenario, ails);
    let list = match (found.done, found.cures.is_empty()) {
        (false, _) => view! { <p>"Looking for the smallest change."</p> }.into_any(),
        (true, true) => {
            view! { <p>"No single number cures it: it takes two changes, or another way."</p> }
                .into_any()
        }
        (true, false) => {
            let one = |cure: &Cure| {
                let said = words::cure(scenario, cure, found.before);
                let (by, at) = (cure.by, cure.at);
                let name = format!("Apply: {said}");
                let apply = pressed(move || put(bench, by, at));
                view! { <li>{said}" "<button class="quiet" aria-label=name on:click=apply>"Apply"</button></li> }.into_any()
            };
            let all: Vec<AnyView> = found.cures.iter().map(one).collect();
            view! { <p class="accuracy">"One of these alone cures it, the smallest first."</p><ul>{all}</ul> }.into_any()
        }
    };
    view! { <ul>{items(said)}</ul>{list} }.into_any()
}
