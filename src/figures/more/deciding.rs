//! What decides: the month of every way against one number of the user's choice, with the value at
//! which the best changes.

mod chart;
mod words;

use super::{Drawing, Figure};
use crate::model::evaluation::{cheapest, compared, monthly_costs};
use crate::model::findings::Turns;
use crate::model::presets;
use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Address, Scenario};
use crate::model::turning_points::crossing;
use crate::words::labels::label;
use crate::words::numbers::found_text;
use crate::words::sentences::Context;

/// Stable name of the figure.
pub const KEY: &str = "deciding";
/// Places on the axis at which the lines are computed.
const PLACES: usize = 40;

/// The numbers that one may choose from: those that would change the answer, nearest first, then
/// the example's own.
pub fn choices(context: &Context, turns: &Turns) -> Vec<Address> {
    let mut all: Vec<Address> = Vec::new();
    let points = turns.turning_points.iter().map(|point| point.address);
    let keys = presets::of(context.scenario)
        .controls
        .iter()
        .chain(presets::deciders(presets::of(context.scenario).key));
    let own = keys.filter_map(|key| Address::find(context.scenario, key));
    for address in points.chain(own) {
        if !all.contains(&address) && !address.parameter.unit.is_choice() {
            all.push(address);
        }
    }
    all
}

/// The figure for one number; `None` where no way keeps up anywhere.
pub fn build(context: &Context, turns: &Turns, address: Address) -> Option<Figure> {
    let study = Study::of(context, turns, address);
    let any = study
        .costs
        .iter()
        .any(|(_, costs)| costs.iter().any(Option::is_some));
    any.then(|| Figure {
        headline: study.headline(),
        measure: format!(
            "Monthly run by {}",
            crate::words::labels::lower_first(&label(context.scenario, &address))
        ),
        summary: study.summary(),
        table: study.table(),
        drawing: Drawing::Curves(study.chart()),
    })
}

/// The months over a range of one number.
struct Study<'a> {
    context: &'a Context<'a>,
    address: Address,
    now: f64,
    /// The number, and the month of each way there.
    costs: Vec<(f64, Vec<Option<f64>>)>,
    /// Where the best changes: the number, the month there, the way that wins above it.
    changes: Vec<(f64, f64, usize)>,
}

impl<'a> Study<'a> {
    fn of(context: &'a Context<'a>, turns: &Turns, address: Address) -> Self {
        let now = address.read(context.scenario);
        let values = values(turns, address, now);
        let mut trial = context.scenario.clone();
        let mut at = |value: f64| {
            address.write(&mut trial, value);
            monthly_costs(&trial)
        };
        let costs: Vec<_> = values.into_iter().map(|value| (value, at(value))).collect();
        let mut study = Self {
            context,
            address,
            now,
            costs,
            changes: Vec::new(),
        };
        study.changes = study.changes();
        study
    }

    /// Between two places with another best, the crossing of the two.
    fn changes(&self) -> Vec<(f64, f64, usize)> {
        let ways = compared(self.context.scenario);
        let change = |pair: &[(f64, Vec<Option<f64>>)]| {
            let (low, high) = (&pair[0], &pair[1]);
            let (before, after) = (cheapest(&low.1)?, cheapest(&high.1)?);
            if before == after {
                return None;
            }
            let mut trial: Scenario = self.context.scenario.clone();
            self.address.write(&mut trial, low.0);
            let at = crossing(&trial, self.address, ways[before], ways[after])
                .filter(|at| (low.0..=high.0).contains(at))?;
            self.address.write(&mut trial, at);
            let month = monthly_costs(&trial)[after].or(high.1[after])?;
            Some((at, month, after))
        };
        self.costs.windows(2).filter_map(change).collect()
    }

    fn value(&self, value: f64) -> String {
        found_text(self.address.parameter, value)
    }

    /// The change that lies nearest to where the number stands.
    fn nearest(&self) -> Option<&(f64, f64, usize)> {
        let distance = |change: &&(f64, f64, usize)| (change.0 - self.now).abs();
        self.changes
            .iter()
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    fn steps(&self) -> impl Iterator<Item = &(f64, Vec<Option<f64>>)> {
        let every = (self.costs.len() / 10).max(1);
        self.costs.iter().step_by(every)
    }
}

/// The places on the axis: round where the number stands, out to where the answer changes.
fn values(turns: &Turns, address: Address, now: f64) -> Vec<f64> {
    let row = address.parameter;
    let turning = turns
        .turning_points
        .iter()
        .find(|point| point.address == address);
    let at = turning.map_or(now, |point| point.at);
    let (low, high) = (now.min(at) * 0.4, now.max(at) * 1.5);
    let high = if high > 0.0 { high } else { row.slider.1 };
    let (low, high) = (
        low.max(row.limit.0).max(row.slider.0.min(low)),
        high.min(row.limit.1),
    );
    if row.unit == Unit::People {
        let (low, high) = (low.floor(), (high.ceil()).max(low + 4.0));
        let stride = ((high - low) / PLACES as f64).ceil().max(1.0);
        let count = ((high - low) / stride) as usize;
        return (0..=count)
            .map(|place| low + stride * place as f64)
            .collect();
    }
    (0..=PLACES)
        .map(|place| low + (high - low) * place as f64 / PLACES as f64)
        .collect()
}
