//! The five principles as JSON.

use crate::model::guide::guide;
use crate::terminal::answer::Answer;
use crate::words::guide as words;
use serde::Serialize;

/// The guide of an evaluation.
#[derive(Serialize)]
pub(super) struct Principled {
    /// Weights as shares, in the order of the article.
    weights: [f64; 5],
    /// The way that the principles favour, and the one that the money does of those not vetoed.
    best: Option<&'static str>,
    by_money: Option<&'static str>,
    ways: Vec<Way>,
    sentence: String,
}

#[derive(Serialize)]
struct Way {
    key: &'static str,
    scores: [f64; 5],
    total: f64,
    veto: Option<String>,
}

pub(super) fn principles(answer: &Answer) -> Principled {
    let found = guide(&answer.scenario, &answer.evaluation);
    let way = |(place, way): (usize, &crate::model::guide::Scored)| Way {
        key: answer.key(place),
        scores: way.scores,
        total: way.total,
        veto: way.veto.map(words::veto),
    };
    Principled {
        weights: found.weights,
        best: found.best().map(|place| answer.key(place)),
        by_money: found.by_money.map(|place| answer.key(place)),
        sentence: words::views(&answer.context(), &found),
        ways: found.ways.iter().enumerate().map(way).collect(),
    }
}
