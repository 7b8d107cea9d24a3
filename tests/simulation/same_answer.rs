//! The same seed gives the same answer, wherever and in however many pieces it is computed.

use super::fingerprint::{FROZEN, OUTCOME, fingerprint, outcome};
use counterbalance::model::evaluation::compared;
use counterbalance::model::job::{self, Job, Outcome, Work};
use counterbalance::model::presets;
use counterbalance::model::scenario::Scenario;

fn job_of(scenario: &Scenario) -> Job {
    let keys: Vec<&str> = compared(scenario).iter().map(|way| way.key).collect();
    let mut job = Job::of(scenario, keys.into_iter());
    job.settings.most = 20;
    job
}

#[test]
fn in_one_piece_in_slices_and_through_the_wire() {
    for preset in presets::PRESETS {
        let job = job_of(&preset.current());
        let whole = job::run(job.clone());
        for slice in [1_000, 77_777] {
            let wire = serde_json::to_string(&job).unwrap();
            let mut work = Work::new(serde_json::from_str(&wire).unwrap());
            let outcome = loop {
                if let Some(outcome) = work.advance(slice) {
                    break outcome;
                }
            };
            let wire = serde_json::to_string(&outcome).unwrap();
            let back: Outcome = serde_json::from_str(&wire).unwrap();
            assert_eq!(back, whole, "{} in slices of {slice}", preset.key);
        }
    }
}

#[test]
fn another_seed_is_other_luck() {
    let mut scenario = presets::PRESETS[0].current();
    let one = job::run(job_of(&scenario));
    scenario.simulation.seed = 2.0;
    assert_ne!(one, job::run(job_of(&scenario)));
}

/// What the records were, to the bit, when this was written; a test in the browser has the same
/// numbers. They are frozen: a change is either a mistake or belongs into the change log.
#[test]
fn records_are_the_same_to_the_bit() {
    for (example, way, bits) in FROZEN {
        assert_eq!(fingerprint(example, way), bits, "{example} {way}");
    }
}

#[test]
fn an_outcome_is_the_same_to_the_bit() {
    assert_eq!(outcome(), OUTCOME);
}
