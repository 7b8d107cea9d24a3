//! Sentences that the first example does without. The page fetches them apart, with the formulas that
//! they speak of.

use super::english::{StrategyWords, examples, further_rows, further_ways};
use super::phrase::Phrase;
use super::sentences::Context;
use super::{live, promised, remarks, seldom};
use crate::model::arrival::Arrival;
use crate::model::findings::Finding;

/// The sentences, as functions.
#[derive(Clone, Copy)]
pub struct Further {
    /// One finding that is seldom made.
    note: fn(&Context, &Finding) -> Phrase,
    /// Title and subtitle of an example.
    title: fn(&str) -> (&'static str, &'static str),
    /// How a way is spoken of.
    way: fn(&str) -> Option<&'static StrategyWords>,
    /// The verdict on a single way.
    headline: fn(&Context, usize) -> Phrase,
    /// What is said of the only way that keeps up.
    alone: fn(&Context, usize) -> Phrase,
    /// What speaks for another way than the best.
    remarks: fn(&Context) -> Vec<String>,
    /// Two ways that cost the same, of which only one answers its live contacts.
    tie: fn(&Context, usize, usize) -> Option<Phrase>,
}

/// The sentences. On the page only the part that brings them may call this: they go where it goes.
pub fn sentences() -> Further {
    Further {
        note: seldom::note,
        title: examples::title,
        way: further_ways::way,
        headline: promised::headline,
        alone: promised::alone,
        remarks: remarks::remarks,
        tie: live::only_one_answers,
    }
}

/// Where they arrive.
pub static ARRIVAL: Arrival<Further> = Arrival::new();

/// One finding that is seldom made.
pub(super) fn note(context: &Context, finding: &Finding) -> Phrase {
    let further = ARRIVAL.at_hand(sentences);
    further.map_or_else(Phrase::new, |further| (further.note)(context, finding))
}

/// Title and subtitle of an example.
pub(super) fn title(key: &str) -> (&'static str, &'static str) {
    let further = ARRIVAL.at_hand(sentences);
    further.map_or(("Example", ""), |further| (further.title)(key))
}

/// How a way is spoken of.
pub(super) fn way(key: &str) -> Option<&'static StrategyWords> {
    (ARRIVAL.at_hand(sentences)?.way)(key)
}

/// Finds the label of a row by scope and field.
pub type Label = fn(&str, &str) -> Option<&'static str>;

/// Where the labels of the rows arrive that the first example does without.
pub static LABELS: Arrival<Label> = Arrival::new();

/// Those labels. On the page only the parts that bring them may call this: they go where it goes.
pub fn labels() -> Label {
    further_rows::label
}

/// Label of a row that the first example does without.
pub(super) fn label(scope: &str, field: &str) -> Option<&'static str> {
    (LABELS.at_hand(labels)?)(scope, field)
}

/// The verdict on a single way.
pub(super) fn headline(context: &Context, way: usize) -> Phrase {
    let further = ARRIVAL.at_hand(sentences);
    further.map_or_else(Phrase::new, |further| (further.headline)(context, way))
}

/// What is said of the only way that keeps up.
pub(super) fn alone(context: &Context, way: usize) -> Phrase {
    let further = ARRIVAL.at_hand(sentences);
    further.map_or_else(Phrase::new, |further| (further.alone)(context, way))
}

/// What speaks for another way than the best.
pub(super) fn remarks(context: &Context) -> Vec<String> {
    let further = ARRIVAL.at_hand(sentences);
    further.map_or_else(Vec::new, |further| (further.remarks)(context))
}

/// Two ways that cost the same, of which only one answers its live contacts.
pub(super) fn tie(context: &Context, best: usize, next: usize) -> Option<Phrase> {
    (ARRIVAL.at_hand(sentences)?.tie)(context, best, next)
}
