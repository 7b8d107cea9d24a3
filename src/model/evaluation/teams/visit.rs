//! How one visit to a team waits, whichever line it stands in.

use super::{TeamEvaluation, TeamState};
use crate::model::evaluation::turnaround::Accuracy;
use crate::model::queueing::Method;

/// How a visit to a team waits.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::model::evaluation) struct VisitWait {
    pub mean: f64,
    pub variance: f64,
    pub p_wait: f64,
    /// How sure that is; none where nobody waits.
    pub accuracy: Option<Accuracy>,
}

impl TeamEvaluation {
    /// How a visit of a task waits; `None` where no formula can say.
    pub(in crate::model::evaluation) fn visit(&self, task: usize) -> Option<VisitWait> {
        match self.state {
            TeamState::Steady {
                wait,
                wait_variance,
                p_wait,
                method,
                service_scv,
                ..
            } => Some(VisitWait {
                mean: wait.get(),
                variance: wait_variance,
                p_wait: p_wait.get(),
                accuracy: Some(match method {
                    Method::Exact => Accuracy::Exact,
                    _ if service_scv <= 1.0 => Accuracy::Approximate,
                    _ => Accuracy::Rough,
                }),
            }),
            TeamState::Shared => {
                // Without lines the formulas have not arrived; work of no minutes stands in none.
                self.lines.first()?;
                let mut lines = self.lines.iter();
                let Some(line) = lines.find(|line| line.task == task) else {
                    return Some(VisitWait::default());
                };
                let wait = line.wait?;
                Some(VisitWait {
                    mean: wait.mean.get(),
                    variance: wait.variance,
                    p_wait: wait.p_wait.get(),
                    accuracy: Some(match wait.exact {
                        true => Accuracy::ExactMean,
                        false => Accuracy::Approximate,
                    }),
                })
            }
            _ => Some(VisitWait::default()),
        }
    }
}
