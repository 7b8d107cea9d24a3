//! How live contacts are answered, in sentences.

use super::labels::{lower_first, task_name, upper_first};
use super::numbers::{duration, percent};
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
            Some([&in_time(answered), " by ", way].concat())
        };
        let shares: Vec<String> = ranking.iter().take(MOST).filter_map(of).collect();
        let wanted = context.scenario.tasks[task].channel.answer_share;
        (!shares.is_empty()).then(|| {
            [
                &upper_first(&asked(context, task)),
                ": ",
                &shares.join(", "),
                "; asked are ",
                &percent(wanted.get()),
                ".",
            ]
            .concat()
        })
    };
    kinds
        .filter_map(|(_, line, _)| sentence(line.task))
        .collect()
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
