//! D4: the cheapest plan of each kind, by trying all of them.
//!
//! Temporary staff 0 to 30, every week in which they could begin, contracts of 1 to 30 weeks, overtime
//! of nothing, a tenth or a fifth in the weeks in which more arrives than the team can do; overtime
//! alone for 1 to 60 weeks; permanent hires 0 to 30. Where the end is uncertain, the cost is the mean
//! over all ends.

use super::terms::Terms;
use super::walk::price;
use crate::model::scenario::SurgePlan;
use serde::{Deserialize, Serialize};

/// Most people hired.
pub const MOST_PEOPLE: u32 = 30;
/// Longest contract, in weeks.
pub const LONGEST: u32 = 30;
/// Overtime that is tried.
pub const OVERTIME: [f64; 3] = [0.0, 0.1, 0.2];
/// Most weeks in which temporary staff could begin that are tried.
const MOST_STARTS: u32 = 21;
/// Longest overtime alone, in weeks.
const LONGEST_OVERTIME: u32 = 60;

/// The cheapest plans of each kind, and how many were tried.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mixed {
    /// Overtime alone.
    pub overtime: Best,
    /// Temporary staff alone.
    pub temps: Best,
    /// Permanent staff alone.
    pub hires: Best,
    /// Temporary staff and overtime.
    pub mix: Best,
    /// Plans tried.
    pub examined: u32,
    /// Of how many.
    pub of: u32,
}

/// The cheapest plan of a kind, and its cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// The plan.
    pub plan: SurgePlan,
    /// Its cost over all ends; infinite before the first was tried.
    #[serde(with = "super::mix::perhaps")]
    pub cost: f64,
}

impl Default for Best {
    fn default() -> Self {
        Self {
            plan: SurgePlan::default(),
            cost: f64::INFINITY,
        }
    }
}

impl Best {
    fn offer(&mut self, plan: &SurgePlan, cost: f64) {
        if cost < self.cost {
            *self = Self { plan: *plan, cost };
        }
    }
}

/// JSON has no infinity.
pub(super) mod perhaps {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(cost: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        Some(*cost)
            .filter(|cost| cost.is_finite())
            .serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or(f64::INFINITY))
    }
}

/// The search under way.
pub struct Search {
    terms: Terms,
    demands: Vec<Vec<f64>>,
    first_start: u32,
    starts: u32,
    surge_weeks: u32,
    found: Mixed,
}

impl Search {
    /// Begins it.
    pub fn new(terms: Terms) -> Self {
        let demands: Vec<Vec<f64>> = terms.ends().iter().map(|end| terms.demand(*end)).collect();
        let first_start = terms.surge.earliest.round() as u32;
        let last = (terms.surge.weekly.len() as u32)
            .saturating_sub(1)
            .max(first_start);
        let starts = (last - first_start + 1).min(MOST_STARTS);
        let surge_weeks = terms
            .excess(&terms.demand(0))
            .map_or(0, |(_, weeks)| weeks as u32);
        let mut search = Self {
            terms,
            demands,
            first_start,
            starts,
            surge_weeks,
            found: Mixed::default(),
        };
        search.found.of = search.mixes() + search.overtimes() + MOST_PEOPLE;
        search
    }

    fn mixes(&self) -> u32 {
        OVERTIME.len() as u32 * (1 + MOST_PEOPLE * LONGEST * self.starts)
    }

    fn overtimes(&self) -> u32 {
        (OVERTIME.len() as u32 - 1) * LONGEST_OVERTIME
    }

    /// Tries so many more; whether all have been tried.
    pub fn advance(&mut self, plans: u32) -> bool {
        let until = (self.found.examined.saturating_add(plans)).min(self.found.of);
        for index in self.found.examined..until {
            self.examine(index);
        }
        self.found.examined = until;
        until == self.found.of
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        f64::from(self.found.examined) / f64::from(self.found.of.max(1))
    }

    /// What was found so far.
    pub fn found(&self) -> &Mixed {
        &self.found
    }

    fn examine(&mut self, index: u32) {
        let (mixes, overtimes) = (self.mixes(), self.overtimes());
        if index < mixes {
            let plan = self.mix(index);
            let cost = self.cost(&plan);
            if plan.overtime <= 0.0 {
                self.found.temps.offer(&plan, cost);
            }
            self.found.mix.offer(&plan, cost);
            if plan.temps <= 0.0 && plan.overtime <= 0.0 {
                self.found.overtime.offer(&plan, cost);
                self.found.hires.offer(&plan, cost);
            }
        } else if index < mixes + overtimes {
            let place = index - mixes;
            let plan = SurgePlan {
                overtime: OVERTIME[1 + (place / LONGEST_OVERTIME) as usize],
                overtime_weeks: f64::from(1 + place % LONGEST_OVERTIME),
                ..SurgePlan::default()
            };
            self.found.overtime.offer(&plan, self.cost(&plan));
        } else {
            let hires = f64::from(index - mixes - overtimes + 1);
            let plan = SurgePlan {
                hires,
                ..SurgePlan::default()
            };
            self.found.hires.offer(&plan, self.cost(&plan));
        }
    }

    /// The plan at a place: overtime goes round first, then nobody, then people by contract and start.
    fn mix(&self, index: u32) -> SurgePlan {
        let kinds = OVERTIME.len() as u32;
        let overtime = OVERTIME[(index % kinds) as usize];
        let place = index / kinds;
        let worked = SurgePlan {
            overtime,
            overtime_weeks: if overtime > 0.0 {
                f64::from(self.surge_weeks)
            } else {
                0.0
            },
            ..SurgePlan::default()
        };
        let Some(place) = place.checked_sub(1) else {
            return worked;
        };
        let (place, people) = (place / MOST_PEOPLE, place % MOST_PEOPLE + 1);
        SurgePlan {
            temps: f64::from(people),
            weeks: f64::from(place % LONGEST + 1),
            start: f64::from(self.first_start + place / LONGEST),
            ..worked
        }
    }

    fn cost(&self, plan: &SurgePlan) -> f64 {
        let costs = self
            .demands
            .iter()
            .map(|demand| price(&self.terms, demand, plan));
        costs.sum::<f64>() / self.demands.len() as f64
    }
}
