//! A text that people wrote, with changes made.

use std::sync::Arc;

use toml_edit::DocumentMut;

use super::line_ends::LineEnds;
use crate::source::{Fault, Faults, Text, parse_toml};

/// The text with changes made, in its own line ends and with its mark of bytes, where it has one.
///
/// # Errors
///
/// What is wrong with it, where it is no TOML.
pub(crate) fn changed(
    text: &Arc<Text>,
    change: impl FnOnce(&mut DocumentMut),
) -> Result<String, Vec<Fault>> {
    let (body, ends) = LineEnds::of(text.body());
    let mut document: DocumentMut = body.parse().map_err(|_| {
        let faults = Faults::new();
        parse_toml(text, &faults);
        faults.into_sorted()
    })?;
    change(&mut document);
    let marked = if text.is_marked() { "\u{feff}" } else { "" };
    Ok(format!("{marked}{}", ends.back(document.to_string())))
}
