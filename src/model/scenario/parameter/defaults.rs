//! Tasks and teams of nothing but the table's defaults.

use super::{Slot, table};
use crate::model::scenario::{Task, Team, TeamKind};

impl Task {
    /// A task whose every number is the table's default.
    pub fn with_defaults(key: &str) -> Self {
        let mut task = Self {
            key: key.to_owned(),
            ..Self::default()
        };
        for row in table() {
            if let Slot::Task(field) = row.slot {
                field.write(&mut task, row.default_for(TeamKind::Back));
            }
        }
        task
    }
}

impl Team {
    /// A team whose every number is the table's default for its kind.
    pub fn with_defaults(key: &str, kind: TeamKind) -> Self {
        let mut team = Self {
            key: key.to_owned(),
            kind,
            ..Self::default()
        };
        // Only front offices have a row for it; nobody else plans less than all their time.
        team.max_occupancy.0 = 1.0;
        team.versatility.0 = 0.8;
        for row in table().filter(|row| row.applies_to(kind)) {
            if let Slot::Team(field) = row.slot {
                field.write(&mut team, row.default_for(kind));
            }
        }
        team
    }
}
