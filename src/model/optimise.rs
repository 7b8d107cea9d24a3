//! The best plan: which kind of work goes which way, in tenths between at most two ways, and how many
//! people each team has, so that the month is cheapest and every target is met.
//!
//! Staff are whole people; teams whose posts stay whatever is decided keep theirs. A first plan comes
//! from the pure ways and a few improvements; then every option is either examined or ruled out
//! because even its floor, the money it costs if nobody ever waits or idles beyond rounding up,
//! is no less than the plan in hand. The gap is the plan in hand less the least floor still open; it is
//! zero once nothing is open. Taken as given: that more people never make anybody wait longer.
//!
//! The search knows formulas only. What it finds is simulated, and where the simulation says that a
//! target is missed the search is done again with as much to spare ([`Confirming`]).
//!
//! With more than five kinds of work only improvements are tried, one kind and two kinds at a time:
//! the plan is then the best found, and the gap is that to the floor of all plans. Under work pressure
//! (people who hurry) there is no floor, and no gap is given.

mod branch;
mod choice;
mod confirm;
mod floor;
mod frontier;
pub mod grid;
mod improve;
mod plan;
mod problem;
mod staffing;

pub use confirm::{Confirmed, Confirming};
pub use frontier::Mix;
pub use plan::{Found, OutOfReach, Plan, Reached};
pub use problem::ways_to_mix;

use crate::model::scenario::Scenario;
use crate::model::strategy::MIXABLE;
use branch::Branching;
use frontier::Frontier;
use improve::Improving;
use problem::Problem;
use serde::{Deserialize, Serialize};

/// What may be changed, and how long it may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freedom {
    /// Whether every team keeps its people, so that only the work is shared out.
    pub keep_staff: bool,
    /// Plans tried before the search is given up with the gap that is left.
    pub most_trials: u64,
    /// Ways that may not be used: a bit for each place in the list of those that can be mixed.
    #[serde(default)]
    pub left_out: u16,
}

impl Freedom {
    /// Whether a way may be used, by its key.
    pub fn allows(self, way: &str) -> bool {
        let place = MIXABLE.iter().position(|key| *key == way);
        place.is_some_and(|place| self.left_out >> place & 1 == 0)
    }

    /// The same with a way left out, or let in again.
    pub fn with(mut self, way: &str, allowed: bool) -> Self {
        let bit = MIXABLE.iter().position(|key| *key == way);
        let bit = bit.map_or(0, |place| 1 << place);
        match allowed {
            true => self.left_out &= !bit,
            false => self.left_out |= bit,
        }
        self
    }
}

impl Default for Freedom {
    fn default() -> Self {
        Self {
            keep_staff: false,
            most_trials: MOST_TRIALS,
            left_out: 0,
        }
    }
}

/// Plans tried unless more is asked for: some ten seconds.
pub const MOST_TRIALS: u64 = 30_000;

/// Plans tried to improve the first ones, before the frontier and the proof.
const MOST_IMPROVING: u64 = 8_000;

/// How far a search has come.
enum Stage {
    Improving(Improving),
    Frontier(Frontier),
    Proving(Branching),
    Done,
}

/// A search under way.
pub struct Search {
    problem: Problem,
    freedom: Freedom,
    stage: Stage,
    /// What was looked at for the frontier, once that is done.
    frontier: Option<Frontier>,
    found: Found,
    /// What was told last: the best month, whether the frontier, and how long ago.
    told: (Option<f64>, bool, u32),
}

impl Search {
    /// A search that has not begun.
    pub fn new(scenario: &Scenario, freedom: Freedom) -> Self {
        Self::of(Problem::new(scenario, freedom), freedom)
    }

    /// One that exceeds every target by a share of its own, in the order of the tasks.
    fn with_spare(scenario: &Scenario, freedom: Freedom, spare: &[f64]) -> Self {
        let mut problem = Problem::new(scenario, freedom);
        problem.spare = spare.to_vec();
        Self::of(problem, freedom)
    }

    fn of(problem: Problem, freedom: Freedom) -> Self {
        let found = Found {
            grid: grid::grid(&problem.scenario),
            options: problem.options(),
            ways: problem.ways.clone(),
            out_of_reach: problem.out_of_reach.clone(),
            bound: problem.root_floor(),
            ..Found::default()
        };
        Self {
            stage: Stage::Improving(Improving::new(&problem)),
            problem,
            freedom,
            frontier: None,
            found,
            told: (None, false, 0),
        }
    }

    /// Tries about so many plans more; whether the search has come to its end.
    pub fn advance(&mut self, trials: u64) -> bool {
        let until = self.problem.trials + trials;
        while self.problem.trials < until {
            match &mut self.stage {
                Stage::Improving(improving) => {
                    let half = (self.freedom.most_trials / 2).min(MOST_IMPROVING);
                    if improving.advance(&mut self.problem, until.min(half))
                        || self.problem.trials >= half
                    {
                        self.stage = Stage::Frontier(Frontier::new(&self.problem));
                    }
                }
                Stage::Frontier(frontier) => {
                    if frontier.advance(&mut self.problem, until) {
                        let next = match self.problem.can_be_proved() {
                            true => Stage::Proving(Branching::new(&self.problem)),
                            false => Stage::Done,
                        };
                        if let Stage::Frontier(seen) = std::mem::replace(&mut self.stage, next) {
                            self.frontier = Some(seen);
                            self.tell_frontier();
                        }
                    }
                }
                Stage::Proving(branching) => {
                    if branching.advance(&mut self.problem, until) {
                        (self.found.examined, self.found.pruned) = branching.counted();
                        self.found.proved = true;
                        self.stage = Stage::Done;
                    }
                }
                Stage::Done => break,
            }
            if self.is_done() {
                break;
            }
        }
        let done = self.is_done();
        if done {
            self.complete_frontier();
        }
        done
    }

    /// The proof may have found a better plan: the frontier looks at it too, and is told again.
    fn complete_frontier(&mut self) {
        let frontier = self.frontier.as_mut();
        if frontier.is_some_and(|frontier| frontier.look_at_best(&mut self.problem)) {
            self.tell_frontier();
            self.told.1 = false;
        }
    }

    fn tell_frontier(&mut self) {
        if let Some(frontier) = &self.frontier {
            self.found.frontier = frontier.plans(&self.problem);
            self.found.mixes = frontier.mixes();
        }
    }

    /// Whether nothing is left to do, or no more may be done.
    fn is_done(&self) -> bool {
        match &self.stage {
            Stage::Done => true,
            Stage::Proving(branching) => {
                branching.is_full() || self.problem.trials >= self.freedom.most_trials
            }
            _ => false,
        }
    }

    /// What has been found so far.
    pub fn found(&self) -> Found {
        let mut found = self.found.clone();
        found.best = self.problem.best_plan();
        found.closest = self.problem.closest_plan();
        found.trials = self.problem.trials;
        found.done = self.is_done();
        if let Stage::Proving(branching) = &self.stage {
            (found.examined, found.pruned) = branching.counted();
            found.bound = branching.bound().or(found.bound);
        }
        if let Some(best) = &found.best {
            let bound = found.bound.map(|bound| bound.min(best.month));
            found.bound = if found.proved {
                Some(best.month)
            } else {
                bound
            };
        }
        found
    }

    /// The month of the best plan so far.
    pub fn found_month(&self) -> Option<f64> {
        let best = self.problem.best.as_ref();
        best.map(|held| held.trial.month)
    }

    /// What has been found so far, where there is news: a better plan, the frontier, or for some time
    /// nothing. The frontier is told once; it is empty in what follows.
    pub fn news(&mut self) -> Option<Found> {
        const QUIET: u32 = 20;
        let best = self.problem.best.as_ref().map(|held| held.trial.month);
        let has_frontier = !self.found.frontier.is_empty();
        let (told, told_frontier, since) = self.told;
        let is_news = best != told || has_frontier != told_frontier;
        if !is_news && since < QUIET {
            self.told.2 += 1;
            return None;
        }
        self.told = (best, has_frontier, 0);
        let mut found = self.found();
        if has_frontier && told_frontier {
            found.frontier.clear();
            found.mixes.clear();
        }
        Some(found)
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        match &self.stage {
            Stage::Done => 1.0,
            Stage::Proving(branching) => {
                let (examined, pruned) = branching.counted();
                let of_all = (examined as f64 + pruned) / self.found.options.max(1.0);
                let of_most = self.problem.trials as f64 / self.freedom.most_trials.max(1) as f64;
                of_all.max(of_most).min(1.0)
            }
            _ => 0.0,
        }
    }
}

/// Searches to the end at once.
pub fn optimise(scenario: &Scenario, freedom: Freedom) -> Found {
    let mut search = Search::new(scenario, freedom);
    while !search.advance(u64::MAX / 4) {}
    search.found()
}
