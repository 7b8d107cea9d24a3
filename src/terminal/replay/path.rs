//! Which way a task went, from how often it was worked on at each step.

use crate::model::scenario::Route;

/// Ways tried before a record is given up.
const MOST_TRIED: usize = 100_000;
/// A share of less than this is nobody's.
const ROUNDING: f64 = 1e-9;

/// The steps of a route in the order in which a task took them, given the minutes of its passes at
/// each: the first way, in the route's own order, on which every pass is used. `None` where the
/// route allows no such way.
pub(super) fn path(route: &Route, passes: &[Vec<f64>]) -> Option<Vec<usize>> {
    if passes.first()?.is_empty() {
        return None;
    }
    let mut search = Search {
        route,
        left: passes.iter().map(Vec::len).collect(),
        taken: Vec::new(),
        tried: 0,
    };
    search.goes_through(0).then_some(search.taken)
}

struct Search<'a> {
    route: &'a Route,
    left: Vec<usize>,
    taken: Vec<usize>,
    tried: usize,
}

impl Search<'_> {
    /// Whether the rest of the passes can be used from here, with this step next.
    fn goes_through(&mut self, step: usize) -> bool {
        self.tried += 1;
        if self.left[step] == 0 || self.tried > MOST_TRIED {
            return false;
        }
        self.left[step] -= 1;
        self.taken.push(step);
        let here = &self.route.steps[step];
        let onward: f64 = here.next.iter().map(|way| way.share.get()).sum();
        if onward < 1.0 - ROUNDING && self.left.iter().all(|left| *left == 0) {
            return true;
        }
        let ways = here.next.iter().filter(|way| way.share.get() > 0.0);
        let again = (here.rework() > 0.0).then_some(step);
        let ways: Vec<usize> = ways.map(|way| way.to).chain(again).collect();
        if ways.into_iter().any(|to| self.goes_through(to)) {
            return true;
        }
        self.taken.pop();
        self.left[step] += 1;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::presets;

    fn claims(passes: [usize; 5]) -> Option<Vec<usize>> {
        let scenario = presets::find("claims").unwrap().current();
        let passes = passes.map(|count| vec![1.0; count]);
        path(&scenario.own_routes[0], &passes)
    }

    #[test]
    fn every_pass_is_used() {
        assert_eq!(claims([1, 1, 1, 1, 0]), Some(vec![0, 1, 2, 3]));
        // Papers missing once.
        assert_eq!(claims([1, 2, 1, 1, 1]), Some(vec![0, 1, 4, 1, 2, 3]));
        // Back from assessment.
        assert_eq!(claims([1, 2, 2, 1, 0]), Some(vec![0, 1, 2, 1, 2, 3]));
    }

    #[test]
    fn what_the_route_does_not_allow_is_refused() {
        // No payment, two payments, nothing at all, assessment without triage.
        assert_eq!(claims([1, 1, 1, 0, 0]), None);
        assert_eq!(claims([1, 1, 1, 2, 0]), None);
        assert_eq!(claims([0, 0, 0, 0, 0]), None);
        assert_eq!(claims([1, 0, 1, 1, 0]), None);
    }
}
