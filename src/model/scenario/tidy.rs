//! What a scenario keeps of what it is given: names that a link can hold, numbers of twelve
//! digits. A link, a file and the page then hold the same scenario.

use super::{Principles, Route, Scenario};
use crate::model::decimal::kept;

/// Longest name of a task, a team or a step, in letters.
const LONGEST_NAME: usize = 60;

/// A name as it is kept: without signs that steer a terminal or a printer, without space around
/// it, at most so long; `None` where nothing is left.
pub fn name(text: &str) -> Option<String> {
    let letters = text.chars().filter(|letter| !letter.is_control());
    let name: String = letters.take(LONGEST_NAME).collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

impl Scenario {
    /// Brings names and the numbers of the user's own process to what is kept; the numbers of the
    /// table are brought there when they are written.
    pub(super) fn tidy(&mut self) {
        for task in &mut self.tasks {
            tidy_name(&mut task.name);
            task.ways.retain(|way| way.share.get() != 0.0);
            for way in &mut task.ways {
                way.share.0 = kept(way.share.0);
            }
        }
        for team in &mut self.teams {
            tidy_name(&mut team.name);
        }
        self.principles = Principles::of(self.principles.numbers());
        self.own_routes.iter_mut().for_each(tidy_route);
    }
}

fn tidy_name(of: &mut Option<String>) {
    *of = of.as_deref().and_then(name);
}

fn tidy_route(route: &mut Route) {
    route.share.0 = kept(route.share.0);
    for step in &mut route.steps {
        tidy_name(&mut step.name);
        for number in [
            &mut step.minutes.0,
            &mut step.scv,
            &mut step.delay_after.0,
            &mut step.error.0,
            &mut step.detection.0,
        ] {
            *number = kept(*number);
        }
        for way in &mut step.next {
            way.share.0 = kept(way.share.0);
        }
    }
}
