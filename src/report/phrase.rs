//! A sentence in pieces, where a report sets some of them in a way of its own: a name as code, a file,
//! a day. The words are the same for all.

use crate::standing::Day;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Words.
    Plain(String),
    /// Words that mustn't be missed.
    Strong(String),
    /// A name that programs know: that of a requirement.
    Name(String),
    /// A file.
    File(String),
    /// A day.
    Day(Day),
}

impl Phrase {
    /// Words.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// Words that mustn't be missed.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }
}
