//! What the numbers of a team mean.

pub(super) static HELP: &[(&str, &str, &str)] = &[
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
        "Share of productive time of the @ that can be planned full before clients lose hours. It does not limit how busy a plan may make them.",
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
        "team",
        "versatility",
        "How fast the @ is at the back office's work where all are one team, against the back office.",
    ),
    (
        "team",
        "attrition",
        "How many of the @ leave in a year and are followed by others. Zero leaves the cost of that out; contact centres lose about 21 %.",
    ),
    (
        "team",
        "hire_cost",
        "What finding and hiring one person for the @ costs.",
    ),
    (
        "team",
        "training_weeks",
        "Weeks of pay before a newcomer in the @ does the first task.",
    ),
    (
        "team",
        "exit_cost",
        "What it costs to let one person of the @ go.",
    ),
    (
        "team",
        "starting_output",
        "What a newcomer in the @ gets done at first, against a practised hand.",
    ),
    (
        "team",
        "full_output",
        "What a newcomer in the @ gets done in the end.",
    ),
    (
        "team",
        "learning_weeks",
        "Weeks in which a newcomer in the @ makes up 63 % of the gap.",
    ),
    (
        "team",
        "burnout",
        "Yes: more leave the @ where people are busier than 85 %, half as many again at 100 %. A guess, off at first.",
    ),
    (
        "team",
        "pressure",
        "How strongly the @ hurries when there is more to do than time: 0 not at all, 0.4 the most that is tried. Minutes shrink, and errors grow (assumed). Off at first.",
    ),
    (
        "team",
        "unit_price",
        "Paid to the @ for each pass of a task.",
    ),
    (
        "team",
        "monthly_fee",
        "Paid to the @ each month, whatever comes.",
    ),
    (
        "team",
        "set_up",
        "Paid once before the @ takes over: transition, implementation.",
    ),
    (
        "team",
        "governance",
        "What choosing, steering and checking the @ costs, as a share of what it is paid for tasks.",
    ),
    (
        "team",
        "retained",
        "People of the back office who are kept to look after the @, at the back office's rate.",
    ),
    (
        "team",
        "turnaround",
        "Working time until the @ sends a task back, beside the work on it.",
    ),
    (
        "team",
        "straight_through",
        "Share of tasks that the @ finishes without anybody's help.",
    ),
    (
        "team",
        "exception_factor",
        "How many times the usual minutes a person takes for a task that the @ could not finish.",
    ),
    (
        "team",
        "check_minutes",
        "Minutes of the @ to check one task.",
    ),
    (
        "team",
        "repair_front_minutes",
        "Front-office minutes to mend one task that the @ caught.",
    ),
    (
        "team",
        "repair_back_minutes",
        "Back-office minutes to mend one task that the @ caught.",
    ),
];
