//! Tasks under way, each in a place of its own that is used again when the task is done.

use super::crew::Server;
use super::draws::TaskKey;
use super::plan::Stream;
use crate::model::scenario::Activity;

/// No place: the end of the list of places.
const NOWHERE: u32 = u32::MAX;
/// The time of what is not going to happen, in minutes.
pub const NEVER: f64 = f64::INFINITY;

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
    /// When it was last taken up, or interrupted: the beginning unless the pass was interrupted.
    pub turned: f64,
    /// When the present pass ends; [`NEVER`] while nobody works on it.
    pub ends: f64,
    /// When its customer gives up; [`NEVER`] unless in line with somebody who may.
    pub gives_up: f64,
    /// The station that it came to, in whose line it waits.
    pub home: u32,
    /// The station of whoever works on it.
    pub with: u32,
    /// Whether a part-timer has it.
    pub by_part_timer: bool,
    /// Whether a customer is waiting at the other end.
    pub live: bool,
    /// The rank of its line.
    pub rank: u8,
    /// Minutes that its pass still takes, where these are known before it is taken up: it was
    /// interrupted, or it is a chaser.
    pub left: Option<f64>,
    /// Whether it only lies after a step; it then goes on to `step`, or is done.
    pub lies: bool,
    /// Whether it is done when it has lain.
    pub last: bool,
    /// Minutes worked in steps whose minutes do not count in the turnaround.
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
    /// Whether it is a chaser, who takes somebody's time but is no task.
    pub chaser: bool,
    /// Whether chasers have had their chance, or there are none.
    pub chased: bool,
    /// How often it was asked about.
    pub chasers: u32,
    /// Minutes of the present pass that go to chasers.
    pub chasing: f64,
    /// Wait at its first live step; none until somebody has answered.
    pub answered: Option<f64>,
    /// Minutes in line at live steps.
    pub live_wait: f64,
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
    #[inline]
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
            turned: arrived,
            ends: NEVER,
            gives_up: NEVER,
            home: 0,
            with: 0,
            by_part_timer: false,
            live: false,
            rank: 0,
            left: None,
            lies: false,
            last: false,
            uncounted: 0.0,
            touch: 0.0,
            passes: [0; 3],
            redone: 0,
            escapes: 0,
            repeats: false,
            chaser: false,
            chased: false,
            chasers: 0,
            chasing: 0.0,
            answered: None,
            live_wait: 0.0,
            before: NOWHERE,
            after: NOWHERE,
        }
    }

    /// Who works on it.
    pub fn server(&self) -> Server {
        match self.by_part_timer {
            true => Server::PartTime,
            false => Server::FullTime,
        }
    }

    /// Passes so far of the activity of a step.
    pub fn passes_of(&self, activity: Activity) -> u32 {
        self.passes[index_of(activity)]
    }
}

/// The tasks of a stream under way, in the order in which they arrived.
#[derive(Clone, Copy, Debug)]
struct Ends {
    oldest: u32,
    newest: u32,
    /// Whether they count in the turnaround of all.
    counts: bool,
}

/// All tasks under way, and the chasers.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    places: Vec<Case>,
    free: Vec<u32>,
    streams: Vec<Ends>,
    inside: usize,
    chasers: usize,
    counting: usize,
}

impl Cases {
    /// Takes in a task and says where it is kept.
    #[inline]
    pub fn admit(&mut self, mut case: Case) -> usize {
        let ends = &mut self.streams[case.stream as usize];
        let newest = ends.newest;
        if !case.chaser {
            case.before = newest;
        }
        let (chaser, counts) = (case.chaser, ends.counts);
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
        self.inside += 1;
        if chaser {
            self.chasers += 1;
            return place as usize;
        }
        self.counting += usize::from(counts);
        match newest {
            NOWHERE => ends.oldest = place,
            newest => self.places[newest as usize].after = place,
        }
        ends.newest = place;
        place as usize
    }

    /// Lets a task go.
    #[inline]
    pub fn release(&mut self, place: usize) {
        let case = &mut self.places[place];
        (case.ends, case.gives_up) = (NEVER, NEVER);
        let Case { before, after, .. } = *case;
        self.inside -= 1;
        self.free.push(place as u32);
        if case.chaser {
            self.chasers -= 1;
            return;
        }
        let ends = &mut self.streams[case.stream as usize];
        self.counting -= usize::from(ends.counts);
        match before {
            NOWHERE => ends.oldest = after,
            before => self.places[before as usize].after = after,
        }
        match after {
            NOWHERE => ends.newest = before,
            after => self.places[after as usize].before = before,
        }
    }

    /// How many are under way, chasers included.
    pub fn inside(&self) -> usize {
        self.inside
    }

    /// How many tasks are under way.
    pub fn tasks(&self) -> usize {
        self.inside - self.chasers
    }

    /// How many of them count in the turnaround of all.
    pub fn counting(&self) -> usize {
        self.counting
    }

    /// Those that somebody works on.
    pub fn under_way(&self) -> impl Iterator<Item = &Case> {
        self.places.iter().filter(|case| case.ends != NEVER)
    }

    /// When the oldest of those that count arrived.
    pub fn oldest_arrival(&self) -> Option<f64> {
        let counting = self.streams.iter().filter(|ends| ends.counts);
        let oldest = counting.filter_map(|ends| self.arrival(ends.oldest));
        oldest.reduce(f64::min)
    }

    /// When the oldest task of a stream arrived.
    pub fn oldest_of(&self, stream: usize) -> Option<f64> {
        self.arrival(self.streams[stream].oldest)
    }

    fn arrival(&self, place: u32) -> Option<f64> {
        self.places.get(place as usize).map(|case| case.arrived)
    }

    /// Forgets all, and keeps the room for them.
    pub fn clear(&mut self, streams: &[Stream]) {
        self.places.clear();
        self.free.clear();
        self.streams.clear();
        self.streams.extend(streams.iter().map(|stream| Ends {
            oldest: NOWHERE,
            newest: NOWHERE,
            counts: stream.counts,
        }));
        (self.inside, self.chasers, self.counting) = (0, 0, 0);
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
