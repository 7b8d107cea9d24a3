//! Plans written down by hand.

use counterbalance::model::presets;
use counterbalance::model::scenario::Activity;
use counterbalance::model::simulation::plan::{PlanStep, StationPlan, Stream, Way};
use counterbalance::model::simulation::spread::{Family, Spread};
use counterbalance::model::simulation::{Plan, StudyRun};

/// Tasks that arrive at random, so many a minute, and begin at the first step.
pub fn stream(rate: f64) -> Stream {
    Stream {
        task: 0,
        gap: Spread::Exponential(1.0 / rate),
        begins: vec![Way { up_to: 1.0, to: 0 }],
        promise: 60.0,
        patience: None,
        target: None,
        counts: true,
        chasing: None,
    }
}

/// The same, of another kind and beginning at another step.
pub fn kind(task: usize, rate: f64, step: usize) -> Stream {
    Stream {
        task,
        begins: vec![Way {
            up_to: 1.0,
            to: step,
        }],
        ..stream(rate)
    }
}

/// The same, of customers who give up after an exponential patience and are to be answered within
/// a target.
pub fn live(stream: Stream, patience: f64, target: f64) -> Stream {
    Stream {
        patience: Some(Spread::Exponential(patience)),
        target: Some(target),
        ..stream
    }
}

/// The same step, with a customer at the other end.
pub fn with_customer(step: PlanStep) -> PlanStep {
    PlanStep { live: true, ..step }
}

/// The same step, in another line.
pub fn ranked(step: PlanStep, rank: u8) -> PlanStep {
    PlanStep { rank, ..step }
}

/// A step at a station, after which the task is done.
pub fn step(station: usize, minutes: f64, scv: f64) -> PlanStep {
    PlanStep {
        station: Some(station),
        activity: Activity::Work,
        time: Spread::new(minutes, scv, Family::Gamma),
        delay_after: 0.0,
        redo: 0.0,
        error: 0.0,
        counts: true,
        next: Vec::new(),
        live: false,
        rank: 0,
    }
}

/// The same step, after which a share goes on to another.
pub fn then(mut step: PlanStep, to: usize, share: f64) -> PlanStep {
    let before = step.next.last().map_or(0.0, |way| way.up_to);
    let up_to = before + share;
    step.next.push(Way { up_to, to });
    step
}

/// A team whose work waits for it.
pub fn team(on_duty: f64) -> StationPlan {
    StationPlan {
        on_duty,
        queues: true,
        ..StationPlan::default()
    }
}

/// One station.
pub fn queue(servers: f64, rate: f64, minutes: f64, scv: f64) -> Plan {
    Plan {
        streams: vec![stream(rate)],
        steps: vec![step(0, minutes, scv)],
        stations: vec![team(servers)],
    }
}

/// A run of a study; the money in it is that of the first example and of no interest.
pub fn study_run(plan: Plan) -> StudyRun {
    let mut scenario = presets::PRESETS[0].current();
    let kinds = plan.streams.iter().map(|stream| stream.task + 1);
    let kind = scenario.tasks[0].clone();
    scenario.tasks.resize(kinds.max().unwrap(), kind);
    let team = scenario.teams[0].clone();
    let teams = plan.stations.len().max(scenario.teams.len());
    scenario.teams.resize(teams, team);
    StudyRun {
        plan,
        scenario,
        uses_tool: false,
    }
}
