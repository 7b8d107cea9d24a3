//! A record instead of chance: what came when, how long each pass took, which way each task went.

use super::case::Case;
use super::draws::TaskKey;
use super::plan::{Plan, PlanStep};
use super::source::{Outcome, Source};

/// One task as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// Its kind, by its place among the plan's streams.
    pub stream: usize,
    /// When it arrived, in minutes.
    pub arrived: f64,
    /// Its passes in order: the step, by its place in the plan, and the minutes.
    pub passes: Vec<(usize, f64)>,
    /// The rank of the lines in which it waits, 0 first; none to leave it to the steps.
    pub rank: Option<u8>,
    /// How long its customer waits in a line before giving up, in minutes; none who waits for ever.
    pub patience: Option<f64>,
}

/// Recorded work, run through the engine.
#[derive(Clone, Debug)]
pub struct Replay {
    /// By stream, in the order of arrival.
    streams: Vec<Vec<Recorded>>,
}

impl Replay {
    /// A replay of tasks; within a stream in the order of their arrival, which is that of the list
    /// where they arrive at once.
    pub fn new(plan: &Plan, tasks: Vec<Recorded>) -> Self {
        let mut streams = vec![Vec::new(); plan.streams.len()];
        for task in tasks {
            streams[task.stream].push(task);
        }
        for stream in &mut streams {
            stream.sort_by(|a: &Recorded, b| a.arrived.total_cmp(&b.arrived));
        }
        Self { streams }
    }

    /// The task of a case and the number of the pass that it is at.
    fn pass(&self, case: &Case) -> (&Recorded, usize) {
        let task = &self.streams[case.stream as usize][case.ordinal as usize];
        (task, case.passes.iter().sum::<u32>() as usize)
    }
}

impl Source for Replay {
    fn gap(&mut self, _plan: &Plan, stream: usize, ordinal: u64) -> Option<f64> {
        let tasks = &self.streams[stream];
        let next = tasks.get(ordinal as usize)?.arrived;
        let before = ordinal
            .checked_sub(1)
            .map_or(0.0, |i| tasks[i as usize].arrived);
        Some(next - before)
    }

    fn begin(&mut self, _plan: &Plan, stream: usize, ordinal: u64) -> (TaskKey, usize) {
        let task = &self.streams[stream][ordinal as usize];
        let first = task.passes.first().map_or(0, |(step, _)| *step);
        (TaskKey::default(), first)
    }

    fn minutes(&mut self, _step: &PlanStep, case: &Case) -> f64 {
        let (task, pass) = self.pass(case);
        task.passes.get(pass).map_or(0.0, |(_, minutes)| *minutes)
    }

    fn outcome(&mut self, _step: &PlanStep, case: &Case) -> Outcome {
        let (task, next) = self.pass(case);
        let to = task.passes.get(next).map(|(step, _)| *step);
        Outcome::On { to, escaped: false }
    }

    fn patience(&mut self, _plan: &Plan, _step: &PlanStep, case: &Case) -> Option<f64> {
        self.pass(case).0.patience
    }

    fn chasers(&mut self, _case: &Case, _expected: f64) -> u32 {
        // Whoever asked is in the recorded minutes.
        0
    }

    fn rank(&self, step: &PlanStep, case: &Case) -> u8 {
        self.pass(case).0.rank.unwrap_or(step.rank)
    }
}
