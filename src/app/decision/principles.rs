//! The five principles beside the money: scores, weights, comparisons in pairs, and how sure it is.

use super::weights::{Pairs, Weights};
use crate::app::reactive::{part, text};
use crate::app::results::charts::ChartFigure;
use crate::app::workbench::Workbench;
use crate::figures::more::principles as figure;
use crate::model::guide::robustness::{Robustness, is_worth_it};
use crate::model::guide::{Guide, Principle, guide};
use crate::words::guide as words;
use crate::words::numbers::{money, number};
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
            {part(move || guided.with(table))}
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
