//! The surge planner: the weeks, the plan, what becomes of it, and the remedies side by side. Fetched
//! when asked for.
//!
//! What the weeks become is computed at once; the search for the cheapest plans and the simulation
//! run in a worker once the numbers stand still.

mod dials;
mod remedies;
mod weeks;

use super::reactive::{flag, part, part_if, pressed, text};
use super::results::charts::ChartFigure;
use super::settled::runner::Runner;
use super::workbench::Workbench;
use crate::figures::more::weeks as figure;
use crate::model::decimal::{fixed, kept};
use crate::model::job::{Job, Reply, seed};
use crate::model::scenario::{Scenario, Surge, SurgePlan, Team, TeamKind};
use crate::model::surge::chance::Chance;
use crate::model::surge::{self, Found, Mixed, Unplannable, Wanted};
use crate::words::sentences::Answer;
use crate::words::surge as words;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The cheapest plans, and for which numbers.
struct Searched {
    scenario: Scenario,
    way: &'static str,
    mixed: Mixed,
}

/// What chance made of the plan, and of which answer.
struct Rehearsed {
    of: Arc<Answer>,
    way: &'static str,
    chance: Chance,
}

/// What is said of the surge, or why nothing can be.
type Said = Result<Arc<surge::Answer>, Unplannable>;

/// The state of the panel. A handle: copies share it.
#[derive(Clone, Copy)]
struct Planner {
    bench: Workbench,
    runner: StoredValue<Option<Runner>, LocalStorage>,
    searched: RwSignal<Option<Arc<Searched>>>,
    rehearsed: RwSignal<Option<Arc<Rehearsed>>>,
    /// The answer under work, and its way.
    begun: RwSignal<Option<(Arc<Answer>, &'static str)>>,
    share: RwSignal<Option<f64>>,
    said: Memo<Option<Said>>,
}

impl Planner {
    fn new(bench: Workbench) -> Self {
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
    fn begin(&self, answer: &Arc<Answer>, shown: usize) {
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

    fn stop(&self) {
        self.share.set(None);
        self.runner
            .with_value(|runner| runner.iter().for_each(Runner::cancel));
    }

    /// What is said now, where anything is.
    fn answer(&self) -> Option<Arc<surge::Answer>> {
        self.said.get()?.ok()
    }

    /// The cheapest plans, and whether they belong to other numbers than those on the page.
    fn mixed(&self) -> Option<(Arc<Searched>, bool)> {
        let searched = self.searched.get()?;
        let shown = self.bench.shown();
        let stale = self.bench.answer.with(|answer| {
            let way = answer.evaluation.strategies.get(shown).map(|way| way.key);
            way != Some(searched.way) || unplanned(&answer.scenario) != searched.scenario
        });
        Some((searched, stale))
    }

    /// What chance made of the plan as it is; nothing while that is being played.
    fn chance(&self) -> Option<Arc<Rehearsed>> {
        let rehearsed = self.rehearsed.get()?;
        let shown = self.bench.shown();
        let way = |answer: &Arc<Answer>| answer.evaluation.strategies.get(shown).map(|way| way.key);
        let same = self.bench.answer.with(|answer| {
            Arc::ptr_eq(answer, &rehearsed.of) && way(answer) == Some(rehearsed.way)
        });
        same.then_some(rehearsed)
    }

    /// Puts a plan in the place of the user's.
    fn take(&self, plan: SurgePlan) {
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

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    let planner = Planner::new(bench);
    bench.when_settled(
        move || (bench.answer.get(), bench.shown()),
        move |(answer, shown)| planner.begin(answer, *shown),
    );
    Effect::new(move |_| {
        bench.answer.track();
        planner.stop();
    });
    on_cleanup(move || planner.stop());
    let has = Memo::new(move |_| bench.with(|scenario| scenario.surge.is_some()));
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail surge">
            {part(move || if has.get() { planned(planner) } else { begin(bench) })}
        </div>
    }
    .into_any()
}

/// Where there is no surge yet.
fn begin(bench: Workbench) -> AnyView {
    let start = pressed(move || bench.assign(bench.with_untracked(with_surge)));
    view! {
        <p class="lead">"Will more come than usual for a while? Give the weeks, and see what piles up, when it is gone, and what overtime, temporary staff, permanent staff or help from the front office would make of it."</p>
        <p><button class="main" on:click=start>"Plan a surge"</button></p>
    }
    .into_any()
}

/// The scenario with a surge to begin with: a usual week, then eight of 1.8 times the demand.
fn with_surge(scenario: &Scenario) -> Scenario {
    const FACTOR: f64 = 1.8;
    const WEEKS: usize = 8;
    let usual = scenario.arrivals_per_hour() * scenario.calendar.hours_per_week();
    // Whole tasks, where there are many.
    let tidy = |tasks: f64| {
        if tasks >= 10.0 {
            tasks.round()
        } else {
            kept(tasks)
        }
    };
    let weekly = [vec![tidy(usual)], vec![tidy(FACTOR * usual); WEEKS]].concat();
    let mut scenario = scenario.clone();
    scenario.surge = Some(Box::new(Surge {
        weekly,
        ..Surge::with_defaults()
    }));
    let taken = |key: &str| scenario.teams.iter().any(|team| team.key == key);
    let key = ["temps", "temps2", "temps3"]
        .into_iter()
        .find(|key| !taken(key));
    if scenario.team_of(TeamKind::Temporary).is_none()
        && let Some(key) = key
    {
        let mut team = Team::with_defaults(key, TeamKind::Temporary);
        team.staff.0 = 0.0;
        scenario.teams.push(team);
    }
    scenario
}

/// The planner where there is a surge.
fn planned(planner: Planner) -> AnyView {
    let bench = planner.bench;
    let picture = Memo::new_with_compare(
        move |_| {
            let chance = planner.chance();
            let chance = chance.as_ref().map(|rehearsed| &rehearsed.chance);
            figure::build(&*planner.answer()?, chance)
        },
        |_, _| true,
    );
    let problem = part_if(move || {
        let why = planner.said.get()?.err()?;
        Some(view! { <p role="status" class="problem">{words::unplannable(why)}</p> }.into_any())
    });
    let about = text(move || {
        let answer = planner.answer();
        answer.map_or_else(String::new, |answer| {
            bench.with(|scenario| words::about(scenario, &answer))
        })
    });
    let stale = flag(move || planner.mixed().is_some_and(|(_, stale)| stale));
    let remove = pressed(move || {
        let mut scenario = bench.with_untracked(Scenario::clone);
        scenario.surge = None;
        bench.assign(scenario);
    });
    view! {
        {problem}
        <div class:stale=stale>{remedies::verdict(planner)}</div>
        <p class="accuracy">{about}" Week by week, without chance; the grey band and the comparison below are simulated. "<a href="method.html#surge">"How it is calculated"</a>"."</p>
        {weeks::editor(bench)}
        {dials::plan(bench)}
        <ChartFigure name=figure::KEY figure=picture/>
        {part_if(move || planner.share.get().map(|share| view! {
            <span class="progress">
                <progress max="1" value=fixed(share, 3) aria-label="Search and simulation of the surge"></progress>
                " "
                <button class="quiet" on:click=pressed(move || planner.stop())>"Stop"</button>
            </span>
        }.into_any()))}
        {remedies::table(planner)}
        {remedies::sentences(planner)}
        {remedies::simulated(planner)}
        <p><button class="quiet" on:click=remove>"Remove the surge"</button></p>
    }
    .into_any()
}
