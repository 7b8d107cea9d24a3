//! What to say at the desk: the wait before work begins, by how many are ahead.

use super::{Drawing, Figure, FigureKind};
use crate::charts::cost::{CostBar, CostChart};
use crate::charts::lines::LinesChart;
use crate::figures::Table;
use crate::model::evaluation::{TeamEvaluation, TeamState};
use crate::model::queueing::quote::quote;
use crate::words::labels::{team_name, upper_first};
use crate::words::numbers::{axis_duration, axis_unit, count_word, duration, number};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind<LinesChart> = FigureKind {
    key: "quote",
    build,
};

/// How many more than can be served at once are looked at.
const ROWS: u32 = 6;

/// The quote for one number of people ahead.
struct Row {
    ahead: f64,
    mean: f64,
    nine_in_ten: f64,
}

/// The busiest team that queues, with the minutes of one visit and how much they vary.
fn subject<'a>(context: &'a Context, shown: usize) -> Option<(&'a TeamEvaluation, f64, f64)> {
    let queueing = context
        .strategy(shown)
        .teams
        .iter()
        .filter_map(|team| match team.state {
            TeamState::Steady {
                mean_service,
                service_scv,
                ..
            } => Some((team, mean_service.get(), service_scv)),
            _ => None,
        });
    queueing.max_by(|a, b| a.0.occupancy.get().total_cmp(&b.0.occupancy.get()))
}

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let (team, minutes, scv) = subject(context, shown)?;
    let servers = team.on_duty.get();
    let least = servers.ceil();
    let rows: Vec<Row> = (0..ROWS)
        .filter_map(|more| row(servers, minutes, least + f64::from(more)))
        .collect();
    let unit = axis_unit(rows.last()?.nine_in_ten);
    let name = team_name(context.scenario, team.team);
    let middle = &rows[rows.len() / 2];
    let sure = match scv == 1.0 {
        true => "exact where times are exponential",
        false => "a guide: exact only where times are exponential",
    };
    Some(Figure {
        headline: format!(
            "Who asks with {} ahead may be told {}: nine in ten are begun by then",
            count_word(middle.ahead),
            duration(middle.nine_in_ten)
        ),
        measure: format!(
            "{}: wait until work begins, by how many are ahead, those being served included; {sure}",
            upper_first(&name)
        ),
        summary: rows.iter().map(sentence).collect::<Vec<_>>().join(" "),
        table: Table {
            head: ["Ahead", "Mean wait", "Nine in ten begun within"]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.iter().map(cells).collect(),
        },
        drawing: Drawing::Bars(CostChart {
            groups: vec!["on average".into(), "up to nine in ten".into()],
            bars: rows.iter().map(|row| bar(row, unit)).collect(),
            tick_label: Arc::new(move |time| axis_duration(time, unit)),
        }),
    })
}

fn row(servers: f64, minutes: f64, ahead: f64) -> Option<Row> {
    let wait = quote(servers, minutes, ahead).ok()?;
    Some(Row {
        ahead,
        mean: wait.mean(),
        nine_in_ten: wait.quantile(0.9),
    })
}

fn sentence(row: &Row) -> String {
    format!(
        "With {} ahead: {} on average, nine in ten begun within {}.",
        number(row.ahead, 0),
        duration(row.mean),
        duration(row.nine_in_ten)
    )
}

fn cells(row: &Row) -> Vec<String> {
    vec![
        number(row.ahead, 0),
        duration(row.mean),
        duration(row.nine_in_ten),
    ]
}

fn bar(row: &Row, unit: f64) -> CostBar {
    CostBar {
        from: 0.0,
        found: None,
        label: format!("{} ahead", number(row.ahead, 0)),
        total_label: duration(row.nine_in_ten),
        emphasised: false,
        muted: false,
        note: None,
        parts: vec![
            row.mean / unit,
            (row.nine_in_ten - row.mean).max(0.0) / unit,
        ],
        text: sentence(row),
    }
}
