//! The five principles: the profile of each way over its scores.

use super::{Drawing, Figure, series};
use crate::charts::lines::{Line, LinesChart, Spot};
use crate::figures::Table;
use crate::model::guide::{Guide, Principle};
use crate::words::guide as words;
use crate::words::labels::lower_first;
use crate::words::numbers::{number, percent};
use crate::words::sentences::Context;
use std::sync::Arc;

/// Ways that are drawn: the best, and those that hold their colours apart.
const MOST_DRAWN: usize = 4;

/// Builds the figure; `None` where no way is left after the vetoes.
pub fn build(context: &Context, guide: &Guide) -> Option<Figure> {
    let best = guide.best()?;
    // The best last, so that it lies on top.
    let mut drawn: Vec<usize> = guide.ranking.iter().copied().take(MOST_DRAWN).collect();
    drawn.reverse();
    let line = |place: &usize| Line {
        name: context.words(*place).short.to_owned(),
        series: series(context.strategy(*place).tone),
        emphasised: *place == best,
        points: scores(guide, *place)
            .map(|(x, score)| (x, Some(score)))
            .collect(),
    };
    let spots = (0..Principle::ALL.len()).flat_map(|principle| {
        let spot = move |place: &usize| Spot {
            x: principle as f64 + 1.0,
            y: guide.ways[*place].scores[principle],
            label: String::new(),
            text: said(context, guide, *place, principle),
            ringed: *place == best,
        };
        drawn.iter().map(spot).collect::<Vec<_>>()
    });
    let headline = match guide.best() == guide.by_money {
        true => format!(
            "Principles and money favour {}",
            lower_first(context.words(best).noun)
        ),
        false => format!(
            "The principles favour {}, the money {}",
            lower_first(context.words(best).noun),
            guide
                .by_money
                .map_or("none", |place| context.words(place).noun)
        ),
    };
    let summary = guide.ranking.iter().map(|place| {
        format!(
            "{} scores {}.",
            context.words(*place).name,
            number(guide.ways[*place].total, 2)
        )
    });
    Some(Figure {
        headline,
        measure: "Score of each principle, 0 to 1".to_owned(),
        summary: summary.collect::<Vec<_>>().join(" "),
        table: table(context, guide),
        drawing: Drawing::Curves(LinesChart {
            band: Vec::new(),
            areas: Vec::new(),
            dots: Vec::new(),
            unit: 1.0,
            lines: drawn.iter().map(line).collect(),
            rules: Vec::new(),
            spots: spots.collect(),
            x: (0.5, Principle::ALL.len() as f64 + 0.5),
            y: (0.0, 1.0),
            x_tick_label: Arc::new(|at| {
                let whole = at.fract() == 0.0;
                let principle = Principle::ALL.get((at - 1.0).max(0.0) as usize);
                let named = principle.filter(|_| whole && at >= 1.0);
                named.map_or_else(String::new, |principle| words::short(*principle).to_owned())
            }),
            y_tick_label: Arc::new(|score| number(score, 1)),
        }),
    })
}

fn scores(guide: &Guide, place: usize) -> impl Iterator<Item = (f64, f64)> {
    let scores = guide.ways[place].scores.into_iter().enumerate();
    scores.map(|(principle, score)| (principle as f64 + 1.0, score))
}

fn said(context: &Context, guide: &Guide, place: usize, principle: usize) -> String {
    format!(
        "{}: {} scores {}, weighed {}.",
        words::name(Principle::ALL[principle]),
        context.words(place).name,
        number(guide.ways[place].scores[principle], 2),
        percent(guide.weights[principle])
    )
}

/// Every way with its scores, the weights in a row of their own.
fn table(context: &Context, guide: &Guide) -> Table {
    let mut head = vec!["Way".to_owned()];
    head.extend(Principle::ALL.map(|principle| words::short(principle).to_owned()));
    head.extend(["Total".to_owned(), "Veto".to_owned()]);
    let row = |(place, way): (usize, &crate::model::guide::Scored)| {
        let mut row = vec![context.words(place).name.to_owned()];
        row.extend(way.scores.map(|score| number(score, 2)));
        row.push(number(way.total, 2));
        row.push(way.veto.map(words::veto).unwrap_or_default());
        row
    };
    let mut rows: Vec<Vec<String>> = guide.ways.iter().enumerate().map(row).collect();
    let mut weights = vec!["Weight".to_owned()];
    weights.extend(guide.weights.map(percent));
    weights.extend([String::new(), String::new()]);
    rows.push(weights);
    Table { head, rows }
}
