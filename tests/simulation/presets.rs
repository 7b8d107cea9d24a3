//! The examples, simulated.

use counterbalance::model::evaluation::compared;
use counterbalance::model::job::{self, Job, Said};
use counterbalance::model::presets;
use counterbalance::model::simulation::{Summary, Verdict};

#[test]
fn scratch() {
    for key in ["consulting", "hotel", "claims"] {
        let scenario = presets::find(key).unwrap().current();
        let keys: Vec<_> = compared(&scenario).iter().map(|s| s.key).collect();
        let t = std::time::Instant::now();
        let out = job::run(Job::of(&scenario, keys.iter().copied()));
        println!("{key} {:?} {:?}", out.effort, t.elapsed());
        for (k, run) in keys.iter().zip(&out.runs) {
            match run {
                Said::Found(Verdict::Steady { summary, .. }) => {
                    let s: &Summary = summary;
                    println!(
                        "  {k}: T {:?} p90 {:?} within {:?} month {:?} inside {:?} oldest {:?} touch {:?}",
                        s.turnaround,
                        s.quantiles[2],
                        s.within,
                        s.month,
                        s.inside,
                        s.oldest,
                        s.touch
                    );
                }
                other => println!("  {k}: {other:?}"),
            }
        }
    }
}
