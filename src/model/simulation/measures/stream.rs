//! What was measured of one stream.

use super::{Measures, per};
use crate::model::simulation::interval::Estimate;
use crate::model::simulation::tally::{StreamTally, Tally};
use serde::{Deserialize, Serialize};

/// What was measured of a stream; times in minutes of the site's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamMeasures<T> {
    /// The kind of task, by its place in the scenario.
    pub task: usize,
    /// Share of all offered that are given up.
    pub given_up: T,
    /// Share of all offered that are answered, at their first live step, within the target; within
    /// any time where there is none. Zero where nothing is live.
    pub answered: T,
    /// The same of those that are answered at all.
    pub answered_of_served: T,
    /// Mean wait at live steps of all offered, those included who give up.
    pub wait: T,
    /// Mean turnaround of those done.
    pub turnaround: T,
    /// Its 90th percentile.
    pub nine_in_ten: T,
    /// Share of those done that are done within their promise.
    pub within: T,
    /// Age of the oldest task inside as arrivals of all streams find it, on average; zero while
    /// there is none.
    pub oldest: T,
    /// How often a task is asked about.
    pub chasers: T,
}

impl StreamMeasures<f64> {
    /// The measures of the streams of a replication.
    pub(super) fn all(tally: &Tally) -> Vec<Self> {
        let one = |sums: &StreamTally| Self {
            task: sums.task,
            given_up: per(sums.gave_up, sums.offered()),
            answered: per(sums.in_time, sums.offered()),
            answered_of_served: per(sums.in_time, sums.answered),
            wait: per(sums.wait, sums.offered()),
            turnaround: per(sums.turnaround, sums.done),
            nine_in_ten: sums.spread.quantile(0.9),
            within: per(sums.within, sums.done),
            oldest: per(sums.oldest, tally.arrivals),
            chasers: per(sums.chasers, sums.done),
        };
        tally.streams.iter().map(one).collect()
    }
}

impl StreamMeasures<Estimate> {
    /// The estimates from all replications, of which there is at least one.
    pub(super) fn summed(all: &[Measures<f64>]) -> Vec<Self> {
        let streams = all.first().map_or(&[][..], |one| &one.streams);
        let one = |(place, first): (usize, &StreamMeasures<f64>)| {
            let of = |read: &dyn Fn(&StreamMeasures<f64>) -> f64| {
                Estimate::of(all.iter().map(|one| read(&one.streams[place])))
            };
            Self {
                task: first.task,
                given_up: of(&|one| one.given_up),
                answered: of(&|one| one.answered),
                answered_of_served: of(&|one| one.answered_of_served),
                wait: of(&|one| one.wait),
                turnaround: of(&|one| one.turnaround),
                nine_in_ten: of(&|one| one.nine_in_ten),
                within: of(&|one| one.within),
                oldest: of(&|one| one.oldest),
                chasers: of(&|one| one.chasers),
            }
        };
        streams.iter().enumerate().map(one).collect()
    }
}
