//! A case comes to a step, is begun, is over, goes on.

use super::{Kind, Run, Source, Witness};
use crate::model::scenario::Activity;
use crate::model::simulation::case::NEVER;
use crate::model::simulation::source::Outcome;
use crate::model::simulation::station::Server;

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// A case comes to a step: somebody begins, or it joins the line, or the customer has it.
    #[inline]
    pub(super) fn comes_to(&mut self, place: usize, at: usize) {
        let now = self.floor.now;
        let step = &self.plan.steps[at];
        let case = &mut self.floor.cases[place];
        case.step = at as u32;
        case.joined = now;
        let Some(station) = step.station else {
            self.floor.lying += 1;
            let minutes = self.begins(place);
            let end = now + minutes;
            return self.floor.calendar.enter(end, Kind::DelayEnd, place);
        };
        case.home = station as u32;
        case.live = step.live;
        case.rank = self.source.rank(step, case);
        self.waits_for_somebody(place, station);
    }

    /// A case at a station: somebody begins, or it joins the line.
    #[inline(always)]
    pub(super) fn waits_for_somebody(&mut self, place: usize, station: usize) {
        let now = self.floor.now;
        let case = &self.floor.cases[place];
        if let Some(server) = self.floor.stations[station].begin(now, case.live) {
            return self.serves(place, station, server);
        }
        self.finds_nobody(place, station);
    }

    /// A case that nobody at the station may begin: somebody from elsewhere does, or leaves
    /// something else for it, or it joins the line.
    fn finds_nobody(&mut self, place: usize, station: usize) {
        let now = self.floor.now;
        let is_helped = !self.floor.helpers[station].is_empty() && self.is_helped(place, station);
        let switch = self.plan.stations[station].interrupts;
        if is_helped || switch.is_some_and(|switch| self.interrupts(place, station, switch)) {
            return;
        }
        let case = &mut self.floor.cases[place];
        self.floor.stations[station].join(now, place, case);
        if case.chaser {
            return;
        }
        let step = &self.plan.steps[case.step as usize];
        if let Some(patience) = self.source.patience(self.plan, step, case) {
            case.gives_up = now + patience;
            let end = case.gives_up;
            self.floor.calendar.enter(end, Kind::Abandonment, place);
        }
    }

    /// Somebody of a station takes up a case: for the first time, or again.
    #[inline(always)]
    pub(super) fn serves(&mut self, place: usize, station: usize, server: Server) {
        let case = &mut self.floor.cases[place];
        case.with = station as u32;
        case.by_part_timer = server == Server::PartTime;
        case.gives_up = NEVER;
        if case.home as usize != station || case.left.is_some() {
            return self.serves_otherwise(place, station);
        }
        self.floor.stations[station].note(place, case.rank);
        let minutes = self.begins(place);
        self.goes_to_work(place, minutes, 1.0);
    }

    /// The same, where it seldom comes to that.
    #[cold]
    pub(super) fn serves_for_once(&mut self, place: usize, station: usize, server: Server) {
        self.serves(place, station, server);
    }

    /// Somebody takes up the work of another station, or what was interrupted, or a chaser.
    #[cold]
    fn serves_otherwise(&mut self, place: usize, station: usize) {
        let case = &mut self.floor.cases[place];
        let (home, left) = (case.home as usize, case.left.take());
        let (mut pace, mut switch) = (1.0, 0.0);
        if home == station {
            self.floor.stations[station].note(place, case.rank);
        } else {
            let mut helps = self.plan.stations[station].helps.iter();
            let help = helps.find(|helps| helps.station == home);
            let help = help.expect("only who helps a station takes its work");
            (pace, switch) = (help.pace, help.switch);
        }
        let Some(left) = left else {
            let minutes = self.begins(place) / pace + switch;
            return self.goes_to_work(place, minutes, pace);
        };
        let now = self.floor.now;
        if !case.chaser {
            self.witness.resumed(now, case);
        }
        case.turned = now;
        case.chasing /= pace;
        self.will_end(place, left / pace + switch);
    }

    /// Somebody works on a case for so many minutes, and longer where chasers ask about it.
    #[inline(always)]
    fn goes_to_work(&mut self, place: usize, minutes: f64, pace: f64) {
        let case = &self.floor.cases[place];
        if case.chased || self.plan.steps[case.step as usize].activity != Activity::Work {
            return self.will_end(place, minutes);
        }
        let (more, call) = self.chase(place, minutes, pace);
        self.will_end(place, minutes + more);
        // Only now: a chaser may interrupt the pass.
        if let Some((station, minutes)) = call {
            self.calls(place, station, minutes);
        }
    }

    #[inline(always)]
    fn will_end(&mut self, place: usize, minutes: f64) {
        let end = self.floor.now + minutes;
        self.floor.cases[place].ends = end;
        self.floor.calendar.enter(end, Kind::ServiceEnd, place);
    }

    /// A pass begins; the answer is how many minutes it takes.
    #[inline(always)]
    fn begins(&mut self, place: usize) -> f64 {
        let now = self.floor.now;
        let case = &mut self.floor.cases[place];
        (case.started, case.turned) = (now, now);
        let step = &self.plan.steps[case.step as usize];
        if step.live {
            let wait = now - case.joined;
            case.live_wait += wait;
            case.answered = case.answered.or(Some(wait));
        }
        let minutes = self.source.minutes(step, case);
        self.witness.began(now, case, step);
        minutes
    }

    /// A pass is over: the case is done again, lies, goes on or is done.
    pub(super) fn pass_is_over(&mut self, place: usize) {
        let now = self.floor.now;
        let case = &mut self.floor.cases[place];
        let at = case.step as usize;
        let step = &self.plan.steps[at];
        if step.station.is_some() {
            case.touch += now - case.turned;
            (case.ends, case.chasing) = (NEVER, 0.0);
        }
        if !step.counts {
            // Its minutes, not the wait for somebody to begin it or to take it up again.
            case.uncounted += now - case.turned;
        }
        case.passes[super::super::case::index_of(step.activity)] += 1;
        self.witness.ended(now, case, step);
        let to = match self.source.outcome(step, case) {
            Outcome::Again => {
                case.redone += 1;
                case.repeats = true;
                Some(at)
            }
            Outcome::On { to, escaped } => {
                case.repeats = false;
                case.escapes += u32::from(escaped);
                to
            }
        };
        if step.delay_after > 0.0 {
            case.lies = true;
            case.last = to.is_none();
            case.step = to.unwrap_or(at) as u32;
            self.floor.lying += 1;
            let end = now + step.delay_after;
            self.floor.calendar.enter(end, Kind::DelayEnd, place);
        } else {
            self.goes_on(place, to);
        }
    }

    /// A case goes to its next step, or is done.
    pub(super) fn goes_on(&mut self, place: usize, to: Option<usize>) {
        if let Some(step) = to {
            return self.comes_to(place, step);
        }
        let case = &self.floor.cases[place];
        self.witness.done(self.floor.now, case);
        self.floor.finished += 1;
        self.leaves(place);
    }

    /// A case is no longer there.
    #[inline]
    pub(super) fn leaves(&mut self, place: usize) {
        self.floor.measured -= usize::from(self.floor.cases[place].measured);
        self.floor.cases.release(place);
    }
}
