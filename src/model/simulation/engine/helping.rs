//! Cross-trained people do the work of another station.

use super::{Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// Somebody of another station begins with a case at once, if there is anybody who may.
    #[cold]
    pub(super) fn is_helped(&mut self, place: usize, station: usize) -> bool {
        let live = self.floor.cases[place].live;
        let helpers = self.floor.helpers[station].iter();
        let mut able = helpers.filter(|helper| self.floor.stations[**helper].may_begin(live));
        let Some(&helper) = able.next() else {
            return false;
        };
        let Some(server) = self.floor.stations[helper].begin(self.floor.now, live) else {
            return false;
        };
        self.serves_for_once(place, helper, server);
        true
    }

    /// Whoever is free takes from the stations that theirs helps: of the first in line at each that
    /// they may begin, the one that has waited longest.
    #[cold]
    pub(super) fn helps_others(&mut self, helper: usize) {
        let now = self.floor.now;
        let own = &self.floor.stations[helper];
        if !own.may_begin(true) {
            return;
        }
        let only_live = !own.may_begin(false);
        let helps = self.plan.stations[helper].helps.iter();
        let first = helps.filter_map(|helps| {
            let spot = self.floor.stations[helps.station].first(only_live)?;
            Some((self.floor.cases[spot.case].joined, helps.station, spot))
        });
        let longest = first.min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, station, spot)) = longest
            && let Some(server) = self.floor.stations[helper].begin(now, true)
        {
            self.floor.stations[station].take(now, spot);
            self.serves_for_once(spot.case, helper, server);
        }
    }
}
