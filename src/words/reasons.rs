//! Why, and what would change it.

use super::english;
use super::labels::{label, lower_first, task_name, team_name, upper_first};
use super::numbers::{duration, money, money_exact, number, percent, value_text};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::cost::break_even::PriceOfSpeed;
use crate::model::cost::ledger::{Line, Valuation};
use crate::model::evaluation::Accuracy;
use crate::model::findings::Reason;
use crate::model::queueing::accuracy::{STEADY, VARIED};
use crate::model::scenario::address::Entity;
use crate::model::scenario::parameter::Evidence;
use crate::model::scenario::{Address, Scenario, TeamKind, weekly};

const MOST_REASONS: usize = 4;

/// Why the best is best: the largest differences in money, then speed.
pub fn reasons(context: &Context) -> Vec<Phrase> {
    let comparison = &context.evaluation.comparison;
    let Some(best) = comparison.best() else {
        return Vec::new();
    };
    let next = comparison.next();
    let next = next.map_or("today", |next| context.words(next).noun);
    let nouns = (context.words(best).noun, next);
    let money = context
        .findings
        .reasons
        .iter()
        .take(MOST_REASONS)
        .map(|reason| line_reason(reason, nouns));
    money
        .chain(speed(context))
        .chain(lost_fees(context))
        .collect()
}

/// One line of the ledger; where the best spends more on it, that is said.
fn line_reason(reason: &Reason, (best, next): (&str, &str)) -> Phrase {
    let amount = |month: f64| match month {
        0.0 => "nothing".to_owned(),
        spent => format!("{} a month", money(spent)),
    };
    let line = english::line(reason.line);
    let line = if reason.best.get() > reason.other.get() {
        format!("Against it, {}", lower_first(line))
    } else {
        line.to_owned()
    };
    Phrase::new()
        .text(format!("{line}: "))
        .strong(amount(reason.best.get()))
        .text(format!(
            " for {best}, {} for {next}.",
            amount(reason.other.get())
        ))
}

fn speed(context: &Context) -> Option<Phrase> {
    let PriceOfSpeed::From(price) = context.findings.price_of_speed? else {
        return None;
    };
    Some(
        Phrase::new()
            .text("Counting busy minutes only, the faster of the front office alone and the back office wins once an hour of delay costs ")
            .strong(money_exact(price))
            .text("."),
    )
}

/// Hours taken from clients, where the best takes any.
fn lost_fees(context: &Context) -> Option<Phrase> {
    let best = context.strategy(context.evaluation.comparison.best()?);
    let lost = best
        .month
        .entries
        .iter()
        .filter(|entry| entry.valuation == Valuation::LostFee);
    let (hours, fees) = lost.fold((0.0, 0.0), |sum, entry| {
        (sum.0 + entry.hours.get(), sum.1 + entry.amount.get())
    });
    let noun = english::strategy(best.key).noun;
    (fees > 0.0).then(|| {
        let hours = number(hours, 0);
        Phrase::new()
            .text(format!("{}: ", upper_first(noun)))
            .strong(money(fees))
            .text(format!(
                " a month is {hours} hours taken from clients, at the fee they would have paid."
            ))
    })
}

/// What was assumed and still stands as the table has it: nobody measured it.
pub fn assumptions(scenario: &Scenario) -> Vec<(Address, String)> {
    let assumed = |address: &Address| address.parameter.evidence == Evidence::Assumed;
    let standing = |address: &Address| address.read(scenario) == address.default(scenario);
    Address::all(scenario)
        .into_iter()
        .filter(|address| assumed(address) && standing(address) && matters(scenario, address))
        .map(|address| {
            let text = format!(
                "{}: {}",
                label(scenario, &address),
                value_text(address.parameter, address.read(scenario))
            );
            (address, text)
        })
        .collect()
}

/// Whether a number is of something that exists: the minutes of a team nobody has do not matter.
fn matters(scenario: &Scenario, address: &Address) -> bool {
    match address.entity {
        Entity::Team(team) => {
            let team = &scenario.teams[team];
            // Who may join in a surge is not there yet.
            let may_join = scenario.surge.is_some() && team.kind == TeamKind::Temporary;
            team.staff.get() > 0.0 || may_join
        }
        _ => true,
    }
}

/// What differs from the example: kinds of work and teams that were added or left out, and the numbers
/// of those that both have.
pub fn changes(scenario: &Scenario, example: &Scenario) -> Vec<String> {
    let mut found = only_in_one(scenario, example, "added");
    found.extend(only_in_one(example, scenario, "left out"));
    for address in Address::all(scenario) {
        let Some(same) = address.counterpart(scenario, example) else {
            continue;
        };
        let row = address.parameter;
        let (now, before) = (address.read(scenario), same.read(example));
        if now != before {
            found.push(format!(
                "{}: {} (example {})",
                label(scenario, &address),
                value_text(row, now),
                value_text(row, before)
            ));
        }
    }
    if let (Some(now), Some(before)) = (&scenario.surge, &example.surge)
        && (now.weekly != before.weekly || now.kind != before.kind)
    {
        let [now, before] = [now, before].map(|surge| weekly::written_of(surge));
        found.push(format!("Weeks of the surge: {now} (example {before})"));
    }
    found
}

/// Kinds of work and teams that one scenario has and the other has not.
fn only_in_one(one: &Scenario, other: &Scenario, what: &str) -> Vec<String> {
    let tasks = one.tasks.iter().enumerate();
    let tasks = tasks.filter(|(_, task)| other.tasks.iter().all(|known| known.key != task.key));
    let tasks = tasks.map(|(place, _)| task_name(one, place));
    let teams = one.teams.iter().enumerate();
    let teams = teams.filter(|(_, team)| other.teams.iter().all(|known| known.key != team.key));
    let teams = teams.map(|(place, _)| team_name(one, place));
    let named = |name: String| format!("{}: {what}", upper_first(&name));
    tasks.chain(teams).map(named).collect()
}

/// How sure the waiting times are.
pub fn accuracy(accuracy: Accuracy) -> String {
    let (measured, spread) = match accuracy {
        Accuracy::Exact => return "exact for the model".into(),
        Accuracy::ExactMean => {
            return "mean exact, quantiles from a fitted gamma distribution".into();
        }
        Accuracy::Independent => {
            return "mean exact, quantiles as if a task’s visits were independent: for the claims chain within 1 % of simulation".into();
        }
        Accuracy::Approximate => (STEADY, "no more than"),
        Accuracy::Rough => (VARIED, "more than"),
    };
    format!(
        "approximate: times vary {spread} exponentially; beside true values for teams of up to 20, mean waits came out {} where people are at least 70 % busy ({} at 50 %), nine-in-ten times {}",
        range(measured.busy.mean),
        range(measured.all.mean),
        range(measured.all.p90)
    )
}

/// `2 % low to 5 % high`.
fn range((low, high): (f64, f64)) -> String {
    let whole = |share: f64| number(100.0 * share.abs(), 0);
    format!("{} % low to {} % high", whole(low), whole(high))
}

/// A strategy's teams in a line: `back office 70 % busy, work waits 11 min`.
pub fn teams_line(context: &Context, place: usize) -> String {
    use crate::model::evaluation::TeamState;
    let describe = |team: &crate::model::evaluation::TeamEvaluation| {
        let name = team_name(context.scenario, team.team);
        match team.state {
            TeamState::Steady { wait, .. } => Some(format!(
                "{name} {} busy, work waits {}",
                percent(team.occupancy.get()),
                duration(wait.get())
            )),
            TeamState::AtOnce => Some(format!(
                "{name} {} h a month",
                number(team.hours_per_month.get(), 0)
            )),
            _ => None,
        }
    };
    let lines: Vec<String> = context
        .strategy(place)
        .teams
        .iter()
        .filter_map(describe)
        .collect();
    lines.join("; ")
}

/// A line of the ledger and its amount, for tables.
pub fn ledger_row(line: Line, amount: f64) -> (String, String) {
    (english::line(line).to_owned(), money_exact(amount))
}
