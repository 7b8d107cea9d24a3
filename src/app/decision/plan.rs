//! The best plan: staff and work together, the frontier, the grid. The search runs in a worker of its
//! own while the fold is open, and begins anew once the numbers stand still.

use super::choices::Choices;
use super::frontier::Frontier;
use super::grid::Grid;
use crate::app::reactive::{flag, items, part, pressed};
use crate::app::settled::runner::Runner;
use crate::app::workbench::Workbench;
use crate::model::job::{Job, Reply};
use crate::model::optimise::{Confirmed, Found, Freedom, Plan};
use crate::model::scenario::Scenario;
use crate::model::strategy::ALLOTTED;
use crate::words::english;
use crate::words::labels::{lower_first, task_name};
use crate::words::numbers::money;
use crate::words::plan as words;
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// What was found last, and for which answer.
#[derive(Clone)]
pub struct Last {
    /// The answer that was improved on.
    pub of: Arc<Answer>,
    /// What was found.
    pub found: Found,
}

/// The search of the panel. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Planner {
    pub(super) bench: Workbench,
    runner: StoredValue<Runner, LocalStorage>,
    /// What was found last.
    pub last: RwSignal<Option<Arc<Last>>>,
    /// The answer that is being improved on.
    pub(super) begun: RwSignal<Option<Arc<Answer>>>,
    /// How far the search is, or the simulation after it; none where neither is under way.
    pub(super) share: RwSignal<Option<f64>>,
    /// What the search may change.
    pub(super) freedom: RwSignal<Freedom>,
}

impl Planner {
    fn new(bench: Workbench) -> Self {
        let (last, begun) = (
            RwSignal::new(None::<Arc<Last>>),
            RwSignal::new(None::<Arc<Answer>>),
        );
        let share = RwSignal::new(None);
        let hear = move |reply| {
            let (found, left) = match reply {
                Reply::Progress { share, plan, .. } => (plan.map(|plan| *plan), Some(share)),
                Reply::Done(outcome) => (outcome.plan, None),
            };
            share.set(left);
            let Some((mut found, of)) = found.zip(begun.get_untracked()) else {
                return;
            };
            // The frontier is told once; what follows is silent about it.
            let before = last.get_untracked();
            if let Some(before) = before.filter(|before| Arc::ptr_eq(&before.of, &of))
                && found.mixes.is_empty()
            {
                found.mixes.clone_from(&before.found.mixes);
                found.frontier.clone_from(&before.found.frontier);
            }
            if left.is_none() {
                tell_above(bench, &of, &found);
            }
            last.set(Some(Arc::new(Last { of, found })));
        };
        Self {
            bench,
            runner: StoredValue::new_local(Runner::new(Rc::new(hear))),
            last,
            begun,
            share,
            freedom: RwSignal::new(Freedom::default()),
        }
    }

    fn begin(&self, answer: &Arc<Answer>) {
        self.begun.set(Some(answer.clone()));
        self.share.set(Some(0.0));
        let freedom = self.freedom.get_untracked();
        let job = Job::for_plan(&answer.scenario, freedom);
        self.runner.with_value(|runner| runner.begin(job));
    }

    /// Ends the search under way.
    pub(super) fn stop(&self) {
        self.share.set(None);
        self.runner.with_value(Runner::cancel);
    }

    /// Whether what was found belongs to other numbers than those on the page.
    pub fn is_stale(&self) -> bool {
        let last = self.last.get();
        last.is_some_and(|last| self.bench.is_stale(&last.of))
    }

    /// Sets the price of an error that nobody measured to nothing, in one step.
    fn without_errors(&self) {
        let mut scenario = self.bench.with_untracked(Clone::clone);
        for address in words::assumed_error_costs(&scenario) {
            address.write(&mut scenario, 0.0);
        }
        self.bench.assign(scenario);
    }

    /// Puts a plan on the bench.
    pub fn take(&self, plan: &Plan) {
        let mut scenario = self.bench.with_untracked(Clone::clone);
        // Where today's way is a plan of this kind, its shares go with the new one, and its people too.
        if scenario.today != ALLOTTED {
            scenario.keep_today();
        }
        let (planned, way) = planned(plan, &scenario);
        self.bench.assign(planned);
        self.bench.choose(Some(way));
    }
}

/// Says beside the headline what the best plan saves: the headline knows only ways for all work, with the
/// people there are.
fn tell_above(bench: Workbench, of: &Arc<Answer>, found: &Found) {
    let Some(better) = words::better(found, &of.evaluation) else {
        return;
    };
    bench.unless.update(|(told, text)| {
        let same = told.as_ref().is_some_and(|told| Arc::ptr_eq(told, of));
        if same && !text.contains(&better) {
            *text = format!("{text} {better}");
        }
    });
}

/// A scenario as a plan has it, and the way that shows it: where all work goes the same way that is no
/// mix beside it.
fn planned(plan: &Plan, scenario: &Scenario) -> (Scenario, &'static str) {
    let mut planned = plan.applied(scenario);
    match words::used(plan)[..] {
        [way] if scenario.today != ALLOTTED => {
            planned.tasks.iter_mut().for_each(|task| task.ways.clear());
            (planned, way)
        }
        _ => (planned, ALLOTTED),
    }
}

/// The panel.
pub fn panel() -> AnyView {
    let bench = Workbench::expect();
    let planner = Planner::new(bench);
    bench.when_settled(
        move || (bench.answer.get(), planner.freedom.get()),
        move |(answer, _)| planner.begin(answer),
    );
    Effect::new(move |_| {
        bench.answer.track();
        planner.stop();
    });
    on_cleanup(move || planner.stop());
    view! {
        <link rel="stylesheet" href="./panels.css"/>
        <div class="in-detail plan">
            <Choices planner/>
            <div class:stale=flag(move || planner.is_stale())>
                {part(move || match planner.last.get() {
                    None => view! { <p role="status">"Looking for a first plan."</p> }.into_any(),
                    Some(last) => best(planner, &last),
                })}
                <Frontier planner/>
            </div>
            <Grid planner/>
        </div>
    }
    .into_any()
}

/// What today costs and how long it takes, where it keeps up.
pub(super) fn today(answer: &Answer) -> Option<(f64, Option<f64>)> {
    let way = answer.evaluation.today()?;
    let time = way.turnaround.as_ref().map(|time| time.p90.get());
    way.status.runs().then(|| (way.month.total().get(), time))
}

/// The best plan, how sure it is, and what it leaves out.
fn best(planner: Planner, last: &Last) -> AnyView {
    let (scenario, found) = (&last.of.scenario, &last.found);
    let headline = words::headline(scenario, found, today(&last.of).map(|(month, _)| month));
    let out = found.out_of_reach.iter();
    let out: Vec<String> = out.map(|out| words::out_of_reach(scenario, out)).collect();
    let plan = found.best.clone().or(found.closest.clone());
    view! {
        <h3>{headline}</h3>
        <p class="accuracy">{words::sureness(found)}</p>
        {words::simulated(found).map(|says| view! { <p class="accuracy">{says}</p> })}
        {(!out.is_empty()).then(|| view! { <ul>{items(out)}</ul> })}
        {plan.map(|plan| shown(planner, scenario, plan, found.confirmed.as_ref()))}
    }
    .into_any()
}

/// What the ways of a plan mean: a name such as “split by complexity” does not tell who does what.
fn meanings(planner: Planner, used: &[&'static str]) -> AnyView {
    let meaning = |key: &&'static str| {
        let about = planner.bench.said(|said| (said.about)(key));
        format!("{}: {}", english::strategy(key).name, lower_first(about))
    };
    let all: Vec<String> = used.iter().map(meaning).collect();
    view! { <p class="accuracy">{all.join(" ")}</p> }.into_any()
}

/// A plan: its work, its people, and the button that takes it.
fn shown(
    planner: Planner,
    scenario: &Scenario,
    plan: Plan,
    confirmed: Option<&Confirmed>,
) -> AnyView {
    let row = |(task, ways): (usize, &Vec<_>)| {
        let reached = words::reached(&plan, confirmed, task).unwrap_or_else(|| "–".to_owned());
        let missed = words::misses(&plan, confirmed, task);
        view! {
            <tr>
                <th scope="row">{task_name(scenario, task)}</th>
                <td>{words::shared(ways)}</td>
                <td class:missed=missed>{reached}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = plan.ways.iter().enumerate().map(row).collect();
    let mut people = words::people(scenario, &plan);
    if plan.set_up > 0.0 {
        people.push(format!("{} to set up, once", money(plan.set_up)));
    }
    people.extend(words::posts(scenario, &plan));
    people.extend(words::split(scenario, &plan));
    let errors = words::assumed_errors(scenario);
    let without = errors.is_some().then(|| {
        let press = pressed(move || planner.without_errors());
        view! { <p><button class="quiet" on:click=press>"What if an error cost nothing?"</button></p> }
    });
    people.extend(errors);
    let used = words::used(&plan);
    let (planned, key) = planned(&plan, scenario);
    let shown = planner.bench.shown_key();
    let taken = planned == *scenario && shown == Some(key);
    let take = pressed(move || planner.take(&plan));
    let door = match taken {
        true => view! { <p class="accuracy">"This plan is taken: the page shows it."</p> }.into_any(),
        false => view! { <p class="take"><button class="main" on:click=take>"Take this plan"</button></p> }.into_any(),
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label="The plan by kind of work">
            <table class="data words">
                <thead><tr><th scope="col">"Work"</th><th scope="col">"Goes"</th><th scope="col">"In time"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {part(move || meanings(planner, &used))}
        <ul>{items(people)}</ul>
        {without}
        {door}
    }
    .into_any()
}
