//! What the simulation says of the way shown, beside the formulas.

use super::with_found;
use crate::app::reactive::{items, part, part_if, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::job::{Ask, Outcome, Said, seed};
use crate::model::judgement::{Agreement, Judged, judge, reasons};
use crate::model::scenario::Address;
use crate::model::simulation::{Estimate, Summary, Verdict};
use crate::words::english;
use crate::words::judgement::{
    against, agreement, effort, impossible, measure_name, only_simulated, per_week, reason,
    unstable, values,
};
use crate::words::sentences::Answer;
use leptos::prelude::*;

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <p class="lead">
            "Do the formulas say what would happen? Thousands of tasks arrive one by one at random moments, wait, are worked on, come back; here is what they met with “"
            {text(move || bench.shown_name())}"”. ± is luck: in nineteen cases of twenty the true value of the model lies within. "
            <a href="method.html#simulation">"How it is done"</a>"."
        </p>
        <Luck/>
        {part(move || found(bench))}
    }
    .into_any()
}

/// The seed, another one, and how far the simulation is.
#[component]
fn Luck() -> impl IntoView {
    let bench = Workbench::expect();
    let now = move || bench.with(seed);
    let again = pressed(move || {
        const SEEDS: u64 = 999_999;
        let next = bench.with_untracked(seed) % SEEDS + 1;
        let address = bench.with_untracked(|scenario| Address::parse(scenario, "simulation.seed"));
        if let Ok(address) = address {
            bench.write(address, next as f64);
        }
    });
    view! {
        <div class="luck">
            <span>"Seed "<strong>{text(move || now().to_string())}</strong></span>
            <button class="quiet" on:click=again>"Try another seed"</button>
            {part_if(move || bench.progress.get().map(|share| view! {
                <progress max="1" value=share.to_string() aria-label="Simulation"></progress>
            }.into_any()))}
        </div>
    }
}

/// What was found, or that nothing was yet.
fn found(bench: Workbench) -> AnyView {
    let mut view = None;
    with_found(bench, |found, simulated| {
        let shown = bench.shown();
        let way = found.of.evaluation.strategies.get(shown);
        let Some(way) = way else { return };
        // What was found of other ways must not stand under the names of these.
        let keys = |answer: &Answer| -> Vec<&str> {
            let ways = answer.evaluation.strategies.iter();
            ways.map(|way| way.key).collect()
        };
        let same = bench.answer.with(|answer| {
            answer.scenario.origin == found.of.scenario.origin && keys(answer) == keys(&found.of)
        });
        if !same {
            return;
        }
        let earlier = simulated
            .stale
            .then(|| view! { <p><strong>"Of the numbers before:"</strong></p> }.into_any());
        let seconds = found.seconds;
        let body = said(&found.of, &found.outcome, way.key);
        let others = differences(&found.of, &found.outcome);
        view = Some(
            view! {
                <div class:stale=simulated.stale>
                    {earlier}
                    {body}
                    {others}
                    <p class="hint">{effort(&found.outcome.effort, seconds)}</p>
                </div>
            }
            .into_any(),
        );
    });
    view.unwrap_or_else(|| view! { <p role="status">"Nothing simulated yet."</p> }.into_any())
}

fn said(answer: &Answer, outcome: &Outcome, key: &str) -> AnyView {
    let Some(way) = answer.evaluation.of(key) else {
        return ().into_any();
    };
    match outcome.of(key) {
        Some(Said::Found(Verdict::Steady { summary, .. })) => steady(answer, key, summary),
        Some(Said::Found(Verdict::Unstable {
            growth_per_minute,
            replications,
        })) => {
            let growth = per_week(&answer.scenario, *growth_per_minute);
            view! { <p>{unstable(way, growth, *replications)}</p> }.into_any()
        }
        Some(Said::Impossible(why)) => {
            view! { <p>{impossible(&answer.scenario, *why)}</p> }.into_any()
        }
        Some(Said::NoSuchWay) | None => ().into_any(),
    }
}

fn steady(answer: &Answer, key: &str, summary: &Summary) -> AnyView {
    let Some(way) = answer.evaluation.of(key) else {
        return ().into_any();
    };
    let judged = judge(&answer.scenario, way, summary);
    let rows: Vec<AnyView> = judged.iter().map(|one| row(answer, one)).collect();
    let why: Vec<String> = reasons(&answer.scenario, way, &judged)
        .into_iter()
        .map(|why| reason(&answer.scenario, way, why))
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="Formula and simulation">
            <table class="data judged">
                <thead><tr><th scope="col">"Figure"</th><th scope="col">"Formula"</th><th scope="col">"Simulation"</th><th scope="col">"Compared"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(!why.is_empty()).then(|| view! { <h3>"Why they may differ"</h3><ul>{items(why)}</ul> }.into_any())}
        <p>{only_simulated(summary)}</p>
    }
    .into_any()
}

fn row(answer: &Answer, judged: &Judged) -> AnyView {
    let (formula, found) = values(judged);
    let name = measure_name(&answer.scenario, judged.measure);
    let apart = matches!(judged.agreement, Agreement::Apart(_));
    view! {
        <tr>
            <th scope="row">{name}</th><td>{formula}</td><td>{found}</td>
            <td class:apart=apart>{agreement(judged)}</td>
        </tr>
    }
    .into_any()
}

/// Every way against today's, over the same tasks.
fn differences(answer: &Answer, outcome: &Outcome) -> AnyView {
    let today = &answer.scenario.today;
    let Some((base_time, base_month)) = outcome.series(today) else {
        return ().into_any();
    };
    let others = outcome
        .asked
        .iter()
        .filter(|ask| ask.staff.is_none() && ask.strategy != *today);
    let sentence = |ask: &Ask| {
        let (time, month) = outcome.series(&ask.strategy)?;
        let time = Estimate::of_differences(time, base_time);
        let month = Estimate::of_differences(month, base_month);
        Some(against(english::strategy(&ask.strategy).noun, time, month))
    };
    let sentences: Vec<String> = others.filter_map(sentence).collect();
    if sentences.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>{match answer.evaluation.before {
            None => "Against today, over the same tasks",
            Some(_) => "Against today’s way with the people planned, over the same tasks",
        }}</h3>
        <ul>{items(sentences)}</ul>
    }
    .into_any()
}
