//! The log of recorded work: a CSV file, read with a sentence for everything that is wrong.

use super::Ways;
use super::columns::{Columns, columns};
use super::path::path;
use crate::model::decimal;
use crate::model::scenario::Scenario;
use crate::model::simulation::replay::Recorded;
use crate::terminal::failure::Failure;
use csv::{ReaderBuilder, StringRecord, Trim};
use std::fs::File;
use std::io::{self, Read};

/// Longest time in a log, in minutes: a thousand years.
const LONGEST: f64 = 1e9;

/// The log of recorded work.
pub(super) struct Log {
    /// Its tasks, in its order.
    pub(super) tasks: Vec<Task>,
}

/// One recorded task.
pub(super) struct Task {
    /// Its name in the log.
    pub(super) name: String,
    /// Its kind, by key.
    pub(super) kind: String,
    /// What the engine needs of it.
    pub(super) recorded: Recorded,
}

/// Reads a log.
pub(super) fn read(from: &str, scenario: &Scenario, ways: &Ways) -> Result<Log, Failure> {
    let text = text_of(from)?;
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let wrong = |error: csv::Error| Failure::input(format!("{from}: {error}."));
    let head = reader.headers().map_err(wrong)?.clone();
    let columns = columns(from, &head, ways)?;
    let mut tasks = Vec::new();
    for (row, line) in reader.records().enumerate() {
        let line = line.map_err(wrong)?;
        let place = format!("{from}, line {}", line_of(&text, &line));
        if line.len() > head.len() {
            return Err(Failure::input(format!(
                "{place}: {} cells, but the heading names {} columns; leave out what is too many.",
                line.len(),
                head.len()
            )));
        }
        tasks.push(task(&place, row, &line, &columns, scenario, ways)?);
    }
    if tasks.is_empty() {
        return Err(Failure::input(format!(
            "{from} holds no tasks below its heading: give one a line."
        )));
    }
    Ok(Log { tasks })
}

/// The text of a log.
fn text_of(from: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = match from {
        "-" => io::stdin().read_to_end(&mut bytes),
        path => File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| unopened(from, &error))?;
    String::from_utf8(bytes).map_err(|_| {
        Failure::input(format!(
            "{from} is not text in UTF-8; save the log as CSV in UTF-8."
        ))
    })
}

/// A log that cannot be read.
fn unopened(path: &str, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::input(format!(
            "There is no file “{path}”: name a log, or - for standard input."
        )),
        io::ErrorKind::IsADirectory => {
            Failure::input(format!("“{path}” is a folder: name a log in it."))
        }
        _ => Failure::machine(path, error),
    }
}

/// The line on which a record begins; a record's own count begins with the empty lines before it.
fn line_of(text: &str, record: &StringRecord) -> usize {
    let begins = record.position().map_or(0, |at| at.byte() as usize);
    let empty = text.bytes().skip(begins);
    let empty = empty.take_while(|byte| b"\r\n".contains(byte)).count();
    let before = text.bytes().take(begins + empty);
    1 + before.filter(|byte| *byte == b'\n').count()
}

impl Ways {
    /// Whether a column may be called so: by a step's name, or `step` and its number.
    pub(super) fn has_step(&self, name: &str) -> bool {
        let routes = 0..self.routes.len();
        let mut steps = routes
            .flat_map(|route| (0..self.routes[route].steps.len()).map(move |step| (route, step)));
        steps.any(|(route, step)| self.is_called(route, step, name))
    }

    fn is_called(&self, route: usize, step: usize, name: &str) -> bool {
        let place = self.first(route) + step;
        self.names[place].to_lowercase() == name || format!("step{}", step + 1) == name
    }

    /// The place in the plan of a route's first step.
    fn first(&self, route: usize) -> usize {
        let before = self.routes[..route].iter();
        before.map(|route| route.steps.len()).sum()
    }

    pub(super) fn step_names(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for name in &self.names {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

fn task(
    place: &str,
    row: usize,
    line: &StringRecord,
    columns: &Columns,
    scenario: &Scenario,
    ways: &Ways,
) -> Result<Task, Failure> {
    let cell = |column: usize| line.get(column).unwrap_or_default();
    let name = columns.task.map(cell).filter(|name| !name.is_empty());
    let name = name.map_or_else(|| (row + 1).to_string(), str::to_owned);
    let arrived = minutes(place, "arrival", cell(columns.arrival))?;
    let kind = columns.kind.map(cell).filter(|kind| !kind.is_empty());
    if kind.is_none() && ways.plan.streams.len() > 1 {
        return Err(Failure::input(format!(
            "{place}: several kinds of work arrive here; say which this is, in a column “type”."
        )));
    }
    let kind = kind.unwrap_or(&scenario.tasks[ways.plan.streams[0].task].key);
    let streams = ways.plan.streams.iter();
    let stream = streams
        .enumerate()
        .find(|(_, stream)| scenario.tasks[stream.task].key == kind);
    let Some((stream, of)) = stream else {
        let known: Vec<&str> = scenario
            .tasks
            .iter()
            .map(|task| task.key.as_str())
            .collect();
        return Err(Failure::input(format!(
            "{place}: no work of type “{kind}” arrives; there are {}.",
            known.join(", ")
        )));
    };
    let passes = passes(place, line, columns, of.task, ways)?;
    let given = |column: Option<usize>| column.map(cell).filter(|text| !text.is_empty());
    let rank = given(columns.priority).map(|text| rank(place, text));
    let patience = given(columns.patience).map(|text| minutes(place, "patience", text));
    Ok(Task {
        name,
        kind: kind.to_owned(),
        recorded: Recorded {
            stream,
            arrived,
            passes,
            rank: rank.transpose()?,
            patience: patience.transpose()?,
        },
    })
}

/// The passes of a task in order, along the first route of its kind that allows them.
fn passes(
    place: &str,
    line: &StringRecord,
    columns: &Columns,
    task: usize,
    ways: &Ways,
) -> Result<Vec<(usize, f64)>, Failure> {
    for (index, route) in ways.routes.iter().enumerate() {
        if route.task != task {
            continue;
        }
        let mut given = vec![Vec::new(); route.steps.len()];
        let mut foreign = false;
        for (column, name) in &columns.steps {
            let times = times(place, name, line.get(*column).unwrap_or_default())?;
            let step = (0..given.len()).find(|step| ways.is_called(index, *step, name));
            match step {
                Some(step) => given[step].extend(times),
                None => foreign |= !times.is_empty(),
            }
        }
        if foreign {
            continue;
        }
        if let Some(steps) = path(route, &given) {
            let first = ways.first(index);
            let mut next: Vec<_> = given.into_iter().map(Vec::into_iter).collect();
            let pass = |step: usize| (first + step, next[step].next().unwrap_or_default());
            return Ok(steps.into_iter().map(pass).collect());
        }
    }
    Err(Failure::input(format!(
        "{place}: no way through the steps uses exactly these passes; give every step that was taken as many times as it was, and none to the others."
    )))
}

/// The times in a cell, in order.
fn times(place: &str, column: &str, cell: &str) -> Result<Vec<f64>, Failure> {
    let times = cell.split(';').map(str::trim);
    times
        .filter(|time| !time.is_empty())
        .map(|time| minutes(place, column, time))
        .collect()
}

/// The rank of a task; the lowest is taken first.
fn rank(place: &str, text: &str) -> Result<u8, Failure> {
    text.parse().map_err(|_| {
        Failure::input(format!(
            "{place}: priority is “{text}”; give a whole number from 0, which is taken first, to 255."
        ))
    })
}

fn minutes(place: &str, column: &str, text: &str) -> Result<f64, Failure> {
    match decimal::parse(text) {
        Some(minutes) if (0.0..=LONGEST).contains(&minutes) => Ok(minutes),
        _ => Err(Failure::input(format!(
            "{place}: {column} is “{text}”; give minutes, a number from 0 to 1,000,000,000."
        ))),
    }
}
