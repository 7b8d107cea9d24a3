//! The rows of a step of the user's own process: what is moved most. Its spread and the fixed time
//! after it are written in the file or the link.

use super::{Default, Evidence, Field, Group, Parameter, Scale, Slot, Unit, slot};
use crate::model::scenario::Step;

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
        field: ASIDE,
        group: Group::Quality,
        unit: Unit::Share,
        scale: Scale::Linear,
        slider: (0.0, 0.9),
        limit: (0.0, 0.95),
        step: 0.01,
        default: Default::Of(0.0),
        evidence: Evidence::Assumed,
        slot: Slot::Step(Field::Made(Step::aside, Step::set_aside)),
    },
];

/// The row that only a step with several ways out has.
const ASIDE: &str = "aside";

/// Whether a step has a row at all.
pub(super) fn fits(row: &Parameter, step: &Step) -> bool {
    row.field != ASIDE || step.next.len() > 1
}
