//! `simulate`: every way over the same tasks, with intervals, and the formula's answer beside them.

mod json;

use super::answer::Answer;
use super::arguments::SimulateArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::table::{Side, aligned, paragraph, screen_width};
use super::{settings, source, surge};
use crate::model::desks::are_worth_it;
use crate::model::job::{Ask, Job, Outcome, Said, Work, seed};
use crate::model::judgement::{Judged, judge, reasons};
use crate::model::scenario::Scenario;
use crate::model::simulation::study::{MOST_REPLICATIONS, Settings};
use crate::model::simulation::{Estimate, Verdict};
use crate::words::desks as words;
use crate::words::english;
use crate::words::judgement::{
    against, agreement, by_kind, impossible, measure_name, only_simulated, parts, per_week, reason,
    unstable, values,
};
use crate::words::numbers::number;
use std::io;

/// Events between two looks at the progress bar.
const SLICE: u64 = 500_000;

/// The answer to `simulate`.
pub(super) fn answer(arguments: &SimulateArguments) -> Result<String, Failure> {
    let mut scenario = source::load(&arguments.scenario, io::stdin)?.announced();
    settings::apply(&mut scenario, &arguments.set)?;
    if let Some(seed) = arguments.seed {
        settings::apply(&mut scenario, &[format!("simulation.seed={seed}")])?;
    }
    let job = job(&scenario, arguments)?;
    let outcome = work(job);
    let answer = Answer::in_full(scenario);
    if arguments.json {
        json::simulation(&answer, &outcome)
    } else {
        Ok(report(&answer, &outcome, screen_width()))
    }
}

/// The job that was asked for.
fn job(scenario: &Scenario, arguments: &SimulateArguments) -> Result<Job, Failure> {
    let known: Vec<&str> = crate::model::evaluation::compared(scenario)
        .iter()
        .map(|way| way.key)
        .collect();
    let keys = match &arguments.strategy {
        None => known,
        Some(key) if known.contains(&key.as_str()) => vec![key.as_str()],
        Some(key) => {
            return Err(Failure::input(format!(
                "strategy: “{key}” is none of the ways compared here; there are {}.",
                known.join(", ")
            )));
        }
    };
    let mut settings = Settings::with_seed(seed(scenario));
    settings.precision = arguments.precision / 100.0;
    if let Some(replications) = arguments.replications {
        (settings.fewest, settings.most) = (replications, replications);
    } else {
        settings.most = MOST_REPLICATIONS;
    }
    let ask = |key: &str| Ask {
        strategy: key.to_owned(),
        staff: None,
    };
    Ok(Job {
        revision: 0,
        scenario: scenario.clone(),
        runs: keys.into_iter().map(ask).collect(),
        settings,
        desks: are_worth_it(scenario),
        plan: None,
        surge: None,
    })
}

/// Does the job, with a progress bar where standard error is a terminal.
fn work(job: Job) -> Outcome {
    let bar = Progress::new("simulating");
    let mut work = Work::new(job);
    loop {
        if let Some(outcome) = work.advance(SLICE) {
            bar.end();
            return outcome;
        }
        bar.show(work.share());
    }
}

/// The readable report.
fn report(answer: &Answer, outcome: &Outcome, width: usize) -> String {
    let mut lines = paragraph(&how(answer, outcome), "", width);
    for (ask, said) in outcome.asked.iter().zip(&outcome.runs) {
        lines.push(String::new());
        lines.push(english::strategy(&ask.strategy).name.to_uppercase());
        lines.extend(way(answer, ask, said, width));
    }
    if let Some(desks) = &outcome.desks {
        lines.extend([String::new(), "AT THE DESKS".to_owned()]);
        for sentence in words::all(&answer.scenario, desks) {
            lines.extend(paragraph(&sentence, "- ", width));
        }
    }
    let surge = surge::simulated_section(answer, seed(&answer.scenario), width);
    if !surge.is_empty() {
        lines.extend([String::new(), "THE SURGE".to_owned()]);
        lines.extend(surge);
    }
    let differences = differences(answer, outcome);
    if !differences.is_empty() {
        lines.extend([
            String::new(),
            "AGAINST TODAY, OVER THE SAME TASKS".to_owned(),
        ]);
        for difference in differences {
            lines.extend(paragraph(&difference, "- ", width));
        }
    }
    lines.join("\n")
}

/// What was done.
fn how(answer: &Answer, outcome: &Outcome) -> String {
    let effort = outcome.effort;
    let (title, _) = english::preset(&answer.scenario.origin.example);
    format!(
        "{title}, simulated: seed {}, {} replications of {}, {} arrivals in all. ± is half a 95 % interval.",
        seed(&answer.scenario),
        effort.replications,
        parts(&effort),
        number(effort.arrivals as f64, 0),
    )
}

fn way(answer: &Answer, ask: &Ask, said: &Said, width: usize) -> Vec<String> {
    let Some(evaluated) = answer.evaluation.of(&ask.strategy) else {
        return Vec::new();
    };
    match said {
        Said::Found(Verdict::Steady { summary, .. }) => {
            let judged = judge(&answer.scenario, evaluated, summary);
            let mut lines = table(&answer.scenario, &judged);
            lines.extend(paragraph(&only_simulated(summary), "  ", width));
            for kind in by_kind(&answer.scenario, summary) {
                lines.extend(paragraph(&kind, "  ", width));
            }
            for why in reasons(&answer.scenario, evaluated, &judged) {
                let text = reason(&answer.scenario, evaluated, why);
                lines.extend(paragraph(&text, "  ", width));
            }
            lines
        }
        Said::Found(Verdict::Unstable {
            growth_per_minute,
            replications,
        }) => {
            let weekly = per_week(&answer.scenario, *growth_per_minute);
            paragraph(&unstable(evaluated, weekly, *replications), "  ", width)
        }
        Said::Impossible(why) => paragraph(&impossible(&answer.scenario, *why), "  ", width),
        Said::NoSuchWay => Vec::new(),
    }
}

fn table(scenario: &Scenario, judged: &[Judged]) -> Vec<String> {
    let head = ["", "formula", "simulation", ""];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(judged.iter().map(|one| {
        let (formula, found) = values(one);
        let name = format!("  {}", measure_name(scenario, one.measure));
        vec![name, formula, found, agreement(one)]
    }));
    aligned(&rows, &[Side::Left, Side::Right, Side::Right, Side::Left])
}

/// What a way saves and gains against today, by paired differences.
fn differences(answer: &Answer, outcome: &Outcome) -> Vec<String> {
    let today = &answer.scenario.today;
    let Some((base_time, base_month)) = outcome.series(today) else {
        return Vec::new();
    };
    let others = outcome.asked.iter().filter(|ask| ask.strategy != *today);
    let sentence = |ask: &Ask| {
        let (time, month) = outcome.series(&ask.strategy)?;
        let month = Estimate::of_differences(month, base_month);
        let time = Estimate::of_differences(time, base_time);
        Some(against(english::strategy(&ask.strategy).noun, time, month))
    };
    others.filter_map(sentence).collect()
}
