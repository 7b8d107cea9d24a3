//! Where the ways of a draft lead, as places in the list.

use super::read::ROUNDING;
use super::{Draft, StepDraft, Target};
use crate::model::scenario::parameter::Unit;
use crate::words::parse::parse;

/// The ways out of a step as places and shares; what is not listed is done.
pub(super) type Row = Vec<(usize, f64)>;

/// Reads a share as typed, where it is one.
pub(super) fn share(text: &str) -> Option<f64> {
    parse(text, Unit::Share).filter(|share| (0.0..=1.0).contains(share))
}

impl Target {
    /// The place in a list to which a way out of a place leads; `None` if that is the end.
    pub(super) fn place(self, from: usize, chain: &[StepDraft]) -> Option<usize> {
        match self {
            Self::Next => Some(from + 1).filter(|place| *place < chain.len()),
            Self::Step(id) => chain.iter().position(|step| step.id == id),
            Self::Done => None,
        }
    }
}

/// The ways out of a place, those to the same place added up; `None` where a share is none.
pub(super) fn row(chain: &[StepDraft], from: usize) -> Option<Row> {
    let mut row = Row::new();
    for way in &chain[from].ways {
        let share = share(&way.share)?;
        let Some(to) = way.to.place(from, chain) else {
            continue;
        };
        match row.iter_mut().find(|(place, _)| *place == to) {
            Some((_, sum)) => *sum += share,
            None if share > 0.0 => row.push((to, share)),
            None => {}
        }
    }
    Some(row)
}

/// Which places a task can come to from the first.
pub(super) fn reached(rows: &[Row]) -> Vec<bool> {
    reached_from(rows, (0..rows.len().min(1)).collect())
}

/// Whether a task that leaves a place can come back to it.
pub(super) fn comes_back(rows: &[Row], place: usize) -> bool {
    reached_from(rows, rows[place].iter().map(|(to, _)| *to).collect())[place]
}

fn reached_from(rows: &[Row], mut open: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; rows.len()];
    while let Some(place) = open.pop() {
        if !std::mem::replace(&mut reached[place], true) {
            open.extend(rows[place].iter().map(|(to, _)| *to));
        }
    }
    reached
}

/// Which places have a way to the end.
pub(super) fn ending(rows: &[Row]) -> Vec<bool> {
    let leaves_over = |row: &Row| row.iter().map(|(_, share)| share).sum::<f64>() < 1.0 - ROUNDING;
    let mut ending: Vec<bool> = rows.iter().map(leaves_over).collect();
    loop {
        let leads_there = |row: &Row| row.iter().any(|(to, _)| ending[*to]);
        let found = rows
            .iter()
            .enumerate()
            .find(|(place, row)| !ending[*place] && leads_there(row));
        match found {
            Some((place, _)) => ending[place] = true,
            None => return ending,
        }
    }
}

impl Draft {
    /// The share of a step's tasks that is done after it because its ways leave it over; `None`
    /// where a share is none or they add up to too much.
    pub fn left_over(&self, id: u32) -> Option<f64> {
        let ways = &self.step(id)?.ways;
        let shares: Option<f64> = ways.iter().map(|way| share(&way.share)).sum();
        shares.map(|sum| 1.0 - sum).filter(|rest| *rest > ROUNDING)
    }

    /// Whether a task can come to a step.
    pub fn is_reached(&self, id: u32) -> bool {
        let Some((task, place)) = self.step_place(id) else {
            return false;
        };
        let chain = &self.chains[task];
        let rows: Option<Vec<Row>> = (0..chain.len()).map(|from| row(chain, from)).collect();
        rows.is_none_or(|rows| reached(&rows)[place])
    }
}
