//! A station: the people on duty and the lines in front of them.

pub use super::crew::Server;

use super::case::Case;
use super::crew::Crew;
use super::line::{Lines, Spot};
use super::plan::StationPlan;

/// People and lines.
#[derive(Clone, Debug)]
pub struct Station {
    crew: Crew,
    lines: Lines,
    /// Everybody at work.
    busy: usize,
    /// Where passes are interrupted: the station's own under way, with their ranks, in the order
    /// in which they were begun.
    under_way: Option<Vec<(u32, u8)>>,
    /// Minutes worked by everybody together since the last reset, up to `since`.
    worked: f64,
    /// Minutes spent in line by all together since the last reset, up to `since`.
    waited: f64,
    since: f64,
}

impl Station {
    /// An empty station.
    pub fn new(plan: &StationPlan) -> Self {
        Self {
            crew: Crew::new(plan),
            lines: Lines::default(),
            busy: 0,
            under_way: plan.interrupts.map(|_| Vec::new()),
            worked: 0.0,
            waited: 0.0,
            since: 0.0,
        }
    }

    /// Whether somebody may begin a live contact, or other work.
    #[inline]
    pub fn may_begin(&self, live: bool) -> bool {
        self.crew.free(live).is_some()
    }

    /// Somebody to begin a pass at once, if there is anybody who may.
    #[inline]
    pub fn begin(&mut self, now: f64, live: bool) -> Option<Server> {
        let server = self.crew.free(live)?;
        self.crew.begin(server);
        self.keep_time(now);
        self.busy += 1;
        Some(server)
    }

    /// A pass of `minutes` ends. For the part-timer: how long the rest is, after which
    /// [`Self::rested`] is due.
    #[inline]
    pub fn end(&mut self, now: f64, place: usize, server: Server, minutes: f64) -> Option<f64> {
        self.keep_time(now);
        self.busy -= 1;
        self.forget(place);
        self.crew.end(server, minutes)
    }

    /// The part-timer is there again.
    pub fn rested(&mut self) {
        self.crew.rested();
    }

    /// A case joins the line.
    #[inline]
    pub fn join(&mut self, now: f64, place: usize, case: &Case) {
        self.keep_time(now);
        self.lines.join(case.rank, place, case.live);
    }

    /// The next in line and somebody to serve it, if there are both.
    #[inline]
    pub fn next(&mut self, now: f64) -> Option<(usize, Server)> {
        if self.lines.waiting() == 0 {
            return None;
        }
        self.crew.free(true)?;
        let spot = self.lines.first(!self.may_begin(false))?;
        // Whoever may not begin other work has found a live contact.
        let server = self.begin(now, true)?;
        self.lines.take(spot);
        Some((spot.case, server))
    }

    /// The head of the lines, for somebody of another station who may begin anything or only live
    /// contacts.
    pub fn first(&self, only_live: bool) -> Option<Spot> {
        self.lines.first(only_live)
    }

    /// Somebody of another station takes a case out of the line.
    pub fn take(&mut self, now: f64, spot: Spot) {
        self.keep_time(now);
        self.lines.take(spot);
    }

    /// A case leaves the line.
    pub fn leave(&mut self, now: f64, place: usize, case: &Case) {
        if let Some(spot) = self.lines.find(case.rank, place) {
            self.take(now, spot);
        }
    }

    /// Notes that a pass of its own is under way, where that may be interrupted.
    #[inline]
    pub fn note(&mut self, place: usize, rank: u8) {
        if let Some(under_way) = &mut self.under_way {
            under_way.push((place as u32, rank));
        }
    }

    #[inline]
    fn forget(&mut self, place: usize) {
        if let Some(under_way) = &mut self.under_way
            && let Some(at) = under_way.iter().position(|one| one.0 as usize == place)
        {
            under_way.remove(at);
        }
    }

    /// Which pass a case of a rank interrupts: of the highest rank number, that begun last.
    pub fn interruptible(&self, rank: u8) -> Option<usize> {
        let under_way = self.under_way.as_ref()?.iter();
        // The last of equal ones.
        let last = under_way.max_by_key(|(_, rank)| *rank)?;
        (last.1 > rank).then_some(last.0 as usize)
    }

    /// A pass is left after `minutes` for another by whoever does it, and goes to the head of its
    /// line.
    pub fn turn(&mut self, now: f64, place: usize, case: &Case, server: Server, minutes: f64) {
        self.keep_time(now);
        self.forget(place);
        self.lines.rejoin(case.rank, place, case.live);
        self.crew.turn(server, minutes);
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.lines.waiting()
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

    #[inline]
    fn keep_time(&mut self, now: f64) {
        let passed = now - self.since;
        self.worked += passed * self.busy as f64;
        self.waited += passed * self.lines.waiting() as f64;
        self.since = now;
    }
}
