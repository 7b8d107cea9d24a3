//! Searches at a desk: what each reserve does, how much chasing a way bears, what pooling spares.
//!
//! Too long for a frame, so that they are a job; one step after the other.

pub mod one_desk;
pub mod pooling;

use super::evaluation::{
    Basis, Effort, TeamEvaluation, answered, compared, critical_chase_rate, teams_of,
};
use super::scenario::{Scenario, TeamKind};
use super::strategy;
use one_desk::OneDesk;
use pooling::{Pooled, Pooling};
use serde::{Deserialize, Serialize};

/// Most reserves looked at.
const MOST_RESERVES: f64 = 40.0;

/// What the searches found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Desks {
    /// What each reserve does under each way for which it matters.
    pub reserves: Vec<Reserves>,
    /// How much chasing each way bears.
    pub chasing: Vec<Chased>,
    /// Live contacts and other work apart, or at one desk.
    pub one_desk: Option<OneDesk>,
    /// Two kinds of live contacts apart and together.
    pub pooled: Option<Pooled>,
}

/// What each reserve does under a way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reserves {
    /// Key of the way.
    pub strategy: String,
    /// The kind of live contact, by its place in the scenario.
    pub task: usize,
    /// Every reserve looked at, from none upward.
    pub rows: Vec<Reserve>,
    /// The least that answers as many in time as was asked if other work never runs out; none where no
    /// reserve does.
    pub least: Option<f64>,
    /// The same with the work that really comes, where a formula knows.
    pub least_in_truth: Option<f64>,
}

/// What one reserve does.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reserve {
    /// Idle people kept free.
    pub reserve: f64,
    /// Share answered in time if other work never runs out.
    pub at_worst: f64,
    /// The same share with the work that really comes, where a formula knows.
    pub in_time: Option<f64>,
    /// Share that gives up then.
    pub gave_up: f64,
    /// People's time left for work that can wait.
    pub room: f64,
    /// Whether the work that can wait finds room.
    pub keeps_up: bool,
}

/// How much chasing a way bears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chased {
    /// Key of the way.
    pub strategy: String,
    /// The task, by its place in the scenario.
    pub task: usize,
    /// Chasers an overdue hour above which the delay feeds itself; none where that is beyond all
    /// that was tried.
    pub critical: Option<f64>,
}

/// Whether there is anything to search for.
pub fn are_worth_it(scenario: &Scenario) -> bool {
    let mut tasks = scenario.tasks.iter();
    tasks.any(|task| task.channel.is_live() || task.chasing.costs())
}

/// A piece of the search.
#[derive(Clone, Debug)]
enum Piece {
    Reserve(&'static str, f64),
    Chasing(&'static str, usize),
}

/// A search under way.
pub struct Search {
    scenario: Scenario,
    pieces: Vec<Piece>,
    done: usize,
    pooling: Option<Pooling>,
    found: Desks,
}

impl Search {
    /// A search that has not begun.
    pub fn new(scenario: &Scenario, seed: u64) -> Self {
        Self {
            pieces: pieces(scenario),
            done: 0,
            pooling: Pooling::new(scenario, seed),
            found: Desks {
                one_desk: one_desk::people(scenario),
                ..Desks::default()
            },
            scenario: scenario.clone(),
        }
    }

    /// Works on for some milliseconds; what was found once it is all there.
    pub fn advance(&mut self) -> Option<Desks> {
        if let Some(piece) = self.pieces.get(self.done).cloned() {
            self.look(&piece);
            self.done += 1;
            return None;
        }
        if let Some(pooling) = &mut self.pooling {
            self.found.pooled = Some(pooling.advance()?);
        }
        Some(self.found.clone())
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        let pieces = self.pieces.len().max(1) as f64;
        let searched = self.done as f64 / pieces;
        match &self.pooling {
            Some(pooling) => 0.5 * searched + 0.5 * pooling.share(),
            None => searched,
        }
    }

    fn look(&mut self, piece: &Piece) {
        match piece {
            Piece::Reserve(key, reserve) => self.reserve(key, *reserve),
            Piece::Chasing(key, task) => {
                let way = strategy::find(key).expect("the ways looked at are those compared");
                let critical = critical_chase_rate(&self.scenario, way, *task);
                self.found.chasing.push(Chased {
                    strategy: (*key).to_owned(),
                    task: *task,
                    critical: critical.map(|rate| rate.get()),
                });
            }
        }
    }

    fn reserve(&mut self, key: &str, reserve: f64) {
        let mut scenario = self.scenario.clone();
        let front = scenario.team_of(TeamKind::Front);
        let front = front.expect("only those who face customers have a reserve");
        scenario.teams[front].desk.reserve = reserve;
        let found = strategy::find(key).and_then(|way| teams_of(&scenario, way, Effort::Full));
        let found = found.and_then(|(teams, runs)| row(&teams, runs, reserve));
        let Some((task, row, asked)) = found else {
            return;
        };
        let known = self.found.reserves.iter_mut();
        let mut known = known.filter(|one| one.strategy == key);
        let of_way = match known.next() {
            Some(of_way) => of_way,
            None => {
                self.found.reserves.push(Reserves {
                    strategy: key.to_owned(),
                    task,
                    rows: Vec::new(),
                    least: None,
                    least_in_truth: None,
                });
                self.found.reserves.last_mut().expect("just pushed")
            }
        };
        if row.at_worst >= asked && of_way.least.is_none() {
            of_way.least = Some(reserve);
        }
        let in_truth = row.in_time.is_some_and(|share| share >= asked);
        if in_truth && row.keeps_up && of_way.least_in_truth.is_none() {
            of_way.least_in_truth = Some(reserve);
        }
        of_way.rows.push(row);
    }
}

/// Does the whole search at once.
pub fn search(scenario: &Scenario, seed: u64) -> Desks {
    let mut search = Search::new(scenario, seed);
    loop {
        if let Some(found) = search.advance() {
            return found;
        }
    }
}

/// What is to be looked at: reserves where a way has a bound, chasing where it costs something.
fn pieces(scenario: &Scenario) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for way in compared(scenario) {
        let Some((teams, _)) = teams_of(scenario, way, Effort::Frame) else {
            continue;
        };
        let shares = answered(&teams).any(|(team, ..)| team.room.is_some());
        let blends = shares && way.key != "ring_fenced";
        if let Some(front) = scenario.team_of(TeamKind::Front).filter(|_| blends) {
            let most = scenario.teams[front].on_duty().floor();
            let step = (most / MOST_RESERVES).ceil().max(1.0);
            let all = (0..=MOST_RESERVES as u32).map(|i| f64::from(i) * step);
            let all = all.take_while(|reserve| *reserve <= most);
            pieces.extend(all.map(|reserve| Piece::Reserve(way.key, reserve)));
        }
        let tasks = scenario.tasks.iter().enumerate();
        let chased = tasks.filter(|(_, task)| task.chasing.costs() && !task.channel.is_live());
        pieces.extend(chased.map(|(task, _)| Piece::Chasing(way.key, task)));
    }
    pieces
}

/// What a way does with a reserve for the first kind of live contact; none where it has no bound.
fn row(teams: &[TeamEvaluation], keeps_up: bool, reserve: f64) -> Option<(usize, Reserve, f64)> {
    let mut all = answered(teams);
    let (team, line, answered) = all.find(|(_, _, one)| one.at_worst.is_some())?;
    let row = Reserve {
        reserve,
        at_worst: answered.at_worst?.get(),
        in_time: answered
            .in_time
            .filter(|_| answered.basis != Basis::Bound)
            .map(|share| share.get()),
        gave_up: answered.gave_up?.get(),
        room: team.room?,
        keeps_up,
    };
    Some((line.task, row, answered.asked.get()))
}
