//! The words of the staff figure: its message, a sentence for each number of people, its table.

use super::{Curve, Row};
use crate::figures::Table;
use crate::model::evaluation::{Status, TeamState};
use crate::words::labels::{team_name, upper_first};
use crate::words::numbers::{count_word, duration, money, number, percent};

impl Curve<'_> {
    /// What one more and one fewer would do.
    pub(super) fn headline(&self) -> String {
        let Some(here) = self.here else {
            return "More people, less waiting".into();
        };
        if let Some(other) = self.held_up_by(here) {
            return format!("The {other} falls behind, however many work here");
        }
        let (now, more) = (self.rows[here].mean(), self.rows.get(here + 1));
        let fewer_fails = here > 0 && self.rows[here - 1].mean().is_none();
        match (
            now,
            more.and_then(|row| {
                row.mean()
                    .map(|mean| (row.staff - self.rows[here].staff, mean))
            }),
        ) {
            (Some(now), Some((added, mean))) => {
                let who = upper_first(&count_word(added));
                let (now, then) = (duration(now), duration(mean));
                let gain = if now == then {
                    format!("{who} more changes little: the mean stays {now}")
                } else {
                    format!("{who} more cuts the mean from {now} to {then}")
                };
                if fewer_fails {
                    format!("{gain}; one fewer is not enough")
                } else {
                    gain
                }
            }
            (None, Some((added, mean))) => {
                format!(
                    "Too few: {} more brings the mean to {}",
                    count_word(added),
                    duration(mean)
                )
            }
            (None, None) => self.cure(here),
            (Some(now), None) => format!("Mean turnaround {}", duration(now)),
        }
    }

    /// Another team that falls behind, whose backlog no staff here would cure.
    fn held_up_by(&self, here: usize) -> Option<String> {
        match self.rows[here].evaluated.status {
            Status::Overload { team, .. } | Status::NobodyOnDuty { team, .. }
                if team != self.team =>
            {
                Some(team_name(self.context.scenario, team))
            }
            _ => None,
        }
    }

    fn cure(&self, here: usize) -> String {
        // The chart may step over the first number that is enough: the team itself knows it.
        let needed = match self.rows[here].evaluated.teams[self.team].state {
            TeamState::Overload { staff_needed, .. } => Some(staff_needed.get()),
            _ => None,
        };
        let enough = self.rows[here..].iter().any(|row| row.mean().is_some());
        match needed {
            Some(needed) if enough => format!("Too few: it takes {} people", count_word(needed)),
            _ => "Too few, however far one looks".into(),
        }
    }

    pub(super) fn sentence(&self, row: &Row) -> String {
        let people = if row.staff == 1.0 {
            "1 person".to_owned()
        } else {
            format!("{} people", number(row.staff, 2))
        };
        match (row.mean(), row.p90()) {
            (Some(mean), Some(p90)) => {
                format!(
                    "{people}: mean {}, nine in ten within {}.",
                    duration(mean),
                    duration(p90)
                )
            }
            _ => match row.growth() {
                Some(growth) => format!(
                    "{people}: overload, {} more tasks wait every week.",
                    number(growth, 1)
                ),
                None => format!("{people}: not enough."),
            },
        }
    }

    pub(super) fn table(&self) -> Table {
        let head = [
            "People",
            "Busy",
            "Mean",
            "Nine in ten",
            "Promise kept",
            "Cost a month",
        ];
        let cells = |row: &Row| {
            let busy = percent(row.evaluated.teams[self.team].occupancy.get());
            let cost = money(row.evaluated.month.total().get());
            let people = number(row.staff, 2);
            match &row.evaluated.turnaround {
                Some(time) => vec![
                    people,
                    busy,
                    duration(time.mean.get()),
                    duration(time.p90.get()),
                    percent(time.within_promise.get()),
                    cost,
                ],
                None => vec![
                    people,
                    busy,
                    "overload".into(),
                    "–".into(),
                    "–".into(),
                    cost,
                ],
            }
        };
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: self.rows.iter().map(cells).collect(),
        }
    }
}
