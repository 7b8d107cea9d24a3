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
        about: "Steps, teams and loops as they stand in the process.",
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
        "claims" => "Claims pass four teams, some wait for papers. What takes so long?",
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
            "The article speaks of steps and teams; this chain and its numbers are assumed."
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
        Group::Chance => "Simulation",
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

/// Label of a row of the parameter table; empty where there is none.
pub fn parameter(scope: &str, field: &str) -> &'static str {
    lookup(scope, field).unwrap_or_default()
}

/// The same, `None` where there are no words.
pub fn lookup(scope: &str, field: &str) -> Option<&'static str> {
    PARAMETERS
        .iter()
        .find(|row| row.0 == scope && row.1 == field)
        .map(|row| row.2)
}

type Row = (&'static str, &'static str, &'static str);

static PARAMETERS: &[Row] = &[
    ("task", "rate", "Tasks"),
    ("task", "front_minutes", "Minutes in front"),
    ("task", "back_minutes", "Minutes behind"),
    ("task", "service_scv", "Spread of the minutes"),
    ("task", "complexity_alpha", "Weight of hard tasks"),
    ("task", "complexity_beta", "Weight of easy tasks"),
    ("task", "split_at", "Split at complexity"),
    ("task", "hand_off_minutes", "Hand-over, in front"),
    ("task", "hand_off_delay", "Hand-over delay"),
    ("task", "unclear", "Comes back unclear"),
    ("task", "clarify_front_minutes", "Question, in front"),
    ("task", "clarify_back_minutes", "Question, behind"),
    ("task", "error_cost", "Cost of an escaped error"),
    ("task", "promise", "Promised within"),
    ("task", "delay_cost", "Price of delay"),
    ("task", "late_penalty", "Price of lateness"),
    ("step", "minutes", "@: minutes"),
    ("step", "aside", "@: goes aside"),
    ("team", "rate", "Rate |"),
    ("team", "staff", "People |"),
    ("team", "fee", "Fee for an hour"),
    ("team", "billed_share", "Billed share"),
    ("team", "client_hours", "Hours clients need"),
    ("team", "posts_released", "Posts | released"),
    ("team", "flexible", "By the hour, |"),
    ("team", "target_occupancy", "Fullness of hours bought, |"),
    ("team", "shrinkage", "Absence |"),
    ("team", "max_occupancy", "Fullest plan"),
    ("team", "queues", "Queue |"),
    ("team", "error", "Errors |"),
    ("team", "detection", "Errors caught |"),
    ("team", "slower_with_complexity", "Slowed by complexity, |"),
    ("team", "errors_with_complexity", "Misled by complexity, |"),
    ("tool", "saving", "Time saved by the tool"),
    ("tool", "reach", "Reach of the tool"),
    ("tool", "admin_minutes", "Minutes the tool adds"),
    ("tool", "set_up", "Tool set-up"),
    ("tool", "licence", "Tool licence"),
    ("calendar", "hours_per_day", "Hours a day"),
    ("calendar", "days_per_week", "Days a week"),
    ("calendar", "weeks_per_year", "Weeks a year"),
    ("horizon", "months", "Months ahead"),
    ("horizon", "discount", "Discount"),
    ("simulation", "seed", "Seed"),
    ("simulation", "lognormal", "Long tails"),
];
