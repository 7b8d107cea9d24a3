//! What may become of one kind of work: one way for all of it, or two in tenths.

use super::floor::{Floor, Payroll};
use crate::model::evaluation::{Asked, NineInTen, Piece, try_plan};
use crate::model::order::sort_short;
use crate::model::scenario::{Allotment, Scenario};
use crate::model::strategy;

/// Parts into which a kind of work is split between two ways.
pub const PARTS: u8 = 10;

/// One way for a kind of work, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The first way, by its place among the task's pieces.
    pub first: u8,
    /// The second; the same where there is only one.
    pub second: u8,
    /// Tenths that go the first way.
    pub tenths: u8,
}

impl Choice {
    /// All of it one way.
    pub fn pure(way: u8) -> Self {
        Self {
            first: way,
            second: way,
            tenths: PARTS,
        }
    }

    /// The two ways with their shares; the second share is none where there is only one.
    pub fn shares(self) -> [(usize, f64); 2] {
        let share = f64::from(self.tenths) / f64::from(PARTS);
        let rest = f64::from(PARTS - self.tenths) / f64::from(PARTS);
        [(self.first.into(), share), (self.second.into(), rest)]
    }
}

/// A kind of work with all that may become of it.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The task, by its place in the scenario.
    pub task: usize,
    /// Its pieces, and the place of each one's way in the problem's list.
    pub pieces: Vec<(usize, Piece)>,
    /// What each piece costs at the least.
    pub floors: Vec<Floor>,
    /// Everything that may become of it, the least floor first.
    pub choices: Vec<Choice>,
}

impl Kind {
    /// Every choice: each way alone, each pair in tenths.
    pub fn all_choices(pieces: usize) -> Vec<Choice> {
        let mut choices: Vec<Choice> = (0..pieces).map(|way| Choice::pure(way as u8)).collect();
        for first in 0..pieces {
            for second in first + 1..pieces {
                choices.extend((1..PARTS).map(|tenths| Choice {
                    first: first as u8,
                    second: second as u8,
                    tenths,
                }));
            }
        }
        choices
    }

    /// The pieces of a choice with their shares.
    pub fn parts(&self, choice: Choice) -> impl Iterator<Item = (&Piece, f64)> {
        let used = choice
            .shares()
            .into_iter()
            .filter(|(_, share)| *share > 0.0);
        used.map(|(place, share)| (&self.pieces[place].1, share))
    }

    /// A choice as a scenario says it.
    pub fn allotments(&self, choice: Choice, ways: &[String]) -> Vec<Allotment> {
        let used = choice
            .shares()
            .into_iter()
            .filter(|(_, share)| *share > 0.0);
        used.map(|(place, share)| Allotment::new(&ways[self.pieces[place].0], share))
            .collect()
    }
}

/// Share of a kind that is asked to keep its promise, and that would on one way if nobody ever
/// waited; `None` where nothing is promised. What no formula knows may be kept.
pub fn ceiling(scenario: &Scenario, task: usize, piece: &Piece) -> Option<(f64, f64)> {
    let trial = try_plan(scenario, &[(piece, 1.0)], NineInTen::OfNothing);
    let target = trial
        .targets
        .into_iter()
        .find(|target| target.task == task)?;
    let reached = target.reached.map_or(1.0, |share| share.get());
    (target.asked == Asked::Promise).then(|| (target.share.get(), reached))
}

/// A kind of work with its pieces. Ways that do the same with it count once, and so does one that
/// does not come at all.
pub fn of_task(scenario: &Scenario, task: usize, ways: &[&str], payroll: &Payroll) -> Kind {
    let mut pieces: Vec<(usize, Piece)> = Vec::new();
    for (place, key) in ways.iter().enumerate() {
        let way = strategy::find(key);
        let Some(piece) = way.and_then(|way| Piece::of(scenario, way, task)) else {
            continue;
        };
        let comes = scenario.tasks[task].rate.get() > 0.0;
        let known = pieces
            .iter()
            .any(|(_, known)| !comes || known.does_as(&piece));
        if !known {
            pieces.push((place, piece));
        }
    }
    let floors: Vec<Floor> = pieces
        .iter()
        .map(|(_, piece)| Floor::of(scenario, piece))
        .collect();
    let mut choices = Kind::all_choices(pieces.len());
    let least = |choice: &Choice| -> f64 {
        let shares = choice
            .shares()
            .into_iter()
            .filter(|(_, share)| *share > 0.0);
        shares
            .map(|(place, share)| share * payroll.alone(&floors[place]))
            .sum()
    };
    // The simple before the divided where both cost the same: the sort is stable.
    sort_short(&mut choices, |a, b| least(a).total_cmp(&least(b)));
    Kind {
        task,
        pieces,
        floors,
        choices,
    }
}
