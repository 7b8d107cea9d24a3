//! The ledger: every cost with its line, its team and the way it was valued.

use crate::model::units::{Hours, Money};
use serde::Serialize;

/// What money is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Doing the task, once.
    Work,
    /// Handing it over.
    HandOff,
    /// Asking, answering and doing again.
    Loops,
    /// Errors that reached the customer.
    Errors,
    /// People at work with nothing to do.
    Idle,
    /// Customers kept waiting, where that was given a price.
    Delay,
    /// Customers who go elsewhere.
    LostCustomers,
    /// People paid and away: leave, sickness, training.
    Absence,
    /// People who leave: hiring, training, learning of those who follow.
    Turnover,
    /// Licences, monthly fees, people who look after a contract.
    Fixed,
}

/// The four groups in which charts show the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineGroup {
    /// Work and hand-overs.
    Work,
    /// Paid idle time, customers who wait and customers who go.
    Waiting,
    /// Loops and errors.
    Repeats,
    /// Licences and fees, people away, people who come and go.
    Standing,
}

impl Line {
    /// Every line, in the order of the table.
    pub const ALL: [Line; 10] = [
        Line::Work,
        Line::HandOff,
        Line::Loops,
        Line::Errors,
        Line::Idle,
        Line::Delay,
        Line::LostCustomers,
        Line::Absence,
        Line::Turnover,
        Line::Fixed,
    ];

    /// The group in which charts show it.
    pub fn group(self) -> LineGroup {
        match self {
            Line::Work | Line::HandOff => LineGroup::Work,
            Line::Idle | Line::Delay | Line::LostCustomers => LineGroup::Waiting,
            Line::Loops | Line::Errors => LineGroup::Repeats,
            Line::Absence | Line::Turnover | Line::Fixed => LineGroup::Standing,
        }
    }
}

impl LineGroup {
    /// Every group, in the order in which bars are stacked.
    pub const ALL: [LineGroup; 4] = [
        LineGroup::Work,
        LineGroup::Waiting,
        LineGroup::Repeats,
        LineGroup::Standing,
    ];
}

/// How an entry came by its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Valuation {
    /// Paid for hours.
    Pay,
    /// Fees lost because the hours were taken from clients.
    LostFee,
    /// A price on an event or a thing, not on hours.
    Price,
}

/// One cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// What it is spent on.
    pub line: Line,
    /// The team that it is spent on, by its place in the scenario; none where it is nobody's.
    pub team: Option<usize>,
    /// How it was valued.
    pub valuation: Valuation,
    /// The hours behind it; zero for a price.
    pub hours: Hours,
    /// The amount.
    pub amount: Money,
}

/// A list of costs on one basis (a task, or a month).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// The costs; none of them zero.
    pub entries: Vec<Entry>,
}

impl Ledger {
    /// Enters hours at a rate; zero amounts are left out.
    pub fn enter_hours(
        &mut self,
        line: Line,
        team: usize,
        valuation: Valuation,
        hours: f64,
        rate: f64,
    ) {
        if hours * rate != 0.0 {
            let (hours, amount) = (Hours(hours), Money(hours * rate));
            self.entries.push(Entry {
                line,
                team: Some(team),
                valuation,
                hours,
                amount,
            });
        }
    }

    /// Enters a price; zero amounts are left out.
    pub fn enter_price(&mut self, line: Line, team: Option<usize>, amount: f64) {
        if amount != 0.0 {
            let (hours, amount) = (Hours(0.0), Money(amount));
            self.entries.push(Entry {
                line,
                team,
                valuation: Valuation::Price,
                hours,
                amount,
            });
        }
    }

    /// The sum of all entries.
    pub fn total(&self) -> Money {
        self.entries.iter().map(|entry| entry.amount).sum()
    }

    /// The sum of one line.
    pub fn line(&self, line: Line) -> Money {
        self.entries
            .iter()
            .filter(|entry| entry.line == line)
            .map(|entry| entry.amount)
            .sum()
    }

    /// The sum of one group of lines.
    pub fn group(&self, group: LineGroup) -> Money {
        self.entries
            .iter()
            .filter(|entry| entry.line.group() == group)
            .map(|entry| entry.amount)
            .sum()
    }

    /// Fees lost to clients, over all lines: the opportunity cost.
    pub fn lost_fees(&self) -> Money {
        self.entries
            .iter()
            .filter(|entry| entry.valuation == Valuation::LostFee)
            .map(|entry| entry.amount)
            .sum()
    }
}
