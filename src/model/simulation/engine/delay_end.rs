//! A case has lain long enough, or the customer has answered.

use super::{Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    pub(super) fn delay_ends(&mut self, place: usize) {
        self.floor.lying -= 1;
        let case = &mut self.floor.cases[place];
        if !std::mem::take(&mut case.lies) {
            return self.pass_is_over(place);
        }
        let to = (!case.last).then_some(case.step as usize);
        self.goes_on(place, to);
    }
}
