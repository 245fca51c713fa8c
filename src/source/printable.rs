//! Text from elsewhere that is shown: what a terminal would obey isn't.

/// Whether a character would be obeyed by a terminal instead of being shown.
#[must_use]
pub fn is_command(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A character to show in place of another, as many bytes long.
pub(super) fn harmless(c: char) -> char {
    match c.len_utf8() {
        _ if !is_command(c) => c,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    }
}

/// Text from elsewhere without what a terminal would obey: line breaks stay, tabs become spaces.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\r' => ' ',
            c if is_command(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_not_shown() {
        assert_eq!(printable("a\u{1b}b\tc\nd"), "a\u{fffd}b c\nd");
    }
}
