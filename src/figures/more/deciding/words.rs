//! What decides, in words and as a table.

use super::{Study, best_of};
use crate::figures::Table;
use crate::model::evaluation::monthly_costs;
use crate::model::scenario::parameter::Unit;
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
                    .or_else(|| best_of(&self.costs[0].1));
                let below = below.map_or("nobody", |place| self.context.words(place).noun);
                format!(
                    "{name}: up to {} {below} costs least, above it {above}",
                    self.value(*at)
                )
            }
            None => match best_of(&self.costs[0].1)
                .or_else(|| best_of(&self.costs[self.costs.len() - 1].1))
            {
                Some(best) => format!(
                    "{name} does not decide: {} costs least all along",
                    self.context.words(best).noun
                ),
                None => format!("{name}: no way keeps up here"),
            },
        }
    }

    /// The last value that keeps up, between a place that does and a neighbour that does not.
    fn edge(&self, runs: usize, fails: usize) -> f64 {
        const HALVINGS: u32 = 40;
        let mut trial = self.context.scenario.clone();
        let (mut good, mut bad) = (self.costs[runs].0, self.costs[fails].0);
        if self.address.parameter.unit == Unit::People {
            return good;
        }
        for _ in 0..HALVINGS {
            let middle = (good + bad) / 2.0;
            self.address.write(&mut trial, middle);
            match monthly_costs(&trial)[0] {
                Some(_) => good = middle,
                None => bad = middle,
            }
        }
        good
    }

    /// Where there is nothing to choose between, the message is where the work falls behind.
    fn single_way(&self, name: &str) -> String {
        let runs = |place: &usize| self.costs[*place].1[0].is_some();
        let last = self.costs.len() - 1;
        let known: Vec<usize> = (0..=last).filter(runs).collect();
        let (Some(&first), Some(&end)) = (known.first(), known.last()) else {
            return format!("{name}: the work falls behind all along");
        };
        let month = |place: usize| money(self.costs[place].1[0].unwrap_or_default());
        if end < last {
            format!(
                "{name}: beyond {} the work falls behind",
                self.value(self.edge(end, end + 1))
            )
        } else if first > 0 {
            format!(
                "{name}: below {} the work falls behind",
                self.value(self.edge(first, first - 1))
            )
        } else {
            let (low, high) = (month(0), month(last));
            format!("{name}: the month goes from {low} to {high}")
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
