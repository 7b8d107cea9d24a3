//! Break-evens between two ways of dividing the work: the value of one number at which both cost
//! the same.
//!
//! Each is found on the model itself, walking the number's slider and closing in where the dearer
//! side changes, so that it holds with slack, posts and queues as they are. Where the sides are
//! straight lines the closed forms of `cost::break_even` and `cost::tenure` say the same; tests
//! hold the two together. What is no number of the scenario stands in [`rules`].

pub mod rules;

use super::cost::horizon;
use super::cost::ledger::Line;
use super::evaluation::{Evaluation, evaluate_strategy};
use super::order::sort_short;
use super::queueing::root::brent;
use super::scenario::address::Entity;
use super::scenario::parameter::{Slot, table};
use super::scenario::{Address, Scenario, TeamKind};
use super::strategy::{self, Strategy};
use std::cell::RefCell;

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

/// What a way costs on every basis; none where it does not run.
pub fn costs(scenario: &Scenario, strategy: &Strategy) -> Option<[f64; 3]> {
    let evaluated = evaluate_strategy(scenario, strategy)?;
    if !evaluated.status.runs() {
        return None;
    }
    let month = evaluated.month.total().get();
    let priced = [Line::Delay, Line::LostCustomers, Line::Fixed];
    let priced: f64 = priced
        .map(|line| evaluated.month.line(line).get())
        .iter()
        .sum();
    let touch = evaluated.touch.total().get() * scenario.tasks_per_month() + priced;
    let ahead = &scenario.horizon;
    let set_up = evaluated.set_up.get();
    let horizon = horizon::total(set_up, month, ahead.months, ahead.discount.get());
    Some([month, touch, horizon])
}

/// A place on the slider, and by how much the way asked about is dearer there on every basis.
type Place = (f64, Option<[f64; 3]>);

/// Places tried on the way from where the number stands to either end of its slider.
const STRIDES: usize = 8;

fn answer(
    scenario: &Scenario,
    evaluation: &Evaluation,
    asked: &Asked,
    address: Address,
    ways: (usize, usize),
) -> Option<BreakEven> {
    let key = |place: usize| strategy::find(evaluation.strategies[place].key);
    let (one, other) = (key(ways.0)?, key(ways.1)?);
    let trial = RefCell::new(scenario.clone());
    let gap = |value: f64| -> Option<[f64; 3]> {
        let mut trial = trial.borrow_mut();
        address.write(&mut trial, value);
        let (one, other) = (costs(&trial, one)?, costs(&trial, other)?);
        Some([0, 1, 2].map(|basis| one[basis] - other[basis]))
    };
    let row = address.parameter;
    let now = address.read(scenario);
    let mut places: Vec<f64> = (0..=2 * STRIDES)
        .map(|place| row.value_at(place as f64 / (2 * STRIDES) as f64))
        .chain([now])
        .collect();
    sort_short(&mut places, f64::total_cmp);
    places.dedup();
    let walked: Vec<Place> = places
        .into_iter()
        .map(|value| (value, gap(value)))
        .collect();
    let sets_up = |place: usize| evaluation.strategies[place].set_up.get();
    let bases = if sets_up(ways.0) == sets_up(ways.1) {
        2
    } else {
        3
    };
    let mut points = [None; 3];
    for (basis, point) in points.iter_mut().enumerate().take(bases) {
        *point = point_on(basis, address, now, &walked, &gap);
    }
    let distance = match points[0] {
        Some(Point::At(value, _)) => (row.position(value) - row.position(now)).abs(),
        _ => 1.0,
    };
    points[0].is_some().then_some(BreakEven {
        question: asked.question,
        address,
        now,
        ways,
        points,
        distance,
    })
}

/// The change nearest to where the number stands, on one basis.
fn point_on(
    basis: usize,
    address: Address,
    now: f64,
    walked: &[Place],
    gap: &impl Fn(f64) -> Option<[f64; 3]>,
) -> Option<Point> {
    let known: Vec<(f64, f64)> = walked
        .iter()
        .filter_map(|(value, gaps)| gaps.map(|gaps| (*value, gaps[basis])))
        .collect();
    let changes = |pair: &&[(f64, f64)]| (pair[0].1 <= 0.0) != (pair[1].1 <= 0.0);
    let position = |value: f64| address.parameter.position(value);
    let far = |pair: &[(f64, f64)]| {
        let ends = [pair[0].0, pair[1].0];
        let ends = ends.map(|value| (position(value) - position(now)).abs());
        ends[0].min(ends[1])
    };
    let nearest = known
        .windows(2)
        .filter(changes)
        .min_by(|a, b| far(a).total_cmp(&far(b)));
    let Some(pair) = nearest else {
        let first = known.first()?;
        return Some(if first.1 <= 0.0 {
            Point::Always
        } else {
            Point::Never
        });
    };
    let (low, high) = (pair[0], pair[1]);
    let at = brent(
        |value| gap(value).map_or(f64::MAX, |gaps| gaps[basis]),
        low.0,
        high.0,
        1e-12 * high.0.abs(),
    );
    // A jump, where a team drops out altogether, is no value at which both sides cost the same.
    let left = gap(at)?[basis].abs();
    const A_PENNY: f64 = 0.01;
    let side = if low.1 <= 0.0 {
        Side::Below
    } else {
        Side::Above
    };
    (left < A_PENNY).then_some(Point::At(at, side))
}
