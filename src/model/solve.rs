//! Solve for: the value of one number, nearest to where it stands, at which a way reaches a target.
//!
//! Found on the model itself: the number is walked outwards from where it stands to both ends of its
//! range, and the first change is closed in upon, keeping the side that meets the target, so that the
//! value put back meets it. Nothing is taken to be monotone; a target met only between two places
//! that are looked at is missed. "None does" means: at neither end, nor anywhere between that was looked at.

use super::evaluation::{Asked, StrategyEvaluation, evaluate_strategy};
use super::scenario::parameter::Unit;
use super::scenario::{Address, Scenario};
use super::strategy::Strategy;
use serde::Serialize;

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// A month costs at most so much.
    Month,
    /// A task costs at most so much on the monthly run.
    PerTask,
    /// So many are done within their promise, all kinds together.
    Within,
    /// So many of one kind are done within its promise.
    WithinOf(usize),
    /// Nine in ten are done within so many minutes.
    P90,
    /// Tasks take at most so many minutes on average.
    Mean,
    /// So many of a kind of live contacts are answered in time.
    Answered(usize),
}

impl Goal {
    /// What a way reaches of it; `None` where it does not keep up or no formula knows.
    pub fn of(self, scenario: &Scenario, way: &StrategyEvaluation) -> Option<f64> {
        if !way.status.runs() {
            return None;
        }
        let time = way.turnaround.as_ref();
        let target = |asked: Asked, task: usize| {
            let targets = way.targets(scenario).into_iter();
            let mut targets = targets.filter(|one| one.asked == asked && one.task == task);
            Some(targets.next()?.reached?.get())
        };
        match self {
            Self::Month => Some(way.month.total().get()),
            Self::PerTask => {
                let tasks = scenario.tasks_per_month();
                (tasks > 0.0).then(|| way.month.total().get() / tasks)
            }
            Self::Within => time.map(|time| time.within_promise.get()),
            Self::WithinOf(task) => target(Asked::Promise, task),
            Self::P90 => time.map(|time| time.p90.get()),
            Self::Mean => time.map(|time| time.mean.get()),
            Self::Answered(task) => target(Asked::Answer, task),
        }
    }

    /// Whether more of it is better: shares.
    pub fn wants_more(self) -> bool {
        matches!(self, Self::Within | Self::WithinOf(_) | Self::Answered(_))
    }

    /// Whether a value meets a target.
    pub fn is_met(self, reached: f64, target: f64) -> bool {
        match self.wants_more() {
            true => reached >= target,
            false => reached <= target,
        }
    }

    /// The better of two values.
    fn better(self, one: f64, other: f64) -> bool {
        match self.wants_more() {
            true => one > other,
            false => one < other,
        }
    }
}

/// The number that may be changed.
#[derive(Clone, Copy, PartialEq)]
pub enum By {
    /// A number of the table.
    Number(Address),
    /// The demand of all kinds of work, as a multiple of the present one.
    Demand,
}

/// Most and least demand, as multiples of the present one.
const DEMAND: (f64, f64) = (0.01, 10.0);
/// Most people that are looked at.
const MOST_PEOPLE: f64 = 500.0;

impl By {
    /// Where it stands.
    pub fn now(self, scenario: &Scenario) -> f64 {
        match self {
            Self::Number(address) => address.read(scenario),
            Self::Demand => 1.0,
        }
    }

    /// The scenario with it at a value.
    pub fn at(self, scenario: &Scenario, value: f64) -> Scenario {
        let mut changed = scenario.clone();
        match self {
            Self::Number(address) => {
                address.write(&mut changed, value);
            }
            Self::Demand => {
                for task in &mut changed.tasks {
                    task.rate = task.rate * value;
                }
            }
        }
        changed
    }

    /// Whether it counts whole people.
    pub fn is_people(self) -> bool {
        matches!(self, Self::Number(address) if address.parameter.unit == Unit::People)
    }

    /// The ends of its range.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Number(address) if self.is_people() => (address.parameter.limit.0, MOST_PEOPLE),
            Self::Number(address) => address.parameter.limit,
            Self::Demand => DEMAND,
        }
    }

    /// How far apart two of its values are, as a share of its slider.
    pub fn distance(self, one: f64, other: f64) -> f64 {
        match self {
            Self::Number(address) => {
                let row = address.parameter;
                (row.position(one) - row.position(other)).abs()
            }
            Self::Demand => (one / other).ln().abs() / (DEMAND.1 / DEMAND.0).ln(),
        }
    }

    /// Halves the way between a place where something is as before and one where it has changed, as
    /// `is_met` says; the value just beyond the change.
    pub(super) fn close_in(self, before: f64, after: f64, is_met: impl Fn(f64) -> bool) -> f64 {
        const HALVINGS: usize = 50;
        let begins_met = is_met(before);
        let (mut before, mut after) = (before, after);
        for _ in 0..HALVINGS {
            let middle = match self.is_people() {
                true => (0.5 * (before + after)).round(),
                false => 0.5 * (before + after),
            };
            if middle == before || middle == after {
                break;
            }
            match is_met(middle) == begins_met {
                true => before = middle,
                false => after = middle,
            }
        }
        after
    }

    /// Places between where it stands and an end of its range, the nearest first, that end last.
    fn places(self, now: f64, end: f64) -> Vec<f64> {
        if self.is_people() {
            return people(now, end);
        }
        let count = PLACES as f64;
        let at = |i: usize| {
            let share = i as f64 / count;
            match self {
                Self::Number(address) => {
                    let row = address.parameter;
                    let edge = end.clamp(row.slider.0, row.slider.1);
                    let (from, to) = (row.position(now), row.position(edge));
                    row.value_at(from + (to - from) * share)
                }
                // A multiple goes by ratios.
                Self::Demand => now * (end / now).powf(share),
            }
        };
        let mut places: Vec<f64> = (1..=PLACES).map(at).collect();
        places.retain(|place| (place - now) * (end - now) > 0.0);
        places.push(end);
        places
    }
}

/// Places that are looked at on the way to each end.
const PLACES: usize = 40;

/// Whole people from where they stand to an end: each of the first, then in growing steps.
fn people(now: f64, end: f64) -> Vec<f64> {
    const ONE_BY_ONE: f64 = 40.0;
    let up = end > now;
    let mut places = Vec::new();
    let mut place = if up {
        now.floor() + 1.0
    } else {
        now.ceil() - 1.0
    };
    while if up { place < end } else { place > end } {
        places.push(place);
        let far = (place - now).abs();
        let step = if far < ONE_BY_ONE {
            1.0
        } else {
            (far / 10.0).floor()
        };
        place += if up { step } else { -step };
    }
    if end != now {
        places.push(end);
    }
    places
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum Solved {
    /// It is met as it stands.
    Already {
        /// What is reached.
        reached: f64,
        /// The nearest value at which it no longer is; none where it is met throughout.
        until: Option<f64>,
    },
    /// It is met from here on.
    At {
        /// The value.
        value: f64,
        /// What is reached there.
        reached: f64,
    },
    /// It is met nowhere.
    Never {
        /// The best that is reached anywhere.
        best: f64,
        /// Where.
        at: f64,
    },
    /// The way has no such figure whatever the number is: it never keeps up, or no formula knows.
    NoFigure,
}

/// One question, and what the way reaches at a value of the number.
struct Question<'a> {
    scenario: &'a Scenario,
    way: &'a Strategy,
    goal: Goal,
    target: f64,
    by: By,
}

impl Question<'_> {
    fn reached(&self, value: f64) -> Option<f64> {
        let changed = self.by.at(self.scenario, value);
        let way = evaluate_strategy(&changed, self.way)?;
        self.goal.of(&changed, &way)
    }

    fn is_met(&self, value: f64) -> bool {
        let reached = self.reached(value);
        reached.is_some_and(|reached| self.goal.is_met(reached, self.target))
    }

    /// The value nearest to where the number stands at which it is met or no longer met; on the
    /// side that meets it if `met`, else on the other.
    fn change(&self, now: f64, begins_met: bool) -> Option<f64> {
        let (low, high) = self.by.range();
        let ends = [low, high].into_iter().filter(|end| *end != now);
        let found = ends.filter_map(|end| {
            let mut before = now;
            for place in self.by.places(now, end) {
                if self.is_met(place) != begins_met {
                    return Some(self.by.close_in(before, place, |value| self.is_met(value)));
                }
                before = place;
            }
            None
        });
        let far = |value: f64| self.by.distance(value, now);
        found.reduce(|a, b| if far(b) < far(a) { b } else { a })
    }

    /// The best that is reached at any place that is looked at, and where.
    fn best(&self, now: f64) -> Option<(f64, f64)> {
        let (low, high) = self.by.range();
        let places = [low, high].into_iter().filter(|end| *end != now);
        let places = places.flat_map(|end| self.by.places(now, end)).chain([now]);
        let reached = places.filter_map(|place| Some((self.reached(place)?, place)));
        reached.reduce(|a, b| if self.goal.better(b.0, a.0) { b } else { a })
    }
}

/// The value of a number, nearest to where it stands, at which a way reaches a target.
pub fn solve(scenario: &Scenario, way: &Strategy, goal: Goal, target: f64, by: By) -> Solved {
    let question = Question {
        scenario,
        way,
        goal,
        target,
        by,
    };
    let now = by.now(scenario);
    if let Some(reached) = question.reached(now)
        && goal.is_met(reached, target)
    {
        let until = question.change(now, true);
        return Solved::Already { reached, until };
    }
    // Whole people are found from where they stand, which may be between two of them.
    if let Some(value) = question.change(now, false)
        && let Some(reached) = question.reached(value)
    {
        return Solved::At { value, reached };
    }
    match question.best(now) {
        Some((best, at)) => Solved::Never { best, at },
        None => Solved::NoFigure,
    }
}
