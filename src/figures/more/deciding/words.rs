//! What decides, in words and as a table.

use super::Study;
use crate::figures::Table;
use crate::model::evaluation::{cheapest, compared};
use crate::model::scenario::parameter::Unit;
use crate::model::turning_points::limit;
use crate::words::labels::label;
use crate::words::numbers::{money, value_text};

impl Study<'_> {
    pub(super) fn headline(&self) -> String {
        let name = label(self.context.scenario, &self.address);
        if self.context.evaluation.strategies.len() == 1 {
            return self.single_way(&name);
        }
        match self.nearest() {
            Some((at, _, winner)) => {
                let above = self.context.words(*winner).noun;
                let below = self.changes.iter().rev().find(|change| change.0 < *at);
                let below = below
                    .map(|change| change.2)
                    .or_else(|| cheapest(&self.costs[0].1));
                let below = below.map_or("nobody", |place| self.context.words(place).noun);
                format!(
                    "{name}: up to {} {below} costs least, above it {above}",
                    self.value(*at)
                )
            }
            None => match cheapest(&self.costs[0].1)
                .or_else(|| cheapest(&self.costs[self.costs.len() - 1].1))
            {
                Some(best) => format!(
                    "{name} does not decide: {} costs least all along",
                    self.context.words(best).noun
                ),
                None => format!("{name}: no way keeps up here"),
            },
        }
    }

    /// Where there is nothing to choose between, the message is where the work falls behind.
    fn single_way(&self, name: &str) -> String {
        let last = self.costs.len() - 1;
        let month = |place: usize| self.costs[place].1[0];
        if (0..=last).all(|place| month(place).is_none()) {
            return format!("{name}: the work falls behind all along");
        }
        let way = compared(self.context.scenario)[0];
        let drawn = self.costs[0].0..=self.costs[last].0;
        let limit = limit(self.context.scenario, self.address, way).filter(|at| drawn.contains(at));
        match (limit, month(0), month(last)) {
            (Some(at), _, None) => {
                format!("{name}: beyond {} the work falls behind", self.value(at))
            }
            (Some(at), None, _) => format!(
                "{name}: below {} the work falls behind",
                self.value(self.kept(at))
            ),
            (_, low, high) => {
                let (low, high) = (
                    money(low.unwrap_or_default()),
                    money(high.unwrap_or_default()),
                );
                format!("{name}: the month goes from {low} to {high}")
            }
        }
    }

    /// The value at a limit that still keeps up: people go by whole numbers, and the limit may be
    /// the last that is too few.
    fn kept(&self, limit: f64) -> f64 {
        let whole = self.address.parameter.unit == Unit::People;
        if whole && limit < self.now {
            limit + 1.0
        } else {
            limit
        }
    }

    pub(super) fn sentence(&self, value: f64, costs: &[Option<f64>]) -> String {
        let months: Vec<String> = costs
            .iter()
            .enumerate()
            .map(|(place, cost)| {
                let cost = cost.map_or_else(|| "does not keep up".to_owned(), money);
                format!("{} {cost}", self.context.words(place).short)
            })
            .collect();
        format!(
            "At {}: {}.",
            value_text(self.address.parameter, value),
            months.join(", ")
        )
    }

    pub(super) fn summary(&self) -> String {
        self.steps()
            .map(|(value, costs)| self.sentence(*value, costs))
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn table(&self) -> Table {
        let ways = self.context.evaluation.strategies.len();
        let mut head = vec![label(self.context.scenario, &self.address)];
        head.extend((0..ways).map(|place| self.context.words(place).short.to_owned()));
        let row = |(value, costs): &(f64, Vec<Option<f64>>)| {
            let mut row = vec![value_text(self.address.parameter, *value)];
            row.extend(
                costs
                    .iter()
                    .map(|cost| cost.map_or_else(|| "–".to_owned(), money)),
            );
            row
        };
        Table {
            head,
            rows: self.steps().map(row).collect(),
        }
    }
}
