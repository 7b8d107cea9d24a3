//! Teams whose work does not wait in one line: live contacts before what can wait, urgent work before
//! the rest, people of the front office who help behind.
//!
//! Exact where there is a closed form: live contacts alone (Erlang's A), priorities with equal times,
//! a desk that fills its gaps with work of equal times. Where the times differ, live contacts have a
//! bound, as if other work never ran out, and the other work has no formula: the simulation answers.

mod behind;
mod blended;
mod live;
mod ranked;

pub use behind::Help;
pub(super) use behind::{Helpers, help, shared_out};

use super::fetched;
use super::flow::Flow;
use super::teams::Stream;
use crate::model::scenario::{Scenario, Team, UseOfTime};
use crate::model::units::{Minutes, Share};
use serde::Serialize;

/// One kind of work in line at a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The kind of work, by its place in the scenario.
    pub task: usize,
    /// How it waits; none where no formula can say.
    pub wait: Option<LineWait>,
    /// How its customers are answered, where they wait at the other end.
    pub answered: Option<Answered>,
}

/// How a kind of work waits for a team.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LineWait {
    /// Mean wait of a visit; of live contacts the wait of all, those who give up included.
    pub mean: Minutes,
    /// Variance of that wait, square minutes.
    #[serde(skip)]
    pub variance: f64,
    /// Share of visits that wait.
    pub p_wait: Share,
    /// Whether the mean is exact.
    pub exact: bool,
}

impl LineWait {
    /// A wait of the given mean that is exponential for the share that waits.
    fn exponential(mean: f64, p_wait: f64, exact: bool) -> Self {
        let variance = match p_wait > 0.0 {
            true => mean * (2.0 * mean / p_wait - mean),
            false => 0.0,
        };
        Self {
            mean: Minutes(mean),
            variance: variance.max(0.0),
            p_wait: Share(p_wait),
            exact,
        }
    }
}

/// How live contacts of one kind are answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Answered {
    /// Share of all that are answered within the target; none where it takes longer to find than
    /// a frame.
    pub in_time: Option<Share>,
    /// The same share if the other work never ran out, where there is other work.
    pub at_worst: Option<Share>,
    /// Share of all that give up.
    pub gave_up: Option<Share>,
    /// Share that was asked for.
    pub asked: Share,
    /// How sure these are.
    pub basis: Basis,
}

impl Answered {
    /// Whether fewer are answered in time than was asked; a bound does not say so.
    pub fn misses(&self) -> bool {
        self.basis != Basis::Bound
            && self
                .in_time
                .is_some_and(|share| share.get() < self.asked.get())
    }
}

/// How sure it is how live contacts are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Exact for exponential times and patience.
    Exact,
    /// A bound: it is at least so good, since other work is taken to be never short.
    Bound,
    /// Approximate: several kinds of contacts as one, times that are not exponential, or people
    /// counted by the whole.
    Approximate,
    /// It takes longer than a frame.
    Pending,
}

/// What becomes of a team whose work waits in several lines.
#[derive(Clone)]
pub(super) struct Lines {
    /// Every kind of work.
    pub lines: Vec<Line>,
    /// People's time that it has for work that can wait; none where that is not known.
    pub room: Option<f64>,
    /// Whether it keeps up.
    pub keeps_up: bool,
}

/// A team and what comes to it.
pub(super) struct Desk<'a> {
    pub scenario: &'a Scenario,
    pub team: &'a Team,
    pub flows: Vec<&'a Flow>,
    pub on_duty: f64,
    /// How long a chain may take.
    pub patience: Effort,
}

/// How much may be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// What fits into a frame.
    Frame,
    /// Whatever it takes.
    Full,
}

impl Desk<'_> {
    fn live(&self) -> Stream {
        Stream::of(self.flows.iter().copied().filter(|flow| flow.live))
    }

    pub(super) fn others(&self) -> Stream {
        Stream::of(self.flows.iter().copied().filter(|flow| !flow.live))
    }

    /// Fewest people on the roster with whom it keeps up, where `short` of them are missing for what
    /// waits: as many more, and on until that is enough.
    pub(super) fn staff_needed(&self, short: f64) -> f64 {
        const MOST_TRIED: usize = 40;
        let present = 1.0 - self.team.shrinkage.get();
        let mut staff = (self.team.staff.get() + short / present).floor() + 1.0;
        for _ in 0..MOST_TRIED {
            let mut team = self.team.clone();
            if team.desk.use_of_time == UseOfTime::RingFenced {
                // Who is missing is missing among those set apart.
                team.desk.ring_fenced.0 += staff * present - self.on_duty;
            }
            let desk = Desk {
                team: &team,
                flows: self.flows.clone(),
                on_duty: staff * present,
                patience: Effort::Frame,
                ..*self
            };
            if fetched::lines(&desk, None).is_none_or(|lines| lines.keeps_up) {
                break;
            }
            staff += 1.0;
        }
        staff
    }

    /// The kinds of work that come, each once, and whether they are live.
    fn kinds(&self) -> Vec<(usize, bool)> {
        let mut kinds = Vec::new();
        for flow in self.flows.iter().filter(|flow| flow.load() > 0.0) {
            if !kinds.contains(&(flow.task, flow.live)) {
                kinds.push((flow.task, flow.live));
            }
        }
        kinds
    }
}

/// The lines of a team; `None` where all its work waits in one.
pub(super) fn lines(desk: &Desk, helpers: Option<&Helpers>) -> Option<Lines> {
    let kinds = desk.kinds();
    if !desk.team.has_queue() || kinds.is_empty() {
        return None;
    }
    if let Some(helpers) = helpers {
        return Some(behind::helped(desk, helpers));
    }
    let has_live = kinds.iter().any(|(_, live)| *live);
    let has_others = kinds.iter().any(|(_, live)| !live);
    let helps = desk.team.desk.use_of_time == UseOfTime::HelpsBehind;
    match (has_live, has_others) {
        (false, _) => ranked::lines(desk),
        (true, false) if !helps => Some(live::alone(desk, desk.on_duty)),
        (true, _) if desk.team.desk.interrupts => Some(live::interrupting(desk)),
        (true, true) if desk.team.desk.use_of_time == UseOfTime::RingFenced => {
            Some(live::ring_fenced(desk))
        }
        // Who helps behind has lines of live contacts only, which the help makes worse.
        _ if helps => None,
        _ => Some(blended::filling_gaps(desk)),
    }
}
