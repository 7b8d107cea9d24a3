//! Scenarios drawn at random: every number of an example, more tasks and teams, own routes.

use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::{
    Activity, Address, Doer, Route, Scenario, Step, Task, Team, TeamKind,
};
use counterbalance::model::units::{Minutes, Share};
use proptest::collection::vec;
use proptest::prelude::*;

/// More numbers than any drawn scenario has.
const NUMBERS: usize = 400;

/// What becomes of one number.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// It stays.
    Keep,
    /// A place of its slider.
    Slider(f64),
    /// A place between its limits.
    Limits(f64),
    /// One of its limits.
    End(bool),
    /// Anything that has 64 bits.
    Any(f64),
}

/// Any number at all, the awkward ones often.
pub fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => proptest::num::f64::ANY,
        2 => -1e4..1e4f64,
        1 => proptest::sample::select(vec![
            0.0, -0.0, 0.5, 1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN,
            f64::MIN_POSITIVE, 5e-324, -5e-324, 1e-300, 1e-17, 1e308,
        ]),
    ]
}

/// A value that a slider can be left at, or the example's.
fn sober_pick() -> impl Strategy<Value = Pick> {
    prop_oneof![
        2 => Just(Pick::Keep),
        3 => (0.0..=1.0f64).prop_map(Pick::Slider),
    ]
}

fn any_pick() -> impl Strategy<Value = Pick> {
    prop_oneof![
        6 => Just(Pick::Keep),
        6 => (0.0..=1.0f64).prop_map(Pick::Slider),
        2 => (0.0..=1.0f64).prop_map(Pick::Limits),
        1 => any::<bool>().prop_map(Pick::End),
        1 => any_number().prop_map(Pick::Any),
    ]
}

impl Pick {
    fn apply(self, scenario: &mut Scenario, address: &Address) {
        let row = address.parameter;
        let (low, high) = row.limit;
        let value = match self {
            Pick::Keep => return,
            Pick::Slider(place) => row.value_at(place),
            Pick::Limits(place) => low + place * (high - low),
            Pick::End(false) => low,
            Pick::End(true) => high,
            Pick::Any(value) => value,
        };
        address.write(scenario, value);
    }
}

fn picked(mut scenario: Scenario, picks: &[Pick]) -> Scenario {
    for (address, pick) in Address::all(&scenario).iter().zip(picks) {
        pick.apply(&mut scenario, address);
    }
    scenario
}

/// An example with some of its numbers changed, all of them within what a slider offers.
pub fn sober() -> impl Strategy<Value = Scenario> {
    (0..PRESETS.len(), vec(sober_pick(), NUMBERS))
        .prop_map(|(preset, picks)| picked(PRESETS[preset].current(), &picks))
}

/// An example with any number in any place.
pub fn wild() -> impl Strategy<Value = Scenario> {
    (0..PRESETS.len(), vec(any_pick(), NUMBERS))
        .prop_map(|(preset, picks)| picked(PRESETS[preset].current(), &picks))
}

/// An example with more tasks and teams, any numbers, and perhaps a process of its own.
pub fn grown() -> impl Strategy<Value = Scenario> {
    let shape = (0..PRESETS.len(), 0..3usize, 0..3usize);
    let routes = vec((vec(any_step(), 1..=8), any_number()), 7);
    (shape, vec(any_pick(), NUMBERS), any::<bool>(), routes).prop_map(
        |((preset, tasks, teams), picks, own, routes)| {
            let base = enlarged(PRESETS[preset].current(), tasks, teams);
            let mut scenario = picked(base, &picks);
            if own {
                scenario.own_routes = own_routes(&scenario, routes);
            }
            scenario
        },
    )
}

/// Adds copies of the first task, and teams of other kinds.
pub fn enlarged(mut scenario: Scenario, tasks: usize, teams: usize) -> Scenario {
    let kinds = [TeamKind::Middle, TeamKind::Front, TeamKind::Bot];
    for i in 0..tasks {
        let task = Task {
            key: format!("task{i}"),
            ..scenario.tasks[0].clone()
        };
        scenario.tasks.push(task);
        // Where the example has a process, every task needs its way through it.
        if let Some(route) = scenario.own_routes.first().cloned() {
            let task = scenario.tasks.len() - 1;
            scenario.own_routes.push(Route { task, ..route });
        }
    }
    for (i, kind) in kinds.into_iter().take(teams).enumerate() {
        let model = scenario.teams.last().unwrap().clone();
        scenario.teams.push(Team {
            key: format!("team{i}"),
            kind,
            ..model
        });
    }
    scenario
}

/// A step before it is known how many steps and teams there are.
#[derive(Clone, Debug)]
pub struct RawStep {
    doer: usize,
    activity: usize,
    numbers: [f64; 4],
    ways: Vec<(usize, f64)>,
    counts: bool,
    whole: bool,
}

fn any_step() -> impl Strategy<Value = RawStep> {
    let minutes = || prop_oneof![Just(0.0), 0.0..60.0f64, 0.0..240_000.0f64];
    let share = || prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0f64];
    let numbers = (minutes(), minutes(), share(), share());
    let ways = vec((any::<usize>(), 0.0..=1.0f64), 0..4);
    (
        any::<(usize, usize)>(),
        numbers,
        ways,
        any::<bool>(),
        proptest::bool::weighted(0.3),
    )
        .prop_map(|((doer, activity), numbers, ways, counts, whole)| RawStep {
            doer,
            activity,
            numbers: [numbers.0, numbers.1, numbers.2, numbers.3],
            ways,
            counts,
            whole,
        })
}

impl RawStep {
    fn step(&self, teams: usize, steps: usize) -> Step {
        let activities = [Activity::Work, Activity::HandOff, Activity::Clarification];
        let doer = match self.doer % (teams + 1) {
            team if team < teams => Doer::Team(team),
            _ => Doer::Customer,
        };
        let [minutes, delay, error, detection] = self.numbers;
        let scv = 4.0 * detection;
        let mut step = Step::new(activities[self.activity % 3], doer, minutes, scv)
            .with_errors(error, detection);
        step.delay_after = Minutes(delay);
        step.counts = self.counts;
        // Whole: the ways out take everybody, so that only other steps let work leave.
        let total: f64 = self.ways.iter().map(|way| way.1).sum();
        let scale = if self.whole && total > 0.0 {
            1.0 / total
        } else {
            1.0 / total.max(1.0)
        };
        for (to, share) in &self.ways {
            step = step.then(to % steps, share * scale);
        }
        step
    }
}

/// One or two routes for each task, with shares that add up to one.
fn own_routes(scenario: &Scenario, raw: Vec<(Vec<RawStep>, f64)>) -> Vec<Route> {
    let tasks = scenario.tasks.len();
    let route = |task, share, raw: &[RawStep]| Route {
        task,
        share: Share(share),
        steps: raw
            .iter()
            .map(|step| step.step(scenario.teams.len(), raw.len()))
            .collect(),
    };
    let mut routes: Vec<Route> = (0..tasks).map(|i| route(i, 1.0, &raw[i].0)).collect();
    if raw.len() > tasks {
        let part = raw[tasks].1;
        let part = if part.is_finite() {
            part.abs() % 1.0
        } else {
            0.5
        };
        routes[0].share = Share(1.0 - part);
        routes.push(route(0, part, &raw[tasks].0));
    }
    routes
}

/// The first example with a number changed.
pub fn consulting_with(changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find("consulting").unwrap().current();
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}
