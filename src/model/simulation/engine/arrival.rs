//! A task arrives.

use super::{Case, Kind, Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    pub(super) fn task_arrives(&mut self, stream: usize) {
        let (now, window) = (self.floor.now, self.floor.window);
        let place = self.floor.arrived;
        if place == window.from {
            self.witness.opened(now, self.floor);
        }
        if place == window.until {
            self.witness.closed(now, self.floor);
        }
        self.witness.arrived(now, self.floor);
        self.floor.arrived += 1;
        let ordinal = self.floor.ordinals[stream];
        self.floor.ordinals[stream] += 1;
        if let Some(gap) = self.source.gap(self.plan, stream, ordinal + 1) {
            self.floor.calendar.enter(now + gap, Kind::Arrival, stream);
        }
        let (key, step) = self.source.begin(self.plan, stream, ordinal);
        let mut case = Case::new(key, stream, ordinal, now, step);
        case.place = place;
        case.chased = self.plan.streams[stream].chasing.is_none();
        case.measured = (window.from..window.until).contains(&place);
        self.floor.measured += usize::from(case.measured);
        let case = self.floor.cases.admit(case);
        self.comes_to(case, step);
    }
}
