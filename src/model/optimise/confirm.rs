//! The simulation as referee of the best plan.
//!
//! What the formula says is met may be missed: it knows a wait by an approximation, and the shape of
//! a turnaround by two moments. So the best plan is simulated. Where a target lies above the interval
//! that the simulation gives, the search is done again, and allows the formula as much less to be late
//! as it was wrong by: half as much, where twice as much was late; a few times at the most.

use super::{Found, Freedom, Plan, Reached, Search};
use crate::model::scenario::Scenario;
use crate::model::simulation::study::Settings;
use crate::model::simulation::{Estimate, Study, StudyRun, Summary, Verdict};
use crate::model::strategy::{self, ALLOTTED};
use serde::{Deserialize, Serialize};

/// Plans simulated at the most.
const MOST_PLANS: u32 = 6;
/// Half-width of the intervals of the shares, as a part of what may be late; and its limits.
const HALF: f64 = 0.1;
const HALVES: (f64, f64) = (0.002, 0.01);
/// So many times as much is late as the formula says, at the most; and where a plan that it took for
/// good never settles.
const MOST_WRONG: f64 = 4.0;
/// As many events are simulated in the time that one plan takes to try.
const EVENTS_OF_A_TRIAL: u64 = 4_000;

/// What the simulation says of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Confirmed {
    /// What is reached of every target, in their order; nothing where the plan never settles.
    pub shares: Vec<Estimate>,
    /// Share by which every target is exceeded by the formula because it was found wrong, in the
    /// order of the tasks; nothing where it was not.
    pub spare: Vec<f64>,
    /// Plans simulated, this one included.
    pub plans: u32,
    /// Replications of this one.
    pub replications: u32,
}

impl Confirmed {
    /// What is reached of a target of a plan, by its place; none where the plan never settles.
    pub fn of(&self, target: usize) -> Option<Estimate> {
        self.shares.get(target).copied()
    }

    /// Whether a target is missed by more than chance explains; one that the formula never thought
    /// met is not asked about.
    pub fn misses(&self, plan: &Plan, target: usize) -> bool {
        let asked = &plan.targets[target];
        let reached = self.of(target);
        asked.is_met() && reached.is_none_or(|share| share.mean + share.half < asked.asked)
    }

    /// Whether every target that the formula says is met is met.
    pub fn holds(&self, plan: &Plan) -> bool {
        (0..plan.targets.len()).all(|target| !self.misses(plan, target))
    }
}

/// A search whose best plan is simulated.
pub struct Confirming {
    scenario: Scenario,
    freedom: Freedom,
    seed: u64,
    search: Search,
    /// Whether the search is over: its plan is simulated then.
    searched: bool,
    study: Option<Study>,
    /// What was found and simulated before, where the search is done again.
    before: Option<Found>,
    spare: Vec<f64>,
    plans: u32,
    confirmed: Option<Confirmed>,
    /// Whether it has been told that the search is over.
    told: bool,
}

impl Confirming {
    /// A search that has not begun; the seed is that of the simulation.
    pub fn new(scenario: &Scenario, freedom: Freedom, seed: u64) -> Self {
        Self {
            search: Search::new(scenario, freedom),
            scenario: scenario.clone(),
            freedom,
            seed,
            searched: false,
            study: None,
            before: None,
            spare: vec![0.0; scenario.tasks.len()],
            plans: 0,
            confirmed: None,
            told: false,
        }
    }

    /// Works on for about so many events of the simulation, or as long on plans; whether all is done.
    pub fn advance(&mut self, events: u64) -> bool {
        if let Some(study) = &mut self.study {
            return study.advance(events) && self.judge();
        }
        let trials = (events / EVENTS_OF_A_TRIAL).max(1);
        self.searched = self.searched || self.search.advance(trials);
        self.searched && !self.simulate()
    }

    /// Begins to simulate the best plan; whether there is one.
    fn simulate(&mut self) -> bool {
        let plan = self.search.found().best;
        let run = plan
            .as_ref()
            .and_then(|plan| run_of(plan.applied(&self.scenario)));
        let asked = plan.iter().flat_map(|plan| &plan.targets);
        let strictest = asked.map(|target| target.asked).fold(0.0, f64::max);
        let half = (HALF * (1.0 - strictest)).clamp(HALVES.0, HALVES.1);
        let settings = Settings::of_shares(self.seed, half);
        self.study = run.map(|run| Study::new(vec![run], settings));
        self.plans += u32::from(self.study.is_some());
        self.study.is_some()
    }

    /// The simulation is over: whether that is the end, or the search begins anew.
    fn judge(&mut self) -> bool {
        let mut found = self.search.found();
        let Some((study, plan)) = self.study.take().zip(found.best.as_ref()) else {
            return true;
        };
        let confirmed = Confirmed {
            shares: match study.verdicts().first() {
                Some(Verdict::Steady { summary, .. }) => shares(plan, summary),
                _ => Vec::new(),
            },
            spare: match self.plans {
                1 => Vec::new(),
                _ => self.spare.clone(),
            },
            plans: self.plans,
            replications: study.effort().replications,
        };
        if confirmed.holds(plan) || self.plans == MOST_PLANS {
            self.confirmed = Some(confirmed);
            return true;
        }
        for (place, target) in plan.targets.iter().enumerate() {
            if !confirmed.misses(plan, place) {
                continue;
            }
            let spare = &mut self.spare[target.task];
            *spare = spare.max(to_spare(target, confirmed.of(place)));
        }
        found.confirmed = Some(confirmed);
        self.before = Some(found);
        self.search = Search::with_spare(&self.scenario, self.freedom, &self.spare);
        self.searched = false;
        false
    }

    /// What has been found so far: the plan that was simulated until a better one has been.
    pub fn found(&self) -> Found {
        let found = self.search.found();
        match &self.before {
            // Nothing has as much to spare: what there was stands, with what is said against it.
            Some(before) if found.best.is_none() || !self.searched => before.clone(),
            _ => Found {
                confirmed: self.confirmed.clone(),
                ..found
            },
        }
    }

    /// What has been found so far, where there is news.
    pub fn news(&mut self) -> Option<Found> {
        match (&self.study, self.told) {
            (None, _) if self.before.is_some() => None,
            (None, _) => self.search.news(),
            (Some(_), true) => None,
            (Some(_), false) => {
                self.told = true;
                Some(self.found())
            }
        }
    }

    /// How far the search is, or the simulation that follows it, 0 to 1.
    pub fn share(&self) -> f64 {
        match &self.study {
            Some(study) => study.progress(),
            None => self.search.share(),
        }
    }
}

/// Share by which the formula is to exceed a target that a plan missed in the simulation.
fn to_spare(target: &Reached, found: Option<Estimate>) -> f64 {
    let late = |share: f64| (1.0 - share).max(f64::MIN_POSITIVE);
    let wrong = match (target.reached, found) {
        (Some(formula), Some(found)) => late(found.mean) / late(formula),
        _ => MOST_WRONG,
    };
    (1.0 - target.asked) * (1.0 - 1.0 / wrong.min(MOST_WRONG))
}

/// What is to be simulated of a plan; none where that cannot be.
fn run_of(scenario: Scenario) -> Option<StudyRun> {
    let strategy = strategy::find(ALLOTTED)?;
    let uses_tool = strategy.needs_tool(&scenario);
    let (staffed, routes) = strategy.under(&scenario)?;
    StudyRun::new(staffed.into_owned(), &routes, uses_tool).ok()
}

/// What is reached of every target of a plan.
fn shares(plan: &Plan, found: &Summary) -> Vec<Estimate> {
    let reached = plan.targets.iter().map(|target| {
        let stream = found.streams.iter().find(|one| one.task == target.task);
        stream.map_or(found.within, |stream| match target.answer {
            true => stream.answered,
            false => stream.within,
        })
    });
    reached.collect()
}
