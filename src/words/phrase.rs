//! A phrase: text in pieces, so that each shell can say how a piece looks.

use crate::model::strategy::Tone;

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// A figure that matters.
    Strong(String),
    /// A name, in the colour of whose work it is.
    Name(Tone, String),
}

/// Text in pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase(pub Vec<Piece>);

impl Phrase {
    /// An empty phrase.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds plain text.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Text(text.into()));
        self
    }

    /// Adds a figure that matters.
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(text.into()));
        self
    }

    /// Adds a name in the colour of its tone.
    pub fn name(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push(Piece::Name(tone, text.into()));
        self
    }

    /// Adds another phrase.
    pub fn then(mut self, other: Phrase) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The phrase without any looks.
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Strong(text) | Piece::Name(_, text) => text.as_str(),
            })
            .collect()
    }
}
