//! The columns of a log, by its heading.

use super::Ways;
use crate::terminal::failure::Failure;
use csv::StringRecord;

/// What the columns of a log are.
pub(super) struct Columns {
    /// The name of the task.
    pub(super) task: Option<usize>,
    /// When it arrived.
    pub(super) arrival: usize,
    /// Its kind.
    pub(super) kind: Option<usize>,
    /// The rank of the lines in which it waits.
    pub(super) priority: Option<usize>,
    /// How long its customer waits in a line.
    pub(super) patience: Option<usize>,
    /// The other columns: their place and their name, in small letters.
    pub(super) steps: Vec<(usize, String)>,
}

/// Finds the columns by the heading.
pub(super) fn columns(from: &str, head: &StringRecord, ways: &Ways) -> Result<Columns, Failure> {
    let names: Vec<String> = head.iter().map(str::to_lowercase).collect();
    if names.iter().all(String::is_empty) {
        return Err(Failure::input(format!(
            "{from} is empty: begin it with a line that names its columns, such as task,arrival,step1."
        )));
    }
    if let [only] = &names[..]
        && only.contains([';', '\t'])
    {
        return Err(Failure::input(format!(
            "{from}: its cells are not separated by commas; save the log as CSV with commas."
        )));
    }
    let mut sorted = names.clone();
    sorted.sort();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Failure::input(format!(
            "{from}: two columns are called “{}”; leave one out.",
            pair[0]
        )));
    }
    let place = |wanted: &str| names.iter().position(|name| name == wanted);
    let arrival = place("arrival").ok_or_else(|| {
        Failure::input(format!(
            "{from} has no column “arrival”: name one in its first line, in minutes."
        ))
    })?;
    let known = ["task", "arrival", "type", "priority", "patience"];
    let mut steps = Vec::new();
    for (place, name) in names.iter().enumerate() {
        if !known.contains(&name.as_str()) {
            if !ways.has_step(name) {
                return Err(Failure::input(format!(
                    "{from}: there is no step “{name}”; the steps are {}.",
                    ways.step_names()
                )));
            }
            steps.push((place, name.clone()));
        }
    }
    Ok(Columns {
        task: place("task"),
        arrival,
        kind: place("type"),
        priority: place("priority"),
        patience: place("patience"),
        steps,
    })
}
