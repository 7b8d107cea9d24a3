//! The numbers behind the weeks.

use crate::figures::Table;
use crate::model::surge::answer::Remedy;
use crate::model::surge::chance::Chance;
use crate::model::surge::{Answer, Week};
use crate::words::numbers::number;

/// A row for every week.
pub(super) fn table(answer: &Answer, chance: Option<&Chance>, length: usize) -> Table {
    let nothing = answer.of(Remedy::Nothing);
    let mut head: Vec<String> = [
        "Week",
        "Arrive",
        "Team",
        "Overtime",
        "Temps",
        "Permanent",
        "Front office",
        "Done",
        "Wait",
        "Oldest, weeks",
        "Eight in ten",
        "Wait if nothing is done",
    ]
    .map(str::to_owned)
    .to_vec();
    head.extend(chance.map(|_| "Wait, simulated".to_owned()));
    let row = |(at, week): (usize, &Week)| {
        let one = |value: f64| number(value, 1);
        let mut row = vec![
            at.to_string(),
            one(week.arrivals),
            one(week.supply.own),
            one(week.supply.overtime),
            one(week.supply.temps),
            one(week.supply.hires),
            one(week.by_front),
            one(week.done),
            one(week.backlog),
            one(week.oldest),
            format!("{} to {}", one(week.band.0), one(week.band.1)),
            nothing.map_or_else(String::new, |nothing| one(nothing.run.weeks[at].backlog)),
        ];
        row.extend(
            chance
                .and_then(|chance| chance.weeks.get(at))
                .map(|week| one(week.0)),
        );
        row
    };
    let rows = answer
        .yours
        .run
        .weeks
        .iter()
        .take(length)
        .enumerate()
        .map(row);
    Table {
        head,
        rows: rows.collect(),
    }
}
