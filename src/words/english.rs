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

pub mod examples;
pub(super) mod further_rows;
pub(super) mod further_ways;
mod ways;

use super::further;
pub use examples::{preset_caution, preset_passage, preset_question};
pub use ways::{StrategyWords, about, has_strategy, known_as, strategy};

/// Title and subtitle of an example; those of others than the first come with the sentences that they
/// need.
pub fn preset(key: &str) -> (&'static str, &'static str) {
    match key {
        "consulting" => ("Consulting firm", "£100 in front, £30 behind"),
        other => further::title(other),
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

/// Names of the channels, in the order of their numbers.
pub const CHANNELS: [&str; 6] = ["portal", "e-mail", "internal", "phone", "in person", "chat"];

/// Name of a task that has none of its own.
pub fn task(key: &str) -> Option<&'static str> {
    match key {
        "admin" => Some("Admin tasks"),
        "fault" => Some("Faults"),
        "claim" => Some("Claims"),
        "loan" => Some("Loans"),
        "plan" => Some("Tax plans"),
        "case" => Some("Tasks"),
        "trade" => Some("Trades"),
        "form" => Some("Forms"),
        "call" => Some("Calls"),
        "email" => Some("E-mails"),
        "planned" => Some("Planned work"),
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
        Group::Partners => "Partners and automation",
        Group::Promise => "Promise and customers",
        Group::Live => "Live contacts and priorities",
        Group::Time => "Time and surge",
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
        Line::LostCustomers => "Customers lost",
        Line::Absence => "Paid absence",
        Line::Turnover => "People who come and go",
        Line::Fixed => "Licences and fees",
    }
}

/// Name of a group of lines.
pub fn line_group(group: LineGroup) -> &'static str {
    match group {
        LineGroup::Work => "work and hand-overs",
        LineGroup::Waiting => "idle, waiting, lost",
        LineGroup::Repeats => "loops and errors",
        LineGroup::Standing => "fees and absence",
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
        .or_else(|| further::label(scope, field))
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
    ("task", "unclear", "Raises a question"),
    ("task", "clarify_front_minutes", "Question, in front"),
    ("task", "clarify_back_minutes", "Question, behind"),
    ("task", "error_cost", "Cost of an escaped error"),
    ("task", "promise", "Promised within"),
    ("task", "promise_share", "Share to keep it for"),
    ("task", "delay_cost", "Price of delay"),
    ("task", "late_penalty", "Price of lateness"),
    ("task", "customer_value", "Worth of a customer"),
    ("task", "walk_away", "Leave when handed over"),
    ("task", "late_loss", "Leave when late"),
    ("task", "late_patience", "Patience with lateness"),
    ("task", "error_loss", "Leave after an error"),
    ("task", "channel", "Channel"),
    ("task", "patience", "Patience in line"),
    ("task", "answer_within", "Answered within"),
    ("task", "answer_share", "Share answered in time"),
    ("task", "at_a_time", "Chats at a time"),
    ("task", "given_up_cost", "Cost of a caller lost"),
    ("task", "priority", "Priority, 1 first"),
    ("task", "chase_rate", "Chasers per late hour"),
    ("task", "chase_front_minutes", "Answering a chaser"),
    ("task", "chase_work_minutes", "Work for a chaser"),
    ("step", "minutes", "@: minutes"),
    ("step", "aside", "@: goes aside"),
    ("team", "rate", "Rate |"),
    ("team", "staff", "People |"),
    ("team", "fee", "Fee for an hour"),
    ("team", "billed_share", "Billed share"),
    ("team", "client_hours", "Hours clients need"),
    ("team", "posts_released", "Posts | released"),
    ("team", "flexible", "By the hour |"),
    ("team", "target_occupancy", "Fullness of hours bought |"),
    ("team", "shrinkage", "Absence |"),
    ("team", "max_occupancy", "Fullest plan"),
    ("team", "queues", "Queue |"),
    ("team", "error", "Errors |"),
    ("team", "detection", "Errors caught |"),
    ("team", "slower_with_complexity", "Slowed by complexity |"),
    ("team", "errors_with_complexity", "Misled by complexity |"),
    ("team", "versatility", "Speed at others' work"),
    ("team", "reserve", "Kept free for calls"),
    ("team", "ring_fenced", "Set apart for cases"),
    ("team", "interrupts", "Urgent work interrupts |"),
    ("team", "switch_minutes", "Minutes to switch |"),
    ("team", "attrition", "Leavers |"),
    ("team", "hire_cost", "Hiring |"),
    ("team", "training_weeks", "Training |"),
    ("team", "exit_cost", "Letting go |"),
    ("team", "starting_output", "Output at first |"),
    ("team", "full_output", "Output in the end |"),
    ("team", "learning_weeks", "Learning |"),
    ("team", "burnout", "Burnout |"),
    ("team", "pressure", "Hurry |"),
    ("tool", "saving", "Time saved by the tool"),
    ("tool", "reach", "Reach of the tool"),
    ("tool", "admin_minutes", "Minutes the tool adds"),
    ("tool", "set_up", "Tool set-up"),
    ("tool", "licence", "Tool licence"),
    ("tool", "training_hours", "Hours to learn the tool"),
    ("calendar", "hours_per_day", "Hours a day"),
    ("calendar", "days_per_week", "Days a week"),
    ("calendar", "weeks_per_year", "Weeks a year"),
    ("horizon", "months", "Months ahead"),
    ("horizon", "discount", "Discount"),
    ("simulation", "seed", "Seed"),
    ("simulation", "lognormal", "Long tails"),
];
