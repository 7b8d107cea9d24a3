//! What the numbers say, as data. Words are put to it on the floor above.

mod decisive;
mod promised;
pub mod seldom;
mod troubles;
mod turns;

pub use troubles::FRAGILE;
pub use turns::{FrontMinutes, Turns, find_turns};

use super::cost::break_even::PriceOfSpeed;
use super::cost::ledger::Line;
use super::evaluation::Evaluation;
use super::order::sort_short;
use super::scenario::Scenario;
use super::units::{Minutes, Money, People, Share};

/// The answer in one line.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// One strategy is best. Strategies are given by their place in the evaluation.
    Best {
        /// The best.
        best: usize,
        /// The next, and what the best saves a month against it.
        next: Option<(usize, Money)>,
    },
    /// Two strategies differ by less than the inputs can tell.
    TooClose {
        /// The cheaper by a hair.
        best: usize,
        /// The other.
        next: usize,
        /// The hair.
        margin: Money,
    },
    /// No strategy keeps up with its work.
    NoneRuns,
    /// No tasks arrive.
    NothingToDo,
}

/// Something the page should say beside the verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The set-up cost of a strategy is earned back against another.
    PaysBack {
        /// Whose set-up.
        strategy: usize,
        /// Against which.
        against: usize,
        /// The amount.
        set_up: Money,
        /// Months, on the monthly run.
        months_on_run: Option<f64>,
        /// Months, counting only touch costs and licences.
        months_on_touch: Option<f64>,
    },
    /// Another answer if a team's posts were treated the other way.
    IfPosts {
        /// The team, by its place in the scenario.
        team: usize,
        /// How many posts.
        posts: People,
        /// Whether they are released now.
        released: bool,
        /// What they cost a month.
        pay: Money,
        /// Who would win.
        winner: usize,
        /// By how much a month against the present best.
        by: Money,
    },
    /// The best breaks its promise for more than one in ten, and so does every other way.
    Promise {
        /// The best.
        strategy: usize,
        /// Its busiest team, by its place in the scenario.
        team: usize,
        /// Share in time with one more person there.
        with_more: Option<Share>,
        /// Fewest people there who keep the promise nine times in ten; none where no number does.
        enough: Option<People>,
        /// Share that would be in time if nobody ever waited.
        ceiling: Share,
    },
    /// A strategy in which a team falls behind.
    Overload {
        /// The strategy.
        strategy: usize,
        /// The team, by its place in the scenario.
        team: usize,
        /// Tasks by which the backlog grows a week.
        growth_per_week: f64,
        /// People on the roster now.
        staff: People,
        /// Fewest that would keep up.
        staff_needed: People,
    },
    /// A strategy with work for a team without people.
    NobodyOnDuty {
        /// The strategy.
        strategy: usize,
        /// The team, by its place in the scenario.
        team: usize,
        /// Fewest people that would keep up.
        staff_needed: People,
    },
    /// A team so busy that a little more work changes the wait a lot.
    Fragile {
        /// The strategy.
        strategy: usize,
        /// The team, by its place in the scenario.
        team: usize,
        /// How busy it is.
        occupancy: Share,
        /// Mean wait now.
        wait: Minutes,
        /// Mean wait with five per cent more work; none where it would fall behind.
        wait_with_more: Option<Minutes>,
    },
    /// Live contacts of which fewer are answered in time than was asked, or many give up.
    Unanswered {
        /// The strategy.
        strategy: usize,
        /// The kind of contact, by its place in the scenario.
        task: usize,
        /// Share answered in time.
        in_time: Share,
        /// Share that gives up.
        gave_up: Share,
    },
    /// Work that can wait takes nearly all the time that live contacts leave.
    Crowded {
        /// The strategy.
        strategy: usize,
        /// The team, by its place in the scenario.
        team: usize,
        /// How much of that time it takes.
        taken: Share,
    },
    /// Customers chase what is late, which makes more of it late, without end.
    Spiral {
        /// The strategy.
        strategy: usize,
    },
    /// The routes of a strategy send work round for ever.
    NeverEnds {
        /// The strategy.
        strategy: usize,
    },
    /// Clients' work alone exceeds what a team can plan.
    ClientsExceedTeam {
        /// The team, by its place in the scenario.
        team: usize,
        /// Hours a month too many.
        hours: f64,
    },
    /// Most of the work on a task is repetition.
    MostlyRepeated {
        /// The task, by its place in the scenario.
        task: usize,
    },
}

impl Finding {
    /// Whether it belongs to the answer itself, rather than being trouble.
    pub fn is_condition(&self) -> bool {
        matches!(
            self,
            Self::PaysBack { .. } | Self::IfPosts { .. } | Self::Promise { .. }
        )
    }
}

/// A line of the ledger in which the best and another differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The line.
    pub line: Line,
    /// What the best spends on it a month.
    pub best: Money,
    /// What the other spends.
    pub other: Money,
}

/// Everything that the numbers say.
#[derive(Clone, PartialEq)]
pub struct Findings {
    /// The answer.
    pub verdict: Verdict,
    /// What should be said beside it.
    pub notes: Vec<Finding>,
    /// Where the money differs between the best and the next, or else today with its own people;
    /// largest first.
    pub reasons: Vec<Reason>,
    /// The price of an hour of delay at which the front office alone is worth its cost against
    /// the back office; none where one of the two is missing or does not run.
    pub price_of_speed: Option<PriceOfSpeed>,
}

/// Reads the findings off an evaluation.
pub fn find(scenario: &Scenario, evaluation: &Evaluation) -> Findings {
    let mut notes = decisive::paybacks(scenario, evaluation);
    notes.extend(decisive::other_posts(scenario, evaluation));
    notes.extend(troubles::troubles(scenario, evaluation));
    notes.extend(seldom::seldom(scenario, evaluation));
    Findings {
        verdict: verdict(scenario, evaluation),
        notes,
        reasons: reasons(evaluation),
        price_of_speed: decisive::price_of_speed(evaluation),
    }
}

fn verdict(scenario: &Scenario, evaluation: &Evaluation) -> Verdict {
    let comparison = &evaluation.comparison;
    match (comparison.best(), comparison.next(), comparison.margin) {
        _ if scenario.arrivals_per_hour() <= 0.0 => Verdict::NothingToDo,
        (None, ..) => Verdict::NoneRuns,
        (Some(best), Some(next), Some(margin)) if comparison.close => {
            Verdict::TooClose { best, next, margin }
        }
        (Some(best), next, margin) => Verdict::Best {
            best,
            next: next.zip(margin),
        },
    }
}

fn reasons(evaluation: &Evaluation) -> Vec<Reason> {
    let comparison = &evaluation.comparison;
    let next = comparison.next().map(|next| &evaluation.strategies[next]);
    let today = evaluation
        .before
        .as_ref()
        .filter(|today| today.status.runs());
    let Some((best, other)) = comparison.best().zip(next.or(today)) else {
        return Vec::new();
    };
    let (best, other) = (&evaluation.strategies[best].month, &other.month);
    let mut reasons: Vec<Reason> = Line::ALL
        .iter()
        .map(|&line| Reason {
            line,
            best: best.line(line),
            other: other.line(line),
        })
        .filter(|reason| reason.best != reason.other)
        .collect();
    let size = |reason: &Reason| (reason.best - reason.other).get().abs();
    sort_short(&mut reasons, |a, b| size(b).total_cmp(&size(a)));
    reasons
}
