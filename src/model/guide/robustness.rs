//! How sure the ranking is: how often each way ranks first when weights and inputs are drawn by chance.
//!
//! Weights are drawn evenly over all that add up to one (Dirichlet with all parameters 1); inputs are
//! the example's deciding numbers, each evenly within a tenth of where it stands, spread over that
//! range as a Latin hypercube. Every set of inputs meets its share of the 2,000 sets of weights.
//! The draws belong to the scenario's seed: the same seed gives the same answer.

use super::{Scored, guide, ranked};
use crate::model::evaluation::evaluate;
use crate::model::presets;
use crate::model::scenario::principles::COUNT;
use crate::model::scenario::{Address, Scenario};
use crate::model::simulation::draws::{Purpose, StreamKey};

/// Sets of inputs.
pub const INPUTS: usize = 40;
/// Sets of weights for each.
pub const WEIGHTS: usize = 50;
/// By how much of itself an input is moved at the most.
pub const SPREAD: f64 = 0.1;

/// A count under way.
pub struct Robustness {
    scenario: Scenario,
    inputs: Vec<Address>,
    /// For every input the order in which its parts of the range are taken.
    orders: Vec<Vec<usize>>,
    key: StreamKey,
    done: usize,
    first: Vec<u32>,
}

impl Robustness {
    /// A count that has not begun.
    pub fn new(scenario: &Scenario) -> Self {
        let keys = presets::deciders(presets::of(scenario).key).iter();
        let inputs: Vec<Address> = keys
            .filter_map(|key| Address::find(scenario, key))
            .collect();
        let key = StreamKey::new(scenario.simulation.seed as u64, 0, GUIDE);
        let orders = (0..inputs.len())
            .map(|input| shuffled(key, input))
            .collect();
        Self {
            scenario: scenario.clone(),
            inputs,
            orders,
            key,
            done: 0,
            first: Vec::new(),
        }
    }

    /// Draws one set of inputs and its weights; whether all have been drawn.
    pub fn advance(&mut self) -> bool {
        if self.done < INPUTS {
            let changed = self.drawn(self.done);
            let ways = guide(&changed, &evaluate(&changed)).ways;
            self.first.resize(ways.len(), 0);
            for place in 0..WEIGHTS {
                if let Some(first) = ranked(&self.weights(place), &ways).first() {
                    self.first[*first] += 1;
                }
            }
            self.done += 1;
        }
        self.done >= INPUTS
    }

    /// How often each way ranked first so far, as shares of all draws.
    pub fn shares(&self) -> Vec<f64> {
        let all = (self.done * WEIGHTS).max(1) as f64;
        self.first
            .iter()
            .map(|count| f64::from(*count) / all)
            .collect()
    }

    /// The scenario with a set of inputs.
    fn drawn(&self, set: usize) -> Scenario {
        let mut changed = self.scenario.clone();
        for (input, (address, order)) in self.inputs.iter().zip(&self.orders).enumerate() {
            let task = self.key.task((1_000 + input) as u64);
            let within = task.draw(set as u32, Purpose::Service).share();
            let share = (order[set] as f64 + within) / INPUTS as f64;
            let now = address.read(&self.scenario);
            address.write(&mut changed, now * (1.0 + SPREAD * (2.0 * share - 1.0)));
        }
        changed
    }

    /// A set of weights: exponential draws over their sum.
    fn weights(&self, place: usize) -> [f64; COUNT] {
        let number = (self.done * WEIGHTS + place) as u64;
        let mut draw = self.key.task(number).draw(0, Purpose::Gap);
        let drawn = [0; COUNT].map(|_| -libm::log(draw.share()));
        let sum: f64 = drawn.iter().sum();
        drawn.map(|weight| weight / sum)
    }
}

/// The stream of these draws: none of a task.
const GUIDE: usize = 900_001;

/// The parts of a range in an order of their own: Fisher and Yates.
fn shuffled(key: StreamKey, input: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..INPUTS).collect();
    let mut draw = key.task((2_000 + input) as u64).draw(0, Purpose::Branch);
    for place in (1..INPUTS).rev() {
        let other = (draw.share() * (place + 1) as f64) as usize;
        order.swap(place, other.min(place));
    }
    order
}

/// Counts to the end at once.
pub fn first_shares(scenario: &Scenario) -> Vec<f64> {
    let mut count = Robustness::new(scenario);
    while !count.advance() {}
    count.shares()
}

/// Whether there is anything to count: two ways that no veto rules out.
pub fn is_worth_it(ways: &[Scored]) -> bool {
    ways.iter().filter(|way| way.veto.is_none()).count() > 1
}
