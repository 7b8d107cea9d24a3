//! What one may do to the table of kinds of work.

use super::KindTable;
use crate::draft::edit::{Direction, swap};
use crate::model::scenario::Route;
use crate::model::scenario::address::is_reserved;
use crate::model::scenario::validation::{MOST_ROUTES, MOST_TASKS};

/// Letters of a name that a copy's keeps, so that the word for a copy fits behind.
const KEPT_LETTERS: usize = 50;

impl KindTable {
    /// Whether there is room for a copy of a row.
    fn has_room_for(&self, place: usize) -> bool {
        let copied = |route: &&Route| route.task == place;
        let routes = self.routes.len() + self.routes.iter().filter(copied).count();
        self.kinds.len() < MOST_TASKS && routes <= MOST_ROUTES
    }

    /// Whether there is room for another kind of work.
    pub fn has_room(&self) -> bool {
        self.has_room_for(0)
    }

    /// Adds a kind of work at the end, like the first in all but its name, and returns its key.
    pub fn add(&mut self) -> Option<String> {
        let (key, number) = self.free_key();
        self.copy(0, self.kinds.len(), &key, format!("Kind {number}"))
    }

    /// Puts a copy of a kind of work below it and returns the copy's key.
    pub fn duplicate(&mut self, key: &str) -> Option<String> {
        let place = self.place(key)?;
        let name: String = self.name(key).chars().take(KEPT_LETTERS).collect();
        let (copied, _) = self.free_key();
        self.copy(place, place + 1, &copied, format!("{name}, copy"))
    }

    /// Puts a copy of a row and of its routes at a place.
    fn copy(&mut self, from: usize, to: usize, key: &str, name: String) -> Option<String> {
        let mut kind = self.kinds.get(from).cloned()?;
        if !self.has_room_for(from) {
            return None;
        }
        let theirs = |route: &&Route| route.task == from;
        let mut copies: Vec<Route> = self.routes.iter().filter(theirs).cloned().collect();
        for copy in &mut copies {
            copy.task = to;
        }
        for route in self.routes.iter_mut().filter(|route| route.task >= to) {
            route.task += 1;
        }
        self.routes.append(&mut copies);
        kind.name = name;
        key.clone_into(&mut kind.key);
        key.clone_into(&mut kind.kept.key);
        self.kinds.insert(to, kind);
        Some(key.to_owned())
    }

    /// Removes a kind of work with its routes. The last one stays.
    pub fn remove(&mut self, key: &str) -> bool {
        let Some(place) = self.place(key).filter(|_| self.kinds.len() > 1) else {
            return false;
        };
        self.kinds.remove(place);
        self.routes.retain(|route| route.task != place);
        for route in self.routes.iter_mut().filter(|route| route.task > place) {
            route.task -= 1;
        }
        true
    }

    /// Moves a kind of work by one place.
    pub fn shift(&mut self, key: &str, direction: Direction) -> bool {
        let place = self.place(key);
        let other = place.and_then(|place| direction.from(place, self.kinds.len()));
        let (Some(place), Some(other)) = (place, other) else {
            return false;
        };
        for route in &mut self.routes {
            route.task = match route.task {
                task if task == place => other,
                task if task == other => place,
                task => task,
            };
        }
        swap(&mut self.kinds, Some(place), direction)
    }

    /// A key that nothing has, and the number in it.
    fn free_key(&self) -> (String, usize) {
        let taken = |key: &str| {
            self.kind(key).is_some()
                || self.base.teams.iter().any(|team| team.key == key)
                || is_reserved(key)
        };
        let mut keys = (2..).map(|number| (format!("kind{number}"), number));
        let free = keys.find(|(key, _)| !taken(key));
        free.expect("there are more numbers than kinds of work")
    }
}
