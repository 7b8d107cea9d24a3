//! The weights of the principles: by slider, or by comparison in pairs; and the limits that veto.

use crate::app::reactive::{field_text, flag, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::decimal;
use crate::model::guide::Principle;
use crate::model::guide::pairs::{Compared, INCONSISTENT, PAIRS, of_pairs};
use crate::model::scenario::Principles;
use crate::model::scenario::principles::COUNT;
use crate::words::guide as words;
use crate::words::labels::lower_first;
use crate::words::numbers::percent;
use leptos::prelude::*;

/// Changes the principles of the scenario as part of a gesture.
fn change(bench: Workbench, change: impl FnOnce(&mut [f64; COUNT + 3])) {
    let mut scenario = bench.with_untracked(Clone::clone);
    let mut numbers = scenario.principles.numbers();
    change(&mut numbers);
    scenario.principles = Principles::of(numbers);
    bench.draw(scenario);
}

/// The weights, each with its slider; the limits that veto.
#[component]
pub fn Weights() -> impl IntoView {
    let bench = Workbench::expect();
    let row = |(place, principle): (usize, Principle)| {
        let id = format!("weight-{}", words::short(principle));
        let share =
            text(move || percent(bench.with(|scenario| scenario.principles.shares()[place])));
        let value = text(move || {
            decimal::fixed(
                100.0 * bench.with(|scenario| scenario.principles.weights[place]),
                0,
            )
        });
        let set = move |event| {
            if let Some(given) = decimal::parse(&event_target_value(&event)) {
                change(bench, |numbers| numbers[place] = given / 100.0);
            }
        };
        view! {
            <div class="pull">
                <label for=id.clone()>{words::name(principle)}</label>
                <input id=id type="range" min="0" max="100" step="1" prop:value=value on:input=set on:change=move |_| bench.settle()/>
                <output>{share}</output>
            </div>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = Principle::ALL.into_iter().enumerate().map(row).collect();
    let equal = pressed(move || {
        change(bench, |numbers| numbers[..COUNT].fill(0.2));
        bench.settle();
    });
    view! {
        <div class="weights">
            <h3>"Weights"</h3>
            {rows}
            <button class="quiet" on:click=equal>"Equal weights"</button>
            <h3>"Vetoes"</h3>
            <Limit place=COUNT label="Least share within the promise, per cent (0: none)" id="veto-late"/>
            <Limit place={COUNT + 1} label="Most errors that may reach the customer, per cent of tasks (100: none)" id="veto-errors"/>
        </div>
    }
}

/// A limit in per cent.
#[component]
fn Limit(place: usize, label: &'static str, id: &'static str) -> impl IntoView {
    let bench = Workbench::expect();
    let wrong = RwSignal::new(String::new());
    let value = field_text(text(move || {
        decimal::fixed(
            100.0 * bench.with(|scenario| scenario.principles.numbers()[place]),
            1,
        )
    }));
    let set = move |event| {
        let typed: String = event_target_value(&event);
        match decimal::parse(typed.trim().trim_end_matches('%').trim()) {
            Some(given) if (0.0..=100.0).contains(&given) => {
                wrong.set(String::new());
                change(bench, |numbers| numbers[place] = given / 100.0);
                bench.settle();
            }
            _ => wrong.set(format!(
                "“{typed}” is not a percentage: give a number from 0 to 100."
            )),
        }
    };
    view! {
        <div class="pull">
            <label for=id>{label}</label>
            <input id=id type="text" inputmode="decimal" size="5" prop:value=value on:change=set/>
            <span class="problem" role="status">{move || wrong.get()}</span>
        </div>
    }
}

/// Answers to a comparison, from far less to far more.
const ANSWERS: [(f64, &str); 9] = [
    (1.0 / 9.0, "far less than"),
    (1.0 / 5.0, "much less than"),
    (1.0 / 3.0, "less than"),
    (0.5, "a little less than"),
    (1.0, "as much as"),
    (2.0, "a little more than"),
    (3.0, "more than"),
    (5.0, "much more than"),
    (9.0, "far more than"),
];

/// Weights from comparisons in pairs.
#[component]
pub fn Pairs() -> impl IntoView {
    let bench = Workbench::expect();
    let answers = RwSignal::new([1.0; PAIRS]);
    let compared = Memo::new(move |_| answers.with(of_pairs));
    let mut rows: Vec<AnyView> = Vec::new();
    for (first, one) in Principle::ALL.into_iter().enumerate() {
        for other in Principle::ALL.into_iter().skip(first + 1) {
            rows.push(pair(rows.len(), (one, other), answers));
        }
    }
    let weights = text(move || {
        let Compared { weights, .. } = compared.get();
        let named = Principle::ALL.iter().zip(weights);
        let named =
            named.map(|(one, weight)| format!("{} {}", words::short(*one), percent(weight)));
        named.collect::<Vec<_>>().join(", ")
    });
    let take = pressed(move || {
        let weights = compared.get_untracked().weights;
        change(bench, |numbers| numbers[..COUNT].copy_from_slice(&weights));
        bench.settle();
    });
    let wrong = flag(move || compared.get().ratio > INCONSISTENT);
    view! {
        <details class="sub">
            <summary>"Compare in pairs"</summary>
            {rows}
            <p role="status">{weights}". "<span class:missed=wrong>{text(move || words::consistency(&compared.get()))}</span></p>
            <button class="quiet" on:click=take>"Use these weights"</button>
        </details>
    }
}

/// One comparison.
fn pair(
    place: usize,
    (one, other): (Principle, Principle),
    answers: RwSignal<[f64; PAIRS]>,
) -> AnyView {
    let id = format!("pair-{place}");
    let label = format!("{} counts …", words::name(one));
    let after = lower_first(words::name(other));
    let options: Vec<AnyView> = ANSWERS
        .iter()
        .enumerate()
        .map(|(at, (times, said))| {
            view! { <option value=at.to_string() selected={*times == 1.0}>{format!("{said} {after}")}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        if let Some((times, _)) = ANSWERS.get(at) {
            answers.update(|answers| answers[place] = *times);
        }
    };
    view! {
        <div class="pull">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}
