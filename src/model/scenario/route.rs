//! A route: the steps a task takes, who does each, and what may send it back.
//!
//! Strategies are nothing but routes. A step that fails its check is repeated (rework); after the
//! last pass the branches say where the task goes next; what the branches leave over is done.

use crate::model::decimal::kept;
use crate::model::units::{Minutes, Share};
use serde::{Deserialize, Serialize};

/// The way of one task, or of a share of its arrivals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Which task, by its place in the scenario's list.
    pub task: usize,
    /// Share of that task's arrivals that go this way.
    pub share: Share,
    /// The steps; a task enters at the first.
    pub steps: Vec<Step>,
}

/// What a step is for; it decides the line of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    /// The task itself.
    Work,
    /// Passing it on.
    HandOff,
    /// Asking and answering what was unclear.
    Clarification,
}

/// Who does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// A team, by its place in the scenario's list.
    Team(usize),
    /// Nobody of ours: the task waits for the customer, for the post, for a date.
    Customer,
}

/// One step of a route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Name in the user's words; none where the page has one for the activity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the step is for.
    pub activity: Activity,
    /// Who does it.
    pub doer: Doer,
    /// Mean minutes of one pass.
    pub minutes: Minutes,
    /// Squared coefficient of variation of those minutes.
    pub scv: f64,
    /// Fixed elapsed time after it, before the next step can begin.
    #[serde(default)]
    pub delay_after: Minutes,
    /// Chance of an error in one pass.
    #[serde(default)]
    pub error: Share,
    /// Share of those errors that are caught and redone.
    #[serde(default)]
    pub detection: Share,
    /// Whether its minutes count in the turnaround; a wait for somebody to begin it always does.
    #[serde(default = "counted")]
    pub counts: bool,
    /// Whether it is done beside the task's own way, on which no step leads to it: nothing of it is
    /// in the turnaround, for nobody waits for it, only on somebody's desk.
    #[serde(skip)]
    pub beside: bool,
    /// Where the task goes after the last pass; the rest is done.
    #[serde(default)]
    pub next: Vec<Branch>,
}

/// A way out of a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// The step it leads to, by its place in the route.
    pub to: usize,
    /// How often it is taken.
    pub share: Share,
}

fn counted() -> bool {
    true
}

impl Step {
    /// A step of work without errors, after which the task is done.
    pub fn new(activity: Activity, doer: Doer, minutes: f64, scv: f64) -> Self {
        Self {
            name: None,
            activity,
            doer,
            minutes: Minutes(minutes),
            scv,
            delay_after: Minutes(0.0),
            error: Share(0.0),
            detection: Share(0.0),
            counts: true,
            beside: false,
            next: Vec::new(),
        }
    }

    /// Adds a way out.
    pub fn then(mut self, to: usize, share: f64) -> Self {
        self.next.push(Branch {
            to,
            share: Share(share),
        });
        self
    }

    /// Sets the chance of an error in a pass and the share that is caught.
    pub fn with_errors(mut self, error: f64, detection: f64) -> Self {
        self.error = Share(error);
        self.detection = Share(detection);
        self
    }

    /// Leaves the step's minutes out of the turnaround, but not a wait for it.
    pub fn uncounted(mut self) -> Self {
        self.counts = false;
        self
    }

    /// Puts the step beside the task's way: nothing of it is in the turnaround.
    pub fn beside(mut self) -> Self {
        self.beside = true;
        self.uncounted()
    }

    /// Share of tasks that do not take the step's first way out but another one.
    pub fn aside(&self) -> f64 {
        self.next.iter().skip(1).map(|way| way.share.get()).sum()
    }

    /// Sends a share of tasks aside, over the other ways in their present proportion; the first
    /// way gets what is left, as far as it got what was left before.
    pub fn set_aside(&mut self, share: f64) {
        let before = self.aside();
        let Some((first, others)) = self.next.split_first_mut() else {
            return;
        };
        let straight = if before < 1.0 {
            first.share.get() / (1.0 - before)
        } else {
            1.0
        };
        first.share = Share(kept(straight.min(1.0) * (1.0 - share)));
        let count = others.len() as f64;
        for way in others {
            let part = if before > 0.0 {
                way.share.get() / before
            } else {
                1.0 / count
            };
            way.share = Share(kept(share * part));
        }
    }

    /// Whether some tasks go on from here and others do not.
    pub fn parts_ways(&self) -> bool {
        let on: f64 = self.next.iter().map(|way| way.share.get()).sum();
        self.next.len() > 1 || (on > 0.0 && on < 1.0)
    }

    /// Chance that a pass is repeated: e·d.
    pub fn rework(&self) -> f64 {
        self.error.get() * self.detection.get()
    }

    /// Errors that reach the customer, per pass: e(1−d).
    pub fn escapes(&self) -> f64 {
        self.error.get() * self.detection.rest().get()
    }
}

impl Route {
    /// Who does the first step that anybody of ours does.
    pub fn first_doer(&self) -> Option<Doer> {
        let mut doers = self.steps.iter().map(|step| step.doer);
        doers.find(|doer| *doer != Doer::Customer)
    }

    /// The routing matrix: row i holds the chances of going from step i to each step, rework
    /// included; what a row leaves over is done.
    pub fn routing(&self) -> Vec<Vec<f64>> {
        let n = self.steps.len();
        let mut matrix = vec![vec![0.0; n]; n];
        for (from, step) in self.steps.iter().enumerate() {
            let rework = step.rework();
            matrix[from][from] += rework;
            for branch in step.next.iter().filter(|branch| branch.to < n) {
                matrix[from][branch.to] += (1.0 - rework) * branch.share.get();
            }
        }
        matrix
    }
}
