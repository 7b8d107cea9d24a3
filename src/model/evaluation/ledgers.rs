//! The two ledgers of a strategy: the touch cost of a task, and the month.

use super::fetched::as_worked;
use super::flow::{Flow, teams_used};
use super::loyalty;
use super::teams::TeamEvaluation;
use super::turnaround::Punctuality;
use crate::model::accounts::{self, Events, WorkHours};
use crate::model::cost::ledger::{Ledger, Line, Valuation};
use crate::model::scenario::{Activity, Scenario, Task};
use crate::model::units::Money;

/// Adds up a team's hours; `weight` says how many tasks of a flow's route count.
fn hours_of(team: usize, flows: &[Flow], weight: impl Fn(&Flow) -> f64) -> WorkHours {
    let mut hours = WorkHours::default();
    for flow in flows.iter().filter(|flow| flow.team == Some(team)) {
        let each = flow.minutes / 60.0 * weight(flow);
        hours.loops += flow.redone * each;
        hours.add(flow.activity, (flow.visits - flow.redone) * each);
        if flow.activity == Activity::Work {
            hours.passes += flow.visits * weight(flow);
        }
    }
    hours
}

/// The hours of every team that has work; `weight` says how many tasks of a flow's route count.
pub(super) fn hours(flows: &[Flow], weight: impl Fn(&Flow) -> f64) -> Vec<(usize, WorkHours)> {
    let used = teams_used(flows).into_iter();
    used.map(|team| (team, hours_of(team, flows, &weight)))
        .collect()
}

/// The touch cost of the average task: minutes at the hourly rates, and escaped errors.
pub(super) fn touch(scenario: &Scenario, flows: &[Flow]) -> Ledger {
    touch_of(scenario, flows, scenario.arrivals_per_hour() / 60.0)
}

/// The total touch cost of each task of the scenario.
pub(super) fn touch_by_task(scenario: &Scenario, flows: &[Flow]) -> Vec<Money> {
    let of_task = |(index, task): (usize, &Task)| {
        let flows: Vec<Flow> = flows
            .iter()
            .filter(|flow| flow.task == index)
            .cloned()
            .collect();
        touch_of(scenario, &flows, task.rate.get() / 60.0).total()
    };
    scenario.tasks.iter().enumerate().map(of_task).collect()
}

/// The touch cost of the given flows, shared among `tasks_per_minute`; empty where none come.
fn touch_of(scenario: &Scenario, flows: &[Flow], tasks_per_minute: f64) -> Ledger {
    let mut ledger = Ledger::default();
    if tasks_per_minute <= 0.0 {
        return ledger;
    }
    for (index, team) in scenario.teams.iter().enumerate() {
        let hours = hours_of(index, flows, |flow| {
            flow.tasks_per_minute / tasks_per_minute
        });
        hours.enter(&mut ledger, index, Valuation::Pay, 1.0, team.rate.get());
        ledger.enter_price(Line::Work, Some(index), hours.price(team));
    }
    ledger.enter_price(
        Line::Errors,
        None,
        escaped(scenario, flows) / tasks_per_minute,
    );
    ledger
}

/// Money a minute for errors that reach the customer.
pub(super) fn escaped(scenario: &Scenario, flows: &[Flow]) -> f64 {
    let cost = |flow: &Flow| {
        flow.tasks_per_minute * flow.escapes * scenario.tasks[flow.task].error_cost.get()
    };
    flows.iter().map(cost).sum()
}

/// The monthly run.
pub(super) fn month(
    scenario: &Scenario,
    uses_tool: bool,
    flows: &[Flow],
    teams: &[TeamEvaluation],
    punctuality: Option<&Punctuality>,
) -> Ledger {
    let minutes = scenario.calendar.hours_per_month() * 60.0;
    let each = |flow: &Flow| flow.tasks_per_minute * minutes;
    let worked = as_worked(flows, teams);
    let hours = hours(&worked, each).into_iter();
    let events = Events {
        errors: escaped(scenario, flows) * minutes,
        delay: punctuality.map_or(0.0, |time| time.delay_cost_per_minute * minutes),
        lost: (loyalty::lost_per_minute(scenario, flows, punctuality)
            + loyalty::given_up_per_minute(scenario, flows, teams))
            * minutes,
        uses_tool,
    };
    accounts::month(scenario, hours, events)
}
