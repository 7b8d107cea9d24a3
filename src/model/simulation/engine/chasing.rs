//! An overdue task is asked about.

use super::{Case, Run, Source, Witness};

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// How often a task is asked about whose first pass of work would end in so many minutes: the
    /// answer is by how much longer that makes the pass, at a pace, and the station and the minutes
    /// that the chasers take elsewhere.
    #[cold]
    pub(super) fn chase(
        &mut self,
        place: usize,
        minutes: f64,
        pace: f64,
    ) -> (f64, Option<(usize, f64)>) {
        let now = self.floor.now;
        let case = &mut self.floor.cases[place];
        let stream = &self.plan.streams[case.stream as usize];
        let Some(chasing) = stream.chasing else {
            return (0.0, None);
        };
        case.chased = true;
        let overdue = now + minutes - case.arrived - case.uncounted - stream.promise;
        if overdue <= 0.0 {
            return (0.0, None);
        }
        let chasers = self.source.chasers(case, chasing.per_minute * overdue);
        case.chasers += chasers;
        let chasers = f64::from(chasers);
        case.chasing = chasers * chasing.minutes / pace;
        let front = chasing.front.filter(|_| chasers > 0.0);
        let call = front.map(|(station, minutes)| (station, chasers * minutes));
        (case.chasing, call)
    }

    /// Chasers take the time of one of a station's people, like a live contact that does not give
    /// up; all who ask about a task at once.
    #[cold]
    pub(super) fn calls(&mut self, about: usize, station: usize, minutes: f64) {
        let now = self.floor.now;
        let asked = self.floor.cases[about];
        let (stream, step) = (asked.stream as usize, asked.step as usize);
        let mut call = Case::new(asked.key, stream, asked.ordinal, now, step);
        call.measured = asked.measured;
        call.chaser = true;
        call.live = true;
        call.home = station as u32;
        call.left = Some(minutes);
        call.chasing = minutes;
        self.floor.measured += usize::from(call.measured);
        let place = self.floor.cases.admit(call);
        self.waits_for_somebody(place, station);
    }
}
