//! The month of a strategy in money, from the hours that its work takes.
//!
//! Formulas and simulation count hours each in their own way and enter them here, so that both
//! charge them alike. Hours are a month's, money is a month's.

use super::cost::labour::{PaidHours, Posts, displaced_hours};
use super::cost::ledger::{Ledger, Line, Valuation};
use super::scenario::{Activity, Scenario, Team, TeamKind};

/// Hours of one team by what they are spent on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorkHours {
    /// Doing tasks, once.
    pub work: f64,
    /// Handing them over.
    pub hand_off: f64,
    /// Asking, answering and doing again.
    pub loops: f64,
}

impl WorkHours {
    /// Adds hours of an activity, done for the first time.
    pub fn add(&mut self, activity: Activity, hours: f64) {
        match activity {
            Activity::Work => self.work += hours,
            Activity::HandOff => self.hand_off += hours,
            Activity::Clarification => self.loops += hours,
        }
    }

    /// All of them.
    pub fn total(&self) -> f64 {
        self.work + self.hand_off + self.loops
    }

    /// Enters the hours line by line, all scaled by `factor`.
    pub fn enter(
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

/// What a month's work comes to, beside the hours.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Events {
    /// Money for errors that reach the customer.
    pub errors: f64,
    /// Money for customers who wait or are served late.
    pub delay: f64,
    /// Whether the front office's tool is bought.
    pub uses_tool: bool,
}

/// The monthly run: pay or lost fees of every team that has work, errors, waiting customers,
/// licences. `hours` names each of those teams with what it does.
pub fn month(
    scenario: &Scenario,
    hours: impl Iterator<Item = (usize, WorkHours)>,
    events: Events,
) -> Ledger {
    let mut ledger = Ledger::default();
    for (team, hours) in hours {
        enter_team(&mut ledger, scenario, team, &hours);
    }
    ledger.enter_price(Line::Errors, events.errors);
    ledger.enter_price(Line::Delay, events.delay);
    if events.uses_tool {
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
fn enter_team(ledger: &mut Ledger, scenario: &Scenario, index: usize, hours: &WorkHours) {
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

fn enter_paid(ledger: &mut Ledger, index: usize, team: &Team, hours: &WorkHours, paid: &PaidHours) {
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
