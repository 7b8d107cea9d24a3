//! What the weeks are worked with: the team that has the work, those who may join it, those who may
//! help, and what waiting costs.

use super::cohort::Joiner;
use super::composition::{Composition, composition, people_of};
use crate::model::cost::people::Learning;
use crate::model::cost::tenure;
use crate::model::evaluation::StrategyEvaluation;
use crate::model::scenario::{Loyalty, Scenario, Surge, Task, Team, TeamKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why nothing can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplannable {
    /// The scenario has no surge.
    NoSurge,
    /// Nothing arrives, or no team works on it.
    NoWork,
    /// The team's hours are bought as the work comes, so that nothing piles up.
    BoughtAsNeeded,
}

/// The front office as a helper.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Helper {
    /// The team, by its place in the scenario.
    pub team: usize,
    /// Hours that it needs for a task.
    pub task_hours: f64,
    /// What an hour of it is worth to clients.
    pub price: f64,
    /// Hours that its own work of the week in which most comes and its clients leave.
    pub free: f64,
}

/// Another team that the surge brings more work than it has hours for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Short {
    /// The team, by its place in the scenario.
    pub team: usize,
    /// Hours of work of the week in which most comes.
    pub work: f64,
    /// Hours that it has.
    pub hours: f64,
    /// More people who would do.
    pub more: f64,
}

/// One kind of work, as far as lateness loses its customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Late {
    /// Its share of the tasks.
    pub share: f64,
    /// Working minutes within which it was promised.
    pub promise: f64,
    /// How its customers take delay.
    pub loyalty: Loyalty,
}

/// Everything that the weeks need to know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The surge.
    pub surge: Surge,
    /// The team that has the work, by its place in the scenario.
    pub team: usize,
    /// Paid hours of a week, h.
    pub hours: f64,
    /// Open weeks of a year.
    pub weeks_per_year: f64,
    /// Hours of the team's work that a task takes, τ: with questions and rework, under the way looked
    /// at.
    pub task_hours: f64,
    /// Share of all tasks that come to the team: the others are not counted.
    pub reach: f64,
    /// Squared coefficient of variation of the work in a task.
    pub scv: f64,
    /// Tasks of a usual week.
    pub usual: f64,
    /// People of the team, N.
    pub people: f64,
    /// Pay of an hour of one of them.
    pub rate: f64,
    /// Share of the paid time that they are at work, 1−σ.
    pub present: f64,
    /// Temporary staff.
    pub temps: Joiner,
    /// Permanent staff hired now.
    pub hires: Joiner,
    /// The front office, where it is another team.
    pub front: Option<Helper>,
    /// Other teams that fall short too; no remedy here is theirs.
    pub short: Vec<Short>,
    /// What lateness loses, by kind of work; empty where it loses nothing.
    pub late: Vec<Late>,
}

impl Terms {
    /// The terms under a way of dividing the work.
    pub fn of(scenario: &Scenario, way: &StrategyEvaluation) -> Result<Self, Unplannable> {
        let surge = scenario.surge.as_deref().ok_or(Unplannable::NoSurge)?;
        let hours = scenario.calendar.hours_per_week();
        let Composition {
            team,
            mix,
            reach,
            task_hours,
            usual,
            weekly,
            heaviest,
        } = composition(scenario, way).ok_or(Unplannable::NoWork)?;
        let of = &scenario.teams[team];
        if of.flexible {
            return Err(Unplannable::BoughtAsNeeded);
        }
        let surge = &Surge {
            weekly,
            ..surge.clone()
        };
        let temp = temporary(scenario);
        Ok(Self {
            surge: surge.clone(),
            team,
            hours,
            weeks_per_year: scenario.calendar.weeks_per_year,
            task_hours,
            reach,
            scv: scv(scenario, &mix),
            usual,
            people: of.staff.get(),
            rate: of.rate.get(),
            present: of.shrinkage.rest().get(),
            temps: temporary_terms(&temp, surge),
            hires: permanent_terms(of, scenario.calendar.weeks_per_year),
            front: helper(scenario, team, &mix, &heaviest),
            short: short(scenario, way, team, &heaviest),
            late: late(scenario, &mix),
        })
    }

    /// Tasks a week of the team as it is, K₀.
    pub fn capacity(&self) -> f64 {
        self.people * self.hours * self.present / self.task_hours
    }

    /// k: tasks a week of one temporary who has learned all there is to learn.
    pub fn tasks_of_a_temp(&self) -> f64 {
        self.hours * self.temps.present * self.temps.learning.full / self.task_hours
    }

    /// How a permanent and a temporary person are paid, for BE5 and BE6.
    pub fn tenure(&self) -> (tenure::Terms, tenure::Terms) {
        let terms = |joiner: &Joiner| {
            let week = joiner.rate * self.hours;
            let paid_weeks = joiner.training_weeks + joiner.learning.paid_weeks();
            tenure::Terms {
                week,
                joining: joiner.hire_cost + paid_weeks * week,
                leaving: joiner.exit_cost,
                output: joiner.present * joiner.learning.full,
            }
        };
        (terms(&self.hires), terms(&self.temps))
    }
}

/// Temporary staff: the scenario's, or as usual.
fn temporary(scenario: &Scenario) -> Cow<'_, Team> {
    match scenario.team_of(TeamKind::Temporary) {
        Some(team) => Cow::Borrowed(&scenario.teams[team]),
        None => Cow::Owned(Team::with_defaults("temps", TeamKind::Temporary)),
    }
}

fn learning(team: &Team) -> Learning {
    Learning {
        start: team.turnover.starting_output.get(),
        full: team.turnover.full_output.get(),
        weeks: team.turnover.learning_weeks,
    }
}

fn temporary_terms(team: &Team, surge: &Surge) -> Joiner {
    Joiner {
        rate: team.rate.get(),
        present: team.shrinkage.rest().get(),
        learning: learning(team),
        hire_cost: team.turnover.hire_cost.get(),
        training_weeks: team.turnover.training_weeks,
        exit_cost: team.turnover.exit_cost.get(),
        hazard: surge.hazard,
    }
}

fn permanent_terms(team: &Team, weeks_per_year: f64) -> Joiner {
    Joiner {
        rate: team.rate.get(),
        present: team.shrinkage.rest().get(),
        learning: learning(team),
        hire_cost: team.turnover.hire_cost.get(),
        training_weeks: team.turnover.training_weeks,
        exit_cost: team.turnover.exit_cost.get(),
        hazard: (team.turnover.attrition.get() / weeks_per_year.max(1.0)).min(1.0),
    }
}

/// The front office, where the work is somebody else's.
fn helper(scenario: &Scenario, team: usize, mix: &[f64], heaviest: &[f64]) -> Option<Helper> {
    let front = scenario
        .team_of(TeamKind::Front)
        .filter(|front| *front != team)?;
    let of = &scenario.teams[front];
    let task_hours = mean(scenario, mix, |task| task.front_minutes.get()) / 60.0;
    (task_hours > 0.0).then(|| Helper {
        team: front,
        task_hours,
        price: of.lost_fee().get(),
        free: free_hours(scenario, front, heaviest[front]),
    })
}

/// Hours a week that a team has beyond its own work and what its clients need.
fn free_hours(scenario: &Scenario, team: usize, own: f64) -> f64 {
    let (of, calendar) = (&scenario.teams[team], &scenario.calendar);
    let weeks = calendar.hours_per_month() / calendar.hours_per_week();
    let clients = of.client_hours.get() / weeks;
    (of.on_duty() * calendar.hours_per_week() - own - clients).max(0.0)
}

/// Teams of people, without the one that the surge is planned for, that have less time than work in the
/// week in which most comes.
fn short(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    planned: usize,
    heaviest: &[f64],
) -> Vec<Short> {
    let others = people_of(scenario, way).filter(|team| *team != planned);
    let short = others.map(|team| {
        let (of, week) = (&scenario.teams[team], scenario.calendar.hours_per_week());
        let (work, hours) = (heaviest[team], of.on_duty() * week);
        let of_one = (of.shrinkage.rest().get() * week).max(f64::MIN_POSITIVE);
        Short {
            team,
            work,
            hours,
            more: ((work - hours) / of_one).ceil(),
        }
    });
    let binds = |short: &Short| short.work > short.hours && !scenario.teams[short.team].flexible;
    short.filter(binds).collect()
}

/// Variation of the work of a task, over all kinds.
fn scv(scenario: &Scenario, mix: &[f64]) -> f64 {
    mean(scenario, mix, |task| task.service_scv)
}

/// The mean of a number of the tasks.
fn mean(scenario: &Scenario, mix: &[f64], of: impl Fn(&Task) -> f64) -> f64 {
    let each = scenario.tasks.iter().zip(mix);
    each.map(|(task, share)| share * of(task)).sum()
}

fn late(scenario: &Scenario, mix: &[f64]) -> Vec<Late> {
    let loses =
        |loyalty: &Loyalty| loyalty.customer_value.get() > 0.0 && loyalty.late_loss.get() > 0.0;
    let each = scenario.tasks.iter().zip(mix);
    each.filter(|(task, _)| loses(&task.loyalty))
        .map(|(task, share)| Late {
            share: *share,
            promise: task.promise.get(),
            loyalty: task.loyalty.clone(),
        })
        .collect()
}
