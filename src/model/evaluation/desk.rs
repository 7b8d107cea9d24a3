//! Teams whose work does not wait in one line: live contacts before what can wait, urgent work before
//! the rest, people of the front office who help behind.
//!
//! Exact where there is a closed form: live contacts alone (Erlang's A), priorities with equal times,
//! a desk that fills its gaps with work of equal times. Where the times differ, live contacts have a
//! bound, as if other work never ran out, and the other work has no formula: the simulation answers.

mod behind;
mod blended;
mod cure;
mod live;
mod ranked;

pub use behind::Help;
pub(super) use behind::as_worked;
use behind::{Helpers, help};

use super::flow::Flow;
use super::teams::{Stream, TeamEvaluation, TeamState, evaluate_team};
use crate::model::scenario::{Scenario, Team, UseOfTime};
use crate::model::units::{Hours, Minutes, People, Share};
use serde::Serialize;

/// One kind of work in line at a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The kind of work, by its place in the scenario.
    pub task: usize,
    /// How it waits; none where no formula can say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait: Option<LineWait>,
    /// How its customers are answered, where they wait at the other end.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_time: Option<Share>,
    /// The same share if the other work never ran out, where there is other work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_worst: Option<Share>,
    /// Share of all that give up.
    #[serde(skip_serializing_if = "Option::is_none")]
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
struct Lines {
    /// Every kind of work.
    pub lines: Vec<Line>,
    /// People's time that it has for work that can wait; none where that is not known.
    pub room: Option<f64>,
    /// Whether it keeps up.
    pub keeps_up: bool,
}

/// A team and what comes to it.
struct Desk<'a> {
    pub scenario: &'a Scenario,
    pub team: &'a Team,
    pub flows: Vec<&'a Flow>,
    pub on_duty: f64,
    /// How long a chain may take.
    pub effort: Effort,
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

    fn others(&self) -> Stream {
        Stream::of(self.flows.iter().copied().filter(|flow| !flow.live))
    }

    /// Whether all work that can wait has the same priority.
    fn others_are_alike(&self) -> bool {
        let priority = |(task, _): &(usize, bool)| self.scenario.tasks[*task].priority;
        let kinds = self.kinds();
        let mut others = kinds.iter().filter(|(_, live)| !live).map(priority);
        let first = others.next();
        others.all(|one| Some(one) == first)
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

/// Evaluates every team, those with several lines by these.
pub(super) fn evaluate_teams(
    scenario: &Scenario,
    flows: &[Flow],
    effort: Effort,
) -> Vec<TeamEvaluation> {
    let helpers = help(scenario, flows, effort);
    let one = |index| {
        let mut found = evaluate_team(scenario, index, flows);
        let desk = Desk {
            scenario,
            team: &scenario.teams[index],
            flows: of_team(flows, index).collect(),
            on_duty: found.on_duty.get(),
            effort,
        };
        match &mut found.state {
            TeamState::NobodyOnDuty { staff_needed } if desk.live().load > 0.0 => {
                *staff_needed = People(desk.staff_needed());
            }
            TeamState::Steady { .. } | TeamState::Overload { .. } => {
                in_lines(&mut found, &desk, helpers.as_ref());
            }
            _ => {}
        }
        found
    };
    (0..scenario.teams.len()).map(one).collect()
}

fn of_team(flows: &[Flow], team: usize) -> impl Iterator<Item = &Flow> {
    flows.iter().filter(move |flow| flow.team == Some(team))
}

/// Enters the lines of a team, where it has several.
fn in_lines(found: &mut TeamEvaluation, desk: &Desk, helpers: Option<&Helpers>) {
    let helped = helpers.filter(|helpers| helpers.help.team == found.team);
    let helping = helpers.filter(|helpers| helpers.team == found.team);
    let several = match helping {
        Some(helpers) => Some(helpers.lines.clone()),
        None => lines(desk, helped),
    };
    let Some(mut several) = several else { return };
    // Hours that are bought as they are needed are bought for what waits too.
    several.keeps_up |= desk.team.flexible;
    let mut load = found.load.get() - given_up(desk, &several.lines);
    if let Some(helpers) = helped {
        load *= 1.0 - helpers.help.share;
    }
    if let Some(helpers) = helping {
        load += helpers.load();
    }
    found.load = People(load);
    // Where it is not known how many give up, everybody is busy at the most.
    let most = if several.keeps_up { 1.0 } else { f64::INFINITY };
    found.occupancy = Share((load / desk.on_duty).min(most));
    found.hours_per_month = Hours(load * desk.scenario.calendar.hours_per_month());
    found.help = helping.map(|helpers| helpers.help);
    found.state = match (several.keeps_up, found.state) {
        (true, _) => TeamState::Shared,
        // Without live contacts it falls behind as one line does.
        (false, one_line @ TeamState::Overload { .. })
            if desk.live().load <= 0.0 && helped.is_none() =>
        {
            one_line
        }
        (false, _) => behind(desk, &several, helped),
    };
    let tells_room = desk.live().load > 0.0 && !desk.team.flexible;
    found.room = several.room.filter(|_| tells_room);
    let others = desk.others().load;
    let taken = found.room.filter(|room| *room > 0.0 && others > 0.0);
    found.taken = taken.map(|room| Share(others / room));
    found.lines = several.lines;
}

/// People whom contacts would have kept busy that are given up.
fn given_up(desk: &Desk, lines: &[Line]) -> f64 {
    let share = |flow: &Flow| {
        let line = lines.iter().find(|line| line.task == flow.task)?;
        Some(line.answered?.gave_up?.get())
    };
    let live = desk.flows.iter().filter(|flow| flow.live);
    live.map(|flow| flow.load() * share(flow).unwrap_or(0.0))
        .sum()
}

/// A team whose lines do not keep up: what waits grows by what finds no room.
fn behind(desk: &Desk, lines: &Lines, helped: Option<&Helpers>) -> TeamState {
    let others = desk.others();
    let short = (others.load - lines.room.unwrap_or(0.0)).max(0.0);
    let minutes = desk.scenario.calendar.hours_per_week() * 60.0;
    let growth = match others.load > 0.0 {
        true => short / others.mean() * minutes,
        false => 0.0,
    };
    TeamState::Overload {
        growth_per_week: growth,
        staff_needed: People(match helped {
            Some(helpers) => helpers.people_needed(desk),
            None => desk.staff_needed(),
        }),
    }
}

/// The lines of a team; `None` where all its work waits in one.
fn lines(desk: &Desk, helpers: Option<&Helpers>) -> Option<Lines> {
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
