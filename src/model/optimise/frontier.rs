//! The frontier: plans of which none is at once dearer, slower and harder on the front office than
//! another, among many that are looked at.
//!
//! Looked at are every way for all the work, the plan in hand, and that plan with one kind on another
//! way, each with people from the fewest who can carry it upwards.

use super::choice::Choice;
use super::improve::all_on;
use super::plan::Plan;
use super::problem::{Held, MOST_PROVED, Problem};
use crate::model::evaluation::{NineInTen, Piece, try_plan};
use crate::model::order::sort_short;
use crate::model::units::People;
use serde::{Deserialize, Serialize};

/// One plan that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mix {
    /// The monthly run.
    pub month: f64,
    /// Nine in ten are done within so many minutes.
    pub p90: f64,
    /// Hours a month that the front office has left.
    pub front_hours_left: f64,
    /// Whether it meets every target within reach.
    pub meets: bool,
    /// Whether none is better in all three.
    pub on_frontier: bool,
}

/// Ways of sharing out the work that are looked at, and numbers of people for each, at the most: where
/// there are few kinds of work, and where there are many and each takes longer.
const FEW: (usize, usize) = (40, 64);
const MANY: (usize, usize) = (12, 16);
/// Plans of the frontier that are told, unless its edge of cost and time has more.
const MOST_TOLD: usize = 24;

/// A frontier in the making.
pub struct Frontier {
    shared_out: Vec<Vec<Choice>>,
    next: usize,
    seen: Vec<(Mix, Held)>,
}

impl Frontier {
    /// Nothing looked at yet.
    pub fn new(problem: &Problem) -> Self {
        let mut shared_out: Vec<Vec<Choice>> = Vec::new();
        if !problem.is_impossible() {
            let held = problem.best.as_ref();
            let held = held.or(problem.closest.as_ref().map(|(_, held)| held));
            shared_out.extend(held.map(|held| held.choices.clone()));
            shared_out.extend((0..problem.ways.len()).map(|way| all_on(problem, way)));
            for (place, kind) in problem.kinds.iter().enumerate() {
                for way in 0..kind.pieces.len() {
                    if let Some(held) = held {
                        let mut other = held.choices.clone();
                        other[place] = Choice::pure(way as u8);
                        shared_out.push(other);
                    }
                }
            }
        }
        let mut distinct: Vec<Vec<Choice>> = Vec::new();
        for one in shared_out {
            if !distinct.contains(&one) && distinct.len() < most(problem).0 {
                distinct.push(one);
            }
        }
        Self {
            shared_out: distinct,
            next: 0,
            seen: Vec::new(),
        }
    }

    /// Looks at more until so many plans have been tried; whether all have been looked at.
    pub fn advance(&mut self, problem: &mut Problem, until: u64) -> bool {
        while problem.trials < until {
            let Some(choices) = self.shared_out.get(self.next).cloned() else {
                return true;
            };
            self.next += 1;
            for staff in staffings(problem, &choices) {
                self.look(problem, &choices, staff);
            }
        }
        self.next >= self.shared_out.len()
    }

    /// Looks at the best plan in hand too; whether it had not been looked at.
    pub fn look_at_best(&mut self, problem: &mut Problem) -> bool {
        let best = problem.best.as_ref().map(|best| &best.choices);
        let new = best.filter(|best| !self.shared_out.contains(best));
        let Some(choices) = new.cloned() else {
            return false;
        };
        self.shared_out.push(choices);
        self.advance(problem, u64::MAX)
    }

    fn look(&mut self, problem: &mut Problem, choices: &[Choice], staff: Vec<f64>) {
        problem.trials += 1;
        for (team, staff) in problem.scenario.teams.iter_mut().zip(&staff) {
            team.staff = People(*staff);
        }
        let kinds = problem.kinds.iter().zip(choices);
        let parts: Vec<(&Piece, f64)> = kinds.flat_map(|(kind, one)| kind.parts(*one)).collect();
        let trial = try_plan(&problem.scenario, &parts, NineInTen::OfAll);
        let Some(p90) = trial.p90.filter(|_| trial.runs) else {
            return;
        };
        let mix = Mix {
            month: trial.month,
            p90,
            front_hours_left: trial.front_hours_left,
            meets: problem.meets(&trial),
            on_frontier: false,
        };
        let held = Held {
            choices: choices.to_vec(),
            staff,
            trial,
        };
        self.seen.push((mix, held));
    }

    /// Everything that was looked at, each once.
    pub fn mixes(&self) -> Vec<Mix> {
        let mut mixes: Vec<Mix> = self.seen.iter().map(|(mix, _)| *mix).collect();
        let all = mixes.clone();
        for mix in &mut mixes {
            mix.on_frontier = !all.iter().any(|other| beats(other, mix));
        }
        mixes
    }

    /// The plans of the frontier, the cheapest first. Where there are many: all that are on its edge
    /// of cost and time, and the others thinned evenly.
    pub fn plans(&self, problem: &Problem) -> Vec<Plan> {
        let mixes = self.mixes();
        let mut places: Vec<usize> = (0..mixes.len()).filter(|i| mixes[*i].on_frontier).collect();
        sort_short(&mut places, |a, b| cheaper(&mixes[*a], &mixes[*b]));
        places.dedup_by(|a, b| same(&mixes[*a], &mixes[*b]));
        let places = thinned(&mixes, &places);
        let told = |place: &usize| {
            let (mix, held) = &self.seen[*place];
            let ways = problem.allotted(&held.choices);
            let mut plan = Plan::new(ways, held.staff.clone(), &held.trial);
            plan.p90 = Some(mix.p90);
            plan
        };
        places.iter().map(told).collect()
    }
}

/// The cheaper first, and of two as cheap the quicker.
fn cheaper(one: &Mix, other: &Mix) -> std::cmp::Ordering {
    let by_month = one.month.total_cmp(&other.month);
    by_month.then(one.p90.total_cmp(&other.p90))
}

/// Those of which none before them is as quick, and of the others as many as may be told.
fn thinned(mixes: &[Mix], places: &[usize]) -> Vec<usize> {
    let mut quickest = f64::INFINITY;
    let mut is_edge = Vec::with_capacity(places.len());
    for place in places {
        let p90 = mixes[*place].p90;
        is_edge.push(p90 < quickest);
        quickest = quickest.min(p90);
    }
    let edge = is_edge.iter().filter(|edge| **edge).count();
    let others = places.len() - edge;
    let step = match MOST_TOLD.saturating_sub(edge) {
        0 => usize::MAX,
        room => others.div_ceil(room).max(1),
    };
    let mut passed = 0;
    let mut told = places.to_vec();
    let mut next = is_edge.into_iter();
    told.retain(|_| {
        let edge = next.next().unwrap_or(false);
        passed += usize::from(!edge);
        edge || step < usize::MAX && (passed - 1).is_multiple_of(step)
    });
    told
}

/// Whether one plan is no worse than another in anything and better in something.
fn beats(one: &Mix, other: &Mix) -> bool {
    let no_worse = one.month <= other.month
        && one.p90 <= other.p90
        && one.front_hours_left >= other.front_hours_left;
    no_worse && !same(one, other)
}

fn same(one: &Mix, other: &Mix) -> bool {
    one.month == other.month
        && one.p90 == other.p90
        && one.front_hours_left == other.front_hours_left
}

fn most(problem: &Problem) -> (usize, usize) {
    match problem.kinds.len() <= MOST_PROVED {
        true => FEW,
        false => MANY,
    }
}

/// People from the fewest who can carry the work upwards, in every combination.
fn staffings(problem: &Problem, choices: &[Choice]) -> Vec<Vec<f64>> {
    let gathered = problem.gathered(choices);
    let mut all = vec![problem.given.clone()];
    let works = |team: &usize| gathered.used >> (*team).min(63) & 1 == 1;
    let teams: Vec<(usize, f64)> = (0..problem.given.len())
        .filter(works)
        .filter_map(|team| Some((team, problem.posts(team)?.1)))
        .collect();
    let each = (most(problem).1 as f64).powf(1.0 / teams.len().max(1) as f64);
    let each = (each + 1e-9).floor().clamp(1.0, 12.0) as usize;
    for (team, hours) in teams {
        let least = problem.payroll.people(gathered.hours[team], hours).max(1.0);
        all = all
            .iter()
            .flat_map(|staff| {
                (0..each).map(move |more| {
                    let mut staff = staff.clone();
                    staff[team] = least + more as f64;
                    staff
                })
            })
            .collect();
    }
    all
}
