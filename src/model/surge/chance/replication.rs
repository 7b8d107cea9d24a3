//! One replication: events in the order of their moments, from the first week to the last.

use crate::model::scenario::SurgePlan;
use crate::model::simulation::draws::{Purpose, StreamKey};
use crate::model::simulation::spread::{Family, Spread};
use crate::model::surge::supply::Crew;
use crate::model::surge::terms::Terms;
use std::collections::VecDeque;

/// Streams of luck.
const TASKS: usize = 0;
const WEEKS: usize = 1;
const LEAVERS: usize = 2;

/// What happened.
#[derive(Clone, Debug)]
pub(super) struct Played {
    /// Pay and hiring, and the front office's hours.
    pub paid: f64,
    /// Task-weeks of waiting.
    pub waiting: f64,
    /// What waits at the end of every week, as tasks of mean work.
    pub backlog: Vec<f64>,
    /// The moment at which nobody waited, for the first time after the first week of the surge.
    pub cleared: Option<f64>,
}

/// Somebody who works.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Worker {
    /// Hours of work done in an hour.
    pub(super) speed: f64,
    /// Hours of work left of the task at hand; none has none.
    pub(super) left: Option<f64>,
}

/// A replication under way.
pub(super) struct State<'a> {
    pub(super) terms: &'a Terms,
    tasks: StreamKey,
    work: Spread,
    /// The team, temporary staff, permanent hires, the front office.
    pub(super) workers: [Vec<Worker>; 4],
    pub(super) line: VecDeque<f64>,
    arrived: u64,
    /// What is left of the unit exponential until the next arrival.
    gap: f64,
    front_hours: f64,
    /// Whether the front office helps now.
    helped: bool,
}

/// Plays the weeks.
pub(super) fn replicate(
    terms: &Terms,
    demand: &[f64],
    plan: &SurgePlan,
    seed: u64,
    replication: u32,
) -> Played {
    let stream = |of| StreamKey::new(seed, replication, of);
    let busy = terms.excess(demand);
    let excess = busy.map(|(first, _)| first);
    let crew = Crew::new(terms, plan, excess);
    let mut state = State {
        terms,
        tasks: stream(TASKS),
        work: Spread::new(terms.task_hours, terms.scv, Family::Gamma),
        workers: Default::default(),
        line: VecDeque::new(),
        arrived: 0,
        gap: 0.0,
        front_hours: 0.0,
        helped: terms.surge.waiting > 0.0,
    };
    for _ in 0..terms.surge.waiting.round() as u64 {
        let work = state.next_work();
        state.line.push_back(work);
    }
    state.gap = state.next_gap();
    let variation = Spread::new(1.0, terms.surge.variation.powi(2), Family::Gamma);
    let leavers = stream(LEAVERS);
    // Joiners that are still there; the last of them may be a part of a person.
    let mut there: [Vec<bool>; 2] = Default::default();
    let mut played = Played {
        paid: 0.0,
        waiting: 0.0,
        backlog: Vec::with_capacity(demand.len()),
        cleared: None,
    };
    let mut before = state.outstanding();
    for (week, tasks) in demand.iter().copied().enumerate() {
        played.paid += state.staff(&crew, plan, week as i32, &mut there, leavers);
        state.helped |= excess == Some(week);
        let luck = variation.sample(|| stream(WEEKS).task(week as u64).draw(0, Purpose::Gap));
        let empty = state.play(tasks * luck / terms.hours);
        let over = busy.is_none_or(|(first, weeks)| week >= first + weeks);
        state.helped &= !(over && empty.is_some());
        let counts = excess.is_some_and(|first| week > first);
        if let Some(moment) = empty
            && counts
            && played.cleared.is_none()
        {
            played.cleared = Some(week as f64 + moment / terms.hours);
        }
        let after = state.outstanding();
        played.waiting += 0.5 * (before + after);
        played.backlog.push(after);
        before = after;
    }
    let price = terms.front.map_or(0.0, |front| front.price);
    played.paid += state.front_hours * price;
    played
}

impl State<'_> {
    fn next_work(&mut self) -> f64 {
        let task = self.tasks.task(self.arrived);
        self.arrived += 1;
        self.work.sample(|| task.draw(0, Purpose::Service))
    }

    fn next_gap(&mut self) -> f64 {
        let task = self.tasks.task(self.arrived);
        -libm::log(task.draw(0, Purpose::Gap).share())
    }

    /// Everything that is not done, as tasks of mean work.
    fn outstanding(&self) -> f64 {
        let waiting: f64 = self.line.iter().sum();
        let begun = self
            .workers
            .iter()
            .flatten()
            .filter_map(|worker| worker.left);
        (waiting + begun.sum::<f64>()) / self.terms.task_hours
    }

    /// Gives what waits to who is free, the quickest first, the front office last.
    fn assign(&mut self) {
        let people = self.workers[0].len();
        for kind in 0..4 {
            for place in 0..self.workers[kind].len() {
                let enough = kind < 3 || self.helped && self.line.len() >= people;
                let worker = &mut self.workers[kind][place];
                if !enough || worker.left.is_some() || worker.speed <= 0.0 {
                    continue;
                }
                worker.left = self.line.pop_front();
                if worker.left.is_none() {
                    return;
                }
            }
        }
    }

    /// Plays a week in which so many tasks an hour arrive; the first moment at which nobody waited, in
    /// hours, if there was one.
    fn play(&mut self, per_hour: f64) -> Option<f64> {
        let end = self.terms.hours;
        let mut now = 0.0;
        let mut empty = None;
        loop {
            self.assign();
            if empty.is_none() && self.line.is_empty() {
                empty = Some(now);
            }
            let busy = self.workers.iter().flatten();
            let ends = busy.filter_map(|worker| Some(worker.left? / worker.speed));
            let next_end = ends.fold(f64::INFINITY, f64::min);
            let next_arrival = if per_hour > 0.0 {
                self.gap / per_hour
            } else {
                f64::INFINITY
            };
            let step = next_end.min(next_arrival).min(end - now);
            self.pass(step);
            now += step;
            self.gap -= step * per_hour;
            if next_arrival <= step {
                let work = self.next_work();
                self.line.push_back(work);
                self.gap = self.next_gap();
            } else if now >= end {
                return empty;
            }
        }
    }

    /// Lets time pass; what is done is gone.
    fn pass(&mut self, hours: f64) {
        const ROUNDING: f64 = 1e-9;
        for (kind, workers) in self.workers.iter_mut().enumerate() {
            for worker in workers {
                let Some(left) = &mut worker.left else {
                    continue;
                };
                *left -= worker.speed * hours;
                if kind == 3 {
                    self.front_hours += hours;
                }
                if *left <= ROUNDING {
                    worker.left = None;
                }
            }
        }
    }
}
