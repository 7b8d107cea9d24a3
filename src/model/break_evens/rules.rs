//! Break-evens that are no number of the scenario: how sure the front office must be to try, how
//! long somebody must be needed, what a raise would have to do.

use super::Point;
use super::Side;
use crate::model::cost::break_even::{self, Threshold};
use crate::model::cost::tenure::{Tenure, Terms, tenure, weeks_to_be_permanent};
use crate::model::evaluation::Evaluation;
use crate::model::scenario::{Scenario, Team, TeamKind};

/// A rule with its figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// BE3: what the front office should try, by its chance of success.
    Gatekeeper {
        /// The task, by its place in the scenario.
        task: usize,
        /// Chance of success from which trying pays.
        success: Threshold,
        /// The complexity up to which that chance is there; always the lower side.
        complexity: Point,
    },
    /// BE5: temporary or permanent, by how long somebody is needed.
    Tenure(Tenure),
    /// BE6: share of weeks in which a post must be needed to be permanent.
    BaseLoad(f64),
    /// BE9: how strongly leaving would have to answer to pay for a raise to pay by itself.
    Raise {
        /// The team, by its place in the scenario.
        team: usize,
        /// Elasticity of quits to pay.
        elasticity: f64,
    },
}

/// The rules that a scenario has figures for.
pub fn rules(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Rule> {
    let mut found = gatekeepers(scenario, evaluation);
    found.extend(temporaries(scenario));
    found.extend(raises(scenario, evaluation));
    found
}

/// What to try in front, for the tasks that may be split.
fn gatekeepers(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Rule> {
    let Some(front) = scenario.team_of(TeamKind::Front) else {
        return Vec::new();
    };
    let (Some(_), Some(behind)) = (evaluation.of("split"), evaluation.of("back_office")) else {
        return Vec::new();
    };
    let team = &scenario.teams[front];
    let rule = |(task, of): (usize, &crate::model::scenario::Task)| {
        let trying = of.front_minutes.hours().get() * team.rate.get();
        let specialist = behind.touch_by_task[task].get();
        let success = break_even::success_to_try(trying, specialist, of.error_cost.get());
        Rule::Gatekeeper {
            task,
            success,
            complexity: complexity(team, success),
        }
    };
    scenario.tasks.iter().enumerate().map(rule).collect()
}

/// The complexity at which the chance of an error, e(1+ν(2x−1)), is what the threshold leaves.
fn complexity(team: &Team, success: Threshold) -> Point {
    let needed = match success {
        Threshold::At(needed) => needed,
        Threshold::Always => return Point::Always,
        Threshold::Never => return Point::Never,
    };
    let (error, steeper) = (team.error.get(), team.errors_with_complexity.get());
    let allowed = 1.0 - needed;
    if error * steeper <= 0.0 {
        return if error <= allowed {
            Point::Always
        } else {
            Point::Never
        };
    }
    let x = 0.5 * (1.0 + (allowed / error - 1.0) / steeper);
    match x {
        _ if x >= 1.0 => Point::Always,
        _ if x <= 0.0 => Point::Never,
        _ => Point::At(x, Side::Below),
    }
}

/// Temporary against permanent staff, where there are some of both.
fn temporaries(scenario: &Scenario) -> Vec<Rule> {
    let terms = |kind| {
        let team = &scenario.teams[scenario.team_of(kind)?];
        let week = scenario.calendar.hours_per_week() * team.rate.get();
        Some(Terms {
            week,
            joining: team.turnover.newcomer_for_output(week).total(),
            leaving: team.turnover.exit_cost.get(),
            output: team.shrinkage.rest().get() * team.turnover.full_output.get(),
        })
    };
    let pair = terms(TeamKind::Back).zip(terms(TeamKind::Temporary));
    let Some((permanent, temporary)) = pair else {
        return Vec::new();
    };
    if permanent.output <= 0.0 || temporary.output <= 0.0 || temporary.week <= 0.0 {
        return Vec::new();
    }
    vec![
        Rule::Tenure(tenure(&permanent, &temporary)),
        Rule::BaseLoad(weeks_to_be_permanent(&permanent, &temporary)),
    ]
}

/// What a raise would have to do in each team that people leave.
fn raises(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Rule> {
    const MONTHS: f64 = 12.0;
    let hours = scenario.calendar.hours_per_month() * MONTHS;
    let raise = |(place, team): (usize, &Team)| {
        let week = scenario.calendar.hours_per_week() * team.rate.get();
        let leaver = team.turnover.newcomer(week).total();
        let busy = evaluation.comparison.best().map_or(0.0, |best| {
            evaluation.strategies[best].teams[place].occupancy.get()
        });
        let attrition = team.turnover.leavers(busy);
        let elasticity = break_even::quit_elasticity(team.rate.get(), hours, attrition, leaver)?;
        Some(Rule::Raise {
            team: place,
            elasticity,
        })
    };
    scenario
        .teams
        .iter()
        .enumerate()
        .filter_map(raise)
        .collect()
}
