//! The pieces from which the ready-made strategies build their routes.

use crate::model::scenario::task::Band;
use crate::model::scenario::{Activity, Doer, Route, Scenario, Step, Task, Team, TeamKind};
use crate::model::units::{Minutes, Share};

/// The tasks of a route: which share, and how complex; `mean: None` is the mean of all tasks.
#[derive(Clone, Copy)]
pub(super) struct Part {
    share: f64,
    mean: Option<f64>,
}

/// All arrivals of a task.
pub(super) const EVERYTHING: Part = Part {
    share: 1.0,
    mean: None,
};

impl From<Band> for Part {
    fn from(band: Band) -> Self {
        Self {
            share: band.share,
            mean: Some(band.mean),
        }
    }
}

impl Part {
    fn complexity(&self, task: &Task) -> f64 {
        self.mean.unwrap_or_else(|| task.complexity.mean())
    }
}

/// Collects the routes of every task; `None` as soon as one of them has none.
pub(super) fn each_task(
    scenario: &Scenario,
    routes_of: impl Fn(usize) -> Option<Vec<Route>>,
) -> Option<Vec<Route>> {
    let routes: Option<Vec<Vec<Route>>> = (0..scenario.tasks.len()).map(routes_of).collect();
    routes.map(|routes| routes.into_iter().flatten().collect())
}

/// The front office does the part alone.
pub(super) fn front(scenario: &Scenario, index: usize, part: Part) -> Option<Route> {
    let (place, team) = team_of(scenario, TeamKind::Front)?;
    let task = &scenario.tasks[index];
    let x = part.complexity(task);
    let minutes = task.front_minutes.get() * team.time_factor(x);
    let step = work(team, place, minutes, task.service_scv, x);
    Some(Route {
        task: index,
        share: Share(part.share),
        steps: vec![step],
    })
}

/// The front office does all of a task with the tool.
pub(super) fn front_with_tool(scenario: &Scenario, index: usize) -> Option<Route> {
    let (place, team) = team_of(scenario, TeamKind::Front)?;
    let (task, tool) = (&scenario.tasks[index], &scenario.tool);
    let reached = task.complexity.up_to(tool.reach.get());
    let beyond = task.complexity.above(tool.reach.get());
    let base = task.front_minutes.get();
    let minutes = reached.share * base * team.time_factor(reached.mean) * tool.saving.rest().get()
        + beyond.share * base * team.time_factor(beyond.mean)
        + tool.admin_minutes.get();
    let step = work(
        team,
        place,
        minutes,
        task.service_scv,
        task.complexity.mean(),
    );
    Some(Route {
        task: index,
        share: Share(1.0),
        steps: vec![step],
    })
}

/// The back office does all of a task as it comes.
pub(super) fn behind(scenario: &Scenario, index: usize) -> Option<Route> {
    let (place, team) = team_of(scenario, TeamKind::Back)?;
    let task = &scenario.tasks[index];
    let x = task.complexity.mean();
    let minutes = task.back_minutes.get() * team.time_factor(x);
    Some(Route {
        task: index,
        share: Share(1.0),
        steps: vec![work(team, place, minutes, task.service_scv, x)],
    })
}

/// Places of the steps of [`back`] within its route.
const WORK: usize = 1;
const ASK: usize = 2;
const ANSWER: usize = 3;

/// The part is handed over to the back office; what comes back unclear is asked in front and
/// answered behind, until it is clear. The hand-over itself is not in the customer's turnaround.
pub(super) fn back(scenario: &Scenario, index: usize, part: Part) -> Option<Route> {
    let (front, _) = team_of(scenario, TeamKind::Front)?;
    let (place, team) = team_of(scenario, TeamKind::Back)?;
    let task = &scenario.tasks[index];
    let hand_off = &task.hand_off;
    let unclear = hand_off.unclear.get();
    let x = part.complexity(task);
    let by = |activity, doer, minutes: Minutes| {
        Step::new(activity, Doer::Team(doer), minutes.get(), task.service_scv)
    };

    let mut over = by(Activity::HandOff, front, hand_off.front_minutes)
        .uncounted()
        .then(WORK, 1.0);
    over.delay_after = hand_off.delay;
    let minutes = task.back_minutes.get() * team.time_factor(x);
    let work = work(team, place, minutes, task.service_scv, x).then(ASK, unclear);
    let ask = by(
        Activity::Clarification,
        front,
        hand_off.clarify_front_minutes,
    )
    .uncounted()
    .then(ANSWER, 1.0);
    let answer = by(
        Activity::Clarification,
        place,
        hand_off.clarify_back_minutes,
    )
    .then(ASK, unclear);
    Some(Route {
        task: index,
        share: Share(part.share),
        steps: vec![over, work, ask, answer],
    })
}

fn work(team: &Team, place: usize, minutes: f64, scv: f64, x: f64) -> Step {
    Step::new(Activity::Work, Doer::Team(place), minutes, scv)
        .with_errors(team.error_at(x), team.detection.get())
}

fn team_of(scenario: &Scenario, kind: TeamKind) -> Option<(usize, &Team)> {
    scenario
        .team_of(kind)
        .map(|place| (place, &scenario.teams[place]))
}
