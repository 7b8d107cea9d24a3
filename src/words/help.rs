//! What every number of the parameter table means, in a sentence or two. Apart from the labels, since
//! the page fetches it when it is asked for.

mod live;
mod sources;
mod surge;
mod teams;

/// What a row means; `None` where there are no words.
pub fn lookup(scope: &str, field: &str) -> Option<&'static str> {
    HELP.iter()
        .chain(teams::HELP)
        .chain(live::HELP)
        .chain(surge::HELP)
        .find(|row| row.0 == scope && row.1 == field)
        .map(|row| row.2)
}

/// Where the default of a row comes from; `None` where nobody is named.
pub fn source(scope: &str, field: &str) -> Option<&'static str> {
    let mut sources = sources::SOURCES.iter();
    sources
        .find(|row| row.0 == scope && row.1 == field)
        .map(|row| row.2)
}

static HELP: &[(&str, &str, &str)] = &[
    (
        "task",
        "rate",
        "How many tasks arrive in an open hour, on average and at random moments.",
    ),
    (
        "task",
        "front_minutes",
        "Working minutes the front office needs for one task, without a tool.",
    ),
    (
        "task",
        "back_minutes",
        "Working minutes the back office needs for one task, without hand-over and questions.",
    ),
    (
        "task",
        "service_scv",
        "Squared coefficient of variation: 0 if every task takes the same time, 1 for the usual wide spread, more if a few take very long.",
    ),
    (
        "task",
        "complexity_alpha",
        "Complexity runs from 0 to 1 as a Beta distribution. A larger value means more hard tasks.",
    ),
    (
        "task",
        "complexity_beta",
        "Complexity runs from 0 to 1 as a Beta distribution. A larger value means more easy tasks.",
    ),
    (
        "task",
        "split_at",
        "When the work is split, the front office keeps tasks up to this complexity; 50 % is middling.",
    ),
    (
        "task",
        "hand_off_minutes",
        "Front-office minutes to hand one task over.",
    ),
    (
        "task",
        "hand_off_delay",
        "Time that passes before the back office can see the task. Nobody works in it.",
    ),
    (
        "task",
        "unclear",
        "Share of the tasks behind that raise a question to the front office, at first and again after each answer.",
    ),
    (
        "task",
        "clarify_front_minutes",
        "Front-office minutes for one question.",
    ),
    (
        "task",
        "clarify_back_minutes",
        "Back-office minutes for one question.",
    ),
    (
        "task",
        "error_cost",
        "Repair, compensation and complaint handling for one error that reaches the customer.",
    ),
    (
        "task",
        "promise",
        "Working time within which the task was promised.",
    ),
    (
        "task",
        "promise_share",
        "Share of tasks that is to be done within the promise. A plan that keeps it for fewer misses its target.",
    ),
    (
        "task",
        "delay_cost",
        "What an hour of turnaround costs you. Zero leaves delay unpriced.",
    ),
    (
        "task",
        "late_penalty",
        "What one task costs you that is later than promised.",
    ),
    (
        "task",
        "customer_value",
        "Margin that goes with a customer who leaves. Zero leaves lost customers out.",
    ),
    (
        "task",
        "walk_away",
        "Share of customers who leave because their task is handed over instead of done while they are there.",
    ),
    (
        "task",
        "late_loss",
        "Share of customers who leave if their task is very late. An assumed curve, not a measurement.",
    ),
    (
        "task",
        "late_patience",
        "Lateness at which 63 % of those have left who would leave at all.",
    ),
    (
        "task",
        "error_loss",
        "Chance that an error that reaches a customer loses them. Assumed: published figures are what people say they would do.",
    ),
    (
        "step",
        "minutes",
        "Mean minutes of one pass, or how long the customer takes.",
    ),
    (
        "step",
        "aside",
        "Share of tasks that do not go straight on: back for rework, or to the customer.",
    ),
    (
        "tool",
        "saving",
        "Share of the front-office minutes that the tool saves.",
    ),
    (
        "tool",
        "reach",
        "Complexity up to which the tool helps; 100 % is every task.",
    ),
    (
        "tool",
        "admin_minutes",
        "Minutes that the tool adds to every task: logging in, filling forms.",
    ),
    (
        "tool",
        "training_hours",
        "Paid hours in which each member of the front office learns the tool, once.",
    ),
    ("tool", "set_up", "Paid once for the tool."),
    (
        "tool",
        "licence",
        "Paid each month for each member of the front office.",
    ),
    (
        "calendar",
        "hours_per_day",
        "Open and paid hours a day. All times on the page are working time.",
    ),
    ("calendar", "days_per_week", "Open days a week."),
    (
        "calendar",
        "weeks_per_year",
        "Open weeks a year; a month is a twelfth of it.",
    ),
    (
        "horizon",
        "months",
        "How far ahead the comparison with set-up costs looks.",
    ),
    (
        "horizon",
        "discount",
        "What money later is worth less, a year.",
    ),
    (
        "simulation",
        "seed",
        "Which luck the simulation tries: a whole number. The same seed gives the same tasks, and the same answer.",
    ),
    (
        "simulation",
        "lognormal",
        "Whether times that vary are lognormal in the simulation, with a longer tail than the gamma it takes otherwise. The formulas know no difference.",
    ),
];
