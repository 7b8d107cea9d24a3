//! The records of a simulation in one number, for comparing targets bit by bit.

use counterbalance::model::presets;
use counterbalance::model::simulation::records::Records;
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::{Advance, Floor, Plan, Run, Window};
use counterbalance::model::strategy;

/// Example, way, and the sum over the records.
pub const FROZEN: [(&str, &str, u64); 3] = [
    ("consulting", "back_office", 0),
    ("consulting", "split", 0),
    ("claims", "own_process", 0),
];

/// A sum over every bit of the records of the first thousand tasks.
pub fn fingerprint(example: &str, key: &str) -> u64 {
    let scenario = &presets::find(example).unwrap().current();
    let routes = (strategy::find(key).unwrap().routes)(scenario).unwrap();
    let plan = Plan::new(scenario, &routes).unwrap();
    let mut source = Chance::new(&plan, 1, 0);
    let window = Window {
        from: 0,
        until: 1_000,
    };
    let mut floor = Floor::new(&plan, &mut source, window);
    let mut records = Records::default();
    let mut run = Run {
        plan: &plan,
        floor: &mut floor,
        source: &mut source,
        witness: &mut records,
    };
    while run.advance(u64::MAX) == Advance::Paused {}
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
