//! The month of a strategy in money, from the hours that its work takes.
//!
//! Formulas and simulation count hours each in their own way and enter them here, so that both
//! charge them alike. Hours are a month's, money is a month's.

use super::cost::labour::{PaidHours, Posts, displaced_hours};
use super::cost::ledger::{Ledger, Line, Valuation};
use super::queueing::error::MIN_SERVERS;
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
    /// Passes of work, done again or not: what a partner is paid for.
    pub passes: f64,
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

    /// All hours.
    pub fn total(&self) -> f64 {
        self.work + self.hand_off + self.loops
    }

    /// Whether the team has anything to do at all.
    pub fn is_used(&self) -> bool {
        self.total() > 0.0 || self.passes > 0.0
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

    /// What a partner is paid for the passes, with what steering it costs.
    pub fn price(&self, team: &Team) -> f64 {
        let contract = &team.contract;
        self.passes * contract.unit_price.get() * (1.0 + contract.governance.get())
    }
}

/// What a month's work comes to, beside the hours.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Events {
    /// Money for errors that reach the customer.
    pub errors: f64,
    /// Money for customers who wait or are served late.
    pub delay: f64,
    /// Money for customers who go elsewhere.
    pub lost: f64,
    /// Whether the front office's tool is bought.
    pub uses_tool: bool,
}

/// The monthly run: pay or lost fees of every team that has work, partners, people who leave,
/// errors, customers who wait or go, licences. `hours` names each of those teams with what it does.
pub fn month(
    scenario: &Scenario,
    hours: impl Iterator<Item = (usize, WorkHours)>,
    events: Events,
) -> Ledger {
    let mut ledger = Ledger::default();
    for (team, hours) in hours {
        enter_team(&mut ledger, scenario, team, &hours);
        enter_contract(&mut ledger, scenario, team, &hours);
    }
    ledger.enter_price(Line::Errors, None, events.errors);
    ledger.enter_price(Line::Delay, None, events.delay);
    ledger.enter_price(Line::LostCustomers, None, events.lost);
    if events.uses_tool {
        ledger.enter_price(
            Line::Fixed,
            None,
            users(scenario) * scenario.tool.licence.get(),
        );
    }
    ledger
}

/// What is paid once before the first month: the tool and learning to use it, and the contracts of
/// the teams that have work.
pub fn set_up(scenario: &Scenario, used: impl Iterator<Item = usize>, uses_tool: bool) -> f64 {
    let contracts: f64 = used
        .map(|team| scenario.teams[team].contract.set_up.get())
        .sum();
    if !uses_tool {
        return contracts;
    }
    let front = scenario.team_of(TeamKind::Front);
    let rate = front.map_or(0.0, |team| scenario.teams[team].rate.get());
    let training = users(scenario) * scenario.tool.training_hours.get() * rate;
    contracts + scenario.tool.set_up.get() + training
}

/// Members of the front office, each of whom has the tool.
fn users(scenario: &Scenario) -> f64 {
    let front = scenario.team_of(TeamKind::Front);
    front.map_or(0.0, |team| scenario.teams[team].staff.get())
}

/// A team's month. Hours bought are paid; posts that the option needs are paid whether busy or
/// not; posts that stay in any case are left out, and what their hours cost is the fees lost.
fn enter_team(ledger: &mut Ledger, scenario: &Scenario, index: usize, hours: &WorkHours) {
    let team = &scenario.teams[index];
    let total = hours.total();
    // As little work as nobody is needed for asks for no posts.
    if total < MIN_SERVERS * scenario.calendar.hours_per_month() {
        return;
    }
    let posts = Posts {
        staff: team.staff.get(),
        hours_per_month: scenario.calendar.hours_per_month(),
        shrinkage: team.shrinkage.get(),
    };
    if team.flexible {
        let paid = PaidHours::bought(total, posts.shrinkage, team.target_occupancy.get());
        enter_paid(ledger, scenario, index, hours, &paid);
    } else if team.posts_released {
        let paid = PaidHours::of_posts(&posts, total);
        enter_paid(ledger, scenario, index, hours, &paid);
    } else {
        let slack = posts.slack(team.max_occupancy.get(), team.client_hours.get());
        // A team that falls behind gives all its time, not more.
        let worked = total.min(posts.productive_hours());
        let factor = displaced_hours(worked, slack) / total;
        let fee = team.lost_fee().get();
        hours.enter(ledger, index, Valuation::LostFee, factor, fee);
    }
}

fn enter_paid(
    ledger: &mut Ledger,
    scenario: &Scenario,
    index: usize,
    hours: &WorkHours,
    paid: &PaidHours,
) {
    let team = &scenario.teams[index];
    let rate = team.rate.get();
    let factor = paid.busy / hours.total();
    hours.enter(ledger, index, Valuation::Pay, factor, rate);
    ledger.enter_hours(Line::Idle, index, Valuation::Pay, paid.idle, rate);
    ledger.enter_hours(Line::Absence, index, Valuation::Pay, paid.absent, rate);
    ledger.enter_price(Line::Turnover, Some(index), turnover(scenario, team, paid));
}

/// A month of people who leave: each is followed by one who is hired, trained, and slow at first.
fn turnover(scenario: &Scenario, team: &Team, paid: &PaidHours) -> f64 {
    const MONTHS_PER_YEAR: f64 = 12.0;
    let terms = &team.turnover;
    if terms.attrition.get() <= 0.0 {
        return 0.0;
    }
    let present = paid.busy + paid.idle;
    let people = (present + paid.absent) / scenario.calendar.hours_per_month();
    let leavers = terms.leavers(paid.busy / present.max(f64::MIN_POSITIVE));
    let week = scenario.calendar.hours_per_week() * team.rate.get();
    people * leavers / MONTHS_PER_YEAR * terms.newcomer(week).total()
}

/// What a partner or a piece of software is paid, and the people who look after it.
fn enter_contract(ledger: &mut Ledger, scenario: &Scenario, index: usize, hours: &WorkHours) {
    let team = &scenario.teams[index];
    ledger.enter_price(Line::Work, Some(index), hours.price(team));
    let back = scenario.team_of(TeamKind::Back);
    let looking_after = back.map_or(0.0, |back| {
        let hours = team.contract.retained.get() * scenario.calendar.hours_per_month();
        hours * scenario.teams[back].rate.get()
    });
    let standing = team.contract.monthly_fee.get() + looking_after;
    ledger.enter_price(Line::Fixed, Some(index), standing);
}
