//! The rows of a surge. The page fetches them with the links: a scenario that has a surge comes
//! from there.

use super::{Default, Evidence, Group, Parameter, Scale, Slot, Surge, Unit, slot};
use crate::model::arrival::Arrival;

/// Where they arrive.
pub static ARRIVAL: Arrival<&'static [Parameter]> = Arrival::new();

/// The rows. On the page only the parts that bring them may call this: they go where it goes.
pub fn rows() -> &'static [Parameter] {
    ROWS
}

impl Surge {
    /// A surge with every number at its default, and no weeks yet.
    pub fn with_defaults() -> Self {
        let mut surge = Self::default();
        for row in rows() {
            if let (Slot::Surge(field), Default::Of(value)) = (row.slot, row.default) {
                field.write(&mut surge, value);
            }
        }
        surge
    }
}

/// A row, in one line.
#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn row(
    field: &'static str,
    unit: Unit,
    scale: Scale,
    slider: [f64; 2],
    limit: [f64; 2],
    step: f64,
    default: f64,
    evidence: Evidence,
    slot: Slot,
) -> Parameter {
    Parameter {
        field,
        group: Group::Time,
        unit,
        scale,
        slider: (slider[0], slider[1]),
        limit: (limit[0], limit[1]),
        step,
        default: Default::Of(default),
        evidence,
        slot,
    }
}

static ROWS: &[Parameter] = &[
    row(
        "waiting",
        Unit::Number,
        Scale::Symlog(10.0),
        [0.0, 1_000.0],
        [0.0, 1_000_000.0],
        10.0,
        0.0,
        Evidence::Choice,
        slot!(Surge, waiting),
    ),
    row(
        "variation",
        Unit::Share,
        Scale::Linear,
        [0.0, 0.4],
        [0.0, 0.4],
        0.01,
        0.1,
        Evidence::Assumed,
        slot!(Surge, variation),
    ),
    row(
        "trend",
        Unit::SharePerYear,
        Scale::Linear,
        [-0.5, 1.0],
        [-0.9, 4.0],
        0.01,
        0.0,
        Evidence::Choice,
        slot!(Surge, trend),
    ),
    row(
        "end_spread",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 8.0],
        [0.0, 12.0],
        1.0,
        0.0,
        Evidence::Choice,
        slot!(Surge, end_spread),
    ),
    row(
        "week_cost",
        Unit::Money,
        Scale::Symlog(10.0),
        [0.0, 1_000.0],
        [0.0, 1_000_000.0],
        5.0,
        20.0,
        Evidence::Assumed,
        slot!(Surge, week_cost),
    ),
    row(
        "temps",
        Unit::People,
        Scale::Linear,
        [0.0, 30.0],
        [0.0, 200.0],
        1.0,
        0.0,
        Evidence::Choice,
        slot!(Surge, plan.temps),
    ),
    row(
        "start",
        Unit::Whole,
        Scale::Linear,
        [0.0, 26.0],
        [0.0, 260.0],
        1.0,
        2.0,
        Evidence::Choice,
        slot!(Surge, plan.start),
    ),
    row(
        "weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 30.0],
        [0.0, 260.0],
        1.0,
        8.0,
        Evidence::Choice,
        slot!(Surge, plan.weeks),
    ),
    row(
        "overtime",
        Unit::Share,
        Scale::Linear,
        [0.0, 0.3],
        [0.0, 1.0],
        0.01,
        0.0,
        Evidence::Choice,
        slot!(Surge, plan.overtime),
    ),
    row(
        "overtime_weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 30.0],
        [0.0, 260.0],
        1.0,
        8.0,
        Evidence::Choice,
        slot!(Surge, plan.overtime_weeks),
    ),
    row(
        "hires",
        Unit::People,
        Scale::Linear,
        [0.0, 30.0],
        [0.0, 200.0],
        1.0,
        0.0,
        Evidence::Choice,
        slot!(Surge, plan.hires),
    ),
    row(
        "front_hours",
        Unit::Hours,
        Scale::Symlog(10.0),
        [0.0, 400.0],
        [0.0, 100_000.0],
        5.0,
        0.0,
        Evidence::Choice,
        slot!(Surge, plan.front_hours),
    ),
    row(
        "earliest",
        Unit::Whole,
        Scale::Linear,
        [0.0, 12.0],
        [0.0, 52.0],
        1.0,
        2.0,
        Evidence::Assumed,
        slot!(Surge, earliest),
    ),
    row(
        "coaching",
        Unit::Share,
        Scale::Linear,
        [0.0, 0.5],
        [0.0, 1.0],
        0.01,
        0.1,
        Evidence::Assumed,
        slot!(Surge, coaching),
    ),
    row(
        "coaching_weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 12.0],
        [0.0, 52.0],
        1.0,
        4.0,
        Evidence::Assumed,
        slot!(Surge, coaching_weeks),
    ),
    row(
        "hazard",
        Unit::Share,
        Scale::Linear,
        [0.0, 0.2],
        [0.0, 0.5],
        0.005,
        0.02,
        Evidence::Assumed,
        slot!(Surge, hazard),
    ),
    row(
        "premium",
        Unit::Number,
        Scale::Linear,
        [1.0, 3.0],
        [0.0, 10.0],
        0.05,
        1.5,
        Evidence::Assumed,
        slot!(Surge, premium),
    ),
    row(
        "most_hours",
        Unit::Hours,
        Scale::Linear,
        [35.0, 60.0],
        [0.0, 168.0],
        1.0,
        48.0,
        Evidence::Sourced,
        slot!(Surge, most_hours),
    ),
    row(
        "lead_weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 26.0],
        [0.0, 104.0],
        1.0,
        8.0,
        Evidence::Assumed,
        slot!(Surge, lead_weeks),
    ),
    row(
        "post_weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 104.0],
        [0.0, 520.0],
        1.0,
        52.0,
        Evidence::Assumed,
        slot!(Surge, post_weeks),
    ),
    row(
        "notice_weeks",
        Unit::Weeks,
        Scale::Linear,
        [0.0, 12.0],
        [0.0, 52.0],
        1.0,
        1.0,
        Evidence::Assumed,
        slot!(Surge, notice_weeks),
    ),
];
