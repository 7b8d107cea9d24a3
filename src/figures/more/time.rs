//! Where the time goes: of the average task, step by step.

use super::{Drawing, Figure, FigureKind, workings_of};
use crate::charts::cost::{CostBar, CostChart};
use crate::charts::lines::LinesChart;
use crate::figures::Table;
use crate::model::evaluation::Workings;
use crate::model::scenario::{Activity, Doer};
use crate::words::labels::{step_label, upper_first};
use crate::words::numbers::{axis_duration, axis_unit, duration, number, percent};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind<LinesChart> = FigureKind { key: "time", build };

/// What the time of a task goes into, in the order of the bars.
const GROUPS: [&str; 4] = [
    "work",
    "waits for somebody",
    "lies, or is with the customer",
    "hand-overs and questions",
];

/// The time of one kind of step.
struct Row {
    name: String,
    minutes: [f64; 4],
    visits: f64,
}

impl Row {
    fn total(&self) -> f64 {
        self.minutes.iter().sum()
    }
}

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let time = context.strategy(shown).turnaround.as_ref()?;
    let rows = rows(context, &workings_of(context, shown)?);
    let mean = time.mean.get();
    let longest = rows.iter().max_by(|a, b| a.total().total_cmp(&b.total()))?;
    let unit = axis_unit(longest.total());
    Some(Figure {
        headline: headline(&rows, longest, mean),
        measure: format!(
            "{}: minutes of the average task, by step",
            context.words(shown).name
        ),
        summary: rows.iter().map(sentence).collect::<Vec<_>>().join(" "),
        table: table(&rows),
        drawing: Drawing::Bars(CostChart {
            groups: GROUPS.map(str::to_owned).to_vec(),
            bars: rows.iter().map(|row| bar(row, unit)).collect(),
            tick_label: Arc::new(move |time| axis_duration(time, unit)),
        }),
    })
}

/// How much of the time is work, and where most of it goes.
fn headline(rows: &[Row], longest: &Row, mean: f64) -> String {
    let sum = |group: usize| rows.iter().map(|row| row.minutes[group]).sum::<f64>();
    let touched = sum(0) + sum(3);
    // Both in minutes where the second can be read so: a part of a whole has the whole's unit.
    let (part, whole) = if mean < 1_000.0 && touched >= 10.0 {
        (number(touched, 0), format!("{} min", number(mean, 0)))
    } else {
        (duration(touched), duration(mean))
    };
    if touched >= mean * (1.0 - 1e-9) {
        return format!("All of the {whole} is work: nobody waits");
    }
    match rows {
        [_] => format!("{part} of {whole} is work, the rest is waiting"),
        _ => format!(
            "{part} of {whole} is work; most time goes into “{}”: {}",
            longest.name,
            percent(longest.total() / mean)
        ),
    }
}

fn rows(context: &Context, own: &Workings) -> Vec<Row> {
    let all = own.counted_per_minute();
    let mut rows: Vec<Row> = Vec::new();
    for route in own.counted() {
        let share = route.tasks_per_minute / all;
        for step in route.steps.iter().filter(|step| step.visits > 0.0) {
            let place = if step.step.activity == Activity::Work {
                0
            } else {
                3
            };
            let mut minutes = [0.0, share * step.waiting(), share * step.lying(), 0.0];
            match step.step.doer {
                Doer::Customer => minutes[2] += share * step.touch(),
                Doer::Team(_) => minutes[place] += share * step.touch(),
            }
            let row = Row {
                name: step_label(context.scenario, &step.step),
                minutes,
                visits: share * step.visits,
            };
            match rows.iter_mut().find(|other| other.name == row.name) {
                Some(same) => {
                    same.visits += row.visits;
                    same.minutes
                        .iter_mut()
                        .zip(row.minutes)
                        .for_each(|(sum, more)| *sum += more);
                }
                None => rows.push(row),
            }
        }
    }
    rows.retain(|row| row.total() > 0.0);
    rows
}

fn sentence(row: &Row) -> String {
    let parts: Vec<String> = GROUPS
        .iter()
        .zip(row.minutes)
        .filter(|(_, minutes)| *minutes > 0.0)
        .map(|(group, minutes)| format!("{group} {}", duration(minutes)))
        .collect();
    format!(
        "{}: {} ({}).",
        upper_first(&row.name),
        duration(row.total()),
        parts.join(", ")
    )
}

fn bar(row: &Row, unit: f64) -> CostBar {
    CostBar {
        from: 0.0,
        found: None,
        label: row.name.clone(),
        total_label: duration(row.total()),
        emphasised: false,
        muted: false,
        note: None,
        parts: row.minutes.map(|minutes| minutes / unit).to_vec(),
        text: sentence(row),
    }
}

fn table(rows: &[Row]) -> Table {
    let mut head = vec!["Step".to_owned(), "Visits".to_owned()];
    head.extend(GROUPS.map(upper_first));
    head.push("Together".into());
    let cells = |name: String, visits: String, minutes: [f64; 4]| {
        let mut cells = vec![name, visits];
        cells.extend(minutes.map(duration));
        cells.push(duration(minutes.iter().sum()));
        cells
    };
    let sum = |group: usize| rows.iter().map(|row| row.minutes[group]).sum();
    let total = [sum(0), sum(1), sum(2), sum(3)];
    let each = rows
        .iter()
        .map(|row| cells(row.name.clone(), number(row.visits, 3), row.minutes));
    Table {
        head,
        rows: each
            .chain([cells("A task".into(), "–".into(), total)])
            .collect(),
    }
}
