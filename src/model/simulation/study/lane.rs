//! One run of a study: its trials, what its replications measured, whether it settles.

use super::settled::Trial;
use super::{FEWEST_REPLICATIONS, StudyRun, Verdict};
use crate::model::simulation::interval::Estimate;
use crate::model::simulation::measures::{Measures, Summary};
use crate::model::simulation::plan::Stream;
use crate::model::simulation::tally::{Price, Tally};

/// Growth below this share of the arrivals is no growth.
const LEAST_GROWTH: f64 = 3e-3;

/// Half-width of the share answered in time at which it is enough.
const ANSWERED_PRECISION: f64 = 4e-3;

/// One run under way.
pub(super) struct Lane {
    pub(super) run: StudyRun,
    pub(super) trial: Trial,
    pub(super) tally: Tally,
    pub(super) times: Vec<f64>,
    all: Vec<Measures<f64>>,
    pub(super) drowned: bool,
    /// Whether it is known not to settle, so that there is no use in going on.
    pub(super) hopeless: bool,
}

impl StudyRun {
    fn prices(&self) -> Vec<Price> {
        let price = |stream: &Stream| {
            let task = &self.scenario.tasks[stream.task];
            Price {
                delay: task.delay_cost.get() / 60.0,
                late: task.late_penalty.get(),
                error: task.error_cost.get(),
                loyalty: task.loyalty.clone(),
                given_up: task.channel.given_up_cost.get(),
            }
        };
        self.plan.streams.iter().map(price).collect()
    }
}

impl Lane {
    /// A run that has not begun.
    pub(super) fn new(run: StudyRun) -> Self {
        Self {
            trial: Trial::new(run.plan.arrivals_for_one_that_counts()),
            tally: Tally::new(&run.plan, &run.prices()),
            times: Vec::new(),
            all: Vec::new(),
            drowned: false,
            hopeless: false,
            run,
        }
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

    /// How many times too wide the widest interval is that has to be narrow: one for mean and 90th
    /// percentile of turnaround with a half-width of the `precision` asked for, as a share. Zero of
    /// a run that does not settle.
    pub(super) fn excess(&self, precision: f64) -> f64 {
        if self.grows() {
            return 0.0;
        }
        let mean = Estimate::of(self.all.iter().map(|one| one.turnaround));
        let nine = Estimate::of(self.all.iter().map(|one| one.quantiles[2]));
        let excess = mean.relative().max(nine.relative()) / precision;
        let streams = self.run.plan.streams.iter().enumerate();
        let live = streams.filter(|(_, stream)| stream.target.is_some());
        live.fold(excess, |excess, (place, _)| {
            let answered = self.all.iter().map(|one| one.streams[place].answered);
            excess.max(Estimate::of(answered).half / ANSWERED_PRECISION)
        })
    }

    fn growth(&self) -> Estimate {
        Estimate::of(self.all.iter().map(|one| one.growth))
    }

    /// Whether ever more tasks are inside: a t-test on the growth in every replication. The test
    /// is at one in ten thousand or so: twice the half-width of the 95 % interval, about four
    /// standard errors.
    fn grows(&self) -> bool {
        let growth = self.growth();
        let arrivals = self.run.plan.arrivals_per_minute();
        self.drowned
            || self.all.len() > 1 && growth.mean > (2.0 * growth.half).max(LEAST_GROWTH * arrivals)
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
