//! The state of the surge planner: what is said at once, and what the worker found.

use crate::app::settled::runner::Runner;
use crate::app::workbench::Workbench;
use crate::model::job::{Job, Reply, seed};
use crate::model::scenario::{Scenario, SurgePlan};
use crate::model::surge::chance::Chance;
use crate::model::surge::{self, Found, Mixed, Unplannable, Wanted};
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The cheapest plans, and for which numbers.
pub(super) struct Searched {
    scenario: Scenario,
    way: &'static str,
    pub(super) mixed: Mixed,
}

/// What chance made of the plan, and of which answer.
pub(super) struct Rehearsed {
    of: Arc<Answer>,
    way: &'static str,
    pub(super) chance: Chance,
}

/// What is said of the surge, or why nothing can be.
type Said = Result<Arc<surge::Answer>, Unplannable>;

/// The state of the panel. A handle: copies share it.
#[derive(Clone, Copy)]
pub(super) struct Planner {
    pub(super) bench: Workbench,
    runner: StoredValue<Option<Runner>, LocalStorage>,
    searched: RwSignal<Option<Arc<Searched>>>,
    rehearsed: RwSignal<Option<Arc<Rehearsed>>>,
    /// The answer under work, and its way.
    begun: RwSignal<Option<(Arc<Answer>, &'static str)>>,
    pub(super) share: RwSignal<Option<f64>>,
    pub(super) said: Memo<Option<Said>>,
}

impl Planner {
    pub(super) fn new(bench: Workbench) -> Self {
        let searched = RwSignal::new(None::<Arc<Searched>>);
        let said = Memo::new_with_compare(
            move |_| {
                let shown = bench.shown();
                let searched = searched.get();
                let mixed = searched.as_ref().map(|searched| &searched.mixed);
                bench.answer.with(|answer| {
                    let way = answer.evaluation.strategies.get(shown)?;
                    Some(surge::answer(&answer.scenario, way, mixed).map(Arc::new))
                })
            },
            |_, _| true,
        );
        let planner = Self {
            bench,
            runner: StoredValue::new_local(None),
            searched,
            rehearsed: RwSignal::new(None),
            begun: RwSignal::new(None),
            share: RwSignal::new(None),
            said,
        };
        let hear = Rc::new(move |reply| planner.hear(reply));
        planner.runner.set_value(Some(Runner::new(hear)));
        planner
    }

    fn hear(&self, reply: Reply) {
        let outcome = match reply {
            Reply::Progress { share, .. } => return self.share.set(Some(share)),
            Reply::Done(outcome) => outcome,
        };
        self.share.set(None);
        let Some((answer, way)) = self.begun.get_untracked() else {
            return;
        };
        match outcome.surge {
            Some(Found::Mix(mixed)) => {
                let scenario = unplanned(&answer.scenario);
                self.searched.set(Some(Arc::new(Searched {
                    scenario,
                    way,
                    mixed: *mixed,
                })));
                self.rehearse(&answer);
            }
            Some(Found::Chance(chance)) => {
                let chance = *chance;
                self.rehearsed.set(Some(Arc::new(Rehearsed {
                    of: answer,
                    way,
                    chance,
                })));
            }
            None => {}
        }
    }

    /// Searches for the cheapest plans, then simulates the user's. A change of the user's plan leaves
    /// the cheapest ones what they are.
    pub(super) fn begin(&self, answer: &Arc<Answer>, shown: usize) {
        let way = answer.evaluation.strategies.get(shown).map(|way| way.key);
        let (Some(way), Some(_)) = (way, &answer.scenario.surge) else {
            return;
        };
        self.begun.set(Some((answer.clone(), way)));
        let bare = unplanned(&answer.scenario);
        let is_known = self.searched.with_untracked(|searched| {
            let same = |searched: &Arc<Searched>| searched.way == way && searched.scenario == bare;
            searched.as_ref().is_some_and(same)
        });
        if is_known {
            return self.rehearse(answer);
        }
        if let Some(Ok(said)) = self.said.get_untracked() {
            let wanted = Wanted::Mix(Box::new(said.terms.clone()));
            self.run(Job::for_surge(&answer.scenario, wanted));
        }
    }

    fn rehearse(&self, answer: &Arc<Answer>) {
        if let Some(Ok(said)) = self.said.get_untracked() {
            let wanted = Wanted::Chance {
                terms: Box::new(said.terms.clone()),
                plan: said.yours.plan,
                seed: seed(&answer.scenario),
            };
            self.run(Job::for_surge(&answer.scenario, wanted));
        }
    }

    fn run(&self, job: Job) {
        self.share.set(Some(0.0));
        self.runner
            .with_value(|runner| runner.iter().for_each(|runner| runner.begin(job.clone())));
    }

    pub(super) fn stop(&self) {
        self.share.set(None);
        self.runner
            .with_value(|runner| runner.iter().for_each(Runner::cancel));
    }

    /// What is said now, where anything is.
    pub(super) fn answer(&self) -> Option<Arc<surge::Answer>> {
        self.said.get()?.ok()
    }

    /// The cheapest plans, and whether they belong to other numbers than those on the page.
    pub(super) fn mixed(&self) -> Option<(Arc<Searched>, bool)> {
        let searched = self.searched.get()?;
        let shown = self.bench.shown();
        let stale = self.bench.answer.with(|answer| {
            let way = answer.evaluation.strategies.get(shown).map(|way| way.key);
            way != Some(searched.way) || unplanned(&answer.scenario) != searched.scenario
        });
        Some((searched, stale))
    }

    /// What chance made of the plan as it is; nothing while that is being played.
    pub(super) fn chance(&self) -> Option<Arc<Rehearsed>> {
        let rehearsed = self.rehearsed.get()?;
        let shown = self.bench.shown();
        let way = |answer: &Arc<Answer>| answer.evaluation.strategies.get(shown).map(|way| way.key);
        let same = self.bench.answer.with(|answer| {
            Arc::ptr_eq(answer, &rehearsed.of) && way(answer) == Some(rehearsed.way)
        });
        same.then_some(rehearsed)
    }

    /// Puts a plan in the place of the user's.
    pub(super) fn take(&self, plan: SurgePlan) {
        let mut scenario = self.bench.with_untracked(Scenario::clone);
        if let Some(surge) = &mut scenario.surge {
            surge.plan = plan;
        }
        self.bench.assign(scenario);
    }
}

/// The scenario without the user's plan, on which the cheapest plans do not depend. How far the front
/// office may help stays: it is a limit.
fn unplanned(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    if let Some(surge) = &mut bare.surge {
        surge.plan = SurgePlan::default();
    }
    bare
}
