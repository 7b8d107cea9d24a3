//! The rows of a step of the user's own process.

use super::{Default, Evidence, Group, Parameter, Scale, Slot, Unit, slot};
use crate::model::scenario::Step;

const MINUTES_PER_HOUR: f64 = 60.0;

pub(super) static ROWS: &[Parameter] = &[
    Parameter {
        field: "minutes",
        group: Group::Work,
        unit: Unit::Minutes,
        scale: Scale::Symlog(5.0),
        slider: (0.0, 480.0),
        limit: (0.0, 240_000.0),
        step: 1.0,
        default: Default::Of(15.0),
        evidence: Evidence::Assumed,
        slot: slot!(Step, minutes.0),
    },
    Parameter {
        field: "scv",
        group: Group::Work,
        unit: Unit::Number,
        scale: Scale::Linear,
        slider: (0.0, 4.0),
        limit: (0.0, 4.0),
        step: 0.1,
        default: Default::Of(1.0),
        evidence: Evidence::Assumed,
        slot: slot!(Step, scv),
    },
    Parameter {
        field: "delay_after",
        group: Group::Quality,
        unit: Unit::Hours,
        scale: Scale::Symlog(2.0),
        slider: (0.0, 40.0),
        limit: (0.0, 4_000.0),
        step: 0.5,
        default: Default::Of(0.0),
        evidence: Evidence::Assumed,
        slot: slot!(scaled MINUTES_PER_HOUR, Step, delay_after.0),
    },
    Parameter {
        field: ASIDE,
        group: Group::Quality,
        unit: Unit::Share,
        scale: Scale::Linear,
        slider: (0.0, 0.9),
        limit: (0.0, 0.95),
        step: 0.01,
        default: Default::Of(0.0),
        evidence: Evidence::Assumed,
        slot: Slot::Step((Step::aside, Step::set_aside)),
    },
];

/// The row that only a step with several ways out has.
const ASIDE: &str = "aside";

/// Whether a step has a row at all.
pub(super) fn fits(row: &Parameter, step: &Step) -> bool {
    row.field != ASIDE || step.next.len() > 1
}
