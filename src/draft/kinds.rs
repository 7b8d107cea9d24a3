//! The kinds of work while they are being typed: a table with a row for each task.
//!
//! A row is known by its task's key, which never changes. Routes of the user's own name tasks by
//! their place, so they follow every move here: a copy gets copies of them, a task that goes takes
//! its own along.

mod edit;

use super::check::{Field, Place, Problem, number_of};
use crate::model::decimal::kept;
use crate::model::scenario::parameter::{self, Parameter, Slot, Unit, table};
use crate::model::scenario::{Route, Scenario, Task, tidy};
use crate::words::labels::task_name;
use crate::words::numbers::field_text;

/// The numbers of a row, in the order of the table, each with its row of the parameter table.
pub const COLUMNS: [(Field, &str); 5] = [
    (Field::Arrivals, "rate"),
    (Field::InFront, "front_minutes"),
    (Field::Behind, "back_minutes"),
    (Field::Asks, "unclear"),
    (Field::Promise, "promise"),
];

/// The kinds of work while they are being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct KindTable {
    /// The scenario it was read from; all that does not stand here is its.
    base: Scenario,
    /// The rows, in order.
    pub kinds: Vec<KindDraft>,
    /// The routes of the user's own, kept in step with the rows.
    routes: Vec<Route>,
}

/// A kind of work while it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct KindDraft {
    /// Its lasting name, which links use.
    pub key: String,
    /// Name in the user's words; empty for the page's own.
    pub name: String,
    /// The numbers of [`COLUMNS`], as typed.
    pub figures: [String; COLUMNS.len()],
    /// All its other numbers.
    kept: Task,
}

/// The row of the parameter table of a column, and how it is read and written.
fn row_of(column: usize) -> (&'static Parameter, parameter::Field<Task>) {
    let (_, field) = COLUMNS[column];
    let found = table().find_map(|row| match row.slot {
        Slot::Task(slot) if row.field == field => Some((row, slot)),
        _ => None,
    });
    found.expect("the columns are rows of the parameter table")
}

/// The unit of a column.
pub fn unit_of(column: usize) -> Unit {
    row_of(column).0.unit
}

/// A number of a task as its field shows it.
fn shown_in(column: usize, task: &Task) -> String {
    let (row, slot) = row_of(column);
    field_text(row, slot.read(task))
}

impl KindDraft {
    fn of(task: &Task) -> Self {
        Self {
            key: task.key.clone(),
            name: task.name.clone().unwrap_or_default(),
            figures: std::array::from_fn(|column| shown_in(column, task)),
            kept: task.clone(),
        }
    }

    /// The task as typed; `None` where a number is none. A figure that was not touched keeps the
    /// digits that its field does not show.
    fn task(&self) -> Option<Task> {
        let mut task = Task {
            name: tidy::name(&self.name),
            ..self.kept.clone()
        };
        for (column, typed) in self.figures.iter().enumerate() {
            let (row, slot) = row_of(column);
            if *typed != shown_in(column, &self.kept) {
                slot.write(&mut task, kept(number_of(row, typed).ok()?));
            }
        }
        Some(task)
    }
}

impl KindTable {
    /// Reads the kinds of work of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            base: scenario.clone(),
            kinds: scenario.tasks.iter().map(KindDraft::of).collect(),
            routes: scenario.own_routes.clone(),
        }
    }

    /// The scenario with what is typed; `None` as long as something is wrong.
    pub fn scenario(&self) -> Option<Scenario> {
        let tasks: Option<Vec<Task>> = self.kinds.iter().map(KindDraft::task).collect();
        let mut scenario = Scenario {
            tasks: tasks?,
            own_routes: self.routes.clone(),
            ..self.base.clone()
        };
        scenario.forget_lost_kind();
        scenario.admit().ok().map(|(scenario, _)| scenario)
    }

    /// Everything that keeps the table from being used.
    pub fn problems(&self) -> Vec<Problem> {
        let in_kind = |kind: &KindDraft| {
            let place = Place::Kind(kind.key.clone());
            let wrong = move |(column, typed): (usize, &String)| {
                let sentence = number_of(row_of(column).0, typed).err()?;
                Some(Problem {
                    place: place.clone(),
                    field: COLUMNS[column].0,
                    sentence,
                })
            };
            let figures = kind.figures.iter().enumerate();
            figures.filter_map(wrong).collect::<Vec<_>>()
        };
        self.kinds.iter().flat_map(in_kind).collect()
    }

    /// Takes over a scenario that was changed elsewhere. What cannot be used yet is kept as long
    /// as there are the same kinds of work.
    pub fn follow(&mut self, scenario: &Scenario) {
        if !self.problems().is_empty() && self.same_kinds(scenario) {
            self.take(scenario);
        } else if self.scenario().as_ref() != Some(scenario) {
            *self = Self::of(scenario);
        }
        self.base = scenario.clone();
    }

    /// Notes that the page shows what is typed.
    pub fn taken_up(&mut self, scenario: Scenario) {
        self.base = scenario;
    }

    fn same_kinds(&self, scenario: &Scenario) -> bool {
        let keys = |tasks: &[Task]| {
            tasks
                .iter()
                .map(|task| task.key.clone())
                .collect::<Vec<_>>()
        };
        scenario.origin == self.base.origin
            && scenario.own_routes == self.base.own_routes
            && keys(&scenario.tasks) == keys(&self.base.tasks)
    }

    /// Takes what was changed elsewhere of kinds that still stand, and leaves the rest as typed.
    fn take(&mut self, scenario: &Scenario) {
        for (before, now) in self.base.tasks.iter().zip(&scenario.tasks) {
            let Some(kind) = self.kinds.iter_mut().find(|kind| kind.key == now.key) else {
                continue;
            };
            let read = KindDraft::of(now);
            if before.name != now.name {
                kind.name = read.name;
            }
            for (column, figure) in read.figures.into_iter().enumerate() {
                if shown_in(column, before) != figure {
                    kind.figures[column] = figure;
                }
            }
            kind.kept = read.kept;
        }
    }

    /// A row, by its task's key.
    pub fn kind(&self, key: &str) -> Option<&KindDraft> {
        self.kinds.iter().find(|kind| kind.key == key)
    }

    /// A row, to be changed.
    pub fn kind_mut(&mut self, key: &str) -> Option<&mut KindDraft> {
        self.kinds.iter_mut().find(|kind| kind.key == key)
    }

    /// The place of a row.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.kinds.iter().position(|kind| kind.key == key)
    }

    /// What a kind of work is called: by its name, else by the page's own.
    pub fn name(&self, key: &str) -> String {
        match self.kind(key).map(|kind| kind.name.trim()) {
            None => String::new(),
            Some("") => self.unnamed(key),
            Some(name) => name.to_owned(),
        }
    }

    /// What a kind of work without a name is called.
    pub fn unnamed(&self, key: &str) -> String {
        let nameless = Scenario {
            tasks: vec![Task {
                key: key.to_owned(),
                ..Task::default()
            }],
            own_routes: Vec::new(),
            ..self.base.clone()
        };
        task_name(&nameless, 0)
    }

    /// The shares of a kind's arrivals that take each of its routes; empty where the user has
    /// drawn none.
    pub fn shares(&self, key: &str) -> Vec<f64> {
        let place = self.place(key);
        let own = |route: &&Route| Some(route.task) == place;
        let routes = self.routes.iter().filter(own);
        routes.map(|route| route.share.get()).collect()
    }

    /// Whether any routes have been drawn.
    pub fn has_routes(&self) -> bool {
        !self.routes.is_empty()
    }
}
