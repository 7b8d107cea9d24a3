//! What would turn the answer, in words.

use super::labels::label;
use super::numbers::{found_text, value_text};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::findings::Turns;
use crate::model::scenario::parameter::{Parameter, Unit};
use crate::model::turning_points::TurningPoint;

/// What would change the answer, nearest first.
pub fn turning_points(context: &Context, turns: &Turns) -> Vec<(TurningPoint, Phrase)> {
    const MOST: usize = 6;
    let points = turns.turning_points.iter().take(MOST);
    points
        .map(|point| (*point, turning_point(context, point)))
        .collect()
}

fn turning_point(context: &Context, point: &TurningPoint) -> Phrase {
    let row = point.address.parameter;
    let name = label(context.scenario, &point.address);
    let then = point.winner.map_or_else(String::new, |winner| {
        format!(": {} then wins", context.words(winner).noun)
    });
    if row.unit == Unit::Switch {
        let change = if point.at >= 0.5 { "yes" } else { "no" };
        return Phrase::new()
            .text(format!("{name}: "))
            .strong(change)
            .text(then);
    }
    let at = found_text(row, point.at);
    let direction = match (row.unit, point.at > point.now) {
        (Unit::People, _) => "",
        (_, true) => "above ",
        (_, false) => "below ",
    };
    Phrase::new()
        .text(format!("{name} {direction}"))
        .strong(at)
        .text(format!(" (now {}){then}", now_text(row, point.now)))
}

/// Where a number stands: to three digits where it is none that anybody would say.
fn now_text(row: &Parameter, now: f64) -> String {
    match row.unit {
        Unit::PerHour => found_text(row, now),
        _ => value_text(row, now),
    }
}
