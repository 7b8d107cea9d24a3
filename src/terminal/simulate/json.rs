//! A simulation as JSON. Every estimate is `{"mean", "half"}`, half the width of a 95 % interval;
//! what does not exist is null beside a status that says why.

use crate::model::cost::ledger::Line;
use crate::model::desks::Desks;
use crate::model::job::{Ask, Outcome, Said, seed};
use crate::model::judgement::{Agreement, Judged, Measure, judge};
use crate::model::simulation::measures::StreamMeasures;
use crate::model::simulation::study::Effort;
use crate::model::simulation::{Estimate, Impossible, Summary, Verdict};
use crate::terminal::answer::Answer;
use crate::terminal::failure::Failure;
use crate::terminal::json::pretty;
use crate::terminal::surge::{self, Simulated};
use crate::words::judgement::per_week;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document<'a> {
    example: &'a str,
    seed: u64,
    effort: Effort,
    strategies: Vec<Way<'a>>,
    /// Reserves, chasing and pooling; tasks by their place in the scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    desks: Option<&'a Desks>,
    /// The weeks of the surge, under the user's plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    surge: Option<Simulated>,
}

#[derive(Serialize)]
struct Way<'a> {
    key: &'a str,
    status: &'static str,
    growth_per_week: Option<Estimate>,
    compared: Vec<Compared<'a>>,
    found: Option<Found<'a>>,
    against_today: Option<Against>,
}

/// One number by formula and by simulation.
#[derive(Serialize)]
struct Compared<'a> {
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<&'a str>,
    formula: f64,
    simulation: Estimate,
    agreement: &'static str,
}

/// What only the simulation measures.
#[derive(Serialize)]
struct Found<'a> {
    turnaround: Estimate,
    /// Half, four in five, nine in ten, nineteen in twenty.
    quantiles: [Estimate; 4],
    within_promise: Estimate,
    /// Each kind of work, where they do not fare alike.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    streams: Vec<Stream<'a>>,
    touch: Estimate,
    hand_offs: Estimate,
    clarifications: Estimate,
    redone: Estimate,
    inside: Estimate,
    oldest: Estimate,
    month: BTreeMap<String, Estimate>,
    teams: Vec<Team<'a>>,
}

/// What was measured of one kind of work. What is said of live contacts is null for others.
#[derive(Serialize)]
struct Stream<'a> {
    task: &'a str,
    answered_in_time: Option<Estimate>,
    gave_up: Option<Estimate>,
    wait: Option<Estimate>,
    turnaround: Estimate,
    nine_in_ten: Estimate,
    within_promise: Estimate,
    oldest: Estimate,
    chasers: Estimate,
}

#[derive(Serialize)]
struct Team<'a> {
    key: &'a str,
    busy_people: Estimate,
    wait: Estimate,
    p_wait: Estimate,
    in_line: Estimate,
}

/// Paired differences over the same tasks: this way less today's.
#[derive(Serialize)]
struct Against {
    turnaround: Estimate,
    month: Estimate,
}

/// The answer of `simulate --json`.
pub(super) fn simulation(answer: &Answer, outcome: &Outcome) -> Result<String, Failure> {
    let ways = outcome.asked.iter().zip(&outcome.runs);
    pretty(&Document {
        example: &answer.scenario.origin.example,
        seed: seed(&answer.scenario),
        effort: outcome.effort,
        strategies: ways
            .map(|(ask, said)| way(answer, outcome, ask, said))
            .collect(),
        desks: outcome.desks.as_ref(),
        surge: surge::simulated(answer, seed(&answer.scenario)),
    })
}

fn way<'a>(answer: &'a Answer, outcome: &Outcome, ask: &'a Ask, said: &Said) -> Way<'a> {
    let summary = match said {
        Said::Found(Verdict::Steady { summary, .. }) => Some(summary),
        _ => None,
    };
    let growth = match said {
        Said::Found(Verdict::Unstable {
            growth_per_minute, ..
        }) => Some(*growth_per_minute),
        _ => None,
    };
    let evaluated = answer.evaluation.of(&ask.strategy);
    let judged = evaluated.zip(summary);
    let judged = judged.map(|(way, found)| judge(&answer.scenario, way, found));
    let judged = judged.unwrap_or_default();
    Way {
        key: &ask.strategy,
        status: status(said),
        growth_per_week: growth.map(|growth| per_week(&answer.scenario, growth)),
        compared: judged.iter().map(|one| compared(answer, one)).collect(),
        found: summary.map(|summary| found(answer, summary)),
        against_today: against(answer, outcome, ask),
    }
}

fn status(said: &Said) -> &'static str {
    match said {
        Said::Found(Verdict::Steady { .. }) => "steady",
        Said::Found(Verdict::Unstable { .. }) => "unstable",
        Said::Impossible(Impossible::NothingToDo) => "nothing_to_do",
        Said::Impossible(Impossible::NeverEnds) => "never_ends",
        Said::Impossible(Impossible::NobodyOnDuty(_)) => "nobody_on_duty",
        Said::NoSuchWay => "no_such_way",
    }
}

fn compared<'a>(answer: &'a Answer, one: &Judged) -> Compared<'a> {
    let task = match one.measure {
        Measure::Answered(task) | Measure::GaveUp(task) => Some(answer.task(task)),
        _ => None,
    };
    let (measure, team) = match one.measure {
        Measure::Mean => ("turnaround_mean", None),
        Measure::P50 => ("turnaround_p50", None),
        Measure::P80 => ("turnaround_p80", None),
        Measure::P90 => ("turnaround_p90", None),
        Measure::P95 => ("turnaround_p95", None),
        Measure::Within => ("within_promise", None),
        Measure::Month => ("month", None),
        Measure::Busy(team) => ("occupancy", Some(team)),
        Measure::Wait(team) => ("wait", Some(team)),
        Measure::Answered(_) => ("answered_in_time", None),
        Measure::GaveUp(_) => ("gave_up", None),
    };
    Compared {
        measure,
        team: team.map(|team| answer.team(team)),
        task,
        formula: one.formula,
        simulation: one.simulation,
        agreement: match one.agreement {
            Agreement::Inside => "inside",
            Agreement::Close(_) => "close",
            Agreement::Apart(_) => "apart",
            Agreement::Bounds => "bounds",
        },
    }
}

fn found<'a>(answer: &'a Answer, found: &Summary) -> Found<'a> {
    let line = |(line, estimate): (&Line, &Estimate)| {
        let name = serde_json::to_value(line).ok()?;
        Some((name.as_str()?.to_owned(), *estimate))
    };
    let team = |(place, team): (
        usize,
        &crate::model::simulation::measures::TeamMeasures<Estimate>,
    )| Team {
        key: answer.team(place),
        busy_people: team.busy,
        wait: team.wait,
        p_wait: team.p_wait,
        in_line: team.in_line,
    };
    Found {
        turnaround: found.turnaround,
        quantiles: found.quantiles,
        within_promise: found.within,
        streams: found
            .streams
            .iter()
            .map(|one| stream(answer, one))
            .collect(),
        touch: found.touch,
        hand_offs: found.hand_offs,
        clarifications: found.clarifications,
        redone: found.redone,
        inside: found.inside,
        oldest: found.oldest,
        month: Line::ALL
            .iter()
            .zip(&found.lines)
            .filter_map(line)
            .collect(),
        teams: found.teams.iter().enumerate().map(team).collect(),
    }
}

fn stream<'a>(answer: &'a Answer, one: &StreamMeasures<Estimate>) -> Stream<'a> {
    let live = answer.scenario.tasks[one.task].channel.is_live();
    Stream {
        task: answer.task(one.task),
        answered_in_time: live.then_some(one.answered),
        gave_up: live.then_some(one.given_up),
        wait: live.then_some(one.wait),
        turnaround: one.turnaround,
        nine_in_ten: one.nine_in_ten,
        within_promise: one.within,
        oldest: one.oldest,
        chasers: one.chasers,
    }
}

fn against(answer: &Answer, outcome: &Outcome, ask: &Ask) -> Option<Against> {
    let today = &answer.scenario.today;
    if ask.strategy == *today {
        return None;
    }
    let (base_time, base_month) = outcome.series(today)?;
    let (time, month) = outcome.series(&ask.strategy)?;
    Some(Against {
        turnaround: Estimate::of_differences(time, base_time),
        month: Estimate::of_differences(month, base_month),
    })
}
