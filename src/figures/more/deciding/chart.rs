//! The picture of what decides.

use super::Study;
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::figures::more::series;
use crate::model::evaluation::cheapest;
use crate::model::order::sort_short;
use crate::words::numbers::{field_text, money, unit_text, value_text};
use std::sync::Arc;

impl Study<'_> {
    pub(super) fn chart(&self) -> LinesChart {
        let shown = self.context.evaluation.comparison.best().unwrap_or(0);
        let line = |place: usize| Line {
            name: self.context.words(place).short.to_owned(),
            series: series(self.context.strategy(place).tone),
            emphasised: place == shown,
            points: self
                .costs
                .iter()
                .map(|(value, costs)| (*value, costs[place]))
                .collect(),
        };
        let others = (0..self.context.evaluation.strategies.len()).filter(|place| *place != shown);
        let parameter = self.address.parameter;
        LinesChart {
            band: Vec::new(),
            areas: Vec::new(),
            dots: Vec::new(),
            unit: 1.0,
            lines: others.chain([shown]).map(line).collect(),
            rules: vec![Rule::At(
                self.now,
                format!("now {}", value_text(parameter, self.now)),
            )],
            spots: self.spots(),
            x: (self.costs[0].0, self.costs[self.costs.len() - 1].0),
            y: (0.0, self.top()),
            x_tick_label: Arc::new(move |value| {
                // Units of several words stand in the measure above the chart.
                let (before, after) = unit_text(parameter.unit);
                if after.contains(' ') {
                    format!("{before}{}", field_text(parameter, value))
                } else {
                    value_text(parameter, value)
                }
            }),
            y_tick_label: Arc::new(money),
        }
    }

    /// High enough for what costs least everywhere, and not for what grows beyond all measure.
    fn top(&self) -> f64 {
        let least = self
            .costs
            .iter()
            .filter_map(|(_, costs)| cheapest(costs).and_then(|best| costs[best]));
        let most = self
            .costs
            .iter()
            .flat_map(|(_, costs)| costs.iter().flatten().copied());
        let (least, most) = (least.fold(0.0, f64::max), most.fold(0.0, f64::max));
        (least * 2.0).min(most * 1.08).max(1.0)
    }

    fn spots(&self) -> Vec<Spot> {
        let ringed = self.changes.iter().map(|(at, month, winner)| Spot {
            x: *at,
            y: *month,
            label: self.value(*at),
            text: format!(
                "Above {}, {} costs least.",
                self.value(*at),
                self.context.words(*winner).noun
            ),
            ringed: true,
        });
        let plain = self.steps().filter_map(|(value, costs)| {
            let best = cheapest(costs)?;
            Some(Spot {
                x: *value,
                y: costs[best]?,
                label: String::new(),
                text: self.sentence(*value, costs),
                ringed: false,
            })
        });
        let mut spots: Vec<Spot> = ringed.chain(plain).collect();
        sort_short(&mut spots, |a, b| a.x.total_cmp(&b.x));
        spots
    }
}
