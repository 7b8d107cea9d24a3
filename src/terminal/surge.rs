//! A surge at the terminal: as JSON, and as a table with its sentences.

use super::answer::Answer;
use super::table::{Side, aligned, paragraph};
use crate::model::scenario::SurgePlan;
use crate::model::simulation::Estimate;
use crate::model::strategy;
use crate::model::surge::answer::{Offer, Remedy};
use crate::model::surge::chance::{Chance, rehearse};
use crate::model::surge::{self, Mixed, Search, Terms};
use crate::words::english;
use crate::words::numbers::{money, number};
use crate::words::surge as words;
use serde::Serialize;

/// What is said of a surge: every remedy, and what is behind them.
pub(super) struct Told {
    way: &'static str,
    answer: surge::Answer,
    mixed: Mixed,
}

/// The surge of a scenario under today's way, or under the first; `None` where it has none or nothing
/// can be planned.
pub(super) fn told(answer: &Answer) -> Option<Told> {
    answer.scenario.surge.as_ref()?;
    let ways = &answer.evaluation.strategies;
    let today = ways.iter().find(|way| way.key == answer.scenario.today);
    let way = today.or(ways.first())?;
    let mut search = Search::new(Terms::of(&answer.scenario, way).ok()?);
    while !search.advance(u32::MAX) {}
    let mixed = search.found().clone();
    let answer = surge::answer(&answer.scenario, way, Some(&mixed)).ok()?;
    Some(Told {
        way: way.key,
        answer,
        mixed,
    })
}

/// The section of the report.
pub(super) fn section(answer: &Answer, width: usize) -> Vec<String> {
    let Some(told) = told(answer) else {
        return Vec::new();
    };
    let head = [
        "",
        "paid",
        "backlog",
        "lost",
        "in all",
        "peak",
        "oldest",
        "gone, end of",
        "in 8 of 10",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let offers = || [&told.answer.yours].into_iter().chain(&told.answer.offers);
    rows.extend(offers().map(|offer| {
        vec![
            words::remedy(offer.remedy).to_owned(),
            money(offer.bill.paid()),
            money(offer.bill.backlog),
            money(offer.bill.lost),
            money(offer.bill.total()),
            number(offer.run.peak.0, 0),
            format!("{} wk", number(offer.run.oldest, 1)),
            words::cleared(offer),
            words::cleared_band(offer),
        ]
    }));
    let mut lines = aligned(&rows, &[Side::Left]);
    let plans = offers().map(|offer| {
        format!(
            "{}: {}.",
            words::remedy(offer.remedy),
            words::plan(&offer.plan)
        )
    });
    let said = [
        words::verdict(&told.answer),
        words::about(&answer.scenario, &told.answer),
    ];
    let more = [words::tenure(&told.answer), words::base_load(&told.answer)];
    let all = said
        .into_iter()
        .chain(plans)
        .chain(more)
        .chain(words::closed_form(&told.answer))
        .chain(words::ends(&told.answer))
        .chain([words::examined(&told.mixed)]);
    for sentence in all {
        lines.extend(paragraph(&sentence, "- ", width));
    }
    lines
}

/// A surge as JSON.
#[derive(Serialize)]
pub(super) struct Document {
    /// The way of dividing the work it is about, by key.
    way: &'static str,
    team: String,
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
pub(super) fn document(answer: &Answer) -> Option<Document> {
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

/// The user's plan by simulation, beside the weeks without chance.
#[derive(Serialize)]
pub(super) struct Simulated {
    way: &'static str,
    fluid_total: f64,
    fluid_clear_moment: Option<f64>,
    #[serde(flatten)]
    chance: Chance,
}

/// Simulates the user's plan under today's way.
pub(super) fn simulated(answer: &Answer, seed: u64) -> Option<Simulated> {
    answer.scenario.surge.as_ref()?;
    let ways = &answer.evaluation.strategies;
    let today = ways.iter().find(|way| way.key == answer.scenario.today);
    let way = today.or(ways.first())?;
    let fluid = surge::answer(&answer.scenario, way, None).ok()?;
    let plan = fluid.terms.surge.plan;
    let chance = rehearse(fluid.terms.clone(), plan, seed);
    Some(Simulated {
        way: strategy::find(way.key)?.key,
        fluid_total: fluid.yours.bill.total(),
        fluid_clear_moment: fluid.yours.run.clearing.map(|clearing| clearing.moment),
        chance,
    })
}

/// The section of the report of a simulation.
pub(super) fn simulated_section(answer: &Answer, seed: u64, width: usize) -> Vec<String> {
    let Some(found) = simulated(answer, seed) else {
        return Vec::new();
    };
    let with = |estimate: &Estimate| format!("{} ± {}", money(estimate.mean), money(estimate.half));
    let chance = &found.chance;
    let rows = [
        vec![String::new(), "fluid".to_owned(), "simulated".to_owned()],
        vec![
            "in all".to_owned(),
            money(found.fluid_total),
            with(&chance.total),
        ],
        vec!["paid".to_owned(), String::new(), with(&chance.paid)],
        vec!["backlog".to_owned(), String::new(), with(&chance.backlog)],
        vec![
            "gone after weeks".to_owned(),
            found
                .fluid_clear_moment
                .map_or_else(|| "–".to_owned(), |at| number(at, 1)),
            format!(
                "{} ± {}",
                number(chance.moment.mean, 1),
                number(chance.moment.half, 1)
            ),
        ],
    ];
    let mut lines = aligned(&rows, &[Side::Left]);
    let name = english::strategy(found.way).name;
    lines.extend(paragraph(
        &format!(
            "Your plan under “{name}”, {} replications.",
            chance.replications
        ),
        "- ",
        width,
    ));
    for why in words::why_apart(found.fluid_total, chance) {
        lines.extend(paragraph(&why, "- ", width));
    }
    lines
}
