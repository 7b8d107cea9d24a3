//! People of the front office who take on the back office's work while it is quiet.

use super::blended::{blending, bounded};
use super::live::{Callers, others};
use super::{Desk, Effort, Flow, Lines};
use crate::model::evaluation::teams::{Stream, TeamEvaluation};
use crate::model::queueing::erlang_c;
use crate::model::scenario::{Scenario, TeamKind, UseOfTime};
use serde::Serialize;

/// What one team does of another's work.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Help {
    /// The team that is helped, by its place in the scenario.
    pub team: usize,
    /// About what share of its work the helpers do; two points off in what was simulated.
    pub share: f64,
    /// Minutes of a piece of it when a helper does it, over those of its own people.
    pub slower: f64,
}

/// Who helps whom, and what that does to the helpers' own contacts.
pub(super) struct Helpers {
    /// The team that helps.
    pub team: usize,
    /// What it does for the other.
    pub help: Help,
    /// People whom the work helped with would keep busy in its own team.
    pub work: f64,
    /// Pieces of work a minute that the helpers can take on.
    pub throughput: f64,
    /// The helpers' own lines.
    pub lines: Lines,
}

impl Helpers {
    /// Fewest people on the helped team's roster who keep up with the help there is.
    pub(super) fn people_needed(&self, desk: &Desk) -> f64 {
        let stream = desk.others();
        let alone = (stream.load - self.throughput * stream.mean()).max(0.0);
        (alone / (1.0 - desk.team.shrinkage.get())).floor() + 1.0
    }

    /// People of the helping team whom the help keeps busy.
    pub(super) fn load(&self) -> f64 {
        self.help.share * self.work * self.help.slower
    }
}

/// The help that a way makes use of, if it does.
pub(super) fn help(scenario: &Scenario, flows: &[Flow], effort: Effort) -> Option<Helpers> {
    let front = scenario
        .teams
        .iter()
        .position(|team| team.desk.use_of_time == UseOfTime::HelpsBehind)?;
    let back = scenario.team_of(TeamKind::Back)?;
    let (team, helped) = (&scenario.teams[front], &scenario.teams[back]);
    let of = |index: usize| flows.iter().filter(move |flow| flow.team == Some(index));
    let work = Stream::of(of(back));
    if work.load <= 0.0 || !of(front).any(|flow| flow.live && flow.load() > 0.0) {
        return None;
    }
    let desk = Desk {
        scenario,
        team,
        flows: of(front).collect(),
        on_duty: team.on_duty(),
        effort,
    };
    let minutes = work.mean() / team.versatility.get() + team.desk.switch_minutes.get();
    let callers = Callers::of(&desk);
    let mut lines = bounded(&desk, &callers, &blending(&desk, &callers, minutes));
    let own = desk.others().load;
    let room = (lines.room.unwrap_or(0.0) - own).max(0.0);
    lines.keeps_up &= lines.room.unwrap_or(0.0) >= own;
    lines.lines.extend(others(&desk, None));
    let throughput = room / minutes;
    Some(Helpers {
        team: front,
        help: Help {
            team: back,
            share: share(throughput, helped.on_duty(), &work),
            slower: minutes / work.mean(),
        },
        work: work.load,
        throughput,
        lines,
    })
}

/// Share of the work that helpers do who take on so much a minute while any of it waits: it waits about
/// as often as behind its own people alone, busy with the rest.
fn share(throughput: f64, people: f64, work: &Stream) -> f64 {
    const HALVINGS: usize = 40;
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let share = 0.5 * (low + high);
        let rest = work.load * (1.0 - share);
        let waits = match people > 0.0 && rest < people {
            true => erlang_c(people, rest),
            false => 1.0,
        };
        match share * work.per_minute < throughput * waits {
            true => low = share,
            false => high = share,
        }
    }
    0.5 * (low + high)
}

/// The lines of a team that is helped: how long its work waits no formula says.
pub(super) fn helped(desk: &Desk, helpers: &Helpers) -> Lines {
    let stream = desk.others();
    let room = desk.on_duty + helpers.throughput * stream.mean();
    Lines {
        lines: others(desk, None),
        room: Some(room),
        keeps_up: stream.load < room,
    }
}

/// The flows as they are worked: without contacts that are given up, and with the helpers' part of
/// the work entered as theirs.
pub(in crate::model::evaluation) fn as_worked(
    flows: &[Flow],
    teams: &[TeamEvaluation],
) -> Vec<Flow> {
    let helping = teams.iter().find_map(|team| Some((team.team, team.help?)));
    let mut worked = Vec::new();
    for flow in flows {
        let part = |share: f64| Flow {
            visits: flow.visits * share,
            redone: flow.redone * share,
            escapes: flow.escapes * share,
            ..flow.clone()
        };
        match helping {
            Some((helper, help)) if flow.team == Some(help.team) => {
                worked.push(part(1.0 - help.share));
                worked.push(Flow {
                    team: Some(helper),
                    minutes: flow.minutes * help.slower,
                    ..part(help.share)
                });
            }
            _ => worked.push(part(served(flow, teams))),
        }
    }
    worked
}

/// Share of a flow that is not given up.
fn served(flow: &Flow, teams: &[TeamEvaluation]) -> f64 {
    let gave_up = || {
        let mut lines = teams[flow.team.filter(|_| flow.live)?].lines.iter();
        let line = lines.find(|line| line.task == flow.task)?;
        Some(line.answered?.gave_up?.get())
    };
    1.0 - gave_up().unwrap_or(0.0)
}
