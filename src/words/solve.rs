//! What a target would take, and what cures, in sentences.

use super::labels::{label, lower_first, task_name};
use super::numbers::{duration, found_text, money, money_exact, number, percent, value_text};
use crate::model::doctor::{Ailment, Cure, lowers_the_bar};
use crate::model::evaluation::{Asked, Status, Target};
use crate::model::scenario::Scenario;
use crate::model::scenario::parameter::Unit;
use crate::model::solve::{By, Goal, Solved};

/// A target, as a label.
pub fn goal_name(scenario: &Scenario, goal: Goal) -> String {
    match goal {
        Goal::Month => "A month costs at most".to_owned(),
        Goal::PerTask => "A task costs at most".to_owned(),
        Goal::Within => "Done within the promise, at least".to_owned(),
        Goal::WithinOf(task) => {
            format!(
                "{}: within the promise, at least",
                task_name(scenario, task)
            )
        }
        Goal::P90 => "Nine in ten done within".to_owned(),
        Goal::Mean => "Mean turnaround at most".to_owned(),
        Goal::Answered(task) => {
            format!("{}: answered in time, at least", task_name(scenario, task))
        }
    }
}

/// In which unit a target is typed.
pub fn goal_unit(goal: Goal) -> Unit {
    match goal {
        Goal::Month | Goal::PerTask => Unit::Money,
        Goal::P90 | Goal::Mean => Unit::Minutes,
        Goal::Within | Goal::WithinOf(_) | Goal::Answered(_) => Unit::Share,
    }
}

/// A value of a target.
pub fn goal_figure(goal: Goal, value: f64) -> String {
    match goal {
        Goal::Month => money(value),
        Goal::PerTask => money_exact(value),
        Goal::P90 | Goal::Mean => duration(value),
        Goal::Within | Goal::WithinOf(_) | Goal::Answered(_) => percent(value),
    }
}

/// The number that is changed, as a label.
pub fn by_name(scenario: &Scenario, by: By) -> String {
    match by {
        By::Number(address) => label(scenario, &address),
        By::Demand => "Demand of all kinds together".to_owned(),
    }
}

/// A value that was found for a number.
pub fn by_figure(by: By, value: f64) -> String {
    match by {
        By::Number(address) => found_text(address.parameter, value),
        By::Demand => format!("{} of today’s", percent(value)),
    }
}

fn now_figure(scenario: &Scenario, by: By) -> String {
    match by {
        By::Number(address) => value_text(address.parameter, address.read(scenario)),
        By::Demand => "all of it".to_owned(),
    }
}

/// The answer to a question.
pub fn solved(scenario: &Scenario, goal: Goal, target: f64, by: By, solved: &Solved) -> String {
    let name = by_name(scenario, by);
    let wanted = goal_figure(goal, target);
    match *solved {
        Solved::At { value, reached } => format!(
            "{name}: {} instead of {} reaches {}.",
            by_figure(by, value),
            now_figure(scenario, by),
            goal_figure(goal, reached)
        ),
        Solved::Already { reached, until } => {
            let holds = match until {
                Some(until) => format!("it no longer would at {}", by_figure(by, until)),
                None => "no value of it that was tried would change that".to_owned(),
            };
            format!(
                "It is met already: {}, with {wanted} wanted. {name} stands at {}; {holds}.",
                goal_figure(goal, reached),
                now_figure(scenario, by)
            )
        }
        Solved::Never { best, at } => format!(
            "No value of “{}” reaches {wanted}: the best between the ends of its range is {}, at {}.",
            lower_first(&name),
            goal_figure(goal, best),
            by_figure(by, at)
        ),
        Solved::NoFigure => format!(
            "This way has no such figure at any value of “{}”: it never keeps up, or no formula knows.",
            lower_first(&name)
        ),
    }
}

/// What ails a way, in sentences.
pub fn ailment(scenario: &Scenario, ailment: &Ailment) -> Vec<String> {
    let status = match ailment.status {
        Status::Steady => None,
        Status::Spiral => Some("Customers who chase make it ever later.".to_owned()),
        Status::NeverEnds => Some("Work goes round for ever.".to_owned()),
        _ => Some("It does not keep up with the work.".to_owned()),
    };
    let missed = ailment.missed.iter().filter_map(|(target, ceiling)| {
        let reached = target.reached?;
        Some(missed(scenario, target, reached.get(), *ceiling))
    });
    status.into_iter().chain(missed).collect()
}

fn missed(scenario: &Scenario, target: &Target, reached: f64, ceiling: Option<f64>) -> String {
    let what = match target.asked {
        Asked::Promise => format!(
            "keep the promise of {}",
            duration(scenario.tasks[target.task].promise.get())
        ),
        Asked::Answer => "are answered in time".to_owned(),
    };
    let out = ceiling.filter(|ceiling| *ceiling < target.share.get());
    let out = out.map_or_else(String::new, |ceiling| {
        format!(
            " More people alone cannot help: if nobody ever waited it would be {}.",
            percent(ceiling)
        )
    });
    format!(
        "{}: {} {what}, {} asked.{out}",
        task_name(scenario, target.task),
        percent(reached),
        percent(target.share.get())
    )
}

/// A cure in a sentence; `before` is the month as it is, where there is one.
pub fn cure(scenario: &Scenario, cure: &Cure, before: Option<f64>) -> String {
    let change = before.map(|before| cure.month - before);
    let cost = match change {
        Some(change) if change.abs() < 0.5 => ", at no cost a month".to_owned(),
        Some(change) if change > 0.0 => format!(", {} a month more", money(change)),
        Some(change) => format!(", {} a month less", money(-change)),
        None => format!(", {} a month in all", money(cure.month)),
    };
    let bar = if lowers_the_bar(cure.by) {
        ", which only asks for less"
    } else {
        ""
    };
    let added = cure.at - cure.now;
    let people = match cure.by.is_people() {
        true => format!(" ({} more)", number(added, 1)),
        false => String::new(),
    };
    format!(
        "{}: {} instead of {}{people}{cost}{bar}.",
        by_name(scenario, cure.by),
        by_figure(cure.by, cure.at),
        now_figure(scenario, cure.by)
    )
}
