//! Customers who go elsewhere: because they are handed over, because it takes too long, because it
//! was wrong.

use super::flow::Flow;
use super::teams::TeamEvaluation;
use super::turnaround::Punctuality;
use crate::model::scenario::{Activity, Scenario};

/// What a route does to its customers.
#[derive(Clone, Copy, Default)]
struct Treatment {
    task: usize,
    tasks_per_minute: f64,
    handed: f64,
    escapes: f64,
}

/// Money a minute of the clock for customers lost. Where the turnaround is no number, lateness is
/// left out: work that never comes loses more than a formula can say.
pub(super) fn lost_per_minute(
    scenario: &Scenario,
    flows: &[Flow],
    punctuality: Option<&Punctuality>,
) -> f64 {
    let routes = flows.last().map_or(0, |flow| flow.route + 1);
    let lost = |route: usize| {
        let treatment = treatment(flows, route);
        let loyalty = &scenario.tasks[treatment.task].loyalty;
        let late = punctuality.and_then(|time| time.lateness.get(route));
        let late = late.copied().unwrap_or(0.0);
        let share = loyalty.lost(treatment.handed, late, treatment.escapes);
        treatment.tasks_per_minute * loyalty.customer_value.get() * share
    };
    (0..routes).map(lost).sum()
}

fn treatment(flows: &[Flow], route: usize) -> Treatment {
    let mut of = Treatment::default();
    for flow in flows.iter().filter(|flow| flow.route == route) {
        of.task = flow.task;
        of.tasks_per_minute = flow.tasks_per_minute;
        of.escapes += flow.escapes;
        if flow.activity == Activity::HandOff {
            of.handed = (of.handed + flow.visits).min(1.0);
        }
    }
    of
}

/// Money a minute of the clock for live contacts whose customer gives up in line.
pub(super) fn given_up_per_minute(
    scenario: &Scenario,
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> f64 {
    let lost = |flow: &Flow| {
        let team = &teams[flow.team?];
        let mut lines = team.lines.iter();
        let line = lines.find(|line| line.task == flow.task)?;
        let gave_up = line.answered?.gave_up?;
        let cost = scenario.tasks[flow.task].channel.given_up_cost;
        Some(flow.per_minute() * gave_up.get() * cost.get())
    };
    let live = flows.iter().filter(|flow| flow.live);
    live.filter_map(lost).sum()
}
