//! Work that can wait, the more urgent first.

use super::{Desk, Line, LineWait, Lines};
use crate::model::evaluation::teams::Stream;
use crate::model::order::sort_short;
use crate::model::queueing::{Discipline, Priority, erlang_c, evaluate_priority};

/// The lines of a team by priority; `None` where all its work has the same.
pub(super) fn lines(desk: &Desk) -> Option<Lines> {
    let priority = |task: usize| desk.scenario.tasks[task].priority;
    let mut ranks: Vec<f64> = desk
        .kinds()
        .iter()
        .map(|(task, _)| priority(*task))
        .collect();
    sort_short(&mut ranks, |a, b| a.total_cmp(b));
    ranks.dedup();
    if ranks.len() < 2 {
        return None;
    }
    let stream = |rank: &f64| {
        let of_rank = desk.flows.iter().copied();
        Stream::of(of_rank.filter(|flow| priority(flow.task) == *rank))
    };
    let streams: Vec<Stream> = ranks.iter().map(stream).collect();
    let all: f64 = streams.iter().map(|stream| stream.load).sum();
    let classes = Priority {
        arrival_rates: streams.iter().map(|stream| stream.per_minute).collect(),
        mean_service: streams.iter().map(Stream::mean).collect(),
        service_scv: streams.iter().map(Stream::scv).collect(),
        servers: desk.on_duty,
        discipline: match desk.team.desk.interrupts {
            true => Discipline::Preemptive,
            false => Discipline::NonPreemptive,
        },
    };
    // Interruptions on several desks with unequal times have no formula.
    let found = evaluate_priority(&classes).ok();
    let interrupts = desk.team.desk.interrupts;
    // Who interrupts waits only for those who are as urgent or more so.
    let p_wait = |rank: usize| {
        let above = streams.iter().take(rank + 1).map(|stream| stream.load);
        let met = if interrupts { above.sum() } else { all };
        erlang_c(desk.on_duty, f64::min(met, desk.on_duty))
    };
    // Minutes that each interruption costs are left out.
    let free = !interrupts || desk.team.desk.switch_minutes.get() == 0.0;
    let wait = |rank: usize| {
        let found = found.as_ref()?;
        let mean = found.mean_waits[rank]?;
        Some(LineWait::exponential(
            mean,
            p_wait(rank),
            found.exact && free,
        ))
    };
    let line = |(task, _): (usize, bool)| {
        let rank = ranks.iter().position(|rank| *rank == priority(task));
        Line {
            task,
            wait: rank.and_then(wait),
            answered: None,
        }
    };
    Some(Lines {
        lines: desk.kinds().into_iter().map(line).collect(),
        room: Some(desk.on_duty),
        keeps_up: all < desk.on_duty,
    })
}
