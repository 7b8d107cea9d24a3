//! Split by complexity: the front office keeps the simple tasks, the hard ones go behind.

use super::{Strategy, Tone, Way, parts};
use crate::model::scenario::TeamKind;

pub(super) static STRATEGY: Strategy = Strategy {
    key: "split",
    tone: Tone::Other,
    uses_tool: false,
    way: Some(Way {
        staffed: None,
        routes: |scenario| {
            parts::each_task(scenario, |index| {
                let task = &scenario.tasks[index];
                let simple = task.complexity.up_to(task.split_at.get());
                let hard = task.complexity.above(task.split_at.get());
                let mut routes = Vec::new();
                if simple.share > 0.0 {
                    routes.push(parts::alone(
                        scenario,
                        index,
                        simple.into(),
                        TeamKind::Front,
                    )?);
                }
                if hard.share > 0.0 {
                    let back = TeamKind::Back;
                    routes.push(parts::handed_over(scenario, index, hard.into(), back)?);
                }
                Some(routes)
            })
        },
    }),
};
