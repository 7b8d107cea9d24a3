//! One pure call from a scenario to all its numbers: every strategy, its queues, its money.
//!
//! There is no NaN and no infinity in an evaluation. What cannot be a number (work that never
//! ends, a team that falls behind for ever) is a status that says how much.
//!
//! Stations see Poisson arrivals: exact for arrivals from outside and for networks of exponential
//! stations, an approximation elsewhere, and marked as one.

mod at_rest;
mod compare;
mod costs;
mod desk;
pub mod fetched;
mod flow;
mod ledgers;
mod loyalty;
mod phases;
mod plan;
mod route_time;
mod status;
mod targets;
mod teams;
mod turnaround;
mod workings;

pub use at_rest::critical_chase_rate;
use at_rest::{AtRest, at_rest};
pub use compare::Comparison;
pub use costs::{Cost, cheapest, cost, monthly_cost, monthly_costs, teams_of};
pub use desk::{Answered, Basis, Effort, Help, Line, LineWait};
pub use flow::most_visits;
pub use plan::{Least, NineInTen, Piece, Trial, try_plan};
pub use status::Status;
pub use targets::{Asked, Target};
pub use teams::{TeamEvaluation, TeamState};
pub use turnaround::{Accuracy, Punctuality, TurnaroundSummary};
pub use workings::{RouteWorkings, StepWorkings, Workings, workings};

use super::accounts;
use super::cost::horizon;
use super::cost::ledger::Ledger;
use super::presets;
use super::scenario::{Scenario, TeamKind};
use super::strategy::{self, Strategy, Tone};
use super::units::{Hours, Money};
use serde::Serialize;

/// All strategies of one scenario, side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    /// One for each strategy compared, in the order of the page.
    pub strategies: Vec<StrategyEvaluation>,
    /// Which is best, and by how much.
    pub comparison: Comparison,
    /// Today's way with the people who are there today, where the plan has others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<StrategyEvaluation>,
}

/// One strategy, evaluated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategyEvaluation {
    /// Key of the strategy.
    pub key: &'static str,
    /// Whose work it mainly is.
    pub tone: Tone,
    /// Whether it can be run at all.
    pub status: Status,
    /// Touch basis, per task: the work itself, hand-offs, loops and errors at the hourly rates;
    /// nobody waits and nobody is idle.
    pub touch: Ledger,
    /// The total of the touch basis for each task of the scenario.
    pub touch_by_task: Vec<Money>,
    /// Monthly run: posts, lost fees, licences, everything that is paid each month.
    pub month: Ledger,
    /// Paid once, before the first month.
    pub set_up: Money,
    /// Set-up and monthly runs over the horizon, discounted.
    pub horizon: Money,
    /// Every team, in the order of the scenario.
    pub teams: Vec<TeamEvaluation>,
    /// Time from request to completion; none where no honest number exists.
    pub turnaround: Option<TurnaroundSummary>,
    /// Customers who ask where their task is, a task that can wait.
    pub chasers: f64,
    /// Front-office hours a month that the work takes.
    pub front_hours: Hours,
}

/// Evaluates every strategy that the scenario's example compares, and the process of the user's
/// own where there is one.
pub fn evaluate(scenario: &Scenario) -> Evaluation {
    evaluate_with(scenario, Effort::Frame)
}

/// The same, with more effort than fits into a frame where that is asked for.
pub fn evaluate_with(scenario: &Scenario, effort: Effort) -> Evaluation {
    let mut strategies: Vec<_> = compared(scenario)
        .into_iter()
        .map(|strategy| {
            let found = evaluate_strategy_with(scenario, strategy, effort);
            found.unwrap_or_else(|| without_numbers(scenario, strategy, Status::Impossible))
        })
        .collect();
    if strategies
        .iter()
        .all(|one| one.status == Status::Impossible)
    {
        strategies.clear();
    }
    let comparison = Comparison::of(&strategies, &scenario.today);
    let before = scenario
        .as_today()
        .and_then(|then| evaluate_strategy_with(&then, strategy::find(&then.today)?, effort));
    Evaluation {
        strategies,
        comparison,
        before,
    }
}

/// The strategies that a scenario compares.
pub fn compared(scenario: &Scenario) -> Vec<&'static Strategy> {
    let own = (!scenario.own_routes.is_empty()).then_some("own_process");
    let mix = scenario.is_shared_out().then_some(strategy::ALLOTTED);
    let listed = presets::of(scenario).strategies;
    let also = scenario.also.iter().map(String::as_str);
    let also = also.filter(|key| !listed.contains(key) && Some(*key) != own && Some(*key) != mix);
    let all = listed.iter().copied().chain(own).chain(mix).chain(also);
    all.filter_map(strategy::find).collect()
}

/// Evaluates one strategy; `None` where the scenario lacks a team that it needs.
pub fn evaluate_strategy(scenario: &Scenario, strategy: &Strategy) -> Option<StrategyEvaluation> {
    evaluate_strategy_with(scenario, strategy, Effort::Frame)
}

/// The same, with more effort than fits into a frame where that is asked for.
pub fn evaluate_strategy_with(
    scenario: &Scenario,
    strategy: &Strategy,
    effort: Effort,
) -> Option<StrategyEvaluation> {
    let rest = match at_rest(scenario, strategy, effort)? {
        Ok(rest) => rest,
        Err((scenario, status)) => return Some(without_numbers(&scenario, strategy, status)),
    };
    let AtRest {
        scenario,
        routes,
        flows,
        teams,
        status,
        chasers,
    } = rest;
    let scenario = &*scenario;
    let turnaround = if status.runs() {
        turnaround::summarise(scenario, &routes, &flows, &teams)
    } else {
        None
    };
    let uses_tool = strategy.needs_tool(scenario);
    let punctuality = turnaround.as_ref().map(|time| &time.punctuality);
    let month = ledgers::month(scenario, uses_tool, &flows, &teams, punctuality);
    let used = flow::teams_used(&flows).into_iter();
    let set_up = Money(accounts::set_up(scenario, used, uses_tool));
    let horizon = &scenario.horizon;
    Some(StrategyEvaluation {
        key: strategy.key,
        tone: strategy.tone,
        status,
        horizon: Money(horizon::total(
            set_up.get(),
            month.total().get(),
            horizon.months,
            horizon.discount.get(),
        )),
        touch: ledgers::touch(scenario, &flows),
        touch_by_task: ledgers::touch_by_task(scenario, &flows),
        month,
        set_up,
        front_hours: hours_of(scenario, &teams, TeamKind::Front),
        teams,
        turnaround,
        chasers: per_task(&flows, &chasers),
    })
}

/// Every kind of live contact with its team and how it is answered.
pub fn answered(
    teams: &[TeamEvaluation],
) -> impl Iterator<Item = (&TeamEvaluation, &Line, &Answered)> {
    let all = teams.iter();
    let all = all.flat_map(|team| team.lines.iter().map(move |line| (team, line)));
    all.filter_map(|(team, line)| Some((team, line, line.answered.as_ref()?)))
}

/// Chasers of the average task.
fn per_task(flows: &[flow::Flow], chasers: &[f64]) -> f64 {
    let (mut tasks, mut all, mut seen) = (0.0, 0.0, None);
    for flow in flows.iter().filter(|flow| !flow.live) {
        if seen != Some(flow.route) {
            seen = Some(flow.route);
            tasks += flow.tasks_per_minute;
            all += flow.tasks_per_minute * chasers[flow.route];
        }
    }
    if tasks > 0.0 { all / tasks } else { 0.0 }
}

/// The shell of an evaluation whose routes or arrivals leave nothing to compute.
fn without_numbers(scenario: &Scenario, strategy: &Strategy, status: Status) -> StrategyEvaluation {
    StrategyEvaluation {
        key: strategy.key,
        tone: strategy.tone,
        status,
        touch: Ledger::default(),
        touch_by_task: vec![Money(0.0); scenario.tasks.len()],
        month: Ledger::default(),
        set_up: Money(0.0),
        horizon: Money(0.0),
        teams: teams::evaluate_teams(scenario, &[], Effort::Frame),
        turnaround: None,
        chasers: 0.0,
        front_hours: Hours(0.0),
    }
}

fn hours_of(scenario: &Scenario, teams: &[TeamEvaluation], kind: TeamKind) -> Hours {
    teams
        .iter()
        .filter(|team| scenario.teams[team.team].kind == kind)
        .map(|team| team.hours_per_month)
        .sum()
}

impl StrategyEvaluation {
    /// How many kinds of live contact are answered less often in time than was asked.
    pub fn targets_missed(&self) -> usize {
        self.answered()
            .filter(|(_, _, answered)| answered.misses())
            .count()
    }

    /// Every kind of live contact with its team and how it is answered.
    pub fn answered(&self) -> impl Iterator<Item = (&TeamEvaluation, &Line, &Answered)> {
        answered(&self.teams)
    }

    /// The busiest team that has a queue, if any has work.
    pub fn busiest(&self) -> Option<&TeamEvaluation> {
        self.teams
            .iter()
            .filter(|team| {
                matches!(
                    team.state,
                    TeamState::Steady { .. } | TeamState::Shared | TeamState::Overload { .. }
                )
            })
            .max_by(|a, b| a.occupancy.get().total_cmp(&b.occupancy.get()))
    }
}

impl Evaluation {
    /// The evaluation of a strategy by its key.
    pub fn of(&self, key: &str) -> Option<&StrategyEvaluation> {
        self.strategies.iter().find(|strategy| strategy.key == key)
    }
}
