//! The ledgers as JSON: totals, lines, and for the month every entry.

use crate::model::cost::ledger::{Ledger, Line, Valuation};
use crate::terminal::answer::Answer;
use serde::{Serialize, Serializer};

/// The touch cost of a task.
#[derive(Serialize)]
pub(super) struct Touch<'a> {
    total: f64,
    lines: Lines<'a>,
}

/// The monthly run.
#[derive(Serialize)]
pub(super) struct Month<'a> {
    total: f64,
    lines: Lines<'a>,
    lost_fees: f64,
    entries: Vec<Entry<'a>>,
}

/// Every line with its amount, those that are zero too.
struct Lines<'a>(&'a Ledger);

#[derive(Serialize)]
struct Entry<'a> {
    line: Line,
    /// Null where it is spent on no team.
    team: Option<&'a str>,
    valuation: Valuation,
    hours: f64,
    amount: f64,
}

impl<'a> Touch<'a> {
    /// The ledger of a task.
    pub(super) fn of(ledger: &'a Ledger) -> Self {
        Self {
            total: ledger.total().get(),
            lines: Lines(ledger),
        }
    }
}

impl<'a> Month<'a> {
    /// The ledger of a month.
    pub(super) fn of(answer: &'a Answer, ledger: &'a Ledger) -> Self {
        let entries = ledger.entries.iter().map(|entry| Entry {
            line: entry.line,
            team: entry.team.map(|team| answer.team(team)),
            valuation: entry.valuation,
            hours: entry.hours.get(),
            amount: entry.amount.get(),
        });
        Self {
            total: ledger.total().get(),
            lines: Lines(ledger),
            lost_fees: ledger.lost_fees().get(),
            entries: entries.collect(),
        }
    }
}

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Line::ALL.map(|line| (line, self.0.line(line).get())))
    }
}
