//! Four key figures of the strategy shown, each with its change against today.

use super::strategies::how;
use crate::app::reactive::{part, text};
use crate::app::workbench::Workbench;
use crate::explain::keys;
use crate::model::evaluation::StrategyEvaluation;
use crate::words::english;
use crate::words::numbers::{
    CURRENCY, duration, duration_parts, hours, money, number, percent, percent_figure, promise,
};
use crate::words::sentences::Answer;
use leptos::prelude::*;

/// One figure, ready to be shown.
struct Shown {
    key: &'static str,
    name: String,
    before: &'static str,
    figure: String,
    unit: String,
    change: String,
    /// Whether the change is for the better; none where it is neither.
    better: Option<bool>,
}

/// The key figures.
#[component]
pub(super) fn KeyFigures() -> impl IntoView {
    let bench = Workbench::expect();
    let all = part(move || {
        let shown = bench.shown();
        // There is none where the scenario has no team for any of the ways.
        let figures = bench.answer.with(|answer| {
            let strategy = answer.evaluation.strategies.get(shown);
            strategy.map_or_else(Vec::new, |strategy| figures(answer, strategy))
        });
        figures.into_iter().map(one).collect::<Vec<_>>().into_any()
    });
    view! { <dl class="figures">{all}</dl> }
}

fn one(shown: Shown) -> AnyView {
    let change = match shown.better {
        Some(true) => "change better",
        Some(false) => "change worse",
        None => "change",
    };
    view! {
        <div class="figure">
            <dt>{how(shown.key, text(move || shown.name.clone()))}</dt>
            <dd>
                <span class="amount">{shown.before}{shown.figure}" "<small>{shown.unit}</small></span>
                <span class=change>{shown.change}</span>
            </dd>
        </div>
    }
    .into_any()
}

fn figures(answer: &Answer, strategy: &StrategyEvaluation) -> Vec<Shown> {
    let evaluation = &answer.evaluation;
    let today = evaluation.today();
    let other =
        |today: &&StrategyEvaluation| today.key != strategy.key || evaluation.before.is_some();
    let against = today.filter(other);
    let is_today = today.is_some() && against.is_none();
    let note = |text: Option<(String, Option<bool>)>| match text {
        Some(note) => note,
        None if is_today => ("as it is today".to_owned(), None),
        None => (String::new(), None),
    };
    // What falls behind has no month to set against another's.
    let runs = |today: &&StrategyEvaluation| strategy.status.runs() && today.status.runs();
    let against = against.filter(runs);
    vec![
        cost(strategy, against, note),
        nine_in_ten(strategy, against, note),
        kept(answer, strategy, against, note),
        front(strategy, against, note),
    ]
}

type Change = Option<(String, Option<bool>)>;

/// From here on money is shown in millions, since the figure has little room.
const MILLION: f64 = 1e6;

fn cost(
    strategy: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
    note: impl Fn(Change) -> (String, Option<bool>),
) -> Shown {
    let month = strategy.month.total().get();
    let change = today.map(|today| {
        let less = today.month.total().get() - month;
        let word = if less >= 0.0 { "less" } else { "more" };
        (
            format!("{} {word} than today", money(less.abs())),
            (less.abs() >= 0.5).then_some(less > 0.0),
        )
    });
    let (change, better) = note(change);
    let short = english::strategy(strategy.key).short;
    let name = format!("Cost a month · {}", short.to_ascii_lowercase());
    let (before, figure, unit) = match month {
        _ if !strategy.status.runs() => ("", "–".to_owned(), ""),
        _ if month >= MILLION => (CURRENCY, number(month / MILLION, 2), "m"),
        _ => (CURRENCY, number(month, 0), ""),
    };
    Shown {
        key: keys::MONTH,
        name,
        before,
        figure,
        unit: unit.to_owned(),
        change,
        better,
    }
}

fn nine_in_ten(
    strategy: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
    note: impl Fn(Change) -> (String, Option<bool>),
) -> Shown {
    let p90 =
        |strategy: &StrategyEvaluation| strategy.turnaround.as_ref().map(|time| time.p90.get());
    let change = today.and_then(p90).map(|then| {
        let better = p90(strategy).map(|now| now <= then);
        (format!("today {}", duration(then)), better)
    });
    let (change, better) = note(change);
    let (figure, unit) = match p90(strategy) {
        Some(minutes) => duration_parts(minutes),
        None => ("never".to_owned(), ""),
    };
    Shown {
        key: keys::NINE_IN_TEN,
        name: "Nine in ten done within".into(),
        before: "",
        figure,
        unit: unit.into(),
        change,
        better,
    }
}

fn kept(
    answer: &Answer,
    strategy: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
    note: impl Fn(Change) -> (String, Option<bool>),
) -> Shown {
    let share = |strategy: &StrategyEvaluation| {
        strategy
            .turnaround
            .as_ref()
            .map(|time| time.within_promise.get())
    };
    let change = today.and_then(share).map(|then| {
        let now = share(strategy).unwrap_or(0.0);
        // A change too small to be shown is none.
        let better = ((now - then).abs() > 5e-4).then_some(now > then);
        (format!("today {}", percent(then)), better)
    });
    let (change, better) = note(change);
    let (figure, unit) = match share(strategy) {
        Some(share) => (percent_figure(share), "%"),
        None => ("0".to_owned(), "%"),
    };
    Shown {
        key: keys::KEPT,
        name: promise_name(answer),
        before: "",
        figure,
        unit: unit.into(),
        change,
        better,
    }
}

fn promise_name(answer: &Answer) -> String {
    match &answer.scenario.tasks[..] {
        [task] => format!("Promise of {} kept", promise(task.promise.get())),
        _ => "Promises kept".into(),
    }
}

fn front(
    strategy: &StrategyEvaluation,
    today: Option<&StrategyEvaluation>,
    note: impl Fn(Change) -> (String, Option<bool>),
) -> Shown {
    let now = strategy.front_hours.get();
    let change = today.map(|today| {
        let less = today.front_hours.get() - now;
        if less.abs() < 0.5 {
            return ("as it is today".to_owned(), None);
        }
        let word = if less >= 0.0 { "fewer" } else { "more" };
        (
            format!("{} {word} than today", hours(less.abs())),
            Some(less >= 0.0),
        )
    });
    let (change, better) = note(change);
    Shown {
        key: keys::FRONT,
        name: "Front-office hours a month".into(),
        before: "",
        figure: number(now, 0),
        unit: "h".into(),
        change,
        better,
    }
}
