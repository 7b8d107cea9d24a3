//! A part-timer is there again, and takes the next in line.

use super::{Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    pub(super) fn rest_ends(&mut self, station: usize) {
        self.floor.stations[station].rested();
        self.takes_the_next(station);
    }
}
