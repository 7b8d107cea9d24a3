//! Findings that the first example does not make, in sentences.

use super::labels::{task_name, team_name, upper_first};
use super::live;
use super::numbers::{count_word, duration, number, percent};
use super::phrase::Phrase;
use super::promised;
use super::sentences::{Context, named};
use crate::model::findings::Finding;

/// A finding of these as a sentence; nothing of any other.
pub fn note(context: &Context, finding: &Finding) -> Phrase {
    let scenario = context.scenario;
    match finding {
        Finding::Overload {
            strategy,
            team,
            growth_per_week,
            staff,
            staff_needed,
        } => {
            let more = staff_needed.get() - staff.get();
            named(context, *strategy).text(format!(
                "work arrives faster than {} in the {} can finish it: {} more tasks wait every week. {}",
                people(staff.get()),
                team_name(scenario, *team),
                number(*growth_per_week, if *growth_per_week < 20.0 { 1 } else { 0 }),
                match context.strategy(*strategy).key {
                    // Nobody on the roster cures it who is not set apart for it.
                    "ring_fenced" if *growth_per_week > 0.0 => "Set more of them apart for it.".to_owned(),
                    "ring_fenced" => "Nobody is left for live contacts: set fewer apart.".to_owned(),
                    _ => cure(more),
                },
            ))
        }
        Finding::NobodyOnDuty {
            strategy,
            team,
            staff_needed,
        } => named(context, *strategy).text(format!(
            "there is work for the {} and nobody on duty. {} would keep up.",
            team_name(scenario, *team),
            upper_first(&people(staff_needed.get())),
        )),
        Finding::Fragile {
            strategy,
            team,
            occupancy,
            wait,
            wait_with_more,
        } => {
            let then = match wait_with_more {
                Some(more) => format!(
                    "moves the mean wait from {} to {}",
                    duration(wait.get()),
                    duration(more.get())
                ),
                None => format!(
                    "turns a mean wait of {} into a backlog without end",
                    duration(wait.get())
                ),
            };
            named(context, *strategy).text(format!(
                "the {} is {} busy, which is fragile: five per cent more work {then}.",
                team_name(scenario, *team),
                percent(occupancy.get()),
            ))
        }
        Finding::Promise { team, with_more, enough, ceiling, .. } => {
            Phrase::new().text(promised::more_people(context, *team, *with_more, *enough, *ceiling))
        }
        Finding::Unanswered { strategy, task, in_time, gave_up } => {
            named(context, *strategy).text(live::unanswered(context, *task, in_time.get(), gave_up.get()))
        }
        Finding::Crowded { strategy, team, taken } => named(context, *strategy).text(format!(
            "work that can wait takes {} of the time that live contacts leave in the {}: it waits long, and a little more of it waits without end.",
            percent(taken.get()),
            team_name(scenario, *team),
        )),
        Finding::Spiral { strategy } => named(context, *strategy)
            .text("customers who chase what is late make it later still: a delay spiral, without an end and without a number. More people, or fewer who chase, end it."),
        Finding::NeverEnds { strategy } => named(context, *strategy)
            .text("its loops send work round for ever. Let some of it finish: lower a share that goes back."),
        Finding::ClientsExceedTeam { team, hours } => Phrase::new().text(format!(
            "Clients alone need {} hours a month more than the {} can plan, before any of this work.",
            number(*hours, 0),
            team_name(scenario, *team),
        )),
        Finding::MostlyRepeated { task } => Phrase::new().text(format!(
            "{}: most of the work is repeated. Mend the inputs first.",
            task_name(scenario, *task),
        )),
        _ => Phrase::new(),
    }
}

fn people(count: f64) -> String {
    if count == 1.0 {
        "one person".to_owned()
    } else {
        format!("{} people", count_word(count))
    }
}

fn cure(more: f64) -> String {
    if more <= 1.0 {
        "One more person cures it.".to_owned()
    } else {
        format!(
            "{} more people cure it.",
            upper_first(&count_word(more.ceil()))
        )
    }
}
