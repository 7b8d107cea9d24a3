//! Units that people think in: tasks a day, a week, a month; a salary a year for an hourly rate.

use crate::app::reactive::{Text, field_text, pressed, text};
use crate::app::workbench::Workbench;
use crate::model::cost::labour::loaded_rate;
use crate::model::scenario::parameter::Unit;
use crate::model::scenario::{Address, Calendar};
use crate::words::numbers::{money, money_exact, number, percent, unit_text, value_text};
use crate::words::parse::parse;
use leptos::prelude::*;

/// Employer's costs on top of a salary, where the user says nothing; assumed.
const ON_COST: &str = "25";

/// The other units of a number, where there are any.
pub(super) fn units(address: Address) -> Option<AnyView> {
    match address.parameter.unit {
        Unit::PerHour => Some(arrivals(address)),
        Unit::MoneyPerHour if address.parameter.field == "rate" => Some(salary(address)),
        _ => None,
    }
}

/// A span of time: its name, and its open hours.
type Span = (&'static str, fn(&Calendar) -> f64);

/// Hours in a day, a week and a month of the calendar.
const SPANS: [Span; 3] = [
    ("a day", |calendar| calendar.hours_per_day.get()),
    ("a week", Calendar::hours_per_week),
    ("a month", Calendar::hours_per_month),
];

fn arrivals(address: Address) -> AnyView {
    let bench = Workbench::expect();
    let said = RwSignal::new(String::new());
    let one = |(place, (span, hours)): (usize, Span)| {
        let hours = move || bench.with(|scenario| hours(&scenario.calendar));
        let shown = text(move || number(bench.value(address) * hours(), 2));
        let take = move |typed: String| match parse(&typed, Unit::Number) {
            Some(count) if count >= 0.0 => {
                let an_hour = count / hours();
                let (_, most) = address.parameter.limit;
                bench.write(address, an_hour);
                said.set(match an_hour > most {
                    true => format!(
                        "{} {span} is more than {}; that is taken.",
                        number(count, 2),
                        value_text(address.parameter, most)
                    ),
                    false => String::new(),
                });
            }
            _ => said.set(format!(
                "“{typed}” {span} is not a number of tasks; the value stays."
            )),
        };
        let id = bench.with_untracked(|scenario| address.key(scenario).replace('.', "-"));
        field(format!("{id}-in-{place}"), span, "", shown, take)
    };
    let fields: Vec<AnyView> = SPANS.into_iter().enumerate().map(one).collect();
    view! {
        <div class="units" role="group" aria-label="In other units">{fields}</div>
        <p class="problem" role="status">{text(move || said.get())}</p>
    }
    .into_any()
}

/// A salary a year with what the employer pays on top, over the paid hours of the calendar.
fn salary(address: Address) -> AnyView {
    let bench = Workbench::expect();
    let yearly = RwSignal::new(String::new());
    let on_top = RwSignal::new(ON_COST.to_owned());
    let hours = move || bench.with(|scenario| 12.0 * scenario.calendar.hours_per_month());
    let rate = Memo::new(move |_| {
        let salary = parse(&yearly.get(), Unit::Money).filter(|salary| *salary >= 0.0)?;
        let on_top = parse(&on_top.get(), Unit::Share).filter(|share| *share >= 0.0)?;
        Some(loaded_rate(salary, on_top, hours()))
    });
    let said = move || match rate.get() {
        Some(rate) => format!(
            "{} an hour: {} and {} on top, over {} paid hours a year",
            money_exact(rate),
            money(parse(&yearly.get(), Unit::Money).unwrap_or_default()),
            percent(parse(&on_top.get(), Unit::Share).unwrap_or_default()),
            number(hours(), 0)
        ),
        None if yearly.with(|typed| typed.trim().is_empty()) => String::new(),
        None => "Salary and costs on top are numbers from 0 on, such as 30,000 and 25.".to_owned(),
    };
    let take = pressed(move || {
        if let Some(rate) = rate.get_untracked() {
            bench.write(address, rate);
        }
    });
    let id = bench.with_untracked(|scenario| address.key(scenario).replace('.', "-"));
    let (before, _) = unit_text(Unit::Money);
    view! {
        <div class="units" role="group" aria-label="From a salary">
            {field(format!("{id}-salary"), "Salary a year", before, text(move || yearly.get()), move |typed| yearly.set(typed))}
            {field(format!("{id}-on-top"), "Employer’s costs on top, %", "", text(move || on_top.get()), move |typed| on_top.set(typed))}
        </div>
        <p role="status">{text(said)}</p>
        <button class="quiet" prop:disabled=move || rate.with(Option::is_none) on:click=take>"Use this rate"</button>
    }
    .into_any()
}

/// A small field that is taken when it is left or at Enter.
fn field(
    id: String,
    label: &'static str,
    before: &'static str,
    shown: Text,
    take: impl Fn(String) + 'static,
) -> AnyView {
    let input = id.clone();
    view! {
        <label class="unit-field" for=input>
            <span>{label}</span>
            <span class="field">
                {(!before.is_empty()).then(|| view! { <span class="unit">{before}</span> })}
                <input
                    type="text" inputmode="decimal" autocomplete="off" size="8" id=id
                    prop:value=field_text(shown) on:change=move |event| take(event_target_value(&event))
                />
            </span>
        </label>
    }
    .into_any()
}
