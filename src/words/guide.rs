//! The five principles in words: their names, where money and principles part, why.

use super::english;
use super::labels::{lower_first, upper_first};
use super::numbers::{money_exact, percent};
use super::reasons;
use super::sentences::Context;
use crate::model::guide::pairs::{Compared, INCONSISTENT};
use crate::model::guide::{Guide, Principle, Switch, Veto};

/// A principle's name.
pub fn name(principle: Principle) -> &'static str {
    match principle {
        Principle::Expertise => "Complexity and expertise",
        Principle::Responsiveness => "Responsiveness",
        Principle::Cost => "Cost against value",
        Principle::Volume => "Volume and frequency",
        Principle::Service => "Service level",
    }
}

/// A shorter name, for charts.
pub fn short(principle: Principle) -> &'static str {
    match principle {
        Principle::Expertise => "expertise",
        Principle::Responsiveness => "speed",
        Principle::Cost => "cost",
        Principle::Volume => "volume",
        Principle::Service => "service",
    }
}

/// What its score means.
pub fn meaning(principle: Principle) -> &'static str {
    match principle {
        Principle::Expertise => {
            "1 where no error costs anything, 0 where errors cost a task’s whole labour today."
        }
        Principle::Responsiveness => "0 where half are done within the promise, 1 where 99 % are.",
        Principle::Cost => "One half where the labour costs as much as today, 1 at half of it.",
        Principle::Volume => {
            "Whether the saving over the horizon carries the set-up; one half where nothing is committed."
        }
        Principle::Service => {
            "1 where no customer is lost, 0 where those lost cost a task’s whole labour today."
        }
    }
}

/// A veto in a few words.
pub fn veto(veto: Veto) -> String {
    match veto {
        Veto::DoesNotRun => "does not keep up".to_owned(),
        Veto::Errors(share) => format!("errors reach {} of customers", percent(share)),
        Veto::TooLate(share) => format!("only {} in time", percent(share)),
    }
}

/// What money and principles say, and where they would agree.
pub fn views(context: &Context, guide: &Guide) -> String {
    let way = |place: usize| lower_first(context.words(place).noun);
    let (Some(best), Some(money)) = (guide.best(), guide.by_money) else {
        return "No way is left after the vetoes.".to_owned();
    };
    if best == money {
        return format!("Money and principles agree on {}.", way(best));
    }
    let why = strongest(guide, best, money);
    let because = why.map_or_else(String::new, |principle| {
        format!(", because of {}", lower_first(name(principle)))
    });
    let agree = match guide.switches.first() {
        Some(switch) => format!(" {}", switch_point(switch, &way(money))),
        None => " No weight of a single principle brings them together.".to_owned(),
    };
    format!(
        "The money says {}, the principles say {}{because}.{agree}",
        way(money),
        way(best)
    )
}

/// The weight at which the two views agree.
fn switch_point(switch: &Switch, way: &str) -> String {
    let principle = lower_first(name(Principle::ALL[switch.principle]));
    let side = if switch.more { "more" } else { "less" };
    format!(
        "They would agree on {way} if {principle} weighed {side} than {}.",
        percent(switch.at)
    )
}

/// The principle that speaks most for one way against another.
fn strongest(guide: &Guide, one: usize, other: usize) -> Option<Principle> {
    let gain = |place: usize| {
        let (one, other) = (
            guide.ways[one].scores[place],
            guide.ways[other].scores[place],
        );
        guide.weights[place] * (one - other)
    };
    let places = 0..guide.weights.len();
    let most = places.reduce(|a, b| if gain(b) > gain(a) { b } else { a })?;
    (gain(most) > 0.0).then(|| Principle::ALL[most])
}

/// Why the principles favour their best, in the words of the guide: cost, the three strongest reasons,
/// how sure it is, what is assumed.
pub fn explanation(context: &Context, guide: &Guide, first: Option<&[f64]>) -> String {
    let (Some(best), Some(next)) = (guide.best(), guide.ranking.get(1).copied()) else {
        return String::new();
    };
    let cost = |place: usize| money_exact(context.strategy(place).touch.total().get());
    let mut told = format!(
        "{}: {} a task against {} for {}.",
        upper_first(context.words(best).noun),
        cost(best),
        cost(next),
        lower_first(context.words(next).noun)
    );
    let reasons = three_strongest(guide, best, next);
    if !reasons.is_empty() {
        told.push_str(&format!(" Mainly for {}.", reasons.join(", ")));
    }
    if let Some(share) = first.and_then(|first| first.get(best)) {
        told.push_str(&format!(
            " It ranks first in {} of 2,000 draws of weights and inputs.",
            percent(*share)
        ));
    }
    let assumed = reasons::assumptions(context.scenario).len();
    told.push_str(&format!(
        " {assumed} of its inputs are assumed, not sourced."
    ));
    told
}

fn three_strongest(guide: &Guide, one: usize, other: usize) -> Vec<String> {
    let mut gains: Vec<(f64, Principle)> = Principle::ALL
        .into_iter()
        .enumerate()
        .map(|(place, principle)| {
            let (one, other) = (
                guide.ways[one].scores[place],
                guide.ways[other].scores[place],
            );
            (guide.weights[place] * (one - other), principle)
        })
        .filter(|(gain, _)| *gain > 1e-9)
        .collect();
    crate::model::order::sort_short(&mut gains, |a, b| b.0.total_cmp(&a.0));
    let named = gains
        .iter()
        .take(3)
        .map(|(_, principle)| lower_first(name(*principle)));
    named.collect()
}

/// What is said of comparisons in pairs.
pub fn consistency(compared: &Compared) -> String {
    let ratio = percent(compared.ratio);
    match compared.ratio > INCONSISTENT {
        true => format!(
            "Consistency ratio {ratio}, above 10 %: the comparisons contradict each other; look at the largest again."
        ),
        false => format!("Consistency ratio {ratio}: consistent enough."),
    }
}

/// What a way is called in a table.
pub fn way(key: &str) -> &'static str {
    english::strategy(key).name
}
