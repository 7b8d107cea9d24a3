//! Cost of a month by strategy, in four groups of lines.

use super::{Drawing, Figure, FigureKind, Table};
use crate::charts::cost::{CostBar, CostChart};
use crate::model::cost::ledger::{Ledger, Line, LineGroup};
use crate::model::evaluation::{Status, StrategyEvaluation};
use crate::words::english;
use crate::words::labels::upper_first;
use crate::words::numbers::{money, number, percent};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind = FigureKind { key: "cost", build };

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let strategies = &context.evaluation.strategies;
    let any = strategies
        .iter()
        .any(|strategy| strategy.month.total().get() > 0.0);
    any.then(|| Figure {
        headline: headline(context, shown),
        measure: "Monthly run by way of working, in four groups".into(),
        summary: summary(context),
        table: table(context),
        drawing: Drawing::Bars(CostChart {
            groups: LineGroup::ALL
                .iter()
                .map(|group| english::line_group(*group).to_owned())
                .collect(),
            bars: (0..strategies.len())
                .map(|place| bar(context, place))
                .collect(),
            tick_label: Arc::new(tick),
        }),
    })
}

/// Where much of the shown month is paid for nothing, that is the message; else who costs least.
fn headline(context: &Context, shown: usize) -> String {
    const MUCH: f64 = 0.15;
    let strategy = &context.evaluation.strategies[shown];
    let total = strategy.month.total().get();
    let idle = strategy.month.line(Line::Idle).get() / total.max(f64::MIN_POSITIVE);
    if idle > MUCH {
        let noun = context.words(shown).noun;
        return format!("{} of the month of {noun} is paid idle time", percent(idle));
    }
    let comparison = &context.evaluation.comparison;
    match (comparison.best(), comparison.next()) {
        (Some(best), Some(next)) => {
            let (cost, other) = (month(context, best), month(context, next));
            let share = if other > 0.0 { 1.0 - cost / other } else { 0.0 };
            let noun = upper_first(context.words(best).noun);
            format!("{noun} costs least, {} below the next", percent(share))
        }
        _ => "What a month costs".into(),
    }
}

fn month(context: &Context, place: usize) -> f64 {
    context.evaluation.strategies[place].month.total().get()
}

fn summary(context: &Context) -> String {
    let sentence = |place: usize| {
        let strategy = &context.evaluation.strategies[place];
        let name = context.words(place).name;
        match strategy.status {
            Status::Steady => format!("{name}: {} a month.", money(month(context, place))),
            _ => format!("{name}: does not keep up."),
        }
    };
    (0..context.evaluation.strategies.len())
        .map(sentence)
        .collect::<Vec<_>>()
        .join(" ")
}

fn bar(context: &Context, place: usize) -> CostBar {
    let strategy = &context.evaluation.strategies[place];
    let runs = strategy.status.runs();
    // What a way costs that falls behind is no price of the work: it has no bar.
    let shown = |amount: f64| if runs { amount } else { 0.0 };
    CostBar {
        from: 0.0,
        found: None,
        label: context.words(place).short.to_owned(),
        total_label: match runs {
            true => tick(strategy.month.total().get()),
            false => String::new(),
        },
        emphasised: context.evaluation.comparison.best() == Some(place),
        muted: !runs,
        note: (!runs).then(|| trouble(strategy).to_owned()),
        parts: LineGroup::ALL
            .iter()
            .map(|group| shown(strategy.month.group(*group).get()))
            .collect(),
        text: hit_text(context, place),
    }
}

fn trouble(strategy: &StrategyEvaluation) -> &'static str {
    match strategy.status {
        Status::Overload { .. } => "overload",
        Status::NobodyOnDuty { .. } => "nobody there",
        Status::NeverEnds => "never ends",
        Status::Spiral => "delay spiral",
        Status::Impossible => "not possible",
        _ => "nothing to do",
    }
}

fn hit_text(context: &Context, place: usize) -> String {
    let strategy = &context.evaluation.strategies[place];
    if !strategy.status.runs() {
        return format!("{}: {}", context.words(place).name, trouble(strategy));
    }
    let ledger = &context.evaluation.strategies[place].month;
    let groups: Vec<String> = LineGroup::ALL
        .iter()
        .filter(|group| ledger.group(**group).get() > 0.0)
        .map(|group| {
            format!(
                "{} {}",
                english::line_group(*group),
                money(ledger.group(*group).get())
            )
        })
        .collect();
    format!(
        "{}: {} a month ({})",
        context.words(place).name,
        money(month(context, place)),
        groups.join(", ")
    )
}

/// `£13.8k`: thousands from a thousand on, so that ticks stay short.
fn tick(value: f64) -> String {
    use crate::words::numbers::CURRENCY;
    match value {
        _ if value >= 999_500.0 => format!("{CURRENCY}{}m", number(value / 1e6, 2)),
        _ if value >= 999.5 => format!("{CURRENCY}{}k", number(value / 1e3, 1)),
        _ => money(value),
    }
}

/// Strategies down, lines across, so that a line can be compared between strategies.
fn table(context: &Context) -> Table {
    let strategies = &context.evaluation.strategies;
    let used = |line: &&Line| {
        strategies
            .iter()
            .any(|strategy| strategy.month.line(**line).get() > 0.0)
    };
    let lines: Vec<Line> = Line::ALL.iter().filter(used).copied().collect();
    let mut head = vec!["£ a month".to_owned()];
    head.extend(
        strategies
            .iter()
            .enumerate()
            .map(|(place, _)| context.words(place).short.to_owned()),
    );
    let cells = |name: &str, of: &dyn Fn(&Ledger) -> f64| {
        let mut row = vec![name.to_owned()];
        row.extend(
            strategies
                .iter()
                .map(|strategy| match strategy.status.runs() {
                    true => number(of(&strategy.month), 0),
                    false => "–".to_owned(),
                }),
        );
        row
    };
    let mut rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| cells(english::line(*line), &|ledger| ledger.line(*line).get()))
        .collect();
    rows.push(cells("Total", &|ledger| ledger.total().get()));
    rows.push(cells("of which fees lost to clients", &|ledger| {
        ledger.lost_fees().get()
    }));
    Table { head, rows }
}
