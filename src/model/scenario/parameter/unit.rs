//! What a number of the table counts.

/// What a number counts. Shares are 0 to 1 here and percent on the page; a switch is 0 or 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Working minutes.
    Minutes,
    /// Working hours.
    Hours,
    /// Working hours a month.
    HoursPerMonth,
    /// Arrivals an hour.
    PerHour,
    /// Money.
    Money,
    /// Money an hour.
    MoneyPerHour,
    /// Money a month.
    MoneyPerMonth,
    /// Money a month for each user.
    MoneyPerUserMonth,
    /// A part of a whole.
    Share,
    /// A part of a whole, each year.
    SharePerYear,
    /// People.
    People,
    /// A bare number.
    Number,
    /// A whole number.
    Whole,
    /// Days a week.
    DaysPerWeek,
    /// Working weeks.
    Weeks,
    /// Weeks a year.
    WeeksPerYear,
    /// Months.
    Months,
    /// Off (0) or on (1).
    Switch,
    /// A kind of channel, by its place among all.
    Channel,
}

impl Unit {
    /// Whether it is a choice between a few things rather than an amount.
    pub fn is_choice(self) -> bool {
        matches!(self, Self::Switch | Self::Channel)
    }
}
