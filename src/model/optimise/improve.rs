//! First plans and their improvements: every way for all the work, the cheapest way of each kind as far
//! as there are people for it, then changes of one kind and of two kinds while they gain.

use super::choice::Choice;
use super::problem::{MOST_PROVED, Problem};
use super::staffing::staff;

/// What is tried next.
enum Step {
    /// One of the first plans.
    Start(usize),
    /// Another choice for one kind: the kind, the choice, whether this round has gained anything.
    One(usize, usize, bool),
    /// Other choices for two kinds: their places and those of the choices.
    Two([usize; 4]),
    Done,
}

/// Improvements under way.
pub struct Improving {
    starts: Vec<Vec<Choice>>,
    step: Step,
}

impl Improving {
    /// Nothing tried yet.
    pub fn new(problem: &Problem) -> Self {
        let mut starts = Vec::new();
        if !problem.is_impossible() {
            let ways = 0..problem.ways.len();
            starts.extend(ways.map(|way| all_on(problem, way)));
            starts.push(relieved(problem));
        }
        Self {
            starts,
            step: Step::Start(0),
        }
    }

    /// Tries on until so many plans have been tried; whether nothing is left to try.
    pub fn advance(&mut self, problem: &mut Problem, until: u64) -> bool {
        while problem.trials < until {
            self.step = match self.step {
                Step::Start(place) => match self.starts.get(place) {
                    Some(choices) => {
                        attempt(problem, choices);
                        Step::Start(place + 1)
                    }
                    None if problem.best.is_some() => Step::One(0, 0, false),
                    None => Step::Done,
                },
                Step::One(kind, choice, gained) => one(problem, kind, choice, gained),
                Step::Two(places) => two(problem, places),
                Step::Done => return true,
            };
        }
        matches!(self.step, Step::Done)
    }
}

/// Finds people for a plan, unless its floor rules it out; whether it is the new best.
fn attempt(problem: &mut Problem, choices: &[Choice]) -> bool {
    let before = month(problem);
    let gathered = problem.gathered(choices);
    if problem.payroll.has_time(&gathered) && problem.may_beat(problem.floor(&gathered)) {
        staff(problem, choices, &gathered);
    }
    month(problem) < before
}

fn month(problem: &Problem) -> f64 {
    let best = problem.best.as_ref();
    best.map_or(f64::INFINITY, |best| best.trial.month)
}

/// The best plan with other choices for some kinds.
fn changed(problem: &Problem, changes: &[(usize, Choice)]) -> Option<Vec<Choice>> {
    let best = &problem.best.as_ref()?.choices;
    if changes.iter().all(|(kind, choice)| best[*kind] == *choice) {
        return None;
    }
    let mut choices = best.clone();
    for (kind, choice) in changes {
        choices[*kind] = *choice;
    }
    Some(choices)
}

fn one(problem: &mut Problem, kind: usize, choice: usize, gained: bool) -> Step {
    let Some(of_kind) = problem.kinds.get(kind) else {
        return if gained {
            Step::One(0, 0, false)
        } else {
            Step::Two([0, 1, 0, 0])
        };
    };
    let Some(next) = of_kind.choices.get(choice).copied() else {
        return Step::One(kind + 1, 0, gained);
    };
    let changed = changed(problem, &[(kind, next)]);
    let gains = changed.is_some_and(|choices| attempt(problem, &choices));
    Step::One(kind, choice + 1, gained || gains)
}

fn two(problem: &mut Problem, [first, second, one, other]: [usize; 4]) -> Step {
    // Where there are few kinds every choice is tried, where there are many only whole ways.
    let few = problem.kinds.len() <= MOST_PROVED;
    let choices = |kind: usize| {
        let kind = problem.kinds.get(kind);
        kind.map_or(0, |kind| {
            if few {
                kind.choices.len()
            } else {
                kind.pieces.len()
            }
        })
    };
    let choice = |kind: usize, place: usize| match few {
        true => problem.kinds[kind].choices[place],
        false => Choice::pure(place as u8),
    };
    if first + 1 >= problem.kinds.len() {
        return Step::Done;
    }
    if second >= problem.kinds.len() {
        return Step::Two([first + 1, first + 2, 0, 0]);
    }
    if one >= choices(first) {
        return Step::Two([first, second + 1, 0, 0]);
    }
    if other >= choices(second) {
        return Step::Two([first, second, one + 1, 0]);
    }
    let ways = [(first, choice(first, one)), (second, choice(second, other))];
    let changed = changed(problem, &ways);
    match changed.is_some_and(|choices| attempt(problem, &choices)) {
        true => Step::One(0, 0, false),
        false => Step::Two([first, second, one, other + 1]),
    }
}

/// Every kind on one way, or on its cheapest where that way does nothing of its own with it.
pub(super) fn all_on(problem: &Problem, way: usize) -> Vec<Choice> {
    let of = |kind: &super::choice::Kind| {
        let piece = kind.pieces.iter().position(|(place, _)| *place == way);
        piece.map_or(kind.choices[0], |piece| Choice::pure(piece as u8))
    };
    problem.kinds.iter().map(of).collect()
}

/// Every kind on its cheapest way, and then, where people who cannot be added to have too little
/// time, those kinds on another way that cost least for an hour relieved: the knapsack's order.
fn relieved(problem: &Problem) -> Vec<Choice> {
    let mut plan: Vec<Choice> = problem.kinds.iter().map(|kind| kind.choices[0]).collect();
    let moves = problem
        .kinds
        .iter()
        .map(|kind| kind.pieces.len())
        .sum::<usize>();
    for _ in 0..moves {
        if problem.payroll.has_time(&problem.gathered(&plan)) {
            break;
        }
        let Some((kind, choice)) = cheapest_relief(problem, &plan) else {
            break;
        };
        plan[kind] = choice;
    }
    plan
}

/// The change of one kind that costs least for an hour of overtime relieved.
fn cheapest_relief(problem: &Problem, plan: &[Choice]) -> Option<(usize, Choice)> {
    let before = problem.gathered(plan);
    let (over, cost) = (problem.payroll.overtime(&before), problem.floor(&before));
    let mut best: Option<(f64, usize, Choice)> = None;
    for (place, kind) in problem.kinds.iter().enumerate() {
        for way in 0..kind.pieces.len() {
            let mut other = plan.to_vec();
            other[place] = Choice::pure(way as u8);
            let after = problem.gathered(&other);
            let relief = over - problem.payroll.overtime(&after);
            if relief <= 0.0 {
                continue;
            }
            let price = (problem.floor(&after) - cost) / relief;
            if best.is_none_or(|(least, ..)| price < least) {
                best = Some((price, place, other[place]));
            }
        }
    }
    best.map(|(_, kind, choice)| (kind, choice))
}
