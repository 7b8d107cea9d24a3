//! What a study did, in words.

use crate::model::decimal::fixed;
use crate::model::simulation::study::{Effort, Part};
use crate::words::numbers::number;

/// What is looked at of every replication.
pub fn parts(effort: &Effort) -> String {
    let each = |part: Part, of: &str| {
        format!(
            "{} tasks {of}, {} before them left out",
            number(part.measured as f64, 0),
            number(part.warm_up as f64, 0),
        )
    };
    let all = each(effort.part(), "each");
    match effort.slow {
        None => all,
        Some(part) => format!("{all} ({} where it settles slowly)", each(part, "of a way")),
    }
}

/// What a study did, in a sentence.
pub fn effort(effort: &Effort, seconds: f64) -> String {
    format!(
        "{} replications of {}; {} arrivals in {} s.",
        effort.replications,
        parts(effort),
        number(effort.arrivals as f64, 0),
        fixed(seconds, 2),
    )
}
