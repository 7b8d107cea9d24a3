//! A case comes to a step, is begun, is over, goes on.

use super::{Kind, Run, Source, Witness};
use crate::model::simulation::source::Outcome;
use crate::model::simulation::station::Server;

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// A case comes to a step: somebody begins, or it joins the line, or the customer has it.
    pub(super) fn comes_to(&mut self, case: usize, step: usize) {
        let now = self.floor.now;
        let coming = &mut self.floor.cases[case];
        coming.step = step as u32;
        coming.joined = now;
        let Some(station) = self.plan.steps[step].station else {
            self.floor.lying += 1;
            let minutes = self.begins(case);
            let end = now + minutes;
            return self.floor.calendar.enter(end, Kind::DelayEnd, case);
        };
        match self.floor.stations[station].begin(now) {
            Some(server) => self.serves(case, server),
            None => self.floor.stations[station].join(now, case),
        }
    }

    /// Somebody begins with a case.
    pub(super) fn serves(&mut self, case: usize, server: Server) {
        self.floor.cases[case].by_part_timer = server == Server::PartTime;
        let minutes = self.begins(case);
        let end = self.floor.now + minutes;
        self.floor.calendar.enter(end, Kind::ServiceEnd, case);
    }

    /// A pass begins; the answer is how many minutes it takes.
    fn begins(&mut self, case: usize) -> f64 {
        let now = self.floor.now;
        let case = &mut self.floor.cases[case];
        case.started = now;
        let step = &self.plan.steps[case.step as usize];
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
        let minutes = now - case.started;
        if step.station.is_some() {
            case.touch += minutes;
        }
        if !step.counts {
            case.uncounted += now - case.joined;
        }
        case.passes[super::super::case::index_of(step.activity)] += 1;
        self.witness.ended(now, case, step, minutes);
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
        self.floor.measured -= usize::from(case.measured);
        self.floor.finished += 1;
        self.floor.cases.release(place);
    }
}
