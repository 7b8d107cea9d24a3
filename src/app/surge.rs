//! The surge planner: the weeks, the plan, what becomes of it, and the remedies side by side. Fetched
//! when asked for.
//!
//! What the weeks become is computed at once; the search for the cheapest plans and the simulation
//! run in a worker once the numbers stand still.

mod dials;
mod planner;
mod remedies;
mod weeks;
mod whose;

use super::reactive::{flag, items, part, part_if, pressed, text};
use super::results::charts::ChartFigure;
use super::workbench::Workbench;
use crate::figures::more::weeks as figure;
use crate::model::decimal::fixed;
use crate::model::scenario::{Scenario, Surge, Team, TeamKind};
use crate::words::surge as words;
use leptos::prelude::*;
use planner::Planner;

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

/// The scenario with a surge to begin with.
fn with_surge(scenario: &Scenario) -> Scenario {
    let weekly = whose::filled(scenario.usual_week(), whose::FACTOR, whose::WEEKS);
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
    let short = part_if(move || {
        let answer = planner.answer()?;
        let said = bench.with(|scenario| {
            let mut said = words::others_short(scenario, &answer);
            said.extend(words::more_help_than_there_is(scenario, &answer));
            said
        });
        (!said.is_empty()).then(|| view! { <ul class="troubles">{items(said)}</ul> }.into_any())
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
        {short}
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
