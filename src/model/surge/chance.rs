//! The same weeks task by task, with chance in them: the referee of the fluid model.
//!
//! Every replication begins at the beginning and ends with the last week; nothing is cut off. Tasks
//! arrive at random moments at the rate of their week, which varies itself; the work of each is drawn;
//! people work at the speed of their week (present, learning, in overtime, coaching); temporary staff
//! leave by the hazard; the surge ends in one of the weeks in which it may. Who leaves puts the task at
//! hand back to the head of the line. From the first week in which too much arrives until nobody waits,
//! the front office takes a task once as many wait as the team has people. The same weeks without surge
//! and plan are played beside it: lines that chance makes in any week are no backlog of the surge, and are
//! taken off; what usual weeks pile up without chance stays.

mod people;
mod replication;

use super::terms::Terms;
use super::walk::run;
use crate::model::scenario::SurgePlan;
use crate::model::simulation::Estimate;
use replication::{Played, replicate};
use serde::{Deserialize, Serialize};

/// Fewest and most replications.
const FEWEST: u32 = 20;
const MOST: u32 = 200;
/// Half the interval of the cost, as a share of it, that is good enough.
const PRECISION: f64 = 0.02;

/// What chance made of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// Replications played.
    pub replications: u32,
    /// Pay and hiring, and the front office's hours.
    pub paid: Estimate,
    /// What waiting cost, beyond that of usual weeks.
    pub backlog: Estimate,
    /// Both.
    pub total: Estimate,
    /// What waiting would have cost without a surge, beyond what it costs without chance.
    pub usual_backlog: Estimate,
    /// Most that waited at the end of a week.
    pub peak: Estimate,
    /// The moment at which nobody waited for the first time, in weeks, over the replications in which
    /// there was one.
    pub moment: Estimate,
    /// The same in one case of ten and in nine of ten; `None` where not so many cleared.
    pub moments: (Option<f64>, Option<f64>),
    /// Share of the replications in which there was one.
    pub cleared: f64,
    /// What waits at the end of every week: mean, what one in ten undercuts, what one in ten exceeds.
    pub weeks: Vec<(f64, f64, f64)>,
}

/// The simulation under way.
pub struct Rehearsal {
    terms: Terms,
    plan: SurgePlan,
    seed: u64,
    ends: Vec<i32>,
    played: Vec<Played>,
    usual: Vec<f64>,
}

impl Rehearsal {
    /// Begins it.
    pub fn new(terms: Terms, plan: SurgePlan, seed: u64) -> Self {
        let ends = terms.ends();
        Self {
            terms,
            plan,
            seed,
            ends,
            played: Vec::new(),
            usual: Vec::new(),
        }
    }

    /// Plays one more replication; whether that was enough.
    pub fn advance(&mut self) -> bool {
        let number = self.played.len() as u32;
        // Every end in its turn: as often as it is likely.
        let end = self.ends[number as usize % self.ends.len()];
        let demand = self.terms.demand(end);
        self.played.push(replicate(
            &self.terms,
            &demand,
            &self.plan,
            self.seed,
            number,
        ));
        let usual: Vec<f64> = (0..demand.len())
            .map(|week| self.terms.usual_in(week))
            .collect();
        let nothing = SurgePlan::default();
        let mut quiet = self.terms.clone();
        quiet.surge.waiting = 0.0;
        let without_chance = run(&quiet, &usual, &nothing).waiting;
        let waiting = replicate(&quiet, &usual, &nothing, self.seed, number).waiting;
        self.usual.push(waiting - without_chance);
        let count = self.played.len() as u32;
        let whole_rounds = count.is_multiple_of(self.ends.len() as u32);
        count >= MOST || (count >= FEWEST && whole_rounds && self.total().relative() <= PRECISION)
    }

    /// How far it is, 0 to 1, as far as can be foreseen.
    pub fn share(&self) -> f64 {
        let count = self.played.len() as f64;
        let needed = match count {
            count if count < f64::from(FEWEST) => f64::from(FEWEST),
            count => count * (self.total().relative() / PRECISION).powi(2),
        };
        count / needed.clamp(f64::from(FEWEST), f64::from(MOST)).max(count)
    }

    fn total(&self) -> Estimate {
        let price = self.terms.surge.week_cost;
        let both = self.played.iter().zip(&self.usual);
        Estimate::of(both.map(|(played, usual)| played.paid + price * (played.waiting - usual)))
    }

    /// What was found so far.
    pub fn found(&self) -> Chance {
        let price = self.terms.surge.week_cost;
        let of = |value: fn(&Played) -> f64| Estimate::of(self.played.iter().map(value));
        let both = self.played.iter().zip(&self.usual);
        let mut moments: Vec<f64> = self.played.iter().filter_map(|one| one.cleared).collect();
        moments.sort_by(f64::total_cmp);
        let count = self.played.len();
        let weeks = self.played.first().map_or(0, |one| one.backlog.len());
        Chance {
            replications: count as u32,
            paid: of(|one| one.paid),
            backlog: Estimate::of(both.map(|(one, usual)| price * (one.waiting - usual))),
            total: self.total(),
            usual_backlog: Estimate::of(self.usual.iter().map(|usual| price * usual)),
            peak: of(|one| one.backlog.iter().copied().fold(0.0, f64::max)),
            moment: Estimate::of(moments.iter().copied()),
            moments: (ranked(&moments, count, 0.1), ranked(&moments, count, 0.9)),
            cleared: moments.len() as f64 / count.max(1) as f64,
            weeks: (0..weeks).map(|week| self.spread_of(week)).collect(),
        }
    }

    fn spread_of(&self, week: usize) -> (f64, f64, f64) {
        let mut all: Vec<f64> = self.played.iter().map(|one| one.backlog[week]).collect();
        all.sort_by(f64::total_cmp);
        let count = all.len();
        let at = |share| ranked(&all, count, share).unwrap_or(0.0);
        (
            all.iter().sum::<f64>() / count.max(1) as f64,
            at(0.1),
            at(0.9),
        )
    }
}

/// The value that a share of `of` replications does not exceed.
fn ranked(sorted: &[f64], of: usize, share: f64) -> Option<f64> {
    let rank = (share * of as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

/// Plays until it is enough.
pub fn rehearse(terms: Terms, plan: SurgePlan, seed: u64) -> Chance {
    let mut rehearsal = Rehearsal::new(terms, plan, seed);
    while !rehearsal.advance() {}
    rehearsal.found()
}
