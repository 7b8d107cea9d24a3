//! What can honestly be promised, in sentences.

use super::labels::{lower_first, task_name, team_name, upper_first};
use super::numbers::{count_word, duration, money, number, promise};
use super::phrase::Phrase;
use super::sentences::Context;
use super::surge;
use crate::model::units::{People, Share};

/// The headline where there is only one way: what becomes of its surge, or how often its promise is
/// kept.
pub(super) fn headline(context: &Context, place: usize) -> Phrase {
    if let Some(said) = surge::headline(context, place) {
        return said;
    }
    let Some(time) = &context.strategy(place).turnaround else {
        return Phrase::new().text("No time can be told.");
    };
    let kept = tenths(time.within_promise.get());
    let within = match &context.scenario.tasks[..] {
        [task] => format!(
            "{kept} of {} are done within the promised {}",
            lower_first(&task_name(context.scenario, 0)),
            promise(task.promise.get())
        ),
        _ => format!("{kept} of tasks are done within their promise"),
    };
    Phrase::new()
        .text(within)
        .text(", nine in ten within ")
        .name(context.strategy(place).tone, duration(time.p90.get()))
        .text(".")
}

/// What is said of the only way that keeps up: what it saves against today with its own people, where
/// that is cheaper.
pub(super) fn alone(context: &Context, place: usize) -> Phrase {
    let best = context.strategy(place).month.total();
    let before = context.evaluation.before.as_ref();
    let today = before.filter(|today| today.status.runs());
    let saved = today.map_or(0.0, |today| (today.month.total() - best).get());
    Phrase::new().text(match saved {
        saved if saved >= 0.5 => format!(": {} a month cheaper than today", money(saved)),
        _ => ": no other way keeps up with the work".to_owned(),
    })
}

/// What more people would do for the promise, and what they cannot do.
pub(super) fn more_people(
    context: &Context,
    team: usize,
    with_more: Option<Share>,
    enough: Option<People>,
    ceiling: Share,
) -> String {
    let named = context.scenario.teams[team].name.is_some();
    let article = if named { "" } else { "the " };
    let name = format!("{article}{}", team_name(context.scenario, team));
    let one_more = with_more.map_or(String::new(), |share| {
        format!("One more in {name}: {} in time. ", tenths(share.get()))
    });
    let rest = match enough {
        Some(people) => format!(
            "{} people in {name} would keep the promise nine times in ten.",
            upper_first(&count_word(people.get()))
        ),
        None => format!(
            "No number of people in {name} keeps it nine times in ten: if nobody ever waited, {} would be done in time.",
            tenths(ceiling.get())
        ),
    };
    format!("{one_more}{rest}")
}

/// A share in per cent to one decimal: between 86.5 and 87 may lie three people.
fn tenths(share: f64) -> String {
    format!("{} %", number(100.0 * share, 1))
}
