//! Labour: what a team's month costs, paid by the post or by the hour, and what is lost when hours
//! are taken from clients. Hours are a month's, money is a month's.
//!
//! An hour is either paid (a post that the option needs) or priced at the fee it loses (a post
//! that stays whatever is decided). Never both: that would count it twice.

/// What a paid hour costs: a year's salary with the employer's costs on top, over the paid hours of
/// the year. Holidays and sickness are paid hours too; their share is the team's, see [`Posts`].
pub fn loaded_rate(salary: f64, on_top: f64, paid_hours: f64) -> f64 {
    salary * (1.0 + on_top) / paid_hours
}

/// What a team's posts amount to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posts {
    /// People on the roster, N.
    pub staff: f64,
    /// Paid hours a month of one of them.
    pub hours_per_month: f64,
    /// σ: share of the paid hours away from work.
    pub shrinkage: f64,
}

impl Posts {
    /// Paid hours: N·h.
    pub fn paid_hours(&self) -> f64 {
        self.staff * self.hours_per_month
    }

    /// Hours at work: N·h·(1−σ).
    pub fn productive_hours(&self) -> f64 {
        self.paid_hours() * (1.0 - self.shrinkage)
    }

    /// Hours left for other work once clients are served: N·h·(1−σ)·ρ_max − H_client. Negative
    /// where the clients alone exceed the team.
    pub fn slack(&self, max_occupancy: f64, client_hours: f64) -> f64 {
        self.productive_hours() * max_occupancy - client_hours
    }
}

/// Hours taken from clients by work beside theirs: max(0, H − max(0, slack)).
pub fn displaced_hours(hours: f64, slack: f64) -> f64 {
    (hours - slack.max(0.0)).max(0.0)
}

/// Where the paid hours of a month go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaidHours {
    /// At work and working.
    pub busy: f64,
    /// At work, with nothing to do.
    pub idle: f64,
    /// Away: leave, sickness, training.
    pub absent: f64,
}

impl PaidHours {
    /// Posts are paid whether work comes or not; busy hours cannot exceed the productive ones.
    pub fn of_posts(posts: &Posts, work_hours: f64) -> Self {
        let productive = posts.productive_hours();
        let busy = work_hours.min(productive);
        Self {
            busy,
            idle: productive - busy,
            absent: posts.paid_hours() - productive,
        }
    }

    /// Hours bought as needed: H/((1−σ)·ρ) are paid.
    pub fn bought(work_hours: f64, shrinkage: f64, target_occupancy: f64) -> Self {
        let productive = work_hours / target_occupancy;
        Self {
            busy: work_hours,
            idle: productive - work_hours,
            absent: productive * shrinkage / (1.0 - shrinkage),
        }
    }
}
