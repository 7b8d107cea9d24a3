//! Every team under the traffic of a strategy: how busy, how long work waits, whether it keeps up.

mod stream;
mod visit;

pub(super) use stream::Stream;
pub(super) use visit::VisitWait;

use super::Status;
use super::desk::{Effort, Help, Line};
use super::fetched;
use super::flow::Flow;
use crate::model::queueing::error::MIN_SERVERS;
use crate::model::queueing::{MAX_SERVERS, Method, Station, evaluate_poisson_wait};
use crate::model::scenario::{Scenario, Team};
use crate::model::units::{Hours, Minutes, People, Share};
use serde::Serialize;

/// One team in one strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamEvaluation {
    /// The team, by its place in the scenario.
    pub team: usize,
    /// People on duty: the roster less those away, or what the hours bought amount to.
    pub on_duty: People,
    /// People kept busy on average: the offered load.
    pub load: People,
    /// Share of the time on duty that is spent on this work; over 1 where it cannot be.
    pub occupancy: Share,
    /// Hours a month that the work takes.
    pub hours_per_month: Hours,
    /// Whether the team keeps up, and how long work waits for it.
    pub state: TeamState,
    /// Its kinds of work, where they do not all wait in one line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// People's time that it has for work that can wait, where it has live contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<f64>,
    /// Share of that time which the work that can wait takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Share>,
    /// What it does of another team's work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
}

/// Whether a team keeps up.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum TeamState {
    /// The strategy has no work for it.
    Unused,
    /// Work is begun at once; there is no queue.
    AtOnce,
    /// It keeps up.
    Steady {
        /// Mean wait of a visit.
        wait: Minutes,
        /// Variance of that wait, square minutes.
        #[serde(skip)]
        wait_variance: f64,
        /// Share of visits that wait.
        p_wait: Share,
        /// Mean minutes of a visit, all work of the team together.
        #[serde(skip)]
        mean_service: Minutes,
        /// Squared coefficient of variation of those minutes.
        #[serde(skip)]
        service_scv: f64,
        /// How the wait was found.
        #[serde(skip)]
        method: Method,
    },
    /// It keeps up, and every kind of work has a wait of its own.
    Shared,
    /// It falls behind for ever.
    Overload {
        /// Tasks by which the backlog grows a week.
        growth_per_week: f64,
        /// Fewest people on the roster that would keep up.
        staff_needed: People,
    },
    /// Nobody is there to do it.
    NobodyOnDuty {
        /// Fewest people on the roster that would keep up.
        staff_needed: People,
    },
}

/// Evaluates every team of the scenario under the given flows.
pub(super) fn evaluate_teams(
    scenario: &Scenario,
    flows: &[Flow],
    effort: Effort,
) -> Vec<TeamEvaluation> {
    fetched::teams(scenario, flows, effort)
}

/// Evaluates a team all of whose work waits in one line.
pub(super) fn evaluate_team(scenario: &Scenario, index: usize, flows: &[Flow]) -> TeamEvaluation {
    let team = &scenario.teams[index];
    let stream = Stream::of(flows.iter().filter(|flow| flow.team == Some(index)));
    let on_duty = if team.flexible {
        stream.load / team.target_occupancy.get()
    } else {
        on_roster(team)
    };
    let occupancy = if on_duty > 0.0 {
        stream.load / on_duty
    } else {
        0.0
    };
    TeamEvaluation {
        team: index,
        on_duty: People(on_duty),
        load: People(stream.load),
        occupancy: Share(occupancy),
        hours_per_month: Hours(stream.load * scenario.calendar.hours_per_month()),
        state: state(scenario, team, &stream, on_duty, occupancy),
        lines: Vec::new(),
        room: None,
        taken: None,
        help: None,
    }
}

/// People on duty of those on the roster. Less than a millionth of a person is nobody: no formula
/// takes it, and how busy it is might be no number.
fn on_roster(team: &Team) -> f64 {
    let on_duty = team.on_duty();
    if on_duty < MIN_SERVERS { 0.0 } else { on_duty }
}

fn state(
    scenario: &Scenario,
    team: &Team,
    stream: &Stream,
    on_duty: f64,
    occupancy: f64,
) -> TeamState {
    // Less than a millionth of a person's time, some seconds a year, is no work.
    if stream.load < MIN_SERVERS {
        return TeamState::Unused;
    }
    let at_ease = at_usual_pace(stream.load, on_duty, team.pressure);
    let staff_needed = People(staff_needed(at_ease, team.shrinkage.get()));
    if on_duty <= 0.0 {
        return TeamState::NobodyOnDuty { staff_needed };
    }
    let overload = || TeamState::Overload {
        growth_per_week: growth_per_week(scenario, stream, occupancy),
        staff_needed,
    };
    if !team.has_queue() {
        // Nobody begins at once what exceeds everybody's time.
        let keeps_up = stream.load <= on_duty;
        return if keeps_up {
            TeamState::AtOnce
        } else {
            overload()
        };
    }
    let station = Station {
        servers: on_duty,
        arrival_rate: stream.per_minute,
        mean_service: stream.mean(),
        service_scv: stream.scv(),
        arrival_scv: 1.0,
    };
    match evaluate_poisson_wait(&station) {
        Ok(wait) => TeamState::Steady {
            wait: Minutes(wait.mean),
            wait_variance: wait.variance,
            p_wait: Share(wait.p_wait),
            mean_service: Minutes(stream.mean()),
            service_scv: station.service_scv,
            method: wait.method,
        },
        // In a crowd too large for any formula nobody waits.
        Err(_) if on_duty > MAX_SERVERS && stream.load < on_duty => TeamState::AtOnce,
        Err(_) => overload(),
    }
}

/// Tasks by which the backlog of a team grows a week that is asked for more than it has.
fn growth_per_week(scenario: &Scenario, stream: &Stream, occupancy: f64) -> f64 {
    let excess = (1.0 - 1.0 / occupancy).max(0.0);
    stream.tasks_per_minute * 60.0 * scenario.calendar.hours_per_week() * excess
}

/// The load of a team at its usual pace, of which L = L₀(L₀/c)^(−ε) is what hurrying left; more
/// hands hurry less, so that it is this load that they must be able to carry.
pub(super) fn at_usual_pace(load: f64, on_duty: f64, pressure: f64) -> f64 {
    if pressure <= 0.0 || on_duty <= 0.0 {
        return load;
    }
    (load / on_duty).powf(1.0 / (1.0 - pressure)) * on_duty
}

/// Fewest whole people N with N(1−σ) above the load.
fn staff_needed(load: f64, shrinkage: f64) -> f64 {
    const ROUNDING: f64 = 1e-9;
    (load / (1.0 - shrinkage) * (1.0 + ROUNDING)).floor() + 1.0
}

/// The worst state among the teams, as the strategy's status.
pub(super) fn status(teams: &[TeamEvaluation]) -> Status {
    let nobody = teams.iter().find_map(|team| match team.state {
        TeamState::NobodyOnDuty { staff_needed } => Some(Status::NobodyOnDuty {
            team: team.team,
            staff_needed: staff_needed.get(),
        }),
        _ => None,
    });
    let overload = teams
        .iter()
        .filter_map(|team| match team.state {
            TeamState::Overload {
                growth_per_week,
                staff_needed,
            } => Some((
                team.occupancy.get(),
                team.team,
                growth_per_week,
                staff_needed.get(),
            )),
            _ => None,
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(
            |(_, team, growth_per_week, staff_needed)| Status::Overload {
                team,
                growth_per_week,
                staff_needed,
            },
        );
    nobody.or(overload).unwrap_or(Status::Steady)
}
