//! Long work on a surge: the search for the cheapest plans, and the simulation of one.

use super::chance::{Chance, Rehearsal};
use super::mix::{Mixed, Search};
use super::terms::Terms;
use crate::model::scenario::SurgePlan;
use serde::{Deserialize, Serialize};

/// Trying a plan takes the time of so many simulated events.
const EVENTS_OF_A_PLAN: u64 = 40;

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wanted {
    /// The cheapest plan of every kind.
    Mix(Box<Terms>),
    /// What chance makes of a plan.
    Chance {
        /// The terms.
        terms: Box<Terms>,
        /// The plan.
        plan: SurgePlan,
        /// Same seed, same luck.
        seed: u64,
    },
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// The cheapest plan of every kind.
    Mix(Box<Mixed>),
    /// What chance makes of a plan.
    Chance(Box<Chance>),
}

/// The work under way.
pub enum Task {
    /// The search.
    Mix(Box<Search>),
    /// The simulation.
    Chance(Box<Rehearsal>),
}

impl Task {
    /// Begins it.
    pub fn new(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Mix(terms) => Self::Mix(Box::new(Search::new(*terms))),
            Wanted::Chance { terms, plan, seed } => {
                Self::Chance(Box::new(Rehearsal::new(*terms, plan, seed)))
            }
        }
    }

    /// Works on for about so many events; whether it is done.
    pub fn advance(&mut self, events: u64) -> bool {
        match self {
            Self::Mix(search) => {
                let plans = (events / EVENTS_OF_A_PLAN).clamp(1, u64::from(u32::MAX));
                search.advance(plans as u32)
            }
            Self::Chance(rehearsal) => {
                // A replication is short, and a slice not longer than that.
                rehearsal.advance()
            }
        }
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        match self {
            Self::Mix(search) => search.share(),
            Self::Chance(rehearsal) => rehearsal.share(),
        }
    }

    /// What was found.
    pub fn found(&self) -> Found {
        match self {
            Self::Mix(search) => Found::Mix(Box::new(search.found().clone())),
            Self::Chance(rehearsal) => Found::Chance(Box::new(rehearsal.found())),
        }
    }
}
