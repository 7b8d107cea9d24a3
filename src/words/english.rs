//! The English words: labels and help of every number, names of strategies, lines and groups.
//!
//! `@` stands for the team's name, `|` for the place where it works. A test walks the parameter
//! table and fails where a row has no words here.

use crate::model::cost::ledger::{Line, LineGroup};
use crate::model::scenario::TeamKind;
use crate::model::scenario::parameter::Group;

/// Stands for the team's name.
pub const TEAM: char = '@';
/// Stands for the place where the team works.
pub const PLACE: char = '|';

/// How a strategy is spoken of.
pub struct StrategyWords {
    /// Key of the strategy.
    pub key: &'static str,
    /// Its name in tables.
    pub name: &'static str,
    /// A shorter name, for charts.
    pub short: &'static str,
    /// An order to take it: what stands before, the coloured words, what stands after.
    pub order: (&'static str, &'static str, &'static str),
    /// The noun that costs, wins and loses in a sentence.
    pub noun: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
}

static STRATEGIES: &[StrategyWords] = &[
    StrategyWords {
        key: "front_office",
        name: "Front office does it all",
        short: "Front office",
        order: ("Let the ", "front office", " do it all"),
        noun: "the front office alone",
        about: "Whoever faces the customer also does the work behind it. No hand-over, no queue, the dearest hour.",
    },
    StrategyWords {
        key: "front_with_tool",
        name: "Front office with the tool",
        short: "With the tool",
        order: ("Give the front office ", "the tool", ""),
        noun: "the tool",
        about: "The front office does it with a do-it-yourself tool that saves part of the minutes and costs set-up and licences.",
    },
    StrategyWords {
        key: "back_office",
        name: "Back-office centre",
        short: "Back office",
        order: ("Hand it to the ", "back office", ""),
        noun: "the back office",
        about: "A back-office centre of excellence does it: cheaper hours, at the price of hand-overs, questions and a queue.",
    },
    StrategyWords {
        key: "split",
        name: "Split by complexity",
        short: "Split",
        order: ("", "Split the work", " by complexity"),
        noun: "splitting by complexity",
        about: "The front office keeps the simple tasks, the hard ones go to the back office.",
    },
    StrategyWords {
        key: "straight",
        name: "Straight to the team behind",
        short: "Straight behind",
        order: ("Send it ", "straight behind", ""),
        noun: "the team behind",
        about: "The team behind takes the work as it comes: no hand-over, no questions back.",
    },
    StrategyWords {
        key: "own_process",
        name: "Your own process",
        short: "Your process",
        order: ("Keep ", "your own process", ""),
        noun: "your own process",
        about: "The steps, teams and loops as they stand in the process.",
    },
];

/// The words of a strategy.
pub fn strategy(key: &str) -> &'static StrategyWords {
    STRATEGIES
        .iter()
        .find(|words| words.key == key)
        .unwrap_or(&STRATEGIES[STRATEGIES.len() - 1])
}

/// Whether a strategy has words of its own.
pub fn has_strategy(key: &str) -> bool {
    STRATEGIES.iter().any(|words| words.key == key)
}

/// Title and subtitle of an example.
pub fn preset(key: &str) -> (&'static str, &'static str) {
    match key {
        "consulting" => ("Consulting firm", "£100 in front, £30 behind"),
        "hotel" => ("Hotel", "a promise within the hour"),
        "claims" => ("Insurance claims", "four teams and missing papers"),
        _ => ("Example", ""),
    }
}

/// The question that an example asks.
pub fn preset_question(key: &str) -> &'static str {
    match key {
        "consulting" => {
            "Consultants bill £100 an hour, back-office support £30. Who should do the admin?"
        }
        "hotel" => {
            "The desk promises that a fault is mended within the hour. Can the engineers keep it?"
        }
        "claims" => {
            "Claims pass four teams and some wait for papers. What makes them take so long?"
        }
        _ => "",
    }
}

/// What must be said aloud about an example's numbers.
pub fn preset_caution(key: &str) -> &'static str {
    match key {
        "consulting" => {
            "£100 and £30 an hour are the prices billed to clients, as the article gives them, not wages."
        }
        "hotel" => "The article gives the promise; faults, minutes and people are assumed.",
        "claims" => {
            "The article speaks of steps and separate teams; this chain and its numbers are assumed."
        }
        _ => "",
    }
}

/// Name of a team that has none of its own.
pub fn team(kind: TeamKind) -> &'static str {
    match kind {
        TeamKind::Front => "front office",
        TeamKind::Middle => "middle office",
        TeamKind::Back => "back office",
        TeamKind::Temporary => "temporary staff",
        TeamKind::Outsourced => "outsourcing partner",
        TeamKind::Bot => "automation",
    }
}

/// Name of a task that has none of its own.
pub fn task(key: &str) -> Option<&'static str> {
    match key {
        "admin" => Some("Admin tasks"),
        "fault" => Some("Faults"),
        "claim" => Some("Claims"),
        _ => None,
    }
}

/// Name of a fold of controls.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Demand => "Demand",
        Group::Work => "Work",
        Group::People => "People and pay",
        Group::Quality => "Quality and hand-offs",
        Group::Tools => "Tools",
        Group::Promise => "Promise and customers",
        Group::Time => "Calendar and horizon",
    }
}

/// Name of a line of the ledger.
pub fn line(line: Line) -> &'static str {
    match line {
        Line::Work => "Doing the work",
        Line::HandOff => "Hand-overs",
        Line::Loops => "Questions and rework",
        Line::Errors => "Errors that reach customers",
        Line::Idle => "Paid idle time",
        Line::Delay => "Customers kept waiting",
        Line::Absence => "Paid absence",
        Line::Fixed => "Licences",
    }
}

/// Name of a group of lines.
pub fn line_group(group: LineGroup) -> &'static str {
    match group {
        LineGroup::Work => "work and hand-overs",
        LineGroup::Waiting => "idle and waiting",
        LineGroup::Repeats => "loops and errors",
        LineGroup::Standing => "licences and absence",
    }
}

/// Label and help of a row of the parameter table.
pub fn parameter(scope: &str, field: &str) -> (&'static str, &'static str) {
    lookup(scope, field).unwrap_or(("", ""))
}

/// The same, `None` where there are no words.
pub fn lookup(scope: &str, field: &str) -> Option<(&'static str, &'static str)> {
    PARAMETERS
        .iter()
        .find(|row| row.0 == scope && row.1 == field)
        .map(|row| (row.2, row.3))
}

type Row = (&'static str, &'static str, &'static str, &'static str);

static PARAMETERS: &[Row] = &[
    (
        "task",
        "rate",
        "Tasks",
        "How many tasks arrive in an open hour, on average and at random moments.",
    ),
    (
        "task",
        "front_minutes",
        "Minutes in front",
        "Working minutes the front office needs for one task, without a tool.",
    ),
    (
        "task",
        "back_minutes",
        "Minutes behind",
        "Working minutes the back office needs for one task, without hand-over and questions.",
    ),
    (
        "task",
        "service_scv",
        "Spread of the minutes",
        "Squared coefficient of variation: 0 if every task takes the same time, 1 for the usual wide spread, more if a few take very long.",
    ),
    (
        "task",
        "complexity_alpha",
        "Weight of hard tasks",
        "Complexity runs from 0 to 1 as a Beta distribution. A larger value means more hard tasks.",
    ),
    (
        "task",
        "complexity_beta",
        "Weight of easy tasks",
        "Complexity runs from 0 to 1 as a Beta distribution. A larger value means more easy tasks.",
    ),
    (
        "task",
        "split_at",
        "Split at complexity",
        "When the work is split, the front office keeps tasks up to this complexity; 50 % is middling.",
    ),
    (
        "task",
        "hand_off_minutes",
        "Hand-over, in front",
        "Front-office minutes to hand one task over.",
    ),
    (
        "task",
        "hand_off_delay",
        "Hand-over delay",
        "Time that passes before the back office can see the task. Nobody works in it.",
    ),
    (
        "task",
        "unclear",
        "Comes back unclear",
        "Share of tasks about which the back office has to ask, once and again after each answer.",
    ),
    (
        "task",
        "clarify_front_minutes",
        "Question, in front",
        "Front-office minutes for one question.",
    ),
    (
        "task",
        "clarify_back_minutes",
        "Question, behind",
        "Back-office minutes for one question.",
    ),
    (
        "task",
        "error_cost",
        "Cost of an escaped error",
        "Repair, compensation and complaint handling for one error that reaches the customer.",
    ),
    (
        "task",
        "promise",
        "Promised within",
        "Working time within which the task was promised.",
    ),
    (
        "task",
        "delay_cost",
        "Price of delay",
        "What an hour of turnaround costs you. Zero leaves delay unpriced.",
    ),
    (
        "task",
        "late_penalty",
        "Price of lateness",
        "What one task costs you that is later than promised.",
    ),
    (
        "step",
        "minutes",
        "@: minutes",
        "Mean minutes of one pass, or how long the customer takes.",
    ),
    (
        "step",
        "scv",
        "@: spread",
        "Squared coefficient of variation of the minutes: 0 always the same, 1 exponential.",
    ),
    (
        "step",
        "delay_after",
        "@: then waits",
        "Fixed time after this step before the next can begin; nobody works in it.",
    ),
    (
        "step",
        "aside",
        "@: goes aside",
        "Share of tasks that do not go straight on: back for rework, or to the customer.",
    ),
    (
        "team",
        "rate",
        "Rate |",
        "Cost of one hour of the @. The consulting example has prices billed to clients, not wages.",
    ),
    (
        "team",
        "staff",
        "People |",
        "People on the roster of the @.",
    ),
    (
        "team",
        "fee",
        "Fee for an hour",
        "What a client pays for an hour of the @. Zero: the rate already is that price.",
    ),
    (
        "team",
        "billed_share",
        "Billed share",
        "Share of the hours taken from clients that would have been billed.",
    ),
    (
        "team",
        "client_hours",
        "Hours clients need",
        "Hours a month that clients need from the @ before the work compared here. What is left is slack, and slack costs nothing.",
    ),
    (
        "team",
        "posts_released",
        "Posts | released",
        "Yes: the posts go when the work goes, so they are paid only where they are needed. No: they stay whatever is decided, are the same in every option and are left out.",
    ),
    (
        "team",
        "flexible",
        "By the hour, |",
        "Yes: only the hours needed are paid, at the occupancy below. No: the posts are paid whether work comes or not.",
    ),
    (
        "team",
        "target_occupancy",
        "Fullness of hours bought, |",
        "How full the hours are that are bought.",
    ),
    (
        "team",
        "shrinkage",
        "Absence |",
        "Share of the paid time that the @ is away: leave, sickness, training.",
    ),
    (
        "team",
        "max_occupancy",
        "Fullest plan",
        "Share of productive time of the @ that can be planned full.",
    ),
    (
        "team",
        "queues",
        "Queue |",
        "Yes: work waits until someone is free. No: it is begun at once.",
    ),
    (
        "team",
        "error",
        "Errors |",
        "Chance of an error in one pass by the @, at middling complexity.",
    ),
    (
        "team",
        "detection",
        "Errors caught |",
        "Share of the errors of the @ that are caught and redone before they reach the customer.",
    ),
    (
        "team",
        "slower_with_complexity",
        "Slowed by complexity, |",
        "How much longer the hardest task takes the @ than a middling one.",
    ),
    (
        "team",
        "errors_with_complexity",
        "Misled by complexity, |",
        "How much more often the hardest task goes wrong in the @ than a middling one.",
    ),
    (
        "tool",
        "saving",
        "Time saved by the tool",
        "Share of the front-office minutes that the tool saves.",
    ),
    (
        "tool",
        "reach",
        "Reach of the tool",
        "Complexity up to which the tool helps; 100 % is every task.",
    ),
    (
        "tool",
        "admin_minutes",
        "Minutes the tool adds",
        "Minutes that the tool adds to every task: logging in, filling forms.",
    ),
    ("tool", "set_up", "Tool set-up", "Paid once for the tool."),
    (
        "tool",
        "licence",
        "Tool licence",
        "Paid each month for each member of the front office.",
    ),
    (
        "calendar",
        "hours_per_day",
        "Hours a day",
        "Open and paid hours a day. All times on the page are working time.",
    ),
    (
        "calendar",
        "days_per_week",
        "Days a week",
        "Open days a week.",
    ),
    (
        "calendar",
        "weeks_per_year",
        "Weeks a year",
        "Open weeks a year; a month is a twelfth of it.",
    ),
    (
        "horizon",
        "months",
        "Months ahead",
        "How far ahead the comparison with set-up costs looks.",
    ),
    (
        "horizon",
        "discount",
        "Discount",
        "What money later is worth less, a year.",
    ),
];
