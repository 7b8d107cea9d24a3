//! The ways to divide the work, side by side. A click shows one in the figures and charts.

use crate::app::parts::Place;
use crate::app::phrases::tone_class;
use crate::app::reactive::{Text, part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::explain::keys;
use crate::model::cost::ledger::Entry;
use crate::model::decimal::fixed;
use crate::model::evaluation::{Accuracy, Status, StrategyEvaluation};
use crate::model::scenario::{Scenario, TeamKind};
use crate::words::english;
use crate::words::numbers::{duration, money, money_exact, number, percent, promise};
use crate::words::sentences::Answer;
use leptos::prelude::*;

/// A row, ready to be shown.
struct Row {
    key: &'static str,
    tone: &'static str,
    best: bool,
    shown: bool,
    today: Option<&'static str>,
    month: String,
    task: String,
    trouble: Option<&'static str>,
    busy: String,
    mean: String,
    p90: String,
    kept: String,
    front: String,
    approximate: bool,
    /// Parts of the little bar: colour and share of the widest bar.
    bar: Vec<(&'static str, f64)>,
}

/// The table.
#[component]
pub(super) fn Strategies() -> impl IntoView {
    let bench = Workbench::expect();
    let rows = part(move || {
        let shown = bench.shown();
        let rows = bench.answer.with(|answer| rows(answer, shown));
        rows.into_iter().map(way).collect::<Vec<_>>().into_any()
    });
    let promise = text(move || bench.answer.with(|answer| promise_head(&answer.scenario)));
    view! {
        <section class="ways" aria-labelledby="ways-title">
            <h2 id="ways-title">"Ways to divide the work"
                <span>"a month: the monthly run, posts and lost fees included · a task: the touch cost, minutes alone"</span>
            </h2>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="ways-title">
            <table>
                <thead><tr>
                    <th scope="col"><span class="visually-hidden">"Way"</span></th>
                    <th scope="col">{how(keys::MONTH, text(|| "a month"))}</th>
                    <th scope="col" class="wide">{how(keys::TOUCH, text(|| "a task"))}</th>
                    <th scope="col" class="wide">{how(keys::BUSY, text(|| "busy"))}</th>
                    <th scope="col" class="wide">{how(keys::MEAN, text(|| "mean"))}</th>
                    <th scope="col">{how(keys::NINE_IN_TEN, text(|| "9 in 10"))}</th>
                    <th scope="col">{how(keys::KEPT, promise)}</th>
                    <th scope="col" class="wide">{how(keys::FRONT, text(|| "front hours"))}</th>
                </tr></thead>
                <tbody>
                    {rows}
                </tbody>
            </table>
            </div>
            <ShownLine/>
        </section>
    }
}

/// What a figure is called; a click leads to its formula.
pub fn how(key: &'static str, name: Text) -> AnyView {
    view! { <button class="how" title="How it is calculated" data-how=key>{name}</button> }
        .into_any()
}

/// The strategy shown, in a line, and where to go on from it.
#[component]
fn ShownLine() -> impl IntoView {
    let bench = Workbench::expect();
    view! {
        <p class="about-way">
            {text(move || bench.shown_key().map_or("", |key| bench.said(|said| (said.about)(key))))}" "
            {part_if(move || bench.has_chosen().then(|| view! {
                <button class="link" on:click=pressed(move || bench.choose(None))>"Show the best again"</button>
            }.into_any()))}
            {part_if(move || bench.why.get().map(|build| build(Place::Line)))}
        </p>
    }
}

/// A row of the table.
fn way(row: Row) -> AnyView {
    let bench = Workbench::expect();
    let key = row.key;
    let choose = pressed(move || bench.choose(Some(key)));
    let about = if row.approximate { "≈ " } else { "" };
    let bar = row
        .bar
        .iter()
        .map(|(tone, share)| {
            let width = format!("inline-size:{}px", fixed(share * 64.0, 1));
            view! { <i class=*tone style=width></i> }.into_any()
        })
        .collect::<Vec<_>>();
    let month = row.month.clone();
    view! {
        <tr class=row.tone class:best=row.best class:shown=row.shown on:click=choose>
            <th scope="row">
                <button aria-pressed=row.shown.to_string()>{english::strategy(key).name}</button>
                {row.best.then(|| view! { <span class="badge">"best"</span> })}
                {row.today.map(|word| view! { <span class="today">{word}</span> })}
            </th>
            <td><span class="mini" aria-hidden="true">{bar}</span><span class="money">{month}</span></td>
            <td class="wide">{row.task}</td>
            <td class="wide">{row.busy}</td>
            {match row.trouble {
                Some(trouble) => view! {
                    <td class="trouble wide">"–"</td><td class="trouble">{trouble}</td><td class="trouble">"–"</td>
                }.into_any(),
                None => view! {
                    <td class="wide">{about}{row.mean}</td><td>{about}{row.p90}</td><td>{row.kept}</td>
                }.into_any(),
            }}
            <td class="wide">{row.front}</td>
        </tr>
    }
    .into_any()
}

fn promise_head(scenario: &Scenario) -> String {
    match &scenario.tasks[..] {
        [task] => format!("in {}", promise(task.promise.get())),
        _ => "in time".into(),
    }
}

fn rows(answer: &Answer, shown: usize) -> Vec<Row> {
    let strategies = &answer.evaluation.strategies;
    let widest = strategies
        .iter()
        .filter(|strategy| strategy.status.runs())
        .map(|s| s.month.total().get())
        .fold(0.0, f64::max);
    strategies
        .iter()
        .enumerate()
        .map(|(place, strategy)| row(answer, place, strategy, shown, widest))
        .collect()
}

fn row(
    answer: &Answer,
    place: usize,
    strategy: &StrategyEvaluation,
    shown: usize,
    widest: f64,
) -> Row {
    let comparison = &answer.evaluation.comparison;
    let time = strategy.turnaround.as_ref();
    let minutes = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), duration);
    Row {
        key: strategy.key,
        tone: tone_class(strategy.tone),
        // Of one way alone nothing is best.
        best: comparison.best() == Some(place)
            && !comparison.close
            && answer.evaluation.strategies.len() > 1,
        shown: place == shown,
        today: (comparison.today == Some(place)).then_some(match answer.evaluation.before {
            None => "today",
            Some(_) => "today’s way",
        }),
        // What a way costs that falls behind is no price of the work.
        month: match strategy.status.runs() {
            true => money(strategy.month.total().get()),
            false => "–".to_owned(),
        },
        task: money_exact(strategy.touch.total().get()),
        trouble: trouble(strategy.status),
        busy: strategy
            .busiest()
            .map_or_else(|| "–".to_owned(), |team| percent(team.occupancy.get())),
        mean: minutes(time.map(|time| time.mean.get())),
        p90: minutes(time.map(|time| time.p90.get())),
        kept: time.map_or_else(|| "–".to_owned(), |time| percent(time.within_promise.get())),
        front: match strategy.status.runs() {
            true => format!("{} h", number(strategy.front_hours.get(), 0)),
            false => "–".to_owned(),
        },
        approximate: time.is_some_and(|time| time.accuracy > Accuracy::Exact),
        bar: match strategy.status.runs() {
            true => bar(&answer.scenario, strategy, widest),
            false => Vec::new(),
        },
    }
}

fn trouble(status: Status) -> Option<&'static str> {
    match status {
        Status::Steady => None,
        Status::Overload { .. } => Some("overload"),
        Status::NobodyOnDuty { .. } => Some("nobody there"),
        Status::NothingToDo => Some("no tasks"),
        Status::NeverEnds => Some("never ends"),
        Status::Spiral => Some("delay spiral"),
        Status::Impossible => Some("not possible"),
    }
}

/// The month by whose hours it pays: front, back, everyone else, and things.
fn bar(
    scenario: &Scenario,
    strategy: &StrategyEvaluation,
    widest: f64,
) -> Vec<(&'static str, f64)> {
    let tone = |entry: &Entry| match entry.team.map(|team| scenario.teams[team].kind) {
        Some(TeamKind::Front) => "front",
        Some(TeamKind::Back) => "back",
        Some(TeamKind::Bot) | None => "tool",
        Some(_) => "other",
    };
    let sum = |wanted: &str| -> f64 {
        let entries = strategy
            .month
            .entries
            .iter()
            .filter(|entry| tone(entry) == wanted);
        entries.map(|entry| entry.amount.get()).sum()
    };
    ["front", "back", "tool", "other"]
        .into_iter()
        .map(|tone| (tone, sum(tone) / widest.max(f64::MIN_POSITIVE)))
        .filter(|(_, share)| *share > 0.0)
        .collect()
}
