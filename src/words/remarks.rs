//! What speaks for another way than the best, which the first example has no reason to say.

use super::labels::upper_first;
use super::live;
use super::numbers::{duration, percent, promise};
use super::sentences::Context;
use crate::model::findings::Verdict;

/// How live contacts fare, who is faster, and who keeps the promise.
pub fn remarks(context: &Context) -> Vec<String> {
    live::compared(context)
        .into_iter()
        .chain(speed_difference(context))
        .chain(promise_missed(context))
        .collect()
}

/// Where the best breaks the promise for more than one in ten, and another way would not.
fn promise_missed(context: &Context) -> Option<String> {
    const ENOUGH: f64 = 0.9;
    let kept = |place: usize| {
        let time = context.strategy(place).turnaround.as_ref();
        time.map(|time| time.within_promise.get())
    };
    let best = context.evaluation.comparison.best()?;
    let missed = kept(best).filter(|share| *share < ENOUGH)?;
    let mut ranking = context.evaluation.comparison.ranking.iter().copied();
    let other = ranking.find(|place| kept(*place) >= Some(ENOUGH))?;
    let promise = match &context.scenario.tasks[..] {
        [task] => format!("the promise of {}", promise(task.promise.get())),
        _ => "its promises".to_owned(),
    };
    Some(format!(
        "{} keeps {promise} for {} of tasks, {} for {}.",
        upper_first(context.words(best).noun),
        percent(missed),
        context.words(other).noun,
        percent(kept(other)?),
    ))
}

/// Where the best and the next of a close race differ in speed, or the best is the slower one.
fn speed_difference(context: &Context) -> Option<String> {
    let comparison = &context.evaluation.comparison;
    let (best, next) = comparison.best().zip(comparison.next())?;
    let time = |place: usize| {
        context
            .strategy(place)
            .turnaround
            .as_ref()
            .map(|time| time.p90.get())
    };
    // A way that takes no time at all has left the work out: there is no speed to speak of.
    let (best_time, next_time) = time(best)
        .zip(time(next))
        .filter(|(a, b)| a.min(*b) > 0.0)?;
    let close = matches!(context.findings.verdict, Verdict::TooClose { .. });
    let differ = duration(best_time) != duration(next_time);
    (differ && (close || best_time > next_time)).then(|| {
        let (faster, slower) = if best_time <= next_time {
            (best, next)
        } else {
            (next, best)
        };
        format!(
            "{} is faster: nine in ten done within {} instead of {}.",
            upper_first(context.words(faster).noun),
            duration(best_time.min(next_time)),
            duration(
                context
                    .strategy(slower)
                    .turnaround
                    .as_ref()
                    .map_or(0.0, |t| t.p90.get())
            )
        )
    })
}
