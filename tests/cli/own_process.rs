//! A process of the user's own: a claims chain with missing papers and rework, all times
//! exponential, so that every mean has a closed form.

use crate::{claims, evaluated, named, near, strategy};
use serde_json::Value;

const ARRIVALS_PER_MINUTE: f64 = 10.0 / 60.0;

/// Visits of a task to a team: its load over arrivals and minutes.
fn visits(team: &Value, minutes: f64) -> Value {
    (team["load"].as_f64().unwrap() / (ARRIVALS_PER_MINUTE * minutes)).into()
}

#[test]
fn the_claims_chain_has_its_closed_form() {
    let found = evaluated(&claims().0, &[]);
    let own = strategy(&found, "own_process");
    assert_eq!(own["status"]["code"], "steady");
    let team = |key| named(&own["teams"], key);
    near(&visits(team("intake"), 12.0), 1.0, 1e-9);
    near(&visits(team("triage"), 15.0), 1.0 / 0.72, 1e-9);
    near(&visits(team("assess"), 55.0), 0.8 / 0.72, 1e-9);
    near(&visits(team("pay"), 10.0), 1.0, 1e-9);
    near(&team("assess")["occupancy"], 0.926, 0.0005);
    near(&team("assess")["wait"], 49.7, 0.05);
    near(&own["turnaround"]["mean"], 418.1, 0.1);
    // Simulated: 1,092. A gamma distribution of the same mean and variance would say 1,221.
    near(&own["turnaround"]["p90"], 1_091.517, 0.001);
    assert_eq!(own["turnaround"]["accuracy"], "independent");
    assert_eq!(found["verdict"]["best"], "own_process");
    assert!(found["verdict"]["next"].is_null());
}

#[test]
fn one_more_assessor_shortens_it() {
    let found = evaluated(&claims().0, &["assess.staff=12"]);
    near(
        &strategy(&found, "own_process")["turnaround"]["mean"],
        379.4,
        0.1,
    );
    near(&found["scenario"]["changed"]["assess.staff"], 12.0, 0.0);
}
