//! Kind by kind: every kind of work is shared out among ways as the scenario says; what is not shared
//! out goes today's way.

use super::{Strategy, Tone, Way, find};
use crate::model::scenario::{Allotment, Route, Scenario};

pub(super) static STRATEGY: Strategy = Strategy {
    key: super::ALLOTTED,
    tone: Tone::Other,
    uses_tool: false,
    way: None,
};

pub(super) const WAY: Way = Way {
    staffed: None,
    routes,
};

/// The ways that can be mixed: those that leave the teams as they are.
pub static MIXABLE: &[&str] = &[
    "front_office",
    "front_with_tool",
    "back_office",
    "split",
    "middle_office",
    "outsourced",
    "automated",
    "straight",
    "own_process",
];

fn routes(scenario: &Scenario) -> Option<Vec<Route>> {
    if !scenario.is_shared_out() {
        return None;
    }
    let mut known: Vec<(&str, Vec<Route>)> = Vec::new();
    let mut routes = Vec::new();
    for (index, task) in scenario.tasks.iter().enumerate() {
        let rest = [Allotment::new(mixable(&scenario.today), 1.0)];
        let ways = if task.ways.is_empty() {
            &rest
        } else {
            &task.ways[..]
        };
        for part in ways {
            if !known.iter().any(|(key, _)| *key == part.way) {
                let way = find(&part.way)?;
                known.push((way.key, (way.way()?.routes)(scenario)?));
            }
            let of_way = known.iter().find(|(key, _)| *key == part.way);
            let (_, of_way) = of_way.expect("what was missing has been added");
            routes.extend(
                of_way
                    .iter()
                    .filter(|route| route.task == index)
                    .map(|route| {
                        let mut route = route.clone();
                        route.share.0 *= part.share.get();
                        route
                    }),
            );
        }
    }
    Some(routes)
}

/// A way that can be mixed: the one given, or the front office alone.
fn mixable(key: &str) -> &str {
    if MIXABLE.contains(&key) {
        key
    } else {
        MIXABLE[0]
    }
}

/// Whether some kind of work goes a way that needs the front office's tool.
pub(super) fn uses_tool(scenario: &Scenario) -> bool {
    let with_tool = |key: &str| find(key).is_some_and(|way| way.uses_tool);
    let of_today = |ways: &Vec<Allotment>| ways.is_empty() && with_tool(mixable(&scenario.today));
    let mut tasks = scenario.tasks.iter();
    tasks.any(|task| task.ways.iter().any(|part| with_tool(&part.way)) || of_today(&task.ways))
}
