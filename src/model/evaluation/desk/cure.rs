//! How many people a team with several lines needs to keep up.

use super::{Desk, Effort, Flow, lines};
use crate::model::evaluation::teams::at_usual_pace;
use crate::model::scenario::UseOfTime;

impl Desk<'_> {
    /// Fewest people on the roster with whom it keeps up.
    pub(super) fn staff_needed(&self) -> f64 {
        const MOST: f64 = 1e6;
        if self.team.desk.use_of_time == UseOfTime::RingFenced {
            // Enough apart for what can wait, and at least one left for live contacts.
            let people = self.others().load.floor() + 2.0;
            let present = 1.0 - self.team.shrinkage.get();
            return (people / present)
                .ceil()
                .max(self.team.staff.get().floor() + 1.0);
        }
        let (mut short, mut enough, mut step) = (self.team.staff.get().floor(), MOST, 1.0);
        while short + step < MOST {
            if self.keeps_up_with(short + step) {
                enough = short + step;
                break;
            }
            (short, step) = (short + step, 2.0 * step);
        }
        while enough - short > 1.0 {
            let middle = (0.5 * (short + enough)).floor();
            match self.keeps_up_with(middle) {
                true => enough = middle,
                false => short = middle,
            }
        }
        enough
    }

    /// Whether it would keep up with so many people on its roster, who hurry less the more they are.
    fn keeps_up_with(&self, staff: f64) -> bool {
        let on_duty = staff * (1.0 - self.team.shrinkage.get());
        let pressure = self.team.pressure;
        let load: f64 = self.flows.iter().map(|flow| flow.load()).sum();
        let usual = at_usual_pace(load, self.on_duty, pressure);
        let slower = usual / load * (usual / on_duty).powf(-pressure);
        let slower = if pressure > 0.0 { slower } else { 1.0 };
        let at_this_pace = |flow: &&Flow| Flow {
            minutes: flow.minutes * slower,
            ..(*flow).clone()
        };
        let flows: Vec<Flow> = self.flows.iter().map(at_this_pace).collect();
        let desk = Desk {
            flows: flows.iter().collect(),
            on_duty,
            effort: Effort::Frame,
            ..*self
        };
        let load: f64 = desk.flows.iter().map(|flow| flow.load()).sum();
        match lines(&desk, None) {
            Some(lines) => lines.keeps_up,
            None => load < on_duty,
        }
    }
}
