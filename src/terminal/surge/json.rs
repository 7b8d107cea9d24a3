//! A surge as JSON.

use super::told;
use crate::model::scenario::SurgePlan;
use crate::model::surge::answer::{Offer, Remedy};
use crate::terminal::answer::Answer;
use crate::words::surge as words;
use serde::Serialize;

/// A surge as JSON.
#[derive(Serialize)]
pub(in crate::terminal) struct Document {
    /// The way of dividing the work it is about, by key.
    way: &'static str,
    team: String,
    /// The kind of work that comes and goes, by key; none where all do.
    kind: Option<String>,
    /// Tasks a week of the team as it is, and of a usual week.
    capacity: f64,
    usual: f64,
    /// Hours of the team's work that a task takes.
    task_hours: f64,
    /// The user's plan first, then waiting it out and each remedy at its cheapest.
    plans: Vec<Plan>,
    /// The cheapest remedy.
    best: Option<&'static str>,
    temporary_or_permanent: Tenure,
    base_load: BaseLoad,
    /// Weeks in which the user's temporary staff clear the highest backlog, in closed form.
    closed_form_weeks: Option<f64>,
    plans_examined: u32,
    plans_in_all: u32,
    sentence: String,
}

#[derive(Serialize)]
struct Plan {
    key: &'static str,
    plan: SurgePlan,
    paid: f64,
    overtime: f64,
    temps: f64,
    hires: f64,
    front: f64,
    backlog: f64,
    lost: f64,
    total: f64,
    /// The cheapest and the dearest over all ends that the surge may have.
    range: (f64, f64),
    peak: f64,
    peak_week: usize,
    oldest_weeks: f64,
    task_weeks: f64,
    /// Weeks at whose end nothing waits any more, for the first time and for good.
    first_clear_week: Option<usize>,
    last_clear_week: Option<usize>,
    clear_moment: Option<f64>,
    clear_band: Option<(usize, Option<usize>)>,
    left: f64,
    /// What waits at the end of every week.
    by_week: Vec<f64>,
}

#[derive(Serialize)]
struct Tenure {
    code: &'static str,
    weeks: Option<f64>,
    temporaries_for_one: f64,
    sentence: String,
}

#[derive(Serialize)]
struct BaseLoad {
    least_share_of_weeks: f64,
    tasks_a_week: f64,
    people: f64,
    flexible_share: f64,
}

fn key(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Yours => "yours",
        Remedy::Nothing => "nothing",
        Remedy::Overtime => "overtime",
        Remedy::Temps => "temps",
        Remedy::Hires => "permanent",
        Remedy::Front => "front_office",
        Remedy::Mix => "mix",
    }
}

fn plan(offer: &Offer) -> Plan {
    let (bill, run) = (&offer.bill, &offer.run);
    Plan {
        key: key(offer.remedy),
        plan: offer.plan,
        paid: bill.paid(),
        overtime: bill.overtime,
        temps: bill.temps,
        hires: bill.hires,
        front: bill.front,
        backlog: bill.backlog,
        lost: bill.lost,
        total: bill.total(),
        range: offer.range,
        peak: run.peak.0,
        peak_week: run.peak.1,
        oldest_weeks: run.oldest,
        task_weeks: run.waiting,
        first_clear_week: run.clearing.map(|clearing| clearing.first),
        last_clear_week: run.clearing.map(|clearing| clearing.last),
        clear_moment: run.clearing.map(|clearing| clearing.moment),
        clear_band: run.clearing.map(|clearing| clearing.band),
        left: run.left(),
        by_week: run.weeks.iter().map(|week| week.backlog).collect(),
    }
}

/// The surge of an answer as JSON, where it has one.
pub(in crate::terminal) fn document(answer: &Answer) -> Option<Document> {
    use crate::model::cost::tenure::Tenure as Side;
    let told = told(answer)?;
    let found = &told.answer;
    let (code, weeks) = match found.tenure {
        Side::TemporaryAlways => ("temporary_always", None),
        Side::PermanentAlways => ("permanent_always", None),
        Side::TemporaryUpTo(weeks) => ("temporary_up_to", Some(weeks)),
        Side::TemporaryFrom(weeks) => ("temporary_from", Some(weeks)),
    };
    let base = found.base_load;
    Some(Document {
        way: told.way,
        team: answer.team(found.terms.team).to_owned(),
        kind: found.terms.surge.kind.clone(),
        capacity: found.terms.capacity(),
        usual: found.terms.usual,
        task_hours: found.terms.task_hours,
        plans: [&found.yours]
            .into_iter()
            .chain(&found.offers)
            .map(plan)
            .collect(),
        best: found.best().map(|best| key(best.remedy)),
        temporary_or_permanent: Tenure {
            code,
            weeks,
            temporaries_for_one: found.temporaries_for_one,
            sentence: words::tenure(found),
        },
        base_load: BaseLoad {
            least_share_of_weeks: base.least_share,
            tasks_a_week: base.tasks,
            people: base.people,
            flexible_share: base.flexible,
        },
        closed_form_weeks: found.closed_form,
        plans_examined: told.mixed.examined,
        plans_in_all: told.mixed.of,
        sentence: words::verdict(found),
    })
}
