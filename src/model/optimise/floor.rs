//! The floor of a plan: what it costs a month at the least, whatever its queues do.
//!
//! Posts are counted as the fewest whole people who can carry the work, hours as those of the work
//! itself; nobody waits, nobody is late, nobody leaves for being too busy. Live contacts count for
//! nothing in it, since some of them give up. The floor of a plan is never above its month; a test
//! holds the two together.

use super::problem::Problem;
use crate::model::evaluation::Piece;
use crate::model::queueing::error::MIN_SERVERS;
use crate::model::scenario::Scenario;

/// What all of a kind of work costs at the least on one way.
#[derive(Clone, Debug, Default)]
pub struct Floor {
    /// Money a month that is proportional to the work: hours bought, partners, errors, customers lost.
    pub money: f64,
    /// Hours a month that it takes of each team.
    pub hours: Vec<f64>,
    /// Teams that it gives work, a bit each.
    pub used: u64,
    /// Whether it needs the tool.
    pub tool: bool,
}

impl Floor {
    /// The floor of a piece.
    pub fn of(scenario: &Scenario, piece: &Piece) -> Self {
        let least = piece.least(scenario);
        let mut floor = Self {
            money: least.money,
            hours: vec![0.0; scenario.teams.len()],
            used: 0,
            tool: piece.uses_tool(),
        };
        for (team, hours) in least.hours {
            floor.hours[team] = hours;
        }
        for team in piece.teams() {
            floor.used |= 1 << team.min(63);
        }
        floor
    }
}

/// How a team is paid, for the floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pay {
    /// By hours bought or at the lost fee of every hour: money an hour.
    ByHour(f64),
    /// Whole people at so much each; more can be had.
    Posts {
        /// Money a month for one.
        each: f64,
        /// Hours a month that one is at work.
        hours: f64,
    },
    /// A given number of people, paid if they have any work.
    Given {
        /// Money a month for all of them.
        all: f64,
        /// Hours a month that they are at work.
        hours: f64,
    },
    /// Posts that stay in any case, whose hours lose fees beyond some slack.
    Staying {
        /// Money for an hour taken from clients.
        fee: f64,
        /// Hours a month that clients do not need.
        slack: f64,
        /// Hours a month that they are at work.
        hours: f64,
    },
}

/// Money and work gathered from some kinds of work.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Proportional money.
    pub money: f64,
    /// Hours by team.
    pub hours: Vec<f64>,
    /// Teams with work.
    pub used: u64,
    /// Whether the tool is needed.
    pub tool: bool,
}

impl Gathered {
    /// Nothing gathered yet.
    pub fn new(teams: usize) -> Self {
        Self {
            hours: vec![0.0; teams],
            ..Self::default()
        }
    }

    /// Adds a share of a kind of work on one way.
    pub fn add(&mut self, floor: &Floor, share: f64) {
        self.money += floor.money * share;
        for (sum, hours) in self.hours.iter_mut().zip(&floor.hours) {
            *sum += hours * share;
        }
        self.used |= floor.used;
        self.tool |= floor.tool;
    }
}

/// What the floor knows of the whole.
#[derive(Clone, Debug, Default)]
pub struct Payroll {
    /// How each team is paid.
    pub pay: Vec<Pay>,
    /// Fees and people for each team's contract, money a month once it has work.
    pub standing: Vec<f64>,
    /// The tool's licences.
    pub licences: f64,
    /// The smallest amount of work that counts, hours a month.
    pub least_hours: f64,
}

impl Payroll {
    /// The payroll of a problem's teams.
    pub fn new(scenario: &Scenario, free: &[bool]) -> Self {
        let month = scenario.calendar.hours_per_month();
        let of = |(index, team): (usize, &crate::model::scenario::Team)| {
            let (hours, rate) = (month * team.shrinkage.rest().get(), team.rate.get());
            // Those who leave when nobody is too busy; the busier, the more.
            let leavers = team.turnover.leavers(0.0) / 12.0;
            let week = scenario.calendar.hours_per_week() * rate;
            let each = month * rate + leavers * team.turnover.newcomer(week).total();
            let there = team.staff.get();
            if team.flexible {
                Pay::ByHour(each / (hours * team.target_occupancy.get()))
            } else if free[index] {
                Pay::Posts { each, hours }
            } else if team.posts_released {
                Pay::Given {
                    all: each * there,
                    hours: hours * there,
                }
            } else {
                let slack = hours * there * team.max_occupancy.get() - team.client_hours.get();
                Pay::Staying {
                    fee: team.lost_fee().get(),
                    slack: slack.max(0.0),
                    hours: hours * there,
                }
            }
        };
        let back = scenario.team_of(crate::model::scenario::TeamKind::Back);
        let back = back.map_or(0.0, |back| scenario.teams[back].rate.get());
        let front = scenario.team_of(crate::model::scenario::TeamKind::Front);
        let users = front.filter(|front| !free[*front]);
        let users = users.map_or(0.0, |front| scenario.teams[front].staff.get());
        Self {
            pay: scenario.teams.iter().enumerate().map(of).collect(),
            standing: scenario
                .teams
                .iter()
                .map(|team| {
                    let contract = &team.contract;
                    contract.monthly_fee.get() + contract.retained.get() * month * back
                })
                .collect(),
            licences: users * scenario.tool.licence.get(),
            least_hours: MIN_SERVERS * month,
        }
    }

    /// Fewest whole people who can carry so many hours.
    pub fn people(&self, hours: f64, each: f64) -> f64 {
        const ROUNDING: f64 = 1e-9;
        match hours < self.least_hours {
            true => 0.0,
            false => (hours / each - ROUNDING).ceil().max(1.0),
        }
    }

    /// Money a month for some work, people whole.
    pub fn whole(&self, gathered: &Gathered) -> f64 {
        self.month(gathered, |hours, each| self.people(hours, each))
    }

    /// The same with parts of people, as a floor for work of which more may come.
    pub fn parts(&self, gathered: &Gathered) -> f64 {
        self.month(gathered, |hours, each| hours / each)
    }

    fn month(&self, gathered: &Gathered, people: impl Fn(f64, f64) -> f64) -> f64 {
        let mut money = gathered.money;
        for (team, pay) in self.pay.iter().enumerate() {
            let work = gathered.hours[team];
            money += match *pay {
                Pay::ByHour(rate) => work * rate,
                Pay::Posts { each, hours } => each * people(work, hours),
                Pay::Given { all, .. } if work >= self.least_hours => all,
                Pay::Given { .. } => 0.0,
                Pay::Staying { fee, slack, hours } => fee * (work.min(hours) - slack).max(0.0),
            };
            if gathered.used >> team.min(63) & 1 == 1 {
                money += self.standing[team];
            }
        }
        money + if gathered.tool { self.licences } else { 0.0 }
    }

    /// Money a month that some work of a task costs at the least however the rest goes: parts of
    /// people, and no more for those whose time is already paid.
    pub fn alone(&self, floor: &Floor) -> f64 {
        let mut money = floor.money;
        for (work, pay) in floor.hours.iter().zip(&self.pay) {
            money += match *pay {
                Pay::ByHour(rate) => work * rate,
                Pay::Posts { each, hours } => each * work / hours,
                Pay::Staying { fee, slack, .. } if slack <= 0.0 => fee * work,
                Pay::Given { .. } | Pay::Staying { .. } => 0.0,
            };
        }
        money
    }

    /// The same where posts may turn out to be paid by other work.
    pub fn beside(&self, floor: &Floor) -> f64 {
        let mut money = floor.money;
        for (work, pay) in floor.hours.iter().zip(&self.pay) {
            money += match *pay {
                Pay::ByHour(rate) => work * rate,
                Pay::Staying { fee, slack, .. } if slack <= 0.0 => fee * work,
                _ => 0.0,
            };
        }
        money
    }

    /// Hours a month that people who cannot be added to lack for some work.
    pub fn overtime(&self, gathered: &Gathered) -> f64 {
        const ROUNDING: f64 = 1.0 + 1e-9;
        let over = |(work, pay): (&f64, &Pay)| match *pay {
            Pay::Given { hours, .. } | Pay::Staying { hours, .. } if *work >= self.least_hours => {
                (work - hours * ROUNDING).max(0.0)
            }
            _ => 0.0,
        };
        gathered.hours.iter().zip(&self.pay).map(over).sum()
    }

    /// Whether the people who cannot be added to have the time for some work.
    pub fn has_time(&self, gathered: &Gathered) -> bool {
        self.overtime(gathered) <= 0.0
    }
}

impl Problem {
    /// What some kinds of work gather.
    pub fn gathered(&self, plan: &[super::choice::Choice]) -> Gathered {
        let mut gathered = Gathered::new(self.scenario.teams.len());
        for (kind, choice) in self.kinds.iter().zip(plan) {
            for (place, share) in choice
                .shares()
                .into_iter()
                .filter(|(_, share)| *share > 0.0)
            {
                gathered.add(&kind.floors[place], share);
            }
        }
        gathered
    }
}
