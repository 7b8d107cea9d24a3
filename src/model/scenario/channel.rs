//! How a task reaches us, and what that asks: somebody may be waiting at the other end.

use crate::model::units::{Minutes, Money, PerHour, Share};
use serde::{Deserialize, Serialize};

/// How a task arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A form on a page.
    #[default]
    Portal,
    /// A letter, on paper or not.
    Email,
    /// A colleague asks.
    Internal,
    /// The phone rings.
    Phone,
    /// Somebody stands at the counter.
    InPerson,
    /// Somebody types.
    Chat,
}

impl ChannelKind {
    /// Every kind: first those that can wait, then those that cannot. Its place is its number in
    /// the parameter table.
    pub const ALL: [ChannelKind; 6] = [
        ChannelKind::Portal,
        ChannelKind::Email,
        ChannelKind::Internal,
        ChannelKind::Phone,
        ChannelKind::InPerson,
        ChannelKind::Chat,
    ];

    /// Whether a customer waits while nobody answers, and may give up.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Phone | Self::InPerson | Self::Chat)
    }
}

/// The channel of a task; all but its kind matters only where that is live.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Channel {
    /// How the task arrives.
    pub kind: ChannelKind,
    /// Mean time a customer holds out in line; exponential.
    pub patience: Minutes,
    /// Wait within which it is to be answered.
    pub answer_within: Minutes,
    /// Share of all customers to be answered within it.
    pub answer_share: Share,
    /// Conversations that one person holds at a time; only a chat allows more than one.
    pub at_a_time: f64,
    /// What a customer who gives up costs.
    pub given_up_cost: Money,
}

impl Default for Channel {
    fn default() -> Self {
        Self {
            kind: ChannelKind::Portal,
            patience: Minutes(4.0),
            answer_within: Minutes(1.0 / 3.0),
            answer_share: Share(0.8),
            at_a_time: 1.0,
            given_up_cost: Money(0.0),
        }
    }
}

impl Channel {
    /// Whether a customer waits while nobody answers.
    pub fn is_live(&self) -> bool {
        self.kind.is_live()
    }

    /// How much of a person's time a minute of service takes: each of m conversations at a time is
    /// slower by a quarter for every other one (assumed), so that m of them take 1 + (m−1)/4
    /// minutes where one takes a minute.
    pub fn attention(&self) -> f64 {
        const SLOWER_FOR_EACH_OTHER: f64 = 0.25;
        if self.kind != ChannelKind::Chat {
            return 1.0;
        }
        (1.0 + SLOWER_FOR_EACH_OTHER * (self.at_a_time - 1.0)) / self.at_a_time
    }
}

/// Customers who ask where their overdue task is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Chasing {
    /// How often one asks, for each overdue hour.
    pub rate: PerHour,
    /// Front-office minutes to answer once.
    pub front_minutes: Minutes,
    /// Minutes that each time adds to the work itself.
    pub work_minutes: Minutes,
}

impl Default for Chasing {
    fn default() -> Self {
        Self {
            rate: PerHour(0.1),
            front_minutes: Minutes(0.0),
            work_minutes: Minutes(0.0),
        }
    }
}

impl Chasing {
    /// Whether being asked costs anything.
    pub fn costs(&self) -> bool {
        self.rate.get() > 0.0 && self.front_minutes.get() + self.work_minutes.get() > 0.0
    }
}
