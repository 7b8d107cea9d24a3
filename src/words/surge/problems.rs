//! Why nothing can be planned, what is wrong with a row of weeks, and the cures.

use crate::model::scenario::surge::MOST_WEEKS;
use crate::model::scenario::weekly::Unusable;
use crate::model::surge::Unplannable;
use crate::words::numbers::number;

/// Why nothing can be planned.
pub fn unplannable(why: Unplannable) -> &'static str {
    match why {
        Unplannable::NoSurge => "No surge is planned.",
        Unplannable::NoWork => {
            "Under this way no team of people has work to do, so nothing can pile up. Choose another way above, or give the work its minutes."
        }
        Unplannable::BoughtAsNeeded => {
            "The team's hours are bought as the work comes, so nothing piles up. Turn off “paid only for hours needed” to plan for a surge."
        }
    }
}

/// What is wrong with a row of weeks, and the cure.
pub fn unusable(why: &Unusable) -> String {
    match why {
        Unusable::Nothing => "Weeks: no number stands here; write for example 50, 90*8.".to_owned(),
        Unusable::Gap(week) => {
            format!("Weeks: nothing stands for week {week}; write 0 if nothing arrives then.")
        }
        Unusable::NotANumber(week, text) => {
            format!("Weeks: “{text}” for week {week} is not a number; write how many tasks arrive.")
        }
        Unusable::Negative(week, value) => format!(
            "Weeks: {} for week {week} is less than nothing; write 0 or more.",
            number(*value, 2)
        ),
        Unusable::TooLarge(week, value) => format!(
            "Weeks: {} for week {week} is more than can be counted with; write at most 1,000,000.",
            number(*value, 0)
        ),
        Unusable::TooMany(count) => format!(
            "Weeks: {} are too many; give at most {MOST_WEEKS}.",
            number(*count as f64, 0)
        ),
    }
}

/// Why no weeks can be filled in, and the cure.
pub fn unfillable() -> &'static str {
    "Fill in: give how many times the usual demand as a number from 0 to 100, and 0 to 259 weeks."
}
