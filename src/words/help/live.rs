//! What the numbers of live contacts, priorities and chasers mean.

pub(super) static HELP: &[(&str, &str, &str)] = &[
    (
        "task",
        "channel",
        "How it arrives. On the phone, in person and in a chat somebody waits at the other end, is served first and may give up; what comes by portal, e-mail or from inside can wait.",
    ),
    (
        "task",
        "patience",
        "How long a customer holds out in line on average; some much shorter, some longer. Four minutes is usual to assume on the phone, ten at a counter.",
    ),
    (
        "task",
        "answer_within",
        "The wait within which a contact is to be answered.",
    ),
    (
        "task",
        "answer_share",
        "Share of all contacts to be answered within it. Those who give up count as not answered.",
    ),
    (
        "task",
        "at_a_time",
        "Chats that one person holds at a time. Each is slower by a quarter for every other one: assumed. They are counted as one after the other, each with its part of the person’s time: approximate.",
    ),
    (
        "task",
        "given_up_cost",
        "What a customer costs who gives up in line: the call again, the sale lost.",
    ),
    (
        "task",
        "priority",
        "What goes first where a team chooses: 1 before 2, and so on. Live contacts go before all of it.",
    ),
    (
        "task",
        "chase_rate",
        "How often a customer asks where an overdue task is, for each hour it is late.",
    ),
    (
        "task",
        "chase_front_minutes",
        "Front-office minutes to answer one who asks.",
    ),
    (
        "task",
        "chase_work_minutes",
        "Minutes that each who asks adds to the work on the task itself.",
    ),
    (
        "team",
        "reserve",
        "Idle people of the @ who are kept free for the next live contact: work that can wait is begun only while more than so many are idle.",
    ),
    (
        "team",
        "ring_fenced",
        "People of the @ on duty who do nothing but work that can wait, where some are set apart for it.",
    ),
    (
        "team",
        "interrupts",
        "Yes: more urgent work interrupts what the @ is doing, which is taken up later where it was left. Work taken on for another team is not interrupted. No: what has begun is finished first.",
    ),
    (
        "team",
        "switch_minutes",
        "Minutes that somebody of the @ loses by each interruption, and by each piece of another team's work.",
    ),
];
