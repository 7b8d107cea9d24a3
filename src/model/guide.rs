//! The decision guide: the articles' five principles as scores, beside the money and never added to it.
//!
//! A score is 0 to 1, of the average task of a way. Cost is held against a reference that the other
//! options cannot move: the labour of a task in today's arrangement, or a figure of the user's. Three of
//! the principles are partly priced in the money already, which is why the two views stand side by side.
//! Approximated: with several kinds of work the score is that of their mean, not the mean of their
//! scores; how long the work will be needed is not asked, so that committing is judged by volume alone.

pub mod pairs;
pub mod robustness;
mod scores;

use super::evaluation::Evaluation;
use super::order::sort_short;
use super::scenario::Scenario;
use super::scenario::principles::COUNT;
pub use scores::reference;
use scores::{scores, veto};

/// The principles, in the order of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Principle {
    /// What errors cost: complexity and expertise.
    Expertise,
    /// Who is served in time.
    Responsiveness,
    /// What the labour costs against today's.
    Cost,
    /// Whether the volume carries what is committed.
    Volume,
    /// Whether customers stay.
    Service,
}

impl Principle {
    /// Every principle.
    pub const ALL: [Principle; COUNT] = [
        Principle::Expertise,
        Principle::Responsiveness,
        Principle::Cost,
        Principle::Volume,
        Principle::Service,
    ];
}

/// Why a way is out of the question whatever its scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Veto {
    /// It does not keep up with the work.
    DoesNotRun,
    /// More errors reach the customer than may: the share of tasks.
    Errors(f64),
    /// Fewer are served in time than must be: the share.
    TooLate(f64),
}

/// A way, scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// The scores, in the order of the principles.
    pub scores: [f64; COUNT],
    /// Their weighted sum.
    pub total: f64,
    /// Why it is out of the question, if it is.
    pub veto: Option<Veto>,
}

/// The guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// The weights as shares.
    pub weights: [f64; COUNT],
    /// Every way, in the order of the evaluation.
    pub ways: Vec<Scored>,
    /// The ways that no veto rules out, the best score first.
    pub ranking: Vec<usize>,
    /// The cheapest of them by money.
    pub by_money: Option<usize>,
    /// The weight of one principle at which the way that money favours takes the lead, the others in
    /// proportion; the nearest first. Empty where both views agree.
    pub switches: Vec<Switch>,
}

/// A weight at which the views agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Switch {
    /// Whose weight, by its place.
    pub principle: usize,
    /// The weight at which both ways score alike.
    pub at: f64,
    /// Whether more than that weight is needed, rather than less.
    pub more: bool,
}

impl Guide {
    /// The way that the principles favour.
    pub fn best(&self) -> Option<usize> {
        self.ranking.first().copied()
    }

    /// Whether both views favour the same way.
    pub fn agrees(&self) -> bool {
        self.best() == self.by_money
    }
}

/// Scores every way of an evaluation and weighs them.
pub fn guide(scenario: &Scenario, evaluation: &Evaluation) -> Guide {
    let reference = reference(scenario, evaluation);
    let today = evaluation.today();
    let weights = scenario.principles.shares();
    let ways: Vec<Scored> = evaluation
        .strategies
        .iter()
        .map(|way| {
            let scores = scores(scenario, way, today, reference);
            Scored {
                total: weighed(&weights, &scores),
                veto: veto(scenario, way),
                scores,
            }
        })
        .collect();
    let ranking = ranked(&weights, &ways);
    let allowed = |place: &usize| ways[*place].veto.is_none();
    let by_money = evaluation.comparison.ranking.iter().copied().find(allowed);
    let switches = match (by_money, ranking.first()) {
        (Some(money), Some(best)) if money != *best => switches(&weights, &ways, money, *best),
        _ => Vec::new(),
    };
    Guide {
        weights,
        ways,
        ranking,
        by_money,
        switches,
    }
}

/// Σ w·u.
pub fn weighed(weights: &[f64; COUNT], scores: &[f64; COUNT]) -> f64 {
    weights
        .iter()
        .zip(scores)
        .map(|(weight, score)| weight * score)
        .sum()
}

/// The ways that no veto rules out, the best score first; of those alike the first.
pub fn ranked(weights: &[f64; COUNT], ways: &[Scored]) -> Vec<usize> {
    let mut ranking: Vec<usize> = (0..ways.len())
        .filter(|way| ways[*way].veto.is_none())
        .collect();
    let total = |way: &usize| weighed(weights, &ways[*way].scores);
    sort_short(&mut ranking, |a, b| total(b).total_cmp(&total(a)));
    ranking
}

/// The weights with one of them set and the others in proportion.
pub fn with_weight(weights: &[f64; COUNT], principle: usize, at: f64) -> [f64; COUNT] {
    let rest = 1.0 - weights[principle];
    let mut changed = match rest > 0.0 {
        true => weights.map(|weight| weight / rest * (1.0 - at)),
        false => [(1.0 - at) / (COUNT as f64 - 1.0); COUNT],
    };
    changed[principle] = at;
    changed
}

/// The weights at which `money` takes the lead from `best`, the nearest first.
fn switches(weights: &[f64; COUNT], ways: &[Scored], money: usize, best: usize) -> Vec<Switch> {
    /// How far past the point the lead is looked at.
    const A_HAIR: f64 = 1e-6;
    let lead =
        |at: &[f64; COUNT]| weighed(at, &ways[money].scores) - weighed(at, &ways[best].scores);
    let mut found = Vec::new();
    for principle in 0..COUNT {
        // The lead is a straight line of the weight.
        let (low, high) = (
            lead(&with_weight(weights, principle, 0.0)),
            lead(&with_weight(weights, principle, 1.0)),
        );
        if (low > 0.0) == (high > 0.0) {
            continue;
        }
        let at = low / (low - high);
        let more = high > 0.0;
        let past = (at + if more { A_HAIR } else { -A_HAIR }).clamp(0.0, 1.0);
        let leads = ranked(&with_weight(weights, principle, past), ways).first() == Some(&money);
        if leads {
            found.push(Switch {
                principle,
                at,
                more,
            });
        }
    }
    sort_short(&mut found, |a: &Switch, b: &Switch| {
        let far = |one: &Switch| (one.at - weights[one.principle]).abs();
        far(a).total_cmp(&far(b))
    });
    found
}
