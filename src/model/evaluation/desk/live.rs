//! Live contacts with a line of their own: nobody else is served from it.

use super::blended::{blending, bounded};
use super::{Answered, Basis, Desk, Line, LineWait, Lines, Share};
use crate::model::queueing::error::MIN_SERVERS;
use crate::model::queueing::{Abandonment, Station, evaluate_poisson_wait};
use crate::model::scenario::Task;

/// All live contacts of a desk as one stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Callers {
    /// Arrivals a minute.
    pub rate: f64,
    /// Mean minutes of a contact.
    pub mean: f64,
    /// Mean patience in minutes: as many give up as of the kinds apart.
    pub patience: f64,
    /// Whether they are all of one kind, with exponential times.
    pub alike: bool,
}

impl Callers {
    pub(super) fn of(desk: &Desk) -> Self {
        let stream = desk.live();
        let mut impatience = 0.0;
        let mut alike = stream.scv() == 1.0;
        let mut first: Option<(f64, f64)> = None;
        for flow in desk.flows.iter().filter(|flow| flow.live) {
            let task = &desk.scenario.tasks[flow.task];
            let patience = task.channel.patience.get();
            impatience += flow.per_minute() / patience;
            let this = (flow.minutes, patience);
            alike &= *first.get_or_insert(this) == this && task.channel.attention() == 1.0;
        }
        Self {
            rate: stream.per_minute,
            mean: stream.mean(),
            patience: stream.per_minute / impatience,
            alike,
        }
    }

    /// Share of one kind that gives up where all wait so long on average: waiting over patience.
    pub(super) fn given_up(&self, mean_wait: f64, task: &Task) -> Share {
        let patience = match self.alike {
            true => self.patience,
            false => task.channel.patience.get(),
        };
        Share((mean_wait / patience).min(1.0))
    }
}

/// A line for each live kind of work, given how it is answered and waits.
pub(super) fn each(desk: &Desk, of: impl Fn(&Task) -> (Answered, Option<LineWait>)) -> Vec<Line> {
    let kinds = desk.kinds().into_iter().filter(|(_, live)| *live);
    let line = |(task, _): (usize, bool)| {
        let (answered, wait) = of(&desk.scenario.tasks[task]);
        Line {
            task,
            wait,
            answered: Some(answered),
        }
    };
    kinds.map(line).collect()
}

/// A line for each other kind of work, all waiting alike.
pub(super) fn others(desk: &Desk, wait: Option<LineWait>) -> Vec<Line> {
    let kinds = desk.kinds().into_iter().filter(|(_, live)| !live);
    let line = |(task, _): (usize, bool)| Line {
        task,
        wait,
        answered: None,
    };
    kinds.map(line).collect()
}

/// Live contacts and so many people who do nothing else: Erlang's A.
pub(super) fn alone(desk: &Desk, servers: f64) -> Lines {
    let callers = Callers::of(desk);
    let queue = Abandonment::new(
        servers.max(MIN_SERVERS),
        callers.rate,
        callers.mean,
        callers.patience,
    );
    // A part of a person is a number to the formula, and works part of the time in truth.
    let exact = callers.alike && servers.fract().abs() < 1e-9;
    let basis = if exact {
        Basis::Exact
    } else {
        Basis::Approximate
    };
    let of = |task: &Task| match &queue {
        Ok(queue) => {
            let answered = Answered {
                in_time: Some(Share(queue.service_level(task.channel.answer_within.get()))),
                at_worst: None,
                gave_up: Some(callers.given_up(queue.mean_wait(), task)),
                asked: task.channel.answer_share,
                basis,
            };
            let wait = LineWait::exponential(queue.mean_wait(), queue.p_wait(), exact);
            (answered, Some(wait))
        }
        Err(_) => (unknown(task), None),
    };
    let served = queue
        .as_ref()
        .map_or(callers.rate, |queue| queue.throughput());
    Lines {
        lines: each(desk, of),
        room: Some((servers - served * callers.mean).max(0.0)),
        keeps_up: servers >= MIN_SERVERS,
    }
}

/// What is said where nothing can be.
pub(super) fn unknown(task: &Task) -> Answered {
    Answered {
        in_time: None,
        at_worst: None,
        gave_up: None,
        asked: task.channel.answer_share,
        basis: Basis::Pending,
    }
}

/// Live contacts interrupt whatever else is done: they meet nothing but each other.
pub(super) fn interrupting(desk: &Desk) -> Lines {
    let mut lines = alone(desk, desk.on_duty);
    lines.lines.extend(others(desk, None));
    let stream = desk.others();
    if desk.team.desk.reserve > 0.0 && stream.load > 0.0 {
        // Work that may not begin cannot be interrupted either: people kept free stay free.
        let callers = Callers::of(desk);
        let kept = bounded(desk, &callers, &blending(desk, &callers, stream.mean()));
        lines.room = lines.room.zip(kept.room).map(|(one, other)| one.min(other));
    }
    lines.keeps_up &= lines.room.unwrap_or(0.0) > stream.load;
    lines
}

/// Some people do nothing but what can wait, the rest nothing but live contacts.
pub(super) fn ring_fenced(desk: &Desk) -> Lines {
    let apart = desk.team.desk.ring_fenced.get().min(desk.on_duty);
    let stream = desk.others();
    let station = Station {
        servers: apart,
        arrival_rate: stream.per_minute,
        mean_service: stream.mean(),
        service_scv: stream.scv(),
        arrival_scv: 1.0,
    };
    let wait = evaluate_poisson_wait(&station).ok();
    let wait = wait.map(|wait| LineWait {
        mean: super::Minutes(wait.mean),
        variance: wait.variance,
        p_wait: Share(wait.p_wait),
        exact: wait.method.is_exact() && desk.others_are_alike() && apart.fract() == 0.0,
    });
    let mut lines = alone(desk, desk.on_duty - apart);
    lines.lines.extend(others(desk, wait));
    lines.room = Some(apart);
    lines.keeps_up &= wait.is_some();
    lines
}
