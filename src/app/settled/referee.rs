//! The simulation of the page: begun once the input has settled, given up when it moves, shown
//! when it is done.

use super::runner::Runner;
use crate::app::browser;
use crate::app::workbench::Workbench;
use crate::figures::turnaround::nearby_staff;
use crate::model::desks::{Desks, are_worth_it};
use crate::model::job::Said;
use crate::model::job::{Ask, Job, Outcome, Reply};
use crate::model::judgement::{Agreement, judge};
use crate::model::simulation::Verdict;
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What was simulated.
pub struct Found {
    /// The answer that it judges.
    pub of: Arc<Answer>,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// What was searched for at the desks, once that is there.
    pub desks: Option<Desks>,
}

/// What is under way: for which answer, for which strategy shown, since when.
struct Begun {
    of: Arc<Answer>,
    shown: usize,
    since: f64,
    done: bool,
}

/// Begins, gives up, shows. A handle: copies share it.
#[derive(Clone)]
pub struct Referee {
    bench: Workbench,
    runner: Runner,
    begun: Rc<RefCell<Option<Begun>>>,
}

impl Referee {
    /// A referee who has nothing to do yet.
    pub fn new(bench: Workbench) -> Self {
        let begun = Rc::new(RefCell::new(None));
        let known = begun.clone();
        // The searches at the desks follow the simulation in the same worker.
        let next = Rc::new(RefCell::new(None::<Runner>));
        let runs_next = next.clone();
        let hear = move |reply| match reply {
            Reply::Progress { share, .. } => bench.progress.set(Some(share)),
            Reply::Done(outcome) => match outcome.desks {
                Some(desks) => add(bench, desks),
                None => {
                    show(bench, &known, *outcome);
                    if let (Some(runner), Some(job)) = (&*runs_next.borrow(), at_desks(&known)) {
                        runner.begin(job);
                    }
                }
            },
        };
        let runner = Runner::new(Rc::new(hear));
        next.replace(Some(runner.clone()));
        Self {
            bench,
            runner,
            begun,
        }
    }

    /// Simulates all ways of an answer, and the one shown with more and fewer people.
    pub fn begin(&self, answer: &Arc<Answer>, shown: usize) {
        let same = |begun: &Begun| Arc::ptr_eq(&begun.of, answer) && begun.shown == shown;
        if self.begun.borrow().as_ref().is_some_and(same) {
            return;
        }
        let Some(job) = job(answer, shown) else {
            self.bench.referee.set("nothing to simulate".to_owned());
            return;
        };
        *self.begun.borrow_mut() = Some(Begun {
            of: answer.clone(),
            shown,
            since: browser::now(),
            done: false,
        });
        self.bench.progress.set(Some(0.0));
        self.bench.referee.set("simulating".to_owned());
        self.runner.begin(job);
    }

    /// Gives up what is under way.
    pub fn cancel(&self) {
        let under_way = |begun: &Option<Begun>| begun.as_ref().is_some_and(|begun| !begun.done);
        if under_way(&self.begun.borrow()) {
            self.runner.cancel();
            *self.begun.borrow_mut() = None;
            self.bench.progress.set(None);
        }
        const WAITS: &str = "waits until nothing moves";
        let waits = self.bench.referee.with_untracked(|line| line == WAITS);
        if !waits && self.bench.found.with_untracked(Option::is_some) {
            self.bench.referee.set(WAITS.to_owned());
        }
    }
}

/// The job for an answer; `None` where nothing arrives.
fn job(answer: &Answer, shown: usize) -> Option<Job> {
    let scenario = &answer.scenario;
    if scenario.arrivals_per_hour() <= 0.0 {
        return None;
    }
    let ways = answer.evaluation.strategies.iter().map(|way| way.key);
    let mut job = Job::of(scenario, ways);
    let context = answer.context();
    if let Some((place, team, near)) = nearby_staff(&context, shown) {
        let now = scenario.teams[team].staff.get();
        let others = near.into_iter().filter(|staff| *staff != now);
        job.runs.extend(others.map(|staff| Ask {
            strategy: context.strategy(place).key.to_owned(),
            staff: Some((team, staff)),
        }));
    }
    Some(job)
}

/// Shows what came of the job under way.
fn show(bench: Workbench, begun: &RefCell<Option<Begun>>, outcome: Outcome) {
    let mut begun = begun.borrow_mut();
    let Some(begun) = begun.as_mut() else {
        return;
    };
    begun.done = true;
    bench.progress.set(None);
    bench.referee.set(line(&begun.of, &outcome, begun.shown));
    bench.found.set(Some(Arc::new(Found {
        of: begun.of.clone(),
        outcome,
        seconds: (browser::now() - begun.since) / 1000.0,
        desks: None,
    })));
}

/// The searches for the answer that was simulated, where there is anything to search for.
fn at_desks(begun: &RefCell<Option<Begun>>) -> Option<Job> {
    let begun = begun.borrow();
    let scenario = &begun.as_ref()?.of.scenario;
    are_worth_it(scenario).then(|| Job::at_desks(scenario))
}

/// Adds what was searched for to what was simulated before it.
fn add(bench: Workbench, desks: Desks) {
    bench.progress.set(None);
    let found = bench.found.get_untracked();
    if let Some(found) = found.and_then(|found| found.downcast::<Found>().ok()) {
        bench.found.set(Some(Arc::new(Found {
            of: found.of.clone(),
            outcome: found.outcome.clone(),
            seconds: found.seconds,
            desks: Some(desks),
        })));
    }
}

/// How formula and simulation stand to each other, for the way shown, in a line.
fn line(answer: &Answer, outcome: &Outcome, shown: usize) -> String {
    let Some(way) = answer.evaluation.strategies.get(shown) else {
        return String::new();
    };
    match outcome.of(way.key) {
        Some(Said::Found(Verdict::Steady { summary, .. })) => {
            let judged = judge(&answer.scenario, way, summary);
            let count = |wanted: fn(&Agreement) -> bool| {
                judged.iter().filter(|one| wanted(&one.agreement)).count()
            };
            let inside = count(|agreement| *agreement == Agreement::Inside);
            let apart = count(|agreement| matches!(agreement, Agreement::Apart(_)));
            match (judged.len() - inside - apart, apart) {
                (0, 0) => "formula and simulation agree".to_owned(),
                (_, 0) => format!(
                    "{inside} of {} figures agree, the others are close",
                    judged.len()
                ),
                _ => format!("{inside} of {} figures agree, {apart} differ", judged.len()),
            }
        }
        Some(Said::Found(Verdict::Unstable { .. })) if way.status.runs() => {
            "did not settle: too near its limit".to_owned()
        }
        Some(Said::Found(Verdict::Unstable { .. })) => "it never settles".to_owned(),
        _ => "nothing to simulate".to_owned(),
    }
}
