//! What is simulated: streams of tasks, the steps they take, the stations that do them.
//!
//! A plan is made from a scenario and the routes of a strategy, or written down by hand for a
//! queue of the textbook. Times are in minutes.

mod of_scenario;

use super::spread::Spread;
use crate::model::scenario::Activity;
use serde::{Deserialize, Serialize};

/// Tasks that count are not waited for longer than this: so many arrivals for one.
const MOST_ARRIVALS_FOR_ONE: f64 = 10.0;

/// What is simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Where tasks come from.
    pub streams: Vec<Stream>,
    /// The steps of all routes, one after the other.
    pub steps: Vec<PlanStep>,
    /// Who does them, in the order of the scenario's teams.
    pub stations: Vec<StationPlan>,
}

/// Tasks of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// The kind of task, by its place in the scenario.
    pub task: usize,
    /// Time from one arrival to the next.
    pub gap: Spread,
    /// Where a task begins: each route's first step, with the share of tasks up to it.
    pub begins: Vec<Way>,
    /// Time within which it was promised.
    pub promise: f64,
    /// How long a customer waits in line at a live step before giving up; none who waits for ever.
    pub patience: Option<Spread>,
    /// The wait within which a live contact is to be answered; none where nothing is live.
    pub target: Option<f64>,
    /// Whether its tasks count in the turnaround of all. Live contacts do not where there is other
    /// work too.
    pub counts: bool,
    /// Customers who ask where their overdue task is; none where nobody does.
    pub chasing: Option<Chasing>,
}

/// Chasers: an overdue task is asked about at a rate, and each time costs minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chasing {
    /// How often a task is asked about per overdue minute.
    pub per_minute: f64,
    /// What each time adds to the work of the task itself, minutes.
    pub minutes: f64,
    /// A station, and the minutes that each chaser takes of one of its people.
    pub front: Option<(usize, f64)>,
}

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The share that goes this way or an earlier one.
    pub up_to: f64,
    /// The step it leads to.
    pub to: usize,
}

/// One step of one route.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    /// The station that does it; none where the task waits for the customer.
    pub station: Option<usize>,
    /// What it is for.
    pub activity: Activity,
    /// How long a pass takes.
    pub time: Spread,
    /// Time after a pass before the task goes on.
    pub delay_after: f64,
    /// Chance that a pass has an error that is caught: it is done again.
    pub redo: f64,
    /// Chance that a pass has any error.
    pub error: f64,
    /// Whether its time counts in the turnaround.
    pub counts: bool,
    /// Where the task goes after the last pass; beyond the last share it is done.
    pub next: Vec<Way>,
    /// Whether a customer is waiting at the other end, who may give up while in line.
    pub live: bool,
    /// Which line it waits in: 0 is taken first, then 1, and so on.
    pub rank: u8,
}

/// One team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StationPlan {
    /// How many are on duty; a fraction is a part-timer.
    pub on_duty: f64,
    /// Whether work waits for them. If not it is begun at once, by however many it takes.
    pub queues: bool,
    /// Idle people who are kept free for live contacts, a whole number: other work, their own or
    /// another station's, is begun only while more than so many are idle.
    pub reserve: f64,
    /// Minutes that it costs to resume, where a case interrupts another of a higher rank number;
    /// none where nobody is interrupted.
    pub interrupts: Option<f64>,
    /// The team whose people these are, by its place in the scenario, where that is not the place of
    /// the station: some of a team set apart for some of its work.
    pub part_of: Option<usize>,
    /// Other stations whose work its people do when their own lines hold nothing for them.
    pub helps: Vec<Helps>,
}

/// Cross-trained people, who also do the work of another station.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helps {
    /// The other station.
    pub station: usize,
    /// How fast they are at it: the minutes of a pass are divided by this.
    pub pace: f64,
    /// Minutes to switch over, added to each such pass.
    pub switch: f64,
}

/// Why nothing can be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Impossible {
    /// No tasks arrive.
    NothingToDo,
    /// The routes send work round for ever.
    NeverEnds,
    /// There is work for a team of nobody.
    NobodyOnDuty(usize),
}

impl Plan {
    /// Tasks a minute, of all streams together.
    pub fn arrivals_per_minute(&self) -> f64 {
        self.streams.iter().map(Stream::per_minute).sum()
    }

    /// How many tasks of all streams arrive for one whose turnaround counts; one where none does, and ten at the
    /// most.
    pub fn arrivals_for_one_that_counts(&self) -> f64 {
        let counting = self.streams.iter().filter(|stream| stream.counts);
        let counting: f64 = counting.map(Stream::per_minute).sum();
        match counting > 0.0 {
            true => (self.arrivals_per_minute() / counting).min(MOST_ARRIVALS_FOR_ONE),
            false => 1.0,
        }
    }
}

impl Stream {
    /// Tasks a minute.
    fn per_minute(&self) -> f64 {
        match self.gap {
            Spread::Constant(gap) | Spread::Exponential(gap) => 1.0 / gap,
            Spread::Gamma { mean, .. } | Spread::Lognormal { mean, .. } => 1.0 / mean,
        }
    }
}
