//! The user's plan for a surge, simulated.

use crate::model::simulation::Estimate;
use crate::model::strategy;
use crate::model::surge;
use crate::model::surge::chance::{Chance, rehearse};
use crate::terminal::answer::Answer;
use crate::terminal::table::{Side, aligned, paragraph};
use crate::words::english;
use crate::words::numbers::money;
use crate::words::surge as words;
use serde::Serialize;

/// The user's plan by simulation, beside the weeks without chance.
#[derive(Serialize)]
pub(in crate::terminal) struct Simulated {
    way: &'static str,
    fluid_total: f64,
    fluid_clear_moment: Option<f64>,
    #[serde(flatten)]
    chance: Chance,
}

/// Simulates the user's plan under today's way.
pub(in crate::terminal) fn simulated(answer: &Answer, seed: u64) -> Option<Simulated> {
    answer.scenario.surge.as_ref()?;
    let ways = &answer.evaluation.strategies;
    let today = ways.iter().find(|way| way.key == answer.scenario.today);
    let way = today.or(ways.first())?;
    let fluid = surge::answer(&answer.scenario, way, None).ok()?;
    let plan = fluid.terms.surge.plan;
    let chance = rehearse(fluid.terms.clone(), plan, seed);
    Some(Simulated {
        way: strategy::find(way.key)?.key,
        fluid_total: fluid.yours.bill.total(),
        fluid_clear_moment: fluid.yours.run.clearing.map(|clearing| clearing.moment),
        chance,
    })
}

/// The section of the report of a simulation.
pub(in crate::terminal) fn simulated_section(
    answer: &Answer,
    seed: u64,
    width: usize,
) -> Vec<String> {
    let Some(found) = simulated(answer, seed) else {
        return Vec::new();
    };
    let with = |estimate: &Estimate| format!("{} ± {}", money(estimate.mean), money(estimate.half));
    let chance = &found.chance;
    let rows = [
        vec![String::new(), "fluid".to_owned(), "simulated".to_owned()],
        vec![
            "in all".to_owned(),
            money(found.fluid_total),
            with(&chance.total),
        ],
        vec!["paid".to_owned(), String::new(), with(&chance.paid)],
        vec!["backlog".to_owned(), String::new(), with(&chance.backlog)],
        vec![
            "gone after".to_owned(),
            words::gone_after(found.fluid_clear_moment),
            words::gone_by_chance(chance),
        ],
    ];
    let mut lines = aligned(&rows, &[Side::Left]);
    let name = english::strategy(found.way).name;
    lines.extend(paragraph(
        &format!(
            "Your plan under “{name}”, {} replications.",
            chance.replications
        ),
        "- ",
        width,
    ));
    for why in words::why_apart(found.fluid_total, chance) {
        lines.extend(paragraph(&why, "- ", width));
    }
    lines
}
