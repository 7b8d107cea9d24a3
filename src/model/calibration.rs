//! Today, held against what is observed: where model and observation differ, and which single number,
//! moved least along its slider, would make the model say what is seen.
//!
//! One observation cannot tell which input is off; several narrow it down. For every candidate the
//! misfit of all observations is given before and after: the sum of |ln(model / observed)|.

use super::evaluation::{StrategyEvaluation, evaluate_strategy};
use super::order::sort_short;
use super::scenario::parameter::{Slot, Unit};
use super::scenario::{Address, Scenario};
use super::strategy::Strategy;
use super::turning_points::nearest_change;
use serde::Serialize;
use std::cell::RefCell;

/// What may be observed of the present arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Observable {
    /// Mean time from request to completion, minutes.
    Mean,
    /// Minutes within which nine in ten are done.
    P90,
    /// Share done within its promise.
    Within,
    /// How busy a team is with this work, by its place in the scenario.
    Busy(usize),
    /// Cost of a month.
    Month,
}

/// One thing observed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Observation {
    /// What.
    pub of: Observable,
    /// Its value: minutes, a share, money a month.
    pub value: f64,
}

/// A number that would make the model say what is observed.
#[derive(Clone, Copy)]
pub struct Suspect {
    /// The number.
    pub address: Address,
    /// Where it stands.
    pub now: f64,
    /// Where it would have to stand.
    pub at: f64,
    /// Which observation it then meets, by place.
    pub meets: usize,
    /// How far away that is, as a share of the slider.
    pub distance: f64,
    /// The misfit of all observations then.
    pub misfit: f64,
}

impl Observable {
    /// What the model says; `None` where it says nothing.
    pub fn of(self, way: &StrategyEvaluation) -> Option<f64> {
        let time = way.turnaround.as_ref();
        let value = match self {
            Self::Mean => time.map(|time| time.mean.get()),
            Self::P90 => time.map(|time| time.p90.get()),
            Self::Within => time.map(|time| time.within_promise.get()),
            Self::Busy(team) => way.teams.get(team).map(|team| team.occupancy.get()),
            Self::Month => Some(way.month.total().get()),
        };
        value.filter(|_| way.status.runs())
    }
}

/// The misfit of all observations; none where the model says nothing of one of them.
pub fn misfit(way: &StrategyEvaluation, seen: &[Observation]) -> Option<f64> {
    const LEAST: f64 = 1e-6;
    let one = |seen: &Observation| {
        let said = seen.of.of(way)?;
        Some((said.max(LEAST) / seen.value.max(LEAST)).ln().abs())
    };
    seen.iter().map(one).sum()
}

/// Numbers that are measured badly more often than they are wrong on purpose.
const CANDIDATES: &[&str] = &[
    "rate",
    "front_minutes",
    "back_minutes",
    "service_scv",
    "hand_off_minutes",
    "hand_off_delay",
    "unclear",
    "clarify_front_minutes",
    "clarify_back_minutes",
    "staff",
    "shrinkage",
    "error",
    "detection",
    "client_hours",
];

/// The numbers that would make the model say what is observed under a way: those that leave the
/// smallest misfit first, and of those alike the nearest.
pub fn suspects(scenario: &Scenario, way: &Strategy, seen: &[Observation]) -> Vec<Suspect> {
    let mut found = Vec::new();
    for address in Address::all(scenario) {
        let row = address.parameter;
        let is_pay = row.field == "rate" && matches!(row.slot, Slot::Team(_));
        if is_pay || !CANDIDATES.contains(&row.field) || row.unit == Unit::Switch {
            continue;
        }
        for place in 0..seen.len() {
            found.extend(suspect(scenario, way, seen, address, place));
        }
    }
    sort_short(&mut found, |a: &Suspect, b: &Suspect| {
        let near = |one: &Suspect| one.misfit + one.distance * 1e-3;
        near(a).total_cmp(&near(b))
    });
    // Of one number only its best value counts.
    let mut kept: Vec<Suspect> = Vec::new();
    for one in found {
        let same = |other: &Suspect| other.address.key(scenario) == one.address.key(scenario);
        if !kept.iter().any(same) {
            kept.push(one);
        }
    }
    kept
}

/// The value of a number nearest to where it stands at which one observation is met.
fn suspect(
    scenario: &Scenario,
    way: &Strategy,
    seen: &[Observation],
    address: Address,
    place: usize,
) -> Option<Suspect> {
    let trial = RefCell::new(scenario.clone());
    let at = |value: f64| {
        let mut trial = trial.borrow_mut();
        address.write(&mut trial, value);
        evaluate_strategy(&trial, way)
    };
    let observed = seen[place];
    // What no formula says is too much of anything: an overload waits longer than anybody observed.
    let is_above = |value: f64| {
        let said = at(value).and_then(|way| observed.of.of(&way));
        said.map_or(observed.of != Observable::Within, |said| {
            said > observed.value
        })
    };
    let now = address.read(scenario);
    let before = is_above(now);
    let there = nearest_change(scenario, address, |value| is_above(value) == before)?;
    let way = at(there)?;
    let misfit = misfit(&way, seen)?;
    let row = address.parameter;
    Some(Suspect {
        address,
        now,
        at: there,
        meets: place,
        distance: (row.position(there) - row.position(now)).abs(),
        misfit,
    })
}
