//! Texts that a spreadsheet would take for a formula: in CSV they have an apostrophe before them.

/// What makes a cell a formula, or another cell, by its first character.
const STARTS: [char; 12] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0'];

/// A text as CSV may hold it.
#[must_use]
pub fn guarded(text: &str) -> String {
    if obeyed(text) || is_guarded(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was meant by one of CSV.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_guarded(text) => rest,
        _ => text,
    }
}

fn obeyed(text: &str) -> bool {
    text.starts_with(STARTS)
}

fn is_guarded(text: &str) -> bool {
    text.strip_prefix('\'').is_some_and(|rest| obeyed(rest) || rest.starts_with('\''))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_obeyed_and_nothing_is_lost(text in "(?s)['=a-]{0,4}.{0,3}") {
            let held = guarded(&text);
            prop_assert!(!obeyed(&held));
            prop_assert_eq!(unguarded(&held), text);
        }
    }
}
