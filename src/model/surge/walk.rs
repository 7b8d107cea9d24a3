//! D3, the weeks one after the other: B⁺ = max(0, B + A − K).

use super::NOTHING;
use super::lateness;
use super::supply::{Crew, Supply};
use super::terms::Terms;
use crate::model::scenario::SurgePlan;

/// Two numbers in between which lie eight in ten.
const EIGHT_IN_TEN: f64 = 1.28;

/// One week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Week {
    /// Tasks that arrive.
    pub arrivals: f64,
    /// Tasks that could be done.
    pub supply: Supply,
    /// Tasks that are done.
    pub done: f64,
    /// Of these, by the front office.
    pub by_front: f64,
    /// Tasks that wait when it ends.
    pub backlog: f64,
    /// Age of the oldest of them, in weeks.
    pub oldest: f64,
    /// The backlog that is undercut, and exceeded, in one case of ten.
    pub band: (f64, f64),
}

/// Money, beyond the pay of the team as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bill {
    /// Overtime.
    pub overtime: f64,
    /// Pay and hiring of temporary staff.
    pub temps: f64,
    /// Pay, hiring and leaving of permanent staff.
    pub hires: f64,
    /// What the front office's hours would have brought.
    pub front: f64,
    /// Tasks that wait.
    pub backlog: f64,
    /// Customers lost because theirs waited.
    pub lost: f64,
}

impl Bill {
    /// Pay and hiring, and the front office's hours.
    pub fn paid(&self) -> f64 {
        self.overtime + self.temps + self.hires + self.front
    }

    /// All of it.
    pub fn total(&self) -> f64 {
        self.paid() + self.backlog + self.lost
    }

    fn plus(self, other: Self) -> Self {
        Self {
            overtime: self.overtime + other.overtime,
            temps: self.temps + other.temps,
            hires: self.hires + other.hires,
            front: self.front + other.front,
            backlog: self.backlog + other.backlog,
            lost: self.lost + other.lost,
        }
    }

    fn times(self, factor: f64) -> Self {
        Self {
            overtime: self.overtime * factor,
            temps: self.temps * factor,
            hires: self.hires * factor,
            front: self.front * factor,
            backlog: self.backlog * factor,
            lost: self.lost * factor,
        }
    }

    /// The mean of several.
    pub fn mean(bills: impl ExactSizeIterator<Item = Bill>) -> Self {
        let share = 1.0 / bills.len().max(1) as f64;
        bills.fold(Self::default(), Self::plus).times(share)
    }
}

/// When a backlog is gone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clearing {
    /// The week at whose end it is gone for the first time.
    pub first: usize,
    /// The moment, in weeks from the beginning of week 0.
    pub moment: f64,
    /// The week at whose end it is gone for good.
    pub last: usize,
    /// Weeks at whose end it is gone in one case of ten, and in nine of ten (`None` where that is
    /// beyond what is looked ahead).
    pub band: (usize, Option<usize>),
}

/// What becomes of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Every week looked ahead.
    pub weeks: Vec<Week>,
    /// What it costs.
    pub bill: Bill,
    /// Task-weeks of waiting.
    pub waiting: f64,
    /// Most tasks that wait at the end of a week, and the week.
    pub peak: (f64, usize),
    /// Age of the oldest task there ever is, in weeks.
    pub oldest: f64,
    /// When nothing waits any more; `None` where something does to the end, or never did.
    pub clearing: Option<Clearing>,
}

impl Run {
    /// Tasks that still wait at the end of what is looked ahead.
    pub fn left(&self) -> f64 {
        self.weeks.last().map_or(0.0, |week| week.backlog)
    }
}

/// Walks through the weeks; what is visited is the week, with the backlog before it. Returns the bill
/// without lost customers.
fn walk(terms: &Terms, demand: &[f64], plan: &SurgePlan, mut visit: impl FnMut(f64, Week)) -> Bill {
    let excess = terms.excess(demand).map(|(first, _)| first);
    let crew = Crew::new(terms, plan, excess);
    let mut before = terms.surge.waiting;
    let mut bill = Bill::default();
    for (week, arrivals) in demand.iter().copied().enumerate() {
        let supply = crew.supply(week as i32);
        let all = before + arrivals;
        let ours = all.min(supply.without_front());
        let by_front = (all - ours).min(supply.front);
        let done = ours + by_front;
        let left = all - done;
        // What rounding leaves of a task is none.
        let backlog = if left < NOTHING { 0.0 } else { left };
        let [overtime, temps, hires] = crew.pay(week as i32);
        let front = terms
            .front
            .map_or(0.0, |front| front.task_hours * front.price);
        bill.overtime += overtime;
        bill.temps += temps;
        bill.hires += hires;
        bill.front += by_front * front;
        bill.backlog += 0.5 * (before + backlog) * terms.surge.week_cost;
        visit(
            before,
            Week {
                arrivals,
                supply,
                done,
                by_front,
                backlog,
                ..Week::default()
            },
        );
        before = backlog;
    }
    bill
}

/// What a plan costs, without telling how.
pub fn price(terms: &Terms, demand: &[f64], plan: &SurgePlan) -> f64 {
    if terms.late.is_empty() {
        return walk(terms, demand, plan, |_, _| {}).total();
    }
    run(terms, demand, plan).bill.total()
}

/// What becomes of a plan where so many tasks arrive.
pub fn run(terms: &Terms, demand: &[f64], plan: &SurgePlan) -> Run {
    let mut weeks: Vec<Week> = Vec::with_capacity(demand.len());
    let mut waiting = 0.0;
    let mut bill = walk(terms, demand, plan, |before, week| {
        waiting += 0.5 * (before + week.backlog);
        weeks.push(week);
    });
    lateness::ages(terms.surge.waiting, &mut weeks);
    bands(terms, &mut weeks);
    bill.lost = lateness::lost(terms, &weeks);
    let most = |a: &(usize, &Week), b: &(usize, &Week)| a.1.backlog.total_cmp(&b.1.backlog);
    // The first week of the highest: the later ones are the same wait.
    let peak = weeks.iter().enumerate().rev().max_by(most);
    let peak = peak.map_or((0.0, 0), |(at, week)| (week.backlog, at));
    Run {
        bill,
        waiting,
        peak,
        oldest: weeks.iter().map(|week| week.oldest).fold(0.0, f64::max),
        clearing: clearing(terms, &weeks, peak.1),
        weeks,
    }
}

/// Opening backlog of a week.
fn before(terms: &Terms, weeks: &[Week], week: usize) -> f64 {
    match week {
        0 => terms.surge.waiting,
        week => weeks[week - 1].backlog,
    }
}

/// Variance of a week's balance: chance arrivals, the week's own variation, the work of what is done.
fn variance(terms: &Terms, week: &Week) -> f64 {
    let spread = terms.surge.variation * week.arrivals;
    week.arrivals + spread * spread + week.done * terms.scv
}

/// ±1.28·√(∫(λ + (λ·c)² + K·c_s²)) since something began to wait; D3, while much waits.
fn bands(terms: &Terms, weeks: &mut [Week]) {
    let mut sum = 0.0;
    for at in 0..weeks.len() {
        if before(terms, weeks, at) <= 0.0 {
            sum = 0.0;
        }
        let week = weeks[at];
        sum += variance(terms, &week);
        weeks[at].band = match week.backlog > 0.0 {
            true => {
                let half = EIGHT_IN_TEN * sum.sqrt();
                ((week.backlog - half).max(0.0), week.backlog + half)
            }
            false => (0.0, 0.0),
        };
    }
}

fn clearing(terms: &Terms, weeks: &[Week], peak: usize) -> Option<Clearing> {
    let clears = |at: &usize| before(terms, weeks, *at) > 0.0 && weeks[*at].backlog <= 0.0;
    let mut all = (0..weeks.len()).filter(clears);
    let first = all.next()?;
    let last = all.next_back().unwrap_or(first);
    if weeks.last().is_some_and(|week| week.backlog > 0.0) {
        return None;
    }
    let opening = before(terms, weeks, first);
    let supply = &weeks[first].supply;
    let drain = supply.without_front() + supply.front - weeks[first].arrivals;
    Some(Clearing {
        first,
        moment: first as f64 + opening / drain.max(opening),
        last,
        band: clearing_band(terms, weeks, peak),
    })
}

/// The same moment for a balance that runs better, or worse, in one case of ten: followed beyond zero,
/// from where the busy weeks round the peak began.
fn clearing_band(terms: &Terms, weeks: &[Week], peak: usize) -> (usize, Option<usize>) {
    let begun = (0..=peak)
        .rev()
        .find(|at| before(terms, weeks, *at) <= 0.0)
        .unwrap_or(0);
    let mut balance = before(terms, weeks, begun);
    let mut sum = 0.0;
    let mut early = None;
    for (at, week) in weeks.iter().enumerate().skip(begun) {
        balance += week.arrivals - week.supply.without_front() - week.supply.front;
        sum += variance(terms, week);
        let half = EIGHT_IN_TEN * sum.sqrt();
        if at > begun && at >= peak && early.is_none() && balance - half <= 0.0 {
            early = Some(at);
        }
        if at >= peak && balance + half <= 0.0 {
            return (early.unwrap_or(at), Some(at));
        }
    }
    (early.unwrap_or(weeks.len()), None)
}
