//! What is simulated: streams of tasks, the steps they take, the stations that do them.
//!
//! A plan is made from a scenario and the routes of a strategy, or written down by hand for a
//! queue of the textbook. Times are in minutes.

use super::spread::{Family, Spread};
use crate::model::queueing::error::MIN_SERVERS;
use crate::model::queueing::visits_from;
use crate::model::scenario::{Activity, Doer, Route, Scenario, Step, Task};
use serde::{Deserialize, Serialize};

/// Tasks that count are not waited for longer than this: so many arrivals for one.
const MOST_ARRIVALS_FOR_ONE: f64 = 10.0;

/// What is simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Where tasks come from.
    pub streams: Vec<Stream>,
    /// The steps of all routes, one after the other.
    pub steps: Vec<PlanStep>,
    /// Who does them, in the order of the scenario's teams.
    pub stations: Vec<StationPlan>,
}

/// Tasks of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// The kind of task, by its place in the scenario.
    pub task: usize,
    /// Time from one arrival to the next.
    pub gap: Spread,
    /// Where a task begins: each route's first step, with the share of tasks up to it.
    pub begins: Vec<Way>,
    /// Time within which it was promised.
    pub promise: f64,
    /// How long a customer waits in line at a live step before giving up; none who waits for ever.
    pub patience: Option<Spread>,
    /// The wait within which a live contact is to be answered; none where nothing is live.
    pub target: Option<f64>,
    /// Whether its tasks count in the turnaround of all. Live contacts do not where there is other
    /// work too.
    pub counts: bool,
    /// Customers who ask where their overdue task is; none where nobody does.
    pub chasing: Option<Chasing>,
}

/// Chasers: an overdue task is asked about at a rate, and each time costs minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chasing {
    /// How often a task is asked about per overdue minute.
    pub per_minute: f64,
    /// What each time adds to the work of the task itself, minutes.
    pub minutes: f64,
    /// A station, and the minutes that each chaser takes of one of its people.
    pub front: Option<(usize, f64)>,
}

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The share that goes this way or an earlier one.
    pub up_to: f64,
    /// The step it leads to.
    pub to: usize,
}

/// One step of one route.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    /// The station that does it; none where the task waits for the customer.
    pub station: Option<usize>,
    /// What it is for.
    pub activity: Activity,
    /// How long a pass takes.
    pub time: Spread,
    /// Time after a pass before the task goes on.
    pub delay_after: f64,
    /// Chance that a pass has an error that is caught: it is done again.
    pub redo: f64,
    /// Chance that a pass has any error.
    pub error: f64,
    /// Whether its time counts in the turnaround.
    pub counts: bool,
    /// Where the task goes after the last pass; beyond the last share it is done.
    pub next: Vec<Way>,
    /// Whether a customer is waiting at the other end, who may give up while in line.
    pub live: bool,
    /// Which line it waits in: 0 is taken first, then 1, and so on.
    pub rank: u8,
}

/// One team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StationPlan {
    /// How many are on duty; a fraction is a part-timer.
    pub on_duty: f64,
    /// Whether work waits for them. If not it is begun at once, by however many it takes.
    pub queues: bool,
    /// Idle people who are kept free for live contacts, a whole number: other work, their own or
    /// another station's, is begun only while more than so many are idle.
    pub reserve: f64,
    /// Minutes that it costs to resume, where a case interrupts another of a higher rank number;
    /// none where nobody is interrupted.
    pub interrupts: Option<f64>,
    /// Other stations whose work its people do when their own lines hold nothing for them.
    pub helps: Vec<Helps>,
}

/// Cross-trained people, who also do the work of another station.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helps {
    /// The other station.
    pub station: usize,
    /// How fast they are at it: the minutes of a pass are divided by this.
    pub pace: f64,
    /// Minutes to switch over, added to each such pass.
    pub switch: f64,
}

/// Why nothing can be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Impossible {
    /// No tasks arrive.
    NothingToDo,
    /// The routes send work round for ever.
    NeverEnds,
    /// There is work for a team of nobody.
    NobodyOnDuty(usize),
}

impl Plan {
    /// The plan of a scenario whose work takes the given routes.
    pub fn new(scenario: &Scenario, routes: &[Route]) -> Result<Self, Impossible> {
        let loads = loads(scenario, routes)?;
        if loads.iter().all(|load| *load <= 0.0) && scenario.arrivals_per_hour() <= 0.0 {
            return Err(Impossible::NothingToDo);
        }
        let family = match scenario.simulation.lognormal {
            true => Family::Lognormal,
            false => Family::Gamma,
        };
        let (mut steps, mut first_steps) = (Vec::new(), Vec::new());
        for route in routes {
            first_steps.push(steps.len());
            let first = steps.len();
            let planned = route.steps.iter();
            steps.extend(planned.map(|step| plan_step(step, first, family)));
        }
        let stations = scenario.teams.iter().zip(&loads).enumerate();
        let stations: Result<_, _> = stations
            .map(|(index, (team, load))| {
                let on_duty = match team.flexible {
                    true => exact(load / team.target_occupancy.get()),
                    false => team.on_duty(),
                };
                // As little work as the formulas take for none needs nobody.
                if on_duty < MIN_SERVERS && *load >= MIN_SERVERS {
                    return Err(Impossible::NobodyOnDuty(index));
                }
                Ok(StationPlan {
                    on_duty,
                    queues: team.has_queue() && *load >= MIN_SERVERS,
                    ..StationPlan::default()
                })
            })
            .collect();
        Ok(Self {
            streams: streams(scenario, routes, &first_steps),
            steps,
            stations: stations?,
        })
    }

    /// Tasks a minute, of all streams together.
    pub fn arrivals_per_minute(&self) -> f64 {
        self.streams.iter().map(Stream::per_minute).sum()
    }

    /// How many tasks of all streams arrive for one whose turnaround counts; one where none does, and ten at the
    /// most.
    pub fn arrivals_for_one_that_counts(&self) -> f64 {
        let counting = self.streams.iter().filter(|stream| stream.counts);
        let counting: f64 = counting.map(Stream::per_minute).sum();
        match counting > 0.0 {
            true => (self.arrivals_per_minute() / counting).min(MOST_ARRIVALS_FOR_ONE),
            false => 1.0,
        }
    }
}

impl Stream {
    /// Tasks a minute.
    fn per_minute(&self) -> f64 {
        match self.gap {
            Spread::Constant(gap) | Spread::Exponential(gap) => 1.0 / gap,
            Spread::Gamma { mean, .. } | Spread::Lognormal { mean, .. } => 1.0 / mean,
        }
    }
}

/// People kept busy in each team.
fn loads(scenario: &Scenario, routes: &[Route]) -> Result<Vec<f64>, Impossible> {
    let mut loads = vec![0.0; scenario.teams.len()];
    for route in routes {
        let visits = visits_from(&route.routing(), 0).map_err(|_| Impossible::NeverEnds)?;
        let per_minute = scenario.tasks[route.task].rate.get() / 60.0 * route.share.get();
        for (step, visits) in route.steps.iter().zip(visits) {
            if let Doer::Team(team) = step.doer {
                loads[team] += per_minute * visits * step.minutes.get();
            }
        }
    }
    Ok(loads)
}

fn streams(scenario: &Scenario, routes: &[Route], first_steps: &[usize]) -> Vec<Stream> {
    let stream = |(index, task): (usize, &Task)| {
        let own = routes.iter().zip(first_steps);
        let own = own.filter(|(route, _)| route.task == index && !route.steps.is_empty());
        let begins = ways(own.map(|(route, first)| (exact(route.share.get()), *first)));
        let gap = Spread::Exponential(60.0 / task.rate.get());
        let promise = task.promise.get();
        (task.rate.get() > 0.0 && !begins.is_empty()).then_some(Stream {
            task: index,
            gap,
            begins,
            promise,
            patience: None,
            target: None,
            counts: true,
            chasing: None,
        })
    };
    let tasks = scenario.tasks.iter().enumerate();
    tasks.filter_map(stream).collect()
}

fn plan_step(step: &Step, first: usize, family: Family) -> PlanStep {
    PlanStep {
        station: match step.doer {
            Doer::Team(team) => Some(team),
            Doer::Customer => None,
        },
        activity: step.activity,
        time: Spread::new(exact(step.minutes.get()), step.scv, family),
        delay_after: step.delay_after.get(),
        redo: exact(step.rework()),
        error: exact(step.error.get()),
        counts: step.counts,
        next: ways(
            step.next
                .iter()
                .map(|way| (way.share.get(), first + way.to)),
        ),
        live: false,
        rank: 0,
    }
}

/// Ways with the shares added up.
fn ways(shares: impl Iterator<Item = (f64, usize)>) -> Vec<Way> {
    const ROUNDING: f64 = 1e-9;
    let mut up_to = 0.0;
    let taken = shares.filter(|(share, _)| *share > 0.0);
    let mut ways: Vec<Way> = taken
        .map(|(share, to)| {
            up_to += share;
            Way { up_to, to }
        })
        .collect();
    if let Some(last) = ways.last_mut().filter(|last| last.up_to > 1.0 - ROUNDING) {
        last.up_to = 1.0;
    }
    ways
}

/// A number without its last bits. Shares and minutes that come out of a logarithm differ there
/// from one target to another, and records must not.
fn exact(value: f64) -> f64 {
    const LAST_BITS: u64 = (1 << 12) - 1;
    f64::from_bits((value.to_bits() + (LAST_BITS >> 1)) & !LAST_BITS)
}
