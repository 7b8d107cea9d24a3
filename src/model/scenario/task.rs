//! A kind of work: how often it comes, how long it takes in front and behind, how it is handed
//! over, what an error and a delay cost, what was promised.

use super::{Allotment, Channel, Chasing, Loyalty};
use crate::model::queueing::beta::incomplete_beta;
use crate::model::units::{Minutes, Money, MoneyPerHour, PerHour, Share};
use serde::{Deserialize, Serialize};

/// One kind of work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Stable name in links and on the command line.
    pub key: String,
    /// Name in the user's words; none where the page has one for the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Arrivals an hour.
    pub rate: PerHour,
    /// Minutes of one pass in the front office, at middling complexity.
    pub front_minutes: Minutes,
    /// Minutes of one pass in the back office, at middling complexity.
    pub back_minutes: Minutes,
    /// Squared coefficient of variation of the time of one pass: 0 always the same, 1 exponential.
    pub service_scv: f64,
    /// How complexity is spread over the tasks.
    pub complexity: Complexity,
    /// Under "split by complexity", the complexity up to which the front office keeps a task.
    pub split_at: Share,
    /// Handing over to the back office, and the questions that come back.
    pub hand_off: HandOff,
    /// What an error costs that reaches the customer.
    pub error_cost: Money,
    /// Working time within which the task was promised.
    pub promise: Minutes,
    /// Share that is to be done within it.
    #[serde(default = "nine_in_ten")]
    pub promise_share: Share,
    /// What an hour of turnaround costs.
    pub delay_cost: MoneyPerHour,
    /// What a task costs that is later than promised.
    pub late_penalty: Money,
    /// What loses customers, and what that costs.
    #[serde(default)]
    pub loyalty: Loyalty,
    /// How it arrives.
    #[serde(default)]
    pub channel: Channel,
    /// What goes first where a team chooses: 1 before 2, and so on to 9; live contacts before all.
    #[serde(default = "middling")]
    pub priority: f64,
    /// Customers who ask where it is.
    #[serde(default)]
    pub chasing: Chasing,
    /// The ways among which it is shared out; empty where it all goes one way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Allotment>,
}

/// The usual priority.
fn middling() -> f64 {
    5.0
}

/// The usual share within a promise.
fn nine_in_ten() -> Share {
    Share(0.9)
}

impl Task {
    /// Whether its turnaround has any price.
    pub fn prices_time(&self) -> bool {
        let loses = self.loyalty.customer_value.get() * self.loyalty.late_loss.get();
        self.delay_cost.get() > 0.0 || self.late_penalty.get() > 0.0 || loses > 0.0
    }
}

/// Handing a task to the back office.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOff {
    /// Front-office minutes to hand a task over.
    pub front_minutes: Minutes,
    /// Elapsed time before the back office can see it; nobody works in it.
    pub delay: Minutes,
    /// Share that comes back unclear: asked once a task and again after each clarification.
    pub unclear: Share,
    /// Front-office minutes a clarification takes.
    pub clarify_front_minutes: Minutes,
    /// Back-office minutes a clarification takes.
    pub clarify_back_minutes: Minutes,
}

/// Complexity x of a task, Beta(α, β) on 0 to 1; one half is middling.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complexity {
    /// α: larger means more hard tasks.
    pub alpha: f64,
    /// β: larger means more easy tasks.
    pub beta: f64,
}

/// The tasks of one band of complexity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Share of all tasks that fall in the band.
    pub share: f64,
    /// Their mean complexity; one half where the band is empty.
    pub mean: f64,
}

impl Complexity {
    /// Mean complexity of all tasks, α/(α+β).
    pub fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// The tasks up to complexity `t`: share I_t(α, β), mean α/(α+β)·I_t(α+1, β)/I_t(α, β).
    pub fn up_to(&self, t: f64) -> Band {
        let share = incomplete_beta(self.alpha, self.beta, t);
        let first_moment = self.mean() * incomplete_beta(self.alpha + 1.0, self.beta, t);
        Band::new(share, first_moment)
    }

    /// The tasks above complexity `t`.
    pub fn above(&self, t: f64) -> Band {
        let below = self.up_to(t);
        let share = 1.0 - below.share;
        Band::new(share, self.mean() - below.share * below.mean)
    }
}

impl Band {
    /// Below this share a band counts as empty: its mean would be rounding noise.
    const EMPTY: f64 = 1e-12;

    fn new(share: f64, first_moment: f64) -> Self {
        if share < Self::EMPTY {
            Self {
                share: 0.0,
                mean: 0.5,
            }
        } else {
            Self {
                share,
                mean: (first_moment / share).clamp(0.0, 1.0),
            }
        }
    }
}
