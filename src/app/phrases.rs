//! Phrases on the page: each piece in its look.

use crate::model::strategy::Tone;
use crate::words::{Phrase, Piece};
use leptos::prelude::*;

/// The class that gives a tone its colour.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Front => "front",
        Tone::Back => "back",
        Tone::Tool => "tool",
        Tone::Other => "other",
    }
}

/// A phrase as inline elements.
pub fn show(phrase: Phrase) -> Vec<AnyView> {
    phrase.0.into_iter().map(piece).collect()
}

/// Phrases as the items of a list.
pub fn list(phrases: Vec<Phrase>) -> Vec<AnyView> {
    phrases
        .into_iter()
        .map(|phrase| view! { <li>{show(phrase)}</li> }.into_any())
        .collect()
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Piece::Name(tone, text) => view! { <em class=tone_class(tone)>{text}</em> }.into_any(),
    }
}
