//! One strategy as JSON: its status, ledgers, teams and turnaround.

use super::ledger::{Month, Touch};
use crate::model::evaluation::{
    Answered, Line, LineWait, Status, StrategyEvaluation, TeamEvaluation, TeamState,
    TurnaroundSummary,
};
use crate::model::scenario::TeamKind;
use crate::model::strategy::Tone;
use crate::terminal::answer::Answer;
use crate::words::english;
use crate::words::labels::team_name;
use serde::Serialize;

/// One strategy.
#[derive(Serialize)]
pub(super) struct Strategy<'a> {
    key: &'static str,
    name: &'static str,
    /// What Metters and Vargas (2000) call it.
    known_as: Option<&'static str>,
    tone: Tone,
    status: Keeping<'a>,
    touch: Option<Touch<'a>>,
    month: Option<Month<'a>>,
    set_up: f64,
    horizon: Option<f64>,
    teams: Vec<Team<'a>>,
    turnaround: Option<&'a TurnaroundSummary>,
    /// Customers who ask where their task is, a task.
    chasers: Option<f64>,
    front_hours: Option<f64>,
}

/// Whether a strategy or a team keeps up. Fields that a code has not are left out.
#[derive(Default, Serialize)]
struct Keeping<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    growth_per_week: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    staff_needed: Option<f64>,
}

#[derive(Serialize)]
struct Team<'a> {
    key: &'a str,
    name: String,
    kind: TeamKind,
    status: Keeping<'a>,
    on_duty: f64,
    load: f64,
    occupancy: Option<f64>,
    hours_per_month: f64,
    wait: Option<f64>,
    p_wait: Option<f64>,
    /// Each kind of work, where they do not all wait in one line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lines: Vec<WorkLine<'a>>,
    /// What it does of another team's work.
    #[serde(skip_serializing_if = "Option::is_none")]
    helps: Option<Helps<'a>>,
}

/// One kind of work in line at a team.
#[derive(Serialize)]
struct WorkLine<'a> {
    task: &'a str,
    wait: Option<LineWait>,
    answered: Option<Answered>,
}

/// What a team does of another's work.
#[derive(Serialize)]
struct Helps<'a> {
    team: &'a str,
    share: f64,
    slower: f64,
}

/// A strategy as data.
pub(super) fn strategy<'a>(answer: &'a Answer, one: &'a StrategyEvaluation) -> Strategy<'a> {
    let has_traffic = one.status != Status::NeverEnds;
    let has_costs = has_traffic && one.status != Status::NothingToDo;
    let teams = one.teams.iter().filter(|_| has_traffic);
    Strategy {
        key: one.key,
        name: english::strategy(one.key).name,
        known_as: english::known_as(one.key),
        tone: one.tone,
        status: status(answer, one.status),
        touch: has_costs.then(|| Touch::of(&one.touch)),
        month: has_costs.then(|| Month::of(answer, &one.month)),
        set_up: one.set_up.get(),
        horizon: has_costs.then(|| one.horizon.get()),
        teams: teams.map(|one| team(answer, one)).collect(),
        turnaround: one.turnaround.as_ref(),
        chasers: one.status.runs().then_some(one.chasers),
        front_hours: has_traffic.then(|| one.front_hours.get()),
    }
}

fn status(answer: &Answer, status: Status) -> Keeping<'_> {
    let coded = |code| Keeping {
        code,
        ..Keeping::default()
    };
    match status {
        Status::Steady => coded("steady"),
        Status::Spiral => coded("delay_spiral"),
        Status::Impossible => coded("impossible"),
        Status::NothingToDo => coded("nothing_to_do"),
        Status::NeverEnds => coded("never_ends"),
        Status::Overload {
            team,
            growth_per_week,
            staff_needed,
        } => Keeping {
            code: "overload",
            team: Some(answer.team(team)),
            growth_per_week: Some(growth_per_week),
            staff_needed: Some(staff_needed),
        },
        Status::NobodyOnDuty { team, staff_needed } => Keeping {
            code: "nobody_on_duty",
            team: Some(answer.team(team)),
            growth_per_week: None,
            staff_needed: Some(staff_needed),
        },
    }
}

fn team<'a>(answer: &'a Answer, one: &TeamEvaluation) -> Team<'a> {
    let (wait, p_wait) = match one.state {
        TeamState::Steady { wait, p_wait, .. } => (Some(wait.get()), Some(p_wait.get())),
        _ => (None, None),
    };
    let is_there = !matches!(one.state, TeamState::NobodyOnDuty { .. });
    Team {
        key: answer.team(one.team),
        name: team_name(&answer.scenario, one.team),
        kind: answer.scenario.teams[one.team].kind,
        status: team_status(one.state),
        on_duty: one.on_duty.get(),
        load: one.load.get(),
        occupancy: is_there.then(|| one.occupancy.get()),
        hours_per_month: one.hours_per_month.get(),
        wait,
        p_wait,
        lines: one
            .lines
            .iter()
            .map(|line| work_line(answer, line))
            .collect(),
        helps: one.help.map(|help| Helps {
            team: answer.team(help.team),
            share: help.share,
            slower: help.slower,
        }),
    }
}

fn work_line<'a>(answer: &'a Answer, line: &Line) -> WorkLine<'a> {
    WorkLine {
        task: &answer.scenario.tasks[line.task].key,
        wait: line.wait,
        answered: line.answered,
    }
}

fn team_status(state: TeamState) -> Keeping<'static> {
    let (code, growth_per_week, staff_needed) = match state {
        TeamState::Unused => ("unused", None, None),
        TeamState::AtOnce => ("at_once", None, None),
        TeamState::Steady { .. } | TeamState::Shared => ("steady", None, None),
        TeamState::Overload {
            growth_per_week,
            staff_needed,
        } => ("overload", Some(growth_per_week), Some(staff_needed)),
        TeamState::NobodyOnDuty { staff_needed } => ("nobody_on_duty", None, Some(staff_needed)),
    };
    Keeping {
        code,
        team: None,
        growth_per_week,
        staff_needed: staff_needed.map(|people| people.get()),
    }
}
