//! How live contacts and work that can wait fare under every way, by formula and by simulation.

use crate::figures::Table;
use crate::figures::simulated::Simulated;
use crate::model::evaluation::{Basis, StrategyEvaluation};
use crate::model::simulation::measures::StreamMeasures;
use crate::model::simulation::{Estimate, Summary};
use crate::words::judgement::{interval_minutes, interval_share};
use crate::words::labels::task_name;
use crate::words::live::{asked, in_time};
use crate::words::numbers::{duration, percent};
use crate::words::sentences::Context;

/// What is said of both kinds of work.
pub struct Fares {
    /// Live contacts, one row a way and kind; empty where nothing is live.
    pub live: Table,
    /// The work that can wait, one row a way.
    pub others: Table,
    /// What the reader should know about them.
    pub notes: Vec<String>,
}

/// How both kinds of work fare.
pub fn fares(context: &Context, simulated: Option<Simulated>) -> Fares {
    let ways = 0..context.evaluation.strategies.len();
    let found = |way: usize| simulated.and_then(|all| all.summary(context.strategy(way).key, None));
    let live: Vec<Vec<String>> = ways
        .clone()
        .flat_map(|way| live_rows(context, way, found(way)))
        .collect();
    let can_wait = context
        .scenario
        .tasks
        .iter()
        .any(|task| !task.channel.is_live());
    let others = ways.clone().filter(|_| can_wait);
    let others = others.map(|way| other_row(context, way, found(way)));
    let head = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
    Fares {
        notes: notes(context, ways, found),
        live: Table {
            head: head(&[
                "Way",
                "Live contacts",
                "In time, formula",
                "How sure",
                "In time, simulated",
                "Asked",
                "Give up, formula",
                "Give up, simulated",
            ]),
            rows: live,
        },
        others: Table {
            head: head(&[
                "Way",
                "Nine in ten within, formula",
                "Simulated",
                "Promise kept, formula",
                "Simulated",
                "Age of the oldest, simulated mean",
            ]),
            rows: others.collect(),
        },
    }
}

fn live_rows(context: &Context, way: usize, found: Option<&Summary>) -> Vec<Vec<String>> {
    let rows = context.strategy(way).answered().map(|(_, line, answered)| {
        let stream = found.and_then(|found| stream_of(found, line.task));
        let of = |read: fn(&StreamMeasures<Estimate>) -> Estimate| {
            stream.map_or_else(|| "–".to_owned(), |one| interval_share(read(one)))
        };
        vec![
            context.words(way).name.to_owned(),
            asked(context, line.task),
            in_time(answered),
            sure(answered.basis).to_owned(),
            of(|one| one.answered),
            percent(answered.asked.get()),
            answered
                .gave_up
                .map_or_else(|| "–".to_owned(), |share| percent(share.get())),
            of(|one| one.given_up),
        ]
    });
    rows.collect()
}

fn stream_of(found: &Summary, task: usize) -> Option<&StreamMeasures<Estimate>> {
    found.streams.iter().find(|one| one.task == task)
}

fn sure(basis: Basis) -> &'static str {
    match basis {
        Basis::Exact => "exact",
        Basis::Bound => "bound",
        Basis::Approximate => "approximate",
        Basis::Pending => "too long for a frame: see the simulation",
    }
}

fn other_row(context: &Context, way: usize, found: Option<&Summary>) -> Vec<String> {
    let nothing = || "–".to_owned();
    let evaluated = context.strategy(way);
    let time = evaluated.turnaround.as_ref();
    let oldest = found.map(|found| oldest(context, found));
    vec![
        context.words(way).name.to_owned(),
        time.map_or_else(nothing, |time| duration(time.p90.get())),
        found.map_or_else(nothing, |found| interval_minutes(found.quantiles[2])),
        time.map_or_else(nothing, |time| percent(time.within_promise.get())),
        found.map_or_else(nothing, |found| interval_share(found.within)),
        oldest.map_or_else(nothing, interval_minutes),
    ]
}

/// Age of the oldest piece of work that can wait.
fn oldest(context: &Context, found: &Summary) -> Estimate {
    let can_wait =
        |one: &&StreamMeasures<Estimate>| !context.scenario.tasks[one.task].channel.is_live();
    let ages = found.streams.iter().filter(can_wait).map(|one| one.oldest);
    ages.max_by(|a, b| a.mean.total_cmp(&b.mean))
        .unwrap_or(found.oldest)
}

/// What the tables do not say by themselves.
fn notes<'a>(
    context: &Context,
    ways: std::ops::Range<usize>,
    found: impl Fn(usize) -> Option<&'a Summary>,
) -> Vec<String> {
    let mut notes = Vec::new();
    let live = context
        .scenario
        .tasks
        .iter()
        .any(|task| task.channel.is_live());
    let answers = |way: &StrategyEvaluation| way.answered().next().is_some();
    if live && !context.evaluation.strategies.iter().any(answers) {
        notes.push("Live contacts are answered at once here, since the team that takes them has no queue. Switch its queue on (in the controls, under work) to see who waits and who gives up.".to_owned());
    }
    let all = || context.evaluation.strategies.iter();
    let any = |wanted: Basis| {
        let has = |way: &StrategyEvaluation| way.answered().any(|(.., one)| one.basis == wanted);
        all().any(has)
    };
    if any(Basis::Bound) {
        notes.push("A bound takes the other work as never short, so that somebody is always busy with it when a contact comes. What really comes leaves gaps: live contacts then fare better, as the simulation shows. Trust the simulation; plan by the bound to be safe.".to_owned());
    }
    if any(Basis::Approximate) {
        notes.push("Approximate: contacts of several kinds are taken as one, their times are not exponential, or people are counted by the whole. The simulation knows better.".to_owned());
    }
    let unknown = |way: &StrategyEvaluation| way.status.runs() && way.turnaround.is_none();
    if all().any(unknown) {
        notes.push("A dash under “formula”: none knows how long work waits that people take on between contacts. The simulation does, once it is done.".to_owned());
    }
    let ages: Vec<(f64, usize)> = ways
        .filter_map(|way| Some((oldest(context, found(way)?).mean, way)))
        .collect();
    let by_age = |a: &&(f64, usize), b: &&(f64, usize)| a.0.total_cmp(&b.0);
    let (youngest, eldest) = (ages.iter().min_by(by_age), ages.iter().max_by(by_age));
    if let Some(((young, one), (old, other))) = youngest.zip(eldest)
        && one != other
        && context
            .strategy(*other)
            .teams
            .iter()
            .any(|team| team.taken.is_some())
    {
        notes.push(format!(
            "Live contacts always go first, and what can wait pays for it: the oldest of it is {} old on average with {}, {} with {}.",
            duration(*old),
            context.words(*other).noun,
            duration(*young),
            context.words(*one).noun,
        ));
    }
    notes
}

/// Names of the live kinds, for a line.
pub fn kinds(context: &Context) -> String {
    let live = context.scenario.tasks.iter().enumerate();
    let live = live.filter(|(_, task)| task.channel.is_live());
    let names: Vec<String> = live
        .map(|(place, _)| task_name(context.scenario, place))
        .collect();
    names.join(", ")
}
