//! What the numbers of a surge mean.

pub(super) static HELP: &[(&str, &str, &str)] = &[
    (
        "surge",
        "waiting",
        "Tasks that wait already when week 0 begins.",
    ),
    (
        "surge",
        "variation",
        "How much a week's demand varies round what is expected, beyond the chance of single arrivals: its standard deviation as a share. It widens the band and is drawn in the simulation.",
    ),
    (
        "surge",
        "trend",
        "Growth a year of the usual demand, after the weeks given.",
    ),
    (
        "surge",
        "end_spread",
        "The last of the weeks given may come so many weeks earlier or later, each as likely. Costs are then the mean over all ends.",
    ),
    (
        "surge",
        "week_cost",
        "What it costs that one task waits for a week: complaints, chasers, money that comes later.",
    ),
    (
        "surge",
        "temps",
        "Temporary staff hired for the surge; all begin together.",
    ),
    (
        "surge",
        "start",
        "The week in which they begin, counted from 0.",
    ),
    ("surge", "weeks", "Weeks of their contract."),
    (
        "surge",
        "overtime",
        "Hours beyond the usual ones, as a share of them, by everybody in the team.",
    ),
    (
        "surge",
        "overtime_weeks",
        "Weeks of overtime, from the first week in which more arrives than the team can do.",
    ),
    (
        "surge",
        "hires",
        "Permanent staff hired now. They begin later, are trained, learn, and are paid for as long as a post lasts at least.",
    ),
    (
        "surge",
        "front_hours",
        "Hours a week that the front office gives at the most, for what the team cannot do. At its own minutes, and at what clients would pay for its hours.",
    ),
    (
        "surge",
        "earliest",
        "Finding temporary staff takes time: the first week in which they can begin.",
    ),
    (
        "surge",
        "coaching",
        "Share of a working week that every newcomer takes from the team.",
    ),
    ("surge", "coaching_weeks", "For so many weeks."),
    (
        "surge",
        "hazard",
        "Share of the temporary staff that leave in a week; twice as many in the last four weeks of the contract.",
    ),
    (
        "surge",
        "premium",
        "Pay of an hour of overtime, in hours of pay.",
    ),
    (
        "surge",
        "most_hours",
        "Nobody works longer than this in a week, overtime included.",
    ),
    (
        "surge",
        "lead_weeks",
        "Weeks from now until a permanent hire begins.",
    ),
    (
        "surge",
        "post_weeks",
        "Weeks for which a permanent post is paid, whether the work lasts or not.",
    ),
];
