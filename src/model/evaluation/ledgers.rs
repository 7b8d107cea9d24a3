//! The two ledgers of a strategy: the touch cost of a task, and the month.

use super::flow::Flow;
use super::teams::{TeamEvaluation, TeamState};
use super::turnaround::TurnaroundSummary;
use crate::model::cost::labour::{PaidHours, Posts, displaced_hours};
use crate::model::cost::ledger::{Ledger, Line, Valuation};
use crate::model::scenario::{Activity, Scenario, Task, Team, TeamKind};
use crate::model::strategy::Strategy;
use crate::model::units::Money;

/// Hours of one team by what they are spent on, per whatever the weight of the flows counts.
#[derive(Default)]
struct Hours {
    work: f64,
    hand_off: f64,
    loops: f64,
}

impl Hours {
    /// Adds up a team's hours; `weight` says how many tasks of a flow's route count.
    fn of(team: usize, flows: &[Flow], weight: impl Fn(&Flow) -> f64) -> Self {
        let mut hours = Hours::default();
        for flow in flows.iter().filter(|flow| flow.team == Some(team)) {
            let each = flow.minutes / 60.0 * weight(flow);
            let first = (flow.visits - flow.redone) * each;
            hours.loops += flow.redone * each;
            match flow.activity {
                Activity::Work => hours.work += first,
                Activity::HandOff => hours.hand_off += first,
                Activity::Clarification => hours.loops += first,
            }
        }
        hours
    }

    fn total(&self) -> f64 {
        self.work + self.hand_off + self.loops
    }

    /// Enters the hours line by line, all scaled by `factor`.
    fn enter(
        &self,
        ledger: &mut Ledger,
        team: usize,
        valuation: Valuation,
        factor: f64,
        rate: f64,
    ) {
        let lines = [
            (Line::Work, self.work),
            (Line::HandOff, self.hand_off),
            (Line::Loops, self.loops),
        ];
        for (line, hours) in lines {
            ledger.enter_hours(line, team, valuation, hours * factor, rate);
        }
    }
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
        let hours = Hours::of(index, flows, |flow| {
            flow.tasks_per_minute / tasks_per_minute
        });
        hours.enter(&mut ledger, index, Valuation::Pay, 1.0, team.rate.get());
    }
    ledger.enter_price(Line::Errors, escaped(scenario, flows) / tasks_per_minute);
    ledger
}

/// Money a minute for errors that reach the customer.
fn escaped(scenario: &Scenario, flows: &[Flow]) -> f64 {
    let cost = |flow: &Flow| {
        flow.tasks_per_minute * flow.escapes * scenario.tasks[flow.task].error_cost.get()
    };
    flows.iter().map(cost).sum()
}

/// The monthly run: pay or lost fees of every team, errors, waiting customers, licences.
pub(super) fn month(
    scenario: &Scenario,
    strategy: &Strategy,
    flows: &[Flow],
    teams: &[TeamEvaluation],
    turnaround: Option<&TurnaroundSummary>,
) -> Ledger {
    let minutes = scenario.calendar.hours_per_month() * 60.0;
    let mut ledger = Ledger::default();
    for evaluated in teams.iter().filter(|team| team.state != TeamState::Unused) {
        let hours = Hours::of(evaluated.team, flows, |flow| {
            flow.tasks_per_minute * minutes
        });
        enter_team(&mut ledger, scenario, evaluated.team, &hours);
    }
    ledger.enter_price(Line::Errors, escaped(scenario, flows) * minutes);
    if let Some(turnaround) = turnaround {
        ledger.enter_price(Line::Delay, turnaround.delay_cost_per_minute * minutes);
    }
    if strategy.uses_tool {
        ledger.enter_price(Line::Fixed, licences(scenario));
    }
    ledger
}

fn licences(scenario: &Scenario) -> f64 {
    let users = scenario
        .team_of(TeamKind::Front)
        .map_or(0.0, |team| scenario.teams[team].staff.get());
    users * scenario.tool.licence.get()
}

/// A team's month. Hours bought are paid; posts that the option needs are paid whether busy or
/// not; posts that stay in any case are left out, and what their hours cost is the fees lost.
fn enter_team(ledger: &mut Ledger, scenario: &Scenario, index: usize, hours: &Hours) {
    let team = &scenario.teams[index];
    let posts = Posts {
        staff: team.staff.get(),
        hours_per_month: scenario.calendar.hours_per_month(),
        shrinkage: team.shrinkage.get(),
    };
    if team.flexible {
        let paid = PaidHours::bought(hours.total(), posts.shrinkage, team.target_occupancy.get());
        enter_paid(ledger, index, team, hours, &paid);
    } else if team.posts_released {
        enter_paid(
            ledger,
            index,
            team,
            hours,
            &PaidHours::of_posts(&posts, hours.total()),
        );
    } else {
        let slack = posts.slack(team.max_occupancy.get(), team.client_hours.get());
        // A team that falls behind gives all its time, not more.
        let worked = hours.total().min(posts.productive_hours());
        let displaced = displaced_hours(worked, slack);
        let factor = displaced / hours.total();
        hours.enter(
            ledger,
            index,
            Valuation::LostFee,
            factor,
            team.lost_fee().get(),
        );
    }
}

fn enter_paid(ledger: &mut Ledger, index: usize, team: &Team, hours: &Hours, paid: &PaidHours) {
    let rate = team.rate.get();
    hours.enter(
        ledger,
        index,
        Valuation::Pay,
        paid.busy / hours.total(),
        rate,
    );
    ledger.enter_hours(Line::Idle, index, Valuation::Pay, paid.idle, rate);
    ledger.enter_hours(Line::Absence, index, Valuation::Pay, paid.absent, rate);
}
