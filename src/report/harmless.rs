//! Texts of others, without what a page or a document has no place for.

use crate::source::printable;

/// A text without characters that HTML or XML forbid, or that turn the direction of what follows.
pub(crate) fn harmless(text: &str) -> String {
    printable(text).chars().map(|c| if is_noncharacter(c) { '\u{fffd}' } else { c }).collect()
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forbidden_is_replaced() {
        assert_eq!(
            harmless("a\u{0}\u{b}\u{fffe}\u{1ffff}\u{202e}é\n"),
            "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}é\n"
        );
    }
}
