//! What could not be used of a link, a file or a field: the field, and the cure.

use super::labels::upper_first;
use crate::model::decimal::shortest;
use crate::model::scenario::permalink::Notice;
use crate::model::scenario::validation::{Problem, ProblemKind};

/// A notice about a link as a sentence.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::UnknownKey {
            key,
            nearest: Some(nearest),
        } => {
            format!(
                "The link names “{key}”, which does not exist here; it was left out. Did it mean “{nearest}”?"
            )
        }
        Notice::UnknownKey { key, nearest: None } => {
            format!("The link names “{key}”, which does not exist here; it was left out.")
        }
        Notice::OutOfRange { key, given, taken } => {
            format!(
                "The link sets “{key}” to {}, which is out of range; {} was taken instead.",
                shortest(*given),
                shortest(*taken)
            )
        }
        Notice::NotANumber { key, text } if text.is_empty() => {
            format!("The link gives no number for “{key}”; the example’s value stands.")
        }
        Notice::NotANumber { key, text } => {
            format!(
                "The link sets “{key}” to “{text}”, which is not a number; the example’s value stands."
            )
        }
        Notice::UnknownExample(name) => {
            format!(
                "The link starts from the example “{name}”, which does not exist here; the first example was opened."
            )
        }
        Notice::UnknownWay(name) => format!(
            "The link compares “{name}”, which is no way of dividing the work known here; it was left out."
        ),
        Notice::UnknownStrategy(name) => {
            format!(
                "The link calls “{name}” today’s way of working, which does not exist here; the example’s stands."
            )
        }
        Notice::NewerVersion(version) => {
            format!(
                "The link says it is of version “{version}”; this page reads version 1 and took what it understood."
            )
        }
        Notice::Unreadable(key) => {
            format!("The link’s “{key}” cannot be read; the example’s stand.")
        }
        Notice::Process(found) => format!(
            "The process in the link does not fit together, so the example’s stands. {}",
            upper_first(&problem(found))
        ),
        Notice::TooLong(length) => {
            format!(
                "The link is {length} characters long, which is no link of this page; nothing of it was taken."
            )
        }
        Notice::More(count) => format!("And {count} more like these."),
    }
}

/// A problem of a scenario file as a sentence.
pub fn problem(problem: &Problem) -> String {
    let at = problem.at.path();
    match &problem.kind {
        ProblemKind::BadKey(key) => format!(
            "{at} is “{key}”: a key has up to 60 small letters a to z, digits and _, and is not tool, calendar or horizon."
        ),
        ProblemKind::RepeatedKey(key) => {
            format!("{at}: “{key}” names two things; give each task and team a key of its own.")
        }
        ProblemKind::TooMany(most) => format!("{at} has more than {most} entries; leave some out."),
        ProblemKind::Missing(place) => {
            format!(
                "{at} points to number {place} of a list that is shorter; lists are counted from 0."
            )
        }
        ProblemKind::Shares(total) => {
            format!(
                "{at}: shares add up to {}; the routes of a task must add up to 1, the ways out of a step to 1 at most.",
                shortest(*total)
            )
        }
        ProblemKind::OutOfRange(value, low, high) if !value.is_finite() => {
            format!(
                "{at} is not a number; it must lie between {} and {}.",
                shortest(*low),
                shortest(*high)
            )
        }
        ProblemKind::OutOfRange(value, low, high) => {
            format!(
                "{at} is {}; it must lie between {} and {}.",
                shortest(*value),
                shortest(*low),
                shortest(*high)
            )
        }
        ProblemKind::UnknownStrategy(name) => {
            format!("{at} is “{name}”, which is no strategy; try front_office or back_office.")
        }
        ProblemKind::UnknownTask(key) => {
            format!(
                "{at} is “{key}”, which is the key of no task; give one of them, or leave it out."
            )
        }
        ProblemKind::NoSteps => format!("{at} has no steps; a route needs at least one."),
    }
}
