//! A surge at the terminal: as JSON, and as a table with its sentences.

mod json;
mod simulated;

use super::answer::Answer;
use super::table::{Side, aligned, paragraph};
use crate::model::surge::{self, Mixed, Search, Terms};
use crate::words::numbers::{money, number};
use crate::words::surge as words;
pub(super) use json::{Document, document};
pub(super) use simulated::{Simulated, simulated, simulated_section};

/// What is said of a surge: every remedy, and what is behind them.
pub(super) struct Told {
    way: &'static str,
    answer: surge::Answer,
    mixed: Mixed,
}

/// The surge of a scenario under today's way, or under the first; `None` where it has none or nothing
/// can be planned.
pub(super) fn told(answer: &Answer) -> Option<Told> {
    answer.scenario.surge.as_ref()?;
    let ways = &answer.evaluation.strategies;
    let today = ways.iter().find(|way| way.key == answer.scenario.today);
    let way = today.or(ways.first())?;
    let mut search = Search::new(Terms::of(&answer.scenario, way).ok()?);
    while !search.advance(u32::MAX) {}
    let mixed = search.found().clone();
    let answer = surge::answer(&answer.scenario, way, Some(&mixed)).ok()?;
    Some(Told {
        way: way.key,
        answer,
        mixed,
    })
}

/// The section of the report.
pub(super) fn section(answer: &Answer, width: usize) -> Vec<String> {
    let Some(told) = told(answer) else {
        return Vec::new();
    };
    let head = [
        "",
        "paid",
        "backlog",
        "lost",
        "in all",
        "peak",
        "oldest",
        "gone, end of",
        "in 8 of 10",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let offers = || [&told.answer.yours].into_iter().chain(&told.answer.offers);
    rows.extend(offers().map(|offer| {
        vec![
            words::remedy(offer.remedy).to_owned(),
            money(offer.bill.paid()),
            money(offer.bill.backlog),
            money(offer.bill.lost),
            money(offer.bill.total()),
            number(offer.run.peak.0, 0),
            format!("{} wk", number(offer.run.oldest, 1)),
            words::cleared(offer),
            words::cleared_band(offer),
        ]
    }));
    let mut lines = aligned(&rows, &[Side::Left]);
    let plans = offers().map(|offer| {
        format!(
            "{}: {}.",
            words::remedy(offer.remedy),
            words::plan(&offer.plan)
        )
    });
    let said = [
        words::verdict(&told.answer),
        words::about(&answer.scenario, &told.answer),
    ];
    let short = words::others_short(&answer.scenario, &told.answer);
    let more = [words::tenure(&told.answer), words::base_load(&told.answer)];
    let all = said
        .into_iter()
        .chain(short)
        .chain(plans)
        .chain(more)
        .chain(words::more_help_than_there_is(
            &answer.scenario,
            &told.answer,
        ))
        .chain(words::closed_form(&told.answer))
        .chain(words::ends(&told.answer))
        .chain([words::examined(&told.mixed)]);
    for sentence in all {
        lines.extend(paragraph(&sentence, "- ", width));
    }
    lines
}
