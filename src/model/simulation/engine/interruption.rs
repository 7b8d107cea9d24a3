//! A case interrupts another of a higher rank number.

use super::{Run, Source, Stint, Witness};
use crate::model::simulation::case::NEVER;

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// A case that finds everybody busy takes somebody away from another, where that is done here
    /// and there is one that gives way. What was interrupted is taken up later where it was left,
    /// once whoever does it has found the place again, which takes `switch` minutes. Nobody is called back from a station that
    /// they help.
    #[cold]
    pub(super) fn interrupts(&mut self, place: usize, station: usize, switch: f64) -> bool {
        let now = self.floor.now;
        let here = &mut self.floor.stations[station];
        let rank = self.floor.cases[place].rank;
        if here.may_begin(true) {
            return false;
        }
        let Some(other) = here.interruptible(rank) else {
            return false;
        };
        let case = &mut self.floor.cases[other];
        let (minutes, left) = (now - case.turned, case.ends - now);
        // A chaser is answered last.
        let chasing = match case.chaser {
            true => minutes,
            false => (case.chasing - left).max(0.0),
        };
        case.chasing -= chasing;
        case.touch += minutes;
        if !self.plan.steps[case.step as usize].counts {
            case.uncounted += minutes;
        }
        case.left = Some(left + switch);
        (case.turned, case.ends) = (now, NEVER);
        let server = case.server();
        here.turn(now, other, case, server, minutes);
        let activity = self.plan.steps[case.step as usize].activity;
        let stint = Stint {
            activity,
            minutes,
            chasing,
        };
        self.witness.worked(case, stint);
        self.serves_for_once(place, station, server);
        true
    }
}
