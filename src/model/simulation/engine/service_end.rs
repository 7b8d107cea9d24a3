//! Somebody ends a pass, and takes the next in line.

use super::{Kind, Run, Source, Stint, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    pub(super) fn service_ends(&mut self, place: usize) {
        let now = self.floor.now;
        let case = &self.floor.cases[place];
        // A pass that was interrupted ends at another time.
        if case.ends != now {
            return;
        }
        let (station, minutes) = (case.with as usize, now - case.turned);
        let server = case.server();
        let rest = self.floor.stations[station].end(now, place, server, minutes);
        if let Some(rest) = rest {
            let back = now + rest;
            self.floor.calendar.enter(back, Kind::RestEnd, station);
        }
        self.takes_the_next(station);
        let case = &self.floor.cases[place];
        let stint = Stint {
            activity: self.plan.steps[case.step as usize].activity,
            minutes,
            chasing: if case.chaser { minutes } else { case.chasing },
        };
        self.witness.worked(case, stint);
        if case.chaser {
            return self.leaves(place);
        }
        self.pass_is_over(place);
    }

    /// Whoever is free at a station takes the next in line, or of a line that they help with.
    #[inline]
    pub(super) fn takes_the_next(&mut self, station: usize) {
        let now = self.floor.now;
        if let Some((case, server)) = self.floor.stations[station].next(now) {
            self.serves(case, station, server);
        } else if !self.plan.stations[station].helps.is_empty() {
            self.helps_others(station);
        }
    }
}
