//! Addresses: a row of the parameter table applied to one entity of one scenario, written
//! `onboarding.front_minutes`.

use super::parameter::{Parameter, Slot, table};
use super::{Scenario, Step, TeamKind};
use crate::model::decimal;
use std::borrow::Cow;

/// Which entity of the scenario a row is applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A task, by its place in the list.
    Task(usize),
    /// A team, by its place in the list.
    Team(usize),
    /// A step of the user's own process: its route and its place there.
    Step(usize, usize),
    /// The tool.
    Tool,
    /// The calendar.
    Calendar,
    /// The horizon.
    Horizon,
    /// The simulation.
    Simulation,
    /// The surge.
    Surge,
}

/// One number of one scenario.
#[derive(Clone, Copy)]
pub struct Address {
    /// Whose number.
    pub entity: Entity,
    /// Which of its numbers.
    pub parameter: &'static Parameter,
}

/// An address that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// What was asked for.
    pub key: String,
    /// The nearest address that exists, if one is near.
    pub nearest: Option<String>,
}

/// What became of a value that was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    /// Taken as given.
    Exactly,
    /// Out of range: this was taken instead.
    Clamped(f64),
    /// Not a finite number: nothing was changed.
    Refused,
}

/// Names that tasks and teams may not have, because they stand for what there is once.
const RESERVED_KEYS: [&str; 5] = ["tool", "calendar", "horizon", "simulation", "surge"];

/// Whether a name stands for something that there is anyway: the tool, the calendar, a step.
pub fn is_reserved(key: &str) -> bool {
    // What is left of a step's key without its digits.
    let letters: String = key
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    RESERVED_KEYS.contains(&key) || ["step", "route_step"].contains(&letters.as_str())
}

/// Every step of the user's own process.
fn steps(scenario: &Scenario) -> impl Iterator<Item = (Entity, &Step)> {
    let routes = scenario.own_routes.iter().enumerate();
    routes.flat_map(|(i, route)| {
        let numbered = route.steps.iter().enumerate();
        numbered.map(move |(j, step)| (Entity::Step(i, j), step))
    })
}

impl Address {
    /// Every number of a scenario, in the order of the table.
    pub fn all(scenario: &Scenario) -> Vec<Address> {
        table()
            .flat_map(|parameter| Self::of_row(scenario, parameter))
            .collect()
    }

    /// The numbers of one row.
    pub fn of_row(scenario: &Scenario, parameter: &'static Parameter) -> Vec<Address> {
        let at = |entity| Address { entity, parameter };
        match parameter.slot {
            Slot::Task(_) => (0..scenario.tasks.len())
                .map(|i| at(Entity::Task(i)))
                .collect(),
            Slot::Team(_) => (0..scenario.teams.len())
                .filter(|&i| parameter.applies_to(scenario.teams[i].kind))
                .map(|i| at(Entity::Team(i)))
                .collect(),
            Slot::Step(_) => steps(scenario)
                .filter(|(_, step)| parameter.fits(step))
                .map(|(entity, _)| at(entity))
                .collect(),
            Slot::Tool(_) => vec![at(Entity::Tool)],
            Slot::Calendar(_) => vec![at(Entity::Calendar)],
            Slot::Horizon(_) => vec![at(Entity::Horizon)],
            Slot::Simulation(_) => vec![at(Entity::Simulation)],
            Slot::Surge(_) => scenario.surge.iter().map(|_| at(Entity::Surge)).collect(),
        }
    }

    /// The number that a key such as `back.staff` names, if there is one.
    pub fn find(scenario: &Scenario, key: &str) -> Option<Address> {
        let (entity, field) = key.split_once('.').unwrap_or((key, ""));
        let rows = table().filter(|row| row.field == field);
        rows.flat_map(|row| Self::of_row(scenario, row))
            .find(|address| address.entity_key(scenario) == *entity)
    }

    /// Where the same number stands in another scenario, if that has it: tasks and teams go by their
    /// keys, steps by their place.
    pub fn counterpart(&self, scenario: &Scenario, other: &Scenario) -> Option<Address> {
        let entity = match self.entity {
            Entity::Task(place) => {
                let key = &scenario.tasks.get(place)?.key;
                Entity::Task(other.tasks.iter().position(|task| task.key == *key)?)
            }
            Entity::Team(place) => {
                let key = &scenario.teams.get(place)?.key;
                Entity::Team(other.teams.iter().position(|team| team.key == *key)?)
            }
            Entity::Step(route, step) => {
                other.own_routes.get(route)?.steps.get(step)?;
                self.entity
            }
            Entity::Surge => {
                other.surge.as_ref()?;
                self.entity
            }
            once => once,
        };
        Some(Address { entity, ..*self })
    }

    /// Finds the number that a key names; where there is none, the nearest there is.
    pub fn parse(scenario: &Scenario, key: &str) -> Result<Address, UnknownKey> {
        if let Some(found) = Self::find(scenario, key) {
            return Ok(found);
        }
        const NEAR: f64 = 0.5;
        let nearest = Self::all(scenario)
            .iter()
            .map(|address| address.key(scenario))
            .map(|known| (likeness(&known, key), known))
            .filter(|(likeness, _)| *likeness >= NEAR)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, known)| known);
        Err(UnknownKey {
            key: key.to_owned(),
            nearest,
        })
    }

    /// The key by which links and the terminal name this number.
    pub fn key(&self, scenario: &Scenario) -> String {
        let entity = self.entity_key(scenario);
        format!("{entity}.{}", self.parameter.field)
    }

    /// What stands before the dot.
    fn entity_key<'a>(&self, scenario: &'a Scenario) -> Cow<'a, str> {
        let plain = match self.entity {
            Entity::Task(i) => scenario.tasks.get(i).map_or("", |task| &task.key),
            Entity::Team(i) => scenario.teams.get(i).map_or("", |team| &team.key),
            Entity::Step(0, step) => return format!("step{}", step + 1).into(),
            Entity::Step(route, step) => {
                return format!("route{}_step{}", route + 1, step + 1).into();
            }
            Entity::Tool => "tool",
            Entity::Calendar => "calendar",
            Entity::Horizon => "horizon",
            Entity::Simulation => "simulation",
            Entity::Surge => "surge",
        };
        plain.into()
    }

    /// Reads the number; the default if the scenario has no such entity any more.
    pub fn read(&self, scenario: &Scenario) -> f64 {
        let value = match (self.parameter.slot, self.entity) {
            (Slot::Task(field), Entity::Task(i)) => scenario.tasks.get(i).map(|of| field.read(of)),
            (Slot::Team(field), Entity::Team(i)) => scenario.teams.get(i).map(|of| field.read(of)),
            (Slot::Step(field), Entity::Step(i, j)) => {
                let route = scenario.own_routes.get(i);
                route
                    .and_then(|route| route.steps.get(j))
                    .map(|of| field.read(of))
            }
            (Slot::Tool(field), Entity::Tool) => Some(field.read(&scenario.tool)),
            (Slot::Calendar(field), Entity::Calendar) => Some(field.read(&scenario.calendar)),
            (Slot::Horizon(field), Entity::Horizon) => Some(field.read(&scenario.horizon)),
            (Slot::Simulation(field), Entity::Simulation) => Some(field.read(&scenario.simulation)),
            (Slot::Surge(field), Entity::Surge) => {
                scenario.surge.as_deref().map(|of| field.read(of))
            }
            _ => None,
        };
        value.unwrap_or_else(|| self.default(scenario))
    }

    /// Writes a value, to twelve digits and clamped to its limits.
    pub fn write(&self, scenario: &mut Scenario, value: f64) -> Written {
        if !value.is_finite() {
            return Written::Refused;
        }
        let given = decimal::kept(value);
        let taken = self.parameter.clamp(given);
        // A share that goes aside is several numbers: writing it as it is would round them all.
        let stays =
            matches!(self.entity, Entity::Step(..)) && decimal::kept(self.read(scenario)) == taken;
        if !stays {
            self.write_unchecked(scenario, taken);
        }
        if taken == given {
            Written::Exactly
        } else {
            Written::Clamped(taken)
        }
    }

    fn write_unchecked(&self, scenario: &mut Scenario, value: f64) {
        match (self.parameter.slot, self.entity) {
            (Slot::Task(field), Entity::Task(i)) => {
                if let Some(task) = scenario.tasks.get_mut(i) {
                    field.write(task, value);
                }
            }
            (Slot::Team(field), Entity::Team(i)) => {
                if let Some(team) = scenario.teams.get_mut(i) {
                    field.write(team, value);
                }
            }
            (Slot::Step(field), Entity::Step(i, j)) => {
                let route = scenario.own_routes.get_mut(i);
                if let Some(step) = route.and_then(|route| route.steps.get_mut(j)) {
                    field.write(step, value);
                }
            }
            (Slot::Tool(field), Entity::Tool) => field.write(&mut scenario.tool, value),
            (Slot::Calendar(field), Entity::Calendar) => field.write(&mut scenario.calendar, value),
            (Slot::Horizon(field), Entity::Horizon) => field.write(&mut scenario.horizon, value),
            (Slot::Simulation(field), Entity::Simulation) => {
                field.write(&mut scenario.simulation, value);
            }
            (Slot::Surge(field), Entity::Surge) => {
                if let Some(surge) = &mut scenario.surge {
                    field.write(surge, value);
                }
            }
            _ => {}
        }
    }

    /// The table's default for this number.
    pub fn default(&self, scenario: &Scenario) -> f64 {
        self.parameter
            .default_for(self.kind(scenario).unwrap_or(TeamKind::Back))
    }

    /// The kind of the team it belongs to, if it belongs to one.
    pub fn kind(&self, scenario: &Scenario) -> Option<TeamKind> {
        match self.entity {
            Entity::Team(i) => scenario.teams.get(i).map(|team| team.kind),
            _ => None,
        }
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.entity == other.entity && std::ptr::eq(self.parameter, other.parameter)
    }
}

/// How alike two keys are, 0 to 1: the letters they share at the beginning and at the end. That
/// finds a slip of the finger or a missing part, which is what happens to keys.
fn likeness(one: &str, other: &str) -> f64 {
    let longer = one.len().max(other.len());
    let shared = |pairs: usize| pairs.min(one.len().min(other.len()));
    let same = |(a, b): &(u8, u8)| a == b;
    let start = one.bytes().zip(other.bytes()).take_while(same).count();
    let end = one
        .bytes()
        .rev()
        .zip(other.bytes().rev())
        .take_while(same)
        .count();
    shared(start + end) as f64 / longer.max(1) as f64
}
