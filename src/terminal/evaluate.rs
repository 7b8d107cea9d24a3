//! The readable report of an evaluation: the verdict, the ways side by side, where their months
//! go, who is how busy, why, and what would change it.

use super::table::{Side, aligned, paragraph};
use crate::model::cost::ledger::Line;
use crate::model::evaluation::{
    Accuracy, Evaluation, Status, StrategyEvaluation, TeamState, evaluate,
};
use crate::model::findings::{Findings, find};
use crate::model::presets;
use crate::model::scenario::{Address, Scenario};
use crate::words::labels::{label, team_name};
use crate::words::numbers::{duration, hours, money, money_exact, percent, value_text};
use crate::words::sentences::{self, Context};
use crate::words::{Phrase, english, reasons};
use std::collections::{BTreeMap, HashMap};

/// A scenario with everything that came of it.
pub(super) struct Answer {
    pub(super) scenario: Scenario,
    pub(super) evaluation: Evaluation,
    pub(super) findings: Findings,
}

impl Answer {
    /// Evaluates a scenario.
    pub(super) fn of(scenario: Scenario) -> Self {
        let evaluation = evaluate(&scenario);
        let findings = find(&scenario, &evaluation);
        Self {
            scenario,
            evaluation,
            findings,
        }
    }

    /// What sentences are made from.
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            scenario: &self.scenario,
            evaluation: &self.evaluation,
            findings: &self.findings,
        }
    }

    /// Key of a strategy by its place in the list.
    pub(super) fn key(&self, place: usize) -> &'static str {
        self.evaluation.strategies[place].key
    }

    /// Key of a team by its place in the scenario.
    pub(super) fn team(&self, place: usize) -> &str {
        &self.scenario.teams[place].key
    }

    /// Key of a task by its place in the scenario.
    pub(super) fn task(&self, place: usize) -> &str {
        &self.scenario.tasks[place].key
    }

    /// Every number that the example, at its pinned revision, does not hold with the same value.
    pub(super) fn changed(&self) -> BTreeMap<String, f64> {
        let example = self.example_numbers();
        self.numbers()
            .filter(|(key, value)| example.get(key) != Some(value))
            .collect()
    }

    fn numbers(&self) -> impl Iterator<Item = (String, f64)> {
        let scenario = &self.scenario;
        let one = |address: Address| (address.key(scenario), address.read(scenario));
        Address::all(scenario).into_iter().map(one)
    }

    /// The numbers of the example that the scenario started from; none where there is no such one.
    fn example_numbers(&self) -> HashMap<String, f64> {
        let origin = &self.scenario.origin;
        let example =
            presets::find(&origin.example).and_then(|preset| (preset.scenario)(origin.revision));
        let of = |example: Scenario| {
            let one = |address: &Address| (address.key(&example), address.read(&example));
            Address::all(&example).iter().map(one).collect()
        };
        example.map(of).unwrap_or_default()
    }
}

/// The report, in lines of at most `width` where sentences are concerned.
pub(super) fn report(answer: &Answer, width: usize) -> String {
    let context = &answer.context();
    let mut lines = head(answer, width);
    let mut section = |title: &str, body: Vec<String>| {
        if !body.is_empty() {
            lines.extend([String::new(), title.to_uppercase()]);
            lines.extend(body);
        }
    };
    let list = |phrases: Vec<Phrase>| points(phrases.iter().map(Phrase::plain), width);
    section("Ways to divide the work", ways(answer));
    section("Where a month goes", months(answer));
    section("Teams", teams(context, width));
    section("In trouble", list(sentences::troubles(context)));
    let mut why = reasons::reasons(context);
    why.extend(reasons::front_minutes(context));
    section("Why", list(why));
    let turning = reasons::turning_points(context).into_iter();
    section(
        "It would change with",
        list(turning.map(|(_, phrase)| phrase).collect()),
    );
    section("How sure", points(how_sure(answer), width));
    lines.join("\n")
}

fn points(texts: impl IntoIterator<Item = String>, width: usize) -> Vec<String> {
    let one = |text: String| paragraph(&text, "- ", width);
    texts.into_iter().flat_map(one).collect()
}

/// Which scenario, what was changed, and the verdict with its conditions.
fn head(answer: &Answer, width: usize) -> Vec<String> {
    let origin = &answer.scenario.origin;
    let (title, subtitle) = english::preset(&origin.example);
    let mut lines = vec![match subtitle {
        "" => title.to_owned(),
        _ => format!("{title}: {subtitle}"),
    }];
    lines.extend(
        changes(answer)
            .into_iter()
            .flat_map(|text| paragraph(&text, "  ", width)),
    );
    lines.push(String::new());
    lines.extend(paragraph(
        &sentences::headline(&answer.context()).plain(),
        "",
        width,
    ));
    let conditions = sentences::conditions(&answer.context()).plain();
    if !conditions.is_empty() {
        lines.extend(paragraph(&conditions, "", width));
    }
    lines
}

/// What differs from the example; of a scenario with tasks or teams of its own, only that.
fn changes(answer: &Answer) -> Vec<String> {
    let example = answer.example_numbers();
    let scenario = &answer.scenario;
    if answer.numbers().any(|(key, _)| !example.contains_key(&key)) {
        return vec!["with tasks and teams of your own".to_owned()];
    }
    let changed = |address: Address| {
        let (now, before) = (
            address.read(scenario),
            *example.get(&address.key(scenario))?,
        );
        let text = |value| value_text(address.parameter, value);
        (now != before).then(|| {
            let name = label(scenario, &address);
            format!("changed: {name} {} (example {})", text(now), text(before))
        })
    };
    Address::all(scenario)
        .into_iter()
        .filter_map(changed)
        .collect()
}

const NONE: &str = "–";

/// The table of strategies.
fn ways(answer: &Answer) -> Vec<String> {
    let head = [
        "",
        "a month",
        "a task",
        "busy",
        "mean",
        "9 in 10",
        &promise(answer),
        "in front",
        "",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let places = 0..answer.evaluation.strategies.len();
    rows.extend(places.map(|place| way(answer, place)));
    let mut sides = [Side::Right; 9];
    (sides[0], sides[8]) = (Side::Left, Side::Left);
    if rows.len() > 1 {
        aligned(&rows, &sides)
    } else {
        Vec::new()
    }
}

fn promise(answer: &Answer) -> String {
    match &answer.scenario.tasks[..] {
        [task] => format!("in {}", duration(task.promise.get())),
        _ => "in time".into(),
    }
}

fn way(answer: &Answer, place: usize) -> Vec<String> {
    let one = &answer.evaluation.strategies[place];
    let none = || NONE.to_owned();
    let time = one.turnaround.as_ref();
    let about = if time.is_some_and(|time| time.accuracy > Accuracy::Exact) {
        "≈"
    } else {
        ""
    };
    let minutes =
        |value: Option<f64>| value.map_or_else(none, |v| format!("{about}{}", duration(v)));
    let cost = |text: String| if has_costs(one) { text } else { none() };
    vec![
        english::strategy(one.key).name.to_owned(),
        cost(money(one.month.total().get())),
        cost(money_exact(one.touch.total().get())),
        one.busiest()
            .map_or_else(none, |team| percent(team.occupancy.get())),
        minutes(time.map(|time| time.mean.get())),
        minutes(time.map(|time| time.p90.get())),
        time.map_or_else(none, |time| percent(time.within_promise.get())),
        cost(hours(one.front_hours.get())),
        standing(answer, place),
    ]
}

fn has_costs(one: &StrategyEvaluation) -> bool {
    !matches!(one.status, Status::NeverEnds | Status::NothingToDo)
}

/// Best, in use today, or in trouble.
fn standing(answer: &Answer, place: usize) -> String {
    let comparison = &answer.evaluation.comparison;
    let trouble = match answer.evaluation.strategies[place].status {
        Status::Steady => None,
        Status::Overload { .. } => Some("overload"),
        Status::NobodyOnDuty { .. } => Some("nobody there"),
        Status::NothingToDo => Some("no tasks"),
        Status::NeverEnds => Some("never ends"),
    };
    let best = (comparison.best() == Some(place) && !comparison.close).then_some("best");
    let today = (comparison.today == Some(place)).then_some("today");
    [best, today, trouble]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// The lines of every strategy's month, one column a strategy.
fn months(answer: &Answer) -> Vec<String> {
    let ways: Vec<&StrategyEvaluation> = answer
        .evaluation
        .strategies
        .iter()
        .filter(|one| has_costs(one))
        .collect();
    let row = |name: &str, amount: &dyn Fn(&StrategyEvaluation) -> f64| {
        let amounts: Vec<f64> = ways.iter().map(|one| amount(one)).collect();
        let cells = amounts
            .iter()
            .map(|&v| if v == 0.0 { NONE.to_owned() } else { money(v) });
        let row = std::iter::once(name.to_owned())
            .chain(cells)
            .collect::<Vec<_>>();
        amounts.iter().any(|v| *v != 0.0).then_some(row)
    };
    let names = ways
        .iter()
        .map(|one| english::strategy(one.key).short.to_owned());
    let mut rows = vec![std::iter::once(String::new()).chain(names).collect()];
    rows.extend(
        Line::ALL
            .iter()
            .filter_map(|&line| row(english::line(line), &|one| one.month.line(line).get())),
    );
    rows.extend(row("A month", &|one| one.month.total().get()));
    rows.extend(row("of which fees lost to clients", &|one| {
        one.month.lost_fees().get()
    }));
    rows.extend(row("Set-up, paid once", &|one| one.set_up.get()));
    let ahead = crate::words::numbers::number(answer.scenario.horizon.months, 1);
    rows.extend(row(&format!("Over {ahead} months"), &|one| {
        one.horizon.get()
    }));
    if rows.len() > 1 {
        aligned(&rows, &[Side::Left])
    } else {
        Vec::new()
    }
}

/// Every strategy's teams in a line.
fn teams(context: &Context, width: usize) -> Vec<String> {
    let places = 0..context.evaluation.strategies.len();
    let line = |place: usize| {
        let busy = context.strategy(place).teams.iter().filter_map(|team| {
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
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
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
