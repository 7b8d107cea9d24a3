//! The smallest single changes that cure the way shown.

use super::solve::put;
use crate::app::reactive::{items, part_if, pressed};
use crate::app::workbench::Workbench;
use crate::model::doctor::{Ailment, Cure, Doctor, ailment};
use crate::model::strategy;
use crate::words::sentences::Answer;
use crate::words::solve as words;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

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
pub fn Cures() -> impl IntoView {
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
