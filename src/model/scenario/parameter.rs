//! The parameter table: the single source of every number's unit, range, default and evidence.
//!
//! A row addresses a field of a task, a team, the tool, the calendar or the horizon; the page's
//! controls, the link, the terminal, the property tests and the defaults of the examples all walk
//! this table. A new slider is one field in the scenario and one row here (and its words).

mod channel_rows;
mod contract_rows;
mod defaults;
pub mod further_rows;
mod site_rows;
mod slider;
mod step_rows;
mod surge_rows;
mod task_rows;
mod team_rows;
mod turnover_rows;
mod unit;

pub use unit::Unit;

use super::{Calendar, Horizon, Simulation, Step, Surge, Task, Team, TeamKind, Tool};

/// One row of the table.
pub struct Parameter {
    /// Name of the field, such as `front_minutes`; with the entity's key before it, the address.
    pub field: &'static str,
    /// The fold on the page where its control stands.
    pub group: Group,
    /// What the number counts.
    pub unit: Unit,
    /// How the slider spreads its range.
    pub scale: Scale,
    /// Ends of the slider.
    pub slider: (f64, f64),
    /// What may be typed; anything outside is clamped to it and named.
    pub limit: (f64, f64),
    /// What a press of minus or plus changes.
    pub step: f64,
    /// The value where an example names none.
    pub default: Default,
    /// Where the default comes from.
    pub evidence: Evidence,
    /// How to read and write it.
    pub slot: Slot,
}

/// A default, which for a team may depend on where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Default {
    /// The same for all.
    Of(f64),
    /// One for teams of the front office, one for all others.
    FrontElse(f64, f64),
    /// One for temporary staff, one for all others.
    TemporaryElse(f64, f64),
    /// A row that only teams of some kinds have.
    Only(&'static [TeamKind], f64),
}

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A published source; the words name it.
    Sourced,
    /// Nobody's measurement: replace it by your own.
    Assumed,
    /// A choice or a convention, not a claim about the world.
    Choice,
}

/// The folds of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// What comes in.
    Demand,
    /// How long it takes.
    Work,
    /// Who is there and what they cost.
    People,
    /// Hand-offs, questions, errors.
    Quality,
    /// Tools and automation.
    Tools,
    /// Partners, software that works alone, a middle office.
    Partners,
    /// What was promised, what lateness costs.
    Promise,
    /// Customers who wait at the other end, what goes first, customers who chase.
    Live,
    /// The calendar and the horizon.
    Time,
    /// How chance is simulated.
    Chance,
}

impl Group {
    /// All folds, in the order of the page.
    pub const ALL: [Group; 10] = [
        Group::Demand,
        Group::Work,
        Group::People,
        Group::Quality,
        Group::Tools,
        Group::Partners,
        Group::Promise,
        Group::Live,
        Group::Time,
        Group::Chance,
    ];
}

/// How a slider spreads its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Evenly.
    Linear,
    /// By ratios; the range is above zero.
    Log,
    /// Evenly near zero, by ratios beyond the given knee.
    Symlog(f64),
}

/// How to read and write one number of a `T`. Places in memory rather than values: fields at the
/// same place of different things share their code.
pub enum Field<T> {
    /// As it is kept.
    Number(fn(&T) -> &f64, fn(&mut T) -> &mut f64),
    /// Kept in another unit than the one it is given in: kept = given × factor.
    Scaled(f64, fn(&T) -> &f64, fn(&mut T) -> &mut f64),
    /// Off (0) or on (1).
    Switch(fn(&T) -> &bool, fn(&mut T) -> &mut bool),
    /// Made of several numbers.
    Made(fn(&T) -> f64, fn(&mut T, f64)),
}

impl<T> Clone for Field<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Field<T> {}

impl<T> Field<T> {
    /// The number of one thing.
    pub fn read(&self, of: &T) -> f64 {
        match self {
            Self::Number(at, _) => *at(of),
            Self::Scaled(factor, at, _) => *at(of) / factor,
            Self::Switch(at, _) => f64::from(u8::from(*at(of))),
            Self::Made(get, _) => get(of),
        }
    }

    /// Writes it.
    pub fn write(&self, of: &mut T, value: f64) {
        match self {
            Self::Number(_, at) => *at(of) = value,
            Self::Scaled(factor, _, at) => *at(of) = value * factor,
            Self::Switch(_, at) => *at(of) = value >= 0.5,
            Self::Made(_, set) => set(of, value),
        }
    }
}

/// How to read and write a number of one kind of entity.
#[derive(Clone, Copy)]
pub enum Slot {
    /// Of a task.
    Task(Field<Task>),
    /// Of a team.
    Team(Field<Team>),
    /// Of a step of the user's own process.
    Step(Field<Step>),
    /// Of the tool.
    Tool(Field<Tool>),
    /// Of the calendar.
    Calendar(Field<Calendar>),
    /// Of the horizon.
    Horizon(Field<Horizon>),
    /// Of the simulation.
    Simulation(Field<Simulation>),
    /// Of the surge, where there is one.
    Surge(Field<Surge>),
}

/// `slot!(Task, front_minutes.0)`: the slot of a field, by its path.
macro_rules! slot {
    (scaled $factor:expr, $entity:ident, $($path:tt)+) => {
        $crate::model::scenario::parameter::Slot::$entity(
            $crate::model::scenario::parameter::Field::Scaled(
                $factor,
                |entity| &entity.$($path)+,
                |entity| &mut entity.$($path)+,
            ),
        )
    };
    (switch $entity:ident, $($path:tt)+) => {
        $crate::model::scenario::parameter::Slot::$entity(
            $crate::model::scenario::parameter::Field::Switch(
                |entity| &entity.$($path)+,
                |entity| &mut entity.$($path)+,
            ),
        )
    };
    ($entity:ident, $($path:tt)+) => {
        $crate::model::scenario::parameter::Slot::$entity(
            $crate::model::scenario::parameter::Field::Number(
                |entity| &entity.$($path)+,
                |entity| &mut entity.$($path)+,
            ),
        )
    };
}
pub(crate) use slot;

/// Every row, in the order of the page.
pub fn table() -> impl Iterator<Item = &'static Parameter> {
    let [contracts, surge] = further_rows::at_hand();
    let tables = [
        task_rows::ROWS,
        team_rows::ROWS,
        turnover_rows::ROWS,
        contracts,
        channel_rows::ROWS,
        step_rows::ROWS,
        site_rows::ROWS,
        surge,
    ];
    tables.into_iter().flatten()
}

impl Parameter {
    /// The default for a team of the given kind (any kind will do for what is not a team).
    pub fn default_for(&self, kind: TeamKind) -> f64 {
        match self.default {
            Default::Of(value) | Default::Only(_, value) => value,
            Default::FrontElse(front, other) => match kind {
                TeamKind::Front => front,
                _ => other,
            },
            Default::TemporaryElse(temporary, other) => match kind {
                TeamKind::Temporary => temporary,
                _ => other,
            },
        }
    }

    /// Whether a team of this kind has the row at all.
    pub fn applies_to(&self, kind: TeamKind) -> bool {
        match self.default {
            Default::Only(kinds, _) => kinds.contains(&kind),
            Default::TemporaryElse(..) => turnover_rows::PEOPLE.contains(&kind),
            _ => true,
        }
    }

    /// Whether the row says something about this task.
    pub fn concerns(&self, task: &Task) -> bool {
        channel_rows::concerns(self.field, task)
    }

    /// Whether a step has the row at all: only where ways part is there a share that goes aside.
    pub fn fits(&self, step: &Step) -> bool {
        step_rows::fits(self, step)
    }
}
