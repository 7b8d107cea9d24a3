//! `optimise`: the best plan, how sure it is, and the frontier.

use super::answer::Answer;
use super::arguments::OptimiseArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::source::shortened;
use super::table::{Side, aligned, paragraph, screen_width};
use super::{settings, source};
use crate::model::job::seed;
use crate::model::optimise::{Confirmed, Confirming, Found, Freedom, Plan, Search, ways_to_mix};
use crate::model::scenario::{Scenario, permalink};
use crate::words::labels::task_name;
use crate::words::numbers::{duration, money, number};
use crate::words::plan as words;
use serde::Serialize;
use std::io;

/// Plans tried between two looks at the progress bar.
const SLICE: u64 = 2_000;
/// The same where plans are simulated too, as events of the simulation.
const EVENTS: u64 = 8_000_000;

/// The answer to `optimise`.
pub(super) fn answer(arguments: &OptimiseArguments) -> Result<String, Failure> {
    let mut scenario = source::load(&arguments.scenario, io::stdin)?.announced();
    settings::apply(&mut scenario, &arguments.set)?;
    let freedom = Freedom {
        keep_staff: arguments.keep_staff,
        most_trials: arguments.trials,
        ..Freedom::default()
    };
    let freedom = without(&scenario, freedom, &arguments.without)?;
    let found = match arguments.no_simulation {
        true => search(&scenario, freedom),
        false => confirmed(&scenario, freedom),
    };
    if arguments.json {
        json(&scenario, &found)
    } else {
        Ok(report(scenario, &found, screen_width()))
    }
}

/// Leaves ways out, each of which must be among those that are mixed.
fn without(scenario: &Scenario, freedom: Freedom, keys: &[String]) -> Result<Freedom, Failure> {
    let known = ways_to_mix(scenario);
    keys.iter().try_fold(freedom, |freedom, key| {
        if known.contains(&key.as_str()) {
            return Ok(freedom.with(key, false));
        }
        Err(Failure::input(format!(
            "--without {}: that is none of the ways that are mixed here; there are {}.",
            shortened(key),
            known.join(", ")
        )))
    })
}

/// Searches by the formulas alone.
fn search(scenario: &Scenario, freedom: Freedom) -> Found {
    let bar = Progress::new("searching");
    let mut search = Search::new(scenario, freedom);
    while !search.advance(SLICE) {
        bar.show(search.share());
    }
    bar.end();
    search.found()
}

/// Searches, simulates what was found, and searches again where it misses a target.
fn confirmed(scenario: &Scenario, freedom: Freedom) -> Found {
    let bar = Progress::new("searching and simulating");
    let mut search = Confirming::new(scenario, freedom, seed(scenario));
    while !search.advance(EVENTS) {
        bar.show(search.share());
    }
    bar.end();
    search.found()
}

fn report(scenario: Scenario, found: &Found, width: usize) -> String {
    let answer = Answer::of(scenario);
    let scenario = &answer.scenario;
    let today = answer.evaluation.today().filter(|way| way.status.runs());
    let today = today.map(|way| way.month.total().get());
    let mut lines = paragraph(&words::headline(scenario, found, today), "", width);
    let how_sure = [words::sureness(found)];
    for said in how_sure.into_iter().chain(words::simulated(found)) {
        lines.extend(paragraph(&said, "", width));
    }
    for out in &found.out_of_reach {
        lines.extend(paragraph(&words::out_of_reach(scenario, out), "- ", width));
    }
    if let Some(plan) = found.best.as_ref().or(found.closest.as_ref()) {
        lines.push(String::new());
        lines.extend(work(scenario, plan, found.confirmed.as_ref()));
        lines.extend([String::new(), "PEOPLE".to_owned()]);
        let people = words::people(scenario, plan);
        lines.extend(people.iter().map(|team| format!("  {team}")));
        if plan.set_up > 0.0 {
            lines.push(format!("  Set-up: {} once", money(plan.set_up)));
        }
        let notes = words::posts(scenario, plan).into_iter();
        let notes = notes.chain(words::split(scenario, plan));
        for note in notes.chain(words::assumed_errors(scenario)) {
            lines.extend(paragraph(&note, "- ", width));
        }
    }
    if found.frontier.len() > 1 {
        lines.extend([String::new(), "FRONTIER, OF WHAT WAS LOOKED AT".to_owned()]);
        lines.extend(frontier(scenario, found));
    }
    lines.join("\n")
}

/// Every kind of work, its ways, and what is reached of its target.
fn work(scenario: &Scenario, plan: &Plan, confirmed: Option<&Confirmed>) -> Vec<String> {
    let head = ["WORK", "goes", "target"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(plan.ways.iter().enumerate().map(|(task, ways)| {
        let reached = words::reached(plan, confirmed, task);
        vec![
            format!("  {}", task_name(scenario, task)),
            words::shared(ways),
            reached.unwrap_or_else(|| "–".to_owned()),
        ]
    }));
    aligned(&rows, &[Side::Left, Side::Left, Side::Left])
}

fn frontier(scenario: &Scenario, found: &Found) -> Vec<String> {
    let mut rows = vec![
        [
            "  £ a month",
            "nine in ten within",
            "front hours left",
            "by formula",
            "people",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    rows.extend(found.frontier.iter().map(|plan| {
        vec![
            format!("  {}", money(plan.month)),
            plan.p90.map_or_else(|| "–".to_owned(), duration),
            number(plan.front_hours_left, 0),
            if plan.meets_all() {
                "targets met"
            } else {
                "missed"
            }
            .to_owned(),
            words::everybody(scenario, plan),
        ]
    }));
    aligned(
        &rows,
        &[
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Left,
            Side::Left,
        ],
    )
}

/// The answer as data.
#[derive(Serialize)]
struct Told<'a> {
    status: &'static str,
    headline: String,
    gap: Option<f64>,
    /// Opens the plan on the page.
    link: Option<String>,
    #[serde(flatten)]
    found: &'a Found,
}

fn json(scenario: &Scenario, found: &Found) -> Result<String, Failure> {
    let status = match (&found.best, found.proved) {
        _ if scenario.arrivals_per_hour() <= 0.0 => "nothing_to_do",
        (Some(_), true) => "proved",
        (Some(_), false) => "best_found",
        (None, true) => "no_plan",
        (None, false) => "none_found",
    };
    let best = found.best.as_ref();
    super::json::pretty(&Told {
        status,
        headline: words::headline(scenario, found, None),
        gap: found.gap(),
        link: best.map(|plan| permalink::encode(&plan.applied(scenario))),
        found,
    })
}
