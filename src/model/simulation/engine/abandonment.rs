//! A customer gives up.

use super::{Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    #[cold]
    pub(super) fn gives_up(&mut self, place: usize) {
        let now = self.floor.now;
        let case = &mut self.floor.cases[place];
        // Whoever was served in the meantime has not given up.
        if case.gives_up != now {
            return;
        }
        if case.live {
            case.live_wait += now - case.joined;
        }
        let case = *case;
        self.floor.stations[case.home as usize].leave(now, place, &case);
        self.witness.gave_up(now, &case);
        self.floor.gave_up += 1;
        self.leaves(place);
    }
}
