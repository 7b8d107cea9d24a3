//! Tasks under way, each in a place of its own that is used again when the task is done.

use super::draws::TaskKey;
use crate::model::scenario::Activity;

/// No place: the end of the list of places.
const NOWHERE: u32 = u32::MAX;

/// A task under way.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Its luck.
    pub key: TaskKey,
    /// Its stream.
    pub stream: u32,
    /// Its number in the stream.
    pub ordinal: u64,
    /// Its number among all arrivals.
    pub place: u64,
    /// Whether it counts in the statistics.
    pub measured: bool,
    /// When it arrived.
    pub arrived: f64,
    /// The step it is at.
    pub step: u32,
    /// When it came to the step.
    pub joined: f64,
    /// When the present pass began.
    pub started: f64,
    /// Whether a part-timer has it.
    pub by_part_timer: bool,
    /// Whether it only lies after a step; it then goes on to `step`, or is done.
    pub lies: bool,
    /// Whether it is done when it has lain.
    pub last: bool,
    /// Time in steps that do not count in the turnaround.
    pub uncounted: f64,
    /// Time worked on it.
    pub touch: f64,
    /// Passes of each activity: work, hand-over, clarification.
    pub passes: [u32; 3],
    /// Passes done again after a caught error.
    pub redone: u32,
    /// Errors that reach the customer.
    pub escapes: u32,
    /// Whether the present pass repeats one with an error.
    pub repeats: bool,
    before: u32,
    after: u32,
}

/// The place of an activity in [`Case::passes`].
pub fn index_of(activity: Activity) -> usize {
    match activity {
        Activity::Work => 0,
        Activity::HandOff => 1,
        Activity::Clarification => 2,
    }
}

impl Case {
    /// A task that has just arrived.
    pub fn new(key: TaskKey, stream: usize, ordinal: u64, arrived: f64, step: usize) -> Self {
        Self {
            key,
            stream: stream as u32,
            ordinal,
            place: 0,
            measured: false,
            arrived,
            step: step as u32,
            joined: arrived,
            started: arrived,
            by_part_timer: false,
            lies: false,
            last: false,
            uncounted: 0.0,
            touch: 0.0,
            passes: [0; 3],
            redone: 0,
            escapes: 0,
            repeats: false,
            before: NOWHERE,
            after: NOWHERE,
        }
    }

    /// Passes so far of the activity of a step.
    pub fn passes_of(&self, activity: Activity) -> u32 {
        self.passes[index_of(activity)]
    }
}

/// All tasks under way, in the order in which they arrived.
#[derive(Clone, Debug)]
pub struct Cases {
    places: Vec<Case>,
    free: Vec<u32>,
    oldest: u32,
    newest: u32,
    inside: usize,
}

impl Default for Cases {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            free: Vec::new(),
            oldest: NOWHERE,
            newest: NOWHERE,
            inside: 0,
        }
    }
}

impl Cases {
    /// Takes in a task and says where it is kept.
    pub fn admit(&mut self, mut case: Case) -> usize {
        case.before = self.newest;
        let place = match self.free.pop() {
            Some(place) => {
                self.places[place as usize] = case;
                place
            }
            None => {
                self.places.push(case);
                (self.places.len() - 1) as u32
            }
        };
        match self.newest {
            NOWHERE => self.oldest = place,
            newest => self.places[newest as usize].after = place,
        }
        self.newest = place;
        self.inside += 1;
        place as usize
    }

    /// Lets a task go.
    pub fn release(&mut self, place: usize) {
        let Case { before, after, .. } = self.places[place];
        match before {
            NOWHERE => self.oldest = after,
            before => self.places[before as usize].after = after,
        }
        match after {
            NOWHERE => self.newest = before,
            after => self.places[after as usize].before = before,
        }
        self.free.push(place as u32);
        self.inside -= 1;
    }

    /// How many are under way.
    pub fn inside(&self) -> usize {
        self.inside
    }

    /// When the oldest of them arrived.
    pub fn oldest_arrival(&self) -> Option<f64> {
        let oldest = self.places.get(self.oldest as usize);
        oldest.filter(|_| self.inside > 0).map(|case| case.arrived)
    }

    /// Forgets all, and keeps the room for them.
    pub fn clear(&mut self) {
        let (mut places, mut free) = (
            std::mem::take(&mut self.places),
            std::mem::take(&mut self.free),
        );
        places.clear();
        free.clear();
        *self = Self {
            places,
            free,
            ..Self::default()
        };
    }
}

impl std::ops::Index<usize> for Cases {
    type Output = Case;
    fn index(&self, place: usize) -> &Case {
        &self.places[place]
    }
}

impl std::ops::IndexMut<usize> for Cases {
    fn index_mut(&mut self, place: usize) -> &mut Case {
        &mut self.places[place]
    }
}
