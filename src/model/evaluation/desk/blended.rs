//! Live contacts first, and what can wait in the gaps between them.

use super::live::{Callers, each, others, unknown};
use super::{Answered, Basis, Desk, Effort, LineWait, Lines, Minutes, Share};
use crate::model::queueing::{
    Blending, BlendingEvaluation, evaluate_blending, evaluate_shared_desk,
};
use crate::model::scenario::Task;

/// Most multiplications of a chain that fit into a frame.
const MOST_IN_A_FRAME: f64 = 4e5;

/// People on duty, by the whole: a part of a person cannot be kept free.
pub(super) fn whole(on_duty: f64) -> f64 {
    const ROUNDING: f64 = 1e-9;
    (on_duty + ROUNDING).floor()
}

/// The desk as the chains take it, its other work taking `mean` minutes.
pub(super) fn blending(desk: &Desk, callers: &Callers, mean: f64) -> Blending {
    let servers = whole(desk.on_duty);
    Blending {
        live_arrival_rate: callers.rate,
        live_mean_service: callers.mean,
        mean_patience: callers.patience,
        servers,
        // Hours that are bought as they are needed are not bought to stand idle.
        reserve: match desk.team.flexible {
            true => 0.0,
            false => desk.team.desk.reserve.min(servers),
        },
        deferred_mean_service: mean,
    }
}

/// Whether a chain on both kinds of work fits into a frame: levels times the cube of their width.
fn fits(blending: &Blending) -> bool {
    let width = blending.servers - blending.reserve + 1.0;
    let longest = blending.live_arrival_rate * blending.mean_patience;
    (blending.servers + 3.0 * longest + 30.0) * width.powi(3) <= MOST_IN_A_FRAME
}

/// What the desk does if the other work never runs out; `None` where that takes too long.
pub(super) fn bound(desk: &Desk, blending: &Blending, target: f64) -> Option<BlendingEvaluation> {
    let quick = blending.live_mean_service == blending.deferred_mean_service || fits(blending);
    let may = quick || desk.effort == Effort::Full;
    may.then(|| evaluate_blending(blending, target).ok())
        .flatten()
}

/// Lines of live contacts by the bound, and the room that is left for other work.
pub(super) fn bounded(desk: &Desk, callers: &Callers, blending: &Blending) -> Lines {
    let of = |task: &Task| {
        let Some(found) = bound(desk, blending, task.channel.answer_within.get()) else {
            return (unknown(task), None);
        };
        let answered = Answered {
            in_time: Some(Share(found.service_level)),
            at_worst: Some(Share(found.service_level)),
            gave_up: Some(callers.given_up(found.p_abandon * callers.patience, task)),
            asked: task.channel.answer_share,
            basis: Basis::Bound,
        };
        let wait = LineWait::exponential(found.p_abandon * callers.patience, found.p_wait, false);
        (answered, Some(wait))
    };
    let found = bound(desk, blending, 0.0);
    // Where the chain has to wait, what is left beside the calls and the reserve.
    let left = blending.servers - blending.reserve - callers.rate * callers.mean;
    let room = found.map_or(left.max(0.0), |found| found.deferred_servers);
    Lines {
        lines: each(desk, of),
        room: Some(room),
        keeps_up: blending.servers >= 1.0,
    }
}

/// A team that does its own other work in the gaps.
pub(super) fn filling_gaps(desk: &Desk) -> Lines {
    let (callers, stream) = (Callers::of(desk), desk.others());
    let mut blending = blending(desk, &callers, stream.mean());
    let equal = (callers.mean - stream.mean()).abs() <= 1e-9 * callers.mean;
    if !equal || blending.servers < 1.0 {
        let mut lines = bounded(desk, &callers, &blending);
        lines.lines.extend(others(desk, None));
        lines.keeps_up &= lines.room.unwrap_or(0.0) > stream.load;
        return lines;
    }
    blending.deferred_mean_service = callers.mean;
    let exact = callers.alike && stream.scv() == 1.0 && blending.servers == desk.on_duty;
    let of_others = exact && desk.others_are_alike();
    let (mut keeps_up, mut room) = (true, 0.0);
    let mut wait = None;
    let mut lines = each(desk, |task| {
        answered(&blending, &callers, stream.per_minute, task, exact)
    });
    if let Ok(found) = evaluate_blending(&blending, 0.0) {
        room = found.deferred_servers;
    }
    match evaluate_shared_desk(&blending, stream.per_minute, 0.0) {
        Ok(Some(found)) => {
            wait = Some(LineWait {
                mean: Minutes(found.deferred_mean_wait),
                variance: found.deferred_wait_variance,
                p_wait: Share(found.deferred_p_wait),
                exact: of_others,
            });
        }
        _ => keeps_up = false,
    }
    lines.extend(others(desk, wait));
    Lines {
        lines,
        room: Some(room),
        keeps_up,
    }
}

/// How live contacts are answered at a desk whose other work takes the same time.
fn answered(
    blending: &Blending,
    callers: &Callers,
    others: f64,
    task: &Task,
    exact: bool,
) -> (Answered, Option<LineWait>) {
    let target = task.channel.answer_within.get();
    let worst = evaluate_blending(blending, target).ok();
    let real = evaluate_shared_desk(blending, others, target).ok();
    // Where more comes than the desk can take on, the other work really never runs out.
    let found = real
        .flatten()
        .map(|desk| (desk.service_level, desk.p_wait, desk.p_abandon));
    let unending = worst.map(|desk| (desk.service_level, desk.p_wait, desk.p_abandon));
    let Some((in_time, p_wait, gave_up)) = found.or(unending) else {
        return (unknown(task), None);
    };
    let answered = Answered {
        in_time: Some(Share(in_time)),
        at_worst: worst.map(|desk| Share(desk.service_level)),
        gave_up: Some(callers.given_up(gave_up * blending.mean_patience, task)),
        asked: task.channel.answer_share,
        basis: if exact {
            Basis::Exact
        } else {
            Basis::Approximate
        },
    };
    let mean = gave_up * blending.mean_patience;
    (answered, Some(LineWait::exponential(mean, p_wait, exact)))
}
