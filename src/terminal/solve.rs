//! `solve`: one number for a target; without a target, what cures a way.

use super::answer::Answer;
use super::arguments::SolveArguments;
use super::failure::Failure;
use super::source::shortened;
use super::table::{paragraph, screen_width};
use super::{settings, source};
use crate::model::doctor::{Cure, ailment, cures};
use crate::model::evaluation::compared;
use crate::model::scenario::{Address, Scenario};
use crate::model::solve::{By, Goal, Solved, solve};
use crate::model::strategy::Strategy;
use crate::words::english;
use crate::words::parse::parse;
use crate::words::solve as words;
use serde::Serialize;
use std::io;

/// The answer to `solve`.
pub(super) fn answer(arguments: &SolveArguments) -> Result<String, Failure> {
    let mut scenario = source::load(&arguments.scenario, io::stdin)?.announced();
    settings::apply(&mut scenario, &arguments.set)?;
    let answer = Answer::of(scenario);
    let way = way(&answer, arguments.strategy.as_deref())?;
    match (&arguments.target, &arguments.by) {
        (Some(target), Some(by)) => one_number(&answer.scenario, way, (target, by), arguments.json),
        _ => all_cures(&answer, way, arguments.json),
    }
}

/// The way asked about: the one named, else the best that runs, else today's.
fn way(answer: &Answer, key: Option<&str>) -> Result<&'static Strategy, Failure> {
    let known = compared(&answer.scenario);
    let comparison = &answer.evaluation.comparison;
    let usual = comparison.best().or(comparison.today).unwrap_or(0);
    let found = match key {
        Some(key) => known.iter().copied().find(|way| way.key == key),
        None => known.get(usual).copied(),
    };
    found.ok_or_else(|| {
        let keys: Vec<&str> = known.iter().map(|way| way.key).collect();
        Failure::input(format!(
            "--strategy {}: that is none of the ways compared here; there are {}.",
            shortened(key.unwrap_or_default()),
            keys.join(", ")
        ))
    })
}

/// Reads `KEY=VALUE` of a target.
fn target(scenario: &Scenario, text: &str) -> Result<(Goal, f64), Failure> {
    let refused = |why: String| Failure::input(format!("--target {}: {why}", shortened(text)));
    let Some((key, value)) = text.split_once('=') else {
        return Err(refused(
            "write it as KEY=VALUE, for example month=20000.".to_owned(),
        ));
    };
    let of_task = |key: &str| scenario.tasks.iter().position(|task| task.key == key);
    let goal = match key.trim() {
        "month" => Some(Goal::Month),
        "per_task" => Some(Goal::PerTask),
        "within_promise" => Some(Goal::Within),
        "p90" => Some(Goal::P90),
        "mean" => Some(Goal::Mean),
        other => match other.split_once('.') {
            Some((task, "within_promise")) => of_task(task).map(Goal::WithinOf),
            Some((task, "answered")) => of_task(task).map(Goal::Answered),
            _ => None,
        },
    };
    let goal = goal.ok_or_else(|| {
        refused("there is no such target; it is month, per_task, within_promise, p90, mean, KIND.within_promise or KIND.answered.".to_owned())
    })?;
    // A share is given as 0.9 or as 90%.
    let value = value.trim();
    let share = goal.wants_more() && !value.contains('%');
    let given = parse(value, words::goal_unit(goal));
    let given = given.map(|given| if share { given * 100.0 } else { given });
    let fits = |given: &f64| *given >= 0.0 && !(goal.wants_more() && *given > 1.0);
    let given = given.filter(fits).ok_or_else(|| {
        refused(
            match words::goal_unit(goal) {
                crate::model::scenario::parameter::Unit::Minutes => {
                    "give a time, for example 45 (minutes) or 1h 30m."
                }
                crate::model::scenario::parameter::Unit::Money => {
                    "give an amount, for example 20000."
                }
                _ => "give a share from 0 to 1, or a percentage.",
            }
            .to_owned(),
        )
    })?;
    Ok((goal, given))
}

/// The number named by `--by`.
fn by(scenario: &Scenario, key: &str) -> Result<By, Failure> {
    if key == "demand" {
        return Ok(By::Demand);
    }
    let found = Address::parse(scenario, key).map_err(|unknown| {
        let hint = unknown.nearest.map_or_else(
            || "`counterbalance params` lists the keys.".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Failure::input(format!(
            "--by {}: there is no number of that name; {hint}",
            shortened(key)
        ))
    })?;
    Ok(By::Number(found))
}

fn by_key(scenario: &Scenario, by: By) -> String {
    match by {
        By::Number(address) => address.key(scenario),
        By::Demand => "demand".to_owned(),
    }
}

/// The answer to one question, as data.
#[derive(Serialize)]
struct Answered<'a> {
    strategy: &'a str,
    target: f64,
    by: String,
    now: f64,
    #[serde(flatten)]
    solved: Solved,
    sentence: String,
}

fn one_number(
    scenario: &Scenario,
    way: &'static Strategy,
    (wanted, number): (&str, &str),
    as_json: bool,
) -> Result<String, Failure> {
    let (goal, target) = target(scenario, wanted)?;
    let by = by(scenario, number)?;
    let solved = solve(scenario, way, goal, target, by);
    let sentence = words::solved(scenario, goal, target, by, &solved);
    if as_json {
        return super::json::pretty(&Answered {
            strategy: way.key,
            target,
            by: by_key(scenario, by),
            now: by.now(scenario),
            solved,
            sentence,
        });
    }
    let name = english::strategy(way.key).name;
    Ok(paragraph(&format!("{name}. {sentence}"), "", screen_width()).join("\n"))
}

/// A cure as data.
#[derive(Serialize)]
struct Told {
    by: String,
    now: f64,
    at: f64,
    distance: f64,
    month: f64,
    sentence: String,
}

/// What ails a way and what cures it, as data.
#[derive(Serialize)]
struct Diagnosis<'a> {
    strategy: &'a str,
    status: &'a str,
    ailment: Vec<String>,
    cures: Vec<Told>,
}

fn all_cures(answer: &Answer, way: &'static Strategy, as_json: bool) -> Result<String, Failure> {
    let scenario = &answer.scenario;
    let name = english::strategy(way.key).name;
    let found = ailment(scenario, way);
    let said = found.as_ref().map(|found| words::ailment(scenario, found));
    let cures = if found.is_some() {
        cures(scenario, way)
    } else {
        Vec::new()
    };
    let evaluated = answer
        .evaluation
        .of(way.key)
        .filter(|way| way.status.runs());
    let before = evaluated.map(|way| way.month.total().get());
    let sentence = |cure: &Cure| words::cure(scenario, cure, before);
    if as_json {
        let told = |cure: &Cure| Told {
            by: by_key(scenario, cure.by),
            now: cure.now,
            at: cure.at,
            distance: cure.distance,
            month: cure.month,
            sentence: sentence(cure),
        };
        return super::json::pretty(&Diagnosis {
            strategy: way.key,
            status: if found.is_some() { "ails" } else { "well" },
            ailment: said.unwrap_or_default(),
            cures: cures.iter().map(told).collect(),
        });
    }
    let width = screen_width();
    let Some(said) = said else {
        let well = format!("{name}: it keeps up and meets every target; nothing to cure.");
        return Ok(paragraph(&well, "", width).join("\n"));
    };
    let mut lines = paragraph(&format!("{name}. {}", said.join(" ")), "", width);
    lines.push(String::new());
    if cures.is_empty() {
        lines.extend(paragraph(
            "No single number cures it; it takes two changes or another way.",
            "",
            width,
        ));
    } else {
        lines.push("ONE OF THESE ALONE CURES IT, THE SMALLEST FIRST".to_owned());
        for cure in &cures {
            lines.extend(paragraph(&sentence(cure), "- ", width));
        }
    }
    Ok(lines.join("\n"))
}
