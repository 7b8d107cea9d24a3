//! The people of a station, and who of them begins what.

use super::plan::StationPlan;

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
/// station does as much as its people on duty can. A reserve counts full-timers.
#[derive(Clone, Debug)]
pub struct Crew {
    /// Whether there are always enough.
    boundless: bool,
    /// Full-timers.
    whole: usize,
    /// Full-timers at work.
    busy: usize,
    /// Idle people who are kept free for live contacts.
    reserve: usize,
    /// The part-timer's share of the time.
    fraction: f64,
    /// Whether the part-timer can begin something.
    part_timer_is_free: bool,
    /// Minutes that the part-timer has worked on what was interrupted.
    unrested: f64,
}

impl Crew {
    /// Everybody idle.
    pub fn new(plan: &StationPlan) -> Self {
        const ROUNDING: f64 = 1e-9;
        let whole = (plan.on_duty + ROUNDING).floor();
        let fraction = (plan.on_duty - whole).max(0.0);
        Self {
            boundless: !plan.queues,
            whole: whole as usize,
            busy: 0,
            reserve: (plan.reserve + ROUNDING).max(0.0) as usize,
            fraction,
            part_timer_is_free: fraction > NOBODY,
            unrested: 0.0,
        }
    }

    /// Who would begin a live contact, or other work; nobody if nobody may.
    #[inline]
    pub fn free(&self, live: bool) -> Option<Server> {
        let idle = self.whole.saturating_sub(self.busy);
        if self.boundless || idle > 0 && (live || idle > self.reserve) {
            Some(Server::FullTime)
        } else if self.part_timer_is_free && (live || self.reserve == 0) {
            Some(Server::PartTime)
        } else {
            None
        }
    }

    /// Somebody begins.
    #[inline]
    pub fn begin(&mut self, server: Server) {
        match server {
            Server::FullTime => self.busy += 1,
            Server::PartTime => self.part_timer_is_free = false,
        }
    }

    /// A pass of `minutes` ends. For the part-timer: how long the rest is.
    #[inline]
    pub fn end(&mut self, server: Server, minutes: f64) -> Option<f64> {
        match server {
            Server::FullTime => {
                self.busy -= 1;
                None
            }
            Server::PartTime => {
                let minutes = minutes + std::mem::take(&mut self.unrested);
                Some(minutes * (1.0 - self.fraction) / self.fraction)
            }
        }
    }

    /// Somebody leaves a pass after `minutes` for another, without a rest.
    pub fn turn(&mut self, server: Server, minutes: f64) {
        if server == Server::PartTime {
            self.unrested += minutes;
        }
    }

    /// The part-timer is there again.
    pub fn rested(&mut self) {
        self.part_timer_is_free = true;
    }
}
