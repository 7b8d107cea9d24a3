//! Records: every task with its waits, starts and ends.

use super::case::Case;
use super::engine::{Advance, Floor, Run, Window, Witness};
use super::plan::{Plan, PlanStep};
use super::source::Source;
use std::collections::BTreeMap;

/// One visit to one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit {
    /// The step, by its place in the plan.
    pub step: usize,
    /// When the task came to it.
    pub came: f64,
    /// When its pass began.
    pub began: f64,
    /// When its pass ended.
    pub ended: f64,
}

/// One task, from request to completion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Its number among all arrivals.
    pub place: u64,
    /// Its stream.
    pub stream: usize,
    /// When it arrived.
    pub arrived: f64,
    /// Its visits, in order.
    pub visits: Vec<Visit>,
    /// When it was done; none while it is under way, and where its customer gave up.
    pub done: Option<f64>,
    /// When its customer gave up; none who did not.
    pub gave_up: Option<f64>,
    /// Minutes in the line in which its customer gave up.
    pub in_vain: f64,
    /// Minutes that count in its turnaround.
    pub turnaround: f64,
}

/// The records of all tasks, in the order of their arrival.
#[derive(Clone, Debug, Default)]
pub struct Records {
    tasks: BTreeMap<u64, Record>,
}

impl Records {
    /// The records of a run to its end: until what counts is done, or nothing more comes.
    pub fn of_run(plan: &Plan, source: &mut impl Source, window: Window) -> Self {
        let mut floor = Floor::new(plan, source, window);
        let mut records = Self::default();
        let mut run = Run {
            plan,
            floor: &mut floor,
            source,
            witness: &mut records,
        };
        while run.advance(u64::MAX) == Advance::Paused {}
        records
    }

    /// All records.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        self.tasks.values()
    }

    fn record(&mut self, case: &Case) -> &mut Record {
        self.tasks.entry(case.place).or_insert_with(|| Record {
            place: case.place,
            stream: case.stream as usize,
            arrived: case.arrived,
            ..Record::default()
        })
    }
}

impl Witness for Records {
    fn ended(&mut self, now: f64, case: &Case, _step: &PlanStep) {
        let visit = Visit {
            step: case.step as usize,
            came: case.joined,
            began: case.started,
            ended: now,
        };
        self.record(case).visits.push(visit);
    }

    fn done(&mut self, now: f64, case: &Case) {
        let record = self.record(case);
        record.done = Some(now);
        record.turnaround = (now - case.arrived - case.uncounted).max(0.0);
    }

    fn gave_up(&mut self, now: f64, case: &Case) {
        let record = self.record(case);
        record.gave_up = Some(now);
        record.in_vain = now - case.joined;
    }
}
