//! Some steps of a team as one stream of visits.

use crate::model::evaluation::flow::Flow;

/// Some steps of a team as one stream.
pub(in crate::model::evaluation) struct Stream {
    /// Visits a minute.
    pub per_minute: f64,
    /// People kept busy.
    pub load: f64,
    square: f64,
    pub(super) tasks_per_minute: f64,
}

impl Stream {
    /// The stream of some flows.
    pub(in crate::model::evaluation) fn of<'a>(flows: impl Iterator<Item = &'a Flow>) -> Self {
        let mut stream = Stream {
            per_minute: 0.0,
            load: 0.0,
            square: 0.0,
            tasks_per_minute: 0.0,
        };
        let mut route = (None, 0.0);
        for flow in flows {
            stream.per_minute += flow.per_minute();
            stream.load += flow.load();
            stream.square += flow.per_minute() * flow.minutes * flow.minutes * (flow.scv + 1.0);
            // A route is one stream of tasks, however many of its steps the team does: as many as
            // come to the step to which most of them come.
            let before = if route.0 == Some(flow.route) {
                route.1
            } else {
                0.0
            };
            let tasks = flow.tasks_per_minute * flow.visits.min(1.0);
            stream.tasks_per_minute += (tasks - before).max(0.0);
            route = (Some(flow.route), tasks.max(before));
        }
        stream
    }

    /// Mean minutes of a visit.
    pub(in crate::model::evaluation) fn mean(&self) -> f64 {
        self.load / self.per_minute
    }

    /// c² + 1 = Σλτ²(c²+1)/(λτ²) of the merged visits.
    pub(in crate::model::evaluation) fn scv(&self) -> f64 {
        const ROUNDING: f64 = 1e-12;
        let scv = (self.square / self.per_minute / self.mean().powi(2) - 1.0).max(0.0);
        // Exponential times must stay exactly so: the last digit would cost them the exact formula.
        if (scv - 1.0).abs() <= ROUNDING {
            1.0
        } else {
            scv
        }
    }
}
