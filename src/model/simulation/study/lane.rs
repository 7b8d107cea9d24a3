//! One run of a study: its trials, what its replications measured, whether it settles.

use super::settled::Trial;
use super::{FEWEST_REPLICATIONS, Part, Settings, StudyRun, Verdict};
use crate::model::simulation::interval::Estimate;
use crate::model::simulation::measures::{Measures, Summary};
use crate::model::simulation::tally::Tally;

/// Growth below this share of the arrivals is no growth.
const LEAST_GROWTH: f64 = 3e-3;

/// Growth above this share of the arrivals shows in any part of a replication, however short.
const ENDLESS: f64 = 0.05;

/// Half-width of the share answered in time at which it is enough.
const ANSWERED_PRECISION: f64 = 4e-3;

/// At how many times the share done is measured.
const DONE_TIMES: usize = 60;

/// One run under way.
pub(super) struct Lane {
    pub(super) run: StudyRun,
    pub(super) trial: Trial,
    pub(super) tally: Tally,
    /// What is looked at of each of its replications.
    pub(super) part: Part,
    pub(super) times: Vec<f64>,
    all: Vec<Measures<f64>>,
    pub(super) drowned: bool,
    /// Whether it is known not to settle, so that there is no use in going on.
    pub(super) hopeless: bool,
}

impl Lane {
    /// A run that has not begun.
    pub(super) fn new(run: StudyRun) -> Self {
        Self {
            trial: Trial::new(run.plan.arrivals_for_one_that_counts()),
            tally: Tally::new(&run.plan, &run.prices()),
            part: Part::default(),
            times: Vec::new(),
            all: Vec::new(),
            drowned: false,
            hopeless: false,
            run,
        }
    }

    /// Whether it had not settled by the end of its trials, and does not grow without end either, as
    /// far as they show.
    pub(super) fn is_slow(&self) -> bool {
        let growth = self.trial.growth();
        let least = ENDLESS * self.run.plan.arrivals_per_minute();
        let endless = self.drowned || is_growth(growth, &self.run) && growth.mean > least;
        self.trial.warm_up().is_none() && !endless
    }

    /// Fixes the times at which the share done is measured: closer together where most tasks are.
    pub(super) fn set_times(&mut self) {
        let end = self.trial.longest();
        let part = |i: usize| (i + 1) as f64 / DONE_TIMES as f64;
        let time = |i: usize| end * part(i) * part(i);
        self.times = (0..DONE_TIMES).map(time).collect();
    }

    /// Enters what the replication that is over measured.
    pub(super) fn measure(&mut self) {
        let run = &self.run;
        let measures = Measures::measured(&self.tally, &run.scenario, run.uses_tool, &self.times);
        self.all.push(measures);
        // Looked at seldom: a test repeated at every replication would in the end find what is not.
        let looks = self.all.len() / FEWEST_REPLICATIONS as usize;
        if looks.is_power_of_two() && self.all.len().is_multiple_of(FEWEST_REPLICATIONS as usize) {
            self.hopeless = self.grows();
        }
    }

    /// How many times too wide the widest interval is that has to be narrow: one where every one is
    /// just as narrow as the settings ask. Zero of a run that does not settle.
    pub(super) fn excess(&self, settings: &Settings) -> f64 {
        if self.grows() {
            return 0.0;
        }
        if let Some(half) = settings.shares {
            return self.widest_share() / half;
        }
        let mean = Estimate::of(self.all.iter().map(|one| one.turnaround));
        let nine = Estimate::of(self.all.iter().map(|one| one.quantiles[2]));
        let excess = mean.relative().max(nine.relative()) / settings.precision;
        let streams = self.run.plan.streams.iter().enumerate();
        let live = streams.filter(|(_, stream)| stream.target.is_some());
        live.fold(excess, |excess, (place, _)| {
            let answered = self.all.iter().map(|one| one.streams[place].answered);
            excess.max(Estimate::of(answered).half / ANSWERED_PRECISION)
        })
    }

    /// Half the widest interval of the shares kept, or answered in time where that is the promise.
    fn widest_share(&self) -> f64 {
        let streams = self.run.plan.streams.iter().enumerate();
        let half = streams.map(|(place, stream)| {
            let share = |one: &Measures<f64>| match one.streams.get(place) {
                Some(of) if stream.target.is_some() => of.answered,
                Some(of) => of.within,
                None => one.within,
            };
            Estimate::of(self.all.iter().map(share)).half
        });
        half.fold(0.0, f64::max)
    }

    fn growth(&self) -> Estimate {
        Estimate::of(self.all.iter().map(|one| one.growth))
    }

    /// Whether ever more tasks are inside.
    fn grows(&self) -> bool {
        self.drowned || self.all.len() > 1 && is_growth(self.growth(), &self.run)
    }

    pub(super) fn verdict(&self) -> Verdict {
        if self.grows() {
            return Verdict::Unstable {
                growth_per_minute: self.growth(),
                replications: self.all.len() as u32,
            };
        }
        Verdict::Steady {
            summary: Box::new(Summary::of(&self.all)),
            turnaround: self.all.iter().map(|one| one.turnaround).collect(),
            month: self.all.iter().map(|one| one.month).collect(),
            times: self.times.clone(),
        }
    }
}

/// Whether ever more tasks are inside: a t-test on the growth in every replication. The test is at
/// one in ten thousand or so: twice the half-width of the 95 % interval, about four standard errors.
fn is_growth(growth: Estimate, run: &StudyRun) -> bool {
    let arrivals = run.plan.arrivals_per_minute();
    growth.mean > (2.0 * growth.half).max(LEAST_GROWTH * arrivals)
}
