//! Long work: asked for as a job, done in slices, answered with an outcome.
//!
//! A job is plain data and so is its outcome; both travel as text, from the page to a worker and
//! back. Where it runs (in place, in slices between frames, in a worker) changes nothing in the
//! answer. Whoever runs it calls [`Work::advance`] until there is an outcome, and drops it to
//! cancel.

use super::desks::{Desks, Search};
use super::optimise::{Confirming, Found, Freedom};
use super::scenario::Scenario;
use super::simulation::study::{Effort, Settings};
use super::simulation::{Impossible, Study, StudyRun, Verdict};
use super::strategy;
use super::surge;
use super::units::People;
use serde::{Deserialize, Serialize};

/// What is to be simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Which state of the page it belongs to; the outcome carries it back.
    pub revision: u32,
    /// The scenario.
    pub scenario: Scenario,
    /// The runs, all over the same tasks.
    pub runs: Vec<Ask>,
    /// How it is done.
    pub settings: Settings,
    /// Whether the desks are searched too.
    #[serde(default)]
    pub desks: bool,
    /// What the best plan may change, where it is searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Freedom>,
    /// What is wanted of a surge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surge: Option<surge::Wanted>,
}

/// One run: a strategy, and perhaps another number of people in one team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The strategy's key.
    pub strategy: String,
    /// A team, by its place in the scenario, and how many it has on its roster.
    pub staff: Option<(usize, f64)>,
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The job's revision.
    pub revision: u32,
    /// What was done.
    pub effort: Effort,
    /// The runs that were asked for.
    pub asked: Vec<Ask>,
    /// What is said of every run, in their order.
    pub runs: Vec<Said>,
    /// What was found at the desks, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desks: Option<Desks>,
    /// The best plan, where it was searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Found>,
    /// What was found of a surge, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surge: Option<surge::Found>,
}

impl Outcome {
    /// What is said of a strategy at its present staff.
    pub fn of(&self, strategy: &str) -> Option<&Said> {
        let here = |ask: &Ask| ask.strategy == strategy && ask.staff.is_none();
        let place = self.asked.iter().position(here)?;
        self.runs.get(place)
    }

    /// Mean turnaround and month of a strategy by replication, where it settles.
    pub fn series(&self, strategy: &str) -> Option<(&[f64], &[f64])> {
        match self.of(strategy)? {
            Said::Found(Verdict::Steady {
                turnaround, month, ..
            }) => Some((turnaround, month)),
            _ => None,
        }
    }
}

/// What is said of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    /// What the simulation found.
    Found(Verdict),
    /// Why there is nothing to simulate.
    Impossible(Impossible),
    /// The scenario has no such strategy, or lacks a team that it needs.
    NoSuchWay,
}

/// What is said of a job under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// How far it is, 0 to 1.
    Progress {
        /// The job's revision.
        revision: u32,
        /// The share done.
        share: f64,
        /// The best plan so far, where there is news of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<Box<Found>>,
    },
    /// It is done.
    Done(Box<Outcome>),
}

impl Job {
    /// Every strategy named, at the scenario's own seed.
    pub fn of<'a>(scenario: &Scenario, strategies: impl Iterator<Item = &'a str>) -> Self {
        let ask = |strategy: &str| Ask {
            strategy: strategy.to_owned(),
            staff: None,
        };
        Self {
            revision: 0,
            scenario: scenario.clone(),
            runs: strategies.map(ask).collect(),
            settings: Settings::with_seed(seed(scenario)),
            desks: false,
            plan: None,
            surge: None,
        }
    }

    /// Long work on a surge, and nothing else.
    pub fn for_surge(scenario: &Scenario, wanted: surge::Wanted) -> Self {
        Self {
            surge: Some(wanted),
            ..Self::of(scenario, std::iter::empty())
        }
    }

    /// The search for the best plan, and nothing else.
    pub fn for_plan(scenario: &Scenario, freedom: Freedom) -> Self {
        Self {
            plan: Some(freedom),
            ..Self::of(scenario, std::iter::empty())
        }
    }

    /// The searches at the desks, and nothing else.
    pub fn at_desks(scenario: &Scenario) -> Self {
        Self {
            desks: true,
            ..Self::of(scenario, std::iter::empty())
        }
    }
}

/// The seed that a scenario carries.
pub fn seed(scenario: &Scenario) -> u64 {
    scenario.simulation.seed as u64
}

/// A job under way.
pub struct Work {
    revision: u32,
    study: Study,
    studied: bool,
    desks: Option<Search>,
    plan: Option<Confirming>,
    surge: Option<surge::Task>,
    asked: Vec<Ask>,
    /// For every run its place in the study, or why it is not there.
    places: Vec<Result<usize, Said>>,
}

impl Work {
    /// Begins a job.
    pub fn new(job: Job) -> Self {
        let mut runs = Vec::new();
        let run = |ask: &Ask| {
            let run = study_run(&job.scenario, ask)?;
            runs.push(run);
            Ok(runs.len() - 1)
        };
        let places = job.runs.iter().map(run).collect();
        let seed = job.settings.seed;
        Self {
            revision: job.revision,
            studied: false,
            desks: job.desks.then(|| Search::new(&job.scenario, seed)),
            plan: job
                .plan
                .map(|freedom| Confirming::new(&job.scenario, freedom, seed)),
            surge: job.surge.map(surge::Task::new),
            study: Study::new(runs, job.settings),
            asked: job.runs,
            places,
        }
    }

    /// Works on for about so many events; the outcome once it is there.
    pub fn advance(&mut self, events: u64) -> Option<Outcome> {
        if !self.studied {
            self.studied = self.study.advance(events);
            if !self.studied {
                return None;
            }
        }
        let desks = match &mut self.desks {
            Some(search) => Some(search.advance()?),
            None => None,
        };
        let plan = self.plan.as_mut();
        let surge = self.surge.as_mut();
        let is_done = plan.is_none_or(|search| search.advance(events))
            && surge.is_none_or(|task| task.advance(events));
        if !is_done {
            return None;
        }
        Some(self.outcome(desks))
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        let alone = self.asked.is_empty();
        match (&self.desks, &self.plan, &self.surge) {
            (Some(search), ..) if alone => search.share(),
            (Some(search), ..) => 0.5 * (self.study.progress() + search.share()),
            (_, Some(search), _) if alone => search.share(),
            (_, _, Some(task)) if alone => task.share(),
            _ if alone => 1.0,
            _ => self.study.progress(),
        }
    }

    /// How far it is, as a reply.
    pub fn progress(&mut self) -> Reply {
        let news = self.plan.as_mut().and_then(Confirming::news);
        Reply::Progress {
            revision: self.revision,
            share: self.share(),
            plan: news.map(Box::new),
        }
    }

    fn outcome(&self, desks: Option<Desks>) -> Outcome {
        let verdicts = self.study.verdicts();
        let said = |place: &Result<usize, Said>| match place {
            Ok(place) => Said::Found(verdicts[*place].clone()),
            Err(said) => said.clone(),
        };
        Outcome {
            revision: self.revision,
            effort: self.study.effort(),
            asked: self.asked.clone(),
            runs: self.places.iter().map(said).collect(),
            desks,
            plan: self.plan.as_ref().map(Confirming::found),
            surge: self.surge.as_ref().map(surge::Task::found),
        }
    }
}

/// Does a job at once.
pub fn run(job: Job) -> Outcome {
    let mut work = Work::new(job);
    loop {
        if let Some(outcome) = work.advance(u64::MAX / 2) {
            return outcome;
        }
    }
}

fn study_run(scenario: &Scenario, ask: &Ask) -> Result<StudyRun, Said> {
    let strategy = strategy::find(&ask.strategy).ok_or(Said::NoSuchWay)?;
    let mut scenario = scenario.clone();
    if let Some((team, staff)) = ask.staff {
        let team = scenario.teams.get_mut(team).ok_or(Said::NoSuchWay)?;
        team.staff = People(staff);
    }
    if scenario.arrivals_per_hour() <= 0.0 {
        return Err(Said::Impossible(Impossible::NothingToDo));
    }
    let (staffed, routes) = strategy.under(&scenario).ok_or(Said::NoSuchWay)?;
    let scenario = staffed.into_owned();
    let uses_tool = strategy.needs_tool(&scenario);
    StudyRun::new(scenario, &routes, uses_tool).map_err(Said::Impossible)
}
