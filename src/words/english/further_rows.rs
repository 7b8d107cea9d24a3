//! Labels of the numbers that the first example does without; they come with the numbers.

/// The label of a row.
pub fn label(scope: &str, field: &str) -> Option<&'static str> {
    match scope {
        "team" => of_contract(field),
        "surge" => of_surge(field),
        _ => None,
    }
}

fn of_contract(field: &str) -> Option<&'static str> {
    Some(match field {
        "unit_price" => "Price a task |",
        "monthly_fee" => "Monthly fee |",
        "set_up" => "Set-up |",
        "governance" => "Steering |",
        "retained" => "People who stay on",
        "turnaround" => "Sent back after",
        "straight_through" => "Done without people",
        "exception_factor" => "An exception takes",
        "check_minutes" => "Minutes of a check",
        "repair_front_minutes" => "Repair, in front",
        "repair_back_minutes" => "Repair, behind",
        _ => return None,
    })
}

fn of_surge(field: &str) -> Option<&'static str> {
    Some(match field {
        "waiting" => "Waiting at the start",
        "variation" => "Demand varies by the week",
        "trend" => "Usual demand grows",
        "end_spread" => "The end may move by",
        "week_cost" => "A task waiting a week costs",
        "temps" => "Temporary staff",
        "start" => "They begin in week",
        "weeks" => "They stay for",
        "overtime" => "Overtime",
        "overtime_weeks" => "Overtime lasts",
        "hires" => "Permanent hires",
        "front_hours" => "Front office helps, a week",
        "earliest" => "Temps can begin from week",
        "coaching" => "Coaching a newcomer takes",
        "coaching_weeks" => "Coaching lasts",
        "hazard" => "Temps who leave, a week",
        "premium" => "Overtime is paid at × the rate",
        "most_hours" => "Most hours a week",
        "lead_weeks" => "A permanent hire takes",
        "post_weeks" => "A permanent post lasts at least",
        _ => return None,
    })
}
