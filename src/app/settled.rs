//! What is done once nothing moves, fetched when the page has been painted: the searches for what
//! would turn the answer, and the simulation that judges the formulas.

mod folds;
mod panel;
mod referee;
pub mod runner;
mod why;

use super::parts::Place;
use super::workbench::{Said, Workbench};
use crate::figures::simulated::{self, Simulated};
use crate::figures::{Figure, more};
use crate::model::findings::find_turns;
use crate::words::Phrase;
use crate::words::sentences::Answer;
use crate::words::turns::turning_points;
use crate::words::{break_evens, english, plan};
use leptos::prelude::*;
pub use panel::panel;
pub use referee::Found;
use referee::Referee;
use std::sync::Arc;

/// What was found once nothing moved, in sentences.
struct Told {
    /// The answer that it is about.
    of: Arc<Answer>,
    /// What would change the answer.
    turning_points: Vec<Phrase>,
    /// Break-evens and rules.
    break_evens: Vec<Phrase>,
}

/// What stays private.
const PRIVACY: &str = "Everything is computed in your browser; nothing you type is sent anywhere. No cookies, no counters. The link holds your numbers, for whom you give it to. Only your choice of light or dark is remembered, in this browser.";

/// Attends to the page from now on.
pub fn attend(bench: Workbench) {
    bench.say(Said {
        title: english::examples::title,
        question: english::preset_question,
        about: english::about,
        privacy: PRIVACY,
    });
    let told = RwSignal::new(None);
    bench.why.set(Some(Arc::new(move |place| match place {
        Place::Line => folds::doors(bench),
        Place::Below => view! { {folds::folds(bench)}{why::why(bench, told)} }.into_any(),
    })));
    let referee = Referee::new(bench);
    let begun = referee.clone();
    bench.when_settled(
        move || (bench.answer.get(), bench.shown()),
        move |(answer, shown)| {
            tell(bench, told, answer);
            begun.begin(answer, *shown);
        },
    );
    // What is under way is of no use once the answer has changed.
    Effect::new(move |_| {
        bench.answer.track();
        referee.cancel();
    });
    bench.overlay.set(Some(Arc::new(move |key, figure, shown| {
        into_turnaround(bench, key, figure, shown);
    })));
}

/// Searches for what would turn an answer, and says it.
fn tell(bench: Workbench, told: RwSignal<Option<Arc<Told>>>, answer: &Arc<Answer>) {
    let is_told = |told: &Option<Arc<Told>>| {
        told.as_ref()
            .is_some_and(|told| Arc::ptr_eq(&told.of, answer))
    };
    if told.with_untracked(is_told) {
        return;
    }
    let context = answer.context();
    let turns = find_turns(&answer.scenario, &answer.evaluation);
    let mut points: Vec<_> = turning_points(&context, &turns)
        .into_iter()
        .map(|(_, phrase)| phrase)
        .collect();
    if points.is_empty() {
        let none = "No single number tried, moved along its slider, changes the answer.";
        points.push(Phrase::new().text(none));
    }
    let rules = turns.rules.iter();
    let rules = rules.map(|rule| Phrase::new().text(break_evens::rule(&context, rule)));
    let found = turns.break_evens.iter();
    let found = found.map(|one| break_evens::break_even(&context, one));
    let unless = break_evens::unless(&context, &turns).into_iter();
    let unless = plan::asked_for(&context).into_iter().chain(unless);
    let unless: Vec<String> = unless.chain(plan::today(&context)).collect();
    bench.unless.set((Some(answer.clone()), unless.join(" ")));
    told.set(Some(Arc::new(Told {
        break_evens: found.chain(rules).collect(),
        of: answer.clone(),
        turning_points: points,
    })));
}

/// What was simulated last, and whether the page has moved on since.
pub fn with_found(bench: Workbench, then: impl FnOnce(&Found, Simulated)) {
    let found = bench.found.get();
    if let Some(found) = found
        .as_ref()
        .and_then(|found| found.downcast_ref::<Found>())
    {
        let simulated = Simulated {
            outcome: &found.outcome,
            stale: bench.is_stale(&found.of),
        };
        then(found, simulated);
    }
}

fn into_turnaround(bench: Workbench, key: &str, figure: &mut Figure, shown: usize) {
    if key != "turnaround" {
        return;
    }
    with_found(bench, |_, found| {
        bench.answer.with(|answer| {
            simulated::turnaround(figure, &answer.context(), shown, found);
        });
    });
}

/// Draws what was simulated into one of the further figures.
pub fn overlay(bench: Workbench, key: &str, figure: &mut more::Figure, shown: usize) {
    with_found(bench, |_, found| {
        bench.answer.with(|answer| {
            simulated::further(key, figure, &answer.context(), shown, found);
        });
    });
}
