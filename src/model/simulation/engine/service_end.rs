//! Somebody ends a pass, and takes the next in line.

use super::{Kind, Run, Source, Witness};
use crate::model::simulation::station::Server;

impl<S: Source, W: Witness> Run<'_, S, W> {
    pub(super) fn service_ends(&mut self, place: usize) {
        let now = self.floor.now;
        let case = &self.floor.cases[place];
        let server = match case.by_part_timer {
            true => Server::PartTime,
            false => Server::FullTime,
        };
        let minutes = now - case.started;
        if let Some(station) = self.plan.steps[case.step as usize].station {
            let rest = self.floor.stations[station].end(now, server, minutes);
            if let Some(rest) = rest {
                let back = now + rest;
                self.floor.calendar.enter(back, Kind::RestEnd, station);
            }
            self.takes_the_next(station);
        }
        self.pass_is_over(place);
    }

    /// Whoever is free at a station takes the next in line.
    pub(super) fn takes_the_next(&mut self, station: usize) {
        let now = self.floor.now;
        if let Some((case, server)) = self.floor.stations[station].next(now) {
            self.serves(case, server);
        }
    }
}
