//! Words that arguments take.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

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

/// Reads the name of one of several formats; `told` gives the name of one, and what it is for.
pub(super) fn format_of<T: Sync>(
    all: &'static [T],
    told: fn(&T) -> (&'static str, &'static str),
) -> impl TypedValueParser<Value = &'static T> {
    let values = all.iter().map(told).map(|(name, about)| PossibleValue::new(name).help(about));
    PossibleValuesParser::new(values).try_map(move |name| {
        all.iter().find(|format| told(format).0 == name).ok_or("there is no such format")
    })
}
