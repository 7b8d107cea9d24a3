//! The demand of the weeks: bars to be dragged, and a field to type in or to paste a row into.

use super::whose;
use crate::app::reactive::{part, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::decimal::{self, fixed, kept};
use crate::model::scenario::surge::{MOST_A_WEEK, MOST_WEEKS};
use crate::model::scenario::{Scenario, weekly};
use crate::words::numbers::number;
use crate::words::surge as words;
use leptos::ev::Event;
use leptos::prelude::*;

/// More weeks than this are typed, not dragged.
const MOST_BARS: usize = 60;
/// The room above the highest bar, as a factor.
const ROOM: f64 = 1.25;

/// The weeks of the scenario.
fn weeks_of(scenario: &Scenario) -> &[f64] {
    scenario.surge.as_deref().map_or(&[], |surge| &surge.weekly)
}

/// The scenario with other weeks.
fn with_weeks(scenario: &Scenario, change: impl FnOnce(&mut Vec<f64>)) -> Scenario {
    let mut scenario = scenario.clone();
    if let Some(surge) = &mut scenario.surge {
        change(&mut surge.weekly);
    }
    scenario
}

/// The editor.
pub(super) fn editor(bench: Workbench) -> AnyView {
    let count = Memo::new(move |_| bench.with(|scenario| weeks_of(scenario).len()));
    let dragging = RwSignal::new(false);
    // While a bar is dragged the scale may grow, but nothing shrinks under the hand.
    let scale = Memo::new(move |before: Option<&f64>| {
        let most = bench.with(|scenario| {
            weeks_of(scenario)
                .iter()
                .copied()
                .fold(scenario.usual_week(), f64::max)
        });
        let wanted = rounded(ROOM * most);
        match before {
            Some(before) if dragging.get() => before.max(wanted),
            _ => wanted,
        }
    });
    let bars = part(move || {
        let count = count.get();
        if count > MOST_BARS {
            let said =
                format!("{count} weeks are too many to drag; change them in the field below.");
            return view! { <p class="hint">{said}</p> }.into_any();
        }
        let all: Vec<AnyView> = (0..count)
            .map(|week| bar(bench, week, scale, dragging))
            .collect();
        view! { <div class="bars" tabindex="0" role="group" aria-label="Demand by week">{all}</div> }
            .into_any()
    });
    let more = pressed(move || {
        let changed = bench.with_untracked(|scenario| {
            with_weeks(scenario, |weeks| {
                if weeks.len() < MOST_WEEKS {
                    let usual = kept(scenario.usual_week());
                    weeks.push(weeks.last().copied().unwrap_or(usual));
                }
            })
        });
        bench.assign(changed);
    });
    let fewer = pressed(move || {
        let changed = bench.with_untracked(|scenario| {
            with_weeks(scenario, |weeks| {
                weeks.pop();
            })
        });
        bench.assign(changed);
    });
    view! {
        <section class="weekly" aria-labelledby="weekly-title">
            <h3 id="weekly-title">"What arrives, week by week"</h3>
            <p>"Drag the bars, type, or paste a row or column from a spreadsheet. After the last week the usual demand comes again."</p>
            {whose::choice(bench)}
            {bars}
            {typed(bench)}
            {whose::filler(bench)}
            <div class="row-of">
                <button class="quiet" on:click=more>"One week more"</button>
                <button class="quiet" on:click=fewer>"One week fewer"</button>
            </div>
        </section>
    }
    .into_any()
}

/// A number of a few digits that is not less.
fn rounded(value: f64) -> f64 {
    if value <= 0.0 {
        return 10.0;
    }
    let unit = 10_f64.powf(value.log10().floor()) / 2.0;
    (value / unit).ceil() * unit
}

/// One week: a slider that looks like a bar.
fn bar(bench: Workbench, week: usize, scale: Memo<f64>, dragging: RwSignal<bool>) -> AnyView {
    let now = move || bench.with(|scenario| weeks_of(scenario).get(week).copied().unwrap_or(0.0));
    let write = move |event: Event| {
        let Some(value) = decimal::parse(&event_target_value(&event)) else {
            return;
        };
        dragging.set(true);
        let drawn = bench.with_untracked(|scenario| {
            with_weeks(scenario, |weeks| {
                if let Some(tasks) = weeks.get_mut(week) {
                    *tasks = kept(value.clamp(0.0, MOST_A_WEEK));
                }
            })
        });
        bench.draw(drawn);
    };
    let settle = move |_: Event| {
        bench.settle();
        dragging.set(false);
    };
    let step = move || {
        let scale = scale.get();
        // A hundredth or so of the scale, as a round number.
        let fine = 10_f64.powf((scale / 50.0).log10().floor());
        decimal::shortest(kept(fine))
    };
    let fill = text(move || {
        format!(
            "--fill:{}%",
            fixed(100.0 * (now() / scale.get()).min(1.0), 1)
        )
    });
    view! {
        <label class="week">
            <small>{text(move || number(now(), 1))}</small>
            <input
                type="range" min="0" max=text(move || decimal::shortest(scale.get())) step=text(step)
                aria-label=format!("Week {week}") aria-orientation="vertical"
                style=fill
                prop:value=text(move || decimal::shortest(now()))
                on:input=write on:change=settle
            />
            <small>{week.to_string()}</small>
        </label>
    }
    .into_any()
}

/// The same as text.
fn typed(bench: Workbench) -> AnyView {
    let problem = RwSignal::new(String::new());
    // What cannot be read stays in the field until it is mended or the weeks change.
    let draft = RwSignal::new(None::<String>);
    let written = Memo::new(move |_| {
        bench.with(|scenario| weekly::written(weeks_of(scenario)).replace(',', ", "))
    });
    Effect::new(move |_| {
        written.track();
        draft.set(None);
        problem.set(String::new());
    });
    let take = move |said: String| match weekly::read(&said) {
        Ok(weeks) => {
            let changed = bench.with_untracked(|scenario| with_weeks(scenario, |of| *of = weeks));
            bench.assign(changed);
            draft.set(None);
            problem.set(String::new());
        }
        Err(why) => {
            problem.set(words::unusable(&why));
            draft.set(Some(said));
        }
    };
    let changed = move |event: Event| take(event_target_value(&event));
    let pasted = move |event: Event| {
        // What was pasted has come in by now; typed text waits until it is done.
        let input = event.clone();
        let kind = js_sys::Reflect::get(&input, &"inputType".into()).ok();
        if kind.and_then(|kind| kind.as_string()).as_deref() == Some("insertFromPaste") {
            take(event_target_value(&event));
        }
    };
    let shown = text(move || draft.get().unwrap_or_else(|| written.get()));
    view! {
        <div class="cell">
            <label for="surge-weekly">"Weeks, from week 0 (90*8: eight weeks of 90)"</label>
            <textarea id="surge-weekly" rows="2" spellcheck="false" autocomplete="off"
                aria-describedby="surge-weekly-problem"
                aria-invalid=move || problem.with(|problem| !problem.is_empty()).then_some("true")
                prop:value=shown on:change=changed on:input=pasted></textarea>
            <p class="problem" id="surge-weekly-problem" role="status">{text(move || problem.get())}</p>
        </div>
    }
    .into_any()
}
