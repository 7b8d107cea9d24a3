//! The statistics of one stream.

use crate::model::simulation::case::Case;
use crate::model::simulation::histogram::Histogram;
use crate::model::simulation::plan::{Plan, Stream};

/// The sums of one replication over the tasks of a stream that count.
#[derive(Clone, Debug, Default)]
pub struct StreamTally {
    /// The kind of task, by its place in the scenario.
    pub task: usize,
    /// The wait within which a live contact is to be answered, minutes.
    target: f64,
    /// Contacts given up.
    pub gave_up: f64,
    /// Tasks done.
    pub done: f64,
    /// Contacts answered, whatever became of them later.
    pub answered: f64,
    /// Those answered within the target.
    pub in_time: f64,
    /// Minutes in line at live steps, of all.
    pub wait: f64,
    /// Turnaround of those done.
    pub turnaround: f64,
    /// How it is spread.
    pub spread: Histogram,
    /// Those done within their promise.
    pub within: f64,
    /// How often they were asked about.
    pub chasers: f64,
    /// Sum of the ages of the oldest task that arrivals of all streams found.
    pub oldest: f64,
}

impl StreamTally {
    /// Empty sums for the streams of a plan; none for a stream on its own of which there is nothing
    /// to say but what is said of all.
    pub fn all(plan: &Plan) -> Vec<Self> {
        let plain = |stream: &Stream| {
            stream.patience.is_none()
                && stream.target.is_none()
                && stream.chasing.is_none()
                && stream.counts
        };
        match &plan.streams[..] {
            [only] if plain(only) => Vec::new(),
            streams => streams.iter().map(Self::new).collect(),
        }
    }

    fn new(stream: &Stream) -> Self {
        Self {
            task: stream.task,
            target: stream.target.unwrap_or(f64::INFINITY),
            ..Self::default()
        }
    }

    /// Empties the sums, and keeps the room.
    pub fn clear(&mut self) {
        let mut spread = std::mem::take(&mut self.spread);
        spread.clear();
        *self = Self {
            task: self.task,
            target: self.target,
            spread,
            ..Self::default()
        };
    }

    /// Tasks that are over.
    pub fn offered(&self) -> f64 {
        self.done + self.gave_up
    }

    /// Enters a task that is done.
    pub fn done(&mut self, case: &Case, time: f64, in_time: bool) {
        self.done += 1.0;
        self.turnaround += time;
        self.spread.add(time);
        self.within += f64::from(u8::from(in_time));
        self.over(case);
    }

    /// Enters a contact that is given up.
    pub fn gave_up(&mut self, case: &Case) {
        self.gave_up += 1.0;
        self.over(case);
    }

    fn over(&mut self, case: &Case) {
        self.wait += case.live_wait;
        self.chasers += f64::from(case.chasers);
        if let Some(wait) = case.answered {
            self.answered += 1.0;
            self.in_time += f64::from(u8::from(wait <= self.target));
        }
    }
}
