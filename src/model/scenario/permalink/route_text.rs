//! Routes as a text: routes between semicolons, steps between commas, the fields of a step between
//! stars, ways out as `2x0.15_3x0.85`.
//!
//! Written and read piece by piece by two small functions, without iterators of many kinds: every
//! page carries this code.

use super::name_text::{escaped, unescaped};
use super::structure::{letter, thing};
use crate::model::decimal;
use crate::model::scenario::{Activity, Allotment, Branch, Doer, Route, Step};
use crate::model::units::{Minutes, Share};

/// Activities and their letters.
const ACTIVITIES: [(Activity, &str); 3] = [
    (Activity::Work, "w"),
    (Activity::HandOff, "h"),
    (Activity::Clarification, "q"),
];

/// Cuts off what stands before the next mark; `None` once everything has been cut.
pub(super) fn cut<'a>(rest: &mut Option<&'a str>, mark: u8) -> Option<&'a str> {
    let text = (*rest)?;
    let end = text.bytes().position(|byte| byte == mark);
    *rest = end.and_then(|end| text.get(end + 1..));
    text.get(..end.unwrap_or(text.len()))
}

/// Every route.
pub(super) fn written_routes(routes: &[Route]) -> String {
    let mut text = String::new();
    for route in routes {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&route.task.to_string());
        text.push(',');
        text.push_str(&decimal::shortest(route.share.get()));
        for step in &route.steps {
            text.push(',');
            text.push_str(&written_step(step));
        }
    }
    text
}

/// The fields of a step between stars, those at the end left out that are as usual.
fn written_step(step: &Step) -> String {
    let mut text = step.name.as_deref().map_or_else(String::new, escaped);
    text.push('*');
    match step.doer {
        Doer::Team(team) => text.push_str(&team.to_string()),
        Doer::Customer => text.push('c'),
    }
    text.push('*');
    text.push_str(&decimal::shortest(step.minutes.get()));
    text.push('*');
    for (i, branch) in step.next.iter().enumerate() {
        if i > 0 {
            text.push('_');
        }
        text.push_str(&branch.to.to_string());
        text.push('x');
        text.push_str(&decimal::shortest(branch.share.get()));
    }
    usual(&mut text, step.scv, 1.0);
    usual(&mut text, step.delay_after.get(), 0.0);
    text.push('*');
    if step.activity != Activity::Work {
        text.push_str(letter(&ACTIVITIES, step.activity));
    }
    usual(&mut text, step.error.get(), 0.0);
    usual(&mut text, step.detection.get(), 0.0);
    text.push('*');
    if !step.counts {
        text.push('0');
    }
    let kept = text.trim_end_matches('*').len();
    text.truncate(kept);
    text
}

/// Adds a field with a number, empty if it is the usual one.
fn usual(text: &mut String, value: f64, usual: f64) {
    text.push('*');
    if value != usual {
        text.push_str(&decimal::shortest(value));
    }
}

/// The routes of a text; `None` where it cannot be read.
pub(super) fn read_routes(text: &str) -> Option<Vec<Route>> {
    let mut routes = Vec::new();
    let mut rest = Some(text).filter(|text| !text.is_empty());
    while let Some(route) = cut(&mut rest, b';') {
        routes.push(read_route(route)?);
    }
    Some(routes)
}

fn read_route(text: &str) -> Option<Route> {
    let mut rest = Some(text);
    let mut route = Route {
        task: whole(cut(&mut rest, b',')?)?,
        share: Share(decimal::parse(cut(&mut rest, b',')?)?),
        steps: Vec::new(),
    };
    while let Some(step) = cut(&mut rest, b',') {
        route.steps.push(read_step(step)?);
    }
    Some(route)
}

fn read_step(text: &str) -> Option<Step> {
    let mut rest = Some(text);
    let mut next = || cut(&mut rest, b'*').unwrap_or("");
    let name = unescaped(next());
    let doer = match next() {
        "c" => Doer::Customer,
        team => Doer::Team(whole(team)?),
    };
    let mut step = Step::new(Activity::Work, doer, decimal::parse(next())?, 1.0);
    step.name = name;
    let mut ways = Some(next()).filter(|ways| !ways.is_empty());
    while let Some(way) = cut(&mut ways, b'_') {
        let mut way = Some(way);
        step.next.push(Branch {
            to: whole(cut(&mut way, b'x')?)?,
            share: Share(decimal::parse(cut(&mut way, b'x')?)?),
        });
    }
    step.scv = number(next(), 1.0)?;
    step.delay_after = Minutes(number(next(), 0.0)?);
    let activity = next();
    if !activity.is_empty() {
        step.activity = thing(&ACTIVITIES, activity)?;
    }
    step.error = Share(number(next(), 0.0)?);
    step.detection = Share(number(next(), 0.0)?);
    step.counts = next() != "0";
    Some(step)
}

/// The ways among which a task is shared out: `front_office*0.4,back_office*0.6`.
pub(super) fn written_ways(ways: &[Allotment]) -> String {
    let mut text = String::new();
    for way in ways {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(&way.way);
        text.push('*');
        text.push_str(&decimal::shortest(way.share.get()));
    }
    text
}

/// The ways of a text; `None` where it cannot be read.
pub(super) fn read_ways(text: &str) -> Option<Vec<Allotment>> {
    let mut ways = Vec::new();
    let mut rest = Some(text).filter(|text| !text.is_empty());
    while let Some(way) = cut(&mut rest, b',') {
        let mut parts = Some(way);
        let key = cut(&mut parts, b'*')?;
        ways.push(Allotment::new(key, decimal::parse(parts?)?));
    }
    Some(ways)
}

fn number(text: &str, usual: f64) -> Option<f64> {
    if text.is_empty() {
        Some(usual)
    } else {
        decimal::parse(text)
    }
}

/// A place in a list.
fn whole(text: &str) -> Option<usize> {
    let number = decimal::parse(text).filter(|number| number.fract() == 0.0)?;
    (0.0..1e6).contains(&number).then_some(number as usize)
}
