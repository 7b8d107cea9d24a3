//! `replay`: recorded work through the engine, one record a task.

mod columns;
mod log;
mod path;

use super::arguments::ReplayArguments;
use super::failure::Failure;
use super::json::pretty;
use super::table::aligned;
use super::{settings, source};
use crate::model::decimal::shortest;
use crate::model::scenario::{Route, Scenario};
use crate::model::simulation::records::{Record, Records};
use crate::model::simulation::replay::Replay;
use crate::model::simulation::{Impossible, Plan, Window};
use crate::model::strategy;
use crate::words::labels::{step_label, team_name};
use log::Log;
use serde::Serialize;
use std::io;

/// The plan of a scenario's way with the names of its steps.
struct Ways {
    plan: Plan,
    routes: Vec<Route>,
    /// The name of every step of the plan.
    names: Vec<String>,
}

/// The answer to `replay`.
pub(super) fn answer(arguments: &ReplayArguments) -> Result<String, Failure> {
    if arguments.log == "-" && arguments.scenario == "-" {
        return Err(Failure::input(
            "Log and scenario cannot both come from standard input: give one of them as a file.",
        ));
    }
    let mut scenario = source::load(&arguments.scenario, io::stdin)?.announced();
    settings::apply(&mut scenario, &arguments.set)?;
    let ways = ways(&scenario, arguments.strategy.as_deref())?;
    let log = log::read(&arguments.log, &scenario, &ways)?;
    let records = replayed(&ways.plan, &log);
    if arguments.json {
        pretty(&documents(&ways, &log, &records))
    } else {
        Ok(report(&ways, &log, &records))
    }
}

fn ways(scenario: &Scenario, key: Option<&str>) -> Result<Ways, Failure> {
    let key = key.unwrap_or(&scenario.today);
    let under = strategy::find(key).and_then(|way| way.under(scenario));
    let (scenario, routes) = under.ok_or_else(|| {
        let known: Vec<&str> = crate::model::evaluation::compared(scenario)
            .iter()
            .map(|way| way.key)
            .collect();
        Failure::input(format!(
            "strategy: “{key}” is none of the ways that this scenario has; there are {}.",
            known.join(", ")
        ))
    })?;
    let scenario = &*scenario;
    let plan = Plan::new(scenario, &routes).map_err(|why| refused(scenario, why))?;
    let steps = routes.iter().flat_map(|route| &route.steps);
    let names = steps.map(|step| step_label(scenario, step)).collect();
    Ok(Ways {
        plan,
        routes,
        names,
    })
}

fn refused(scenario: &Scenario, why: Impossible) -> Failure {
    Failure::Input(match why {
        Impossible::NothingToDo => {
            "No kind of work arrives in this scenario: give one a rate above 0.".to_owned()
        }
        Impossible::NeverEnds => {
            "The loops of this way send work round for ever: lower a share that goes back."
                .to_owned()
        }
        Impossible::NobodyOnDuty(team) => format!(
            "There is work for the {} and nobody on duty: give it people.",
            team_name(scenario, team)
        ),
    })
}

/// Lets the recorded tasks arrive; the records in the order of the log.
fn replayed(plan: &Plan, log: &Log) -> Vec<Record> {
    let tasks = log.tasks.iter().map(|task| task.recorded.clone());
    let mut source = Replay::new(plan, tasks.collect());
    let records = Records::of_run(plan, &mut source, Window::ALL);
    // Records come in the order of arrival; a stream keeps the order of the log among equals.
    let mut by_stream = vec![Vec::new(); plan.streams.len()];
    for record in records.all() {
        by_stream[record.stream].push(record.clone());
    }
    let mut order: Vec<usize> = (0..log.tasks.len()).collect();
    order.sort_by(|a, b| {
        let arrived = |place: &usize| log.tasks[*place].recorded.arrived;
        arrived(a).total_cmp(&arrived(b))
    });
    let mut next = vec![0; plan.streams.len()];
    let mut found = vec![Record::default(); log.tasks.len()];
    for place in order {
        let stream = log.tasks[place].recorded.stream;
        found[place] = by_stream[stream][next[stream]].clone();
        next[stream] += 1;
    }
    found
}

#[derive(Serialize)]
struct Document<'a> {
    task: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    arrival: f64,
    /// Whether it was done or given up.
    status: &'static str,
    done: Option<f64>,
    gave_up: Option<f64>,
    turnaround: Option<f64>,
    waited: f64,
    visits: Vec<VisitDocument<'a>>,
}

#[derive(Serialize)]
struct VisitDocument<'a> {
    step: &'a str,
    came: f64,
    start: f64,
    end: f64,
    wait: f64,
}

fn documents<'a>(ways: &'a Ways, log: &'a Log, records: &[Record]) -> Vec<Document<'a>> {
    let one = |(task, record): (&'a log::Task, &Record)| Document {
        task: &task.name,
        kind: &task.kind,
        arrival: record.arrived,
        status: match record.gave_up {
            Some(_) => "gave_up",
            None => "done",
        },
        done: record.done,
        gave_up: record.gave_up,
        turnaround: record.done.map(|_| record.turnaround),
        waited: waited(record),
        visits: record
            .visits
            .iter()
            .map(|visit| VisitDocument {
                step: &ways.names[visit.step],
                came: visit.came,
                start: visit.began,
                end: visit.ended,
                wait: visit.began - visit.came,
            })
            .collect(),
    };
    log.tasks.iter().zip(records).map(one).collect()
}

/// Minutes that a task waited for somebody, in vain or not.
fn waited(record: &Record) -> f64 {
    let waits = record.visits.iter().map(|visit| visit.began - visit.came);
    waits.sum::<f64>() + record.in_vain
}

fn report(ways: &Ways, log: &Log, records: &[Record]) -> String {
    let head = ["task", "arrival", "waited", "done", "turnaround", "from to"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (task, record) in log.tasks.iter().zip(records) {
        let visits = record.visits.iter().map(|visit| {
            let (name, from, to) = (
                &ways.names[visit.step],
                shortest(visit.began),
                shortest(visit.ended),
            );
            format!("{name} {from} to {to}")
        });
        let gave_up = record.gave_up.map(shortest);
        let gave_up = gave_up.map(|time| format!("gave up at {time}"));
        let none = || "–".to_owned();
        rows.push(vec![
            task.name.clone(),
            shortest(record.arrived),
            shortest(waited(record)),
            record.done.map_or_else(none, shortest),
            record
                .done
                .map_or_else(none, |_| shortest(record.turnaround)),
            visits.chain(gave_up).collect::<Vec<_>>().join(", "),
        ]);
    }
    use super::table::Side::{Left, Right};
    aligned(&rows, &[Left, Right, Right, Right, Right, Left]).join("\n")
}
