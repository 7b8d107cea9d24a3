//! What stands under the headline: what the answer rests on, and what speaks for another.

use super::further;
use super::phrase::Phrase;
use super::sentences::{Context, note as note_of};

/// What stands under the headline: the conditions of the answer, then what is in trouble.
pub fn conditions(context: &Context) -> Phrase {
    let sentences: Vec<String> = context
        .findings
        .notes
        .iter()
        .filter(|note| note.is_condition())
        .map(|note| note_of(context, note).plain())
        .chain(further::remarks(context))
        .collect();
    Phrase::new().text(sentences.join(" "))
}
