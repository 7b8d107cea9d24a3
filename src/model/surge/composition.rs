//! What the tasks of a surge are made of: whose they are, how much work is in one, and how many come.
//!
//! Backlog, age and money are counted in tasks of one size, of those that come to the team at all. Where
//! all kinds come and go together that is a task of their usual mix. Where one kind comes and goes alone,
//! it is a task of the mix of the weeks given: over those weeks there are then as many as truly come, and
//! every week brings its work exactly.

use crate::model::evaluation::{StrategyEvaluation, TeamState, workings};
use crate::model::scenario::{Doer, Scenario, TeamKind};
use crate::model::strategy;

/// The work of a surge, for the team that has most to do with it.
pub(super) struct Composition {
    /// The team, by its place in the scenario.
    pub team: usize,
    /// Share of each kind of work in the tasks.
    pub mix: Vec<f64>,
    /// Share of all tasks that come to the team.
    pub reach: f64,
    /// Hours of the team's work in a task.
    pub task_hours: f64,
    /// Tasks of a usual week.
    pub usual: f64,
    /// Tasks of the weeks given.
    pub weekly: Vec<f64>,
    /// Hours of work of each team in the week in which most comes.
    pub heaviest: Vec<f64>,
}

/// The composition under a way; `None` where no team of people has work.
pub(super) fn composition(scenario: &Scenario, way: &StrategyEvaluation) -> Option<Composition> {
    match scenario.surging() {
        Some(kind) => of_one_kind(scenario, way, kind),
        None => of_all(scenario, way),
    }
}

fn of_all(scenario: &Scenario, way: &StrategyEvaluation) -> Option<Composition> {
    let hours = scenario.calendar.hours_per_week();
    let total = scenario.arrivals_per_hour();
    let usual = total * hours;
    // Behind before in front where both are as busy.
    let team = people_of(scenario, way)
        .filter(|team| way.teams[*team].state != TeamState::Unused)
        .max_by(|a, b| {
            let busy = |team: &usize| way.teams[*team].occupancy.get();
            busy(a).total_cmp(&busy(b))
        })?;
    let load = way.teams[team].load.get();
    let most = weeks_of(scenario).iter().copied().fold(usual, f64::max);
    let work = Work::of(scenario, way.key, None)?;
    let come: Vec<f64> = work.come.iter().map(|teams| teams[team]).collect();
    let all: f64 = come.iter().sum();
    let reach = all / usual;
    (usual > 0.0 && load > 0.0 && all > 0.0).then(|| Composition {
        team,
        mix: come.iter().map(|tasks| tasks / all).collect(),
        reach,
        task_hours: load * hours / all,
        usual: all,
        weekly: weeks_of(scenario).iter().map(|week| week * reach).collect(),
        heaviest: way
            .teams
            .iter()
            .map(|team| team.load.get() * hours * most / usual)
            .collect(),
    })
}

fn of_one_kind(scenario: &Scenario, way: &StrategyEvaluation, kind: usize) -> Option<Composition> {
    let hours = scenario.calendar.hours_per_week();
    let each = Work::of(scenario, way.key, Some(kind))?;
    let usual_of_kind = scenario.usual_week();
    let weekly = weeks_of(scenario);
    let highest = weekly.iter().copied().fold(usual_of_kind, f64::max);
    let load = |team: usize| each.others[team] + each.of_kind[team] * highest;
    // The team that is busiest in the week in which most comes.
    let team = people_of(scenario, way)
        .filter(|team| each.of_kind[*team] > 0.0)
        .max_by(|a, b| {
            let busy = |team: &usize| load(*team) / way.teams[*team].on_duty.get();
            busy(a).total_cmp(&busy(b))
        })?;
    // Over the weeks given, or over a usual one.
    let (count, came) = match weekly.iter().sum::<f64>() {
        came if came > 0.0 => (weekly.len() as f64, came),
        _ => (1.0, usual_of_kind),
    };
    // Those that come to the team.
    let come = each.come.iter().enumerate().map(|(place, teams)| {
        let weekly = if place == kind { came } else { count };
        teams[team] * weekly
    });
    let come: Vec<f64> = come.collect();
    let tasks: f64 = come.iter().sum();
    let rate_of_others = scenario.arrivals_per_hour() - scenario.tasks[kind].rate.get();
    let work = each.others[team] * count + each.of_kind[team] * came;
    let task_hours = work / tasks;
    let in_tasks = |of_kind: f64| (each.others[team] + each.of_kind[team] * of_kind) / task_hours;
    (tasks > 0.0 && work > 0.0).then(|| Composition {
        team,
        mix: come.iter().map(|come| come / tasks).collect(),
        reach: tasks / (rate_of_others * hours * count + came),
        task_hours,
        usual: in_tasks(usual_of_kind),
        weekly: weekly.iter().map(|week| in_tasks(*week)).collect(),
        heaviest: (0..scenario.teams.len()).map(load).collect(),
    })
}

/// Work and tasks, team by team.
struct Work {
    /// Hours in a task of the kind that comes and goes.
    of_kind: Vec<f64>,
    /// Hours in all others of a usual week.
    others: Vec<f64>,
    /// For every kind its tasks that come to each team: of a usual week, or the share of each of the
    /// kind that comes and goes.
    come: Vec<Vec<f64>>,
}

impl Work {
    /// The work under a way, where a kind comes and goes alone or none does; `None` where it lacks a team
    /// or its work never ends.
    fn of(scenario: &Scenario, way: &str, kind: Option<usize>) -> Option<Self> {
        let hours = scenario.calendar.hours_per_week();
        // What never comes as a rule has its work as soon as a little of it comes.
        const A_LITTLE: f64 = 1e-6;
        let mut with_some = scenario.clone();
        if let Some(kind) = kind {
            let rate = &mut with_some.tasks[kind].rate.0;
            *rate = rate.max(A_LITTLE);
        }
        let none = vec![0.0; scenario.teams.len()];
        let mut work = Self {
            of_kind: none.clone(),
            others: none.clone(),
            come: vec![none; scenario.tasks.len()],
        };
        for route in workings(&with_some, strategy::find(way)?)?.routes {
            let is_kind = kind == Some(route.task);
            let tasks = match is_kind {
                true => route.tasks_per_minute * 60.0 / with_some.tasks[route.task].rate.get(),
                false => route.tasks_per_minute * 60.0 * hours,
            };
            let mut seen = vec![false; scenario.teams.len()];
            for step in &route.steps {
                let Doer::Team(team) = step.step.doer else {
                    continue;
                };
                let task_hours = step.visits * step.step.minutes.get() / 60.0;
                let of = if is_kind {
                    &mut work.of_kind
                } else {
                    &mut work.others
                };
                of[team] += task_hours * tasks;
                seen[team] |= step.visits > 0.0;
            }
            for (come, seen) in work.come[route.task].iter_mut().zip(seen) {
                *come += if seen { tasks } else { 0.0 };
            }
        }
        Some(work)
    }
}

/// The teams of people.
pub(super) fn people_of<'a>(
    scenario: &'a Scenario,
    way: &'a StrategyEvaluation,
) -> impl Iterator<Item = usize> + 'a {
    let teams = 0..scenario.teams.len().min(way.teams.len());
    teams.filter(|team| {
        let kind = scenario.teams[*team].kind;
        !matches!(kind, TeamKind::Bot | TeamKind::Outsourced)
    })
}

fn weeks_of(scenario: &Scenario) -> &[f64] {
    let surge = scenario.surge.as_deref();
    surge.map_or(&[], |surge| &surge.weekly)
}
