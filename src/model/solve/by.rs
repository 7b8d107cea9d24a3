//! The number that may be changed: where it stands, how far it goes, what lies between.

use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Address, Scenario};

/// The number that may be changed.
#[derive(Clone, Copy, PartialEq)]
pub enum By {
    /// A number of the table.
    Number(Address),
    /// The demand of all kinds of work, as a multiple of the present one.
    Demand,
}

/// Most and least demand, as multiples of the present one.
const DEMAND: (f64, f64) = (0.01, 10.0);
/// Most people that are looked at.
const MOST_PEOPLE: f64 = 500.0;

impl By {
    /// Where it stands.
    pub fn now(self, scenario: &Scenario) -> f64 {
        match self {
            Self::Number(address) => address.read(scenario),
            Self::Demand => 1.0,
        }
    }

    /// The scenario with it at a value.
    pub fn at(self, scenario: &Scenario, value: f64) -> Scenario {
        let mut changed = scenario.clone();
        match self {
            Self::Number(address) => {
                address.write(&mut changed, value);
            }
            Self::Demand => {
                for task in &mut changed.tasks {
                    task.rate = task.rate * value;
                }
            }
        }
        changed
    }

    /// Whether it counts whole people.
    pub fn is_people(self) -> bool {
        matches!(self, Self::Number(address) if address.parameter.unit == Unit::People)
    }

    /// The ends of its range.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Number(address) if self.is_people() => (address.parameter.limit.0, MOST_PEOPLE),
            Self::Number(address) => address.parameter.limit,
            Self::Demand => DEMAND,
        }
    }

    /// How far apart two of its values are, as a share of its slider.
    pub fn distance(self, one: f64, other: f64) -> f64 {
        match self {
            Self::Number(address) => {
                let row = address.parameter;
                (row.position(one) - row.position(other)).abs()
            }
            Self::Demand => (one / other).ln().abs() / (DEMAND.1 / DEMAND.0).ln(),
        }
    }

    /// Halves the way between a place where something is as before and one where it has changed, as
    /// `is_met` says; the value just beyond the change.
    pub(in crate::model) fn close_in(
        self,
        before: f64,
        after: f64,
        is_met: impl Fn(f64) -> bool,
    ) -> f64 {
        const HALVINGS: usize = 50;
        let begins_met = is_met(before);
        let (mut before, mut after) = (before, after);
        for _ in 0..HALVINGS {
            let middle = match self.is_people() {
                true => (0.5 * (before + after)).round(),
                false => 0.5 * (before + after),
            };
            if middle == before || middle == after {
                break;
            }
            match is_met(middle) == begins_met {
                true => before = middle,
                false => after = middle,
            }
        }
        after
    }

    /// Places between where it stands and an end of its range, the nearest first, that end last.
    pub(super) fn places(self, now: f64, end: f64) -> Vec<f64> {
        if self.is_people() {
            return people(now, end);
        }
        let count = PLACES as f64;
        let at = |i: usize| {
            let share = i as f64 / count;
            match self {
                Self::Number(address) => {
                    let row = address.parameter;
                    let edge = end.clamp(row.slider.0, row.slider.1);
                    let (from, to) = (row.position(now), row.position(edge));
                    row.value_at(from + (to - from) * share)
                }
                // A multiple goes by ratios.
                Self::Demand => now * (end / now).powf(share),
            }
        };
        let mut places: Vec<f64> = (1..=PLACES).map(at).collect();
        places.retain(|place| (place - now) * (end - now) > 0.0);
        places.push(end);
        places
    }
}

/// Places that are looked at on the way to each end.
const PLACES: usize = 40;

/// Whole people from where they stand to an end: each of the first, then in growing steps.
fn people(now: f64, end: f64) -> Vec<f64> {
    const ONE_BY_ONE: f64 = 40.0;
    let up = end > now;
    let mut places = Vec::new();
    let mut place = if up {
        now.floor() + 1.0
    } else {
        now.ceil() - 1.0
    };
    while if up { place < end } else { place > end } {
        places.push(place);
        let far = (place - now).abs();
        let step = if far < ONE_BY_ONE {
            1.0
        } else {
            (far / 10.0).floor()
        };
        place += if up { step } else { -step };
    }
    if end != now {
        places.push(end);
    }
    places
}
