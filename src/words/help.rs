//! What every number of the parameter table means, in a sentence or two. Apart from the labels, since
//! the page fetches it when it is asked for.

/// What a row means; `None` where there are no words.
pub fn lookup(scope: &str, field: &str) -> Option<&'static str> {
    HELP.iter()
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
        "Share of tasks about which the back office has to ask, once and again after each answer.",
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
        "delay_cost",
        "What an hour of turnaround costs you. Zero leaves delay unpriced.",
    ),
    (
        "task",
        "late_penalty",
        "What one task costs you that is later than promised.",
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
        "team",
        "rate",
        "Cost of one hour of the @. The consulting example has prices billed to clients, not wages.",
    ),
    ("team", "staff", "People on the roster of the @."),
    (
        "team",
        "fee",
        "What a client pays for an hour of the @. Zero: the rate already is that price.",
    ),
    (
        "team",
        "billed_share",
        "Share of the hours taken from clients that would have been billed.",
    ),
    (
        "team",
        "client_hours",
        "Hours a month that clients need from the @ before the work compared here. What is left is slack, and slack costs nothing.",
    ),
    (
        "team",
        "posts_released",
        "Yes: the posts go when the work goes, so they are paid only where they are needed. No: they stay whatever is decided, are the same in every option and are left out.",
    ),
    (
        "team",
        "flexible",
        "Yes: only the hours needed are paid, at the occupancy below. No: the posts are paid whether work comes or not.",
    ),
    (
        "team",
        "target_occupancy",
        "How full the hours are that are bought.",
    ),
    (
        "team",
        "shrinkage",
        "Share of the paid time that the @ is away: leave, sickness, training.",
    ),
    (
        "team",
        "max_occupancy",
        "Share of productive time of the @ that can be planned full.",
    ),
    (
        "team",
        "queues",
        "Yes: work waits until someone is free. No: it is begun at once.",
    ),
    (
        "team",
        "error",
        "Chance of an error in one pass by the @, at middling complexity.",
    ),
    (
        "team",
        "detection",
        "Share of the errors of the @ that are caught and redone before they reach the customer.",
    ),
    (
        "team",
        "slower_with_complexity",
        "How much longer the hardest task takes the @ than a middling one.",
    ),
    (
        "team",
        "errors_with_complexity",
        "How much more often the hardest task goes wrong in the @ than a middling one.",
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
