//! How the figures are calculated: each with its formula and the user's numbers in it. Fetched when
//! it is asked for, by its fold or by a click on a figure.

use super::browser;
use super::reactive::{part, text};
use super::workbench::Workbench;
use crate::explain::term::Line;
use crate::explain::{Explanation, explanations, keys};
use crate::words::numbers::CURRENCY;
use leptos::prelude::*;

/// Every figure of the way shown, with its formula.
pub fn formulas() -> AnyView {
    let bench = Workbench::expect();
    let list = part(move || {
        let shown = bench.shown();
        let all = bench
            .answer
            .with(|answer| explanations(&answer.context(), shown));
        match all.is_empty() {
            true => {
                view! { <p>"Nothing can be calculated here: see above what is in the way."</p> }
                    .into_any()
            }
            false => {
                view! { <dl class="how-list">{all.into_iter().map(one).collect::<Vec<_>>()}</dl> }
                    .into_any()
            }
        }
    });
    // The figure that was clicked gets the focus once it stands.
    Effect::new(move |_| {
        if let Some(key) = bench.asked.get() {
            let id = format!("how-{}", named(bench, &key));
            request_animation_frame(move || browser::focus(&id));
        }
    });
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <p class="lead">
            "Of the way shown, "{text(move || bench.shown_name())}
            ". The formula in words, then with your numbers: money in "{CURRENCY}", time in minutes where no word says otherwise. What C, K, F and the others are stands in "
            <a href="method.html">"the method"</a>", the terms in "<a href="method.html#words">"words used here"</a>"."
        </p>
        {list}
    }
    .into_any()
}

/// The name of an explanation: the page asks for how busy the busiest team is, and for the nearest
/// change.
fn named(bench: Workbench, key: &str) -> String {
    if key == keys::TURNING {
        return format!("{key}-0");
    }
    if key != keys::BUSY {
        return key.to_owned();
    }
    let shown = bench.shown();
    let team = bench.answer.with_untracked(|answer| {
        answer.evaluation.strategies[shown]
            .busiest()
            .map(|team| team.team)
    });
    team.map_or_else(|| key.to_owned(), |team| format!("{key}-{team}"))
}

fn one(explained: Explanation) -> AnyView {
    let lines: Vec<AnyView> = explained.term.lines().into_iter().map(line).collect();
    let shown = explained.shown();
    view! {
        <div>
            <dt id=format!("how-{}", explained.key) tabindex="-1">{explained.name}" "<strong>{shown}</strong></dt>
            <dd>
                {lines}
                <p class="hint">{explained.sureness}" "<a href=format!("method.html#{}", explained.method)>"Source and limits"</a></p>
            </dd>
        </div>
    }
    .into_any()
}

fn line(of: Line) -> AnyView {
    let name = (!of.name.is_empty()).then(|| format!("{}: ", of.name));
    // A number alone is its own formula.
    let words = (of.words != of.numbers && !of.words.is_empty())
        .then(|| view! { <span class="formula">{of.words}</span> });
    view! { <p>{name}{words}<code>{of.numbers}</code></p> }.into_any()
}
