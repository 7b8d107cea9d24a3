//! What one replication measured, and what many say together.

mod stream;

pub use stream::StreamMeasures;

use super::interval::Estimate;
use super::tally::{StationTally, Tally};
use crate::model::accounts::{self, Events, WorkHours};
use crate::model::cost::ledger::Line;
use crate::model::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// The quantiles of turnaround that are measured.
pub const QUANTILES: [f64; 4] = [0.5, 0.8, 0.9, 0.95];

/// One number for everything measured: of one replication the number itself, of many an estimate.
///
/// Times are in minutes of the site's clock, money is a month's. What is said of tasks is said of those
/// done, of the streams that count in the turnaround of all; money, and the growth, are of all streams.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures<T> {
    /// Mean turnaround.
    pub turnaround: T,
    /// Its quantiles, in the order of [`QUANTILES`].
    pub quantiles: [T; 4],
    /// Share of tasks done within their promise.
    pub within: T,
    /// Minutes worked on a task.
    pub touch: T,
    /// Hand-overs a task.
    pub hand_offs: T,
    /// Clarifications a task, asked or answered.
    pub clarifications: T,
    /// Passes done again a task.
    pub redone: T,
    /// Tasks inside on average.
    pub inside: T,
    /// Age of the oldest task inside, on average.
    pub oldest: T,
    /// The month's cost.
    pub month: T,
    /// The month's cost line by line, in the order of [`Line::ALL`].
    pub lines: Vec<T>,
    /// Every team, in the order of the scenario.
    pub teams: Vec<TeamMeasures<T>>,
    /// Share of tasks done by each of the study's times.
    pub done: Vec<T>,
    /// Tasks by which those inside grew a minute, over the second half of what was measured: what is
    /// left of the beginning is in the first.
    pub growth: T,
    /// Every stream, in the order of the plan; nothing where there is only one and the totals say it
    /// all: nobody gives up or chases.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub streams: Vec<StreamMeasures<T>>,
}

/// What was measured of a team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamMeasures<T> {
    /// People at work on average.
    pub busy: T,
    /// Mean wait of a visit.
    pub wait: T,
    /// Share of visits that wait.
    pub p_wait: T,
    /// Cases in line on average.
    pub in_line: T,
}

/// Many replications together.
pub type Summary = Measures<Estimate>;

/// A quotient that is zero where there is nothing to divide by.
fn per(sum: f64, count: f64) -> f64 {
    if count > 0.0 { sum / count } else { 0.0 }
}

impl Measures<f64> {
    /// The measures of a replication; `done` are the times at which shares done are wanted.
    pub fn measured(tally: &Tally, scenario: &Scenario, uses_tool: bool, done: &[f64]) -> Self {
        let month = month(tally, scenario, uses_tool);
        Self {
            turnaround: per(tally.turnaround, tally.done),
            quantiles: QUANTILES.map(|p| tally.spread.quantile(p)),
            within: per(tally.within, tally.done),
            touch: per(tally.touch, tally.done),
            hand_offs: per(tally.hand_offs, tally.done),
            clarifications: per(tally.clarifications, tally.done),
            redone: per(tally.redone, tally.done),
            inside: per(tally.found, tally.arrivals),
            oldest: per(tally.oldest, tally.arrivals),
            month: month.total().get(),
            lines: Line::ALL.map(|line| month.line(line).get()).to_vec(),
            teams: tally.by_team().iter().map(team).collect(),
            done: tally.spread.shares(done),
            growth: tally.growth(),
            streams: StreamMeasures::all(tally),
        }
    }
}

fn team(sums: &StationTally) -> TeamMeasures<f64> {
    TeamMeasures {
        busy: sums.busy,
        wait: per(sums.wait, sums.visits),
        p_wait: per(sums.waited, sums.visits),
        in_line: sums.in_line,
    }
}

/// The month's ledger: what the tasks measured took each, times the tasks of a month. How many
/// come is known; what they take is measured.
fn month(
    tally: &Tally,
    scenario: &Scenario,
    uses_tool: bool,
) -> crate::model::cost::ledger::Ledger {
    let each = per(scenario.tasks_per_month(), tally.offered);
    let teams = tally.by_team();
    let used = teams
        .iter()
        .enumerate()
        .filter(|(_, sums)| sums.work.is_used());
    let hours = used.map(|(team, sums)| {
        let hours = |minutes: f64| minutes / 60.0 * each;
        let hours = WorkHours {
            work: hours(sums.work.work),
            hand_off: hours(sums.work.hand_off),
            loops: hours(sums.work.loops),
            passes: sums.work.passes * each,
        };
        (team, hours)
    });
    let events = Events {
        errors: tally.errors * each,
        delay: tally.delay * each,
        lost: tally.lost * each,
        uses_tool,
    };
    accounts::month(scenario, hours, events)
}

impl Summary {
    /// The estimates from all replications.
    pub fn of(all: &[Measures<f64>]) -> Self {
        let of = |read: &dyn Fn(&Measures<f64>) -> f64| Estimate::of(all.iter().map(read));
        let Some(first) = all.first() else {
            return Self::default();
        };
        let team = |i: usize| TeamMeasures {
            busy: of(&|one| one.teams[i].busy),
            wait: of(&|one| one.teams[i].wait),
            p_wait: of(&|one| one.teams[i].p_wait),
            in_line: of(&|one| one.teams[i].in_line),
        };
        Self {
            turnaround: of(&|one| one.turnaround),
            quantiles: [0, 1, 2, 3].map(|i| of(&|one| one.quantiles[i])),
            within: of(&|one| one.within),
            touch: of(&|one| one.touch),
            hand_offs: of(&|one| one.hand_offs),
            clarifications: of(&|one| one.clarifications),
            redone: of(&|one| one.redone),
            inside: of(&|one| one.inside),
            oldest: of(&|one| one.oldest),
            month: of(&|one| one.month),
            lines: (0..first.lines.len())
                .map(|i| of(&|one| one.lines[i]))
                .collect(),
            teams: (0..first.teams.len()).map(team).collect(),
            done: (0..first.done.len())
                .map(|i| of(&|one| one.done[i]))
                .collect(),
            growth: of(&|one| one.growth),
            streams: StreamMeasures::summed(all),
        }
    }
}
