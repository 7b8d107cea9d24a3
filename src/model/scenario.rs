//! What the user said: tasks, teams, the tool, the calendar, and (where they drew one) a process
//! of their own.
//!
//! A scenario is data and is always assigned whole: an example, a link, a file and undo are one
//! operation. Every number in it has one row in the [`parameter`] table, which alone knows its
//! range, unit, default and evidence. Not here: demand that changes over the day.

pub mod address;
pub mod allotment;
pub mod calendar;
pub mod channel;
pub mod check;
pub mod contract;
pub mod desk;
pub mod loyalty;
pub mod parameter;
pub mod permalink;
pub mod present;
pub mod principles;
pub mod route;
pub mod simulation;
pub mod surge;
pub mod task;
pub mod team;
pub mod tidy;
pub mod tool;
pub mod turnover;
pub mod validation;
pub mod weekly;

pub use address::Address;
pub use allotment::Allotment;
pub use calendar::{Calendar, Horizon};
pub use channel::{Channel, ChannelKind, Chasing};
pub use check::Check;
pub use contract::Contract;
pub use desk::{Desk, UseOfTime};
pub use loyalty::Loyalty;
pub use principles::Principles;
pub use route::{Activity, Branch, Doer, Route, Step};
pub use simulation::Simulation;
pub use surge::{Surge, SurgePlan};
pub use task::{Complexity, HandOff, Task};
pub use team::{Team, TeamKind};
pub use tool::Tool;
pub use turnover::Turnover;

use crate::model::units::Minutes;
use serde::{Deserialize, Serialize};

/// Which example a scenario started from. The revision is pinned, so that a link made today means
/// the same after the example has been edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Key of the example, such as `consulting`.
    pub example: String,
    /// Revision of the example, counted from 1.
    pub revision: u32,
}

/// Everything the model needs to know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The example it started from.
    pub origin: Origin,
    /// Key of the strategy in use today; every change is measured against it.
    pub today: String,
    /// Keys of strategies that are compared beside the example's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The kinds of work that arrive.
    pub tasks: Vec<Task>,
    /// The people (and, later, bots) who do it.
    pub teams: Vec<Team>,
    /// The do-it-yourself tool of the front office.
    pub tool: Tool,
    /// How long a day, a week and a year are.
    pub calendar: Calendar,
    /// How far the comparison with set-up costs looks ahead.
    pub horizon: Horizon,
    /// How chance is simulated.
    #[serde(default)]
    pub simulation: Simulation,
    /// How the five principles are weighed.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub principles: Principles,
    /// Demand that comes and goes, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surge: Option<Box<Surge>>,
    /// A process of the user's own, one route or several a task; empty if there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_routes: Vec<Route>,
}

fn is_usual(principles: &Principles) -> bool {
    *principles == Principles::default()
}

impl Scenario {
    /// Whether any kind of work is shared out among ways.
    pub fn is_shared_out(&self) -> bool {
        self.tasks.iter().any(|task| !task.ways.is_empty())
    }

    /// The first team of a kind, by index: the one that the ready-made strategies use.
    pub fn team_of(&self, kind: TeamKind) -> Option<usize> {
        self.teams.iter().position(|team| team.kind == kind)
    }

    /// Tasks an hour, all kinds together.
    pub fn arrivals_per_hour(&self) -> f64 {
        self.tasks.iter().map(|task| task.rate.get()).sum()
    }

    /// The promise, where all tasks share one.
    pub fn shared_promise(&self) -> Option<Minutes> {
        let mut promises = self.tasks.iter().map(|task| task.promise);
        let first = promises.next()?;
        promises.all(|promise| promise == first).then_some(first)
    }

    /// Tasks a month, all kinds together.
    pub fn tasks_per_month(&self) -> f64 {
        self.arrivals_per_hour() * self.calendar.hours_per_month()
    }
}
