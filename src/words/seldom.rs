//! Findings that are seldom made, in sentences.

use super::labels::{task_name, team_name};
use super::live;
use super::numbers::{number, percent};
use super::phrase::Phrase;
use super::promised;
use super::sentences::{Context, named};
use crate::model::findings::Finding;

/// A finding of these as a sentence; nothing of any other.
pub fn note(context: &Context, finding: &Finding) -> Phrase {
    match finding {
        Finding::Promise { team, with_more, enough, ceiling, .. } => {
            Phrase::new().text(promised::more_people(context, *team, *with_more, *enough, *ceiling))
        }
        Finding::Unanswered { strategy, task, in_time, gave_up } => {
            named(context, *strategy).text(live::unanswered(context, *task, in_time.get(), gave_up.get()))
        }
        Finding::Crowded { strategy, team, taken } => named(context, *strategy).text(format!(
            "work that can wait takes {} of the time that live contacts leave in the {}: it waits long, and a little more of it waits without end.",
            percent(taken.get()),
            team_name(context.scenario, *team),
        )),
        Finding::Spiral { strategy } => named(context, *strategy)
            .text("customers who chase what is late make it later still: a delay spiral, without an end and without a number. More people, or fewer who chase, end it."),
        Finding::NeverEnds { strategy } => named(context, *strategy)
            .text("its loops send work round for ever. Let some of it finish: lower a share that goes back."),
        Finding::ClientsExceedTeam { team, hours } => Phrase::new().text(format!(
            "Clients alone need {} hours a month more than the {} can plan, before any of this work.",
            number(*hours, 0),
            team_name(context.scenario, *team),
        )),
        Finding::MostlyRepeated { task } => Phrase::new().text(format!(
            "{}: most of the work is repeated. Mend the inputs first.",
            task_name(context.scenario, *task),
        )),
        _ => Phrase::new(),
    }
}
