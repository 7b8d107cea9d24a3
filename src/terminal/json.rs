//! An evaluation as JSON, for programs. The shape is a promise: keys are added, never changed.
//!
//! Numbers are in full precision and in the model's units: minutes for times of tasks, hours a
//! month for people's time, shares 0 to 1, money as it is. Teams, tasks and strategies are named by
//! key. What does not exist is null beside a status that says why:
//!
//! - a strategy whose status is not `steady` has no `turnaround`; one that is `never_ends` or
//!   `nothing_to_do` has no costs either. In an `overload`, or with `nobody_on_duty`, the month is
//!   what is paid while work piles up.
//! - a team whose status is not `steady` has no wait.
//! - a break-even carries a status of its own on each basis.

mod break_evens;
mod ledger;
mod notes;
mod principles;
mod strategy;

use super::answer::Answer;
use super::failure::Failure;
use crate::model::cost::break_even::PriceOfSpeed;
use crate::model::cost::ledger::Line;
use crate::model::findings::{FrontMinutes, Turns, Verdict, find_turns};
use crate::words::labels::label;
use crate::words::sentences;
use break_evens::{Crossing, Pulled, Ruled, crossings, levers, objections, rules};
use notes::{Note, note};
use serde::Serialize;
use std::collections::BTreeMap;
use strategy::{Strategy, strategy};

#[derive(Serialize)]
struct Document<'a> {
    scenario: Origin<'a>,
    verdict: Answered,
    strategies: Vec<Strategy<'a>>,
    /// Today's way with the people of today, where the plan has others.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Strategy<'a>>,
    break_evens: BreakEvens<'a>,
    second_opinions: Vec<String>,
    principles: principles::Principled,
    #[serde(skip_serializing_if = "Option::is_none")]
    surge: Option<super::surge::Document>,
    levers: Vec<Pulled>,
    reasons: Vec<Reason>,
    turning_points: Vec<Turning>,
    notes: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct Origin<'a> {
    example: &'a str,
    revision: u32,
    today: &'a str,
    /// People of each team today, where the plan has others.
    #[serde(skip_serializing_if = "Option::is_none")]
    people_today: Option<Vec<f64>>,
    /// Every number that the example, at that revision, does not hold with the same value.
    changed: BTreeMap<String, f64>,
}

#[derive(Serialize)]
struct Answered {
    code: &'static str,
    best: Option<&'static str>,
    next: Option<&'static str>,
    saving_per_month: Option<f64>,
    sentence: String,
    conditions: String,
    /// Where the best stops paying.
    unless: Option<String>,
}

#[derive(Serialize)]
struct BreakEvens<'a> {
    front_minutes: Vec<Front<'a>>,
    price_of_speed: Option<Speed>,
    /// Between two ways, nearest first.
    list: Vec<Crossing>,
    rules: Vec<Ruled>,
}

#[derive(Serialize)]
struct Front<'a> {
    task: &'a str,
    touch: Option<f64>,
    touch_status: &'static str,
    month: Option<f64>,
    month_status: &'static str,
}

#[derive(Serialize)]
struct Speed {
    code: &'static str,
    per_hour: Option<f64>,
}

#[derive(Serialize)]
struct Reason {
    line: Line,
    best: f64,
    next: f64,
}

#[derive(Serialize)]
struct Turning {
    key: String,
    label: String,
    now: f64,
    at: f64,
    winner: Option<&'static str>,
    distance: f64,
}

/// The answer of `evaluate --json`.
pub(super) fn evaluation(answer: &Answer) -> Result<String, Failure> {
    pretty(&document(answer))
}

/// An evaluation, to be written by itself or as part of something else.
pub(super) fn document(answer: &Answer) -> impl Serialize {
    let findings = &answer.findings;
    let scenario = &answer.scenario;
    let strategies = answer.evaluation.strategies.iter();
    let before = answer.evaluation.before.as_ref();
    let turns = find_turns(scenario, &answer.evaluation);
    let fronts = turns.front_minutes.iter();
    let reasons = findings.reasons.iter().map(|reason| Reason {
        line: reason.line,
        best: reason.best.get(),
        next: reason.other.get(),
    });
    let points = turns.turning_points.iter().map(|point| Turning {
        key: point.address.key(scenario),
        label: label(scenario, &point.address),
        now: point.now,
        at: point.at,
        winner: point.winner.map(|place| answer.key(place)),
        distance: point.distance,
    });
    Document {
        scenario: Origin {
            example: &scenario.origin.example,
            revision: scenario.origin.revision,
            today: &scenario.today,
            people_today: scenario.as_today().map(|then| {
                let people = then.teams.iter().map(|team| team.staff.get());
                people.collect()
            }),
            changed: answer.changed(),
        },
        verdict: verdict(answer, &turns),
        strategies: strategies.map(|one| strategy(answer, one)).collect(),
        before: before.map(|one| strategy(answer, one)),
        break_evens: BreakEvens {
            front_minutes: fronts.map(|one| front(answer, one)).collect(),
            price_of_speed: findings.price_of_speed.map(speed),
            list: crossings(answer, &turns),
            rules: rules(answer, &turns),
        },
        second_opinions: objections(answer),
        principles: principles::principles(answer),
        surge: super::surge::document(answer),
        levers: levers(answer),
        reasons: reasons.collect(),
        turning_points: points.collect(),
        notes: findings.notes.iter().map(|one| note(answer, one)).collect(),
    }
}

/// Anything as indented JSON.
pub(super) fn pretty(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| unwritable(&error))
}

/// Anything as JSON on one line.
pub(super) fn compact(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| unwritable(&error))
}

fn unwritable(error: &serde_json::Error) -> Failure {
    Failure::machine("The answer could not be put into JSON", error)
}

fn verdict(answer: &Answer, turns: &Turns) -> Answered {
    let (code, best, next, saving) = match answer.findings.verdict {
        Verdict::Best { best, next } => (
            "best",
            Some(best),
            next.map(|(next, _)| next),
            next.map(|(_, margin)| margin.get()),
        ),
        Verdict::TooClose { best, next, margin } => {
            ("too_close", Some(best), Some(next), Some(margin.get()))
        }
        Verdict::NoneRuns => ("none_runs", None, None, None),
        Verdict::NothingToDo => ("nothing_to_do", None, None, None),
    };
    Answered {
        code,
        best: best.map(|place| answer.key(place)),
        next: next.map(|place| answer.key(place)),
        saving_per_month: saving,
        sentence: sentences::headline(&answer.context()).plain(),
        conditions: crate::words::conditions::conditions(&answer.context()).plain(),
        unless: crate::words::break_evens::unless(&answer.context(), turns),
    }
}

fn front<'a>(answer: &'a Answer, one: &FrontMinutes) -> Front<'a> {
    let status = |found: bool, none| if found { "found" } else { none };
    Front {
        task: answer.task(one.task),
        touch: one.touch.map(|minutes| minutes.get()),
        touch_status: status(one.touch.is_some(), "never_cheaper"),
        month: one.month.map(|minutes| minutes.get()),
        month_status: status(one.month.is_some(), "same_order_along_the_slider"),
    }
}

fn speed(price: PriceOfSpeed) -> Speed {
    let (code, per_hour) = match price {
        PriceOfSpeed::From(price) => ("from", Some(price)),
        PriceOfSpeed::FirstIsBetter => ("front_office_is_better", None),
        PriceOfSpeed::SecondIsBetter => ("back_office_is_better", None),
    };
    Speed { code, per_hour }
}
