//! From the month of one way to that of another, line by line.

use super::{Drawing, Figure};
use crate::charts::cost::{CostBar, CostChart};
use crate::figures::Table;
use crate::model::cost::ledger::{Line, LineGroup};
use crate::model::order::sort_short;
use crate::words::english;
use crate::words::labels::upper_first;
use crate::words::numbers::money;
use crate::words::sentences::Context;
use std::sync::Arc;

/// Stable name of the figure.
pub const KEY: &str = "waterfall";

/// A line in which two months differ.
struct Step {
    line: Line,
    from: f64,
    to: f64,
}

impl Step {
    fn change(&self) -> f64 {
        self.to - self.from
    }
}

/// The figure from one way to another, by their places; `None` where one has no month.
pub fn build(context: &Context, from: usize, to: usize) -> Option<Figure> {
    let months = [from, to].map(|place| &context.strategy(place).month);
    let runs = [from, to].map(|place| context.strategy(place).status.runs());
    if from == to || runs.contains(&false) {
        return None;
    }
    let step = |line: &Line| Step {
        line: *line,
        from: months[0].line(*line).get(),
        to: months[1].line(*line).get(),
    };
    let mut steps: Vec<Step> = Line::ALL.iter().map(step).collect();
    steps.retain(|step| step.change().abs() >= 0.005);
    sort_short(&mut steps, |a, b| a.change().total_cmp(&b.change()));
    let totals = months.map(|month| month.total().get());
    let nouns = [from, to].map(|place| context.words(place).noun);
    Some(Figure {
        headline: headline(&steps, nouns, totals),
        measure: format!("A month, from {} to {}", nouns[0], nouns[1]),
        summary: steps.iter().map(sentence).collect::<Vec<_>>().join(" "),
        table: table(context, (from, to), totals),
        drawing: Drawing::Bars(chart(context, (from, to), &steps, totals)),
    })
}

fn headline(steps: &[Step], nouns: [&str; 2], totals: [f64; 2]) -> String {
    let gap = totals[1] - totals[0];
    let cheaper = gap < 0.0;
    let (word, than) = if cheaper {
        ("saves", "against")
    } else {
        ("costs", "than")
    };
    let most = if cheaper { steps.first() } else { steps.last() };
    let because = most.map_or_else(String::new, |step| {
        format!(
            ", mainly from “{}”",
            english::line(step.line).to_ascii_lowercase()
        )
    });
    let more = if cheaper { "" } else { " more" };
    format!(
        "{} {word} {}{more} a month {than} {}{because}",
        upper_first(nouns[1]),
        money(gap.abs()),
        nouns[0]
    )
}

fn sentence(step: &Step) -> String {
    format!("{}: {}.", english::line(step.line), signed(step.change()))
}

fn signed(amount: f64) -> String {
    let sign = if amount > 0.0 { "+" } else { "" };
    format!("{sign}{}", money(amount))
}

/// Both months as whole bars; between them each line from where the one before it ended.
fn chart(
    context: &Context,
    (from, to): (usize, usize),
    steps: &[Step],
    totals: [f64; 2],
) -> CostChart {
    let whole = |place: usize, total: f64| CostBar {
        label: context.words(place).short.to_owned(),
        total_label: money(total),
        emphasised: true,
        muted: false,
        note: None,
        from: 0.0,
        parts: LineGroup::ALL
            .map(|group| context.strategy(place).month.group(group).get())
            .to_vec(),
        found: None,
        text: format!("{}: {} a month", context.words(place).name, money(total)),
    };
    let mut at = totals[0];
    let mut bars = vec![whole(from, totals[0])];
    for step in steps {
        let next = at + step.change();
        let group = LineGroup::ALL
            .iter()
            .position(|group| *group == step.line.group());
        let mut parts = vec![0.0; LineGroup::ALL.len()];
        if let Some(part) = group.and_then(|group| parts.get_mut(group)) {
            *part = step.change().abs();
        }
        bars.push(CostBar {
            label: english::line(step.line).to_owned(),
            total_label: signed(step.change()),
            emphasised: false,
            muted: false,
            note: None,
            from: at.min(next).max(0.0),
            parts,
            found: None,
            text: sentence(step),
        });
        at = next;
    }
    bars.push(whole(to, totals[1]));
    CostChart {
        groups: LineGroup::ALL
            .map(|group| english::line_group(group).to_owned())
            .to_vec(),
        bars,
        tick_label: Arc::new(money),
    }
}

/// All ten lines of both, and their difference.
fn table(context: &Context, (from, to): (usize, usize), totals: [f64; 2]) -> Table {
    let cells = |name: &str, one: f64, other: f64| {
        vec![
            name.to_owned(),
            money(one),
            money(other),
            signed(other - one),
        ]
    };
    let line = |line: &Line| {
        let amount = |place: usize| context.strategy(place).month.line(*line).get();
        cells(english::line(*line), amount(from), amount(to))
    };
    let total = cells("A month", totals[0], totals[1]);
    let short = |place: usize| context.words(place).short.to_owned();
    Table {
        head: vec![
            "£ a month".into(),
            short(from),
            short(to),
            "Difference".into(),
        ],
        rows: Line::ALL.iter().map(line).chain([total]).collect(),
    }
}
