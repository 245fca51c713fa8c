//! What Python gives as texts and the library wants as its own words: days, formats, thresholds.

use msacheck::source::Fault;
use msacheck::standing::{Day, PartialDate, Words};

use super::faults::wrong;

/// A day.
pub(crate) fn day(text: &str) -> Result<Day, Vec<Fault>> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => Ok(day),
        _ => Err(wrong(
            format!("`{text}` is no whole date that exists"),
            "write it as 2017-06-30, or give a datetime.date",
        )),
    }
}

/// One of a closed set of words.
pub(crate) fn word<T: Words>(text: &str) -> Result<T, Vec<Fault>> {
    T::from_word(text).ok_or_else(|| unknown(text, T::ALL.iter().map(|value| value.word())))
}

/// The fault of a name that isn't among those that there are.
pub(crate) fn unknown<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> Vec<Fault> {
    let known: Vec<&str> = known.collect();
    wrong(format!("there is no `{text}` here"), &format!("expected one of: {}", known.join(", ")))
}
