//! A station: the people on duty and the line in front of them.

use super::plan::StationPlan;
use std::collections::VecDeque;

/// A part-timer of less than a millionth is nobody.
const NOBODY: f64 = 1e-6;

/// Who does a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Somebody who is there all the time, or as many as it takes.
    FullTime,
    /// The part-timer.
    PartTime,
}

/// The people of a station.
///
/// A fraction of a person is a part-timer who comes last and, after each pass, rests so long that
/// the fraction of the time is worked: a pass takes as long as anybody's, and in the long run the
/// station does as much as its people on duty can.
#[derive(Clone, Debug)]
struct Crew {
    /// Whether there are always enough.
    boundless: bool,
    /// Full-timers.
    whole: usize,
    /// Full-timers at work.
    busy: usize,
    /// The part-timer's share of the time.
    fraction: f64,
    /// Whether the part-timer can begin something.
    part_timer_is_free: bool,
}

/// People and line.
#[derive(Clone, Debug)]
pub struct Station {
    crew: Crew,
    line: VecDeque<u32>,
    /// Everybody at work.
    busy: usize,
    /// Minutes worked by everybody together since the last reset, up to `since`.
    worked: f64,
    /// Minutes spent in line by all together since the last reset, up to `since`.
    waited: f64,
    since: f64,
}

impl Station {
    /// An empty station.
    pub fn new(plan: &StationPlan) -> Self {
        const ROUNDING: f64 = 1e-9;
        let whole = (plan.on_duty + ROUNDING).floor();
        let fraction = (plan.on_duty - whole).max(0.0);
        Self {
            crew: Crew {
                boundless: !plan.queues,
                whole: whole as usize,
                busy: 0,
                fraction,
                part_timer_is_free: fraction > NOBODY,
            },
            line: VecDeque::new(),
            busy: 0,
            worked: 0.0,
            waited: 0.0,
            since: 0.0,
        }
    }

    /// Somebody to begin a pass at once, if there is anybody.
    pub fn begin(&mut self, now: f64) -> Option<Server> {
        let crew = &mut self.crew;
        let server = if crew.boundless || crew.busy < crew.whole {
            crew.busy += 1;
            Server::FullTime
        } else if crew.part_timer_is_free {
            crew.part_timer_is_free = false;
            Server::PartTime
        } else {
            return None;
        };
        self.keep_time(now);
        self.busy += 1;
        Some(server)
    }

    /// A pass of `minutes` ends. For the part-timer: how long the rest is, after which
    /// [`Self::rested`] is due.
    pub fn end(&mut self, now: f64, server: Server, minutes: f64) -> Option<f64> {
        self.keep_time(now);
        self.busy -= 1;
        match server {
            Server::FullTime => {
                self.crew.busy -= 1;
                None
            }
            Server::PartTime => Some(minutes * (1.0 - self.crew.fraction) / self.crew.fraction),
        }
    }

    /// The part-timer is there again.
    pub fn rested(&mut self) {
        self.crew.part_timer_is_free = true;
    }

    /// A case joins the line.
    pub fn join(&mut self, now: f64, case: usize) {
        self.keep_time(now);
        self.line.push_back(case as u32);
    }

    /// The next in line and somebody to serve it, if there are both.
    pub fn next(&mut self, now: f64) -> Option<(usize, Server)> {
        if self.line.is_empty() {
            return None;
        }
        let server = self.begin(now)?;
        let case = self.line.pop_front()?;
        Some((case as usize, server))
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.line.len()
    }

    /// How many are worked on.
    pub fn in_service(&self) -> usize {
        self.busy
    }

    /// Minutes worked and minutes waited since the last reset.
    pub fn areas(&mut self, now: f64) -> (f64, f64) {
        self.keep_time(now);
        (self.worked, self.waited)
    }

    /// Begins to count anew.
    pub fn reset(&mut self, now: f64) {
        self.keep_time(now);
        (self.worked, self.waited) = (0.0, 0.0);
    }

    fn keep_time(&mut self, now: f64) {
        let passed = now - self.since;
        self.worked += passed * self.busy as f64;
        self.waited += passed * self.line.len() as f64;
        self.since = now;
    }
}
