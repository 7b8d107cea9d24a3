//! Solve for: the value of one number, nearest to where it stands, at which a way reaches a target.
//!
//! Found on the model itself: the number is walked outwards from where it stands to both ends of its
//! range, and the first change is closed in upon, keeping the side that meets the target, so that the
//! value put back meets it. Nothing is taken to be monotone; a target met only between two places
//! that are looked at is missed. "None does" means: at neither end, nor anywhere between that was looked at.

mod by;

pub use by::By;

use super::evaluation::{Asked, StrategyEvaluation, evaluate_strategy};
use super::scenario::Scenario;
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
