//! Scenarios that were tampered with, from a seed.

use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::{
    Activity, Address, Branch, Doer, Origin, Route, Scenario, Step, Task, Team, TeamKind,
};
use counterbalance::model::units::{Minutes, Share};

/// Numbers nobody would type, and some that one would.
pub fn numbers() -> Vec<f64> {
    vec![
        0.0,
        -0.0,
        1.0,
        0.5,
        1.0 / 3.0,
        -1.0,
        1e-9,
        1e-300,
        5e-324,
        1e9,
        1e308,
        -1e308,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        0.999_999_999_999_9,
        1.000_000_000_1,
        240_000.0,
        59.999_999_999_999,
        4.0,
    ]
}

/// The same as they may stand in a text, and others that only stand there.
const WRITTEN: [&str; 14] = [
    "NaN",
    "inf",
    "-inf",
    "1e309",
    "-1e309",
    "1e-400",
    "0x10",
    "1e",
    "--1",
    "",
    "1,5",
    "9e99",
    "12345678901234567890",
    "null",
];

/// Names that break out of where they stand, if anything lets them.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "",
        " ",
        "Claims, by post",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "a&back.staff=0",
        "{{kind}}",
        "!41!zz_",
        "é\u{301} 日本語 العربية 💥",
        "\u{202e}backwards",
        "line\nbreak\ttab\u{0}nul\u{7f}",
        "%23%26%3D#?~:;,*",
        "  spaces around  ",
        "../../etc",
    ]
    .map(str::to_owned)
    .to_vec();
    names.push("💥".repeat(70));
    names
}

/// A name of a hundred thousand letters.
pub fn long_name() -> String {
    "long ".repeat(20_000)
}

/// Keys that are none, and some that are.
const KEYS: [&str; 12] = [
    "",
    "Bad",
    "tool",
    "step1",
    "route2_step3",
    "admin",
    "back",
    "tasks",
    "v",
    "a.b",
    "own",
    "ключ",
];

/// A source of chance that a seed repeats: SplitMix64 (Steele, Lea and Flood 2014).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xD134_2543_DE82_EF95))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below another, which is above zero.
    pub fn below(&mut self, end: usize) -> usize {
        (self.throw() % end as u64) as usize
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn unit(&mut self) -> f64 {
        (self.throw() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// Any letter, plain ones often.
    pub fn letter(&mut self) -> char {
        match self.below(4) {
            0 => char::from_u32(self.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
            _ => char::from(32 + self.below(95) as u8),
        }
    }

    /// Cuts a text off, flips one of its bits, doubles a piece of it or takes one out.
    pub fn damage(&mut self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let at = self.below(bytes.len());
        let end = (at + 1 + self.below(40)).min(bytes.len());
        match self.below(8) {
            0 => bytes.truncate(at),
            1..=4 => bytes[at] ^= 1 << self.below(8),
            5 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            6 => drop(bytes.drain(at..end)),
            _ => bytes[at] = self.throw() as u8,
        }
    }

    /// Puts another number in the place of one that stands in a text.
    pub fn other_number(&mut self, text: &str) -> String {
        let marks: Vec<usize> = text
            .match_indices([':', '=', '*', 'x', ','])
            .map(|(at, _)| at + 1)
            .filter(|at| text[*at..].starts_with(|sign: char| sign.is_ascii_digit()))
            .collect();
        if marks.is_empty() {
            return text.to_owned();
        }
        let at = self.of(&marks);
        let digit = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-' | 'e');
        let rest = text[at..].trim_start_matches(digit);
        format!("{}{}{rest}", &text[..at], self.of(&WRITTEN))
    }

    fn number(&mut self) -> f64 {
        match self.below(8) {
            0 => self.of(&numbers()),
            1 => f64::from_bits(self.throw()),
            2 => self.unit() * 240_000.0,
            3 => 0.0,
            _ => self.unit() * 60.0,
        }
    }

    fn share(&mut self) -> f64 {
        match self.below(12) {
            0 => self.of(&numbers()),
            1..=3 => 1.0,
            4 => 0.0,
            _ => self.unit(),
        }
    }

    fn name(&mut self) -> Option<String> {
        if self.one_in(80) {
            return Some(long_name());
        }
        (!self.one_in(4)).then(|| self.of(&names()))
    }

    fn key(&mut self) -> String {
        if self.one_in(12) {
            return self.of(&KEYS).to_owned();
        }
        if self.one_in(200) {
            return "k".repeat(100_000);
        }
        format!("kind{}", self.below(1_000_000))
    }
}

/// An example that was tampered with, a little or a lot.
pub fn mutant(dice: &mut Dice) -> Scenario {
    let mut scenario = dice.of(PRESETS).current();
    for address in Address::all(&scenario) {
        if dice.one_in(6) {
            let (low, high) = address.parameter.limit;
            let value = match dice.below(3) {
                0 => dice.number(),
                1 => low + dice.unit() * (high - low),
                _ => address.parameter.value_at(dice.unit()),
            };
            address.write(&mut scenario, value);
        }
    }
    for _ in 0..dice.below(4) {
        tamper(&mut scenario, dice);
    }
    if dice.one_in(2) {
        scenario.own_routes = routes(&scenario, dice);
    }
    for _ in 0..dice.below(3) {
        tamper_with_routes(&mut scenario, dice);
    }
    scenario
}

/// One change to tasks, teams, names or numbers that no table guards.
fn tamper(scenario: &mut Scenario, dice: &mut Dice) {
    match dice.below(16) {
        0..=2 => {
            let key = dice.key();
            let mut task = Task::with_defaults(&key);
            task.name = dice.name();
            scenario
                .tasks
                .insert(dice.below(scenario.tasks.len() + 1), task);
        }
        3..=5 => {
            let key = dice.key();
            let mut team = Team::with_defaults(&key, dice.of(&TeamKind::ALL));
            team.name = dice.name();
            scenario
                .teams
                .insert(dice.below(scenario.teams.len() + 1), team);
        }
        6 => drop(scenario.tasks.pop()),
        7 => drop(scenario.teams.pop()),
        8 => scenario.tasks.reverse(),
        9 => scenario.teams.reverse(),
        10 => {
            for task in &mut scenario.tasks {
                task.name = dice.name();
                task.rate.0 = dice.number();
            }
        }
        11 => {
            for team in &mut scenario.teams {
                team.name = dice.name();
                team.kind = dice.of(&TeamKind::ALL);
            }
        }
        12 => {
            for team in &mut scenario.teams {
                team.staff.0 = dice.number();
                team.error.0 = dice.share();
            }
        }
        13 => {
            scenario.today = dice
                .of(&["front_office", "own_process", "split", "magic", ""])
                .to_owned();
        }
        14 => {
            scenario.origin = Origin {
                example: dice
                    .of(&["claims", "hotel", "a&back.staff=0", ""])
                    .to_owned(),
                revision: dice.of(&[0, 1, 2, u32::MAX]),
            };
        }
        _ => {
            for _ in 0..60 {
                scenario.tasks.push(Task::with_defaults(&dice.key()));
            }
        }
    }
}

/// A route or two for each task.
fn routes(scenario: &Scenario, dice: &mut Dice) -> Vec<Route> {
    let mut routes = Vec::new();
    for task in 0..scenario.tasks.len() {
        let count = 1 + dice.below(2);
        for place in 0..count {
            let share = match (count, place) {
                (1, _) => 1.0,
                (_, 0) => 0.3,
                _ => 0.7,
            };
            let many = if dice.one_in(40) { 70 } else { 6 };
            let length = 1 + dice.below(many);
            let steps = (0..length).map(|_| step(scenario, length, dice)).collect();
            routes.push(Route {
                task,
                share: Share(share),
                steps,
            });
        }
    }
    routes
}

fn step(scenario: &Scenario, length: usize, dice: &mut Dice) -> Step {
    let activities = [Activity::Work, Activity::HandOff, Activity::Clarification];
    let doer = match dice.below(scenario.teams.len() + 1) {
        team if team < scenario.teams.len() => Doer::Team(team),
        _ => Doer::Customer,
    };
    let minutes = dice.unit() * 60.0;
    let mut step = Step::new(dice.of(&activities), doer, minutes, dice.unit() * 4.0);
    step.name = dice.name();
    if dice.one_in(3) {
        step = step.with_errors(dice.unit(), dice.unit());
    }
    if dice.one_in(3) {
        step.delay_after = Minutes(dice.unit() * 600.0);
    }
    step.counts = !dice.one_in(4);
    let ways = dice.below(3);
    for _ in 0..ways {
        let share = if dice.one_in(8) { 1.0 } else { dice.unit() };
        step = step.then(dice.below(length), share / ways as f64);
    }
    step
}

/// One change to a route that may make it none.
fn tamper_with_routes(scenario: &mut Scenario, dice: &mut Dice) {
    if scenario.own_routes.is_empty() {
        return;
    }
    let at = dice.below(scenario.own_routes.len());
    let route = &mut scenario.own_routes[at];
    match dice.below(10) {
        0 => route.task = dice.below(4),
        1 => route.share.0 = dice.share(),
        2 => drop(scenario.own_routes.remove(at)),
        3 => {
            let copy = scenario.own_routes[at].clone();
            scenario.own_routes.push(copy);
        }
        4 => route.steps.clear(),
        _ if route.steps.is_empty() => {}
        other => {
            let place = dice.below(route.steps.len());
            let step = &mut route.steps[place];
            match other {
                5 => step.minutes.0 = dice.number(),
                6 => step.scv = dice.share(),
                7 => step.name = dice.name(),
                8 => step.doer = Doer::Team(dice.below(8)),
                _ => step.next.push(Branch {
                    to: dice.below(8),
                    share: Share(dice.share()),
                }),
            }
        }
    }
}
