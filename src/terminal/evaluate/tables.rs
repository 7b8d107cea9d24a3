//! The tables of the report: the ways side by side, and where their months go.

use crate::model::cost::ledger::Line;
use crate::model::evaluation::{Accuracy, Status, StrategyEvaluation};
use crate::terminal::answer::Answer;
use crate::terminal::table::{Side, aligned};
use crate::words::english;
use crate::words::numbers::{duration, hours, money, money_exact, number, percent};

/// Stands for what does not exist, and for nothing at all.
const NONE: &str = "–";

/// The table of strategies.
pub(super) fn ways(answer: &Answer) -> Vec<String> {
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
    let minutes = |value: Option<f64>, exact_up_to: Accuracy| {
        let about = if time.is_some_and(|time| time.accuracy > exact_up_to) {
            "≈"
        } else {
            ""
        };
        value.map_or_else(none, |value| format!("{about}{}", duration(value)))
    };
    let cost = |text: String| if has_costs(one) { text } else { none() };
    vec![
        english::strategy(one.key).name.to_owned(),
        cost(money(one.month.total().get())),
        cost(money_exact(one.touch.total().get())),
        one.busiest()
            .map_or_else(none, |team| percent(team.occupancy.get())),
        minutes(time.map(|time| time.mean.get()), Accuracy::Independent),
        minutes(time.map(|time| time.p90.get()), Accuracy::Exact),
        time.map_or_else(none, |time| percent(time.within_promise.get())),
        cost(hours(one.front_hours.get())),
        standing(answer, place),
    ]
}

/// Whether there is any money to show.
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
        Status::Spiral => Some("delay spiral"),
        Status::Impossible => Some("not possible"),
        Status::NothingToDo => Some("no tasks"),
        Status::NeverEnds => Some("never ends"),
    };
    let best = (comparison.best() == Some(place) && !comparison.close).then_some("best");
    let today = (comparison.today == Some(place)).then_some(match answer.evaluation.before {
        None => "today",
        Some(_) => "today's way",
    });
    [best, today, trouble]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// The lines of every strategy's month, one column a strategy.
pub(super) fn months(answer: &Answer) -> Vec<String> {
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
    let ahead = number(answer.scenario.horizon.months, 1);
    rows.extend(row(&format!("Over {ahead} months"), &|one| {
        one.horizon.get()
    }));
    if rows.len() > 1 {
        aligned(&rows, &[Side::Left])
    } else {
        Vec::new()
    }
}
