//! Routes as a text: routes between semicolons, steps between commas, the fields of a step between
//! stars, ways out as `2x0.15_3x0.85`.

use super::name_text::{escaped, unescaped};
use super::structure::{letter, thing};
use crate::model::decimal;
use crate::model::scenario::{Activity, Branch, Doer, Route, Step};
use crate::model::units::{Minutes, Share};

/// Activities and their letters.
const ACTIVITIES: [(Activity, &str); 3] = [
    (Activity::Work, "w"),
    (Activity::HandOff, "h"),
    (Activity::Clarification, "q"),
];

/// Every route.
pub(super) fn written_routes(routes: &[Route]) -> String {
    let all: Vec<String> = routes.iter().map(written_route).collect();
    all.join(";")
}

fn written_route(route: &Route) -> String {
    let mut parts = vec![route.task.to_string(), decimal::shortest(route.share.get())];
    parts.extend(route.steps.iter().map(written_step));
    parts.join(",")
}

/// The fields of a step between stars, those at the end left out that are as usual.
fn written_step(step: &Step) -> String {
    let usual = |value: f64, usual: f64| {
        if value == usual {
            String::new()
        } else {
            decimal::shortest(value)
        }
    };
    let doer = match step.doer {
        Doer::Team(team) => team.to_string(),
        Doer::Customer => "c".to_owned(),
    };
    let way = |branch: &Branch| format!("{}x{}", branch.to, decimal::shortest(branch.share.get()));
    let ways: Vec<String> = step.next.iter().map(way).collect();
    let activity = Some(step.activity).filter(|activity| *activity != Activity::Work);
    let mut fields = vec![
        step.name.as_deref().map_or_else(String::new, escaped),
        doer,
        decimal::shortest(step.minutes.get()),
        ways.join("_"),
        usual(step.scv, 1.0),
        usual(step.delay_after.get(), 0.0),
        activity.map_or(String::new(), |activity| {
            letter(&ACTIVITIES, activity).to_owned()
        }),
        usual(step.error.get(), 0.0),
        usual(step.detection.get(), 0.0),
        if step.counts {
            String::new()
        } else {
            "0".to_owned()
        },
    ];
    while fields.last().is_some_and(String::is_empty) {
        fields.pop();
    }
    fields.join("*")
}

/// The routes of a text; `None` where it cannot be read.
pub(super) fn read_routes(text: &str) -> Option<Vec<Route>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(';').map(read_route).collect()
}

fn read_route(text: &str) -> Option<Route> {
    let mut parts = text.split(',');
    Some(Route {
        task: parts.next()?.parse().ok()?,
        share: Share(decimal::parse(parts.next()?)?),
        steps: parts.map(read_step).collect::<Option<Vec<Step>>>()?,
    })
}

fn read_step(text: &str) -> Option<Step> {
    let mut fields = text.split('*');
    let mut next = || fields.next().unwrap_or("");
    let number = |text: &str, usual: f64| match text {
        "" => Some(usual),
        text => decimal::parse(text),
    };
    let name = Some(unescaped(next())).filter(|name| !name.is_empty());
    let doer = match next() {
        "c" => Doer::Customer,
        team => Doer::Team(team.parse().ok()?),
    };
    let (minutes, ways) = (decimal::parse(next())?, next());
    let ways = ways.split('_').filter(|way| !way.is_empty());
    let branches = ways.map(read_branch).collect::<Option<Vec<Branch>>>()?;
    let (scv, delay) = (number(next(), 1.0)?, number(next(), 0.0)?);
    let activity = match next() {
        "" => Activity::Work,
        letter => thing(&ACTIVITIES, letter)?,
    };
    let mut step = Step::new(activity, doer, minutes, scv)
        .with_errors(number(next(), 0.0)?, number(next(), 0.0)?);
    step.name = name;
    step.delay_after = Minutes(delay);
    step.counts = next() != "0";
    step.next = branches;
    Some(step)
}

fn read_branch(text: &str) -> Option<Branch> {
    let (to, share) = text.split_once('x')?;
    Some(Branch {
        to: to.parse().ok()?,
        share: Share(decimal::parse(share)?),
    })
}
