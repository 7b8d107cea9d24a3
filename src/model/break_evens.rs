//! Break-evens between two ways of dividing the work: the value of one number at which both cost
//! the same.
//!
//! Each is found on the model itself, walking the number's slider and closing in where the dearer
//! side changes, so that it holds with slack, posts and queues as they are. Where the sides are
//! straight lines the closed forms of `cost::break_even` and `cost::tenure` say the same; tests
//! hold the two together. What is no number of the scenario stands in [`rules`].

pub mod rules;
mod search;

use search::answer;
pub use search::costs;

use super::evaluation::Evaluation;
use super::order::sort_short;
use super::scenario::address::Entity;
use super::scenario::parameter::{Slot, table};
use super::scenario::{Address, Scenario, TeamKind};

/// What is asked. The numbers are those of the literature's list of nine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// BE1: below how many minutes in front is the front office cheaper?
    FrontMinutes,
    /// BE2: from which price of an hour's delay is it worth its cost?
    PriceOfSpeed,
    /// BE4: from how many tasks on does the tool pay?
    ToolVolume,
    /// From which share of customers who leave when handed over does work in front pay?
    WalkAway,
    /// BE7: from how many tasks on does automation pay?
    AutomationVolume,
    /// BE7: from which share done without people?
    StraightThrough,
    /// BE8: from how many tasks on does outsourcing pay?
    OutsourcingVolume,
    /// BE8: up to which price a task?
    Price,
    /// From which share of errors does a check of every task pay?
    Check,
}

/// Whose number a question is about.
#[derive(Clone, Copy)]
enum Whose {
    Task,
    Team(TeamKind),
}

/// A question: about which number, of which way, against which; none is the cheapest other.
struct Asked {
    question: Question,
    whose: Whose,
    field: &'static str,
    way: &'static str,
    against: Option<&'static str>,
}

const fn asked(
    question: Question,
    (whose, field): (Whose, &'static str),
    way: &'static str,
    against: Option<&'static str>,
) -> Asked {
    Asked {
        question,
        whose,
        field,
        way,
        against,
    }
}

static QUESTIONS: &[Asked] = &[
    asked(
        Question::FrontMinutes,
        (Whose::Task, "front_minutes"),
        "front_office",
        Some("back_office"),
    ),
    asked(
        Question::PriceOfSpeed,
        (Whose::Task, "delay_cost"),
        "front_office",
        Some("back_office"),
    ),
    asked(
        Question::ToolVolume,
        (Whose::Task, "rate"),
        "front_with_tool",
        None,
    ),
    asked(
        Question::WalkAway,
        (Whose::Task, "walk_away"),
        "front_with_tool",
        Some("back_office"),
    ),
    asked(
        Question::AutomationVolume,
        (Whose::Task, "rate"),
        "automated",
        None,
    ),
    asked(
        Question::StraightThrough,
        (Whose::Team(TeamKind::Bot), "straight_through"),
        "automated",
        None,
    ),
    asked(
        Question::OutsourcingVolume,
        (Whose::Task, "rate"),
        "outsourced",
        None,
    ),
    asked(
        Question::Price,
        (Whose::Team(TeamKind::Outsourced), "unit_price"),
        "outsourced",
        None,
    ),
    asked(
        Question::Check,
        (Whose::Team(TeamKind::Front), "error"),
        "middle_office",
        Some("front_office"),
    ),
];

/// On what two sides are compared. Money of a month, or of the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The monthly run, which the verdict uses.
    Month,
    /// Busy minutes alone at their rates, and what is priced by the event or the month.
    Touch,
    /// Set-up and months over the horizon.
    Horizon,
}

impl Basis {
    /// Every basis, in the order of the answer.
    pub const ALL: [Basis; 3] = [Basis::Month, Basis::Touch, Basis::Horizon];
}

/// Where the cheaper side changes on one basis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Point {
    /// At this value; the way asked about is the cheaper one below it, or above it.
    At(f64, Side),
    /// The way asked about is cheaper along the whole slider.
    Always,
    /// It is cheaper nowhere along it.
    Never,
}

/// On which side of a value a way is the cheaper one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below it.
    Below,
    /// Above it.
    Above,
}

/// One break-even, on every basis.
#[derive(Clone, Copy)]
pub struct BreakEven {
    /// What is asked.
    pub question: Question,
    /// The number.
    pub address: Address,
    /// Where it stands.
    pub now: f64,
    /// The way asked about and the other, by their places in the evaluation.
    pub ways: (usize, usize),
    /// The answers, in the order of [`Basis::ALL`]; none where a side does not run anywhere, and
    /// none over the horizon where nothing is set up.
    pub points: [Option<Point>; 3],
    /// How far away the first of them is, as a share of the slider.
    pub distance: f64,
}

/// Tasks whose numbers are asked about, at the most.
const MOST_TASKS: usize = 3;

/// The break-evens of an evaluation, nearest first.
pub fn break_evens(scenario: &Scenario, evaluation: &Evaluation) -> Vec<BreakEven> {
    let mut found: Vec<BreakEven> = QUESTIONS
        .iter()
        .flat_map(|asked| {
            let ways = ways(evaluation, asked);
            let addresses = ways.map_or_else(Vec::new, |_| addresses(scenario, asked));
            addresses
                .into_iter()
                .filter(|address| matters(scenario, asked.question, *address))
                .filter_map(move |address| answer(scenario, evaluation, asked, address, ways?))
        })
        .collect();
    sort_short(&mut found, |a, b| a.distance.total_cmp(&b.distance));
    found
}

/// Whether a number is of any account: nobody is lost who is worth nothing.
fn matters(scenario: &Scenario, question: Question, address: Address) -> bool {
    let Entity::Task(task) = address.entity else {
        return true;
    };
    question != Question::WalkAway || scenario.tasks[task].loyalty.customer_value.get() > 0.0
}

/// The two ways of a question, if both are compared.
fn ways(evaluation: &Evaluation, asked: &Asked) -> Option<(usize, usize)> {
    let place = |key: &str| evaluation.strategies.iter().position(|one| one.key == key);
    let way = place(asked.way)?;
    let other = match asked.against {
        Some(key) => place(key)?,
        None => {
            let mut ranking = evaluation.comparison.ranking.iter().copied();
            ranking.find(|other| *other != way)?
        }
    };
    Some((way, other))
}

fn addresses(scenario: &Scenario, asked: &Asked) -> Vec<Address> {
    let row = table().find(|row| {
        let fits = match (row.slot, asked.whose) {
            (Slot::Task(_), Whose::Task) => true,
            (Slot::Team(_), Whose::Team(kind)) => row.applies_to(kind),
            _ => false,
        };
        fits && row.field == asked.field
    });
    let Some(row) = row else { return Vec::new() };
    let of = Address::of_row(scenario, row).into_iter();
    match asked.whose {
        Whose::Task => of.take(MOST_TASKS).collect(),
        Whose::Team(kind) => of
            .filter(|one| one.kind(scenario) == Some(kind))
            .take(1)
            .collect(),
    }
}
