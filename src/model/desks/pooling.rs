//! Two kinds of live contacts: how many people they need apart, how many together, and how far a few
//! who can do both go.
//!
//! Apart and together by Erlang's A formula; those between are simulated, since a person who helps
//! where it is needed is counted once and no formula knows where. People who can do both take the
//! contact that has waited longest. Times in minutes.

use crate::model::presets::blank;
use crate::model::queueing::{Abandonment, Staffing, least_staff};
use crate::model::scenario::{Activity, Origin, Scenario, Task, TeamKind};
use crate::model::simulation::plan::{Helps, PlanStep, StationPlan, Stream, Way};
use crate::model::simulation::spread::Spread;
use crate::model::simulation::study::Settings;
use crate::model::simulation::{Estimate, Plan, Study, StudyRun, Verdict};
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
    /// Whether both kinds are answered as often in time as was asked, as far as chance shows.
    pub fn is_enough(&self) -> bool {
        self.margin.mean >= 0.0
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

/// A comparison under way.
pub struct Pooling {
    found: Pooled,
    asked: [f64; 2],
    runs: Vec<(f64, f64)>,
    study: Study,
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
        let together = people_for(&kinds, 1.0)?;
        if apart[0].max(apart[1]) > MOST_PEOPLE {
            return None;
        }
        let minutes = kinds.map(|task| task.front_minutes.get());
        let ratio = minutes[0].max(minutes[1]) / minutes[0].min(minutes[1]);
        let at_their_speed = people_for(&kinds, speed).filter(|_| speed != 1.0);
        let runs = mixtures(apart, together);
        let plans = runs.iter().map(|(people, flexible)| StudyRun {
            plan: plan(kinds, apart, *people, *flexible, speed),
            scenario: stand_in(kinds),
            uses_tool: false,
        });
        let settings = Settings {
            precision: 0.05,
            ..Settings::with_seed(seed)
        };
        Some(Self {
            found: Pooled {
                tasks: [first, second],
                apart,
                together,
                at_their_speed,
                speed,
                far_apart: ratio > FAR_APART,
                mixtures: Vec::new(),
            },
            asked: kinds.map(|task| task.channel.answer_share.get()),
            study: Study::new(plans.collect(), settings),
            runs,
        })
    }

    /// Works on for about so many events; what was found once it is all there.
    pub fn advance(&mut self, events: u64) -> Option<Pooled> {
        if !self.study.advance(events) {
            return None;
        }
        let verdicts = self.study.verdicts();
        let found = self.runs.iter().zip(&verdicts);
        let mixtures = found.filter_map(|((people, flexible), verdict)| {
            let Verdict::Steady { summary, .. } = verdict else {
                return None;
            };
            let margin = |place: usize| {
                let answered = summary.streams.get(place)?.answered;
                Some(Estimate {
                    mean: answered.mean - self.asked[place],
                    half: answered.half,
                })
            };
            let (one, other) = (margin(0)?, margin(1)?);
            let margin = if one.mean <= other.mean { one } else { other };
            Some(Mixture {
                people: *people,
                flexible: *flexible,
                margin,
            })
        });
        self.found.mixtures = mixtures.collect();
        Some(self.found.clone())
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        self.study.progress()
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
    debug_assert!(Abandonment::new(people, rate, mean, patience).is_ok());
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

/// A scenario of two kinds and three teams, for a ledger that nobody reads.
fn stand_in(kinds: [&Task; 2]) -> Scenario {
    let origin = Origin {
        example: String::new(),
        revision: 1,
    };
    let teams = [
        ("a", TeamKind::Front),
        ("b", TeamKind::Back),
        ("c", TeamKind::Back),
    ];
    let mut scenario = blank(origin, "straight", &["one", "other"], &teams);
    for (task, kind) in scenario.tasks.iter_mut().zip(kinds) {
        task.rate = kind.rate;
        task.channel = kind.channel.clone();
    }
    scenario
}
