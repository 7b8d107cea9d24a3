//! Seeded random lines for the stream of formulas: mostly sensible, some at the edges, some
//! rubbish.

use counterbalance::terminal::formula::{FORMULAS, Kind};
use serde_json::{Map, Value, json};

/// SplitMix64: the same lines from the same seed, everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `most`.
    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    /// A number between 0 and 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

const EDGES: [f64; 14] = [
    0.0, -1.0, 1.0, 0.5, 1e-300, 1e-9, 0.999999, 1.000001, 1e3, 1e6, 1e7, 1e9, 1e100, 1e308,
];

/// Names of what lies between 0 and 1.
const SHARES: [&str; 5] = ["level", "max_occupancy", "shrinkage", "p_return", "routing"];

fn number(chance: &mut Chance, name: &str) -> Value {
    if chance.one_in(12) {
        return json!(EDGES[chance.below(EDGES.len())]);
    }
    if SHARES.contains(&name) {
        return json!(chance.share());
    }
    let size = 0.02 * 2_500_f64.powf(chance.share());
    // People come whole, mostly.
    let whole = matches!(
        name,
        "servers" | "reserve" | "capacity" | "ahead" | "initial"
    );
    if whole && !chance.one_in(6) {
        json!(size.ceil())
    } else {
        json!(size)
    }
}

fn list(chance: &mut Chance, name: &str, length: usize) -> Value {
    (0..length).map(|_| number(chance, name)).collect()
}

fn rubbish(chance: &mut Chance) -> Value {
    let kinds = [
        json!(null),
        json!("seven"),
        json!([]),
        json!([[]]),
        json!({"a": 1}),
        json!(true),
        json!([1, "x"]),
        json!("infinite"),
    ];
    kinds[chance.below(kinds.len())].clone()
}

fn value(chance: &mut Chance, name: &str, kind: Kind, length: usize) -> Value {
    if chance.one_in(40) {
        return rubbish(chance);
    }
    let length = if chance.one_in(15) {
        chance.below(5)
    } else {
        length
    };
    match kind {
        Kind::Number => number(chance, name),
        Kind::Patience if chance.one_in(4) => json!("infinite"),
        Kind::Patience => number(chance, name),
        Kind::NumberOrList if chance.one_in(2) => number(chance, name),
        Kind::List | Kind::NumberOrList | Kind::Servers => list(chance, name, length),
        Kind::Word(words) => json!(words[chance.below(words.len())]),
        // Now and then a ring that nothing leaves.
        Kind::Matrix if chance.one_in(10) => (0..length)
            .map(|i| {
                let one = |j: usize| f64::from(u8::from(j == (i + 1) % length));
                (0..length).map(|j| json!(one(j))).collect::<Value>()
            })
            .collect(),
        Kind::Matrix => (0..length)
            .map(|_| {
                let share = 1.0 / length as f64;
                (0..length)
                    .map(|_| json!(chance.share() * share))
                    .collect::<Value>()
            })
            .collect(),
    }
}

/// One line.
pub fn line(chance: &mut Chance, id: usize) -> String {
    if chance.one_in(200) {
        return ["{", "[]", "3", "nonsense", "{\"formula\": \"erlang_z\"}"][chance.below(5)].into();
    }
    let mut formula = FORMULAS[chance.below(FORMULAS.len())];
    // Chains take a thousand times as long as closed forms; a few of them are enough.
    while matches!(formula.name, "blending" | "transient") && !chance.one_in(25) {
        formula = FORMULAS[chance.below(FORMULAS.len())];
    }
    let length = 1 + chance.below(4);
    let mut inputs = Map::new();
    inputs.insert("formula".into(), json!(formula.name));
    inputs.insert("id".into(), json!(id));
    for input in formula.inputs {
        if !(input.optional && chance.one_in(2) || chance.one_in(60)) {
            inputs.insert(
                input.name.into(),
                value(chance, input.name, input.kind, length),
            );
        }
    }
    Value::Object(inputs).to_string()
}
