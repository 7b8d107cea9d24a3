//! The readable report of an evaluation: the verdict, the ways side by side, where their months
//! go, who is how busy, why, and what would change it.

mod tables;

use super::answer::Answer;
use super::table::{Side, aligned, paragraph};
use crate::model::evaluation::{Status, TeamState};
use crate::model::findings::{Turns, find_turns};
use crate::model::guide::{Principle, Scored, guide};
use crate::model::levers::{self, Lever};
use crate::model::presets;
use crate::model::scenario::{Address, Scenario};
use crate::model::strategy;
use crate::words::break_evens as words;
use crate::words::guide as principled;
use crate::words::labels::{label, team_name};
use crate::words::levers as words_of;
use crate::words::numbers::{duration, hours, money, number, percent, value_text};
use crate::words::plan::there_today;
use crate::words::second_opinions::second_opinions;
use crate::words::sentences::{self, Context};
use crate::words::turns::turning_points;
use crate::words::{Phrase, english, reasons};

/// How far each lever is pulled in the report.
pub(super) const A_TENTH: f64 = 0.1;

/// The report, in lines of at most `width` where sentences are concerned.
pub(super) fn report(answer: &Answer, width: usize) -> String {
    let context = &answer.context();
    let turns = find_turns(context.scenario, context.evaluation);
    let mut lines = head(answer, &turns, width);
    let mut section = |title: &str, body: Vec<String>| {
        if !body.is_empty() {
            lines.extend([String::new(), title.to_uppercase()]);
            lines.extend(body);
        }
    };
    let list = |phrases: Vec<Phrase>| points(phrases.iter().map(Phrase::plain), width);
    section("Ways to divide the work", tables::ways(answer));
    section("Today", today(context, width));
    section("Where a month goes", tables::months(answer));
    section("Teams", teams(context, width));
    section("The surge", super::surge::section(answer, width));
    section("In trouble", list(sentences::troubles(context)));
    let mut why = reasons::reasons(context);
    why.extend(
        second_opinions(context)
            .into_iter()
            .map(|text| Phrase::new().text(text)),
    );
    section("Why", list(why));
    section("Principles", principles(context, width));
    let turning = turning_points(context, &turns).into_iter();
    section(
        "It would change with",
        list(turning.map(|(_, phrase)| phrase).collect()),
    );
    section("Break-evens", points(break_evens(context, &turns), width));
    section("Levers", points(levers(context), width));
    section("How sure", points(how_sure(answer), width));
    lines.join("\n")
}

/// What today costs and how long it takes, where the plan has other people.
fn today(context: &Context, width: usize) -> Vec<String> {
    let said = there_today(context.scenario).zip(context.evaluation.before.as_ref());
    said.map_or_else(Vec::new, |(people, before)| {
        let time = before.turnaround.as_ref().map_or_else(
            || "it does not keep up".to_owned(),
            |time| format!("nine in ten done within {}", duration(time.p90.get())),
        );
        let month = money(before.month.total().get());
        let way = english::strategy(before.key).name;
        paragraph(
            &format!("{way} with the people of today ({people}): {month} a month, {time}."),
            "",
            width,
        )
    })
}

/// The five principles: what they say beside the money, and every way's scores.
fn principles(context: &Context, width: usize) -> Vec<String> {
    let found = guide(context.scenario, context.evaluation);
    if found.ways.len() < 2 {
        return Vec::new();
    }
    let mut head = vec![String::new()];
    head.extend(Principle::ALL.map(|principle| principled::short(principle).to_owned()));
    head.extend(["total".to_owned(), String::new()]);
    let row = |(place, way): (usize, &Scored)| {
        let mut row = vec![context.words(place).name.to_owned()];
        row.extend(way.scores.map(|score| number(score, 2)));
        row.push(number(way.total, 2));
        row.push(way.veto.map(principled::veto).unwrap_or_default());
        row
    };
    let rows = found.ways.iter().enumerate().map(row);
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let mut lines = aligned(&rows, &[Side::Left]);
    lines.extend(paragraph(&principled::views(context, &found), "- ", width));
    lines.extend(paragraph(
        &principled::explanation(context, &found, None),
        "- ",
        width,
    ));
    lines
}

/// Every break-even and every rule.
fn break_evens(context: &Context, turns: &Turns) -> Vec<String> {
    let rules = turns.rules.iter().map(|rule| words::rule(context, rule));
    let found = turns.break_evens.iter();
    let sentences = found.map(|one| words::break_even(context, one).plain());
    sentences.chain(rules).collect()
}

/// What a tenth of each lever gains under the best way.
fn levers(context: &Context) -> Vec<String> {
    let best = context.evaluation.comparison.best();
    let way = best.and_then(|best| strategy::find(context.strategy(best).key));
    let Some(way) = way else { return Vec::new() };
    let sentence = |lever: &Lever| {
        let gain = levers::gain(context.scenario, way, *lever, A_TENTH);
        let said = words_of::gain(context.scenario, gain);
        format!(
            "{}, a tenth ({}): {said}",
            words_of::name(*lever),
            words_of::about(*lever)
        )
    };
    Lever::ALL.iter().map(sentence).collect()
}

fn points(texts: impl IntoIterator<Item = String>, width: usize) -> Vec<String> {
    let one = |text: String| paragraph(&text, "- ", width);
    texts.into_iter().flat_map(one).collect()
}

/// Which scenario, what was changed, and the verdict with its conditions.
fn head(answer: &Answer, turns: &Turns, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in title(answer) {
        lines.extend(paragraph(
            &text,
            if lines.is_empty() { "" } else { "  " },
            width,
        ));
    }
    lines.push(String::new());
    let context = &answer.context();
    lines.extend(paragraph(&sentences::headline(context).plain(), "", width));
    let conditions = crate::words::conditions::conditions(context).plain();
    if !conditions.is_empty() {
        lines.extend(paragraph(&conditions, "", width));
    }
    if let Some(limit) = words::unless(context, turns) {
        lines.extend(paragraph(&limit, "", width));
    }
    lines
}

/// The example and each number that differs from it, or that tasks and teams are the user's own.
fn title(answer: &Answer) -> Vec<String> {
    let (scenario, example) = (&answer.scenario, answer.example_numbers());
    let is_known = presets::find(&scenario.origin.example).is_some();
    if !is_known || answer.numbers().any(|(key, _)| !example.contains_key(&key)) {
        return vec!["A scenario of your own".to_owned()];
    }
    let (title, subtitle) = english::preset(&scenario.origin.example);
    let changed = Address::all(scenario).into_iter().filter_map(|address| {
        let (now, before) = (
            address.read(scenario),
            *example.get(&address.key(scenario))?,
        );
        (now != before).then(|| change(scenario, &address, now, before))
    });
    std::iter::once(format!("{title}: {subtitle}"))
        .chain(changed)
        .collect()
}

fn change(scenario: &Scenario, address: &Address, now: f64, before: f64) -> String {
    let text = |value| value_text(address.parameter, value);
    let name = label(scenario, address);
    format!("changed: {name} {} (example {})", text(now), text(before))
}

/// Every strategy's teams in a line.
fn teams(context: &Context, width: usize) -> Vec<String> {
    let places = 0..context.evaluation.strategies.len();
    let line = |place: usize| {
        let spirals = context.strategy(place).status == Status::Spiral;
        let teams = context.strategy(place).teams.iter().filter(|_| !spirals);
        let busy = teams.filter_map(|team| {
            let name = team_name(context.scenario, team.team);
            let (busy, needed) = match team.state {
                TeamState::Unused => return None,
                TeamState::AtOnce => {
                    let worked = hours(team.hours_per_month.get());
                    return Some(format!("{name} {worked} a month"));
                }
                TeamState::Steady { wait, .. } => (
                    percent(team.occupancy.get()),
                    format!("work waits {}", duration(wait.get())),
                ),
                TeamState::Shared => {
                    let busy = percent(team.occupancy.get());
                    return Some(format!("{name} {busy} busy, a line for each kind of work"));
                }
                TeamState::Overload { staff_needed, .. } => (
                    percent(team.occupancy.get()),
                    format!("needs {} people", staff_needed.get()),
                ),
                TeamState::NobodyOnDuty { staff_needed } => {
                    return Some(format!(
                        "{name} has nobody, needs {} people",
                        staff_needed.get()
                    ));
                }
            };
            Some(format!("{name} {busy} busy, {needed}"))
        });
        let busy: Vec<String> = busy.collect();
        let name = context.words(place).name;
        (!busy.is_empty()).then(|| format!("{name}: {}.", busy.join("; ")))
    };
    points(places.filter_map(line), width)
}

/// How sure the times are, and how much of the scenario nobody measured.
fn how_sure(answer: &Answer) -> Vec<String> {
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for one in &answer.evaluation.strategies {
        let Some(time) = &one.turnaround else {
            continue;
        };
        let (how, name) = (
            reasons::accuracy(time.accuracy),
            english::strategy(one.key).short,
        );
        match said.iter_mut().find(|(known, _)| *known == how) {
            Some((_, names)) => names.push(name),
            None => said.push((how, vec![name])),
        }
    }
    let times = said
        .into_iter()
        .map(|(how, names)| format!("Times, {}: {how}.", names.join(", ")));
    let assumed = reasons::assumptions(&answer.scenario).len();
    let assumed = (assumed > 0).then(|| {
        format!("{assumed} numbers are defaults that nobody measured: `counterbalance params` marks them.")
    });
    times.chain(assumed).collect()
}
