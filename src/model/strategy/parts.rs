//! The pieces from which the ready-made strategies build their routes.

use crate::model::cost::quality;
use crate::model::scenario::task::Band;
use crate::model::scenario::{
    Activity, Doer, Route, Scenario, Step, Task, Team, TeamKind, UseOfTime,
};
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

/// Collects the routes of every task; `None` as soon as one of them has none. A live contact stays
/// with those who face the customer, whatever becomes of the rest.
pub(super) fn each_task(
    scenario: &Scenario,
    routes_of: impl Fn(usize) -> Option<Vec<Route>>,
) -> Option<Vec<Route>> {
    let front = TeamKind::Front;
    let faces_customers = scenario.team_of(front).is_some();
    let routes_of = |task: usize| match scenario.tasks[task].channel.is_live() {
        true if faces_customers => Some(vec![alone(scenario, task, EVERYTHING, front)?]),
        _ => routes_of(task),
    };
    live_or_not(scenario, routes_of)
}

/// The same, without regard to who waits at the other end.
pub(super) fn live_or_not(
    scenario: &Scenario,
    routes_of: impl Fn(usize) -> Option<Vec<Route>>,
) -> Option<Vec<Route>> {
    let routes: Option<Vec<Vec<Route>>> = (0..scenario.tasks.len()).map(routes_of).collect();
    routes.map(|routes| routes.into_iter().flatten().collect())
}

/// The scenario with the time of the front office used in another way; `None` where it has no live
/// contacts, or nothing else to do.
pub(super) fn using_time(scenario: &Scenario, use_of_time: UseOfTime) -> Option<Scenario> {
    let front = scenario.team_of(TeamKind::Front)?;
    let is_live = |task: &Task| task.channel.is_live();
    if scenario.tasks.iter().all(is_live) || !scenario.tasks.iter().any(is_live) {
        return None;
    }
    let mut scenario = scenario.clone();
    scenario.teams[front].desk.use_of_time = use_of_time;
    Some(scenario)
}

/// One team does the part alone, from beginning to end.
pub(super) fn alone(
    scenario: &Scenario,
    index: usize,
    part: Part,
    kind: TeamKind,
) -> Option<Route> {
    let (place, team) = team_of(scenario, kind)?;
    let task = &scenario.tasks[index];
    let x = part.complexity(task);
    let minutes = base_minutes(task, kind) * team.time_factor(x) * task.channel.attention();
    let mut step = work(team, place, minutes, task.service_scv, x);
    step.delay_after = sent_back(team);
    Some(route(index, part.share, vec![step]))
}

/// One team does every task alone.
pub(super) fn all_alone(scenario: &Scenario, kind: TeamKind) -> Option<Vec<Route>> {
    each_task(scenario, |task| {
        Some(vec![alone(scenario, task, EVERYTHING, kind)?])
    })
}

/// Minutes of a middling task in front or behind.
fn base_minutes(task: &Task, kind: TeamKind) -> f64 {
    if kind == TeamKind::Front {
        task.front_minutes.get()
    } else {
        task.back_minutes.get()
    }
}

/// How long a partner keeps a task beside the work.
fn sent_back(team: &Team) -> Minutes {
    Minutes(team.contract.turnaround.get() * 60.0)
}

fn route(task: usize, share: f64, steps: Vec<Step>) -> Route {
    Route {
        task,
        share: Share(share),
        steps,
    }
}

/// The front office does all of a task with the tool.
pub(super) fn front_with_tool(scenario: &Scenario, index: usize) -> Option<Route> {
    let (place, team) = team_of(scenario, TeamKind::Front)?;
    let (task, tool) = (&scenario.tasks[index], &scenario.tool);
    let reached = task.complexity.up_to(tool.reach.get());
    let beyond = task.complexity.above(tool.reach.get());
    let base = task.front_minutes.get() * task.channel.attention();
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
    Some(route(index, 1.0, vec![step]))
}

/// Another team behind does the part: handed over and asked about where there is a front office,
/// as it comes where there is none.
pub(super) fn behind(
    scenario: &Scenario,
    index: usize,
    part: Part,
    kind: TeamKind,
) -> Option<Route> {
    if scenario.team_of(TeamKind::Front).is_some() {
        handed_over(scenario, index, part, kind)
    } else {
        alone(scenario, index, part, kind)
    }
}

/// Places of the steps of [`handed_over`] within its route.
const WORK: usize = 1;
const ASK: usize = 2;
const ANSWER: usize = 3;

/// The part is handed over to a team behind; what comes back unclear is asked in front and
/// answered behind, until it is clear. The minutes of handing over and asking are not in the customer's
/// turnaround, but any wait for somebody in front to begin them is.
pub(super) fn handed_over(
    scenario: &Scenario,
    index: usize,
    part: Part,
    kind: TeamKind,
) -> Option<Route> {
    let (front, _) = team_of(scenario, TeamKind::Front)?;
    let (place, team) = team_of(scenario, kind)?;
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
    let mut work = work(team, place, minutes, task.service_scv, x).then(ASK, unclear);
    work.delay_after = sent_back(team);
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
    Some(route(index, part.share, vec![over, work, ask, answer]))
}

/// Software takes every task and finishes most alone; people do the exceptions. Its errors are
/// those of what it finishes.
pub(super) fn automated(scenario: &Scenario, index: usize) -> Option<Route> {
    let (bot, software) = team_of(scenario, TeamKind::Bot)?;
    let (kind, (place, team)) = team_of(scenario, TeamKind::Back)
        .map(|team| (TeamKind::Back, team))
        .or_else(|| Some((TeamKind::Front, team_of(scenario, TeamKind::Front)?)))?;
    let task = &scenario.tasks[index];
    let x = task.complexity.mean();
    let alone = software.contract.straight_through;
    let by = |activity| Step::new(activity, Doer::Team(bot), 0.0, 0.0);
    // It is paid for every task that it looks at, and errs in those that it finishes.
    let read = by(Activity::Work)
        .then(1, alone.get())
        .then(2, alone.rest().get());
    let finish =
        by(Activity::Clarification).with_errors(software.error_at(x), software.detection.get());
    let minutes = base_minutes(task, kind) * software.contract.exception_factor;
    let minutes = minutes * team.time_factor(x);
    let exception = work(team, place, minutes, task.service_scv, x);
    Some(route(index, 1.0, vec![read, finish, exception]))
}

/// Places of the repairs within [`checked`].
const REPAIR_IN_FRONT: usize = 2;
const REPAIR_BEHIND: usize = 3;

/// The front office does a task, the middle office checks it. What it catches is repaired in
/// front and behind; what it misses reaches the customer.
pub(super) fn checked(scenario: &Scenario, index: usize) -> Option<Route> {
    let (front, doers) = team_of(scenario, TeamKind::Front)?;
    let (middle, checkers) = team_of(scenario, TeamKind::Middle)?;
    let task = &scenario.tasks[index];
    let x = task.complexity.mean();
    let by = |activity, doer, minutes: Minutes| {
        Step::new(activity, Doer::Team(doer), minutes.get(), task.service_scv)
    };
    // What the front office catches itself it does again; the rest is found by the check or by
    // the customer, and belongs to the check's account.
    let (error, detection) = (doers.error_at(x), doers.detection.get());
    let passed_on = quality::escapes(error, detection);
    let caught = checkers.detection.get();
    let minutes = task.front_minutes.get() * doers.time_factor(x);
    let done = work(doers, front, minutes, task.service_scv, x)
        .with_errors(error * detection, 1.0)
        .then(1, 1.0);
    let check = by(Activity::Work, middle, checkers.check.minutes)
        .with_errors(passed_on * (1.0 - caught), 0.0)
        .then(REPAIR_IN_FRONT, passed_on * caught);
    let repair = checkers.check.repair_front_minutes;
    let mut steps = vec![done, check, by(Activity::Clarification, front, repair)];
    if let Some(back) = scenario.team_of(TeamKind::Back) {
        steps[REPAIR_IN_FRONT] = steps[REPAIR_IN_FRONT].clone().then(REPAIR_BEHIND, 1.0);
        let repair = checkers.check.repair_back_minutes;
        steps.push(by(Activity::Clarification, back, repair));
    }
    Some(route(index, 1.0, steps))
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
