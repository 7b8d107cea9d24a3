//! Demand that comes and goes: the weeks ahead, and what is planned for them.
//!
//! A scenario has a surge or it has none. What temporary and permanent people cost and how fast they
//! learn stands with their teams; here stands what only a surge asks for.

use super::validation::{Place, Problem, ProblemKind, check_range, problem, shortened};
use super::{Scenario, weekly};
use serde::{Deserialize, Serialize};

/// The weeks ahead are at most so many.
pub const MOST_WEEKS: usize = 260;
/// Most tasks a week.
pub const MOST_A_WEEK: f64 = 1e6;

/// The weeks ahead, the plan for them, and its terms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Surge {
    /// The kind of work that comes and goes, by its key; the others then stay as usual. All of them,
    /// in their usual mix, where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Tasks that arrive in week 0, 1, …; later weeks bring the usual demand.
    pub weekly: Vec<f64>,
    /// Tasks that wait already when week 0 begins.
    pub waiting: f64,
    /// Standard deviation of a week's demand beyond that of chance arrivals, as a share of it.
    pub variation: f64,
    /// Growth of the usual demand a year, as a share of it.
    pub trend: f64,
    /// The last of the weeks may lie so many weeks earlier or later, each as likely.
    pub end_spread: f64,
    /// What it costs that a task waits for a week.
    pub week_cost: f64,
    /// The plan.
    pub plan: SurgePlan,
    /// First week in which temporary staff can begin.
    pub earliest: f64,
    /// g: share of a week that a newcomer takes from somebody experienced.
    pub coaching: f64,
    /// For how many weeks.
    pub coaching_weeks: f64,
    /// Share of the temporary staff that leave in a week; twice as many in the last four weeks of a
    /// contract.
    pub hazard: f64,
    /// Pay of an hour of overtime, in hours of pay.
    pub premium: f64,
    /// Most hours a person may work in a week, overtime included.
    pub most_hours: f64,
    /// Weeks until a permanent hire begins.
    pub lead_weeks: f64,
    /// Weeks for which a permanent post is paid at least.
    pub post_weeks: f64,
}

/// What is done about a surge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SurgePlan {
    /// Temporary staff hired.
    pub temps: f64,
    /// The week in which they begin.
    pub start: f64,
    /// Weeks of their contract.
    pub weeks: f64,
    /// Overtime, as a share of the usual hours.
    pub overtime: f64,
    /// Weeks of overtime, from the first in which more arrives than the team can do.
    pub overtime_weeks: f64,
    /// Permanent staff hired now.
    pub hires: f64,
    /// Hours a week that the front office helps at the most.
    pub front_hours: f64,
}

impl Scenario {
    /// The place of the kind of work that comes and goes, where it is one alone.
    pub fn surging(&self) -> Option<usize> {
        let key = self.surge.as_ref()?.kind.as_deref()?;
        self.tasks.iter().position(|task| task.key == key)
    }

    /// Usual tasks a week of what the weeks of the surge count: of one kind, or of all.
    pub fn usual_week(&self) -> f64 {
        let rate = match self.surging() {
            Some(kind) => self.tasks[kind].rate.get(),
            None => self.arrivals_per_hour(),
        };
        rate * self.calendar.hours_per_week()
    }

    /// Takes the weeks of a text over, into a surge with defaults where there is none; nothing, where they
    /// cannot be used. Whether they could.
    pub(super) fn read_surge(&mut self, text: &str) -> bool {
        let known = self.surge.clone();
        let surge = self
            .surge
            .get_or_insert_with(|| Box::new(Surge::with_defaults()));
        let usable = weekly::read_into(text, surge).is_ok() && check_weeks(self).is_ok();
        if !usable {
            self.surge = known;
        }
        usable
    }

    /// Every week is as usual again where the kind of work is gone that came and went.
    pub(crate) fn forget_lost_kind(&mut self) {
        if self.surging().is_none()
            && let Some(surge) = &mut self.surge
            && surge.kind.take().is_some()
        {
            surge.weekly.clear();
        }
    }
}

/// Whether the weeks are few enough, none of them beyond its limits, and of a kind of work that there is.
pub(super) fn check_weeks(scenario: &Scenario) -> Result<(), Problem> {
    if let Some(kind) = scenario
        .surge
        .as_ref()
        .and_then(|surge| surge.kind.as_deref())
        && scenario.surging().is_none()
    {
        let unknown = ProblemKind::UnknownTask(shortened(kind));
        return Err(problem(Place::List("surge.kind"), unknown));
    }
    let weekly = scenario.surge.iter().flat_map(|surge| &surge.weekly);
    if weekly.clone().count() > MOST_WEEKS {
        let many = ProblemKind::TooMany(MOST_WEEKS);
        return Err(problem(Place::List("surge.weekly"), many));
    }
    for (week, tasks) in weekly.enumerate() {
        let at = Place::Number(format!("surge.weekly[{week}]"));
        check_range(at, *tasks, MOST_A_WEEK)?;
    }
    Ok(())
}
