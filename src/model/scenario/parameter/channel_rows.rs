//! The rows of live contacts, of what goes first, and of customers who chase.

use super::{Default, Evidence, Field, Group, Parameter, Scale, Slot, TeamKind, Unit, slot};
use crate::model::scenario::Task;
use crate::model::scenario::channel::ChannelKind;

const MINUTES_PER_SECOND: f64 = 1.0 / 60.0;
/// Only those who face the customer have live contacts.
const FRONT: &[TeamKind] = &[TeamKind::Front];

/// Reads the channel of a task as a number of the table.
fn channel(task: &Task) -> f64 {
    let kind = task.channel.kind;
    let place = ChannelKind::ALL.iter().position(|known| *known == kind);
    place.unwrap_or_default() as f64
}

/// Writes it.
fn set_channel(task: &mut Task, value: f64) {
    task.channel.kind = ChannelKind::ALL[(value as usize).min(ChannelKind::ALL.len() - 1)];
}

pub(super) static ROWS: &[Parameter] = &[
    Parameter {
        field: "channel",
        group: Group::Live,
        unit: Unit::Channel,
        scale: Scale::Linear,
        slider: (0.0, 5.0),
        limit: (0.0, 5.0),
        step: 1.0,
        default: Default::Of(0.0),
        evidence: Evidence::Choice,
        slot: Slot::Task(Field::Made(channel, set_channel)),
    },
    Parameter {
        field: "patience",
        group: Group::Live,
        unit: Unit::Minutes,
        scale: Scale::Log,
        slider: (0.2, 60.0),
        limit: (0.1, 2_400.0),
        step: 1.0,
        default: Default::Of(4.0),
        evidence: Evidence::Assumed,
        slot: slot!(Task, channel.patience.0),
    },
    Parameter {
        field: "answer_within",
        group: Group::Live,
        unit: Unit::Seconds,
        scale: Scale::Symlog(20.0),
        slider: (0.0, 600.0),
        limit: (0.0, 36_000.0),
        step: 5.0,
        default: Default::Of(20.0),
        evidence: Evidence::Choice,
        slot: slot!(scaled MINUTES_PER_SECOND, Task, channel.answer_within.0),
    },
    Parameter {
        field: "answer_share",
        group: Group::Live,
        unit: Unit::Share,
        scale: Scale::Linear,
        slider: (0.5, 0.99),
        limit: (0.0, 0.999),
        step: 0.01,
        default: Default::Of(0.8),
        evidence: Evidence::Choice,
        slot: slot!(Task, channel.answer_share.0),
    },
    Parameter {
        field: "at_a_time",
        group: Group::Live,
        unit: Unit::Whole,
        scale: Scale::Linear,
        slider: (1.0, 4.0),
        limit: (1.0, 10.0),
        step: 1.0,
        default: Default::Of(1.0),
        evidence: Evidence::Assumed,
        slot: slot!(Task, channel.at_a_time),
    },
    Parameter {
        field: "given_up_cost",
        group: Group::Live,
        unit: Unit::Money,
        scale: Scale::Symlog(5.0),
        slider: (0.0, 200.0),
        limit: (0.0, 100_000.0),
        step: 1.0,
        default: Default::Of(0.0),
        evidence: Evidence::Choice,
        slot: slot!(Task, channel.given_up_cost.0),
    },
    Parameter {
        field: "priority",
        group: Group::Live,
        unit: Unit::Whole,
        scale: Scale::Linear,
        slider: (1.0, 9.0),
        limit: (1.0, 9.0),
        step: 1.0,
        default: Default::Of(5.0),
        evidence: Evidence::Choice,
        slot: slot!(Task, priority),
    },
    Parameter {
        field: "chase_rate",
        group: Group::Live,
        unit: Unit::PerHour,
        scale: Scale::Symlog(0.1),
        slider: (0.0, 2.0),
        limit: (0.0, 60.0),
        step: 0.01,
        default: Default::Of(0.1),
        evidence: Evidence::Assumed,
        slot: slot!(Task, chasing.rate.0),
    },
    Parameter {
        field: "chase_front_minutes",
        group: Group::Live,
        unit: Unit::Minutes,
        scale: Scale::Symlog(5.0),
        slider: (0.0, 30.0),
        limit: (0.0, 240.0),
        step: 1.0,
        default: Default::Of(0.0),
        evidence: Evidence::Choice,
        slot: slot!(Task, chasing.front_minutes.0),
    },
    Parameter {
        field: "chase_work_minutes",
        group: Group::Live,
        unit: Unit::Minutes,
        scale: Scale::Symlog(5.0),
        slider: (0.0, 30.0),
        limit: (0.0, 240.0),
        step: 1.0,
        default: Default::Of(0.0),
        evidence: Evidence::Choice,
        slot: slot!(Task, chasing.work_minutes.0),
    },
    Parameter {
        field: "reserve",
        group: Group::Live,
        unit: Unit::Whole,
        scale: Scale::Linear,
        slider: (0.0, 20.0),
        limit: (0.0, 500.0),
        step: 1.0,
        default: Default::Only(FRONT, 0.0),
        evidence: Evidence::Choice,
        slot: slot!(Team, desk.reserve),
    },
    Parameter {
        field: "ring_fenced",
        group: Group::Live,
        unit: Unit::People,
        scale: Scale::Linear,
        slider: (0.0, 20.0),
        limit: (0.0, 500.0),
        step: 1.0,
        default: Default::Only(FRONT, 0.0),
        evidence: Evidence::Choice,
        slot: slot!(Team, desk.ring_fenced.0),
    },
    Parameter {
        field: "interrupts",
        group: Group::Live,
        unit: Unit::Switch,
        scale: Scale::Linear,
        slider: (0.0, 1.0),
        limit: (0.0, 1.0),
        step: 1.0,
        default: Default::Of(0.0),
        evidence: Evidence::Choice,
        slot: slot!(switch Team, desk.interrupts),
    },
    Parameter {
        field: "switch_minutes",
        group: Group::Live,
        unit: Unit::Minutes,
        scale: Scale::Symlog(2.0),
        slider: (0.0, 20.0),
        limit: (0.0, 120.0),
        step: 0.5,
        default: Default::Of(2.0),
        evidence: Evidence::Assumed,
        slot: slot!(Team, desk.switch_minutes.0),
    },
];

/// Whether a row says something about this task: most speak of live contacts only, those about
/// chasing of work that can wait.
pub(super) fn concerns(field: &str, task: &Task) -> bool {
    match field {
        "patience" | "answer_within" | "answer_share" | "given_up_cost" => task.channel.is_live(),
        "at_a_time" => task.channel.kind == ChannelKind::Chat,
        "chase_rate" | "chase_front_minutes" | "chase_work_minutes" | "priority" => {
            !task.channel.is_live()
        }
        _ => true,
    }
}
