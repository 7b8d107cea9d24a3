//! The proof: every option is examined, or ruled out with many others by a floor.
//!
//! Kinds of work are decided one after the other, the one that matters most first; after each, the
//! floor of all that may follow is the work decided with whole people, or with parts of people and the
//! cheapest of the rest, whichever is more. Options with the least floor go first.

use super::choice::Choice;
use super::floor::Gathered;
use super::problem::Problem;
use super::staffing::staff;

/// One kind of work of which some options are still open.
struct Level {
    /// What the kinds decided before it gather.
    gathered: Gathered,
    /// Its options with their floors, the least first.
    open: Vec<(f64, usize)>,
    /// The next of them.
    next: usize,
}

/// A proof under way.
pub struct Branching {
    /// The kinds in the order in which they are decided.
    order: Vec<usize>,
    /// For every place in that order, the least that the kinds from there on cost: with parts of
    /// people, and beside people who are paid already.
    rest: Vec<(f64, f64)>,
    /// Options below each place.
    below: Vec<f64>,
    levels: Vec<Level>,
    choices: Vec<Choice>,
    examined: u64,
    pruned: f64,
}

impl Branching {
    /// A proof that has not begun.
    pub fn new(problem: &Problem) -> Self {
        let mut order: Vec<usize> = (0..problem.kinds.len()).collect();
        let matters = |kind: &usize| {
            let floors = problem.kinds[*kind].floors.iter();
            let costs: Vec<f64> = floors.map(|floor| problem.payroll.alone(floor)).collect();
            let most = costs.iter().copied().fold(0.0, f64::max);
            most - costs.iter().copied().fold(most, f64::min) + 1e-3 * most
        };
        order.sort_by(|a, b| matters(b).total_cmp(&matters(a)));
        let mut rest = vec![(0.0, 0.0); order.len() + 1];
        let mut below = vec![1.0; order.len() + 1];
        for place in (0..order.len()).rev() {
            let kind = &problem.kinds[order[place]];
            let least = |cost: &dyn Fn(&super::floor::Floor) -> f64| {
                kind.floors.iter().map(cost).fold(f64::INFINITY, f64::min)
            };
            rest[place].0 = rest[place + 1].0 + least(&|floor| problem.payroll.alone(floor));
            rest[place].1 = rest[place + 1].1 + least(&|floor| problem.payroll.beside(floor));
            below[place] = below[place + 1] * kind.choices.len() as f64;
        }
        let mut branching = Self {
            choices: problem.kinds.iter().map(|_| Choice::pure(0)).collect(),
            order,
            rest,
            below,
            levels: Vec::new(),
            examined: 0,
            pruned: 0.0,
        };
        let nothing = Gathered::new(problem.scenario.teams.len());
        if !problem.is_impossible() && !branching.order.is_empty() {
            let first = branching.level(problem, nothing);
            branching.levels.push(first);
        }
        branching
    }

    /// Options examined, and ruled out.
    pub fn counted(&self) -> (u64, f64) {
        (self.examined, self.pruned)
    }

    /// Money a month below which no open option can be; none where nothing is open.
    pub fn bound(&self) -> Option<f64> {
        let open = self
            .levels
            .iter()
            .filter_map(|level| level.open.get(level.next));
        open.map(|(floor, _)| *floor).reduce(f64::min)
    }

    /// Tries on until so many plans have been tried; whether nothing is left open.
    pub fn advance(&mut self, problem: &mut Problem, until: u64) -> bool {
        // Ruling out takes time too: a slice ends after so many options in any case.
        const MOST_LOOKED_AT: u32 = 20_000;
        let mut looked_at = 0;
        while problem.trials < until && looked_at < MOST_LOOKED_AT {
            looked_at += 1;
            let depth = self.levels.len();
            let Some(level) = self.levels.last_mut() else {
                return true;
            };
            let Some((floor, choice)) = level.open.get(level.next).copied() else {
                self.levels.pop();
                continue;
            };
            if !problem.may_beat(floor) {
                // All that follow have no lower a floor.
                let left = (level.open.len() - level.next) as f64;
                self.pruned += left * self.below[depth];
                self.levels.pop();
                continue;
            }
            level.next += 1;
            let gathered = level.gathered.clone();
            self.decide(problem, gathered, depth, choice);
        }
        self.levels.is_empty()
    }

    /// Decides a kind: the next level, or people for the whole.
    fn decide(&mut self, problem: &mut Problem, before: Gathered, depth: usize, choice: usize) {
        let kind = self.order[depth - 1];
        let of_kind = &problem.kinds[kind];
        self.choices[kind] = of_kind.choices[choice];
        let gathered = with(before, of_kind, of_kind.choices[choice]);
        if depth < self.order.len() {
            let next = self.level(problem, gathered);
            self.levels.push(next);
        } else {
            self.examined += 1;
            staff(problem, &self.choices.clone(), &gathered);
        }
    }

    /// The options of the next kind, the least floor first; those without the people are ruled out.
    fn level(&mut self, problem: &Problem, gathered: Gathered) -> Level {
        let place = self.levels.len();
        let (parts, beside) = self.rest[place + 1];
        let kind = &problem.kinds[self.order[place]];
        let mut open = Vec::with_capacity(kind.choices.len());
        for (index, choice) in kind.choices.iter().enumerate() {
            let after = with(gathered.clone(), kind, *choice);
            if problem.payroll.has_time(&after) {
                let whole = problem.payroll.whole(&after) + beside;
                let divided = problem.payroll.parts(&after) + parts;
                open.push((whole.max(divided), index));
            } else {
                self.pruned += self.below[place + 1];
            }
        }
        open.sort_by(|a, b| a.0.total_cmp(&b.0));
        Level {
            gathered,
            open,
            next: 0,
        }
    }
}

fn with(mut gathered: Gathered, kind: &super::choice::Kind, choice: Choice) -> Gathered {
    for (place, share) in choice
        .shares()
        .into_iter()
        .filter(|(_, share)| *share > 0.0)
    {
        gathered.add(&kind.floors[place], share);
    }
    gathered
}
