//! What can be unfolded below the charts: the decision first, then the evidence for the doubter.

use crate::app::browser;
use crate::app::fold::fold;
use crate::app::parts::Panel;
use crate::app::reactive::{part_if, pressed, text};
use crate::app::results::HOW;
use crate::app::workbench::Workbench;
use crate::model::scenario::Scenario;
use crate::words::plan::there_today;
use leptos::prelude::*;

const PLAN: &str = "plan";
const SURGE: &str = "surge";

/// All folds, in the order of the page.
pub(super) fn folds(bench: Workbench) -> AnyView {
    // A figure that was clicked before the folds were here has waited for its formula.
    Effect::new(move |_| {
        if bench.asked.with_untracked(Option::is_some) {
            browser::unfold(HOW);
        }
    });
    let of = |id, title, line: &'static str, panel| fold(id, title, text(move || line), panel);
    view! {
        {of(PLAN, "The best plan", "who does which work, with how many people, and what it is worth", Panel::Plan)}
        {surge(bench)}
        {of("solve", "What would it take?", "one number for a target; the smallest change that cures", Panel::Solve)}
        {of("principles", "The five principles", "scored beside the money, with your weights", Panel::Principles)}
        {fold("today", "Today, and what is observed", text(move || bench.with(today)), Panel::Today)}
        {of("further-charts", "More charts", "when it is done, what decides, where the time goes, how busy, what to say at the desk", Panel::Charts)}
        {of("money", "Money in detail", "line by line, levers, further ways to compare", Panel::Money)}
        {live(bench)}
        {fold("referee", "Checked by simulation", text(move || bench.referee.get()), Panel::Referee)}
        {of(HOW, "How it is calculated", "every figure above, with its formula and your numbers in it", Panel::Formulas)}
    }
    .into_any()
}

/// Where to go on from the table of ways: the way shown marked as today's, and the two questions
/// that most people come with.
pub(super) fn doors(bench: Workbench) -> AnyView {
    let door = |id: &'static str, text| {
        let go = pressed(move || browser::go_to(id));
        view! { <button class="link" on:click=go>{text}</button>" " }.into_any()
    };
    // Of its own, so that a slider's event does not build the button anew.
    let markable = Memo::new(move |_| is_not_today(bench));
    view! {
        {part_if(move || markable.get().then(|| mark_as_today(bench)))}
        {door(PLAN, "Search for the best plan: kind by kind, and how many people")}
        {door(SURGE, "What to do in a surge")}
    }
    .into_any()
}

/// Whether the way shown is another than today's, or today has other people.
fn is_not_today(bench: Workbench) -> bool {
    let others = bench
        .answer
        .with(|answer| answer.evaluation.before.is_some());
    let key = bench.shown_key();
    key.is_some_and(|key| others || bench.with(|scenario| scenario.today != key))
}

/// Marks the way shown as today's.
fn mark_as_today(bench: Workbench) -> AnyView {
    let mark = pressed(move || {
        let mut scenario = bench.with_untracked(Scenario::clone);
        if let Some(key) = bench.shown_key() {
            scenario.mark_today(key);
            bench.assign(scenario);
        }
    });
    view! { <button class="link" on:click=mark>"Mark this as how we work today"</button>" " }
        .into_any()
}

/// Who is there today, where the plan has others.
fn today(scenario: &Scenario) -> String {
    there_today(scenario).map_or_else(
        || "mark the present arrangement, hold the model against it".to_owned(),
        |people| format!("the people there today: {people}"),
    )
}

/// Folds something open where the scenario has it, and away again where it unfolded it itself.
fn follow(id: &'static str, has: Memo<bool>) {
    Effect::new(move |had: Option<bool>| {
        let has = has.get();
        if has || had == Some(true) {
            browser::set_open(id, has);
        }
        has
    });
}

/// The surge planner.
fn surge(bench: Workbench) -> AnyView {
    follow(
        SURGE,
        Memo::new(move |_| bench.with(|scenario| scenario.surge.is_some())),
    );
    let line = text(|| "weeks with more work than usual: overtime, temporary staff, help, or wait");
    fold(SURGE, "A surge", line, Panel::Surge)
}

/// Live contacts.
fn live(bench: Workbench) -> AnyView {
    const LIVE: &str = "live";
    let is_live = |scenario: &Scenario| scenario.tasks.iter().any(|task| task.channel.is_live());
    follow(LIVE, Memo::new(move |_| bench.with(is_live)));
    let line = text(|| "and work that can wait: who is answered, who is kept free, chasers");
    fold(LIVE, "Live contacts", line, Panel::Live)
}
