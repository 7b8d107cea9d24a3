//! What the examples are called, what they ask and what must be said about their numbers.

/// Title and subtitle of an example.
pub fn title(key: &str) -> (&'static str, &'static str) {
    match key {
        "consulting" => ("Consulting firm", "£100 in front, £30 behind"),
        "office" => ("Your own office", "plain numbers to replace"),
        "hotel" => ("Hotel", "a promise within the hour"),
        "claims" => ("Insurance claims", "four teams and missing papers"),
        "loans" => ("Bank loans", "a tool for low-risk loans"),
        "tax" => ("Tax planning", "a centre of excellence"),
        "outsourcing" => ("Outsourcing", "non-core work at a price a task"),
        "trades" => ("Trade checks", "a middle office as the bridge"),
        "forms" => ("Forms", "software does three in four"),
        "desk" => ("Calls and e-mails", "one desk or two"),
        "helping" => ("One team", "the front office helps behind"),
        "service" => ("Service centre", "five kinds of work, five ways"),
        "surge" => ("Onboarding surge", "temporary staff, or wait?"),
        "upgrade" => ("Software upgrade", "temporary or permanent support"),
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
        "loans" => {
            "A tool lets the branch approve low-risk loans itself. Is it worth what it costs?"
        }
        "tax" => "Complex tax planning: each adviser alone, or a centre of excellence?",
        "outsourcing" => {
            "12,000 tasks a month that are nobody's core business. Do them, or buy them?"
        }
        "trades" => "Four trades in a hundred are booked wrongly. Does a check of every one pay?",
        "office" => "Your own numbers in place of ours: who should do which work?",
        "desk" => "Phones ring while e-mails wait. One desk for both, or two?",
        "helping" => "Callers wait seconds, cases wait hours. Should the front office help behind?",
        "service" => {
            "Five kinds of work, a branch, a centre, a partner and software: who should do what?"
        }
        "forms" => "20,000 forms a month: people, or software with people for the exceptions?",
        "surge" => {
            "Ninety clients a week instead of fifty, for eight weeks. Hire for it, or wait it out?"
        }
        "upgrade" => {
            "An upgrade brings twice the tickets for three months. Temporary or permanent support?"
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
        "office" => "A plain start: every number is a placeholder, to be replaced by your own.",
        "service" => "A centre of our own making: every number is assumed.",
        "hotel" => "The article gives the promise; faults, minutes and people are assumed.",
        "claims" => {
            "The article speaks of steps and teams; this chain and its numbers are assumed."
        }
        "loans" | "tax" | "outsourcing" | "trades" | "forms" | "desk" | "helping" | "surge"
        | "upgrade" => "The article names the choice; all numbers are assumed.",
        _ => "",
    }
}

/// The passage of the source article that an example comes from, quoted.
pub fn preset_passage(key: &str) -> &'static str {
    match key {
        "consulting" => {
            "In a consulting firm, where consultants (front-office) are billed at £100 per hour and \
              back-office support at £30 per hour, it might seem wasteful for front-office staff to \
              take on admin tasks."
        }
        "loans" => {
            "In a retail bank, giving front-office staff DIY tools to approve low-risk loans can improve response \
              times and client satisfaction."
        }
        "tax" => {
            "For instance, if a client request involves complex tax planning, the back-office team can handle the \
              details while the advisor remains available for client interactions."
        }
        "hotel" => {
            "“No problem, we’ll get that sorted within the hour” is a line guaranteed to make steam rise \
              from the already overloaded IT technician or the maintenance guy within a hotel."
        }
        "claims" => {
            "The length of time allocated to task completion can vary enormously, and many process may \
              involve multiple steps and inputs from separate teams."
        }
        "outsourcing" => {
            "Outsourcing non-core tasks, such as accounting, payroll and customer service, can allow companies to \
              focus on their core competencies."
        }
        "trades" => {
            "The middle office also serves as a bridge, often overseeing risk management and ensuring that \
              front-office activities like investment decisions align with the company's backend operations."
        }
        "desk" => {
            "Typically the front office staff are dealing with a continuous flow of work while the back office \
              staff have more managed deadlines and longer term projects."
        }
        "service" => {
            "By allocating tasks according to complexity, cost, and responsiveness, companies can boost \
              productivity, optimize costs, and improve customer satisfaction."
        }
        "office" => {
            "High-cost front-office staff should ideally focus on client interactions, while repetitive, lower-value \
              tasks are more cost-effectively handled by the back office."
        }
        "helping" => "Redirect front office staff to the back office occasionally",
        "surge" => {
            "Hiring extra, lower-cost back-office staff on a short-term basis can clear the backlog more quickly, \
              enabling front-office consultants to focus on billable work without handling admin."
        }
        "upgrade" => {
            "A tech company undergoing a major software upgrade might bring in temporary support staff to help \
              with setup and troubleshooting, while the core team focuses on maintaining day-to-day operations."
        }
        "forms" => {
            "Automating repetitive tasks can free up time for employees to focus on more complex and strategic \
              tasks."
        }
        _ => "",
    }
}
