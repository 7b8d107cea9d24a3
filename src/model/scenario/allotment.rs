//! Work shared out among several ways: which share of a kind of work goes which way.

use super::validation::{Place, Problem, ProblemKind, check_range, problem, shortened};
use super::{Scenario, Task};
use crate::model::decimal::kept;
use crate::model::strategy;
use crate::model::units::Share;
use serde::{Deserialize, Serialize};

/// A share of a kind of work and the way it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allotment {
    /// Key of the way.
    pub way: String,
    /// Share of the arrivals; those of a kind of work add up to one.
    pub share: Share,
}

impl Allotment {
    /// A share of the arrivals on a way.
    pub fn new(way: &str, share: f64) -> Self {
        Self {
            way: way.to_owned(),
            share: Share(share),
        }
    }
}

impl Task {
    /// The share that goes a way; where nothing is shared out all of it goes the given one.
    pub fn share_on(&self, way: &str, otherwise: &str) -> f64 {
        if self.ways.is_empty() {
            return f64::from(u8::from(way == otherwise));
        }
        let part = self.ways.iter().find(|part| part.way == way);
        part.map_or(0.0, |part| part.share.get())
    }

    /// Lets a share go a way; the others keep their proportions, and where there is no other the
    /// given one takes the rest. A kind of which all goes that given way is not shared out.
    pub fn allot(&mut self, way: &str, share: f64, otherwise: &str) {
        let share = share.clamp(0.0, 1.0);
        let mut others = std::mem::take(&mut self.ways);
        if others.is_empty() {
            others.push(Allotment::new(otherwise, 1.0));
        }
        others.retain(|part| part.way != way && part.share.get() > 0.0);
        let sum: f64 = others.iter().map(|part| part.share.get()).sum();
        if others.is_empty() && way != otherwise {
            others.push(Allotment::new(otherwise, 1.0 - share));
        } else if others.is_empty() {
            return;
        } else {
            for part in &mut others {
                part.share.0 = kept(part.share.get() / sum * (1.0 - share));
            }
        }
        others.push(Allotment::new(way, kept(share)));
        others.retain(|part| part.share.get() > 0.0);
        let only_that = others.len() == 1 && others[0].way == otherwise;
        self.ways = if only_that { Vec::new() } else { others };
    }
}

/// Whether what is shared out goes ways that can be mixed, each once, and all of it.
pub(super) fn check_ways(scenario: &Scenario) -> Result<(), Problem> {
    const ROUNDING: f64 = 1e-6;
    for (place, task) in scenario.tasks.iter().enumerate() {
        let at = || Place::WaysOf(place);
        let mut total = 0.0;
        for (i, way) in task.ways.iter().enumerate() {
            if !strategy::MIXABLE.contains(&way.way.as_str()) {
                let unknown = ProblemKind::UnknownStrategy(shortened(&way.way));
                return Err(problem(at(), unknown));
            }
            if task.ways[..i].iter().any(|other| other.way == way.way) {
                let repeated = ProblemKind::RepeatedKey(way.way.clone());
                return Err(problem(at(), repeated));
            }
            check_range(at(), way.share.get(), 1.0)?;
            total += way.share.get();
        }
        if !task.ways.is_empty() && (total - 1.0).abs() > ROUNDING {
            return Err(problem(at(), ProblemKind::Shares(total)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(task: &Task) -> Vec<(&str, f64)> {
        let ways = task.ways.iter();
        ways.map(|part| (part.way.as_str(), part.share.get()))
            .collect()
    }

    #[test]
    fn a_share_moves_and_the_others_keep_their_proportions() {
        let mut task = Task::default();
        task.allot("b", 0.4, "a");
        assert_eq!(parts(&task), [("a", 0.6), ("b", 0.4)]);
        task.allot("c", 0.5, "a");
        assert_eq!(parts(&task), [("a", 0.3), ("b", 0.2), ("c", 0.5)]);
        task.allot("c", 1.0, "a");
        assert_eq!(parts(&task), [("c", 1.0)]);
        task.allot("c", 0.25, "a");
        assert_eq!(parts(&task), [("a", 0.75), ("c", 0.25)]);
        task.allot("a", 1.0, "a");
        assert_eq!(parts(&task), []);
        assert_eq!(
            (task.share_on("a", "a"), task.share_on("b", "a")),
            (1.0, 0.0)
        );
    }
}
