//! Demand that comes and goes: the weeks ahead, and what is planned for them.
//!
//! A scenario has a surge or it has none. What temporary and permanent people cost and how fast they
//! learn stands with their teams; here stands what only a surge asks for.

use super::Scenario;
use super::validation::{Place, Problem, ProblemKind, check_range, problem};
use serde::{Deserialize, Serialize};

/// The weeks ahead are at most so many.
pub const MOST_WEEKS: usize = 260;
/// Most tasks a week.
pub const MOST_A_WEEK: f64 = 1e6;

/// The weeks ahead, the plan for them, and its terms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Surge {
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

/// Whether the weeks are few enough, and none of them beyond its limits.
pub(super) fn check_weeks(scenario: &Scenario) -> Result<(), Problem> {
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
