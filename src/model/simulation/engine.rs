//! The engine: takes one event after the other and lets it happen.
//!
//! What can happen is a kind of event in the calendar and a file of its own here. The engine knows
//! neither where times come from (a [`Source`]) nor what is made of what happens (a [`Witness`]).

mod abandonment;
mod arrival;
mod chasing;
mod delay_end;
mod helping;
mod interruption;
mod pass;
mod rest_end;
mod service_end;

use super::calendar::{Calendar, Kind};
use super::case::{Case, Cases};
use super::plan::{Plan, PlanStep};
use super::source::Source;
use super::station::Station;
use crate::model::scenario::Activity;

/// More tasks inside than this, and the run is given up: it drowns.
const MOST_INSIDE: usize = 500_000;

/// What is made of what happens. Whatever a witness does not look at costs nothing.
pub trait Witness {
    /// A task has arrived and found the floor as it is.
    fn arrived(&mut self, _now: f64, _floor: &Floor) {}
    /// A pass begins, after the case has waited so long for somebody.
    fn began(&mut self, _now: f64, _case: &Case, _step: &PlanStep) {}
    /// A pass that was interrupted is taken up again, after the case has waited since it was.
    fn resumed(&mut self, _now: f64, _case: &Case) {}
    /// Somebody has worked on a case: a whole pass, or a part of it.
    fn worked(&mut self, _case: &Case, _stint: Stint) {}
    /// A pass ends.
    fn ended(&mut self, _now: f64, _case: &Case, _step: &PlanStep) {}
    /// A task is done.
    fn done(&mut self, _now: f64, _case: &Case) {}
    /// A customer has given up.
    fn gave_up(&mut self, _now: f64, _case: &Case) {}
    /// The statistics begin.
    fn opened(&mut self, _now: f64, _floor: &mut Floor) {}
    /// No later arrivals count; those that do may still be under way.
    fn closed(&mut self, _now: f64, _floor: &mut Floor) {}
}

/// Work on a case by one person without a break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stint {
    /// What for.
    pub activity: Activity,
    /// How long, in minutes.
    pub minutes: f64,
    /// Minutes of these that went to chasers.
    pub chasing: f64,
}

/// Which arrivals count: from one number up to, but without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub from: u64,
    /// The first that no longer does.
    pub until: u64,
}

impl Window {
    /// Everything.
    pub const ALL: Window = Window {
        from: 0,
        until: u64::MAX,
    };
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// There is more to come.
    Paused,
    /// All that counts is done.
    Ended,
    /// It was given up: ever more tasks are inside.
    Drowned,
}

/// The floor: everybody and everything at one moment.
#[derive(Clone, Debug)]
pub struct Floor {
    /// The time, in minutes since the beginning.
    pub now: f64,
    /// Everybody, by station.
    pub stations: Vec<Station>,
    /// All tasks under way.
    pub cases: Cases,
    /// Tasks that have arrived.
    pub arrived: u64,
    /// Tasks that are done.
    pub finished: u64,
    /// Tasks whose customers have given up.
    pub gave_up: u64,
    /// Events that have happened.
    pub events: u64,
    calendar: Calendar,
    window: Window,
    ordinals: Vec<u64>,
    /// Cases that nobody works on and that wait for nobody.
    lying: usize,
    /// Cases inside that count.
    measured: usize,
    /// By station: those that help it.
    helpers: Vec<Vec<usize>>,
}

impl Floor {
    /// An empty floor, with the first arrivals on the calendar.
    pub fn new(plan: &Plan, source: &mut impl Source, window: Window) -> Self {
        let mut floor = Self {
            now: 0.0,
            stations: Vec::new(),
            cases: Cases::default(),
            arrived: 0,
            finished: 0,
            gave_up: 0,
            events: 0,
            calendar: Calendar::default(),
            window,
            ordinals: Vec::new(),
            lying: 0,
            measured: 0,
            helpers: Vec::new(),
        };
        floor.begin(plan, source, window);
        floor
    }

    /// Clears the floor for another run, in the room it has.
    pub fn begin(&mut self, plan: &Plan, source: &mut impl Source, window: Window) {
        self.calendar.clear();
        self.cases.clear(&plan.streams);
        (self.now, self.arrived, self.events) = (0.0, 0, 0);
        (self.finished, self.gave_up) = (0, 0);
        (self.lying, self.measured, self.window) = (0, 0, window);
        self.stations.clear();
        self.stations.extend(plan.stations.iter().map(Station::new));
        self.helpers.clear();
        self.helpers.resize(plan.stations.len(), Vec::new());
        for (helper, station) in plan.stations.iter().enumerate() {
            for helps in &station.helps {
                self.helpers[helps.station].push(helper);
            }
        }
        self.ordinals.clear();
        self.ordinals.resize(plan.streams.len(), 0);
        for stream in 0..plan.streams.len() {
            if let Some(gap) = source.gap(plan, stream, 0) {
                self.calendar.enter(gap, Kind::Arrival, stream);
            }
        }
    }

    /// Which arrivals count.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Whether what arrived is done, has given up or is inside, and what is inside is somewhere.
    pub fn is_conserved(&self) -> bool {
        let at_stations = self.stations.iter();
        let at_stations: usize = at_stations
            .map(|station| station.waiting() + station.in_service())
            .sum();
        let (inside, tasks) = (self.cases.inside(), self.cases.tasks());
        self.arrived == self.finished + self.gave_up + tasks as u64
            && inside == at_stations + self.lying
    }
}

/// A run under way: the floor, what moves it, and who looks on.
pub struct Run<'a, S, W> {
    /// What is simulated.
    pub plan: &'a Plan,
    /// The floor.
    pub floor: &'a mut Floor,
    /// Where times come from.
    pub source: &'a mut S,
    /// Who looks on.
    pub witness: &'a mut W,
}

impl<S: Source, W: Witness> Run<'_, S, W> {
    /// Lets at most so many events happen.
    pub fn advance(&mut self, most_events: u64) -> Advance {
        for _ in 0..most_events {
            // The window closes with the first arrival that no longer counts.
            let floor = &*self.floor;
            if floor.arrived > floor.window.until && floor.measured == 0 {
                return Advance::Ended;
            }
            let Some(event) = self.floor.calendar.take() else {
                return Advance::Ended;
            };
            self.floor.now = event.time;
            self.floor.events += 1;
            match event.kind {
                Kind::ServiceEnd => self.service_ends(event.subject),
                Kind::RestEnd => self.rest_ends(event.subject),
                Kind::DelayEnd => self.delay_ends(event.subject),
                Kind::Arrival => self.task_arrives(event.subject),
                Kind::Abandonment => self.gives_up(event.subject),
            }
            debug_assert!(self.floor.is_conserved());
            if self.floor.cases.inside() > MOST_INSIDE {
                return Advance::Drowned;
            }
        }
        Advance::Paused
    }
}
