//! The best plan in sentences: what it is, what it is worth, how sure it is, what is out of reach.

mod people;
mod targets;

use super::english;
use super::labels::{lower_first, task_name, upper_first};
use super::numbers::{count_word, duration, money, number, percent};
use super::reasons::assumptions;
use crate::model::evaluation::Evaluation;
use crate::model::optimise::{Found, Plan};
use crate::model::scenario::{Address, Allotment, Scenario};
pub use people::{everybody, has_people, people, posts, there_today, today};
pub use targets::{asked_for, misses, out_of_reach, reached, simulated};

/// What the search says, as a headline.
pub fn headline(scenario: &Scenario, found: &Found, today: Option<f64>) -> String {
    if scenario.arrivals_per_hour() <= 0.0 {
        return "No tasks arrive, so there is nothing to share out.".to_owned();
    }
    let Some(plan) = &found.best else {
        return match (found.done, &found.closest) {
            (false, _) => "Looking for a first plan.".to_owned(),
            (true, Some(_)) if found.proved => {
                "No plan meets every target; the closest stands below.".to_owned()
            }
            (true, Some(_)) => {
                "No plan was found that meets every target; the closest stands below.".to_owned()
            }
            (true, None) => "No plan keeps up with the work.".to_owned(),
        };
    };
    let name = if found.proved {
        "The cheapest plan"
    } else {
        "The best plan found"
    };
    let against = today.map_or_else(String::new, |today| match today - plan.month {
        saved if saved.abs() < 0.5 => ", as much as today".to_owned(),
        saved if saved > 0.0 => format!(", {} less than today", money(saved)),
        more => format!(", {} more than today", money(-more)),
    });
    let done = plan.p90.map_or_else(String::new, |p90| {
        format!("; nine in ten done within {}", duration(p90))
    });
    format!("{name} costs {} a month{against}{done}.", money(plan.month))
}

/// That the best plan costs less than the best of the ways for all work with the people there are.
pub fn better(found: &Found, evaluation: &Evaluation) -> Option<String> {
    let plan = found.best.as_ref()?;
    let best = &evaluation.strategies[evaluation.comparison.best()?];
    let saved = best.month.total().get() - plan.month;
    (found.done && saved >= 1.0).then(|| {
        format!(
            "The best plan, kind by kind and with the people that it takes, costs {} a month less: it stands further down.",
            money(saved)
        )
    })
}

/// How sure it is: what was examined, what was ruled out, the gap.
pub fn sureness(found: &Found) -> String {
    let options = match found.options {
        1.0 => "One way".to_owned(),
        several => format!("{} ways", english_count(several)),
    };
    let looked = match (found.examined, found.pruned) {
        (0, 0.0) => format!("{} plans tried", number(found.trials as f64, 0)),
        (examined, pruned) => format!(
            "{options} to share out the work: {} examined with their people, {} ruled out",
            number(examined as f64, 0),
            english_count(pruned)
        ),
    };
    let gap = match (found.proved, found.gap()) {
        (true, _) if has_spare(found) => {
            "Gap £0: nothing cheaper is left with as much to spare.".to_owned()
        }
        (true, _) if found.best.is_some() => "Gap £0: nothing cheaper is left.".to_owned(),
        (true, _) => "Nothing is left open.".to_owned(),
        (false, Some(gap)) => format!(
            "Gap {}: what is left open may be cheaper by that much a month, and by no more.",
            money(gap)
        ),
        (false, None) if found.bound.is_none() => {
            "Best found: where people hurry under pressure nothing can be ruled out.".to_owned()
        }
        (false, None) => String::new(),
    };
    format!("{looked}. {gap}").trim_end().to_owned()
}

/// Whether more was asked of the formula than the targets.
fn has_spare(found: &Found) -> bool {
    let confirmed = found.confirmed.as_ref();
    confirmed.is_some_and(|confirmed| !confirmed.spare.is_empty())
}

/// A number that may be too large to be written out.
fn english_count(count: f64) -> String {
    match count {
        large if large >= 1e9 => format!("{} billion", number(large / 1e9, 1)),
        large if large >= 1e7 => format!("{} million", number(large / 1e6, 0)),
        few => number(few, 0),
    }
}

/// The ways of one kind of work: `60 % the back office, 40 % the tool`.
pub fn shared(ways: &[Allotment]) -> String {
    let name = |way: &Allotment| lower_first(english::strategy(&way.way).name);
    match ways {
        [one] => upper_first(&name(one)),
        several => {
            let part = |way: &Allotment| format!("{} {}", percent(way.share.get()), name(way));
            several.iter().map(part).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The ways that a plan uses, each once.
pub fn used(plan: &Plan) -> Vec<&'static str> {
    let mut used = Vec::new();
    for way in plan.ways.iter().flatten() {
        let key = english::strategy(&way.way).key;
        if !used.contains(&key) {
            used.push(key);
        }
    }
    used
}

/// How much of all work goes which way: `62 % back-office centre, 38 % split by complexity`.
pub fn of_all_work(scenario: &Scenario, plan: &Plan) -> String {
    let all = scenario.arrivals_per_hour();
    let of_way = |way: &'static str| {
        let kinds = scenario.tasks.iter().zip(&plan.ways);
        let come = kinds.map(|(task, ways)| {
            let part = ways.iter().filter(|part| part.way == way);
            task.rate.get() * part.map(|part| part.share.get()).sum::<f64>()
        });
        (way, come.sum::<f64>() / all)
    };
    let ways = used(plan);
    if let [only] = ways[..] {
        return english::strategy(only).name.to_owned();
    }
    let shares = ways.into_iter().map(of_way);
    let said = shares
        .filter(|(_, share)| *share > 0.0)
        .map(|(way, share)| {
            format!(
                "{} {}",
                percent(share),
                lower_first(english::strategy(way).name)
            )
        });
    said.collect::<Vec<_>>().join(", ")
}

/// Where a plan splits a kind of work: how much of it stays in front.
pub fn split(scenario: &Scenario, plan: &Plan) -> Vec<String> {
    let of_kind = |(task, ways): (usize, &Vec<Allotment>)| {
        let part = ways.iter().find(|part| part.way == "split")?.share.get();
        let kind = &scenario.tasks[task];
        let simple = kind.complexity.up_to(kind.split_at.get()).share;
        let which = match part < 1.0 {
            true => format!("of the {} that are split, the simplest", percent(part)),
            false => "the simplest".to_owned(),
        };
        Some(format!(
            "{}: {which} {} stay in front, {} of all.",
            upper_first(&task_name(scenario, task)),
            percent(simple),
            percent(part * simple)
        ))
    };
    plan.ways.iter().enumerate().filter_map(of_kind).collect()
}

/// The prices of an error that nobody measured.
pub fn assumed_error_costs(scenario: &Scenario) -> Vec<Address> {
    let assumed = assumptions(scenario)
        .into_iter()
        .map(|(address, _)| address);
    assumed
        .filter(|address| address.parameter.field == "error_cost")
        .collect()
}

/// What an error costs, where nobody measured it: it may decide a plan.
pub fn assumed_errors(scenario: &Scenario) -> Option<String> {
    let assumed = assumed_error_costs(scenario);
    let cost = assumed.first()?.read(scenario);
    // Where some kinds have a price of their own, the sentence is about some.
    let which = match assumed.len() == scenario.tasks.len() {
        true => "An error that reaches a customer",
        false => "With some kinds of work an error that reaches a customer",
    };
    (cost > 0.0).then(|| {
        format!(
            "{which} is assumed to cost {}, which may decide the plan: set your own under “Quality and hand-offs”.",
            money(cost)
        )
    })
}

/// How many plans stand on the frontier, as a headline.
pub fn frontier(found: &Found) -> String {
    // What misses a target is no bargain; where all do, all are told.
    let meets = |plan: &&Plan| plan.meets_all();
    let all = !found.frontier.iter().any(|plan| meets(&plan));
    let told = found.frontier.iter().filter(|plan| all || meets(plan));
    let cheapest = told.clone().next();
    let quickest = told.reduce(|a, b| {
        let time = |plan: &Plan| plan.p90.unwrap_or(f64::INFINITY);
        if time(b) < time(a) { b } else { a }
    });
    match cheapest.zip(quickest) {
        Some((cheap, quick)) if found.frontier.len() > 1 => format!(
            "From {} a month and {} to {} and {}: {} plans of which none is better in everything",
            money(cheap.month),
            duration(cheap.p90.unwrap_or(0.0)),
            money(quick.month),
            duration(quick.p90.unwrap_or(0.0)),
            count_word(found.frontier.len() as f64)
        ),
        Some((only, _)) => format!(
            "One plan is best in everything: {} a month",
            money(only.month)
        ),
        None => "No plan keeps up with the work".to_owned(),
    }
}
