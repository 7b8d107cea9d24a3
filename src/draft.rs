//! Floor 2, pure: a process of the user's own, and the kinds of work, while they are being drawn.
//!
//! A [`Draft`] holds texts as they were typed, so that what cannot be used stays where it stands,
//! with a sentence beside it. Steps and teams are known by a name that never changes, so that
//! ways and doers follow them wherever they are moved. Only a draft without a [`Problem`] becomes
//! a scenario.

mod check;
mod compile;
mod drawn;
mod edit;
mod follow;
pub mod kinds;
mod read;
mod resolve;

pub use check::{Field, Place, Problem};
pub use drawn::Drawn;
pub use edit::Direction;
pub use kinds::{KindDraft, KindTable};
pub use read::{Beginning, beginnings};

use crate::model::scenario::{Scenario, Step, Team, TeamKind};

/// A process while it is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The scenario it was read from; all that is not drawn here is its.
    base: Scenario,
    /// The teams, in order.
    pub teams: Vec<TeamDraft>,
    /// The steps of each task, in order.
    pub chains: Vec<Vec<StepDraft>>,
    /// Whether a task had several routes, of which only the first is drawn.
    pub several_routes: bool,
    next_id: u32,
}

/// A team while it is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamDraft {
    /// Its lasting name, which links use.
    pub key: String,
    /// Name in the user's words; empty for the page's own.
    pub name: String,
    /// People on the roster, as typed.
    pub people: String,
    /// Share of their paid time that they are away, as typed.
    pub away: String,
    /// Cost of an hour, as typed.
    pub rate: String,
    /// All its other numbers.
    kept: Team,
}

/// A step while it is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct StepDraft {
    /// Its lasting name within the draft.
    pub id: u32,
    /// Name in the user's words; may be empty.
    pub name: String,
    /// Who does it.
    pub doer: Hands,
    /// Minutes of one pass, as typed.
    pub minutes: String,
    /// Spread of those minutes, as typed.
    pub spread: String,
    /// Time that passes after it, as typed.
    pub wait: String,
    /// The ways out of it; what they leave over is done.
    pub ways: Vec<Way>,
    /// All its other numbers.
    kept: Step,
}

/// Who does a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hands {
    /// Nobody has been chosen.
    Open,
    /// The customer.
    Customer,
    /// A team, by its key.
    Team(String),
}

/// A way out of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Where it leads.
    pub to: Target,
    /// How often it is taken, as typed.
    pub share: String,
}

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The step below, whichever that is; done, below the last.
    Next,
    /// A certain step, wherever it stands.
    Step(u32),
    /// Nowhere: the task is done.
    Done,
}

impl Draft {
    /// The place of a team in the list.
    pub fn team_place(&self, key: &str) -> Option<usize> {
        self.teams.iter().position(|team| team.key == key)
    }

    /// A team.
    pub fn team(&self, key: &str) -> Option<&TeamDraft> {
        self.teams.iter().find(|team| team.key == key)
    }

    /// A team, to be changed.
    pub fn team_mut(&mut self, key: &str) -> Option<&mut TeamDraft> {
        self.teams.iter_mut().find(|team| team.key == key)
    }

    /// The task and the place of a step.
    pub fn step_place(&self, id: u32) -> Option<(usize, usize)> {
        self.chains.iter().enumerate().find_map(|(task, chain)| {
            let place = chain.iter().position(|step| step.id == id)?;
            Some((task, place))
        })
    }

    /// A step.
    pub fn step(&self, id: u32) -> Option<&StepDraft> {
        self.chains.iter().flatten().find(|step| step.id == id)
    }

    /// A step, to be changed.
    pub fn step_mut(&mut self, id: u32) -> Option<&mut StepDraft> {
        self.chains.iter_mut().flatten().find(|step| step.id == id)
    }

    /// What a step is called: by its name, else by its place.
    pub fn step_name(&self, id: u32) -> String {
        let name = self.step(id).map_or("", |step| step.name.trim());
        match self.step_place(id) {
            Some((_, place)) if name.is_empty() => format!("Step {}", place + 1),
            _ => name.to_owned(),
        }
    }

    /// What a team is called: by its name, else by its kind.
    pub fn team_name(&self, key: &str) -> String {
        self.team(key).map_or_else(String::new, TeamDraft::shown)
    }

    /// The kind of the team that does a step, if a team does it.
    pub fn hands_kind(&self, hands: &Hands) -> Option<TeamKind> {
        match hands {
            Hands::Team(key) => self.team(key).map(TeamDraft::kind),
            _ => None,
        }
    }

    /// The scenario as the page has it.
    pub fn base(&self) -> &Scenario {
        &self.base
    }

    /// Whether no step has been drawn yet.
    pub fn is_empty(&self) -> bool {
        self.chains.iter().all(Vec::is_empty)
    }
}

impl TeamDraft {
    /// What it is to the customer.
    pub fn kind(&self) -> TeamKind {
        self.kept.kind
    }

    /// What it is called: by its name, else by its kind.
    pub fn shown(&self) -> String {
        match self.name.trim() {
            "" => crate::words::labels::upper_first(crate::words::english::team(self.kind())),
            name => name.to_owned(),
        }
    }
}
