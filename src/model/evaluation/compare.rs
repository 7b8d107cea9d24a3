//! Which strategy is best on the monthly run, and by how much.

use super::{Evaluation, StrategyEvaluation};
use crate::model::order::sort_short;
use crate::model::units::Money;
use serde::Serialize;

/// Below this share of the dearer cost, two strategies are too close to call.
const CLOSE: f64 = 0.01;

impl Evaluation {
    /// The way in use today, with the people who are there today.
    pub fn today(&self) -> Option<&StrategyEvaluation> {
        let same = || self.comparison.today.map(|place| &self.strategies[place]);
        self.before.as_ref().or_else(same)
    }
}

/// The ranking of the strategies by the cost of a month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The strategies that keep up, cheapest month first, by place in the list.
    pub ranking: Vec<usize>,
    /// The strategy in use today, if it is among those compared.
    pub today: Option<usize>,
    /// What the best saves a month against the next; none where fewer than two keep up.
    pub margin: Option<Money>,
    /// Whether that margin is too small to call.
    pub close: bool,
}

impl Comparison {
    /// Ranks the strategies.
    pub(super) fn of(strategies: &[StrategyEvaluation], today: &str) -> Self {
        let cost = |i: &usize| strategies[*i].month.total().get();
        let mut ranking: Vec<usize> = (0..strategies.len())
            .filter(|&i| strategies[i].status.runs())
            .collect();
        // Of two that cost the same the one that answers its live contacts goes first.
        let order = |a: &usize, b: &usize| match (cost(a) - cost(b)).abs() <= 1e-9 * cost(a) {
            true => strategies[*a]
                .targets_missed()
                .cmp(&strategies[*b].targets_missed()),
            false => cost(a).total_cmp(&cost(b)),
        };
        sort_short(&mut ranking, order);
        let pair = ranking.first().zip(ranking.get(1));
        let margin = pair.map(|(best, next)| Money(cost(next) - cost(best)));
        let close = pair.is_some_and(|(best, next)| cost(next) - cost(best) <= CLOSE * cost(next));
        let today = strategies.iter().position(|strategy| strategy.key == today);
        Self {
            ranking,
            today,
            margin,
            close,
        }
    }

    /// The best strategy, by place in the list.
    pub fn best(&self) -> Option<usize> {
        self.ranking.first().copied()
    }

    /// The next best.
    pub fn next(&self) -> Option<usize> {
        self.ranking.get(1).copied()
    }
}
