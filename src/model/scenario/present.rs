//! The present arrangement: the way in use today, and the people who are there today where the plan
//! has others.

use super::{Scenario, Team};
use crate::model::decimal;
use crate::model::units::People;

/// Most people of a team, as in the parameter table.
const MOST_PEOPLE: f64 = 500.0;

impl Team {
    /// People there today; as many as planned where nothing else was said.
    pub fn staff_today(&self) -> People {
        self.today.unwrap_or(self.staff)
    }
}

impl Scenario {
    /// The same work with the people who are there today; `None` where the plan has as many.
    pub fn as_today(&self) -> Option<Self> {
        let differs = |team: &Team| team.staff_today() != team.staff;
        self.teams.iter().any(differs).then(|| {
            let mut then = self.clone();
            for team in &mut then.teams {
                team.staff = team.staff_today();
            }
            then
        })
    }

    /// Marks a way, with the people planned now, as the present arrangement.
    pub fn mark_today(&mut self, way: &str) {
        self.today = way.to_owned();
        for team in &mut self.teams {
            team.today = Some(team.staff);
        }
    }

    /// Holds the people there are as today's before others are planned, where none are held yet.
    pub fn keep_today(&mut self) {
        for team in &mut self.teams {
            team.today = Some(team.staff_today());
        }
    }

    /// Today's way and people as links and settings have it: `back_office`, `back_office*5,6`.
    pub fn today_text(&self) -> String {
        if self.teams.iter().all(|team| team.today.is_none()) {
            return self.today.clone();
        }
        let people = self.teams.iter().map(|team| team.staff_today().get());
        let people: Vec<String> = people.map(decimal::shortest).collect();
        [&self.today, "*", &people.join(",")].concat()
    }

    /// Takes today's people from a text such as `5,6`, one number for each team; false where the text
    /// is something else.
    #[must_use]
    pub fn take_people_today(&mut self, text: &str) -> bool {
        let people: Option<Vec<People>> = text
            .split(',')
            .map(|text| decimal::parse(text).and_then(people))
            .collect();
        let Some(people) = people.filter(|people| people.len() == self.teams.len()) else {
            return false;
        };
        for (team, people) in self.teams.iter_mut().zip(people) {
            team.today = Some(people);
        }
        true
    }

    /// Takes the people of one team today; false where there cannot be so many.
    #[must_use]
    pub fn set_staff_today(&mut self, team: usize, count: f64) -> bool {
        let taken = people(count);
        if taken.is_some() {
            self.keep_today();
            self.teams[team].today = taken;
        }
        taken.is_some()
    }
}

/// So many people, as far as a team can have them.
fn people(count: f64) -> Option<People> {
    let possible = (0.0..=MOST_PEOPLE).contains(&count);
    possible.then(|| People(decimal::kept(count)))
}
