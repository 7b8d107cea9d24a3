//! The proof: every option is examined, or ruled out with many others by a floor.
//!
//! Kinds of work are decided one after the other, the one that matters most first; after each, the
//! floor of all that may follow is the work decided with whole people, or with parts of people and the
//! cheapest of the rest, whichever is more. What has the least floor goes first, so that the least
//! floor still open rises as the search goes on.

use super::choice::{Choice, Kind};
use super::floor::{Floor, Gathered};
use super::problem::{MOST_PROVED, Problem};
use super::staffing::staff;
use crate::model::order::sort_short;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Options that may stand open at once; a search that needs more ends with the gap it has.
const MOST_OPEN: usize = 2_000_000;

/// Some kinds decided, the others open.
#[derive(Clone, Copy)]
struct Node {
    /// Money a month below which none of its options can be.
    floor: f64,
    /// How many kinds are decided.
    decided: u8,
    /// Their choices, by place in the kind's list.
    choices: [u16; MOST_PROVED],
}

impl Ord for Node {
    /// The least floor goes first; of two alike the one that is further decided.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_floor = other.floor.total_cmp(&self.floor);
        let by_depth = self.decided.cmp(&other.decided);
        by_floor
            .then(by_depth)
            .then(other.choices.cmp(&self.choices))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

/// A proof under way.
pub struct Branching {
    /// The kinds that have a choice, in the order in which they are decided.
    order: Vec<usize>,
    /// What the kinds without a choice gather.
    given: Gathered,
    /// For every place in that order, the least that the kinds from there on cost: with parts of
    /// people, and beside people who are paid already.
    rest: Vec<(f64, f64)>,
    /// Options below each place.
    below: Vec<f64>,
    open: BinaryHeap<Node>,
    examined: u64,
    pruned: f64,
}

impl Branching {
    /// A proof that has not begun.
    pub fn new(problem: &Problem) -> Self {
        let kinds = problem.kinds.iter().enumerate();
        let mut order: Vec<usize> = kinds
            .filter(|(_, kind)| kind.choices.len() > 1)
            .map(|(place, _)| place)
            .collect();
        sort_short(&mut order, |a, b| {
            let (a, b) = (&problem.kinds[*a], &problem.kinds[*b]);
            matters(problem, b).total_cmp(&matters(problem, a))
        });
        let mut given = Gathered::new(problem.scenario.teams.len());
        for kind in problem.kinds.iter().filter(|kind| kind.choices.len() == 1) {
            given = with(given, kind, kind.choices[0]);
        }
        let mut rest = vec![(0.0, 0.0); order.len() + 1];
        let mut below = vec![1.0; order.len() + 1];
        for place in (0..order.len()).rev() {
            let kind = &problem.kinds[order[place]];
            let least = |cost: &dyn Fn(&Floor) -> f64| {
                kind.floors.iter().map(cost).fold(f64::INFINITY, f64::min)
            };
            rest[place].0 = rest[place + 1].0 + least(&|floor| problem.payroll.alone(floor));
            rest[place].1 = rest[place + 1].1 + least(&|floor| problem.payroll.beside(floor));
            below[place] = below[place + 1] * kind.choices.len() as f64;
        }
        let mut open = BinaryHeap::new();
        if !problem.is_impossible() {
            open.push(Node {
                floor: 0.0,
                decided: 0,
                choices: [0; MOST_PROVED],
            });
        }
        Self {
            order,
            given,
            rest,
            below,
            open,
            examined: 0,
            pruned: 0.0,
        }
    }

    /// Options examined, and ruled out.
    pub fn counted(&self) -> (u64, f64) {
        (self.examined, self.pruned)
    }

    /// Money a month below which no open option can be; none where nothing is open.
    pub fn bound(&self) -> Option<f64> {
        self.open.peek().map(|node| node.floor)
    }

    /// Whether too many options stand open to go on.
    pub fn is_full(&self) -> bool {
        self.open.len() > MOST_OPEN
    }

    /// Tries on until so many plans have been tried; whether nothing is left open.
    pub fn advance(&mut self, problem: &mut Problem, until: u64) -> bool {
        // Ruling out takes time too: a slice ends after so many options in any case.
        const MOST_LOOKED_AT: u32 = 5_000;
        let mut looked_at = 0;
        while problem.trials < until && looked_at < MOST_LOOKED_AT && !self.is_full() {
            looked_at += 1;
            let Some(node) = self.open.pop() else {
                return true;
            };
            if !problem.may_beat(node.floor) {
                // What is still open has no lower a floor.
                let all = self.open.drain().chain([node]);
                self.pruned += all
                    .map(|node| self.below[usize::from(node.decided)])
                    .sum::<f64>();
                return true;
            }
            self.decide(problem, node);
        }
        self.open.is_empty()
    }

    /// Decides the next kind of a node, or finds people where all are decided.
    fn decide(&mut self, problem: &mut Problem, node: Node) {
        let decided = usize::from(node.decided);
        let mut gathered = self.given.clone();
        for (place, choice) in self.order[..decided].iter().zip(node.choices) {
            let kind = &problem.kinds[*place];
            gathered = with(gathered, kind, kind.choices[usize::from(choice)]);
        }
        if decided < self.order.len() {
            return self.open_next(problem, node, &gathered);
        }
        self.examined += 1;
        let mut choices: Vec<Choice> = problem.kinds.iter().map(|kind| kind.choices[0]).collect();
        for (place, choice) in self.order.iter().zip(node.choices) {
            choices[*place] = problem.kinds[*place].choices[usize::from(choice)];
        }
        staff(problem, &choices, &gathered);
    }

    /// Opens the choices of the next kind; those without the people, or no cheaper than the best, are
    /// ruled out.
    fn open_next(&mut self, problem: &Problem, node: Node, gathered: &Gathered) {
        let place = usize::from(node.decided);
        let (parts, beside) = self.rest[place + 1];
        let kind = &problem.kinds[self.order[place]];
        for (index, choice) in kind.choices.iter().enumerate() {
            let after = with(gathered.clone(), kind, *choice);
            let whole = problem.payroll.whole(&after) + beside;
            let divided = problem.payroll.parts(&after) + parts;
            let floor = whole.max(divided).max(node.floor);
            if !problem.payroll.has_time(&after) || !problem.may_beat(floor) {
                self.pruned += self.below[place + 1];
                continue;
            }
            let mut next = Node {
                floor,
                decided: node.decided + 1,
                ..node
            };
            next.choices[place] = index as u16;
            self.open.push(next);
        }
    }
}

/// How much hangs on a kind: what its dearest way costs more than its cheapest.
fn matters(problem: &Problem, kind: &Kind) -> f64 {
    let costs = kind.floors.iter().map(|floor| problem.payroll.alone(floor));
    let (least, most) = costs.fold((f64::INFINITY, 0.0_f64), |(least, most), cost| {
        (least.min(cost), most.max(cost))
    });
    most - least + 1e-3 * most
}

fn with(mut gathered: Gathered, kind: &Kind, choice: Choice) -> Gathered {
    for (place, share) in choice
        .shares()
        .into_iter()
        .filter(|(_, share)| *share > 0.0)
    {
        gathered.add(&kind.floors[place], share);
    }
    gathered
}
