//! The five principles beside the money: scores, weights, comparisons in pairs, and how sure it is.

use crate::app::reactive::{flag, part, pressed, text};
use crate::app::results::charts::ChartFigure;
use crate::app::workbench::Workbench;
use crate::figures::more::principles as figure;
use crate::model::decimal;
use crate::model::guide::pairs::{Compared, PAIRS, of_pairs};
use crate::model::guide::robustness::{Robustness, is_worth_it};
use crate::model::guide::{Guide, Principle, guide};
use crate::model::scenario::Principles;
use crate::model::scenario::principles::COUNT;
use crate::words::guide as words;
use crate::words::labels::lower_first;
use crate::words::numbers::{money, number, percent};
use crate::words::sentences::Answer;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// An answer with its guide.
type Guided = Arc<(Arc<Answer>, Guide)>;
/// How often each way ranks first, and of which answer.
type Sure = RwSignal<Option<(Arc<Answer>, Vec<f64>)>, LocalStorage>;

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    let guided: Memo<Guided> = Memo::new_with_compare(
        move |_| {
            let answer = bench.answer.get();
            let found = guide(&answer.scenario, &answer.evaluation);
            Arc::new((answer, found))
        },
        |_, _| true,
    );
    let drawn = Memo::new_with_compare(
        move |_| guided.with(|guided| figure::build(&guided.0.context(), &guided.1)),
        |_, _| true,
    );
    let sure: Sure = RwSignal::new_local(None);
    count_when_settled(bench, guided, sure);
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail principles">
            <div>
                <h3>{text(move || guided.with(|guided| words::views(&guided.0.context(), &guided.1)))}</h3>
                <p class="accuracy">{text(move || guided.with(|guided| {
                    let first = sure.with(|sure| sure.as_ref().filter(|(of, _)| Arc::ptr_eq(of, &guided.0)).map(|(_, first)| first.clone()));
                    words::explanation(&guided.0.context(), &guided.1, first.as_deref())
                }))}</p>
            </div>
            <ChartFigure name="principles" figure=drawn/>
            {part(move || guided.with(|guided| table(guided)))}
            <p class="accuracy">"Three of the five are partly priced in the money already, so that the two views stand beside each other and are never added. Inputs are drawn within a tenth of where they stand, weights evenly."</p>
            <Weights/>
            <Pairs/>
        </div>
    }
    .into_any()
}

/// Counts how often each way ranks first, in slices, once nothing moves.
fn count_when_settled(bench: Workbench, guided: Memo<Guided>, sure: Sure) {
    let next: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let begun = next.clone();
    bench.when_settled(
        move || guided.get(),
        move |guided| {
            begun.borrow_mut().take();
            if is_worth_it(&guided.1.ways) {
                let count = Robustness::new(&guided.0.scenario);
                go_on(
                    Rc::new(RefCell::new(count)),
                    guided.0.clone(),
                    sure,
                    begun.clone(),
                );
            }
        },
    );
    let next = StoredValue::new_local(next);
    on_cleanup(move || next.with_value(|next| drop(next.borrow_mut().take())));
}

fn go_on(
    count: Rc<RefCell<Robustness>>,
    of: Arc<Answer>,
    sure: Sure,
    next: Rc<RefCell<Option<Timeout>>>,
) {
    let later = next.clone();
    let timeout = Timeout::new(0, move || {
        if count.borrow_mut().advance() {
            sure.set(Some((of, count.borrow().shares())));
        } else {
            go_on(count, of, sure, later);
        }
    });
    *next.borrow_mut() = Some(timeout);
}

/// Every way with its scores, its total, its veto, its rank by principles and by money.
fn table(guided: &Guided) -> AnyView {
    let (answer, guide) = &**guided;
    let context = answer.context();
    let rank = |list: &[usize], place: usize| {
        let at = list.iter().position(|one| *one == place);
        at.map_or_else(|| "–".to_owned(), |at| number(at as f64 + 1.0, 0))
    };
    let head: Vec<AnyView> = Principle::ALL
        .iter()
        .map(|one| {
            view! { <th scope="col" title=words::meaning(*one)>{words::short(*one)}</th> }
                .into_any()
        })
        .collect();
    let row = |(place, way): (usize, &crate::model::guide::Scored)| {
        let scores: Vec<AnyView> = way
            .scores
            .iter()
            .map(|score| view! { <td>{number(*score, 2)}</td> }.into_any())
            .collect();
        let month = context.strategy(place).month.total().get();
        let runs = context.strategy(place).status.runs();
        view! {
            <tr>
                <th scope="row">{context.words(place).name}</th>{scores}
                <td><b>{number(way.total, 2)}</b></td>
                <td>{way.veto.map_or_else(|| rank(&guide.ranking, place), words::veto)}</td>
                <td>{rank(&answer.evaluation.comparison.ranking, place)}</td>
                <td>{if runs { money(month) } else { "–".to_owned() }}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = guide.ways.iter().enumerate().map(row).collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="Scores of every way">
            <table class="data">
                <thead><tr><th scope="col">"Way"</th>{head}<th scope="col">"Total"</th><th scope="col">"Rank"</th><th scope="col">"Rank by money"</th><th scope="col">"A month"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

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
fn Weights() -> impl IntoView {
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
    let value = text(move || {
        decimal::fixed(
            100.0 * bench.with(|scenario| scenario.principles.numbers()[place]),
            1,
        )
    });
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
fn Pairs() -> impl IntoView {
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
    let wrong = flag(move || compared.get().ratio > crate::model::guide::pairs::INCONSISTENT);
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
