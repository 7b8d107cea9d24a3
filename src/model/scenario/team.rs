//! A team: how many, what they cost, how busy they may be, how complexity tells on them.

use super::{Check, Contract, Desk, Turnover};
use crate::model::units::{Hours, MoneyPerHour, People, Share};
use serde::{Deserialize, Serialize};

/// What a team is to the customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamKind {
    /// Faces the customer.
    Front,
    /// Bridges the two, checks what passes.
    Middle,
    /// Works behind the scenes.
    #[default]
    Back,
    /// Hired for a time.
    Temporary,
    /// Another firm.
    Outsourced,
    /// Software that works alone.
    Bot,
}

impl TeamKind {
    /// Every kind, from the customer inwards.
    pub const ALL: [TeamKind; 6] = [
        TeamKind::Front,
        TeamKind::Middle,
        TeamKind::Back,
        TeamKind::Temporary,
        TeamKind::Outsourced,
        TeamKind::Bot,
    ];
}

/// A group of people with the same work, pay and clock.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Stable name in links and on the command line.
    pub key: String,
    /// Name in the user's words; none where the page has one for the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the team is to the customer.
    pub kind: TeamKind,
    /// People on the roster.
    pub staff: People,
    /// People there today, where that was said; else as many as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<People>,
    /// What an hour of one of them costs.
    pub rate: MoneyPerHour,
    /// What a client pays for an hour of one of them; 0 where the rate already is that price.
    pub fee: MoneyPerHour,
    /// Share of the hours taken from clients that would have been billed.
    pub billed_share: Share,
    /// Hours a month that clients need from the team, before the work compared here.
    pub client_hours: Hours,
    /// Paid time away from work: leave, sickness, training.
    pub shrinkage: Share,
    /// Share of productive time that can be planned full at the most.
    pub max_occupancy: Share,
    /// Whether the team is paid only for the hours the work needs.
    pub flexible: bool,
    /// Where it is: the occupancy at which those hours are bought.
    pub target_occupancy: Share,
    /// Whether the posts go when the work goes. If not they are the same in every option and are
    /// left out, and hours taken from clients are priced at the lost fee.
    pub posts_released: bool,
    /// Whether work waits in a queue for the team; if not it is begun at once.
    pub queues: bool,
    /// Chance of an error in one pass, at middling complexity.
    pub error: Share,
    /// Share of those errors that are caught before they reach the customer, and redone.
    pub detection: Share,
    /// η: how much longer the hardest task takes than a middling one, as a share.
    pub slower_with_complexity: Share,
    /// ν: how much more often the hardest task goes wrong than a middling one, as a share.
    pub errors_with_complexity: Share,
    /// Speed of one of them at the work of another team, as a share of that team's.
    #[serde(default = "generalist")]
    pub versatility: Share,
    /// ε: how strongly minutes answer to work pressure; none at 0.
    #[serde(default)]
    pub pressure: f64,
    /// People who leave and people who begin.
    #[serde(default)]
    pub turnover: Turnover,
    /// What it is paid where it is not made of our people.
    #[serde(default)]
    pub contract: Contract,
    /// What it checks, where it is a middle office.
    #[serde(default)]
    pub check: Check,
    /// How it shares its time between live contacts and work that can wait.
    #[serde(default)]
    pub desk: Desk,
}

impl Team {
    /// People on duty of those on the roster: N(1−σ).
    pub fn on_duty(&self) -> f64 {
        self.staff.get() * self.shrinkage.rest().get()
    }

    /// Whether work waits for it. Hours paid only as they are worked come when the work comes.
    pub fn has_queue(&self) -> bool {
        self.queues && !(self.flexible && self.target_occupancy.get() >= 1.0)
    }

    /// What an hour taken from clients loses: the fee, as far as it would have been billed.
    pub fn lost_fee(&self) -> MoneyPerHour {
        let fee = if self.fee.get() > 0.0 {
            self.fee
        } else {
            self.rate
        };
        fee * self.billed_share.get()
    }

    /// Factor on the minutes at mean complexity `x`: 1 + η(2x−1).
    pub fn time_factor(&self, x: f64) -> f64 {
        1.0 + self.slower_with_complexity.get() * (2.0 * x - 1.0)
    }

    /// Chance of an error in one pass at mean complexity `x`: e(1 + ν(2x−1)).
    ///
    /// Linear in x, and within 0 to 1 as long as e ≤ 0.5 and ν ≤ 1, which the parameter table
    /// guarantees; so the mean over a band is the value at the band's mean.
    pub fn error_at(&self, x: f64) -> f64 {
        self.error.get() * (1.0 + self.errors_with_complexity.get() * (2.0 * x - 1.0))
    }
}

/// The usual speed of generalists.
fn generalist() -> Share {
    Share(0.8)
}
