//! Where sourced defaults come from.

pub(super) static SOURCES: &[(&str, &str, &str)] = &[
    (
        "team",
        "rate",
        "The article's consulting firm bills £100 and £30 an hour: prices to the client, not wages.",
    ),
    (
        "team",
        "billed_share",
        "Average billable utilisation 68.9 % (SPI Research 2025, quoted second-hand).",
    ),
    (
        "team",
        "shrinkage",
        "Contact-centre practice 20 to 35 %; one worked UK table totals 35.2 % of 260 days (CCa2z 2009).",
    ),
    (
        "team",
        "error",
        "Data entry by hand: 0.55 to 3.6 % in research settings, 0.04 to 0.67 % in clinics.",
    ),
    (
        "team",
        "attrition",
        "Left out until given; contact centres in the UK lost 21 % a year (mean, 2011), later more.",
    ),
    (
        "team",
        "hire_cost",
        "Medians of hiring: £1,500, for senior posts £3,000 (CIPD 2022).",
    ),
    (
        "team",
        "learning_weeks",
        "Clerical work assumed; new professionals in the UK took 28 weeks to reach 95 % (Oxford Economics 2014), which is 12.2.",
    ),
    (
        "surge",
        "most_hours",
        "48 hours a week on average over 17 weeks (UK Working Time Regulations 1998).",
    ),
];
