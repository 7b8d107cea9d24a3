//! The records of a simulation in one number, for comparing targets bit by bit.

use counterbalance::model::job::Work;
use counterbalance::model::presets;
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::{Plan, Window};
use counterbalance::model::strategy;

/// Example, way, and the sum over the records.
pub const FROZEN: [(&str, &str, u64); 3] = [
    ("consulting", "back_office", 15753886209286856768),
    ("consulting", "split", 1057259446851176505),
    ("claims", "own_process", 17094279906705585312),
];

/// A sum over every bit of the records of the first thousand tasks.
pub fn fingerprint(example: &str, key: &str) -> u64 {
    let scenario = &presets::find(example).unwrap().current();
    let routes = (strategy::find(key).unwrap().way().unwrap().routes)(scenario).unwrap();
    let plan = Plan::new(scenario, &routes).unwrap();
    let mut source = Chance::new(&plan, 1, 0);
    let window = Window {
        from: 0,
        until: 1_000,
    };
    let records = Records::of_run(&plan, &mut source, window);
    let mut sum = 0_u64;
    for record in records.all().take(1_000) {
        for visit in &record.visits {
            for time in [visit.came, visit.began, visit.ended] {
                sum = (sum ^ time.to_bits())
                    .wrapping_mul(0x100_0000_01b3)
                    .rotate_left(17);
            }
        }
    }
    sum
}

/// A job as it travels.
pub const JOB: &str = include_str!("job.json");
/// FNV-1a, 64 bits, over the text of its outcome.
pub const OUTCOME: u64 = 5708800100230372994;

/// FNV-1a over a text; the worker's test does the same in JavaScript.
pub fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// The sum over the outcome of the job, done in slices.
pub fn outcome() -> u64 {
    let mut work = Work::new(serde_json::from_str(JOB).unwrap());
    loop {
        if let Some(outcome) = work.advance(10_000) {
            return fnv(&serde_json::to_string(&outcome).unwrap());
        }
    }
}
