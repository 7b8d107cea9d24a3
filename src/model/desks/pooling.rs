//! Two kinds of live contacts: how many people they need apart, how many together, and how far a few
//! who can do both go.
//!
//! Apart and together by Erlang's A formula; those between are simulated, since a person who helps
//! where it is needed is counted once and no formula knows where. People who can do both take the
//! contact that has waited longest. Times in minutes.

use crate::model::queueing::{Staffing, least_staff};
use crate::model::scenario::{Activity, Scenario, Task, TeamKind};
use crate::model::simulation::plan::{Helps, PlanStep, StationPlan, Stream, Way};
use crate::model::simulation::source::Chance;
use crate::model::simulation::spread::Spread;
use crate::model::simulation::tally::{Price, Tally};
use crate::model::simulation::{Advance, Estimate, Floor, Plan, Run, Window};
use serde::{Deserialize, Serialize};

/// Most people one kind may need for the mixtures to be simulated.
const MOST_PEOPLE: f64 = 150.0;
/// Times between which the longer makes sharing one line a risk.
const FAR_APART: f64 = 3.0;

/// What pooling two kinds of contacts does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pooled {
    /// The two kinds, by their place in the scenario.
    pub tasks: [usize; 2],
    /// People each needs alone.
    pub apart: [f64; 2],
    /// People both need together if everybody does both as fast as those who do one.
    pub together: f64,
    /// The same at the speed of people who do both, where that is another.
    pub at_their_speed: Option<f64>,
    /// That speed.
    pub speed: f64,
    /// Whether their minutes differ so much that short ones suffer behind long ones.
    pub far_apart: bool,
    /// What was simulated: so many people, of whom so many do both.
    pub mixtures: Vec<Mixture>,
}

/// So many people, of whom some do both.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mixture {
    /// All of them.
    pub people: f64,
    /// Those who do both.
    pub flexible: f64,
    /// By how much the kind that fares worse beats what is asked; below zero it falls short.
    pub margin: Estimate,
}

impl Mixture {
    /// Whether both kinds are answered as often in time as was asked, beyond what chance may do.
    pub fn is_enough(&self) -> bool {
        self.margin.mean >= self.margin.half
    }
}

impl Pooled {
    /// The fewest people of whom not all do both that are enough, with the fewest who do.
    pub fn fewest(&self) -> Option<&Mixture> {
        let enough = self.mixtures.iter().filter(|one| one.is_enough());
        enough.min_by(|a, b| {
            (a.people, a.flexible)
                .partial_cmp(&(b.people, b.flexible))
                .expect("numbers")
        })
    }
}

/// Contacts of a replication that are left out at its beginning.
const WARM_UP: u64 = 1_000;
/// Contacts that are measured then.
const MEASURED: u64 = 10_000;
/// Replications of each mixture.
const REPLICATIONS: usize = 12;

/// A comparison under way.
pub struct Pooling {
    found: Pooled,
    asked: [f64; 2],
    seed: u64,
    runs: Vec<(f64, f64, Plan)>,
    /// By how much each kind beats what is asked, by replication of the run under way.
    margins: Vec<[f64; 2]>,
}

impl Pooling {
    /// The first two live kinds of a scenario; `None` where there are no two, or they are too many.
    pub fn new(scenario: &Scenario, seed: u64) -> Option<Self> {
        let tasks = scenario.tasks.iter().enumerate();
        let mut live = tasks.filter(|(_, task)| task.channel.is_live() && task.rate.get() > 0.0);
        let ((first, a), (second, b)) = (live.next()?, live.next()?);
        let kinds = [a, b];
        let front = scenario.team_of(TeamKind::Front);
        let speed = front.map_or(1.0, |front| scenario.teams[front].versatility.get());
        let apart = [people_for(&kinds[..1], 1.0)?, people_for(&kinds[1..], 1.0)?];
        if apart[0].max(apart[1]) > MOST_PEOPLE {
            return None;
        }
        let together = people_for(&kinds, 1.0)?;
        let minutes = kinds.map(minutes);
        let ratio = minutes[0].max(minutes[1]) / minutes[0].min(minutes[1]);
        let with_plan = |(people, flexible)| {
            let plan = plan(kinds, apart, people, flexible, speed);
            (people, flexible, plan)
        };
        let runs = mixtures(apart, together).into_iter().map(with_plan);
        Some(Self {
            found: Pooled {
                tasks: [first, second],
                apart,
                together,
                at_their_speed: people_for(&kinds, speed).filter(|_| speed != 1.0),
                speed,
                far_apart: ratio > FAR_APART,
                mixtures: Vec::new(),
            },
            asked: kinds.map(|task| task.channel.answer_share.get()),
            seed,
            runs: runs.collect(),
            margins: Vec::new(),
        })
    }

    /// Works on, a replication at a time; what was found once it is all there.
    pub fn advance(&mut self) -> Option<Pooled> {
        let Some((people, flexible, plan)) = self.runs.get(self.found.mixtures.len()) else {
            return Some(self.found.clone());
        };
        let replication = self.margins.len() as u32;
        let margins = self.margins(plan, replication);
        self.margins.push(margins);
        if self.margins.len() == REPLICATIONS {
            let of = |kind: usize| Estimate::of(self.margins.iter().map(|one| one[kind]));
            let (one, other) = (of(0), of(1));
            self.found.mixtures.push(Mixture {
                people: *people,
                flexible: *flexible,
                margin: if one.mean <= other.mean { one } else { other },
            });
            self.margins.clear();
        }
        None
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        self.found.mixtures.len() as f64 / self.runs.len().max(1) as f64
    }

    /// One replication: all mixtures meet the same contacts.
    fn margins(&self, plan: &Plan, replication: u32) -> [f64; 2] {
        let window = Window {
            from: WARM_UP,
            until: WARM_UP + MEASURED,
        };
        let mut tally = Tally::new(plan, &[Price::default(), Price::default()]);
        let mut source = Chance::new(plan, self.seed, replication);
        let mut floor = Floor::new(plan, &mut source, window);
        let mut run = Run {
            plan,
            floor: &mut floor,
            source: &mut source,
            witness: &mut tally,
        };
        while run.advance(u64::MAX) == Advance::Paused {}
        [0, 1].map(|kind| {
            let sums = &tally.streams[kind];
            sums.in_time / sums.offered().max(1.0) - self.asked[kind]
        })
    }
}

/// Fewest people for some kinds in one line, each as fast as given.
fn people_for(kinds: &[&Task], speed: f64) -> Option<f64> {
    let rate: f64 = kinds.iter().map(|task| per_minute(task)).sum();
    let load: f64 = kinds
        .iter()
        .map(|task| per_minute(task) * minutes(task))
        .sum();
    let impatience: f64 = kinds
        .iter()
        .map(|task| per_minute(task) / task.channel.patience.get())
        .sum();
    let (mean, patience) = (load / rate / speed, rate / impatience);
    let least = |task: &&Task| {
        let staffing = Staffing {
            arrival_rate: rate,
            mean_service: mean,
            target: task.channel.answer_within.get(),
            level: task.channel.answer_share.get(),
            mean_patience: Some(patience),
            max_occupancy: 1.0,
            shrinkage: 0.0,
        };
        Some(least_staff(&staffing).ok()?.servers)
    };
    let needs: Option<Vec<f64>> = kinds.iter().map(least).collect();
    let people = needs?.into_iter().fold(1.0, f64::max);
    Some(people)
}

fn per_minute(task: &Task) -> f64 {
    task.rate.get() / 60.0
}

fn minutes(task: &Task) -> f64 {
    task.front_minutes.get() * task.channel.attention()
}

/// So many people, of whom so many do both: from all together to all apart.
fn mixtures(apart: [f64; 2], together: f64) -> Vec<(f64, f64)> {
    const MOST_SIZES: f64 = 6.0;
    let most = apart[0] + apart[1];
    let step = ((most - together) / MOST_SIZES).ceil().max(1.0);
    let mut all = Vec::new();
    let mut people = together;
    while people <= most {
        let tries = [0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 18.0, 27.0, people];
        let tries = tries.into_iter().filter(|flexible| *flexible <= people);
        let mut before = -1.0;
        for flexible in tries.filter(|flexible| {
            let new = *flexible > before;
            before = flexible.max(before);
            new
        }) {
            all.push((people, flexible));
        }
        people += step;
    }
    all
}

/// Those who do one kind, those who do the other, and those who help both.
fn plan(kinds: [&Task; 2], apart: [f64; 2], people: f64, flexible: f64, speed: f64) -> Plan {
    let specialists = people - flexible;
    let first = (specialists * apart[0] / (apart[0] + apart[1])).round();
    let stream = |place: usize| {
        let task = kinds[place];
        Stream {
            task: place,
            gap: Spread::Exponential(1.0 / per_minute(task)),
            begins: vec![Way {
                up_to: 1.0,
                to: place,
            }],
            promise: task.promise.get(),
            patience: Some(Spread::Exponential(task.channel.patience.get())),
            target: Some(task.channel.answer_within.get()),
            counts: true,
            chasing: None,
        }
    };
    let step = |place: usize| PlanStep {
        station: Some(place),
        activity: Activity::Work,
        time: Spread::Exponential(minutes(kinds[place])),
        delay_after: 0.0,
        redo: 0.0,
        error: 0.0,
        counts: true,
        next: Vec::new(),
        live: true,
        rank: 0,
    };
    let station = |on_duty: f64| StationPlan {
        on_duty,
        queues: true,
        ..StationPlan::default()
    };
    let helps = |station: usize| Helps {
        station,
        pace: speed,
        switch: 0.0,
    };
    Plan {
        streams: vec![stream(0), stream(1)],
        steps: vec![step(0), step(1)],
        stations: vec![
            station(first),
            station(specialists - first),
            StationPlan {
                helps: vec![helps(0), helps(1)],
                ..station(flexible)
            },
        ],
    }
}
