//! A study: several runs (strategies, staffings) over the same tasks, replicated until the
//! intervals are narrow enough.
//!
//! First every run is tried out a few times, to see how long it takes to settle (MSER-5 on the
//! mean course of turnaround, of tasks that count, and of those inside; and at the least twice what
//! its queues remember); the longest of these warm-ups is left out of all. A run near its limit may
//! not have settled by the end of its trials: it leaves out, and measures, more than those that had.
//! Then replication after replication is done for all runs, each over the same arrivals: twenty, and
//! more as long as a steady run's mean or 90th percentile is not known to the precision asked for, or
//! the share of live contacts answered in time to four in a thousand. Whatever is inside at the end
//! of the window is followed until it is done, so that long cases are not lost.

mod effort;
mod lane;
mod memory;
mod run;
mod settings;
mod settled;

use super::engine::{Advance, Floor, Run, Window};
use super::interval::Estimate;
use super::measures::Summary;
use super::source::Chance;
use super::tally::Course;
pub use effort::{Effort, Part};
use lane::Lane;
pub use run::StudyRun;
use serde::{Deserialize, Serialize};
pub use settings::{FEWEST_REPLICATIONS, MOST_REPLICATIONS, Settings};

/// Fewest tasks measured in a replication.
const FEWEST_TASKS: u64 = 4_000;
/// Most tasks measured in a replication.
const MOST_TASKS: u64 = 40_000;
/// A replication measures so many times what it leaves out.
const MEASURED_FOR_WARM_UP: u64 = 10;

/// What the study says of one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// It settles: the estimates, and mean turnaround and month of every replication, for
    /// differences between runs that met the same tasks.
    Steady {
        /// The estimates.
        summary: Box<Summary>,
        /// Mean turnaround by replication.
        turnaround: Vec<f64>,
        /// Month by replication.
        month: Vec<f64>,
        /// Times at which [`Measures::done`] was measured.
        times: Vec<f64>,
    },
    /// It never settles: ever more tasks are inside.
    Unstable {
        /// By how many a minute.
        growth_per_minute: Estimate,
        /// How many replications were enough to see it.
        replications: u32,
    },
}

/// A study under way.
pub struct Study {
    settings: Settings,
    lanes: Vec<Lane>,
    effort: Effort,
    /// The lane under way; the runs of a replication come one after the other.
    lane: usize,
    floor: Option<(Floor, Chance)>,
    measuring: bool,
    /// Whether some work is done between live contacts, so that windows are long.
    in_gaps: bool,
}

impl Study {
    /// A study that has not begun.
    pub fn new(runs: Vec<StudyRun>, settings: Settings) -> Self {
        Self {
            settings,
            lanes: runs.into_iter().map(Lane::new).collect(),
            effort: Effort::default(),
            lane: 0,
            floor: None,
            measuring: false,
            in_gaps: false,
        }
    }

    /// Works on for about so many events; `true` once there is nothing more to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let end = self.effort.events + events;
        while self.effort.events < end {
            if self.lane >= self.lanes.len() && !self.next_round() {
                return true;
            }
            self.work(end - self.effort.events);
        }
        false
    }

    /// How much is done, 0 to 1, as far as one can know beforehand.
    pub fn progress(&self) -> f64 {
        let lanes = self.lanes.len().max(1) as f64;
        let part = self.lane as f64 / lanes;
        if !self.measuring {
            return 0.1 * part;
        }
        let done = f64::from(self.effort.replications) + part;
        let expected = f64::from(self.settings.fewest).max(self.expected());
        (0.1 + 0.9 * done / expected).min(1.0)
    }

    /// What was done so far.
    pub fn effort(&self) -> Effort {
        self.effort
    }

    /// What the study says of every run so far, in their order.
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.lanes.iter().map(Lane::verdict).collect()
    }

    /// All lanes have had their turn: what now? `false` if nothing.
    fn next_round(&mut self) -> bool {
        if self.lanes.is_empty() {
            return false;
        }
        if self.measuring {
            self.effort.replications += 1;
            if self.is_enough() {
                return false;
            }
        } else {
            self.measuring = true;
            self.settle_window();
        }
        self.lane = 0;
        true
    }

    /// The longest warm-up holds for all runs that had settled, so that they measure the same tasks;
    /// those that had not, and do not grow without end either, look at a longer part.
    fn settle_window(&mut self) {
        // Work that fills the gaps between live contacts builds up and goes down slowly.
        let in_gaps = |lane: &Lane| lane.trial.arrivals(1_000) > 1_000;
        self.in_gaps = self.lanes.iter().any(in_gaps);
        let settled = self.lanes.iter().filter_map(|lane| lane.trial.warm_up());
        let settled = settled.max();
        let slow = self.lanes.iter().filter(|lane| lane.is_slow());
        let slow = slow.map(|lane| lane.trial.followed()).max();
        let followed = self.lanes.iter().map(|lane| lane.trial.followed()).max();
        let part = self.part(settled.or(followed).unwrap_or(0));
        (self.effort.warm_up, self.effort.measured) = (part.warm_up, part.measured);
        self.effort.slow = settled.and(slow).map(|warm_up| self.part(warm_up));
        for lane in &mut self.lanes {
            let slow = self.effort.slow.filter(|_| lane.is_slow());
            lane.part = slow.unwrap_or(part);
            lane.set_times();
        }
    }

    /// The part that goes with a warm-up.
    fn part(&self, warm_up: u64) -> Part {
        let most = |tasks| {
            let arrivals = self.lanes.iter().map(|lane| lane.trial.arrivals(tasks));
            arrivals.max().unwrap_or(tasks)
        };
        let fewest = FEWEST_TASKS * if self.in_gaps { 3 } else { 1 };
        Part {
            warm_up,
            measured: (warm_up * MEASURED_FOR_WARM_UP).clamp(most(fewest), most(MOST_TASKS)),
        }
    }

    fn is_enough(&self) -> bool {
        // Looked at now and then: an interval has its price.
        const NOW_AND_THEN: u32 = 5;
        let done = self.effort.replications;
        done >= self.most()
            || self.lanes.iter().all(|lane| lane.drowned || lane.hopeless)
            || done >= self.settings.fewest
                && done.is_multiple_of(NOW_AND_THEN)
                && self
                    .lanes
                    .iter()
                    .all(|lane| lane.excess(&self.settings) <= 1.0)
    }

    /// Most replications: fewer of those that are long.
    fn most(&self) -> u32 {
        const LONG: u32 = 5;
        match self.in_gaps {
            true => (self.settings.most / LONG).max(self.settings.fewest),
            false => self.settings.most,
        }
    }

    /// How many replications the precision will take, by what is known now.
    fn expected(&self) -> f64 {
        let excess = self.lanes.iter();
        let excess = excess.map(|lane| lane.excess(&self.settings));
        let factor = excess.fold(0.0, f64::max).powi(2);
        (f64::from(self.effort.replications) * factor).min(f64::from(self.most()))
    }

    /// The present lane's floor, begun if need be, moved on.
    fn work(&mut self, events: u64) {
        let lane = &mut self.lanes[self.lane];
        if lane.drowned || self.measuring && lane.hopeless {
            self.lane += 1;
            return;
        }
        let plan = &lane.run.plan;
        let (replication, window) = match self.measuring {
            // Trials have numbers of their own, so that no replication meets their luck again.
            false => (u32::MAX - lane.trial.done(), lane.trial.window()),
            true => (
                self.effort.replications,
                Window {
                    from: lane.part.warm_up,
                    until: lane.part.warm_up + lane.part.measured,
                },
            ),
        };
        let (floor, source) = self.floor.get_or_insert_with(|| {
            lane.tally.clear();
            lane.tally.course = (!self.measuring).then(Course::default);
            let mut source = Chance::new(plan, self.settings.seed, replication);
            (Floor::new(plan, &mut source, window), source)
        });
        let before = floor.events;
        let witness = &mut lane.tally;
        let mut run = Run {
            plan,
            floor,
            source,
            witness,
        };
        let advance = run.advance(events);
        self.effort.events += floor.events - before;
        if advance == Advance::Paused {
            return;
        }
        self.effort.arrivals += floor.arrived;
        self.floor = None;
        lane.drowned |= advance == Advance::Drowned;
        if self.measuring {
            lane.measure();
            self.lane += 1;
        } else if lane.trial.take(&mut lane.tally, plan) || lane.drowned {
            self.lane += 1;
        }
    }
}
