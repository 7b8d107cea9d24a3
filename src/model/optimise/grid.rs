//! The grid: every kind of work on every way, the others as they are now.

use super::problem::ways_to_mix;
use crate::model::evaluation::{NineInTen, Piece, TeamEvaluation, Trial, try_plan};
use crate::model::scenario::Scenario;
use crate::model::strategy;
use serde::{Deserialize, Serialize};

/// What comes of all of a kind of work going one way, the others as they are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Whether everybody keeps up.
    pub runs: bool,
    /// The monthly run of all work; none where somebody does not keep up.
    pub month: Option<f64>,
    /// By how much that month differs from the present one; none where one of them does not exist.
    pub change: Option<f64>,
    /// Nine in ten of the kind are done within so many minutes, where that is known.
    pub p90: Option<f64>,
    /// Whether every target is met.
    pub meets: bool,
    /// The busiest team, by its place in the scenario, and how busy it is.
    pub bottleneck: Option<(usize, f64)>,
}

/// One kind of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// One for each way; none where the way has no team for it.
    pub cells: Vec<Option<Cell>>,
    /// The cheapest of those that meet every target, or else of those that run.
    pub best: Option<usize>,
}

/// Every kind on every way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The ways, by their keys.
    pub ways: Vec<String>,
    /// One for each kind of work, in the order of the scenario.
    pub rows: Vec<Row>,
}

/// The way that takes what is not shared out: today's, or the first that can be mixed.
pub fn usual_way(scenario: &Scenario) -> &'static str {
    ways_to_mix(scenario)
        .first()
        .copied()
        .unwrap_or("front_office")
}

/// The grid of a scenario.
pub fn grid(scenario: &Scenario) -> Grid {
    let ways = ways_to_mix(scenario);
    let usual = usual_way(scenario);
    let solve = |task: usize| -> Vec<Option<Piece>> {
        let piece = |key: &&str| Piece::of(scenario, strategy::find(key)?, task);
        ways.iter().map(piece).collect()
    };
    let pieces: Vec<Vec<Option<Piece>>> = (0..scenario.tasks.len()).map(solve).collect();
    let now: Vec<Vec<(&Piece, f64)>> = pieces
        .iter()
        .zip(&scenario.tasks)
        .map(|(of_task, task)| {
            let parts = of_task.iter().zip(&ways);
            parts
                .filter_map(|(piece, way)| share_of(piece, task.share_on(way, usual)))
                .collect()
        })
        .collect();
    let present = try_plan(scenario, &now.concat(), NineInTen::OfNothing);
    let row = |task: usize| {
        let cell = |piece: &Option<Piece>| {
            let piece = piece.as_ref()?;
            let mut parts = now.clone();
            parts[task] = vec![(piece, 1.0)];
            let trial = try_plan(scenario, &parts.concat(), NineInTen::OfTask(task));
            Some(cell(scenario, &trial, &present))
        };
        let cells: Vec<Option<Cell>> = pieces[task].iter().map(cell).collect();
        Row {
            best: best(&cells),
            cells,
        }
    };
    Grid {
        rows: (0..scenario.tasks.len()).map(row).collect(),
        ways: ways.into_iter().map(str::to_owned).collect(),
    }
}

fn share_of(piece: &Option<Piece>, share: f64) -> Option<(&Piece, f64)> {
    piece
        .as_ref()
        .filter(|_| share > 0.0)
        .map(|piece| (piece, share))
}

fn cell(scenario: &Scenario, trial: &Trial, present: &Trial) -> Cell {
    let month = trial.runs.then_some(trial.month);
    let before = present.runs.then_some(present.month);
    // Hours bought as they are needed are never a bottleneck.
    let works = |team: &&TeamEvaluation| {
        let posts = !scenario.teams[team.team].flexible;
        posts && team.load.get() > 0.0 && team.on_duty.get() > 0.0
    };
    let busy = |team: &TeamEvaluation| team.occupancy.get();
    let busiest = trial.teams.iter().filter(works);
    let busiest = busiest.reduce(|a, b| if busy(b) > busy(a) { b } else { a });
    Cell {
        runs: trial.runs,
        month,
        change: month.zip(before).map(|(month, before)| month - before),
        p90: trial.p90,
        meets: trial.meets_all(),
        bottleneck: busiest.map(|team| (team.team, busy(team))),
    }
}

/// The cheapest that meets every target, or else the cheapest that runs.
fn best(cells: &[Option<Cell>]) -> Option<usize> {
    let of = |meets: bool| {
        let cells = cells.iter().enumerate();
        let months = cells.filter_map(|(place, cell)| {
            let cell = cell.as_ref().filter(|cell| cell.meets || !meets)?;
            Some((place, cell.month?))
        });
        months.reduce(|a, b| if b.1 < a.1 { b } else { a })
    };
    of(true).or(of(false)).map(|(place, _)| place)
}
