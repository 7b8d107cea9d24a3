//! How live contacts are answered, in sentences.

use super::labels::{lower_first, task_name, upper_first};
use super::numbers::{duration, percent};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::evaluation::{Answered, Basis};

/// A share of contacts answered in time, as sure as it is.
pub fn in_time(answered: &Answered) -> String {
    match (answered.in_time, answered.basis) {
        (None, _) => "–".to_owned(),
        (Some(share), Basis::Bound) => ["at least ", &percent(share.get())].concat(),
        (Some(share), _) => percent(share.get()),
    }
}

/// What is asked of a live kind of work: `calls answered within 20 s`.
pub fn asked(context: &Context, task: usize) -> String {
    let channel = &context.scenario.tasks[task].channel;
    [
        &lower_first(&task_name(context.scenario, task)),
        " answered within ",
        &duration(channel.answer_within.get()),
    ]
    .concat()
}

/// How each kind of live contact fares under the best ways, where there are any.
pub fn compared(context: &Context) -> Vec<String> {
    const MOST: usize = 2;
    let ranking = &context.evaluation.comparison.ranking;
    let Some(best) = ranking.first() else {
        return Vec::new();
    };
    let kinds = context.strategy(*best).answered();
    let sentence = |task: usize| {
        let of = |place: &usize| {
            let mut all = context.strategy(*place).answered();
            let (_, _, answered) = all.find(|(_, line, _)| line.task == task)?;
            answered.in_time?;
            let way = context.words(*place).noun;
            Some([&in_time(answered), " with ", way].concat())
        };
        let shares: Vec<String> = ranking.iter().take(MOST).filter_map(of).collect();
        let wanted = context.scenario.tasks[task].channel.answer_share;
        (!shares.is_empty()).then(|| {
            format!(
                "{}: {}; {} is asked for.",
                upper_first(&asked(context, task)),
                shares.join(", "),
                percent(wanted.get()),
            )
        })
    };
    let told = kinds.filter_map(|(_, line, _)| sentence(line.task));
    told.chain(untold(context))
        .chain(at_most(context))
        .collect()
}

/// Ways whose times no formula knows.
fn untold(context: &Context) -> Option<String> {
    let mut ranking = context.evaluation.comparison.ranking.iter();
    let way = ranking.find(|place| {
        let way = context.strategy(**place);
        way.turnaround.is_none() && way.answered().next().is_some()
    })?;
    Some(format!(
        "How long work waits with {}, and whether it keeps its promise, only the simulation knows: it stands under “Live contacts”.",
        context.words(*way).noun
    ))
}

/// Money that rests on a bound.
fn at_most(context: &Context) -> Option<String> {
    let costs = context
        .scenario
        .tasks
        .iter()
        .any(|task| task.channel.given_up_cost.get() > 0.0);
    let mut ways = context.evaluation.strategies.iter();
    let bounded = ways.any(|way| way.answered().any(|(.., one)| one.basis == Basis::Bound));
    (costs && bounded).then(|| {
        "What callers who give up cost is the most it can be where their share is a bound."
            .to_owned()
    })
}

/// The verdict on two ways that cost the same, of which only one answers its live contacts.
pub fn only_one_answers(context: &Context, best: usize, next: usize) -> Option<Phrase> {
    let (one, other) = (context.strategy(best), context.strategy(next));
    let missed = other.answered().find(|(.., answered)| answered.misses());
    let (_, line, _) = missed.filter(|_| one.targets_missed() == 0)?;
    let wanted = context.scenario.tasks[line.task].channel.answer_share;
    Some(Phrase::new().text(format!(
        ": it costs the same as {}, and only so are {} of {}.",
        context.words(next).noun,
        percent(wanted.get()),
        asked(context, line.task),
    )))
}

/// Too few contacts answered in time, or too many given up.
pub fn unanswered(context: &Context, task: usize, in_time: f64, gave_up: f64) -> String {
    const MANY: f64 = 0.2;
    let wanted = context.scenario.tasks[task].channel.answer_share;
    let only = match gave_up > MANY {
        true => ": the line is stable only because customers do",
        false => "",
    };
    [
        &asked(context, task),
        " are ",
        &percent(in_time),
        ", not ",
        &percent(wanted.get()),
        "; ",
        &percent(gave_up),
        " give up",
        only,
        ".",
    ]
    .concat()
}
