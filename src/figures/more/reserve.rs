//! What a reserve does: live contacts answered in time against people kept free, if other work never
//! runs out.

use super::{Drawing, Figure, series};
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::figures::Table;
use crate::model::desks::{Reserve, Reserves};
use crate::model::scenario::{Scenario, TeamKind};
use crate::model::strategy::Tone;
use crate::words::desks::reserve as sentence;
use crate::words::labels::{lower_first, task_name, upper_first};
use crate::words::numbers::{count_word, duration, number, percent, significant};
use std::sync::Arc;

/// Builds the figure of one way; `None` where there are fewer than two reserves to compare.
pub fn build(scenario: &Scenario, found: &Reserves) -> Option<Figure> {
    let last = found.rows.last().filter(|_| found.rows.len() > 1)?;
    let task = &scenario.tasks[found.task];
    let name = task_name(scenario, found.task);
    let asked = task.channel.answer_share.get();
    let within = duration(task.channel.answer_within.get());
    let front = scenario.team_of(TeamKind::Front)?;
    let now = scenario.teams[front].desk.reserve;
    let line = Line {
        name: name.clone(),
        series: series(Tone::Front),
        emphasised: true,
        points: found
            .rows
            .iter()
            .map(|row| (row.reserve, Some(row.at_worst)))
            .collect(),
    };
    let spot = |row: &Reserve| Spot {
        x: row.reserve,
        y: row.at_worst,
        label: String::new(),
        text: said(row),
        ringed: Some(row.reserve) == found.least,
    };
    let chart = LinesChart {
        band: Vec::new(),
        areas: Vec::new(),
        dots: Vec::new(),
        unit: 1.0,
        lines: vec![line],
        rules: vec![
            Rule::At(now, "now".to_owned()),
            Rule::Level(asked, format!("asked {}", percent(asked))),
        ],
        spots: found.rows.iter().map(spot).collect(),
        x: (0.0, last.reserve),
        y: (0.0, 1.0),
        x_tick_label: Arc::new(|value| number(value, 0)),
        y_tick_label: Arc::new(percent),
    };
    Some(Figure {
        headline: match found.least {
            Some(least) => format!(
                "{} kept free answer enough {}",
                upper_first(&count_word(least)),
                lower_first(&name)
            ),
            None => format!("No reserve answers enough {}", lower_first(&name)),
        },
        measure: format!(
            "{name} answered within {within} by people kept free, if the other work never runs out"
        ),
        summary: sentence(scenario, found),
        table: Table {
            head: [
                "Kept free",
                "Answered in time, at least",
                "Give up, at most",
                "People’s time for other work",
                "Other work",
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: found.rows.iter().map(cells).collect(),
        },
        drawing: Drawing::Curves(chart),
    })
}

fn said(row: &Reserve) -> String {
    format!(
        "{} kept free: at least {} answered in time, {} people’s time for other work.",
        number(row.reserve, 0),
        percent(row.at_worst),
        significant(row.room),
    )
}

fn cells(row: &Reserve) -> Vec<String> {
    let keeps_up = match row.keeps_up {
        true => "finds room",
        false => "piles up",
    };
    vec![
        number(row.reserve, 0),
        percent(row.at_worst),
        percent(row.gave_up),
        significant(row.room),
        keeps_up.to_owned(),
    ]
}
