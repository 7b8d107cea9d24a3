//! The statistics of one replication: sums and histograms, whose size does not depend on how long
//! it runs.

mod station;
mod stream;

pub use station::StationTally;
use station::teams;
pub use stream::StreamTally;

use super::case::Case;
use super::engine::{Floor, Stint, Witness};
use super::histogram::Histogram;
use super::plan::{Plan, PlanStep};
use crate::model::scenario::{Activity, Loyalty};

/// What an event of a stream costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Price {
    /// A minute of turnaround.
    pub delay: f64,
    /// A task later than promised.
    pub late: f64,
    /// An error that reaches the customer.
    pub error: f64,
    /// What loses a customer, and what that costs.
    pub loyalty: Loyalty,
    /// A contact that is given up.
    pub given_up: f64,
}

/// The sums of one replication over all tasks that count.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    prices: Vec<Price>,
    promises: Vec<f64>,
    /// Whether arrivals count at the moment.
    open: bool,
    /// Tasks that are over: done or given up, of all streams.
    pub offered: f64,
    /// Tasks done, here and in what follows of those streams that count.
    pub done: f64,
    /// Their turnaround.
    pub turnaround: f64,
    /// How it is spread.
    pub spread: Histogram,
    /// Those done within their promise.
    pub within: f64,
    /// Minutes worked on them.
    pub touch: f64,
    /// Hand-overs.
    pub hand_offs: f64,
    /// Clarifications asked and answered: passes of either.
    pub clarifications: f64,
    /// Passes done again after an error.
    pub redone: f64,
    /// Money for errors that reached the customer, here and below of all streams.
    pub errors: f64,
    /// Money for waiting and lateness.
    pub delay: f64,
    /// Money for customers who went elsewhere, and for contacts given up.
    pub lost: f64,
    /// Arrivals in the window.
    pub arrivals: f64,
    /// Tasks of streams that count that they found inside, and the age of the oldest of those: sums.
    pub found: f64,
    /// Sum of the ages of the oldest task that arrivals found.
    pub oldest: f64,
    /// Tasks of all streams inside in the middle of the window and when it closed.
    pub inside: (f64, f64),
    /// The window's middle and end.
    pub half: (f64, f64),
    /// When the window opened.
    since: f64,
    /// The arrival in the middle of the window.
    middle: u64,
    /// By station.
    pub stations: Vec<StationTally>,
    /// The team of each station.
    teams: Vec<usize>,
    /// By stream; nothing where there is only one and all that can be said of it is said above.
    pub streams: Vec<StreamTally>,
    /// Which streams count.
    counts: Vec<bool>,
    /// The course of the run in the order of arrival, where it is asked for.
    pub course: Option<Course>,
}

/// How a run went, arrival by arrival.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Turnaround of each task; not a number for those that gave up or do not count.
    pub turnaround: Vec<f64>,
    /// How many tasks that count each found inside.
    pub inside: Vec<f64>,
}

impl Tally {
    /// Empty sums for a plan; `prices` by stream.
    pub fn new(plan: &Plan, prices: &[Price]) -> Self {
        Self {
            prices: prices.to_vec(),
            promises: plan.streams.iter().map(|stream| stream.promise).collect(),
            teams: teams(plan),
            stations: vec![StationTally::default(); plan.stations.len()],
            streams: StreamTally::all(plan),
            counts: plan.streams.iter().map(|stream| stream.counts).collect(),
            ..Self::default()
        }
    }

    /// Empties the sums, and keeps the room.
    pub fn clear(&mut self) {
        let mut spread = std::mem::take(&mut self.spread);
        spread.clear();
        let mut stations = std::mem::take(&mut self.stations);
        stations.fill(StationTally::default());
        let mut streams = std::mem::take(&mut self.streams);
        streams.iter_mut().for_each(StreamTally::clear);
        *self = Self {
            prices: std::mem::take(&mut self.prices),
            promises: std::mem::take(&mut self.promises),
            spread,
            teams: std::mem::take(&mut self.teams),
            stations,
            streams,
            counts: std::mem::take(&mut self.counts),
            ..Self::default()
        };
    }
}

impl Tally {
    /// By how many tasks those inside grew a minute over the second half of the window.
    pub fn growth(&self) -> f64 {
        let minutes = self.half.1 - self.half.0;
        if minutes > 0.0 {
            (self.inside.1 - self.inside.0) / minutes
        } else {
            0.0
        }
    }

    fn enter_course(&mut self, case: &Case, time: f64) {
        if let Some(course) = &mut self.course {
            let (place, times) = (case.place as usize, &mut course.turnaround);
            times.resize(times.len().max(place + 1), 0.0);
            times[place] = time;
        }
    }
}

/// What is lost with the customer of a task, on average.
fn lost(price: &Price, case: &Case, late_by: f64) -> f64 {
    let loyalty = &price.loyalty;
    if loyalty.customer_value.get() <= 0.0 {
        return 0.0;
    }
    let handed = f64::from(u8::from(case.passes[1] > 0));
    let late = loyalty.lateness(late_by);
    loyalty.customer_value.get() * loyalty.lost(handed, late, f64::from(case.escapes))
}

impl Witness for Tally {
    #[inline]
    fn arrived(&mut self, now: f64, floor: &Floor) {
        if !self.open {
            return;
        }
        let inside = floor.cases.tasks() as f64;
        if floor.arrived == self.middle {
            (self.half.0, self.inside.0) = (now, inside);
        }
        self.arrivals += 1.0;
        self.found += floor.cases.counting() as f64;
        if let Some(course) = &mut self.course {
            course.inside.push(floor.cases.counting() as f64);
        }
        if let Some(oldest) = floor.cases.oldest_arrival() {
            self.oldest += now - oldest;
        }
        for (stream, sums) in self.streams.iter_mut().enumerate() {
            if let Some(oldest) = floor.cases.oldest_of(stream) {
                sums.oldest += now - oldest;
            }
        }
    }

    #[inline]
    fn began(&mut self, now: f64, case: &Case, step: &PlanStep) {
        if let Some(station) = step.station.filter(|_| case.measured) {
            let wait = now - case.joined;
            let sums = &mut self.stations[station];
            sums.visits += 1.0;
            sums.wait += wait;
            sums.waited += f64::from(u8::from(wait > 0.0));
        }
    }

    fn resumed(&mut self, now: f64, case: &Case) {
        if case.measured {
            self.stations[case.home as usize].wait += now - case.turned;
        }
    }

    #[inline]
    fn worked(&mut self, case: &Case, stint: Stint) {
        if !case.measured {
            return;
        }
        let work = &mut self.stations[case.with as usize].work;
        if case.repeats {
            work.loops += stint.minutes;
        } else if stint.chasing > 0.0 {
            work.loops += stint.chasing;
            work.add(stint.activity, stint.minutes - stint.chasing);
        } else {
            work.add(stint.activity, stint.minutes);
        }
    }

    #[inline]
    fn ended(&mut self, _now: f64, case: &Case, step: &PlanStep) {
        if case.measured && step.station.is_some() && step.activity == Activity::Work {
            self.stations[case.with as usize].work.passes += 1.0;
        }
    }

    fn done(&mut self, now: f64, case: &Case) {
        if !case.measured {
            return;
        }
        let stream = case.stream as usize;
        let price = &self.prices[stream];
        // The end of a sum of times may lie a last digit before its beginning.
        let time = (now - case.arrived - case.uncounted).max(0.0);
        let in_time = time <= self.promises[stream];
        self.offered += 1.0;
        self.errors += price.error * f64::from(case.escapes);
        self.delay += price.delay * time;
        if !in_time {
            self.delay += price.late;
        }
        self.lost += lost(price, case, time - self.promises[stream]);
        if let Some(sums) = self.streams.get_mut(stream) {
            sums.done(case, time, in_time);
        }
        let counts = self.counts[stream];
        self.enter_course(case, if counts { time } else { f64::NAN });
        if !counts {
            return;
        }
        self.done += 1.0;
        self.turnaround += time;
        self.spread.add(time);
        self.within += f64::from(u8::from(in_time));
        self.touch += case.touch;
        self.hand_offs += f64::from(case.passes[1]);
        self.clarifications += f64::from(case.passes[2]);
        self.redone += f64::from(case.redone);
    }

    fn gave_up(&mut self, _now: f64, case: &Case) {
        if !case.measured {
            return;
        }
        let stream = case.stream as usize;
        self.offered += 1.0;
        self.lost += self.prices[stream].given_up;
        if let Some(sums) = self.streams.get_mut(stream) {
            sums.gave_up(case);
        }
        self.enter_course(case, f64::NAN);
    }

    fn opened(&mut self, now: f64, floor: &mut Floor) {
        self.open = true;
        self.since = now;
        let window = floor.window();
        self.middle = window.from + (window.until - window.from) / 2;
        for station in &mut floor.stations {
            station.reset(now);
        }
    }

    fn closed(&mut self, now: f64, floor: &mut Floor) {
        self.open = false;
        self.half.1 = now;
        self.inside.1 = floor.cases.tasks() as f64;
        let minutes = (now - self.since).max(f64::MIN_POSITIVE);
        for (sums, station) in self.stations.iter_mut().zip(&mut floor.stations) {
            let (worked, waited) = station.areas(now);
            (sums.busy, sums.in_line) = (worked / minutes, waited / minutes);
        }
    }
}
