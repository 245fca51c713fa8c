//! Words that arguments take.

use clap::ValueEnum;

use crate::standing::Words;

/// The formats of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For a terminal
    Table,
    /// Complete, for programs
    Json,
}

/// Reads one of a closed set of words.
pub(super) fn word<T: Words>(text: &str) -> Result<T, String> {
    let words: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
    T::from_word(text).ok_or_else(|| format!("expected one of: {}", words.join(", ")))
}
