//! What the strategies do that the first example does without. The page fetches it apart.

use super::{
    Way, allotted, automated, middle_office, one_team, outsourced, redirected, ring_fenced,
};
use crate::model::arrival::Arrival;

/// Finds what a strategy does by its key.
pub type Find = fn(&str) -> Option<Way>;

/// Finds what one of these strategies does. On the page only the part that brings them may call
/// this: they go where it goes.
pub fn find(key: &str) -> Option<Way> {
    Some(match key {
        "middle_office" => middle_office::WAY,
        "outsourced" => outsourced::WAY,
        "automated" => automated::WAY,
        "one_team" => one_team::WAY,
        "ring_fenced" => ring_fenced::WAY,
        "redirected" => redirected::WAY,
        "allotted" => allotted::WAY,
        _ => return None,
    })
}

/// Where they arrive.
pub static ARRIVAL: Arrival<Find> = Arrival::new();

pub(super) fn way(key: &str) -> Option<Way> {
    ARRIVAL.at_hand(|| find)?(key)
}
